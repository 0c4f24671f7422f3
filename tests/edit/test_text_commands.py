"""Typing and setting texts: what the block becomes, where the caret goes, what happens to leads."""

from __future__ import annotations

import pytest

from app.edit import commands as c
from app.edit.change import Splice
from app.edit.spans import clean, one_line, spliced_marks
from app.edit.state import EditorState, Place, Selection, in_order
from app.model.issue import Mark, MarkKind, Role
from tests.model.issues import issue

STATE = EditorState(issue())
TITLE, HEADING, LEAD, BODY = 13, 14, 15, 20


def text_of(outcome: c.Outcome, block: int) -> str:
    assert outcome is not None
    return outcome[0].issue.block_index[block].text


def test_typing_puts_the_caret_behind_the_text_and_tells_the_splice() -> None:
    outcome = c.replace_text(STATE, Place(BODY, 2), 2, "昨天")
    assert text_of(outcome, BODY) == "夜校昨天开了三个班。"
    assert outcome is not None
    state, change = outcome
    assert state.selection == Selection(Place(BODY, 4), Place(BODY, 4))
    assert change.splices == (Splice(Place(BODY, 2), Place(BODY, 2), (BODY,), Place(BODY, 4), 2),)
    assert change.label == "输入"
    assert change.map_place(Place(BODY, 2), forward=False) == Place(BODY, 2)
    assert change.map_place(Place(BODY, 2)) == Place(BODY, 4)
    assert change.map_place(Place(BODY, 3)) == Place(BODY, 5)


def test_what_a_keyboard_cannot_mean_is_left_out() -> None:
    assert text_of(c.replace_text(STATE, Place(BODY, 0), 0, "\x00\ud800甲\t乙\r\n丙"), BODY).startswith("甲 乙丙夜校")
    assert text_of(c.set_title(STATE, 18, "青石镇\r\n办好\u2028夜校"), 19) == "青石镇\n办好\n夜校"
    assert one_line("green\nstone") == "green stone"
    assert one_line("绿\nstone") == "绿stone"
    assert clean("a\x0bb\x85c") == "a\nb\nc"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [(Place(999, 0), 0, "x"), (Place(BODY, -1), 0, "x"), (Place(BODY, 3), 2, "x"), (Place(BODY, 0), 99, ""), (Place(BODY, 0), 0, "\x00")],
)
def test_a_place_that_is_none_or_nothing_new_is_no_command(start: Place, end: int, text: str) -> None:
    assert c.replace_text(STATE, start, end, text) is None


def test_setting_a_text_touches_only_what_differs() -> None:
    outcome = c.set_text(STATE, BODY, "夜校开了五个班。")
    assert outcome is not None
    state, change = outcome
    assert change.splices[0].start == Place(BODY, 4)
    assert change.splices[0].end == Place(BODY, 5)
    assert change.label == "修改文字"
    assert c.set_text(state, BODY, "夜校开了五个班。") is None
    assert c.set_text(state, 999, "x") is None


def test_number_and_date_are_set_as_they_print() -> None:
    outcome = c.set_number(STATE, "第　期")
    assert text_of(outcome, 3) == "第　期"
    assert outcome is not None
    assert outcome[1].label == "修改期号"
    outcome = c.set_date(STATE, "2031年3月　日")
    assert outcome is not None
    assert outcome[0].issue.masthead.date.text == "2031年3月　日"
    assert outcome[0].issue.masthead.number is STATE.issue.masthead.number
    assert outcome[0].issue.sections is STATE.issue.sections


def test_only_the_edited_article_is_another_object() -> None:
    outcome = c.replace_text(STATE, Place(BODY, 0), 0, "，")
    assert outcome is not None
    old, new = STATE.issue, outcome[0].issue
    assert new.masthead is old.masthead
    assert new.footer is old.footer
    assert new.template is old.template
    assert new.sections[1] is old.sections[1]
    assert new.sections[0].articles[0] is old.sections[0].articles[0]
    assert new.sections[0].name is old.sections[0].name
    assert new.sections[0].articles[1].title is old.sections[0].articles[1].title


@pytest.mark.parametrize(
    ("start", "end", "inserted", "expected"),
    [
        (0, 0, 2, (0, 7)),  # at the head of the lead: part of it
        (3, 3, 2, (0, 7)),
        (5, 5, 2, (0, 5)),  # behind it: not
        (4, 5, 1, (0, 5)),
        (4, 7, 1, (0, 4)),
        (0, 5, 1, (0, 1)),
        (0, 5, 0, None),
        (0, 9, 4, None),
        (6, 7, 0, (0, 5)),
    ],
)
def test_a_lead_follows_its_text(start: int, end: int, inserted: int, expected: tuple[int, int] | None) -> None:
    marks = spliced_marks([Mark(0, 5, MarkKind.LEAD)], start, end, inserted)
    assert [(mark.start, mark.end) for mark in marks] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("start", "end", "inserted", "expected"),
    [(0, 1, 0, (3, 6)), (2, 5, 1, (3, 5)), (4, 4, 1, (4, 8)), (2, 8, 3, None), (7, 8, 0, (4, 7)), (5, 9, 9, (4, 5))],
)
def test_a_mark_in_the_middle_follows_its_text(start: int, end: int, inserted: int, expected: tuple[int, int] | None) -> None:
    marks = spliced_marks([Mark(4, 7, MarkKind.LEAD)], start, end, inserted)
    assert [(mark.start, mark.end) for mark in marks] == ([expected] if expected else [])


def test_a_lead_is_set_changed_and_taken_away() -> None:
    assert c.set_lead(STATE, LEAD, 7) is None
    outcome = c.set_lead(STATE, LEAD, 0)
    assert outcome is not None
    assert outcome[0].issue.block_index[LEAD].marks == ()
    outcome = c.set_lead(outcome[0], LEAD, 3)
    assert outcome is not None
    assert outcome[0].issue.block_index[LEAD].marks == (Mark(0, 3, MarkKind.LEAD),)
    assert c.set_lead(STATE, LEAD, 99) is None
    assert c.set_lead(STATE, HEADING, 1) is None


def test_a_selection_is_read_in_printing_order() -> None:
    early, late = Place(5, 3), Place(30, 0)
    assert in_order(STATE.issue, Selection(late, early)) == (early, late)
    assert in_order(STATE.issue, Selection(Place(5, 3), Place(5, 1))) == (Place(5, 1), Place(5, 3))
    assert STATE.issue.block_index[5].role is Role.DATE
