"""The panel on the left: the outline with the tools that work on its rows, and as a second tab the pages as small pictures."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.ui.actions import Actions
from app.ui.command_table import OUTLINE_TOOLS
from app.ui.outline_model import Move, Rename
from app.ui.outline_view import OutlineView
from app.ui.thumbnails import Thumbnails


class OutlinePanel(QWidget):
    """Holds the outline and the thumbnails; with no issue it says so. Which one is seen the action `show_thumbnails` knows."""

    def __init__(self, actions: Actions, move: Move, rename: Rename, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._has_issue = False
        self._thumbnails_shown = False
        self.view = OutlineView(move, rename)
        self.stage = QLabel()
        self.stage.setProperty("role", "quiet")
        self.thumbnails = Thumbnails()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(actions["show_thumbnails"]))
        nothing = QLabel("打开或新建一期简报，\n这里就会列出它的报头、\n目录、文章和报尾。")
        nothing.setProperty("role", "quiet")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        for page in (nothing, self._outline_page(actions), self.thumbnails):
            self._stack.addWidget(page)
        column.addWidget(self._stack, 1)

    def show_view(self, has_issue: bool) -> None:
        """Show the outline, or that there is none."""
        self._has_issue = has_issue
        self._refresh()

    def show_stage(self, words: str) -> None:
        """Say how far the issue is."""
        self.stage.setText(words)
        self.stage.setAccessibleName(f"这一期：{words}" if words else "")

    def _head(self, action: QAction) -> QFrame:
        head = QFrame()
        head.setObjectName("panelHead")
        head.setFixedHeight(40)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(0)
        group = QButtonGroup(self)
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
        row.addStretch(1)
        row.addWidget(self.stage)
        action.toggled.connect(self._show_thumbnails)
        return head

    def _outline_page(self, actions: Actions) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tools = QHBoxLayout()
        tools.setContentsMargins(10, 4, 8, 2)
        tools.setSpacing(2)
        for name in OUTLINE_TOOLS:
            if name == "-":
                tools.addSpacing(8)
                continue
            button = QToolButton()
            button.setDefaultAction(actions[name])
            button.setIconSize(QSize(18, 18))
            button.setStyleSheet("padding: 2px;")
            button.setAccessibleName(actions[name].text())
            tools.addWidget(button)
            self.view.addAction(actions[name])
        tools.addStretch(1)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        return page

    def _show_thumbnails(self, shown: bool) -> None:
        self._thumbnails_shown = shown
        self._refresh()

    def _refresh(self) -> None:
        shown = 0 if not self._has_issue else 2 if self._thumbnails_shown else 1
        had_keyboard = self.view.hasFocus() or self.thumbnails.hasFocus()
        self._stack.setCurrentIndex(shown)
        if had_keyboard and shown:  # or it would go to whatever comes next
            (self.thumbnails if self._thumbnails_shown else self.view).setFocus()
