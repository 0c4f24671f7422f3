"""A sentence in too little room becomes its beginning and dots; the whole of it is in the tip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

_LEAST_PX = 40


class ElidedLabel(QLabel):
    """A label of one line that gives way where the window is narrow. A tip of its own is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Room for a word; none for nothing."""
        return QSize(_LEAST_PX if self.text() else 0, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Say all of it in the tip where it is cut."""
        if event.type() is QEvent.Type.ToolTip and self._cut() and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), f"{self.text()}\n{self.toolTip()}".strip(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what there is room for."""
        if not self._cut():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        inside = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    def _cut(self) -> bool:
        return self.width() < self.sizeHint().width()
