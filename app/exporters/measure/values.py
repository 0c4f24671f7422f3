"""What a file shows, as values: lines, horizontal rules, sizes, faces; lengths in points from the top left corner of the paper."""

from __future__ import annotations

from typing import NamedTuple

from app.records import dataclass

Colour = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""


class PrintedLine(NamedTuple):
    """Characters on one baseline, blanks left out; `x_pt` is the first pen, `end_x_pt` the end of the last advance.

    `size_pt` is that of most of the characters.
    """

    page: int
    text: str
    baseline_pt: float
    x_pt: float
    end_x_pt: float
    size_pt: float
    colours: frozenset[Colour]


class PrintedRule(NamedTuple):
    """A horizontal bar, stroked or filled: its upper edge, left end and size."""

    page: int
    top_pt: float
    x_pt: float
    width_pt: float
    thickness_pt: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands in a file. `sizes` are the pages' widths and heights; `fonts` says of each face's name whether it is embedded."""

    sizes: tuple[tuple[float, float], ...]
    lines: tuple[PrintedLine, ...]
    rules: tuple[PrintedRule, ...]
    fonts: dict[str, bool]
