"""The frame of a chosen picture: its corners, where a point meets them, and how frame and preview are painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.model.picture import Placing
from app.ui.colours import LIGHT

_HANDLE_PX = 8.0
_RESTING = QColor("#9AA7AF")
_LABEL_PAD_PX = 5.0
UPPER = (0, 1)
"""The corners by number: upper left, upper right, lower left, lower right."""


def corners(box: QRectF) -> tuple[QPointF, ...]:
    """Where the handles stand."""
    return box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()


def corner_at(box: QRectF, point: QPointF, reach: float) -> int | None:
    """The corner that a point takes hold of."""
    near = [(max(abs(point.x() - corner.x()), abs(point.y() - corner.y())), number) for number, corner in enumerate(corners(box))]
    distance, number = min(near)
    return number if distance <= reach else None


def cursor_at(corner: int | None) -> Qt.CursorShape:
    """What the pointer looks like on a picture and on its corners."""
    if corner is None:
        return Qt.CursorShape.ArrowCursor
    return Qt.CursorShape.SizeFDiagCursor if corner in (0, 3) else Qt.CursorShape.SizeBDiagCursor


def resized(box: QRectF, width: float, height: float, placing: Placing, *, upper: bool) -> QRectF:
    """A box of another size that keeps the edge it is placed by, and the upper or lower edge that is not drawn."""
    x = {"left": box.left(), "centre": box.center().x() - width / 2, "right": box.right() - width}[placing]
    return QRectF(x, box.bottom() - height if upper else box.top(), width, height)


def paint_frame(painter: QPainter, box: QRectF, *, active: bool) -> None:
    """Paint the frame with its handles; grey while the keys go elsewhere."""
    colour = QColor(LIGHT.accent) if active else _RESTING
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.5))
    painter.drawRect(box)
    painter.setBrush(Qt.GlobalColor.white)
    for corner in corners(box):
        painter.drawRect(QRectF(corner.x() - _HANDLE_PX / 2, corner.y() - _HANDLE_PX / 2, _HANDLE_PX, _HANDLE_PX))
    painter.restore()


def paint_preview(painter: QPainter, box: QRectF, words: str) -> None:
    """Paint the size that is being drawn, and say it."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(LIGHT.accent), 1.0, Qt.PenStyle.DashLine))
    painter.drawRect(box)
    room = painter.fontMetrics().boundingRect(words)
    label = QRectF(box.left(), box.bottom() + 4, room.width() + 2 * _LABEL_PAD_PX, room.height() + _LABEL_PAD_PX)
    painter.fillRect(label, QColor(LIGHT.text))
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
