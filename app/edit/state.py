"""What an editor shows at one moment: an issue and a selection in it. A place is a block and an offset in code points."""

from __future__ import annotations

from dataclasses import replace

from app.model.issue import Issue
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Before the character `offset` of block `block`; an offset of the text's length is its end."""

    block: int
    offset: int


@dataclass(frozen=True, slots=True)
class Selection:
    """From `anchor`, which stays, to `head`, which moves; a caret where both are one place."""

    anchor: Place
    head: Place

    @property
    def collapsed(self) -> bool:
        """Whether it is a caret."""
        return self.anchor == self.head


@dataclass(frozen=True, slots=True)
class EditorState:
    """The value that commands take and give and that undo goes back to."""

    issue: Issue
    selection: Selection | None = None

    def with_caret(self, place: Place) -> EditorState:
        """The same issue with a caret."""
        return replace(self, selection=Selection(place, place))


def in_order(issue: Issue, selection: Selection) -> tuple[Place, Place]:
    """The two ends of a selection in printing order."""
    anchor, head = selection.anchor, selection.head
    return (anchor, head) if place_order(issue, anchor) <= place_order(issue, head) else (head, anchor)


def place_order(issue: Issue, place: Place) -> tuple[int, int]:
    """A value that stands for a place's turn in printing order; of a block that is gone one before all others."""
    return issue.block_order.get(place.block, -1), place.offset


def stands(issue: Issue, place: Place) -> bool:
    """Whether the place is one of the issue."""
    block = issue.block_index.get(place.block)
    return block is not None and 0 <= place.offset <= len(block.text)
