"""Presses of a mouse button become single, double and triple clicks, and a drag beyond the view keeps it scrolling."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtGui import QGuiApplication

_SCROLL_MS = 30
_SCROLL_PART = 0.25
"""How much of the pointer's distance from the view one step of scrolling covers."""


class ClickCount:
    """Counts presses that follow one another quickly at one place."""

    def __init__(self) -> None:
        self._count = 0
        self._at_ms = 0
        self._point = QPointF()

    def press(self, point: QPointF, at_ms: int) -> int:
        """Note a press; 1, 2, 3 and then 1 again."""
        hints = QGuiApplication.styleHints()
        near = (point - self._point).manhattanLength() <= hints.startDragDistance()
        quick = 0 <= at_ms - self._at_ms <= hints.mouseDoubleClickInterval()
        self._count = self._count % 3 + 1 if near and quick else 1
        self._at_ms, self._point = at_ms, point
        return self._count


class DragScroll(QObject):
    """Asks `scroll(dy)` again and again while the pointer is held above or below the view; its timer runs only then."""

    def __init__(self, scroll: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._scroll = scroll
        self._dy = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SCROLL_MS)
        self._timer.timeout.connect(lambda: self._scroll(self._dy))

    @property
    def running(self) -> bool:
        """Whether it scrolls."""
        return self._timer.isActive()

    def pull(self, y: float, height: int) -> None:
        """Note where the pointer is; inside the view the scrolling ends."""
        beyond = min(y, 0.0) + max(y - height, 0.0)
        self._dy = round(beyond * _SCROLL_PART) or (1 if beyond > 0 else -1 if beyond < 0 else 0)
        if not self._dy:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """End the scrolling."""
        self._timer.stop()
