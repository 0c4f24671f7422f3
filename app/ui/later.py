"""Work that may wait while somebody types is done as soon as the keys pause, or when somebody needs its outcome."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 120
"""Shorter than the time between two keys of most people, longer than a key that is held down takes to come again."""
LONG_PAUSE_MS = 250
"""Longer than that time: for work that costs more."""


class Later(QObject):
    """Puts `work` off, and does it once for however many keys came; what costs more waits for a longer pause."""

    def __init__(self, work: Callable[[], None], parent: QObject, pause_ms: int = _PAUSE_MS) -> None:
        super().__init__(parent)
        self._work = work
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause_ms)
        self._timer.timeout.connect(work)

    @property
    def pending(self) -> bool:
        """Whether there is work that has been put off."""
        return self._timer.isActive()

    def soon(self) -> None:
        """Do it when no more keys have come for a moment."""
        self._timer.start()

    def now(self) -> None:
        """Do it at once; what was put off is done with it."""
        self._timer.stop()
        self._work()

    def drop(self) -> None:
        """Do it no more, if it was put off."""
        self._timer.stop()

    def settle(self) -> None:
        """Do what was put off, if anything was."""
        if self._timer.isActive():
            self.now()
