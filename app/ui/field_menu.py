"""Qt's menu of a text box becomes ours: without its own undo and redo, which belong to the window and would stand there grey."""

from __future__ import annotations

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit

_THE_WINDOWS = ("edit-undo", "edit-redo")


def text_menu(box: QLineEdit | QTextEdit | QPlainTextEdit) -> QMenu:
    """Cut, copy, paste, delete, select all."""
    menu = box.createStandardContextMenu()
    for action in menu.actions():
        if action.objectName() in _THE_WINDOWS:
            menu.removeAction(action)
    first = next(iter(menu.actions()), None)
    if first is not None and first.isSeparator():
        menu.removeAction(first)
    return menu


def open_text_menu(box: QLineEdit | QTextEdit | QPlainTextEdit, event: QContextMenuEvent) -> None:
    """Show the menu where it was asked for."""
    menu = text_menu(box)
    menu.exec(event.globalPos())
    menu.deleteLater()
