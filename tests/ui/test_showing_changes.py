"""Undo and redo show where they did something, and a message goes when it is true no longer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.dialogs import ListDialog
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import FOOTER_KEY, MASTHEAD_KEY, NodeKey, NodeKind


def articles(window: MainWindow) -> list[NodeKey]:
    assert window.session.issue is not None
    return [(NodeKind.ARTICLE, article.id) for article in window.session.issue.articles()]


def test_an_article_that_comes_back_is_the_one_at_hand(opened: MainWindow) -> None:
    deleted = articles(opened)[1]
    opened.outline.view.go_to(deleted)
    opened.actions_["delete"].trigger()
    assert "老城区改造工程开工" in opened.bar.text
    opened.outline.view.go_to(FOOTER_KEY)
    opened.actions_["undo"].trigger()
    assert opened.outline.view.key == deleted
    assert opened.bar.text == "", "nothing is deleted any more"


def test_an_article_moved_back_is_the_one_at_hand(opened: MainWindow) -> None:
    last = articles(opened)[2]
    section = opened.session.issue.sections[0].id  # type: ignore[union-attr]
    opened.edits.move_to(last[1], section, 0)
    opened.outline.view.go_to(MASTHEAD_KEY)
    opened.actions_["undo"].trigger()
    assert opened.outline.view.key == last
    opened.outline.view.go_to(MASTHEAD_KEY)
    opened.actions_["redo"].trigger()
    assert opened.outline.view.key == last
    assert articles(opened)[0] == last


def test_a_number_taken_back_shows_the_masthead(opened: MainWindow, qtbot: QtBot) -> None:
    opened.outline.view.go_to(MASTHEAD_KEY)
    field = opened.inspector.masthead.number
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "9")
    opened.outline.view.go_to(articles(opened)[0])
    opened.actions_["undo"].trigger()
    assert opened.outline.view.key == MASTHEAD_KEY


def test_a_bare_figure_is_completed_when_the_field_is_left(opened: MainWindow, qtbot: QtBot) -> None:
    opened.outline.view.go_to(MASTHEAD_KEY)
    form = opened.inspector.masthead
    for field, typed in ((form.number, "9"), (form.date, "2031-3-18")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    head = opened.session.issue.masthead  # type: ignore[union-attr]
    assert (head.number.text, head.date.text) == ("第9期", "2031年3月18日")
    assert form.date.text() == "2031年3月18日"


def test_an_issue_whose_number_is_bare_keeps_it(opened: MainWindow, qtbot: QtBot) -> None:
    from app.edit.commands import set_number

    opened.session.perform(set_number, "9")
    opened.outline.view.go_to(MASTHEAD_KEY)
    field = opened.inspector.masthead.number
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened.session.issue.masthead.number.text == "9"  # type: ignore[union-attr]


def test_the_hint_of_an_empty_issue_goes_with_the_first_article(opened: MainWindow, settle: Callable[[], None]) -> None:
    opened.files.new_next_issue()
    settle()
    dialog = opened.findChild(ListDialog)
    assert isinstance(dialog, ListDialog)
    dialog.reject()
    assert "还没有文章" in opened.bar.text
    opened.pages.type("柳")
    assert opened.bar.text == ""
