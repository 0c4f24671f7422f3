"""The lines of a printed bulletin become the measures that the official layout names: pitch, indent, characters a line, line ends."""

from __future__ import annotations

import statistics
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.oracle.pdf import PdfLine

# GB/T 15834 5.1: what may not begin or end a line, written down here and not taken from the program's list.
_NEVER_FIRST = set("。．，、：；？！”’」』）》〉】〗〕］｝～·%‰℃")
_NEVER_LAST = set("“‘「『（《〈【〖〔［｛￥№")
_UNSPLIT = ("——", "……")
_CELL_PT = 16
_EDGE_PT = 1.5


@dataclass(frozen=True, slots=True)
class TypeArea:
    """The edges of the type area, points from the paper's left and top edges."""

    left_pt: float
    right_pt: float
    top_pt: float
    bottom_pt: float


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured on the body lines of a file."""

    pitch_pt: float
    odd_pitches: tuple[float, ...]
    indent_pt: float
    cells_of_full_lines: Counter[int]
    lines_a_page: int
    past_the_edge: tuple[str, ...]
    bad_starts: tuple[str, ...]
    bad_ends: tuple[str, ...]
    split_pairs: tuple[str, ...]
    ragged: tuple[str, ...]


def measure(lines: Sequence[PdfLine], area: TypeArea, size_pt: float = _CELL_PT) -> Measures:
    """Measure the lines that stand inside the type area; `size_pt` is that of the body text."""
    inside = [line for line in lines if line.baseline_pt < area.bottom_pt]
    gaps = [b.baseline_pt - a.baseline_pt for a, b in pairwise(inside) if a.page == b.page]
    pitch = statistics.mode(round(gap, 1) for gap in gaps)
    body = [line for line in inside if _is_text(line.x_pt - area.left_pt, size_pt)]
    turned = [(a, b) for a, b in pairwise(body) if _goes_on(a, b, area, size_pt)]
    indents = [line.x_pt - area.left_pt for line in body if line.x_pt > area.left_pt + _EDGE_PT]
    full = [a for a, _ in turned if a.x_pt < area.left_pt + _EDGE_PT and all(_fills_a_cell(char) for char in a.text)]
    return Measures(
        pitch_pt=pitch,
        odd_pitches=tuple(gap for gap in gaps if gap < 1.5 * pitch and abs(gap - pitch) > 0.15),
        indent_pt=statistics.median(indents),
        cells_of_full_lines=Counter(len(line.text) for line in full),
        lines_a_page=max(round((line.baseline_pt - area.top_pt) / pitch + 0.2) for line in inside),
        past_the_edge=tuple(line.text for line in inside if line.end_x_pt > area.right_pt + 1),
        bad_starts=tuple(b.text[:4] for _, b in turned if b.text[0] in _NEVER_FIRST),
        bad_ends=tuple(a.text[-4:] for a, _ in turned if a.text[-1] in _NEVER_LAST),
        split_pairs=tuple(a.text[-2:] for a, b in turned if a.text[-1] + b.text[0] in _UNSPLIT and a.text[-2:] not in _UNSPLIT),
        ragged=tuple(a.text for a, _ in turned if a.end_x_pt < area.right_pt - _EDGE_PT),
    )


def _is_text(inset_pt: float, size_pt: float) -> bool:
    """Whether a line that begins so far from the edge is one of a paragraph: at the edge, or two cells in."""
    return inset_pt < _EDGE_PT or 1.5 * size_pt < inset_pt < 2.5 * size_pt


def _goes_on(line: PdfLine, following: PdfLine, area: TypeArea, size_pt: float) -> bool:
    """Whether the following line is the same paragraph's: it begins at the edge, and this one comes near the other edge."""
    return following.x_pt < area.left_pt + _EDGE_PT and line.end_x_pt > area.right_pt - 2 * size_pt


def _fills_a_cell(char: str) -> bool:
    return char in "“”‘’—…" or unicodedata.east_asian_width(char) in "WF"
