"""One sentence for the clerk becomes a calm strip above the pages, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from app.ui.icons import give_icon, give_picture

Kind = Literal["error", "warning", "info", "done"]
Choice = tuple[str, Callable[[], None]]
"""What a button says and does."""


class MessageBar(QFrame):
    """Shows one message at a time; a new one takes the old one's place. None disappears after a time.

    What is true only until the next change of the issue (删去了一篇文章, with its 撤销) goes when that comes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._until_change = False
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.setSpacing(10)
        self._icon = QLabel()
        self._icon.setFixedSize(20, 20)
        row.addWidget(self._icon)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._text, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        row.addLayout(self._buttons)
        close = QToolButton()
        give_icon(close, "close")
        close.setIconSize(QSize(16, 16))
        close.setToolTip("关闭这条消息")
        close.setAccessibleName("关闭这条消息")
        close.clicked.connect(self.hide)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now, "" when hidden."""
        return self._text.text() if not self.isHidden() else ""

    @property
    def choices(self) -> list[str]:
        """What its buttons say."""
        return [button.text() for button in self.findChildren(QPushButton)]

    def say(self, kind: Kind, text: str, choices: Sequence[Choice] = (), until_change: bool = False) -> None:
        """Show a message; with `until_change` the issue's next change hides it."""
        self._until_change = until_change
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        give_picture(self._icon, kind, 20)
        self._text.setText(text)
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        for label, act in choices:
            button = QPushButton(label)
            button.clicked.connect(act)
            self._buttons.addWidget(button)
        self.show()

    def issue_changed(self) -> None:
        """The issue is another one than the message spoke of."""
        if self._until_change:
            self.hide()
