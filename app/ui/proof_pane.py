"""What the program found, the text that came, what proofreaders said, names in their forms: panels become one page of the right panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget


class ProofPane(QWidget):
    """`parts` are words and panels; the first is shown at first."""

    def __init__(self, parts: Sequence[tuple[str, QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBody")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(14, 10, 14, 0)
        row.setSpacing(0)
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self.tabs: list[QPushButton] = []
        for at, (words, panel) in enumerate(parts):
            tab = QPushButton(words)
            tab.setCheckable(True)
            tab.setProperty("choice", "true")
            tab.setProperty("end", "left" if at == 0 else "right" if at == len(parts) - 1 else "")
            tab.clicked.connect(lambda _=False, panel=panel: self._stack.setCurrentWidget(panel))
            self._group.addButton(tab)
            self._stack.addWidget(panel)
            self.tabs.append(tab)
            row.addWidget(tab, 1)
        self.tabs[0].setChecked(True)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def show_part(self, panel: QWidget) -> None:
        """Show one of the panels."""
        self._stack.setCurrentWidget(panel)
        self.tabs[self._stack.currentIndex()].setChecked(True)
