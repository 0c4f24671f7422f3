"""The list of places to go back to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.edit import commands as c
from app.edit.change import Label
from app.edit.history import History
from app.edit.landmarks import landmarks
from app.edit.state import EditorState, Place
from app.text.search import Query
from tests.model.issues import issue

BODY = 20
_ACTS = {
    "type": lambda state, n: c.replace_text(state, Place(BODY, 0), 0, str(n)),
    "move": lambda state, n: c.move_article_down(state, 12) or c.move_article_up(state, 12),
    "replace": lambda state, n: c.replace_all(state, Query("。"), "。。"),
    "look": lambda state, n: c.apply_preset(state, "26x22" if n % 2 else "28x22"),
}


@settings(deadline=None)
@given(st.lists(st.sampled_from(list(_ACTS)), max_size=8))
def test_each_leads_to_before_its_first_step(acts: list[str]) -> None:
    history = History(EditorState(issue()))
    states = [history.present]
    for number, act in enumerate(acts):
        outcome = _ACTS[act](history.present, number)
        if outcome is not None:
            history = history.record(outcome, number * 10)
            states.append(history.present)
    found = landmarks(history)
    assert sum(landmark.count for landmark in found) == len(history.past)
    assert all(a.label is not b.label or a.large for a, b in pairwise(found))
    for landmark in found:
        assert landmark.count == 1 or not landmark.large
        earlier = history.back(landmark.back)
        assert earlier is not None
        assert earlier.present == states[-1 - landmark.back]
        assert earlier.redo_label == landmark.label
        for _ in range(landmark.back):
            forth = earlier.redo()
            assert forth is not None
            earlier = forth
        assert earlier.present == history.present
    assert history.back(len(history.past) + 1) is None
    assert history.back(0) is history


@pytest.mark.parametrize("label", [Label.REPLACE_ALL, Label.TEMPLATE, Label.IMPORT])
def test_large_steps_stand_out(label: Label) -> None:
    assert label.large and not Label.TYPE.large
