"""The keys of the list in the 来稿箱, with what each is called on the sheet of shortcuts."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt

_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Press(Enum):
    """What a key asks for."""

    USE = auto()
    MERGE = auto()
    OPEN = auto()
    REMOVE = auto()
    PASTE = auto()


INBOX_KEYS: dict[tuple[Qt.Key, Qt.KeyboardModifier], Press] = {
    (Qt.Key.Key_Return, _NONE): Press.USE,
    (Qt.Key.Key_Return, _CONTROL): Press.MERGE,
    (Qt.Key.Key_Space, _NONE): Press.OPEN,
    (Qt.Key.Key_Delete, _NONE): Press.REMOVE,
    (Qt.Key.Key_V, _CONTROL): Press.PASTE,
}
INBOX_WORDS = {
    Press.USE: "作为文章加入（拖到大纲或页面也行）",
    Press.MERGE: "并入当前文章（按住 Ctrl 拖也行）",
    Press.OPEN: "打开来稿",
    Press.REMOVE: "删除来稿",
    Press.PASTE: "把复制的内容收进来稿箱",
}


def press_of(key: int, held: Qt.KeyboardModifier) -> Press | None:
    """What a key asks for, the one of the number block like the other; None where that is Qt's own."""
    main = Qt.Key.Key_Return if key == Qt.Key.Key_Enter else Qt.Key(key)
    return INBOX_KEYS.get((main, held & ~Qt.KeyboardModifier.KeypadModifier))
