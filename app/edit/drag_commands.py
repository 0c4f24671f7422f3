"""What is selected goes to another place, or a copy of it does, as one step: what dragging a selection means."""

from __future__ import annotations

from dataclasses import replace

from app.edit.change import Change, Label
from app.edit.fragment import fragment_of
from app.edit.range_commands import both, delete_selection, paste_fragment
from app.edit.state import EditorState, Place, Selection, in_order, place_order, stands
from app.edit.text_commands import Outcome


def move_text(state: EditorState, target: Place) -> Outcome:
    """Move what is selected to a place outside of it, and leave it selected there."""
    gone = delete_selection(state) if _outside(state, target) else None
    landing = gone[1].map_place(target) if gone else None
    if gone is None or landing is None or state.selection is None:
        return None
    fragment = fragment_of(state.issue, *in_order(state.issue, state.selection))
    put = paste_fragment(gone[0].with_caret(landing), fragment)
    if put is None or put[0].issue == state.issue:
        return None
    change = both(gone[1], put[1], state, Label.MOVE_TEXT)
    return _selected(put[0], put[1], landing), change


def copy_text(state: EditorState, target: Place) -> Outcome:
    """Put a copy of what is selected to a place outside of it, and select the copy."""
    if not _outside(state, target) or state.selection is None:
        return None
    fragment = fragment_of(state.issue, *in_order(state.issue, state.selection))
    put = paste_fragment(state.with_caret(target), fragment)
    return (_selected(put[0], put[1], target), replace(put[1], label=Label.COPY_TEXT)) if put else None


def _outside(state: EditorState, target: Place) -> bool:
    """Whether something is selected and the place is not in it."""
    selection = state.selection
    if selection is None or selection.collapsed or not stands(state.issue, target):
        return False
    if not (stands(state.issue, selection.anchor) and stands(state.issue, selection.head)):
        return False
    start, end = in_order(state.issue, selection)
    return not place_order(state.issue, start) <= place_order(state.issue, target) <= place_order(state.issue, end)


def _selected(state: EditorState, change: Change, landing: Place) -> EditorState:
    """The state with what was put in at `landing` selected."""
    start = change.map_place(landing, forward=False)
    if state.selection is None or start is None or not stands(state.issue, start):
        return state
    return replace(state, selection=Selection(start, state.selection.head))
