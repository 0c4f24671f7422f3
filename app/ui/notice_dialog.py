"""The text of the 通报, to be read before it goes into the issue or to be copied."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.fields import quiet_label

_SIZE = (720, 520)


class NoticeDialog(QDialog):
    """`accepted` means that it goes into the issue, a new one where `issue` is ""; `copied` tells that it is in the clipboard."""

    copied = Signal()

    def __init__(self, text: str, issue: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("通报稿")
        self.resize(*_SIZE)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("通报稿")
        into = f"放进“{issue}”，作为最后一篇，可以撤销；文后附各单位的表。"
        where = into if issue else "现在没有能改的一期，可以新建一期放进去，也可以复制。"
        self.take = QPushButton("放进本期" if issue else "新建下一期，放进去")
        self.take.setProperty("main", "true")
        self.take.clicked.connect(lambda: self.accept())
        self.copy = QPushButton("复制")
        self.copy.clicked.connect(lambda: self._copy())
        shut = QPushButton("关闭")
        shut.clicked.connect(lambda: self.reject())
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(quiet_label(where), 1)
        for button in (self.copy, shut, self.take):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.text, 1)
        column.addLayout(foot)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copied.emit()
