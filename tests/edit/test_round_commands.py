"""The record of the rounds of proofreading: one step, in its order, without empty rounds."""

from __future__ import annotations

from app.edit.change import Label
from app.edit.history import History
from app.edit.round_commands import set_rounds
from app.edit.state import EditorState
from app.model.people import ProofRound, round_named
from tests.model.issues import issue

FIRST, THIRD = ProofRound("一校", "张敏", "3月8日", 12, "改了人名", signed=True), ProofRound("三校", "李军")


def test_rounds_are_kept_in_their_order_without_empty_ones() -> None:
    outcome = set_rounds(EditorState(issue()), [THIRD, ProofRound("二校"), FIRST])
    assert outcome is not None
    state, change = outcome
    assert state.issue.rounds == (FIRST, THIRD)
    assert change.label is Label.PROOF_ROUND
    assert round_named(state.issue.rounds, "二校").empty
    undone = History(EditorState(issue())).record(outcome, 0.0).undo()
    assert undone is not None and undone.present.issue == issue()


def test_what_stands_there_already_is_no_step() -> None:
    outcome = set_rounds(EditorState(issue()), [FIRST])
    assert outcome is not None
    assert set_rounds(outcome[0], [FIRST, ProofRound("二校")]) is None
    assert set_rounds(EditorState(issue()), []) is None


def test_words_are_kept_without_what_no_issue_may_hold() -> None:
    outcome = set_rounds(EditorState(issue()), [ProofRound("一校", " 张\n敏 ", "3月8日\x00", what=" 改人名\r\n改日期 ")])
    assert outcome is not None
    assert outcome[0].issue.rounds == (ProofRound("一校", "张敏", "3月8日", what="改人名\n改日期"),)
