"""分发单: who gets how many copies, held against the print count, kept for this issue or for good; sets of recipients (S5, M14)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.desk.library import open_library
from app.edit.frame_commands import set_recipients
from app.model.distribution import Portion
from app.ui.asking import Answer
from app.ui.distribution_dialog import DistributionDialog
from app.ui.main_window import MainWindow
from tests.ui.conftest import PreparedAsker

Settle = Callable[[], None]


@pytest.fixture
def asked(opened: MainWindow, qtbot: QtBot) -> DistributionDialog:
    """The dialog on a bulletin of which 260 copies are printed."""
    opened.session.perform(set_recipients, [("报", "市委常委"), ("发", "市直各部门各单位")])
    opened.actions_["distribution"].trigger()
    qtbot.waitUntil(lambda: opened.library.library is not None and not opened.library.busy and not opened.month.distribution.busy)
    dialog = opened.month.distribution.dialog
    assert dialog is not None
    return dialog


def write(dialog: DistributionDialog, row: int, column: int, value: object) -> None:
    assert dialog.model.setData(dialog.model.index(row, column), value)


def press(dialog: DistributionDialog, words: str) -> None:
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == words)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def copies(window: MainWindow) -> int:
    issue = window.session.issue
    assert issue is not None and issue.footer.copies is not None
    return int(issue.footer.copies.text)


def test_the_sum_is_the_print_count_or_the_clerk_is_told(
    opened: MainWindow, asked: DistributionDialog, settle: Settle, qtbot: QtBot
) -> None:
    printed = copies(opened)
    write(asked, 0, 2, 59)
    write(asked, 1, 2, printed - 60)
    assert asked.sum.text() == f"合计 {printed - 1} 份，比印数 {printed} 份少 1 份。"
    asked.table.setCurrentIndex(asked.model.index(1, 2))
    press(asked, "余数归这一行")
    assert asked.portions[1].copies == printed - 59 and asked.sum.text() == f"合计 {printed} 份，和印数相等。"
    write(asked, 1, 2, printed - 60)
    press(asked, "存下，只用于本期")
    settle()
    assert any("少 1 份" in said() for said in opened.exports.reminders)
    qtbot.waitUntil(lambda: "本期的分发单记下了" in opened.bar.text and "少 1 份" in opened.bar.text, timeout=5_000)
    opened.actions_["distribution"].trigger()
    again = opened.month.distribution.dialog
    assert again is not None and again.portions[1].copies == printed - 60
    again.reject()


def test_a_list_for_good_is_the_next_issues_too(opened: MainWindow, asked: DistributionDialog, settle: Settle) -> None:
    write(asked, 0, 2, 59)
    place = asked.model.add(1)
    write(asked, place, 0, "存档")
    write(asked, place, 1, "本办")
    press(asked, "存下，以后各期都用")
    settle()
    issue = opened.session.issue
    assert issue is not None
    opened.library.close()
    library = open_library(opened.memory.data)
    kept = library.distribution.read(issue.masthead.name)
    assert kept is not None and [(one.group, one.name, one.copies) for one in kept][::2] == [("报", "市委常委", 59), ("存档", "本办", 1)]
    assert library.distribution.read(issue.masthead.name, issue.key) is None
    library.close()


def test_what_is_being_written_outlives_what_another_desk_keeps(opened: MainWindow, asked: DistributionDialog, qtbot: QtBot) -> None:
    issue, library = opened.session.issue, opened.library.library
    assert issue is not None and library is not None
    write(asked, 0, 2, 59)
    mine, theirs = asked.portions, (Portion("报", "市委常委", 7),)
    library.distribution.write(issue.masthead.name, theirs, issue.key)
    opened.library.moved.emit()
    qtbot.waitUntil(asked.renew.isVisible, timeout=5_000)
    assert asked.portions == mine and "没有动" in asked.trouble.text()
    press(asked, "换成那一份")
    assert asked.portions == theirs and not asked.renew.isVisible() and not asked.trouble.isVisible()
    asked.reject()


def test_what_is_wrong_is_not_taken(asked: DistributionDialog) -> None:
    assert not asked.model.setData(asked.model.index(0, 2), "许多")
    assert not asked.model.setData(asked.model.index(0, 2), "-3")
    assert asked.portions[0] == Portion("报", "市委常委", 1)
    asked.reject()


def test_each_sheet_is_shown_and_written(
    opened: MainWindow, asked: DistributionDialog, asker: PreparedAsker, tmp_path: Path, settle: Settle
) -> None:
    for row, kind in enumerate(("分发单", "签收表", "标签")):
        asked.kind.setCurrentIndex(row)
        asked.kind.activated.emit(row)
        assert asked.chosen == kind and asked.view.page is asked.pages[0] and asked.sheet.isVisible() == (kind == "标签")
        asker.to_save = tmp_path / f"{kind}.pdf"
        press(asked, "导出 PDF…")
        document = pypdfium2.PdfDocument(asker.to_save)
        try:
            assert "市委常委" in document[0].get_textpage().get_text_range()
        finally:
            document.close()
    asked.reject()


def test_a_set_is_chosen_by_one_click_and_undone_by_one_step(opened: MainWindow) -> None:
    footer = opened.inspector.footer
    issue = opened.session.issue
    assert issue is not None
    footer.show_issue(issue)
    names = [footer.set.itemData(row) for row in range(footer.set.count())]
    assert names[0] == "常规"
    if len(names) > 1:
        before = issue.footer.recipients
        footer.set.setCurrentIndex(1)
        footer.set.activated.emit(1)
        changed = opened.session.issue
        assert changed is not None and changed.footer.recipients != before
        opened.session.undo()
        undone = opened.session.issue
        assert undone is not None and undone.footer.recipients == before


def test_every_step_can_be_taken_back(asked: DistributionDialog, qtbot: QtBot) -> None:
    before = asked.portions
    assert not asked.undo.isEnabled()
    asked.table.setCurrentIndex(asked.model.index(1, 1))
    press(asked, "删去")
    write(asked, 0, 2, 7)
    press(asked, "按报尾重排")
    assert asked.undo.isEnabled()
    for _ in range(3):
        QTest.keyClick(asked, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked.portions == before and not asked.undo.isEnabled()


def test_what_was_written_is_asked_for_before_it_closes(
    opened: MainWindow, asked: DistributionDialog, asker: PreparedAsker, qtbot: QtBot
) -> None:
    write(asked, 0, 2, 7)
    asker.answer = Answer.CANCEL
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert asked.isVisible() and "分发单" in asker.asked
    asker.answer = Answer.SAVE
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert not asked.isVisible()
    qtbot.waitUntil(lambda: not opened.library.busy and not opened.month.distribution.busy)
    opened.actions_["distribution"].trigger()
    again = opened.month.distribution.dialog
    assert again is not None and again.portions[0].copies == 7
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert not again.isVisible()
