"""A small job that nobody waits for runs off the window's thread; its result or its failure comes back to that thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import UserError
from app.records import dataclass


@dataclass(eq=False, slots=True)
class _Errand:
    """One job under way."""

    job: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[UserError], None]
    thread: Thread | None = None
    result: Any = None
    failure: BaseException | None = None


class Background(QObject):
    """Runs one job at a time, without a word in the status line. A job that hangs on a dead share keeps no program from ending."""

    _finished = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._errand: _Errand | None = None
        self._finished.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._errand is not None

    def start(self, job: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[UserError], None]) -> bool:
        """Run `job`; False where one is still under way, and nothing was started."""
        if self._errand is not None:
            return False
        errand = self._errand = _Errand(job, done, failed)
        errand.thread = Thread(target=self._work, args=(errand,), name=self._name, daemon=True)
        errand.thread.start()
        return True

    def wait(self, at_most_s: float) -> bool:
        """Wait until the job is done, or so long; what comes of it is dropped. False where it hangs."""
        errand, self._errand = self._errand, None
        if errand is None or errand.thread is None:
            return True
        errand.thread.join(at_most_s)
        return not errand.thread.is_alive()

    def _work(self, errand: _Errand) -> None:
        try:
            errand.result = errand.job()
        except BaseException as error:  # noqa: BLE001 - handed on to the window's thread, which tells bugs from the rest
            errand.failure = error
        if errand is self._errand:  # else nobody waits any more, and the window may be gone
            self._finished.emit(errand)

    def _finish(self, errand: _Errand) -> None:
        if errand is not self._errand:  # dropped by `wait`
            return
        self._errand = None
        if isinstance(errand.failure, UserError):
            errand.failed(errand.failure)
        elif errand.failure is not None:
            raise errand.failure
        else:
            errand.done(errand.result)
