"""Thumbnails, the reading pane, the sheet of shortcuts, and the keyboard's way through the window."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.edit.state import Place, Selection
from app.layout.frames import Page
from app.ui.command_table import MORE_KEYS, SPECS
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import FOOTER_KEY, MASTHEAD_KEY, NodeKind
from app.ui.page_keys import MOTION_WORDS, MOTIONS, PRESS_WORDS, PRESSES, ROLES, Press
from app.ui.page_picture import page_picture
from app.ui.role_names import ROLE_NAMES
from app.ui.shortcut_sheet import ShortcutSheet, groups
from app.ui.spoken import spoken, spot_of
from app.ui.thumbnails import Thumbnails
from tests.ui.layouts import hand_layout
from tests.ui.test_views import several as several


def caret(window: MainWindow, block: int, offset: int, anchor: int | None = None) -> None:
    window.session.select_range(Selection(Place(block, offset if anchor is None else anchor), Place(block, offset)))


# Thumbnails


@pytest.fixture
def thumbnails(dressed: QApplication, qtbot: QtBot) -> Thumbnails:
    made = Thumbnails()
    qtbot.addWidget(made)
    made.resize(240, 500)
    made.show()
    return made


def watched(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the pages that are painted small from now on."""
    painted: list[int] = []

    def paint(page: Page, *how: object) -> QPixmap:
        painted.append(page.number)
        return page_picture(page, *how)  # type: ignore[arg-type]

    monkeypatch.setattr("app.ui.thumbnails.page_picture", paint)
    return painted


def test_only_thumbnails_in_view_are_painted(thumbnails: Thumbnails, monkeypatch: pytest.MonkeyPatch) -> None:
    painted = watched(monkeypatch)
    thumbnails.show_layout(hand_layout(60))
    thumbnails.viewport().grab()
    assert painted == [1, 2, 3]
    thumbnails.viewport().grab()
    assert painted == [1, 2, 3], "what is painted is kept"


def test_while_typing_only_changed_pages_are_painted_and_only_later(
    several: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    several.actions_["show_thumbnails"].trigger()
    thumbnails = several.outline.thumbnails
    thumbnails.viewport().grab()
    painted = watched(monkeypatch)
    assert several.session.issue is not None
    title = next(several.session.issue.articles()).title
    several.pages.setFocus()
    caret(several, several.session.issue.masthead.number.id, 2)
    several.pages.type("0")
    thumbnails.viewport().grab()
    assert painted == [], "not between two keys"
    assert thumbnails.picture(1) is thumbnails.picture(1)
    qtbot.waitUntil(lambda: painted == [1])
    assert title.text


def test_renaming_brings_the_outline_back(several: MainWindow) -> None:
    several.actions_["show_thumbnails"].trigger()
    several.actions_["show_outline"].setChecked(False)
    assert several.session.issue is not None
    several.outline.view.go_to((NodeKind.ARTICLE, next(several.session.issue.articles()).id))
    several.actions_["rename"].trigger()
    view = several.outline.view
    assert view.isVisible() and view.state() is QAbstractItemView.State.EditingState
    view.closePersistentEditor(view.currentIndex())


def test_a_thumbnail_leads_to_its_page_and_the_page_in_view_is_marked(several: MainWindow, qtbot: QtBot) -> None:
    several.actions_["show_thumbnails"].trigger()
    thumbnails = several.outline.thumbnails
    assert thumbnails.isVisible() and not several.outline.view.isVisible()
    middle = thumbnails.visualRect(thumbnails.model().index(1, 0)).center()
    qtbot.mouseClick(thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert several.pages.page == 2
    qtbot.keyClick(thumbnails, Qt.Key.Key_Down)
    assert several.pages.page == 3
    several.pages.show_page(1)
    assert thumbnails.currentIndex().row() == 0
    assert thumbnails.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "第 3 页"
    several.actions_["show_thumbnails"].trigger()
    assert several.outline.view.isVisible()


def test_thumbnails_follow_the_count_of_pages(thumbnails: Thumbnails) -> None:
    thumbnails.show_layout(hand_layout(5))
    thumbnails.show_page(5)
    thumbnails.show_layout(hand_layout(2))
    assert thumbnails.model().rowCount() == 2
    thumbnails.show_layout(None)
    assert thumbnails.model().rowCount() == 0


# The keyboard


def test_f6_goes_round_the_panes(several: MainWindow, qtbot: QtBot) -> None:
    several.activateWindow()
    several.outline.view.setFocus()
    qtbot.waitUntil(several.outline.view.hasFocus)
    assert several.session.state is not None and several.session.state.selection is None
    seen = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(pane_with_focus(several))
    assert seen == ["pages", "inspector", "outline", "pages"]
    assert several.pages.page_cursor is not None, "who comes by keyboard finds a caret"
    several.actions_["show_reader"].trigger()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert several.panes.reader.text.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert several.pages.hasFocus()


def pane_with_focus(window: MainWindow) -> str:
    focus = QApplication.focusWidget()
    panes: dict[str, QWidget] = {"outline": window.outline, "pages": window.pages, "inspector": window.inspector}
    return next(name for name, pane in panes.items() if focus is pane or pane.isAncestorOf(focus))


def test_everything_that_takes_the_keyboard_has_a_name_for_a_voice(several: MainWindow) -> None:
    for name in ("show_reader", "show_thumbnails"):
        several.actions_[name].trigger()
    several.dialogs.show_shortcuts()
    unnamed = []
    for widget in [*several.findChildren(QWidget)]:
        speaks = isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit | QComboBox | QSpinBox | QAbstractButton)
        if not speaks or widget.objectName().startswith("qt_"):
            continue
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or words):
            unnamed.append(f"{type(widget).__name__} {widget.toolTip()} in {type(widget.parent()).__name__}")
    several.findChild(ShortcutSheet).reject()  # type: ignore[union-attr]
    assert unnamed == [], "\n".join(unnamed)


