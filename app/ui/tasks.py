"""A long job on an immutable snapshot runs off the window's thread; progress, result and failure come back as signals."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from app.desk.publish import Task
from app.errors import Cancelled, UserError

Job = Callable[[Task], Any]


class _Worker(QThread):
    """Runs one job. `ended` brings the result or the exception to the window's thread."""

    progressed = Signal(str, float)

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self._job = job
        self.stop = Event()
        self.result: Any = None
        self.failure: BaseException | None = None

    def run(self) -> None:
        """Qt calls this in the new thread."""
        try:
            self.result = self._job(Task(self.progressed.emit, self.stop.is_set))
        except BaseException as error:  # noqa: BLE001 - handed on to the window's thread, which tells bugs from the rest
            self.failure = error


class TaskRunner(QObject):
    """Runs one long job at a time.

    Signals: `started` (what), `progressed` (what, part 0..1), `ended`, `failed` (UserError), `cancelled`. A bug in a job is raised
    anew in the window's thread, where the bug dialog catches it.
    """

    started = Signal(str)
    progressed = Signal(str, float)
    ended = Signal()
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: _Worker | None = None
        self._done: Callable[[Any], None] | None = None

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return self._worker is not None

    def start(self, what: str, job: Job, done: Callable[[Any], None]) -> None:
        """Run `job` and hand its result to `done`. Raises `UserError` while another job runs."""
        if self._worker is not None:
            raise UserError("上一项工作还没有做完，请稍等或先取消它。")
        self._done = done
        self._worker = _Worker(job, self)
        self._worker.progressed.connect(self.progressed)
        self._worker.finished.connect(self._finish)
        self.started.emit(what)
        self._worker.start()

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        if self._worker is not None:
            self._worker.stop.set()

    def wait(self) -> None:
        """Cancel and wait until the thread is gone; the result is dropped."""
        worker, self._worker, self._done = self._worker, None, None
        if worker is not None:
            worker.stop.set()
            worker.finished.disconnect(self._finish)
            worker.wait()
            worker.deleteLater()

    def _finish(self) -> None:
        worker, done = self._worker, self._done
        if worker is None or done is None:
            return
        self._worker, self._done = None, None
        worker.wait()
        result, failure, stopped = worker.result, worker.failure, worker.stop.is_set()
        worker.deleteLater()
        self.ended.emit()
        if isinstance(failure, Cancelled) or (stopped and failure is None and result is None):
            self.cancelled.emit()
        elif isinstance(failure, UserError):
            self.failed.emit(failure)
        elif failure is not None:
            raise failure
        else:
            done(result)
