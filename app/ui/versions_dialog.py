"""The kept copies of a file become a list to choose one from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import icon


class VersionsDialog(QDialog):
    """`index` is the chosen row once it is accepted. With `compares` it is to be held against the issue at hand, and another file may be:
    `file_asked` says that.
    """

    file_asked = Signal()

    def __init__(self, name: str, rows: Sequence[str], parent: QWidget | None = None, *, compares: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle("花脸稿：和以前的哪一份比" if compares else "以前保存的版本")
        self.setMinimumSize(480, 380)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(12)
        kept = f"“{name}”每次保存都另留一份，最多留十份，只在本机。打开的是副本，不会动现在的文件。"
        lead = QLabel(f"“{name}”打印过的清样、保存过的各份都留在本机。选一份，看那以后改了什么。" if compares else kept)
        lead.setWordWrap(True)
        column.addWidget(lead)
        self.list = QListWidget()
        self.list.setAccessibleName("以前的各份")
        for row in rows:
            self.list.addItem(row)
            self.list.item(self.list.count() - 1).setIcon(icon("file"))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        column.addWidget(self.list, 1)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addStretch(1)
        if compares:
            other = QPushButton("另选一份文件…")
            other.clicked.connect(self.file_asked)
            other.clicked.connect(self.reject)
            row_of_buttons.addWidget(other)
        show = QPushButton("做花脸稿…" if compares else "打开这一份")
        show.setProperty("main", "true")
        show.setDefault(True)
        show.clicked.connect(self.accept)
        row_of_buttons.addWidget(show)
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        row_of_buttons.addWidget(close)
        column.addLayout(row_of_buttons)

    @property
    def index(self) -> int:
        """The row at hand."""
        return self.list.currentRow()
