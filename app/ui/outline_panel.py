"""The panel on the left: the outline with the tools that work on its rows, and as a second tab the pages as small pictures."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.ui.actions import OUTLINE_TOOLS, Actions
from app.ui.outline_model import Move, Rename
from app.ui.outline_view import OutlineView
from app.ui.thumbnails import Thumbnails


class OutlinePanel(QWidget):
    """Holds the outline and the thumbnails; with no issue it says so. Which one is seen the action `show_thumbnails` knows."""

    def __init__(self, actions: Actions, move: Move, rename: Rename, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self._has_issue = False
        self._thumbnails_shown = False
        self._tools: list[QToolButton] = []
        self.thumbnails = Thumbnails()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QFrame()
        head.setObjectName("panelHead")
        head.setFixedHeight(40)
        row = QHBoxLayout(head)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(0)
        row.addLayout(self._tabs(actions["show_thumbnails"]))
        row.addStretch(1)
        for name in OUTLINE_TOOLS:
            if name == "-":
                row.addSpacing(6)
                continue
            button = QToolButton()
            button.setDefaultAction(actions[name])
            button.setIconSize(QSize(18, 18))
            button.setStyleSheet("padding: 2px;")
            button.setAccessibleName(actions[name].text())
            row.addWidget(button)
            self._tools.append(button)
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
        self._stack.addWidget(self.thumbnails)
        column.addWidget(self._stack, 1)

    def show_view(self, has_issue: bool) -> None:
        """Show the outline, or that there is none."""
        self._has_issue = has_issue
        self._refresh()

    def _tabs(self, action: QAction) -> QHBoxLayout:
        group, row = QButtonGroup(self), QHBoxLayout()
        row.setSpacing(0)
        for words, end, thumbnails in (("大纲", "left", False), ("缩略图", "right", True)):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty("choice", "true")
            button.setProperty("end", end)
            button.setChecked(action.isChecked() is thumbnails)
            button.clicked.connect(lambda _=False, thumbnails=thumbnails: action.setChecked(thumbnails))
            action.toggled.connect(lambda on, button=button, thumbnails=thumbnails: button.setChecked(on is thumbnails))
            group.addButton(button)
            row.addWidget(button)
        action.toggled.connect(self._show_thumbnails)
        return row

    def _show_thumbnails(self, shown: bool) -> None:
        self._thumbnails_shown = shown
        self._refresh()

    def _refresh(self) -> None:
        for button in self._tools:
            button.setVisible(not self._thumbnails_shown)
        self._stack.setCurrentIndex(0 if not self._has_issue else 2 if self._thumbnails_shown else 1)
