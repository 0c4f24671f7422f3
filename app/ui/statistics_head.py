"""The heads of a statement, in levels and over several columns, become the head of a table on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from app.desk.statistics.statement import Head
from app.ui.colours import colours_of

_LEVEL_PX, _PAD_PX, _SIDE_PX = 26, 10, 3
_WRAP = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)


class LevelHeader(QHeaderView):
    """Paints heads that span columns and levels; what it is the head of is scrolled and sized as by any other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._heads: tuple[Head, ...] = ()
        self._levels = 1
        self.setMinimumSectionSize(40)
        self.sectionResized.connect(lambda *_: self._fit())

    def show_heads(self, heads: tuple[Head, ...], levels: int) -> None:
        """Show these from now on."""
        self._heads, self._levels = heads, levels
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its levels."""
        return QSize(super().sizeHint().width(), sum(self._heights()))

    def needed(self, head: Head) -> int:
        """The height that the words of a head take in its width."""
        room = QRect(0, 0, max(self._width(head) - 2 * _SIDE_PX, 1), 10_000)
        return self.fontMetrics().boundingRect(room, _WRAP, head.text).height() + _PAD_PX

    def _fit(self) -> None:
        if sum(self._heights()) != self.height():
            self.geometriesChanged.emit()  # no layout holds a head: the table asks it for its size then
        self.viewport().update()

    def _width(self, head: Head) -> int:
        return sum(self.sectionSize(column) for column in range(head.column, head.column + head.columns))

    def _heights(self) -> list[int]:
        """Of each level, so that no head is cut; one over several levels finds its room in their sum."""
        heights = [_LEVEL_PX] * self._levels
        shown = [head for head in self._heads if head.column + head.columns <= self.count()]
        for head in sorted(shown, key=lambda head: head.levels):
            last = head.level + head.levels - 1
            missing = self.needed(head) - sum(heights[head.level : last + 1])
            heights[last] += max(missing, 0)
        return heights

    def boxes(self) -> tuple[tuple[Head, QRect], ...]:
        """The heads whose columns are there, and where each stands."""
        heights = self._heights()
        return tuple((head, self._box(head, heights)) for head in self._heads if head.column + head.columns <= self.count())

    def _box(self, head: Head, heights: Sequence[int]) -> QRect:
        left = self.sectionViewportPosition(head.column)
        top = sum(heights[: head.level])
        return QRect(left, top, self._width(head), sum(heights[head.level : head.level + head.levels]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every head in its box."""
        painter = QPainter(self.viewport())
        colours = colours_of(self.palette())
        painter.fillRect(self.viewport().rect(), QColor(colours.alternate))
        for head, box in self.boxes():
            painter.setPen(QColor(colours.line))
            painter.drawLine(box.right(), box.top(), box.right(), box.bottom())
            painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
            painter.setPen(QColor(colours.quiet))
            painter.drawText(box.adjusted(_SIDE_PX, 1, -_SIDE_PX, -1), _WRAP, head.text)
        painter.end()
