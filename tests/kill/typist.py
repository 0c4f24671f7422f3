"""The real program with somebody at its keyboard: `python -m tests.kill.typist FILE FIRST_LENGTH`.

It loads the program once; for each line on standard input, a seed, a process that is forked off starts it. Where the program offers to
bring something back it says yes. It types into the last paragraph of the first article, one character a commit, saves now and then,
and tells on standard output its process, the number of each character with the time when the window had taken it, and its end.
"""

from __future__ import annotations

import os
import sys
import time
from random import Random

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton

from app.edit.state import Place
from app.main import main
from app.model.issue import Paragraph
from app.ui.application import make_application
from app.ui.main_window import MainWindow
from app.ui.preload import load_all
from app.ui.recovery_dialog import RecoveryDialog
from tests.kill.sequence import char_at

_LOOK_MS = 10
_FASTEST_MS, _SLOWEST_MS = 3, 40
_MOST_BETWEEN_SAVES = 90


class Typist:
    """Types on a timer, by a schedule that the seed fixes."""

    def __init__(self, first_length: int, seed: int) -> None:
        self._first_length = first_length
        self._random = Random(seed)
        self._until_save = self._random.randrange(_MOST_BETWEEN_SAVES)
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(_LOOK_MS)

    def _go_on(self) -> None:
        windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
        if windows and self._begins(windows[0]):
            self._type(windows[0])
            self._timer.start(self._random.randint(_FASTEST_MS, _SLOWEST_MS))
        else:
            self._timer.start(_LOOK_MS)

    def _begins(self, window: MainWindow) -> bool:
        """Whether the issue is there to be typed into, after what was lost is back."""
        for dialog in window.findChildren(RecoveryDialog):
            if dialog.isVisible():
                next(button for button in dialog.findChildren(QPushButton) if button.text() == "恢复").click()
                return False
        return window.session.issue is not None and not window.runner.busy

    def _type(self, window: MainWindow) -> None:
        last = typed_paragraph(window)
        number = len(last.text) - self._first_length
        window.session.select(Place(last.id, len(last.text)))
        event = QInputMethodEvent()
        event.setCommitString(char_at(number))
        QApplication.sendEvent(window.pages, event)
        if len(typed_paragraph(window).text) == len(last.text) + 1:
            os.write(1, f"{number} {time.monotonic_ns()}\n".encode())
        self._until_save -= 1
        if self._until_save < 0:
            self._until_save = self._random.randrange(_MOST_BETWEEN_SAVES)
            window.files.save()


def typed_paragraph(window: MainWindow) -> Paragraph:
    """The paragraph that is typed into."""
    assert window.session.issue is not None
    return next(window.session.issue.articles()).paragraphs[-1]


def run_program(file: str, first_length: int, seed: int) -> int:
    """In a process of its own: start the program with the typist before it."""
    make_application()
    typist = Typist(first_length, seed)
    status = main([file])
    del typist
    return status


def serve(file: str, first_length: int) -> None:
    """Fork one program off after the other."""
    load_all()
    for line in sys.stdin:
        process = os.fork()
        if not process:
            os._exit(run_program(file, first_length, int(line)))
        os.write(1, f"process {process}\n".encode())
        os.waitpid(process, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