# The sheet of shortcuts


def test_every_key_is_on_the_sheet(window: MainWindow, qtbot: QtBot) -> None:
    rows = [row for group in groups() for row in group.rows]
    keys = [key for _, keys in rows for key in keys.split("、")]
    wanted = sum(1 for spec in SPECS.values() if spec.keys) + sum(map(len, MORE_KEYS.values()))
    page = len(MOTIONS) + len(ROLES) + len(PRESSES)
    assert len(keys) >= wanted + page - 2, "Enter has two keys of one name"
    assert ("保存", "Ctrl+S") in rows
    assert ("一级标题", "Ctrl+Alt+1") in rows
    assert ("分段", "回车、Shift+回车") in rows or any(words == "分段" for words, _ in rows)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None and sheet.isVisible()
    shown = sheet.sheet.toPlainText()
    assert all(words in shown for words, _ in rows)
    sheet.reject()


def test_every_key_of_the_page_has_words() -> None:
    assert set(MOTIONS.values()) <= set(MOTION_WORDS)
    assert set(PRESSES.values()) <= set(PRESS_WORDS)
    assert set(PRESS_WORDS) == set(Press)
    assert set(ROLES.values()) <= set(ROLE_NAMES)


# The reading pane


def test_the_reading_pane_follows_the_caret(several: MainWindow) -> None:
    assert several.session.issue is not None
    article = next(several.session.issue.articles())
    block = article.paragraphs[0]
    several.actions_["show_reader"].trigger()
    reader = several.panes.reader
    caret(several, block.id, 5)
    assert reader.isVisible()
    assert reader.head.text().endswith("行，正文")
    assert (reader.text.toPlainText(), reader.text.textCursor().position()) == (block.text, 5)
    caret(several, block.id, 9, anchor=4)
    assert reader.text.textCursor().selectedText() == block.text[4:9]
    assert "选中 5 字" in reader.head.text()
    several.pages.setFocus()
    caret(several, block.id, 0)
    several.pages.type("新")
    assert reader.text.toPlainText() == "新" + block.text
    caret(several, article.title.id, 1)
    assert "文章标题" in reader.head.text()
    assert reader.text.isReadOnly()


def test_what_is_said_of_a_move(several: MainWindow) -> None:
    session = several.session
    assert session.issue is not None and session.layout is not None
    block = max((p for article in session.issue.articles() for p in article.paragraphs), key=lambda p: len(p.text))
    spots = []
    for offset, anchor in ((3, None), (4, None), (60, None), (60, 50)):
        caret(several, block.id, offset, anchor)
        spots.append(spot_of(session.state, session.layout))  # type: ignore[arg-type]
    first, beside, below, selected = spots
    assert first is not None and beside is not None and below is not None and selected is not None
    assert spoken(None, first) == f"{first.head}：{block.text}"
    assert spoken(first, beside) == block.text[4]
    assert spoken(beside, below) == f"第 {below.line} 行：{below.line_text}"
    assert below.line > beside.line
    assert spoken(below, selected) == f"选中 10 字：{block.text[50:60]}"
    assert spoken(selected, selected) == ""


def test_the_pane_says_that_there_is_no_caret(opened: MainWindow) -> None:
    opened.actions_["show_reader"].trigger()
    assert "还没有光标" in opened.panes.reader.head.text()
    assert opened.panes.reader.mapTo(opened, QPoint()).y() > 100


def test_the_keyboard_comes_back_after_loading(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    opened.pages.setFocus()
    qtbot.waitUntil(opened.pages.hasFocus)
    opened.files.open_sample()
    assert not opened.pages.isEnabled() and not opened.pages.hasFocus()
    qtbot.waitUntil(lambda: not opened.runner.busy, timeout=30_000)
    qtbot.waitUntil(opened.pages.hasFocus)


def test_tab_goes_through_the_panel_from_top_to_bottom(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    opened.outline.view.go_to(FOOTER_KEY)
    opened.outline.view.go_to(MASTHEAD_KEY)
    first = opened.inspector.masthead.number
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    heights = []
    while opened.inspector.masthead.isAncestorOf(focus := QApplication.focusWidget()):
        heights.append(focus.mapTo(opened.inspector, QPoint()).y())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert len(heights) >= 8
    assert all(after - before > -12 for before, after in pairwise(heights)), "side by side, or further down"
