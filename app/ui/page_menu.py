"""A right click on the pages becomes a small menu of what can be done there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget


class Editable(Protocol):
    """What the menu needs of an editor."""

    def cut(self) -> None:
        """Copy what is selected and delete it."""

    def copy(self) -> bool:
        """Put what is selected on the clipboard."""

    def paste(self) -> None:
        """Put the clipboard's words at the caret."""

    def paste_plain(self) -> None:
        """Put the clipboard's characters at the caret just as they are."""

    def select_more(self) -> None:
        """Select the article, then the issue."""


def page_menu(parent: QWidget, editor: Editable, *, selected: bool) -> QMenu:
    """The menu, which goes when it is closed; cutting and copying are grey where nothing is selected."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    entries: tuple[tuple[str, str, Callable[[], object], bool], ...] = (
        ("剪切", "Ctrl+X", editor.cut, selected),
        ("复制", "Ctrl+C", editor.copy, selected),
        ("粘贴", "Ctrl+V", editor.paste, True),
        ("只粘贴文字", "Ctrl+Alt+V", editor.paste_plain, True),
        ("全选", "Ctrl+A", editor.select_more, True),
    )
    for word, keys, act, enabled in entries:
        action = menu.addAction(f"{word}\t{keys}")
        action.setEnabled(enabled)
        action.triggered.connect(lambda _=False, act=act: act())
    return menu
