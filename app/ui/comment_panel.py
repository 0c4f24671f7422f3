"""The 批注 panel: what is said of the selected words is written above, and the list below is ticked off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.comment_desk import CommentDesk
from app.ui.comment_view import CommentView
from app.ui.elided_label import ElidedLabel
from app.ui.fields import field_label
from app.ui.pen_keys import PenPress

_ENTRY_PX = 66
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE_YET = "还没有批注。在页面上选中几个字，把要说的话写在上面；批注随简报文件保存，不打印，导出的文件和外发副本里都没有。"
_HINT = "空格 已处理　回车 到那里　F2 重写　Delete 删去"


class CommentPanel(QWidget):
    """Shows what its `desk` holds."""

    def __init__(self, desk: CommentDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBody")
        self.desk = desk
        self._edited = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        self.target = ElidedLabel()
        column.addWidget(self.target)
        self.entry = QPlainTextEdit()
        self.entry.setAccessibleName("批注的话")
        self.entry.setPlaceholderText("要说的话；回车记下，Shift+回车换行")
        self.entry.setTabChangesFocus(True)
        self.entry.setFixedHeight(_ENTRY_PX)
        self.entry.installEventFilter(self)
        column.addWidget(self.entry)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.who = QLineEdit()
        self.who.setAccessibleName("批注人")
        self.who.setPlaceholderText("姓名")
        row.addWidget(field_label("批注人", self.who))
        row.addWidget(self.who, 1)
        self.note = QPushButton("记下")
        self.note.setProperty("toggle", "true")
        self.note.setToolTip("记下这处批注（Enter）")
        self.note.clicked.connect(self._note)
        row.addWidget(self.note)
        column.addLayout(row)
        head = QHBoxLayout()
        self.count = QLabel()
        head.addWidget(self.count, 1)
        self.done = QCheckBox("处理过的也列出")
        self.done.toggled.connect(self._with_done)
        head.addWidget(self.done)
        column.addLayout(head)
        self.nothing = QLabel(_NONE_YET)
        self.nothing.setProperty("role", "quiet")
        self.nothing.setWordWrap(True)
        column.addWidget(self.nothing)
        self.view = CommentView()
        column.addWidget(self.view, 1)
        self.hint = QLabel(_HINT)
        self.hint.setProperty("role", "quiet")
        column.addWidget(self.hint)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.settle = _button("已处理", lambda: self._press(PenPress.TICK, self._number))
        self.edit = _button("重写", lambda: self._press(PenPress.EDIT, self._number))
        self.remove = _button("删去", lambda: self._press(PenPress.REMOVE, self._number))
        for button in (self.settle, self.edit, self.remove):
            row.addWidget(button, 1)
        column.addLayout(row)
        column.addStretch(0)  # takes the height where there is no list
        self.view.pressed_for.connect(self._press)
        self.view.currentItemChanged.connect(lambda *_: self._show_buttons())
        desk.changed.connect(self._soon)
        desk.chosen.connect(lambda: self.view.choose(desk.at_hand))
        self.refresh()

    def begin(self) -> None:
        """Take the keyboard for a comment on what is selected."""
        self._end_edit()
        self.refresh()
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Show the desk's present comments, and what the next one is made to."""
        target, every = self.desk.target_words(), self.desk.comments
        if self._edited and self.desk.named(self._edited) is None:  # undone meanwhile
            self._end_edit()
        if self._edited:
            self.target.setText("重写这处批注：")
        else:
            self.target.setText(f"批注{target}：" if target else "请先在页面上选中几个字，或把光标放到要批注的地方")
        self.note.setEnabled(bool(self._edited or target))
        self.note.setText("改好" if self._edited else "记下")
        if not self.who.isModified():
            self.who.setText(self.desk.who)
        waiting = sum(not one.done for one in every)
        self.count.setText(f"{waiting} 处没有处理" if waiting else "都处理过了" if every else "")
        self.done.setVisible(waiting < len(every))
        self.view.show_comments(self.desk.rows)
        rows = bool(self.desk.rows)
        for widget in (self.view, self.hint, self.settle, self.edit, self.remove):
            widget.setVisible(rows)
        self.nothing.setVisible(not every)
        self._show_buttons()

    def _show_buttons(self) -> None:
        one = self.view.chosen
        for button in (self.settle, self.edit, self.remove):
            button.setEnabled(one is not None)
        self.settle.setText("取消处理" if one and one.done else "已处理")

    @property
    def _number(self) -> int:
        return self.view.chosen.number if self.view.chosen else 0

    def _note(self) -> None:
        text = self.entry.toPlainText()
        if self._edited:
            if text.strip():
                self.desk.edit(self._edited, text)
                self._end_edit()
                self.refresh()
            return
        if self.desk.add(text, self.who.text()):
            self.who.setModified(False)
            self.entry.clear()
            self.desk.leave()

    def _press(self, press: PenPress, number: int) -> None:
        one = self.desk.named(number)
        if press is PenPress.LEAVE:
            self.desk.leave()
        elif one is None:
            return
        elif press is PenPress.GO:
            self.desk.go(number)
        elif press is PenPress.TICK:
            self.desk.settle(number, not one.done)
        elif press is PenPress.REMOVE:
            self.desk.remove(number)
        elif press is PenPress.EDIT:
            self._edited = number
            self.entry.setPlainText(one.text)
            self.refresh()
            self.entry.setFocus()
            self.entry.selectAll()

    def _end_edit(self) -> None:
        if self._edited:
            self._edited = 0
            self.entry.clear()

    def _with_done(self, on: bool) -> None:
        self.desk.with_done = on
        self.desk.changed.emit()

    def _soon(self) -> None:
        if self.isVisible():
            self.refresh()

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter notes the comment, with Shift it is a line end; Esc gives the page the keyboard."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _RETURN and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._note()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._end_edit()
            self.refresh()
            self.desk.leave()
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has come meanwhile."""
        super().showEvent(event)
        self.refresh()


def _button(words: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("toggle", "true")
    button.clicked.connect(lambda _=False: act())
    return button
