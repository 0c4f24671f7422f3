"""What people wrote to a file or took from it, comments, deletions, hidden words, becomes a list to read beside the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.importers.left_out import whole
from app.importers.raw import LeftOut


class RemarksDialog(QDialog):
    """Shows each remark in full; its words can be copied."""

    def __init__(self, remarks: Sequence[LeftOut], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("批注和修订")
        self.resize(620, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        self.words = QPlainTextEdit("\n\n".join(map(whole, remarks)))
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName("批注和修订")
        column.addWidget(self.words)
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
