"""The kept copies of a file become a list to choose one from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import icon


class VersionsDialog(QDialog):
    """`index` is the chosen row once it is accepted."""

    def __init__(self, name: str, rows: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("以前保存的版本")
        self.setMinimumSize(480, 380)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(12)
        lead = QLabel(f"“{name}”每次保存都另留一份，最多留十份，只在本机。打开的是副本，不会动现在的文件。")
        lead.setWordWrap(True)
        column.addWidget(lead)
        self.list = QListWidget()
        for row in rows:
            self.list.addItem(row)
            self.list.item(self.list.count() - 1).setIcon(icon("file"))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        column.addWidget(self.list, 1)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addStretch(1)
        show = QPushButton("打开这一份")
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
