"""What is written on a proof's page and line becomes a change to keep, and each change finds its words in the issue as it is now (M7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from app.edit.since import place_since, range_since, touched_since
from app.edit.state import Place
from app.layout.caret import caret_at, place_at
from app.layout.goto import spot_of
from app.layout.places import Side, line_of, segments
from app.model.pen import PenChange, PenState, Words

if TYPE_CHECKING:
    from app.layout.frames import Layout
    from app.model.issue import Issue
    from app.store.proofs import Proof

_MOST_TOLD = 3


class OnPaper(NamedTuple):
    """A place on a proof: page and line, 0 for none, and the words of the line as they were printed."""

    page: int
    line: int
    words: tuple[Words, ...]
    side: Side


def on_paper(printed: Issue, laid: Layout, written: str) -> OnPaper:
    """What 3.12, 3 or nothing means on the proof `printed`, laid out as `laid`. Raises `UserError`."""
    if not written.strip():
        return OnPaper(0, 0, (), Side.AFTER)
    spot = spot_of(laid, written, printed.template.grid.lines, printed.template.line_twips)
    at = line_of(laid, spot.place, spot.side) if spot.line else None
    if at is None:
        return OnPaper(spot.page, 0, (Words(spot.place.block, spot.place.offset, spot.place.offset),), spot.side)
    return OnPaper(spot.page, spot.line or 0, tuple(Words(part.block, part.start, part.end) for part in segments(at)), spot.side)


def place_now(printed: Issue, issue: Issue, words: Iterable[Words]) -> Place | None:
    """Where the words of a proof begin now, or where they were; None for a change of the whole issue."""
    first = next(iter(words), None)
    if first is None or first.block not in printed.block_index:
        return None
    return place_since(printed, issue, Place(first.block, first.start))


def ranges_now(printed: Issue, issue: Issue, words: Iterable[Words]) -> Iterator[tuple[int, int, int]]:
    """Block, start and end of the words of a proof as they stand now."""
    for one in words:
        found = range_since(printed, issue, one.block, one.start, one.end) if one.block in printed.block_index else None
        if found is not None:
            yield one.block, found[0].offset, found[1].offset


def is_touched(printed: Issue, issue: Issue, change: PenChange) -> bool:
    """Whether the words of the line are not as they were printed: a hint that the change may have been made."""
    return any(
        touched_since(printed, issue, one.block, one.start, one.end)
        for one in change.words
        if one.block in printed.block_index and one.start < one.end
    )


def page_on_proof(printed: Issue, laid: Layout, issue: Issue, layout: Layout, page: int, caret: Place | None) -> int:
    """The page of the proof that holds what is looked at: the words at the caret, where that is on `page`, or those in its middle."""
    at = caret_at(layout, caret) if caret else None
    place = caret if at is not None and at.page == page else None
    if place is None:
        middle = place_at(layout, page, 0.0, layout.pages[page - 1].height_pt / 2, in_cells=True)
        place = middle[0] if middle else None
    before = place_since(issue, printed, place) if place else None
    found = caret_at(laid, before) if before else None
    return found.page if found else min(page, len(laid.pages))


def left_over(kept: Mapping[Proof, Iterable[PenChange]]) -> str:
    """一校还有 2 处没有过（3.12 张主任、4.7）。 - one sentence for each proof of which changes are open, "" for none."""
    return "".join(_left(proof.round, [change for change in changes if change.state is PenState.OPEN]) for proof, changes in kept.items())


def _left(round_: str, changes: list[PenChange]) -> str:
    if not changes:
        return ""
    some = "、".join(f"{change.written} {change.asked_by}".strip() for change in changes[:_MOST_TOLD])
    return f"{round_}还有 {len(changes)} 处没有过（{some}{' 等' if len(changes) > _MOST_TOLD else ''}）。"
