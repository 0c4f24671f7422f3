"""From last month's file to the next issue: what comes over, what stays open, where the caret waits, and the old file as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.desk.intake import save_issue
from app.edit.recipient_sets import USUAL, set_of
from app.model.issue import Article, Issue
from app.store.jianbao import load
from app.ui.dialogs import ListDialog
from app.ui.import_dialog import ImportDialog
from app.ui.main_window import MainWindow
from tests.ui import bulletins
from tests.ui.conftest import PreparedAsker
from tests.ui.writing import commit

Settle = Callable[[], None]


@pytest.fixture
def last(window: MainWindow, settle: Settle, tmp_path: Path) -> Path:
    """The file of 第7期, open in the window."""
    path = tmp_path / "第7期.jianbao"
    save_issue(bulletins.composed().issue, path)
    window.open_file(path)
    settle()
    window.activateWindow()
    return path


def issue_of(window: MainWindow) -> Issue:
    assert window.session.issue is not None
    return window.session.issue


def only_article(window: MainWindow) -> Article:
    (article,) = issue_of(window).articles()
    return article


def begin(window: MainWindow, settle: Settle, qtbot: QtBot) -> list[str]:
    """Ctrl+N; the words of the list that comes with it, which is then closed by Enter."""
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle()
    dialog = window.findChild(ListDialog)
    assert isinstance(dialog, ListDialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(ListDialog) is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return words


def test_number_and_date_are_open_and_what_came_over_is_listed(window: MainWindow, last: Path, settle: Settle, qtbot: QtBot) -> None:
    before = load(last).issue
    words = begin(window, settle, qtbot)
    issue = issue_of(window)
    assert issue.masthead.number.text == "第8期" and issue.masthead.date.text == "2024年　月　日"
    assert replace(issue.template, footer=before.template.footer) == before.template and set_of(issue) == USUAL
    assert [line.text for line in issue.masthead.lines] == [line.text for line in before.masthead.lines]
    standing = [line.paragraph.text for line in issue.footer.recipients]
    assert standing == [line.paragraph.text for line in before.footer.recipients]
    assert issue.footer.copies is not None and issue.footer.copies.text == "120"
    assert "沿用了上一期" in words[0]
    listed = dict(zip(words[1::2], words[2::2], strict=True))
    assert listed["期号（建议，待签发）"] == "第8期" and listed["日期（待签发）"] == "2024年　月　日"
    assert set(standing) | {"120"} <= set(listed.values())


def test_the_caret_waits_in_an_empty_first_article(window: MainWindow, last: Path, settle: Settle, qtbot: QtBot) -> None:
    begin(window, settle, qtbot)
    article = only_article(window)
    assert article.title.text == "" and [paragraph.text for paragraph in article.paragraphs] == [""]
    assert window.pages.hasFocus()
    box = window.pages.caret_rect()
    assert box is not None and 0 < box.top() < window.pages.viewport().height() / 2, "with room to write below it"
    commit(window.pages, "河东街道修好小巷")
    qtbot.keyClick(window.pages, Qt.Key.Key_Return)
    commit(window.pages, "走路不再踩泥。")
    article = only_article(window)
    assert (article.title.text, [paragraph.text for paragraph in article.paragraphs]) == ("河东街道修好小巷", ["走路不再踩泥。"])


def test_it_is_saved_under_a_new_name_and_the_old_file_stays(
    window: MainWindow, last: Path, settle: Settle, qtbot: QtBot, asker: PreparedAsker
) -> None:
    before = last.read_bytes()
    begin(window, settle, qtbot)
    commit(window.pages, "河东街道修好小巷")
    asker.to_save = last.with_name("第8期.jianbao")
    qtbot.keyClick(window.pages, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert asker.proposed is not None and "第8期" in asker.proposed.name and asker.proposed != last
    assert load(asker.to_save).issue == issue_of(window)
    assert last.read_bytes() == before


def test_a_second_next_issue_proposes_the_same_number(
    window: MainWindow, last: Path, settle: Settle, qtbot: QtBot, asker: PreparedAsker
) -> None:
    before = last.read_bytes()
    begin(window, settle, qtbot)
    commit(window.pages, "河东街道修好小巷")
    asker.to_save = last.with_name("第8期.jianbao")
    qtbot.keyClick(window.pages, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    window.open_file(last)
    settle()
    begin(window, settle, qtbot)
    assert issue_of(window).masthead.number.text == "第8期"
    assert window.session.path is None and last.read_bytes() == before


def test_a_submission_takes_the_place_of_the_empty_article(window: MainWindow, last: Path, settle: Settle, qtbot: QtBot) -> None:
    begin(window, settle, qtbot)
    QGuiApplication.clipboard().setText("河东街道修好十条小巷\n3月7日,河东街道十条小巷全部修好。\n")
    window.actions_["paste"].trigger()
    settle()
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    dialog.accept()
    assert only_article(window).title.text == "河东街道修好十条小巷"
    window.actions_["undo"].trigger()
    assert only_article(window).title.text == ""


def test_an_issue_from_a_template_begins_with_an_empty_article_and_one_line_of_advice(window: MainWindow, settle: Settle) -> None:
    window.files.new_from_template("工作简报")
    settle()
    article = only_article(window)
    assert article.title.text == "" and not window.session.unsaved
    assert window.pages.page == 1, "the name comes first"
    assert "××" in window.bar.text
    QApplication.processEvents()
    label = next(label for label in window.bar.findChildren(QLabel) if label.text() == window.bar.text)
    assert label.height() < 2 * label.fontMetrics().height()
