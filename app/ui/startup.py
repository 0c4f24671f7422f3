"""The time from the start of the process to the window's first picture becomes one printed line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.main_window import MainWindow

_START_FIELD = 19
"""The process's start in clock ticks since boot: field 22 of /proc/self/stat, the 20th after the name in brackets."""


def seconds_since_start(since: QElapsedTimer) -> float:
    """Seconds since the process began where the system tells (Linux, to 10 ms), else since `since` was started."""
    try:
        ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[_START_FIELD])
        uptime = float(Path("/proc/uptime").read_text().split()[0])
        return uptime - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, AttributeError):
        return since.elapsed() / 1000


class FirstPicture(QObject):
    """Watches the window; when it has been painted with nothing more to open, prints the time and ends the program."""

    def __init__(self, window: MainWindow, opens: bool) -> None:
        super().__init__(window)
        self._window = window
        self._opens = opens
        self._since = QElapsedTimer()
        self._since.start()
        self._ended = False
        window.installEventFilter(self)
        for part in (window.pages.viewport(), window.start, window.bar):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass; look at the first painting."""
        if event.type() is QEvent.Type.Paint and self._complete():
            QTimer.singleShot(0, self._end)
        return False

    def _complete(self) -> bool:
        """Whether the window shows what it was started for: the issue, or a sentence on why there is none."""
        shown = not self._opens or self._window.session.issue is not None or bool(self._window.bar.text)
        return shown and not self._window.runner.busy

    def _end(self) -> None:
        if self._ended or not self._complete():
            return
        self._ended = True
        sys.stdout.write(f"{seconds_since_start(self._since):.3f}\n")
        sys.stdout.flush()
        QApplication.exit(0)


def report_when_painted(window: MainWindow, opens: bool) -> None:
    """Print the time to the first picture and end; with `opens` an issue is to be in it."""
    FirstPicture(window, opens)
