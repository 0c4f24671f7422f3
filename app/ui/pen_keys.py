"""The keys of the lists of pen changes (过稿) and of comments (批注), with what each is called on the sheet of shortcuts."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt

_NONE = Qt.KeyboardModifier.NoModifier


class PenPress(Enum):
    """What a key asks for."""

    GO = auto()
    TICK = auto()
    REFUSE = auto()
    EDIT = auto()
    REMOVE = auto()
    LEAVE = auto()


PEN_KEYS: dict[tuple[Qt.Key, Qt.KeyboardModifier], PenPress] = {
    (Qt.Key.Key_Return, _NONE): PenPress.GO,
    (Qt.Key.Key_Space, _NONE): PenPress.TICK,
    (Qt.Key.Key_Minus, _NONE): PenPress.REFUSE,
    (Qt.Key.Key_F2, _NONE): PenPress.EDIT,
    (Qt.Key.Key_Delete, _NONE): PenPress.REMOVE,
    (Qt.Key.Key_Escape, _NONE): PenPress.LEAVE,
}
PEN_WORDS = {
    PenPress.GO: "到那几个字去（单击也行）",
    PenPress.TICK: "已改，再按一次取消",
    PenPress.REFUSE: "不改，写原因",
    PenPress.EDIT: "重写这一条",
    PenPress.REMOVE: "删去这一条",
    PenPress.LEAVE: "回到页面上改",
}

COMMENT_WORDS = {
    PenPress.GO: "到那几个字去（单击也行）",
    PenPress.TICK: "已处理，再按一次取消",
    PenPress.EDIT: "重写这一条",
    PenPress.REMOVE: "删去这一条",
    PenPress.LEAVE: "回到页面",
}
"""Comments are seen to or not: there is nothing to refuse."""


def pen_press(key: int, held: Qt.KeyboardModifier) -> PenPress | None:
    """What a key asks for, the one of the number block like the other; None where that is Qt's own."""
    main = Qt.Key.Key_Return if key == Qt.Key.Key_Enter else Qt.Key(key)
    return PEN_KEYS.get((main, held & ~Qt.KeyboardModifier.KeypadModifier))
