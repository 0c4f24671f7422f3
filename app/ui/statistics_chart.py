"""The points of the units become bars, the highest on top."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.desk.statistics.figures import figure
from app.ui.colours import colours_of

_ROW_PX, _BAR_PX, _NAME_PX, _FIGURE_PX, _PAD_PX = 24, 14, 170, 60, 12
_NOTHING = "这一段时间还没有单位得分。"


class PointsChart(QWidget):
    """Bars with the name before and the figure behind each; as high as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: tuple[tuple[str, Fraction], ...] = ()
        self.setAccessibleName("各单位得分图")

    def show_bars(self, bars: Sequence[tuple[str, Fraction]]) -> None:
        """Show others."""
        self.bars = tuple(bars)
        self.setAccessibleDescription("，".join(f"{name} {figure(value)}分" for name, value in self.bars) or _NOTHING)
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row for each."""
        return QSize(480, 2 * _PAD_PX + _ROW_PX * max(3, len(self.bars)))

    def bar(self, at: int) -> QRectF:
        """Where a bar stands; the longest takes all the room."""
        most = max((value for _, value in self.bars), default=Fraction(1))
        room = max(40, self.width() - _NAME_PX - _FIGURE_PX - 2 * _PAD_PX)
        length = room * float(self.bars[at][1] / most)
        return QRectF(_PAD_PX + _NAME_PX, _PAD_PX + at * _ROW_PX + (_ROW_PX - _BAR_PX) / 2, max(1.0, length), _BAR_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, and a line at which they begin."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        if not self.bars:
            painter.setPen(QColor(colours.quiet))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), _NOTHING)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        for at, (name, value) in enumerate(self.bars):
            bar = self.bar(at)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(bar, 2, 2)
            painter.setPen(QColor(colours.text))
            label = QRectF(_PAD_PX, bar.top() - 4, _NAME_PX - 10, _BAR_PX + 8)
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(label.width()))
            painter.drawText(label, int(Qt.AlignmentFlag.AlignRight) | middle, shown)
            painter.setPen(QColor(colours.quiet))
            painter.drawText(QRectF(bar.right() + 8, bar.top() - 4, _FIGURE_PX, _BAR_PX + 8), middle, figure(value))
        if self.bars:
            painter.setPen(QColor(colours.border))
            left = _PAD_PX + _NAME_PX - 0.5
            painter.drawLine(QPointF(left, _PAD_PX), QPointF(left, _PAD_PX + _ROW_PX * len(self.bars)))
        painter.end()
