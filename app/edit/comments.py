"""Comments of proofreaders: commands that add, change, settle and remove them, and where their words are after any other command (批注)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from app.edit.change import Change, Label
from app.edit.since import place_since
from app.edit.spans import clean
from app.edit.state import EditorState, Place, Selection, in_order, place_order
from app.edit.text_commands import Outcome
from app.model.issue import Issue
from app.model.people import MOST_COMMENTS, MOST_STRETCHES, Comment, Stretch


def add_comment(state: EditorState, stretches: Sequence[Stretch], text: str, who: str = "", when: str = "") -> Outcome:
    """Say something of the words of these stretches; None without a word, or where there is no such place."""
    text = _tidy(text)
    if not stretches or not text or len(state.issue.comments) >= MOST_COMMENTS or not all(_is_there(state.issue, one) for one in stretches):
        return None
    number = max((one.number for one in state.issue.comments), default=0) + 1
    first, *more = stretches
    words = words_of(state.issue, stretches)
    made = Comment(number, first.block, first.start, first.end, text, clean(who).strip(), when, words, more=tuple(more[:MOST_STRETCHES]))
    return _with(state, (*state.issue.comments, made), Label.COMMENT)


def words_of(issue: Issue, stretches: Sequence[Stretch]) -> str:
    """The words of stretches, turns within them left out."""
    return "".join(issue.block_index[one.block].text[one.start : one.end] for one in stretches).replace("\n", "")


def _is_there(issue: Issue, one: Stretch) -> bool:
    block = issue.block_index.get(one.block)
    return block is not None and 0 <= one.start <= one.end <= len(block.text)


def edit_comment(state: EditorState, number: int, text: str) -> Outcome:
    """Write a comment anew; None without a word."""
    text = _tidy(text)
    return _altered(state, number, lambda one: replace(one, text=text), Label.EDIT_COMMENT) if text else None


def settle_comment(state: EditorState, number: int, done: bool) -> Outcome:
    """Say that a comment was seen to, or that it waits."""
    return _altered(state, number, lambda one: replace(one, done=done), Label.SETTLE_COMMENT)


def remove_comment(state: EditorState, number: int) -> Outcome:
    """Take a comment away."""
    return _with(state, tuple(one for one in state.issue.comments if one.number != number), Label.REMOVE_COMMENT)


def words_at(issue: Issue, selection: Selection) -> tuple[Stretch, ...]:
    """What a comment is made to: the selected words of every block, or the place of the caret; nothing where there is no such place."""
    start, end = in_order(issue, selection)
    if start.block not in issue.block_index or end.block not in issue.block_index:
        return ()
    return tuple(_between(issue, start, end)) or (Stretch(start.block, start.offset, start.offset),)


def _between(issue: Issue, start: Place, end: Place) -> Iterator[Stretch]:
    """The characters from one place to another, block by block; blocks without a character are left out."""
    order = issue.block_order
    for block in list(issue.block_index.values())[order[start.block] : order[end.block] + 1]:
        first = start.offset if block.id == start.block else 0
        last = min(end.offset, len(block.text)) if block.id == end.block else len(block.text)
        if first < last:
            yield Stretch(block.id, first, last)


def in_reading_order(issue: Issue) -> tuple[Comment, ...]:
    """The comments as their words stand in the issue; those whose block is gone come last."""

    def key(one: Comment) -> tuple[bool, tuple[int, int], int]:
        return one.block not in issue.block_order, place_order(issue, Place(one.block, one.start)), one.number

    return tuple(sorted(issue.comments, key=key))


def comments_carried(before: Issue, after: Issue, change: Change) -> Issue:
    """The issue that a command has made of `before`, with its comments at the words that they were made to.

    What is written at the ends of the words doesn't belong to them. Where their block is gone, a comment stands where it was.
    """
    if not before.comments or after.comments != before.comments:  # a command on comments knows where they stand
        return after
    carried = tuple(_carried(one, before, after, change) for one in before.comments)
    same = all(one is other for one, other in zip(carried, before.comments, strict=True))
    return after if same else replace(after, comments=carried)


def _carried(one: Comment, before: Issue, after: Issue, change: Change) -> Comment:
    found = [moved for part in one.stretches if part.block in before.block_index for moved in _moved(part, before, after, change)]
    kept = list(_joined(part for part in found if part.size)) or found[:1]
    if not kept or tuple(kept) == one.stretches:
        return one
    first, *more = kept
    return replace(one, block=first.block, start=first.start, end=first.end, more=tuple(more[:MOST_STRETCHES]))


def _moved(part: Stretch, before: Issue, after: Issue, change: Change) -> Iterator[Stretch]:
    """Where a stretch is after a command: in several blocks where it was parted, a place alone where its words went."""
    start = change.map_place(Place(part.block, part.start), forward=part.size > 0)
    if start is None or start.block not in after.block_index:
        start = place_since(before, after, Place(part.block, part.start))
        if start is not None:
            at = min(start.offset, len(after.block_index[start.block].text))
            yield Stretch(start.block, at, at)
        return
    length = len(after.block_index[start.block].text)
    first = min(start.offset, length)
    end = change.map_place(Place(part.block, part.end), forward=False) if part.size else start
    if end is None or end.block not in after.block_index:
        yield Stretch(start.block, first, length)
    elif end.block == start.block:
        yield Stretch(start.block, first, max(first, min(end.offset, length)))
    else:
        yield from tuple(_between(after, Place(start.block, first), end)) or (Stretch(start.block, first, length),)


def _joined(parts: Iterable[Stretch]) -> Iterator[Stretch]:
    """Stretches that touch in one block become one, as where paragraphs were joined."""
    held: Stretch | None = None
    for part in parts:
        if held is not None and part.block == held.block and held.start <= part.start <= held.end:
            held = replace(held, end=max(held.end, part.end))
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held


def _altered(state: EditorState, number: int, alter: Callable[[Comment], Comment], label: Label) -> Outcome:
    return _with(state, tuple(alter(one) if one.number == number else one for one in state.issue.comments), label)


def _with(state: EditorState, comments: tuple[Comment, ...], label: Label) -> Outcome:
    if comments == state.issue.comments:
        return None
    return replace(state, issue=replace(state.issue, comments=comments)), Change(label)


def _tidy(text: str) -> str:
    return clean(text).strip()
