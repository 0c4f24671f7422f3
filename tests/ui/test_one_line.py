"""A question of one line: what can't be taken is told, and the button is grey until it can."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.ui.asking import Asker
from app.ui.one_line import OneLineDialog


def test_the_button_waits_for_words_that_can_be_taken(qtbot: QtBot) -> None:
    dialog = OneLineDialog("题", "问什么？", "好", lambda words: "太短了。" if len(words) < 3 else "")
    qtbot.addWidget(dialog)
    assert not dialog.yes.isEnabled() and dialog.hint.text() == ""
    dialog.line.setText("  一二 ")
    assert not dialog.yes.isEnabled() and dialog.hint.text() == "太短了。"
    dialog.line.setText("一二三 ")
    assert dialog.yes.isEnabled() and dialog.words == "一二三" and dialog.hint.text() == ""


@pytest.mark.parametrize(
    ("typed", "told"),
    [("2021-3-9", ""), ("2021年3月4日", "早于签发的2021年3月5日"), ("2021年3月11日", "还没有到"), ("3月9日", "不完整")],
)
def test_a_day_of_printing_is_not_before_the_signature_nor_after_today(qtbot: QtBot, typed: str, told: str) -> None:
    found: list[str] = []

    def answer(dialog: OneLineDialog) -> int:
        found.append(dialog.line.text())
        dialog.line.setText(typed)
        assert dialog.yes.isEnabled() is not bool(told) and told in dialog.hint.text()
        return QDialog.DialogCode.Accepted if dialog.yes.isEnabled() else QDialog.DialogCode.Rejected

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(OneLineDialog, "exec", answer)
        day = Asker(None).issued_day("2021-03-10", "2021-03-05")
        patch.setattr(OneLineDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
        assert Asker(None).issued_day("2021-03-10", "2021-03-20") == "2021-03-20", "dated ahead"
    QApplication.processEvents()
    assert (found, day) == (["2021年3月10日"], None if told else "2021-03-09")
