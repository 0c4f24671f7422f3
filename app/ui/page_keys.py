"""A key with its modifiers becomes a motion of the caret or the name of an edit, by tables."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.layout.motion import Motion
from app.model.issue import MarkKind, Role


class Press(Enum):
    """The edits that keys ask for."""

    ENTER = "enter"
    TURN = "turn"
    TURN_LEFT = "turn_left"
    TURN_RIGHT = "turn_right"
    BACKSPACE = "backspace"
    DELETE = "delete"
    SELECT_MORE = "select_more"
    COPY = "copy"
    CUT = "cut"
    PASTE = "paste"


_K, _M = Qt.Key, Qt.KeyboardModifier
_NONE, _CTRL, _ALT, _SHIFT = _M.NoModifier, _M.ControlModifier, _M.AltModifier, _M.ShiftModifier
Chord = tuple[Qt.Key, Qt.KeyboardModifier]

MOTIONS: dict[Chord, Motion] = {
    (_K.Key_Left, _NONE): Motion.LEFT,
    (_K.Key_Right, _NONE): Motion.RIGHT,
    (_K.Key_Up, _NONE): Motion.UP,
    (_K.Key_Down, _NONE): Motion.DOWN,
    (_K.Key_Home, _NONE): Motion.LINE_START,
    (_K.Key_End, _NONE): Motion.LINE_END,
    (_K.Key_PageUp, _NONE): Motion.PAGE_UP,
    (_K.Key_PageDown, _NONE): Motion.PAGE_DOWN,
    (_K.Key_Left, _CTRL): Motion.WORD_LEFT,
    (_K.Key_Right, _CTRL): Motion.WORD_RIGHT,
    (_K.Key_Up, _CTRL): Motion.PARAGRAPH_UP,
    (_K.Key_Down, _CTRL): Motion.PARAGRAPH_DOWN,
    (_K.Key_Home, _CTRL): Motion.START,
    (_K.Key_End, _CTRL): Motion.END,
}
"""With Shift as well each of them selects."""

MOTION_WORDS: dict[Motion, str] = {
    Motion.LEFT: "往前一个字",
    Motion.RIGHT: "往后一个字",
    Motion.UP: "上一行",
    Motion.DOWN: "下一行",
    Motion.LINE_START: "到行首",
    Motion.LINE_END: "到行尾",
    Motion.WORD_LEFT: "往前一个词",
    Motion.WORD_RIGHT: "往后一个词",
    Motion.PARAGRAPH_UP: "上一段",
    Motion.PARAGRAPH_DOWN: "下一段",
    Motion.PAGE_UP: "上一页",
    Motion.PAGE_DOWN: "下一页",
    Motion.START: "到全期开头",
    Motion.END: "到全期末尾",
}

PRESSES: dict[Chord, Press] = {
    (_K.Key_Return, _NONE): Press.ENTER,
    (_K.Key_Enter, _NONE): Press.ENTER,
    (_K.Key_Return, _SHIFT): Press.ENTER,  # a line break inside a paragraph is no part of a bulletin
    (_K.Key_Return, _ALT): Press.TURN,
    (_K.Key_Enter, _ALT): Press.TURN,
    (_K.Key_Up, _ALT): Press.TURN_LEFT,
    (_K.Key_Down, _ALT): Press.TURN_RIGHT,
    (_K.Key_Backspace, _NONE): Press.BACKSPACE,
    (_K.Key_Backspace, _SHIFT): Press.BACKSPACE,
    (_K.Key_Delete, _NONE): Press.DELETE,
    (_K.Key_A, _CTRL): Press.SELECT_MORE,
    (_K.Key_C, _CTRL): Press.COPY,
    (_K.Key_Insert, _CTRL): Press.COPY,
    (_K.Key_X, _CTRL): Press.CUT,
    (_K.Key_Delete, _SHIFT): Press.CUT,
    (_K.Key_V, _CTRL): Press.PASTE,
    (_K.Key_Insert, _SHIFT): Press.PASTE,
}

PRESS_WORDS: dict[Press, str] = {
    Press.ENTER: "分段",
    Press.TURN: "标题里换行",
    Press.TURN_LEFT: "标题的转行处左移一词",
    Press.TURN_RIGHT: "标题的转行处右移一词",
    Press.BACKSPACE: "删前一个字",
    Press.DELETE: "删后一个字",
    Press.SELECT_MORE: "选中整篇，再按选中全期",
    Press.COPY: "复制",
    Press.CUT: "剪切",
    Press.PASTE: "粘贴",
}

ROLES: dict[Chord, Role] = {
    (_K.Key_0, _CTRL | _ALT): Role.BODY,
    (_K.Key_1, _CTRL | _ALT): Role.HEADING_1,
    (_K.Key_2, _CTRL | _ALT): Role.HEADING_2,
    (_K.Key_3, _CTRL | _ALT): Role.HEADING_3,
    (_K.Key_4, _CTRL | _ALT): Role.HEADING_4,
}
"""As in WPS and Word."""

DIGIT_ROLES: dict[Chord, Role] = {
    (_K.Key_1, _CTRL): Role.HEADING_1,
    (_K.Key_2, _CTRL): Role.HEADING_2,
    (_K.Key_3, _CTRL): Role.HEADING_3,
    (_K.Key_4, _CTRL): Role.HEADING_4,
}
"""An extra that can be off: in WPS these are line spacings."""

MARKS: dict[Chord, MarkKind] = {
    (_K.Key_B, _CTRL): MarkKind.BOLD,
    (_K.Key_K, _CTRL | _ALT): MarkKind.KAI,
    (_K.Key_L, _CTRL | _ALT): MarkKind.LEAD,
}

MARK_WORDS: dict[MarkKind, str] = {MarkKind.BOLD: "加粗", MarkKind.KAI: "楷体", MarkKind.LEAD: "段首句"}

Meaning = tuple[Motion, bool] | Press | Role | MarkKind | str


def meaning_of(event: QKeyEvent, *, digits_set_headings: bool = False) -> Meaning | None:
    """What a key means on the page: a motion (and whether it selects), an edit, a role, a mark, or the characters it types."""
    key = Qt.Key(event.key())
    held = event.modifiers() & ~(_M.KeypadModifier | _M.GroupSwitchModifier)
    press = PRESSES.get((key, held))
    if press is not None:
        return press
    motion = MOTIONS.get((key, held & ~_SHIFT))
    if motion is not None:
        return motion, bool(held & _SHIFT)
    role = ROLES.get((key, held)) or (DIGIT_ROLES.get((key, held)) if digits_set_headings else None)
    if role is not None:
        return role
    mark = MARKS.get((key, held))
    if mark is not None:
        return mark
    text = event.text()
    return text if text.isprintable() and text and not held & ~_SHIFT else None
