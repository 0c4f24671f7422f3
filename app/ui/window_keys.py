"""A key pressed in a text box is told apart: the box's own, or the window's (undo, redo, moving an article)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


def is_the_windows(event: QKeyEvent) -> bool:
    """Whether a key belongs to the window although a text box of Qt's would take it."""
    if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
        return True
    return event.key() in _ARROWS and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


def left_to_window(event: QEvent) -> bool:
    """Whether an event is such a key; it is then marked as not taken, so that Qt goes on to the window's command.

    Before it looks for a command, Qt asks the box with the keyboard whether it wants the key (ShortcutOverride); boxes of text say yes
    to undo even where their own undo is off, and the key would be lost.
    """
    if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        return False
    if not isinstance(event, QKeyEvent) or not is_the_windows(event):
        return False
    event.ignore()
    return True
