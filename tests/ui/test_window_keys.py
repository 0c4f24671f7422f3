"""Undo, redo and moving an article are the window's, wherever the keyboard is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.field_menu import text_menu
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import MASTHEAD_KEY, NodeKey, NodeKind

CONTROL = Qt.KeyboardModifier.ControlModifier
Field = Callable[[MainWindow], QWidget]


def first_article(window: MainWindow) -> NodeKey:
    assert window.session.issue is not None
    return NodeKind.ARTICLE, next(iter(window.session.issue.articles())).id


@pytest.mark.parametrize(
    ("in_article", "field"),
    [
        (True, lambda window: window.inspector.article.text),
        (True, lambda window: window.inspector.article.title),
        (True, lambda window: window.inspector.article.unit),
        (False, lambda window: window.inspector.masthead.number),
    ],
    ids=["text", "title", "unit", "number"],
)
def test_undo_and_redo_by_key_while_writing(opened: MainWindow, qtbot: QtBot, in_article: bool, field: Field) -> None:
    before = opened.session.issue
    opened.outline.view.go_to(first_article(opened) if in_article else MASTHEAD_KEY)
    box = field(opened)
    box.setFocus()
    opened.activateWindow()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "a")
    after = opened.session.issue
    assert after != before
    qtbot.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert opened.session.issue == before
    qtbot.keyClick(box, Qt.Key.Key_Y, CONTROL)
    assert opened.session.issue == after


def test_an_article_moves_by_key_while_its_text_is_written(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.session.issue is not None
    before = [(section.id, [article.id for article in section.articles]) for section in opened.session.issue.sections]
    opened.outline.view.go_to(first_article(opened))
    box = opened.inspector.article.text
    box.setFocus()
    opened.activateWindow()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    moved = [(section.id, [article.id for article in section.articles]) for section in opened.session.issue.sections]
    assert moved != before
    assert opened.session.undo_label == "移动文章"


def test_pasted_words_take_the_look_of_the_lines(opened: MainWindow, qtbot: QtBot) -> None:
    opened.outline.view.go_to(first_article(opened))
    box = opened.inspector.article.text
    form = box.document().firstBlock().blockFormat()
    box.set_caret(0, 2)
    QGuiApplication.clipboard().setText("（本报讯）\n据悉，")
    box.paste()
    document = box.document()
    assert document.firstBlock().text().endswith("（本报讯）")
    for number in range(3):
        assert document.findBlockByNumber(number).blockFormat() == form


def test_the_menus_of_text_boxes_leave_undo_to_the_window(opened: MainWindow) -> None:
    form = opened.inspector.article
    for box in (form.text, form.title, form.unit):
        menu = text_menu(box)
        names = [action.objectName() for action in menu.actions()]
        assert "edit-paste" in names
        assert not {"edit-undo", "edit-redo"} & set(names)
        assert not menu.actions()[0].isSeparator()
        menu.deleteLater()
