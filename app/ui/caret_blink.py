"""A focus and a rhythm become whether a caret is to be seen just now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication


class CaretBlink(QObject):
    """Calls `repaint` at each turn; its timer runs only between `start` and `stop`, in the rhythm that the desktop asks for."""

    def __init__(self, repaint: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._repaint = repaint
        self._on = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    @property
    def on(self) -> bool:
        """Whether the caret is to be seen."""
        return self._on

    @property
    def running(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    def start(self) -> None:
        """Show the caret, and let it blink from now on."""
        self._on = True
        flash_ms = QGuiApplication.styleHints().cursorFlashTime()
        if flash_ms > 0:  # a desktop may ask for a caret that stands still
            self._timer.start(flash_ms // 2)
        self._repaint()

    def stop(self) -> None:
        """Hide the caret, and end the blinking."""
        self._timer.stop()
        self._on = False
        self._repaint()

    def _turn(self) -> None:
        self._on = not self._on
        self._repaint()
