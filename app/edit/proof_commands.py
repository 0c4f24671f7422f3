"""Commands that do what the proofreading proposes: put right words in, one place or many as one step, or let a place stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.edit.change import Change, Label, Splice
from app.edit.spans import fitting, spliced
from app.edit.state import EditorState, Place, Selection
from app.edit.text_commands import Outcome
from app.edit.tree import with_blocks
from app.model.issue import Paragraph, Passed
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Fix:
    """Characters `start` to `end` of a block, which read `old`, should read `new`."""

    block: int
    start: int
    end: int
    old: str
    new: str


def fix(state: EditorState, fixes: Sequence[Fix], label: Label | None = None) -> Outcome:
    """Put what is right in every place that still reads as it did; None where there is none. One fix leaves the caret behind it."""
    by_block: dict[int, list[Fix]] = {}
    for one in fixes:
        block = state.issue.block_index.get(one.block)
        if block is not None and block.text[one.start : one.end] == one.old and one.old != one.new:
            by_block.setdefault(one.block, []).append(one)
    if not by_block:
        return None
    blocks: dict[int, Paragraph] = {}
    splices: list[Splice] = []
    for key, own in by_block.items():
        block = state.issue.block_index[key]
        limit = len(block.text)
        for one in sorted(own, key=lambda one: one.start, reverse=True):  # from behind, so that each place is still valid
            if one.end <= limit:
                new = fitting(one.new, block.role)
                block = spliced(block, one.start, one.end, new)
                landing = Place(key, one.start + len(new))
                splices.append(Splice(Place(key, one.start), Place(key, one.end), (key,), landing, len(new)))
                limit = one.start
        blocks[key] = block
    many = len(splices) > 1
    change = Change(label or (Label.FIX_ALL if many else Label.FIX), tuple(splices))
    caret = change.map_selection(state.selection) if many else Selection(splices[0].landing, splices[0].landing)
    return EditorState(with_blocks(state.issue, blocks), caret), change


def let_stand(state: EditorState, passed: Passed) -> Outcome:
    """Tell nobody of this finding again."""
    if passed in state.issue.passed:
        return None
    issue = replace(state.issue, passed=(*state.issue.passed, passed))
    return EditorState(issue, state.selection), Change(Label.LET_STAND, ())


def heed(state: EditorState, passed: Passed) -> Outcome:
    """Tell of it again."""
    if passed not in state.issue.passed:
        return None
    issue = replace(state.issue, passed=tuple(one for one in state.issue.passed if one != passed))
    return EditorState(issue, state.selection), Change(Label.HEED, ())
