"""The columns of all pages become those without running heads and page numbers, which are given apart, page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from app.importers.pages.lines import Line
from app.records import dataclass

_EDGE_LINES = 2
_APART, _SMALLER = 1.2, 0.95
_NUMBER = re.compile(r"[-－—–─·•~～\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共，,]\s*(?:共\s*)?\d{1,4}\s*页?)?[-－—–─·•~～\s]*")
_BARE = re.compile(r"\s*\d{1,4}\s*")
_DIGITS = re.compile(r"\d+")
_LONGEST_CHARACTERS = 60
_SAME_HEIGHT_PT = 6.0
_OFTEN = 0.5
"""On more than this part of the pages that could have it, a line at the edge is a running head."""

Columns = list[list[Line]]


@dataclass(frozen=True, slots=True)
class Bare:
    """A page without its edges: `heads` and `feet` are what stood there."""

    columns: Columns
    heads: tuple[str, ...] = ()
    feet: tuple[str, ...] = ()


def without_edges(pages: Sequence[Columns], heights: Sequence[float]) -> list[Bare]:
    """Take the lines off that come back at the edge of page after page, whatever number they hold, and page numbers."""
    tops = [_edge(columns, bottom=False) for columns in pages]
    feet = [_edge(columns, bottom=True) for columns in pages]
    often = [_often(tops, [0.0] * len(pages)), _often(feet, list(heights))]
    bare = []
    for at, columns in enumerate(pages):
        height = heights[at]
        head = {id(line) for line in tops[at] if _key(line, 0.0) in often[0] or _is_number(line, line.y < height * 0.12, len(pages))}
        foot = {id(line) for line in feet[at] if _key(line, height) in often[1] or _is_number(line, line.y > height * 0.88, len(pages))}
        gone = head | foot
        kept = [[line for line in column if id(line) not in gone] for column in columns]
        bare.append(
            Bare(
                [column for column in kept if column],
                tuple(line.text for line in tops[at] if id(line) in head),
                tuple(line.text for line in feet[at] if id(line) in foot and id(line) not in head),
            )
        )
    return bare


def _edge(columns: Columns, *, bottom: bool) -> list[Line]:
    """The outermost lines of a page, as far as they stand apart from what is further in, or are smaller."""
    lines = sorted((line for column in columns for line in column), key=lambda line: line.y, reverse=bottom)
    gaps = [abs(other.y - one.y) for one, other in pairwise(lines)]
    sizes = [line.size for line in lines]
    if len(lines) < 2:
        return lines
    usual, size = median(gaps), median(sizes)
    found = []
    for line, gap in zip(lines, gaps[:_EDGE_LINES], strict=False):
        if gap < usual * _APART and line.size > size * _SMALLER:
            break
        found.append(line)
    return found


def _key(line: Line, edge: float) -> tuple[str, int]:
    return _DIGITS.sub("0", "".join(line.text.split())), round((line.y - edge) / _SAME_HEIGHT_PT)


def _often(edges: Sequence[Sequence[Line]], at: Sequence[float]) -> set[tuple[str, int]]:
    """The lines that come back at one height. A page that is turned over has its head elsewhere, so half of the pages are enough."""
    seen = Counter[tuple[str, int]]()
    for lines, edge in zip(edges, at, strict=True):
        seen.update({_key(line, edge) for line in lines if len(line.text) <= _LONGEST_CHARACTERS})
    least = max(2, round(len(edges) * _OFTEN) if len(edges) > 3 else 2)
    return {key for key, count in seen.items() if count >= least and key[0]}


def _is_number(line: Line, outside: bool, pages: int) -> bool:
    """Whether a line in the margin is a page number; a bare figure on a lone page may be anything."""
    return outside and _NUMBER.fullmatch(line.text) is not None and (pages > 1 or _BARE.fullmatch(line.text) is None)
