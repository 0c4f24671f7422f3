"""A long issue in the real window becomes times and memory: opening, key strokes to painted pages, scrolling; prints JSON.

`python -m tests.bench.in_window open|keys|scroll|proof FILE.jianbao`. Keys are events to the page editor in the middle of the issue; a
stroke ends when the queue is empty, which holds the painting of the whole view. What the window does when typing pauses is measured apart.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.edit.state import Place
from app.layout.engine import Compositor
from app.ui.application import make_application
from app.ui.long_lived import spare_open_issues
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.page_view import PageView
from app.ui.session import Session
from app.ui.settings import SettingsFile
from app.ui.zoom import Fit

STROKES = 800
FRAMES = 600
PAUSES = 5
PROOF_ROUNDS, PROOF_STROKES = 12, 10
_READING_S = 0.33
"""A little more than the pause after which the issue is read anew."""
_STEP_PX = 120
_WORDS = "云河市城市更新行动坚持建管并重改造一个小区同步建立一套长效管护机制"


class Stages:
    """Counts the seconds spent in each stage of a stroke; made before the window, which looks its functions up once."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = {}
        Compositor.layout = self._timed("layout", Compositor.layout)  # type: ignore[method-assign]
        PageView.paintEvent = self._timed("paint", PageView.paintEvent)  # type: ignore[method-assign]
        perform = Session.perform

        def performed(session: Session, command: Callable[..., Any], *args: object) -> bool:
            return perform(session, self._timed("command", command), *args)

        Session.perform = performed  # type: ignore[method-assign, assignment]

    def _timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, with its time counted as a stage's."""

        def timed(*args: object) -> object:
            started = time.perf_counter()
            try:
                return function(*args)
            finally:
                self._spent[stage] = self._spent.get(stage, 0.0) + time.perf_counter() - started

        return timed

    def take(self) -> dict[str, float]:
        """What was spent since the last time."""
        spent, self._spent = self._spent, {}
        return spent


def opened(path: Path, folder: Path) -> tuple[MainWindow, float]:
    """A painted window with the issue, and the seconds from the wish to open it."""
    make_application()
    window = MainWindow(Memory(SettingsFile(folder / "settings.json")))
    spare_open_issues(window.session)
    window.resize(1366, 728)
    window.show()
    QApplication.processEvents()
    started = time.perf_counter()
    window.open_file(path)
    while window.session.layout is None or window.runner.busy:
        QApplication.processEvents()
    window.pages.viewport().repaint()
    return window, time.perf_counter() - started


def press(window: MainWindow, key: Qt.Key, text: str = "") -> float:
    """One key to the page; the seconds until the view stands painted."""
    started = time.perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window.pages, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    QApplication.processEvents()
    return time.perf_counter() - started


def keys(window: MainWindow, stages: Stages) -> dict[str, object]:
    """Type into the middle of the issue and take it back; strokes that change the paragraph's line count are counted apart."""
    session = window.session
    assert session.issue is not None
    articles = list(session.issue.articles())
    block = articles[len(articles) // 2].paragraphs[0].id
    window.activateWindow()
    window.pages.setFocus()
    session.select(Place(block, 10))
    QApplication.processEvents()
    lines = _lines(window, block)
    found: dict[str, list[float]] = {"same": [], "changed": []}
    spent: list[dict[str, float]] = []
    for stroke in range(STROKES):
        stages.take()
        typing = stroke < STROKES // 2
        seconds = press(window, Qt.Key.Key_A, _WORDS[stroke % len(_WORDS)]) if typing else press(window, Qt.Key.Key_Backspace)
        spent.append(stages.take())
        assert {"command", "layout", "paint"} <= spent[-1].keys()
        count = _lines(window, block)
        found["same" if count == lines else "changed"].append(seconds)
        lines = count
    pauses = [_pause(window) for _ in range(PAUSES)]
    return {
        "pages": len(session.layout.pages) if session.layout else 0,
        **found,
        "stages": {name: statistics.median(stroke[name] for stroke in spent) for name in ("command", "layout", "paint")},
        "pause": statistics.median(pauses),
    }


def _pause(window: MainWindow) -> float:
    """A key, then the longest time that the window was busy in the half second after it."""
    press(window, Qt.Key.Key_A, "中")
    until, longest = time.perf_counter() + 0.5, 0.0
    while (started := time.perf_counter()) < until:
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - started)
    return longest


def proof(window: MainWindow) -> dict[str, object]:
    """Strokes while the issue is being proofread in the background, and with the proofreading off, in turns: (seconds) of each."""
    session, desk = window.session, window.checking.desk
    assert session.issue is not None
    articles = list(session.issue.articles())
    window.activateWindow()
    window.pages.setFocus()
    session.select(Place(articles[len(articles) // 2].paragraphs[0].id, 10))
    found: dict[str, list[float]] = {"on": [], "off": []}
    read = 0
    for _ in range(PROOF_ROUNDS):
        for name, on in (("off", False), ("on", True)):
            desk.switch(on)
            _run(lambda: not desk.busy, 60.0)
            press(window, Qt.Key.Key_A, "中")
            _run(lambda: False, _READING_S)  # now it is read
            for stroke in range(PROOF_STROKES):
                read += on and desk.busy
                found[name].append(press(window, Qt.Key.Key_A, _WORDS[stroke % len(_WORDS)]))
    return {"pages": len(session.layout.pages) if session.layout else 0, **found, "read": read}


def _run(done: Callable[[], bool], seconds: float) -> None:
    """Let the window live until something holds, so many seconds at most."""
    loop, until = QEventLoop(), time.perf_counter() + seconds
    while not done() and time.perf_counter() < until:
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def _lines(window: MainWindow, block: int) -> int:
    layout = window.session.layout
    assert layout is not None
    return len(layout.flow[layout.blocks[block]].lines)


def scroll(window: MainWindow) -> dict[str, object]:
    """Scroll through the whole issue at fit width; each frame a step further, in jumps that meet every page, until it is painted."""
    window.pages.set_fit(Fit.WIDTH)
    QApplication.processEvents()
    bar = window.pages.verticalScrollBar()
    jump = max(bar.maximum() // (FRAMES // 2), _STEP_PX)
    frames: list[float] = []
    value = 0
    while value < bar.maximum():
        for step in (_STEP_PX, jump):
            value += step
            started = time.perf_counter()
            bar.setValue(value)
            QApplication.processEvents()
            frames.append(time.perf_counter() - started)
    return {"pages": window.session.layout and len(window.session.layout.pages), "frames": frames}


def peak_mib() -> float:
    """The largest resident memory of this program; the system's own count begins with that of the process that started it."""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(status.read_text(encoding="utf-8").partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def main(what: str, path: Path) -> None:
    """Print what was asked for."""
    stages = Stages()
    with tempfile.TemporaryDirectory() as folder:
        window, seconds = opened(path, Path(folder))
        found: dict[str, object] = {"open": {"open": seconds}, "keys": {}, "scroll": {}, "proof": {}}[what]
        if what == "keys":
            found = keys(window, stages)
        elif what == "scroll":
            found = scroll(window)
        elif what == "proof":
            found = proof(window)
        found["peak_mib"] = peak_mib()
        window.session.close()
        window.close()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
