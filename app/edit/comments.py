"""Comments of proofreaders: commands that add, change, settle and remove them, and where their words are after any other command (批注)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.edit.change import Change, Label
from app.edit.since import place_since
from app.edit.spans import clean
from app.edit.state import EditorState, Place, Selection, in_order, place_order
from app.edit.text_commands import Outcome
from app.model.issue import Issue
from app.model.people import MOST_COMMENTS, Comment


def add_comment(state: EditorState, stretch: tuple[Place, int], text: str, who: str = "", when: str = "") -> Outcome:
    """Say something of the words from a place to an offset of its block; None without a word, or where there is no such place."""
    start, end = stretch
    block = state.issue.block_index.get(start.block)
    text = _tidy(text)
    if block is None or not text or not 0 <= start.offset <= end <= len(block.text) or len(state.issue.comments) >= MOST_COMMENTS:
        return None
    number = max((one.number for one in state.issue.comments), default=0) + 1
    words = block.text[start.offset : end].replace("\n", "")
    made = Comment(number, start.block, start.offset, end, text, clean(who).strip(), when, words)
    return _with(state, (*state.issue.comments, made), Label.COMMENT)


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


def words_at(issue: Issue, selection: Selection) -> tuple[Place, int] | None:
    """What a comment is made to: the selected words as far as they stand in the first of their blocks, or the place of the caret."""
    start, end = in_order(issue, selection)
    block = issue.block_index.get(start.block)
    if block is None:
        return None
    return start, end.offset if end.block == start.block else len(block.text)


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
    if one.block not in before.block_index:
        return one
    collapsed = one.start == one.end
    start = change.map_place(Place(one.block, one.start), forward=not collapsed)
    end = start if collapsed else change.map_place(Place(one.block, one.end), forward=False)
    if start is None or start.block not in after.block_index:
        start = end = place_since(before, after, Place(one.block, one.start))
    if start is None:
        return one
    length = len(after.block_index[start.block].text)
    first = min(start.offset, length)
    last = length if end is None or end.block != start.block else min(end.offset, length)  # parted within: as far as the first part goes
    if (start.block, first, max(first, last)) == (one.block, one.start, one.end):
        return one
    return replace(one, block=start.block, start=first, end=max(first, last))


def _altered(state: EditorState, number: int, alter: Callable[[Comment], Comment], label: Label) -> Outcome:
    return _with(state, tuple(alter(one) if one.number == number else one for one in state.issue.comments), label)


def _with(state: EditorState, comments: tuple[Comment, ...], label: Label) -> Outcome:
    if comments == state.issue.comments:
        return None
    return replace(state, issue=replace(state.issue, comments=comments)), Change(label)


def _tidy(text: str) -> str:
    return clean(text).strip()
