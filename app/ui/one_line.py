"""A question becomes one line that somebody writes; what can't be taken is told below it, and the button is grey meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.answers import yes_or_cancel
from app.ui.fields import quiet_label

_WIDTH = 460


class OneLineDialog(QDialog):
    """`told` gives of what stands in the line what is wrong with it, "" for nothing. A line without words can't be taken, unsaid."""

    def __init__(self, title: str, lead: str, yes: str, told: Callable[[str], str] = lambda _: "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._told = told
        words = QLabel(lead)
        words.setWordWrap(True)
        self.line = QLineEdit()
        self.line.setAccessibleName(title)
        self.hint = quiet_label("")
        self.hint.setProperty("tone", "warning")
        self.buttons, self.yes = yes_or_cancel(self, yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(12)
        for widget in (words, self.line, self.hint, self.buttons):
            column.addWidget(widget)
        self.line.textChanged.connect(self._look)
        self._look()

    @property
    def words(self) -> str:
        """What stands in the line."""
        return self.line.text().strip()

    def _look(self) -> None:
        told = self._told(self.words) if self.words else ""
        self.hint.setText(told)
        self.yes.setEnabled(bool(self.words) and not told)
