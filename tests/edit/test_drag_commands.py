"""Dragging a selection: what moves, what is copied, and that no character is lost on the way."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.edit.drag_commands import copy_text, move_text
from app.edit.fragment import fragment_of, to_text
from app.edit.state import EditorState, Place, Selection, in_order
from app.model.issue import Issue
from app.model.issue_checks import ARTICLE_ROLES, check_issue
from tests.model.issues import issue


def selected(anchor: Place, head: Place) -> EditorState:
    return EditorState(issue(), Selection(anchor, head))


def words(state: EditorState) -> str:
    assert state.selection
    return to_text(fragment_of(state.issue, *in_order(state.issue, state.selection)))


def text(made: Issue, block: int) -> str:
    return made.block_index[block].text


def test_words_move_within_a_paragraph() -> None:
    outcome = move_text(selected(Place(15, 0), Place(15, 7)), Place(15, 17))
    assert outcome
    assert text(outcome[0].issue, 15) == "公司组织42人走访。一是排查到位。"
    assert words(outcome[0]) == "一是排查到位。" and outcome[1].label.value == "移动文字"


def test_words_move_to_another_article() -> None:
    outcome = move_text(selected(Place(16, 2), Place(16, 7)), Place(20, 0))
    assert outcome
    assert text(outcome[0].issue, 16) == "二是" and text(outcome[0].issue, 20).startswith("抢修及时。夜校")
    assert words(outcome[0]) == "抢修及时。"


def test_words_are_copied() -> None:
    outcome = copy_text(selected(Place(16, 0), Place(16, 2)), Place(20, 0))
    assert outcome
    assert text(outcome[0].issue, 16) == "二是抢修及时。" and text(outcome[0].issue, 20).startswith("二是夜校")
    assert words(outcome[0]) == "二是"


@pytest.mark.parametrize("target", [Place(15, 0), Place(15, 3), Place(15, 7), Place(999, 0), Place(15, 99)])
def test_a_place_inside_or_nowhere_takes_nothing(target: Place) -> None:
    state = selected(Place(15, 0), Place(15, 7))
    assert move_text(state, target) is None and copy_text(state, target) is None


def test_without_a_selection_nothing_moves() -> None:
    assert move_text(EditorState(issue()).with_caret(Place(15, 0)), Place(16, 0)) is None


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_moving_between_texts_of_articles_loses_no_character(data: st.DataObject) -> None:
    made = issue()
    blocks = [block for block in made.blocks() if block.role in ARTICLE_ROLES]

    def place() -> Place:
        block = data.draw(st.sampled_from(blocks))
        return Place(block.id, data.draw(st.integers(0, len(block.text))))

    state = EditorState(made, Selection(place(), place()))
    outcome = move_text(state, place())
    if outcome is None:
        return
    after, _ = outcome
    check_issue(after.issue)
    assert Counter("".join(block.text for block in after.issue.blocks())) == Counter("".join(block.text for block in made.blocks()))
    assert words(after).replace("\n", "") == words(state).replace("\n", "")
