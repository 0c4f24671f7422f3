"""The panel on the left: the outline under a small head, and the tools that work on its rows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.ui.actions import OUTLINE_TOOLS, Actions
from app.ui.outline_model import Move, Rename
from app.ui.outline_view import OutlineView


class OutlinePanel(QWidget):
    """Holds the outline; with no issue it says so."""

    def __init__(self, actions: Actions, move: Move, rename: Rename, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QFrame()
        head.setObjectName("panelHead")
        head.setFixedHeight(40)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(0)
        title = QLabel("大纲")
        title.setProperty("role", "heading")
        row.addWidget(title, 1)
        for name in OUTLINE_TOOLS:
            if name == "-":
                row.addSpacing(6)
                continue
            button = QToolButton()
            button.setDefaultAction(actions[name])
            button.setIconSize(QSize(18, 18))
            button.setStyleSheet("padding: 2px;")
            row.addWidget(button)
        column.addWidget(head)
        self.view = OutlineView(move, rename)
        for name in OUTLINE_TOOLS:
            if name != "-":
                self.view.addAction(actions[name])
        nothing = QLabel("打开或新建一期简报，\n这里就会列出它的报头、\n目录、文章和报尾。")
        nothing.setProperty("role", "quiet")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing)
        self._stack.addWidget(self.view)
        column.addWidget(self._stack, 1)

    def show_view(self, has_issue: bool) -> None:
        """Show the outline, or that there is none."""
        self._stack.setCurrentIndex(1 if has_issue else 0)
