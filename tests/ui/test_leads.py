"""A lead sentence is marked and taken away by a button, by Ctrl+B, for the first sentence or what is selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.model.issue import Paragraph, Role
from app.ui.leads import lead_end, lead_length
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import NodeKind


@pytest.mark.parametrize(
    ("text", "chosen", "length"),
    [
        ("强化领导。市里成立专班。", 0, 5),
        ("他说：“都办好了。”大家满意。", 0, 10),
        ("没有句号的一行", 0, 7),
        ("强化领导。市里成立专班。", 4, 4),
        ("强化领导　", 5, 4),
        ("", 0, 0),
        ("短", 9, 1),
    ],
)
def test_where_a_lead_ends(text: str, chosen: int, length: int) -> None:
    assert lead_length(text, chosen) == length


def first(window: MainWindow) -> Paragraph:
    assert window.session.issue is not None
    return next(iter(window.session.issue.articles())).paragraphs[0]


def go_to_first(window: MainWindow) -> None:
    assert window.session.issue is not None
    window.outline.view.go_to((NodeKind.ARTICLE, next(iter(window.session.issue.articles())).id))
    window.inspector.article.text.set_caret(0, 3)


def test_the_button_marks_the_first_sentence_and_takes_it_away(opened: MainWindow) -> None:
    go_to_first(opened)
    form = opened.inspector.article
    assert form.lead.isEnabled() and not form.lead.isChecked()
    form.lead.click()
    assert first(opened).text[: lead_end(first(opened))].endswith("云河大厦召开。")
    assert form.lead.isChecked()
    assert len(form.text.extraSelections()) == 1
    assert opened.session.undo_label == "改段首小标题"
    form.lead.click()
    assert lead_end(first(opened)) == 0
    assert not form.lead.isChecked()
    assert not form.text.extraSelections()


def test_a_selection_is_the_lead_by_its_key(opened: MainWindow, qtbot: QtBot) -> None:
    go_to_first(opened)
    text = opened.inspector.article.text
    cursor = text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.setFocus()
    opened.activateWindow()
    qtbot.waitUntil(text.hasFocus)
    qtbot.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert lead_end(first(opened)) == 5


def test_a_heading_has_no_lead(opened: MainWindow) -> None:
    from app.edit.commands import set_role

    go_to_first(opened)
    opened.session.perform(set_role, first(opened).id, Role.HEADING_1)
    assert not opened.inspector.article.lead.isEnabled()
