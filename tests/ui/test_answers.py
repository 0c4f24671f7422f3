"""A window that asks has one button that Enter takes, and 取消."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.ui.answers import yes_or_cancel


@pytest.mark.parametrize(
    ("key", "result"), [(Qt.Key.Key_Return, QDialog.DialogCode.Accepted), (Qt.Key.Key_Escape, QDialog.DialogCode.Rejected)]
)
def test_enter_takes_what_the_window_is_there_for_and_escape_takes_nothing(qtbot: QtBot, key: Qt.Key, result: int) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    box, yes = yes_or_cancel(dialog, "交接")
    QVBoxLayout(dialog).addWidget(box)
    assert sorted(button.text() for button in box.buttons()) == ["交接", "取消"]
    with qtbot.waitSignal(dialog.finished) as finished:
        dialog.show()
        qtbot.keyClick(dialog, key)
    assert finished.args == [result] and yes.text() == "交接"


def test_a_grey_answer_is_not_taken(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    box, yes = yes_or_cancel(dialog, "交接")
    QVBoxLayout(dialog).addWidget(box)
    yes.setEnabled(False)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()
