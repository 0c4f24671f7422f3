"""The 来稿箱 below the outline: a head with the ways in, what is looked for, and the list, or what to do where it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.model.submission import State
from app.ui.icons import give_icon
from app.ui.inbox_view import InboxView

if TYPE_CHECKING:
    from app.store.library.library import Query

_SEARCH_AFTER_MS = 250
_EMPTY = "这里收各单位的来稿。\n把文件或文件夹拖到这里，或者："
_NOTHING_FOUND = "没有找到。\n换几个字，或看全部来稿。"
_PHOTOS = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"})
_SHEETS = frozenset({".xls", ".xlsx", ".xlsm", ".et", ".ppt", ".pptx", ".dps"})
"""Names by which files look like photos, tables and slides; what they are is told by their bytes."""
_ALL = "全部"
_ORDERS = (("received", "按日期"), ("unit", "按单位"), ("title", "按标题"))


class InboxPanel(QWidget):
    """Shows records and says what the person wants of them. `asked` when another query is meant, `dropped` brings files and the
    submission that they were dropped on, "" for none.
    """

    asked = Signal()
    dropped = Signal(object, str)
    receive_asked = Signal()
    paste_asked = Signal()
    enter_asked = Signal()
    list_asked = Signal()
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SEARCH_AFTER_MS)
        self._soon.timeout.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addLayout(self._search_row())
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setContentsMargins(12, 0, 12, 6)
        self._note.setProperty("role", "quiet")
        self._note.hide()
        column.addWidget(self._note)
        self.view = InboxView()
        self.stack = QStackedWidget()
        self.stack.addWidget(self._empty())
        self.stack.addWidget(self.view)
        column.addWidget(self.stack, 1)
        self.show_count(0, 0)

    def _head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("panelHead")
        head.setFixedHeight(36)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(0)
        row.addWidget(QLabel("来稿箱"))
        row.addSpacing(8)
        self.count = QLabel()
        self.count.setProperty("role", "quiet")
        row.addWidget(self.count, 1)
        for icon, tip, signal in (
            ("import", "收文件（也可以把文件、文件夹拖进来）", self.receive_asked),
            ("paste", "把剪贴板里的内容收进来稿箱", self.paste_asked),
            ("add", "录入纸质、电话来稿", self.enter_asked),
            ("contents", "选题单：打印给领导圈选，按次序编进本期", self.list_asked),
            ("close", "收起来稿箱", self.close_asked),
        ):
            button = QToolButton()
            give_icon(button, icon)
            button.setIconSize(QSize(18, 18))
            button.setStyleSheet("padding: 1px;")
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(signal)
            row.addWidget(button)
        return head

    def _empty(self) -> QWidget:
        """What stands in the place of the list: a sentence, and the ways in by their names."""
        page = QWidget()
        page.setObjectName("sideBody")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addStretch(1)
        self._hint = QLabel(_EMPTY)
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "quiet")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._hint)
        self._ways = QWidget()
        row = QHBoxLayout(self._ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for words, signal in (("收文件…", self.receive_asked), ("粘贴", self.paste_asked), ("录入…", self.enter_asked)):
            button = QPushButton(words)
            button.clicked.connect(signal)
            row.addWidget(button)
        column.addWidget(self._ways)
        column.addStretch(2)
        return page

    def _search_row(self) -> QVBoxLayout:
        self.words = QLineEdit()
        self.words.setPlaceholderText("找标题、单位、正文里的字")
        self.words.setAccessibleName("找来稿")
        self.words.setClearButtonEnabled(True)
        for clear in self.words.findChildren(QToolButton):
            clear.setAccessibleName("清除要找的字")
        self.words.textChanged.connect(self._soon.start)
        self.words.returnPressed.connect(self.enter)
        for key, act in ((Qt.Key.Key_Down, self.enter), (Qt.Key.Key_Escape, self.words.clear)):
            QShortcut(key, self.words, act, context=Qt.ShortcutContext.WidgetShortcut)
        self.states = QComboBox()
        self.states.setAccessibleName("只看哪些")
        self.states.addItem(_ALL, "")
        for state in State:
            self.states.addItem(state.value, state.value)
        self.order = QComboBox()
        self.order.setAccessibleName("怎样排")
        for value, text in _ORDERS:
            self.order.addItem(text, value)
        self.states.currentIndexChanged.connect(self.asked)
        self.order.currentIndexChanged.connect(self.asked)
        column = QVBoxLayout()
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(6)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.states, 1)
        row.addWidget(self.order, 1)
        column.addLayout(row)
        return column

    @property
    def query(self) -> Query:
        """What is looked for; the state is told apart by the window, which knows the issue at hand."""
        from app.store.library.library import Query

        order = self.order.currentData()
        return Query(self.words.text(), order=order, descending=order == "received")

    @property
    def wanted_states(self) -> tuple[State, ...]:
        """The states that are to be seen, none for all."""
        value = self.states.currentData()
        return (State(value),) if value else ()

    def enter(self) -> None:
        """Take the keyboard: the list, or what is looked for where that is empty."""
        if self.view.rows.records:
            self.view.enter()
        else:
            self.words.setFocus(Qt.FocusReason.TabFocusReason)

    def show_count(self, shown: int, in_all: int) -> None:
        """Say how many there are, and what to do where there are none."""
        counted = f"{in_all} 份" if shown == in_all else f"{shown}/{in_all}"
        self.count.setText(counted if in_all else "")
        self._hint.setText(_NOTHING_FOUND if in_all else _EMPTY)
        self._ways.setHidden(bool(in_all))
        self.stack.setCurrentIndex(1 if shown else 0)

    def show_notice(self, sentence: str) -> None:
        """Say why there is no library, or why it may only be read; "" where all is well."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped."""
        if local_paths(event.mimeData().urls()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the submission that files would be put to."""
        self.view.show_target(self._target(event))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is dropped."""
        self.view.show_target("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        self.view.show_target("")
        self.dropped.emit(local_paths(event.mimeData().urls()), self._target(event))

    def _target(self, event: QDropEvent) -> str:
        """The submission under the mouse where there may be attachments among the files, by their names; "" for none."""
        if any(path.suffix.lower() in _PHOTOS | _SHEETS for path in local_paths(event.mimeData().urls())):
            return self.view.submission_at(self.view.viewport().mapFrom(self, event.position().toPoint()))
        return ""


def local_paths(urls: Sequence[object]) -> list[Path]:
    """The files and folders on this computer among what is carried."""
    from PySide6.QtCore import QUrl

    return [Path(url.toLocalFile()) for url in urls if isinstance(url, QUrl) and url.isLocalFile()]
