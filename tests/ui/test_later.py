"""Outline, panel and status line follow the pages when the keys pause, and at once where somebody could see that they don't."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from app.edit.state import Place
from app.ui.later import Later
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import NodeKind
from tests.ui.test_page_editor import article, click
from tests.ui.writing import commit


def title_row(window: MainWindow) -> str:
    """What the outline shows for the first article."""
    model = window.outline.view.outline_model
    return model.node(model.index_of((NodeKind.ARTICLE, article(window).id))).text


def type_in_title(window: MainWindow, qtbot: QtBot) -> None:
    """Put a character before the first article's title, on the page."""
    commit(click(window, qtbot, Place(article(window).title.id, 0)), "新")
    assert article(window).title.text.startswith("新")


def test_the_page_is_at_once_and_the_panels_when_the_keys_pause(opened: MainWindow, qtbot: QtBot) -> None:
    type_in_title(opened, qtbot)
    assert opened.pages._shown is opened.session.layout
    assert not title_row(opened).startswith("新"), "a key does not wait for the outline"
    qtbot.waitUntil(lambda: title_row(opened).startswith("新"))
    assert opened.inspector.article.title.toPlainText().startswith("新")


@pytest.mark.parametrize("act", ["undo", "redo"])
def test_undo_and_redo_leave_nothing_stale(opened: MainWindow, qtbot: QtBot, act: str) -> None:
    before = title_row(opened)
    type_in_title(opened, qtbot)
    opened.actions_["undo"].trigger()
    assert title_row(opened) == before
    if act == "redo":
        opened.actions_["redo"].trigger()
        assert title_row(opened).startswith("新")
    assert opened.inspector.article.title.toPlainText() == article(opened).title.text
    assert not opened._panels.pending


@pytest.mark.parametrize(
    "leave",
    [
        lambda window, qtbot: qtbot.keyClick(window.pages, Qt.Key.Key_Right),
        lambda window, qtbot: window.inspector.article.title.setFocus(),
        lambda window, qtbot: window.edits.move(down=True),
    ],
    ids=["caret moved", "focus left", "article moved"],
)
def test_the_panels_are_right_before_anybody_uses_them(
    opened: MainWindow, qtbot: QtBot, leave: Callable[[MainWindow, QtBot], object]
) -> None:
    number = article(opened).id
    type_in_title(opened, qtbot)
    leave(opened, qtbot)
    model = opened.outline.view.outline_model
    assert model.node(model.index_of((NodeKind.ARTICLE, number))).text.startswith("新")
    assert opened.inspector.article.title.toPlainText().startswith("新")
    assert not opened._panels.pending


def test_the_caret_in_the_panel_follows_what_was_typed(opened: MainWindow, qtbot: QtBot) -> None:
    block = article(opened).paragraphs[0].id
    commit(click(opened, qtbot, Place(block, 3)), "云河")
    qtbot.waitUntil(lambda: not opened._panels.pending)
    form = opened.inspector.article
    assert (form.text.line, form.text.textCursor().positionInBlock()) == (0, 5)


def test_a_split_paragraph_is_in_the_panel_at_once(opened: MainWindow, qtbot: QtBot) -> None:
    pages = click(opened, qtbot, Place(article(opened).paragraphs[0].id, 3))
    commit(pages, "云河")
    qtbot.keyClick(pages, Qt.Key.Key_Return)
    assert opened.inspector.article.text.lines() == [paragraph.text for paragraph in article(opened).paragraphs]


def test_another_issue_comes_with_its_own_panels(opened: MainWindow, qtbot: QtBot, settle: Callable[[], None]) -> None:
    type_in_title(opened, qtbot)
    opened.session.close()
    assert opened.outline.view.outline_model.rowCount() == 0
    assert not opened._panels.pending


def test_many_wishes_are_one_piece_of_work(qtbot: QtBot) -> None:
    done: list[int] = []
    owner = QObject()
    later = Later(lambda: done.append(1), owner)
    for _ in range(5):
        later.soon()
    assert later.pending and not done
    qtbot.waitUntil(lambda: bool(done))
    later.settle()
    assert done == [1], "nothing was put off any more"
    later.soon()
    later.settle()
    later.now()
    assert done == [1, 1, 1] and not later.pending
