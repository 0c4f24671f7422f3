"""What the dialog of sign-off proposes and wants: the number of the day's year, and a whole date that the clerk gives."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.desk.check_line import CheckLine
from app.desk.sign_question import SignQuestion, Standing
from app.model.issue import Issue
from app.model.signing import Number, Series, SignedIssue
from app.ui.sign_dialog import SignDialog, SignWishes
from tests.layout.bulletins import bulletin, stories, template

NAME = "工作简报"
TAKEN = (Number(NAME, Series.YEARLY, 2021, 7, "g"), Number(NAME, Series.TOTAL, 0, 40, "g"))
LAST = SignedIssue("g", 1, NAME, "第7期", "2021年3月1日", "2021-03-01", "2021-03-01T10:00:00", year=2021, figure=7)
KNOWN = Standing(TAKEN, (LAST,))


def issue(number: str, date: str = "") -> Issue:
    made = bulletin(template(), stories(1, 1))
    head = made.masthead
    head = replace(head, number=replace(head.number, text=number), date=replace(head.date, text=date), total=None)
    return replace(made, masthead=head, key="h")


def made(qtbot: QtBot, number: str = "第8期（总第41期）", date: str = "", standing: Standing = KNOWN) -> SignDialog:
    dialog = SignDialog(SignQuestion("工作简报 第8期", issue(number, date), standing, "2021-03-08", "张市长"))
    qtbot.addWidget(dialog)
    return dialog


def test_no_date_is_filled_in_and_today_is_a_click(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    assert dialog.day.text() == "" and not dialog.sign.isEnabled()
    dialog.today.click()
    assert dialog.day.text() == "2021年3月8日" and dialog.sign.isEnabled()
    assert dialog.wishes == SignWishes(8, 41, "2021-03-08", "张市长")
    assert "最近签发的是第 7 期" in dialog.hint.text() and not dialog.doubt.isVisibleTo(dialog)


@pytest.mark.parametrize("day", ["3月8日", "2021年3月　日", "2021年2月30日", "明天"])
def test_a_date_that_is_not_whole_signs_nothing(qtbot: QtBot, day: str) -> None:
    dialog = made(qtbot)
    dialog.day.setText(day)
    assert not dialog.sign.isEnabled() and "日期不完整" in dialog.hint.text()


def test_another_year_has_another_number_and_a_gap_is_told(qtbot: QtBot) -> None:
    dialog = made(qtbot, date="2021年3月8日")
    dialog.figure.setValue(11)
    assert "中间空着 3 个号" in dialog.hint.text()
    dialog.day.setText("2022-01-04")
    assert (dialog.figure.value(), dialog.wishes.day) == (1, "2022-01-04")
    dialog.figure.setValue(0)
    assert not dialog.sign.isEnabled()


def test_the_first_number_of_an_office_outlives_the_date(qtbot: QtBot) -> None:
    dialog = made(qtbot, "第　期", standing=Standing())
    dialog.day.setText("2021年3月8日")
    assert "请填上" in dialog.hint.text() and not dialog.sign.isEnabled()
    dialog.day.clear()
    dialog.figure.setValue(1)
    dialog.day.setText("2021年3月8日")
    assert dialog.wishes.figure == 1 and dialog.sign.isEnabled()


def test_an_issue_without_a_number_asks_for_none(qtbot: QtBot) -> None:
    dialog = made(qtbot, "专报", date="2021年3月8日")
    assert dialog.sign.isEnabled() and dialog.wishes == SignWishes(0, 0, "2021-03-08", "张市长")
    assert not dialog.figure.isVisibleTo(dialog) and "不编号" in dialog.hint.text()


def test_a_date_that_speaks_against_the_number_is_told_and_may_stand(qtbot: QtBot) -> None:
    dialog = made(qtbot, date="2021年2月8日")
    assert "第7期是2021年3月1日的" in dialog.doubt.text() and dialog.doubt.isVisibleTo(dialog) and dialog.sign.isEnabled()
    dialog.day.setText("2021年3月5日")
    assert not dialog.doubt.isVisibleTo(dialog)


def test_what_the_last_check_has_left_is_named_and_one_click_away(qtbot: QtBot) -> None:
    dialog = made(qtbot, date="2021年3月8日")
    good, bad = CheckLine("报送单位", True, "和上一期一样"), CheckLine("校对：必错", False, "2 处 <a>")
    dialog.show_check((good, CheckLine("期号", False, "期号还没有填")))
    assert dialog.check.text() == "定稿前检查：都好了。" and dialog.sign.text() == "签发"
    dialog.show_check((good, bad))
    assert "还有 1 项" in dialog.check.text() and "必错：2 处 &lt;a&gt;" in dialog.check.text()
    assert dialog.sign.text() == "仍然签发" and dialog.sign.isEnabled()
    with qtbot.waitSignals([dialog.check_asked, dialog.rejected]):
        dialog.check.linkActivated.emit("check")
