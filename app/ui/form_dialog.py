"""A form of the office as it will be printed, to send to paper or into a file (审签单)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from app.layout.frames import Page
from app.ui.fields import quiet_label
from app.ui.side_view import SideView

_SIZE = (620, 690)


class FormDialog(QDialog):
    """Signals send `page` on."""

    file_asked = Signal(object)
    paper_asked = Signal(object)

    def __init__(self, name: str, page: Page, hint: str, can_print: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.resize(*_SIZE)
        self.page = page
        self.view = SideView()
        self.view.show_side(page, name)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("tone", "warning")
        self.trouble.hide()
        buttons = QDialogButtonBox()
        paper = buttons.addButton("打印…", QDialogButtonBox.ButtonRole.ActionRole)
        paper.setEnabled(can_print)
        paper.clicked.connect(lambda: self.paper_asked.emit(page))
        file = buttons.addButton("导出 PDF…", QDialogButtonBox.ButtonRole.ActionRole)
        file.clicked.connect(lambda: self.file_asked.emit(page))
        (paper if can_print else file).setProperty("main", "true")
        (paper if can_print else file).setDefault(True)
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(self.view, 1)
        column.addWidget(quiet_label(hint))
        column.addWidget(self.trouble)
        column.addWidget(buttons)
        self.finished.connect(self.view.release)

    def say(self, sentence: str) -> None:
        """Say what went wrong; "" takes it away."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
