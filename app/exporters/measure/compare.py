"""Our own lines and those that another program printed of the DOCX become a count of equal lines and the first place that differs."""

from __future__ import annotations

import difflib

from app.exporters.measure.marked import Sheet, Spot
from app.exporters.measure.values import Printed
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Alike:
    """`same` of `total` lines (of the longer side) stand on the same page with the same text; where the first one does not.

    `ours` and `theirs` are its words on both sides, "" where a side has no such line.
    """

    same: int
    total: int
    first: Spot | None = None
    ours: str = ""
    theirs: str = ""


def alike(ours: Sheet, theirs: Printed) -> Alike:
    """Hold the lines of two files against each other, page numbers and the heads of a 清样 among them."""
    lines = sorted((*ours.heads, *ours.lines), key=lambda line: (line.line.page, line.line.baseline_pt))
    a = [(line.line.page, line.line.text) for line in lines]
    b = [(line.page, line.text) for line in theirs.lines]
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    same, total = sum(block.size for block in matcher.get_matching_blocks()), max(len(a), len(b))
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            at = lines[min(i1, len(a) - 1)].spot if a else Spot(1)
            return Alike(same, total, at, a[i1][1] if i1 < i2 else "", b[j1][1] if j1 < j2 else "")
    return Alike(same, total)
