"""What the window shows of the stage of the issue at hand, beside its title."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.signing import Stage
from app.ui.main_window import MainWindow

_STEPS = ("submit", "withdraw", "sign", "lift", "issued", "not_issued")


@pytest.mark.parametrize(
    ("stage", "steps"),
    [
        (Stage.EDITING, {"submit", "sign"}),
        (Stage.FIRST_PROOF, {"submit", "sign"}),
        (Stage.SECOND_PROOF, {"submit", "sign"}),
        (Stage.SUBMITTED, {"withdraw", "sign"}),
        (Stage.SIGNED, {"lift", "issued"}),
        (Stage.ISSUED, {"lift", "not_issued"}),
    ],
)
def test_the_steps_that_a_stage_allows(opened: MainWindow, stage: Stage, steps: set[str]) -> None:
    issue = opened.session.issue
    assert issue is not None
    opened.session.stand(replace(issue, stage=stage))
    assert opened.outline.stage.text() == stage.value
    assert {name for name in _STEPS if opened.actions_[name].isEnabled()} == steps


def test_without_an_issue_there_is_no_stage(window: MainWindow) -> None:
    assert window.outline.stage.text() == ""
    assert not any(window.actions_[name].isEnabled() for name in _STEPS)
