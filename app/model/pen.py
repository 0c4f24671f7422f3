"""What was written on a printed proof by pen, one row for each change, and the photos of its pages become plain values (过稿)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from app.records import dataclass


class PenState(StrEnum):
    """What became of a change."""

    OPEN = "待改"
    DONE = "已改"
    REFUSED = "不改"


class PenOrder(StrEnum):
    """How rows are listed."""

    PLACE = "按位置"
    ENTRY = "按先后"
    PERSON = "按谁"


@dataclass(frozen=True, slots=True)
class Words:
    """The characters `start` to `end` of a block of the printed issue; none where start == end."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PenChange:
    """A change that somebody wrote on a proof: at line `line` of page `page`, from 1; line 0 is the page, page 0 the whole issue.

    `words` are those of the line when it was printed, in reading order. `reason` says why it was not made.
    """

    number: int
    page: int = 0
    line: int = 0
    words: tuple[Words, ...] = ()
    asked_by: str = ""
    wish: str = ""
    state: PenState = PenState.OPEN
    reason: str = ""

    @property
    def written(self) -> str:
        """3.12, 第 3 页, 全文: where it is on the paper."""
        if self.line:
            return f"{self.page}.{self.line}"
        return f"第 {self.page} 页" if self.page else "全文"


@dataclass(frozen=True, slots=True)
class ProofPhoto:
    """A photo of page `page` of a proof, in the file `name` beside it, to be turned right by so many degrees."""

    name: str
    page: int
    turned: int = 0


@dataclass(frozen=True, slots=True)
class PenNotes:
    """What came back with one proof."""

    changes: tuple[PenChange, ...] = ()
    photos: tuple[ProofPhoto, ...] = ()

    @property
    def next_number(self) -> int:
        """A number that no change has."""
        return max((change.number for change in self.changes), default=0) + 1

    def photo_of(self, page: int) -> ProofPhoto | None:
        """The photo of a page."""
        return next((photo for photo in self.photos if photo.page == page), None)


def listed(changes: Iterable[PenChange], order: PenOrder) -> list[PenChange]:
    """The changes in an order; within one person's, as they stand on the paper."""
    if order is PenOrder.ENTRY:
        return sorted(changes, key=lambda change: change.number)
    placed = sorted(changes, key=lambda change: (change.page, change.line, change.number))
    return sorted(placed, key=lambda change: change.asked_by) if order is PenOrder.PERSON else placed


def counted(changes: Sequence[PenChange]) -> str:
    """5 处，已改 3 处，剩 2 处: how far the clerk is."""
    if not changes:
        return ""
    done, refused, left = (sum(change.state is state for change in changes) for state in (PenState.DONE, PenState.REFUSED, PenState.OPEN))
    parts = [f"{len(changes)} 处", f"已改 {done} 处"]
    if refused:
        parts.append(f"不改 {refused} 处")
    parts.append(f"剩 {left} 处" if left else "过完了")
    return "，".join(parts)
