"""A command that writes the record of the rounds of proofreading (三校记录)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.edit.change import Change, Label
from app.edit.spans import clean, one_line
from app.edit.state import EditorState
from app.edit.text_commands import Outcome
from app.model.people import ROUNDS, ProofRound, round_named


def set_rounds(state: EditorState, rounds: Iterable[ProofRound]) -> Outcome:
    """Let these be the record, in their order; rounds of which nothing is noted are left out. None where it is so already."""
    given = tuple(rounds)
    tidy = tuple(one for name in ROUNDS if not (one := _tidy(round_named(given, name))).empty)
    if tidy == state.issue.rounds:
        return None
    return replace(state, issue=replace(state.issue, rounds=tidy)), Change(Label.PROOF_ROUND)


def _tidy(one: ProofRound) -> ProofRound:
    return replace(one, person=one_line(one.person).strip(), day=one_line(one.day).strip(), what=clean(one.what).strip())
