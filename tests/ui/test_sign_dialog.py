"""What the dialog of sign-off proposes and wants: the number of the day's year, and a whole date that the clerk gives."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.desk.numbers import Proposal
from app.model.signing import Series
from app.ui.sign_dialog import SignDialog, SignWishes


def by_year(year: int) -> Proposal:
    return Proposal(Series.YEARLY, year or 2021, 1, 41, 0) if year == 2022 else Proposal(Series.YEARLY, 2021, 8, 41, 7)


def made(qtbot: QtBot, *, numbered: bool = True, with_total: bool = True, date: str = "") -> SignDialog:
    dialog = SignDialog(
        "工作简报 第8期", by_year, lambda: "2021-03-08", numbered=numbered, with_total=with_total, date=date, signer="张市长"
    )
    qtbot.addWidget(dialog)
    return dialog


def test_no_date_is_filled_in_and_today_is_a_click(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    assert dialog.day.text() == "" and not dialog.sign.isEnabled()
    dialog.today.click()
    assert dialog.day.text() == "2021年3月8日" and dialog.sign.isEnabled()
    assert dialog.wishes == SignWishes(8, 41, "2021-03-08", "张市长")
    assert "最近签发的是第 7 期" in dialog.hint.text()


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
    dialog = SignDialog("工作简报", lambda year: Proposal(Series.YEARLY, year, 0, 0), lambda: "", numbered=True, with_total=False)
    qtbot.addWidget(dialog)
    dialog.day.setText("2021年3月8日")
    assert "请填上" in dialog.hint.text() and not dialog.sign.isEnabled()
    dialog.day.clear()
    dialog.figure.setValue(1)
    dialog.day.setText("2021年3月8日")
    assert dialog.wishes.figure == 1 and dialog.sign.isEnabled()


def test_an_issue_without_a_number_asks_for_none(qtbot: QtBot) -> None:
    dialog = made(qtbot, numbered=False, with_total=False, date="2021年3月8日")
    assert dialog.sign.isEnabled() and dialog.wishes == SignWishes(0, 0, "2021-03-08", "张市长")
    assert not dialog.figure.isVisibleTo(dialog) and "不编号" in dialog.hint.text()
