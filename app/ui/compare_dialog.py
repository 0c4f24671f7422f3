"""Two texts become two columns in which what differs is marked, rolled together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPlainTextEdit, QScrollBar, QVBoxLayout, QWidget

from app.records import dataclass
from app.text.compare import spans
from app.ui.colours import colours_of

_SIZE = (980, 600)


@dataclass(frozen=True, slots=True)
class Column:
    """A text under its head."""

    head: str
    text: str


class TextColumn(QPlainTextEdit):
    """A text to read, with stretches marked."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.setPlainText(text)
        self.setReadOnly(True)
        self.setAccessibleName(name)

    def mark(self, stretches: Sequence[tuple[int, int]], colour: str) -> None:
        """Give stretches (start, end, in characters) a ground of that colour."""
        look = QTextCharFormat()
        look.setBackground(QColor(colour))
        text = self.toPlainText()
        for start, end in stretches:
            cursor = QTextCursor(self.document())
            cursor.setPosition(utf16(text, start))
            cursor.setPosition(utf16(text, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)

    def show_place(self, place: int) -> None:
        """Roll to a character."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16(self.toPlainText(), place))
        self.setTextCursor(cursor)
        self.centerCursor()


class CompareDialog(QDialog):
    """Shows the earlier text on the left, the later one on the right."""

    def __init__(self, title: str, earlier: Column, later: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self.earlier, self.later = TextColumn(earlier.head, earlier.text), TextColumn(later.head, later.text)
        found = [span for span in spans(earlier.text, later.text) if not span.same]
        colours = colours_of(self.palette())
        self.earlier.mark([(span.one_start, span.one_end) for span in found], colours.error_bar)
        self.later.mark([(span.other_start, span.other_end) for span in found], colours.done_bar)
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, (column, view) in enumerate(((earlier, self.earlier), (later, self.later))):
            head = QLabel(column.head)
            head.setProperty("role", "field")
            grid.addWidget(head, 0, at)
            grid.addWidget(view, 1, at)
        words = f"{len(found)} 处不同，已用底色标出。" if found else "两份文字完全相同。"
        summary = QLabel(words)
        summary.setProperty("role", "quiet")
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(20, 16, 20, 14)
        column_.setSpacing(10)
        column_.addWidget(summary)
        column_.addLayout(grid, 1)
        column_.addWidget(buttons)
        roll_together((self.earlier, self.later))
        if found:
            self.earlier.show_place(found[0].one_start)
            self.later.show_place(found[0].other_start)


def roll_together(columns: Sequence[TextColumn]) -> None:
    """Let each text roll as far as the one that is being rolled, in parts of its length."""
    bars = [column.verticalScrollBar() for column in columns]

    def follow(leader: QScrollBar) -> None:
        part = leader.value() / max(1, leader.maximum())
        for bar in bars:
            if bar is not leader:
                bar.blockSignals(True)  # or the others would roll this one again
                bar.setValue(round(part * bar.maximum()))
                bar.blockSignals(False)

    for bar in bars:
        bar.actionTriggered.connect(lambda _, bar=bar: QTimer.singleShot(0, bar, lambda: follow(bar)))


def utf16(text: str, place: int) -> int:
    """The place as Qt counts it."""
    return len(text[:place].encode("utf-16-le")) // 2
