"""A draft of text and a list of edits become a new draft that still knows which source character each of its own came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Literal

from app.records import dataclass

EditKind = Literal["change", "drop", "lift", "doubt"]
"""change: characters corrected; drop: text that is no part of the submission; lift: text moved into a field; doubt: a marked place."""

PENDING_CHARACTERS = 30
"""A repair that drops or moves more than this many characters waits for the clerk's look."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `text[start:end]` of the draft by `after`. A `field` names where lifted text goes."""

    start: int
    end: int
    after: str = ""
    kind: EditKind = "change"
    field: str | None = None
    value: str | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One named repair: what it looks for, why (for the clerk) and a small example "before → after"."""

    id: str
    reason: str
    example: str
    find: Callable[[str], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Repair:
    """One listed repair.

    `block` is the line of the source (from 0), `start` the character within it, `at` the same place counted from the source's
    first character. `pending` ones wait for the clerk's look. `key` names the repair across runs, so that it can be switched off.
    """

    rule: str
    block: int
    start: int
    before: str
    after: str
    kind: EditKind = "change"
    pending: bool = False
    at: int = 0

    @property
    def key(self) -> tuple[str, int, str]:
        """The name by which `ReadOptions.off_items` switches this one repair off."""
        return (self.rule, self.at, self.before)


@dataclass(frozen=True, slots=True)
class Draft:
    """Text under repair. Piece i begins at `starts[i]` of the text and came from `sources[i]` of the source onwards."""

    text: str
    starts: tuple[int, ...] = (0,)
    sources: tuple[int, ...] = (0,)

    def source_of(self, place: int) -> int:
        """The source offset of the character at `place`; for inserted text that of the character after it."""
        piece = bisect_right(self.starts, place) - 1
        return self.sources[piece] + place - self.starts[piece]


def apply(draft: Draft, edits: Iterable[Edit]) -> Draft:
    """Apply edits (ordered, not overlapping) in one linear pass."""
    text, old_starts, old_sources = draft.text, draft.starts, draft.sources
    parts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    length = 0
    done = 0
    piece = 0

    def copy(to: int) -> None:
        nonlocal length, done, piece
        while done < to:
            while piece + 1 < len(old_starts) and old_starts[piece + 1] <= done:
                piece += 1
            end = min(to, old_starts[piece + 1]) if piece + 1 < len(old_starts) else to
            starts.append(length)
            sources.append(old_sources[piece] + done - old_starts[piece])
            parts.append(text[done:end])
            length += end - done
            done = end

    for edit in edits:
        copy(edit.start)
        if edit.after:
            starts.append(length)
            sources.append(draft.source_of(edit.start))
            parts.append(edit.after)
            length += len(edit.after)
        done = max(done, edit.end)
    copy(len(text))
    if not starts:
        return Draft("", (0,), (0,))
    return Draft("".join(parts), tuple(starts), tuple(sources))
