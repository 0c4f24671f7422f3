"""One article becomes two at the paragraph of the caret."""

from __future__ import annotations

import pytest

from app.edit.begin_article import begin_article
from app.edit.commands import press_backspace
from app.edit.state import EditorState, Place
from app.model.issue import Role
from app.model.issue_checks import check_issue
from tests.edit.test_laws import check_change
from tests.model.issues import issue


def test_the_article_is_split_at_the_caret() -> None:
    state = EditorState(issue()).with_caret(Place(15, 3))
    outcome = begin_article(state)
    assert outcome
    after, change = outcome
    check_change(state, after, change)
    first, second, *_ = after.issue.sections[0].articles
    assert first.id == 12 and [p.id for p in first.paragraphs] == [14]
    assert (second.title.id, second.title.role, second.title.marks) == (15, Role.TITLE, ())
    assert second.title.text == "一是排查到位。公司组织42人走访。" and [p.id for p in second.paragraphs] == [16]
    assert after.selection == state.selection
    assert first.toc_title and first.unit == "市供水公司" and second.toc_title is None
    assert after.issue.sections[1] is state.issue.sections[1]


def test_backspace_at_the_new_title_makes_one_article_again() -> None:
    outcome = begin_article(EditorState(issue()).with_caret(Place(16, 0)))
    assert outcome
    back = press_backspace(outcome[0])
    assert back and [article.id for article in back[0].issue.sections[0].articles] == [12, 18]
    check_issue(back[0].issue)


@pytest.mark.parametrize("place", [Place(13, 0), Place(17, 0), Place(11, 0), Place(2, 0), Place(30, 0), Place(999, 0)])
def test_only_a_paragraph_of_an_article_can_be_a_title(place: Place) -> None:
    made = issue()
    state = EditorState(made).with_caret(place) if place.block in made.block_index else EditorState(made)
    assert begin_article(state) is None
