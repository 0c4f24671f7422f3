"""The heads of a statement, in levels and over several columns, become the head of a table on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from app.desk.statistics.statement import Head
from app.ui.colours import colours_of

_LEVEL_PX, _LINE_PX, _PAD_PX = 26, 16, 5
_WRAP = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)


class LevelHeader(QHeaderView):
    """Paints heads that span columns and levels; what it is the head of is scrolled and sized as by any other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._heads: tuple[Head, ...] = ()
        self._levels = 1
        self.setMinimumSectionSize(40)
        self.sectionResized.connect(lambda *_: self.viewport().update())

    def show_heads(self, heads: tuple[Head, ...], levels: int) -> None:
        """Show these from now on."""
        self._heads, self._levels = heads, levels
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as its levels."""
        return QSize(super().sizeHint().width(), self._levels * _LEVEL_PX + (_LINE_PX if self._levels == 1 else _PAD_PX))

    def box(self, head: Head) -> QRect:
        """Where a head stands."""
        left = self.sectionViewportPosition(head.column)
        width = sum(self.sectionSize(column) for column in range(head.column, head.column + head.columns))
        height = self.height() / self._levels
        top, bottom = round(head.level * height), round((head.level + head.levels) * height)
        return QRect(left, top, width, bottom - top)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every head in its box."""
        painter = QPainter(self.viewport())
        colours = colours_of(self.palette())
        painter.fillRect(self.viewport().rect(), QColor(colours.alternate))
        for head in self._heads:
            if head.column + head.columns > self.count():
                continue
            box = self.box(head)
            painter.setPen(QColor(colours.line))
            painter.drawLine(box.right(), box.top(), box.right(), box.bottom())
            painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
            painter.setPen(QColor(colours.quiet))
            painter.drawText(box.adjusted(3, 1, -3, -1), _WRAP, head.text)
        painter.end()
