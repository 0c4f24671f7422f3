"""What a clerk writes to go somewhere (3, or 3.12 for line 12 of page 3) becomes a place on the pages, or one sentence."""

from __future__ import annotations

import re

from app.edit.state import Place
from app.errors import UserError
from app.layout.caret import first_stop, place_at
from app.layout.frames import Layout
from app.layout.places import Side, lines_on
from app.records import dataclass

_WRITTEN = re.compile(r"第?\s*(\d{1,6})\s*[页面]?(?:\s*[.．。:：,，、\s]\s*|(?<=[页面]))?第?(?:(\d{1,6})\s*行?)?")


@dataclass(frozen=True, slots=True)
class Spot:
    """A page from 1, the line that was asked for, if any, and the place there."""

    page: int
    line: int | None
    place: Place
    side: Side


def spot_of(layout: Layout, written: str, lines: int, pitch: int) -> Spot:
    """The head of the text that stands at a page's top or in one of its `lines` slots, `pitch` twips each. Raises `UserError`.

    A line is that with the number beside it on a proof, or the one nearest to there; a line of the contents is the title it names.
    """
    found = _WRITTEN.fullmatch(written.strip())
    if found is None:
        raise UserError("请写页码，如 3；要到某一行，写页码、点和行数，如 3.12。")
    page, line = int(found[1]), int(found[2] or 1)
    if not 1 <= page <= len(layout.pages):
        raise UserError(f"没有第 {page} 页，这一期共 {len(layout.pages)} 页。")
    if not 1 <= line <= lines:
        raise UserError(f"没有第 {line} 行，每页有 {lines} 行。")
    middle = layout.plan.top + (line - 1) * pitch + pitch // 2
    at = _numbered(layout, page, line, pitch) or place_at(layout, page, 0.0, middle / 20, in_cells=True)
    if at is None:
        raise UserError("这一期还没有可以改的文字。")
    return Spot(page, line if found[2] else None, *at)


def _numbered(layout: Layout, page: int, line: int, pitch: int) -> tuple[Place, Side] | None:
    """The head of the line whose baseline is in a slot, as proofs number them."""
    for at in lines_on(layout, page):
        if (at.top + at.height * 4 // 5 - layout.plan.top) // pitch + 1 != line or not at.line.text.strip():
            continue
        stop = first_stop(layout, at)
        if stop is not None:
            return stop.place, stop.side
        if at.paragraph.target:
            return Place(at.paragraph.target, 0), Side.AFTER
    return None
