"""The check before an issue goes out becomes a pane in the place of the outline: pages, fields and 校对 stay in sight beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.desk.check_line import CheckLine, left_of
from app.ui.final_rows import FinalRows
from app.ui.icons import give_icon
from app.ui.style import redress

WIDTH_PX = 300


class FinalPane(QWidget):
    """Hidden until it is asked for. `wanted` brings whether it shall be seen, for who holds it; `close_asked` that it should go."""

    wanted = Signal(bool)
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self.verdict = QLabel()
        self.verdict.setProperty("role", "title")
        self.verdict.setContentsMargins(12, 10, 12, 2)
        column.addWidget(self.verdict)
        hint = QLabel("点一行就到那里，再点到下一处；改好以后这里会跟着变。")
        hint.setProperty("role", "quiet")
        hint.setWordWrap(True)
        hint.setContentsMargins(12, 0, 12, 8)
        column.addWidget(hint)
        self.rows = FinalRows()
        self.rows.setObjectName("finalRows")
        column.addWidget(self.rows, 1)
        self.asked = False
        self.hide()

    def ask(self, asked: bool) -> None:
        """Let it be seen, or no more."""
        if asked != self.asked:
            self.asked = asked
            self.wanted.emit(asked)

    def _head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("panelHead")
        head.setFixedHeight(40)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 6, 0)
        title = QLabel("定稿前检查")
        title.setProperty("role", "heading")
        row.addWidget(title, 1)
        close = QToolButton()
        give_icon(close, "close")
        close.setIconSize(QSize(18, 18))
        close.setToolTip("收起，回到大纲（Esc）")
        close.setAccessibleName("收起定稿前检查")
        close.clicked.connect(lambda _=False: self.close_asked.emit())
        row.addWidget(close)
        return head

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show what was looked at."""
        left, noted = left_of(lines), sum(line.noted for line in lines)
        told = f"还有 {left} 项要看" if left else "都好了，可以定稿" if not noted else f"可以定稿，{noted} 项请留意"
        self.verdict.setText(told)
        redress(self.verdict, "tone", "warning" if left else "done")
        self.rows.show_lines(lines)

    def enter(self) -> None:
        """Take the keys."""
        if self.rows.currentRow() < 0:
            self.rows.setCurrentRow(0)
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        else:
            super().keyPressEvent(event)
