"""A command that puts another number into the masthead, in both of its places, as one step."""

from __future__ import annotations

from dataclasses import replace

from app.edit.change import Change, Label, Splice
from app.edit.state import EditorState
from app.edit.text_commands import Outcome
from app.edit.tree import with_blocks


def propose_number(state: EditorState, number: str, total: str) -> Outcome:
    """Let the issue bear this number, and where it prints a running total that one. None where it does so already."""
    head = state.issue.masthead
    wanted = [(head.number, number)] + ([(head.total, total)] if head.total else [])
    changed = [(block, text) for block, text in wanted if text and block.text != text]
    if not changed:
        return None
    issue = with_blocks(state.issue, {block.id: replace(block, text=text, marks=()) for block, text in changed})
    splices = tuple(Splice.between(block.id, block.text, text) for block, text in changed)
    change = Change(Label.NUMBER, splices)
    return EditorState(issue, change.map_selection(state.selection)), change
