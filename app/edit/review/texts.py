"""The words of paragraphs that went out and those that they became are compared: edits of blocks, and where a block was split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.model.reviewed import NOBODY, Author, ReturnedParagraph, SentParagraph, SentSpan
from app.records import dataclass
from app.text.compare import Span, spans


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start:end` of a block, `old`, became `new`; in block 0, which the program makes itself, both are kept all the same."""

    block: int
    start: int
    end: int
    old: str
    new: str
    author: Author = NOBODY


@dataclass(frozen=True, slots=True)
class Compared:
    """The edits in a group of paragraphs, and the places (block, character) at which one ends and the next begins since."""

    edits: tuple[Edit, ...]
    splits: tuple[tuple[int, int], ...]


def compared(sent: Sequence[SentParagraph], returned: Sequence[ReturnedParagraph]) -> Compared:
    """Compare paragraphs that were one text with those that are it now. Line breaks and blanks alone are no edit: programs move them.

    What was tracked is an edit each, however close to the next one; what was not is found by comparing.
    """
    parts = [span for paragraph in sent for span in paragraph.spans if span.text]
    before, after = "".join(span.text for span in parts), "".join(paragraph.text for paragraph in returned)
    found = spans(before, after)
    changes = _tracked_and_not(before, returned) or _differences(before, after, found, returned)
    edits = [edit for change in changes for edit in _placed(parts, change)]
    ends: list[int] = []
    for paragraph in returned[:-1]:
        ends.append((ends[-1] if ends else 0) + len(paragraph.text))
    return Compared(tuple(edits), tuple(_block_at(parts, _place_before(found, end)) for end in ends))


@dataclass(frozen=True, slots=True)
class _Replaced:
    """Characters `start:end` of the text that went out became `new`."""

    start: int
    end: int
    new: str
    author: Author


def _differences(before: str, after: str, found: Sequence[Span], returned: Sequence[ReturnedParagraph]) -> list[_Replaced]:
    changes = []
    for span in found:
        old, new = before[span.one_start : span.one_end], after[span.other_start : span.other_end]
        if not span.same and "".join(old.split()) != "".join(new.split()):
            changes.append(_Replaced(span.one_start, span.one_end, new, author_at(returned, span.other_start, span.other_end)))
    return changes


def _tracked_and_not(before: str, returned: Sequence[ReturnedParagraph]) -> list[_Replaced]:
    """The tracked edits one by one, and the others as the differences to what stood there before those; none where they overlap."""
    untracked, tracked = _untracked(returned)
    if not tracked:
        return []
    found = spans(before, untracked)
    changes = _differences(before, untracked, found, ())
    for touch in tracked:
        home = next((span for span in found if span.same and span.other_start <= touch.start and touch.end <= span.other_end), None)
        if home is None:
            return []
        shift = home.one_start - home.other_start
        changes.append(_Replaced(touch.start + shift, touch.end + shift, touch.new, touch.author))
    return sorted(changes, key=lambda change: (change.start, change.end))


def _untracked(returned: Sequence[ReturnedParagraph]) -> tuple[str, list[_Replaced]]:
    """The text as it was before the tracked edits, and these edits as they change it. Words put in for words taken out are one edit."""
    text = ""
    edits: list[_Replaced] = []
    for paragraph in returned:
        at = 0
        for touch in paragraph.touches:
            text += paragraph.text[at : touch.start]
            at = max(at, touch.end)
            here = len(text)
            text += touch.deleted
            edit = _Replaced(here, here + len(touch.deleted), paragraph.text[touch.start : touch.end], touch.author)
            last = edits[-1] if edits else None
            if last and last.end == edit.start and last.author.name == edit.author.name:
                edit = _Replaced(last.start, edit.end, last.new + edit.new, last.author)
                edits.pop()
            edits.append(edit)
        text += paragraph.text[at:]
    return text, edits


def author_at(returned: Sequence[ReturnedParagraph], start: int, end: int) -> Author:
    """Who put in or took out what stands between two places of the joined text; nobody where that was not tracked."""
    at = 0
    for paragraph in returned:
        for touch in paragraph.touches:
            if at + touch.start <= end and at + touch.end >= start and (touch.deleted or touch.end > touch.start):
                return touch.author
        at += len(paragraph.text)
    return NOBODY


def _placed(parts: Sequence[SentSpan], change: _Replaced) -> Iterator[Edit]:
    """An edit of the joined text as edits of its blocks: each loses its own characters, and the first one gets the new ones."""
    start, end, at = change.start, change.end, 0
    touched: list[tuple[SentSpan, int, int]] = []
    for part in parts:
        low, high = max(start, at), min(end, at + len(part.text))
        if low < high or (start == end and at <= start <= at + len(part.text)):
            touched.append((part, low - at, high - at))
        at += len(part.text)
    taker = next((number for number, (part, *_) in enumerate(touched) if part.block), 0)
    if start == end:
        touched, taker = touched[taker : taker + 1], 0
    for number, (part, low, high) in enumerate(touched):
        put = change.new if number == taker else ""
        old = part.text[low:high]
        if old != put:
            yield Edit(part.block, part.start + low, part.start + high, old, put, change.author)


def _place_before(found: Sequence[Span], place: int) -> int:
    """The place in the earlier text of one in the later."""
    for span in found:
        if span.other_start <= place <= span.other_end:
            return min(span.one_start + place - span.other_start, span.one_end) if span.same else span.one_end
    return found[-1].one_end if found else 0


def _block_at(parts: Sequence[SentSpan], place: int) -> tuple[int, int]:
    at = 0
    for part in parts:
        if at <= place <= at + len(part.text) and part.block:
            return part.block, part.start + place - at
        at += len(part.text)
    return 0, 0
