"""Number and running total are exchanged as one step, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from app.edit.history import History
from app.edit.number_commands import propose_number
from app.edit.state import EditorState, Place
from tests.model.issues import issue


def test_both_places_are_one_step() -> None:
    before = EditorState(issue()).with_caret(Place(3, 3))
    outcome = propose_number(before, "第8期", "（总第32期）")
    assert outcome is not None
    after = outcome[0].issue
    assert after.masthead.total is not None
    assert (after.masthead.number.text, after.masthead.total.text) == ("第8期", "（总第32期）")
    assert after.sections is before.issue.sections and after.footer is before.issue.footer
    assert outcome[0].selection is not None and outcome[0].selection.head == Place(3, 3)
    undone = History(before).record(outcome, 0.0).undo()
    assert undone is not None and undone.present.issue == before.issue


def test_what_stands_already_is_no_step() -> None:
    state = EditorState(issue())
    assert propose_number(state, "第7期", "（总第31期）") is None
    assert propose_number(state, "", "") is None
    bare = EditorState(replace(state.issue, masthead=replace(state.issue.masthead, total=None)))
    outcome = propose_number(bare, "第8期", "（总第32期）")
    assert outcome is not None and outcome[0].issue.masthead.total is None
