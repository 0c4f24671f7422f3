"""Masthead, footer and look of an issue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.edit import commands as c
from app.edit.change import Change
from app.edit.state import EditorState, Place, Selection
from app.errors import UserError
from app.model.issue import Paragraph, Role
from tests.model.issues import issue
from tests.model.pictures import picture

STATE = EditorState(issue())


def done(outcome: c.Outcome) -> tuple[EditorState, Change]:
    assert outcome is not None
    return outcome


def test_masthead_lines_keep_their_blocks() -> None:
    state, change = done(c.set_masthead_lines(STATE.with_caret(Place(1, 9)), ["云河创建", "工作简报", "增刊"]))
    head = state.issue.masthead
    assert [(line.id, line.text) for line in head.lines] == [(1, "云河创建"), (2, "工作简报"), (40, "增刊")]
    assert head.lines[1] is STATE.issue.masthead.lines[1]
    assert state.selection == Selection(Place(1, 4), Place(1, 4))
    assert (change.added, change.label) == ((40,), "修改报头")
    state, change = done(c.set_masthead_lines(STATE, ["简报"]))
    assert (len(state.issue.masthead.lines), change.removed) == (1, (2,))
    assert c.set_masthead_lines(STATE, ["云河市创建文明城市", "工作简报"]) is None
    assert c.set_masthead_lines(STATE, []) is None


def test_a_picture_takes_the_place_of_the_name_and_goes_again() -> None:
    found = picture(70, 120.0)
    state, change = done(c.set_masthead_picture(STATE.with_caret(Place(1, 3)), found))
    head = state.issue.masthead
    assert head.picture == found and head.lines is STATE.issue.masthead.lines
    assert state.selection == Selection(Place(head.number.id, 0), Place(head.number.id, 0))  # the name's lines are not printed
    assert change.label == "改报头图片"
    assert c.set_masthead_picture(state, found) is None
    wider, _ = done(c.set_masthead_picture_width(state, 999.0))
    assert wider.issue.masthead.picture == replace(found, width_mm=400.0)
    gone, _ = done(c.set_masthead_picture(state, None))
    assert gone.issue == STATE.issue
    assert c.set_masthead_picture_width(gone, 90.0) is None and c.set_masthead_picture(gone, None) is None


def test_what_is_deleted_around_the_picture_leaves_the_hidden_name() -> None:
    state, _ = done(c.set_masthead_picture(STATE, picture(70, 120.0)))
    head = state.issue.masthead
    assert head.secrecy
    whole = Selection(Place(head.secrecy.id, 0), Place(head.number.id, len(head.number.text)))
    state, _ = done(c.delete_selection(replace(state, selection=whole)))
    assert state.issue.masthead.lines == head.lines and state.issue.masthead.number.text == ""


def test_issuers_stand_one_a_line() -> None:
    state, _ = done(c.set_issuers(STATE, ["云河市创建办", "云河市文明办"]))
    assert [(line.id, line.text, line.role) for line in state.issue.masthead.issuers] == [
        (4, "云河市创建办", Role.ISSUER),
        (40, "云河市文明办", Role.ISSUER),
    ]
    assert done(c.set_issuers(state, []))[0].issue.masthead.issuers == ()


def test_recipients_are_pairs_of_label_and_bodies() -> None:
    state, change = done(c.set_recipients(STATE, [("报", "市委常委"), ("送", "各镇街"), ("抄送", "市档案馆")]))
    lines = state.issue.footer.recipients
    assert [(line.label, line.paragraph.id, line.paragraph.text) for line in lines] == [
        ("报", 30, "市委常委"),
        ("送", 31, "各镇街"),
        ("抄送", 40, "市档案馆"),
    ]
    assert lines[0] is STATE.issue.footer.recipients[0]
    assert lines[1].paragraph is STATE.issue.footer.recipients[1].paragraph
    assert change.added == (40,)
    assert c.set_recipients(state, [("报", "市委常委"), ("送", "各镇街"), ("抄送", "市档案馆")]) is None
    assert done(c.set_recipients(STATE, []))[1].removed == (30, 31)


@pytest.mark.parametrize(
    ("typed", "held"),
    [("300", "300"), ("共印３００份", "300"), ("1,200", "1200"), ("１，２００", "1200"), ("007", "7"), ("0", "0")],
)
def test_copies_are_a_bare_figure(typed: str, held: str) -> None:
    copies = done(c.set_copies(STATE, typed))[0].issue.footer.copies
    assert copies is not None
    assert copies.text == held


def test_copies_may_be_left_out_but_not_guessed() -> None:
    assert done(c.set_copies(STATE, ""))[0].issue.footer.copies is None
    assert c.set_copies(STATE, "若干") is None
    assert c.set_copies(STATE, "260份") is None


def test_lines_that_an_issue_may_lack_come_and_go() -> None:
    state, change = done(c.set_optional(STATE, "secrecy", ""))
    assert (state.issue.masthead.secrecy, change.removed) == (None, (7,))
    assert c.set_optional(state, "secrecy", "") is None
    state, change = done(c.set_optional(state, "secrecy", "内部资料　注意保存"))
    assert state.issue.masthead.secrecy == Paragraph(40, "内部资料　注意保存", Role.SECRECY)
    assert change.added == (40,)
    state, change = done(c.set_optional(state, "editors", "编辑：甲"))
    assert state.issue.footer.editors == Paragraph(32, "编辑：甲", Role.EDITORS)
    assert state.issue.masthead.number is STATE.issue.masthead.number


def test_the_look_changes_and_the_texts_stay() -> None:
    state, change = done(c.apply_preset(STATE, "26x22"))
    assert state.issue.template.grid.characters == 26
    assert state.issue.sections is STATE.issue.sections
    assert change == Change(change.label)
    assert c.apply_preset(state, "26x22") is None
    state, _ = done(c.apply_template(state, STATE.issue.template))
    assert state == STATE
    with pytest.raises(UserError, match=r"grid\.lines"):
        c.apply_values(STATE, {"grid.lines": 99})
    with pytest.raises(UserError, match="没有预设"):
        c.apply_preset(STATE, "40x40")
