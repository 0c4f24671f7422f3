"""Nothing of the window is cut on a screen of 1366 x 768, which many offices have."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.command_table import MENUS
from app.ui.main_window import MainWindow

_SCREEN = 1366, 768
_BARS_PX = 90
"""The window's title, its menu bar and the desktop's own bar."""


@pytest.mark.parametrize("title", [title for title, _ in MENUS])
def test_every_menu_is_one_column_that_fits(window: MainWindow, title: str) -> None:
    assert window.actions_.menus[title].sizeHint().height() <= _SCREEN[1] - _BARS_PX


@pytest.mark.parametrize("panel", ["show_look", "show_copyfit", "show_checks", "show_pens"])
def test_the_words_on_the_panels_tabs_are_whole(opened: MainWindow, qtbot: QtBot, panel: str) -> None:
    opened.resize(*_SCREEN)
    getattr(opened.inspector, panel)()
    qtbot.wait(10)
    tabs = [button for button in opened.inspector.findChildren(QPushButton) if button.property("choice") == "true" and button.isVisible()]
    head = [button for button in tabs if button.text() in ("内容", "版式", "调整", "校对", "过稿")]
    assert len(head) == 5
    for button in head:
        assert button.width() >= button.sizeHint().width()
        assert (
            QFontMetrics(button.font()).horizontalAdvance(button.text()) + 8 <= button.width()
            and button.width() >= button.sizeHint().width()
        )
