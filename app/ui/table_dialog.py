"""The rows and columns of a new table are chosen: by pointing at a field of squares, or in figures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.edit.grid import MOST_COLUMNS, MOST_ROWS
from app.ui.answers import yes_or_cancel
from app.ui.spins import WholeSpin

_ROWS, _COLUMNS, _SQUARE_PX = 8, 10, 22


class SquareField(QWidget):
    """Squares of which the upper left ones are taken. Signals `pointed` (rows, columns) and `chosen` (a click)."""

    pointed = Signal(int, int)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken = (0, 0)
        self.setMouseTracking(True)
        self.setFixedSize(QSize(_COLUMNS * _SQUARE_PX + 1, _ROWS * _SQUARE_PX + 1))

    def show_taken(self, rows: int, columns: int) -> None:
        """Paint so many rows and columns as taken."""
        self._taken = rows, columns
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each square with its edge."""
        painter = QPainter(self)
        colours = self.palette()
        painter.setPen(colours.mid().color())
        rows, columns = self._taken
        for row in range(_ROWS):
            for column in range(_COLUMNS):
                painter.setBrush(colours.highlight() if row < rows and column < columns else colours.base())
                painter.drawRect(column * _SQUARE_PX + 2, row * _SQUARE_PX + 2, _SQUARE_PX - 4, _SQUARE_PX - 4)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The squares up to the pointer."""
        self.pointed.emit(*_square(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take them."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pointed.emit(*_square(event.position()))
            self.chosen.emit()


def _square(point: QPointF) -> tuple[int, int]:
    """(rows, columns) up to a point."""
    rows, columns = int(point.y() // _SQUARE_PX) + 1, int(point.x() // _SQUARE_PX) + 1
    return min(max(rows, 1), _ROWS), min(max(columns, 1), _COLUMNS)


class TableDialog(QDialog):
    """Asks for a table; `size_chosen` holds its rows and columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("插入表格")
        self.rows, self.columns = WholeSpin(), WholeSpin()
        self.field = SquareField()
        figures = QHBoxLayout()
        for box, most, start, word in ((self.rows, MOST_ROWS, 4, "行"), (self.columns, MOST_COLUMNS, 3, "列")):
            box.setRange(1, most)
            box.setValue(start)
            box.setAccessibleName(f"表格的{word}数")
            figures.addWidget(box)
            figures.addWidget(QLabel(word))
            box.valueChanged.connect(self._show)
        figures.addStretch(1)
        buttons, _ = yes_or_cancel(self, "插入")
        note = QLabel("第一行作表头，用黑体；表格排到下一面时，表头再印一次。")
        note.setProperty("role", "quiet")
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        for part in (self.field, note):
            column.addWidget(part)
        column.insertLayout(1, figures)
        column.addWidget(buttons)
        self.field.pointed.connect(self._take)
        self.field.chosen.connect(self.accept)
        self._show()

    @property
    def size_chosen(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.rows.value(), self.columns.value()

    def _take(self, rows: int, columns: int) -> None:
        self.rows.setValue(rows)
        self.columns.setValue(columns)

    def _show(self) -> None:
        self.field.show_taken(*self.size_chosen)
