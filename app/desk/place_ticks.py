"""Places that somebody ticked by hand, or no more, go along with what is edited, so that what was excluded stays excluded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.edit.since import range_since
from app.edit.state import Place
from app.records import dataclass

if TYPE_CHECKING:
    from app.edit.change import Change
    from app.model.issue import Issue


@dataclass(frozen=True, slots=True)
class Ticked:
    """Characters of a block, and the words that stand there."""

    block: int
    start: int
    end: int
    words: str


def carried(ticks: Mapping[Ticked, bool], old: Issue, new: Issue, change: Change | None) -> dict[Ticked, bool]:
    """The ticks at their places in the new issue, without those whose words stand there no more; `change` is None after undo and redo."""
    found = ((moved(tick, old, new, change), on) for tick, on in ticks.items())
    return {tick: on for tick, on in found if tick is not None}


def moved(tick: Ticked, old: Issue, new: Issue, change: Change | None) -> Ticked | None:
    """Where the words of a place are now; None where they stand there no more. `change` is None after undo and redo."""
    block = new.block_index.get(tick.block)
    if block is not None and block is old.block_index.get(tick.block):
        return tick
    start: Place | None
    end: Place | None
    if change is not None:
        start = change.map_place(Place(tick.block, tick.start))
        end = change.map_place(Place(tick.block, tick.end), forward=False)
    elif block is None or tick.block not in old.block_index:
        return None
    else:
        start, end = range_since(old, new, tick.block, tick.start, tick.end) or (None, None)
    block = new.block_index.get(start.block) if start is not None else None
    if start is None or end is None or block is None or start.block != end.block:
        return None
    if block.text[start.offset : end.offset] != tick.words:
        return None
    return Ticked(start.block, start.offset, end.offset, tick.words)
