"""A long job on an immutable snapshot runs off the window's thread; progress, result and failure come back as signals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.desk.publish import Task
from app.errors import Cancelled, UserError
from app.records import dataclass

Job = Callable[[Task], Any]


@dataclass(eq=False, slots=True)
class _Run:
    """One job under way. `result` or `failure` is set when it has ended."""

    job: Job
    done: Callable[[Any], None]
    stop: Event = field(default_factory=Event)
    thread: Thread | None = None
    result: Any = None
    failure: BaseException | None = None


class TaskRunner(QObject):
    """Runs one long job at a time, in a thread of Python's: a QThread for each job, deleted when it ends, crashed under load.

    Signals: `started` (what), `progressed` (what, part 0..1), `ended`, `failed` (UserError), `cancelled`. A bug in a job is raised
    anew in the window's thread, where the bug dialog catches it.
    """

    started = Signal(str)
    progressed = Signal(str, float)
    ended = Signal()
    failed = Signal(object)
    cancelled = Signal()
    _stepped = Signal(object, str, float)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: _Run | None = None
        self._stepped.connect(self._take_step, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return self._run is not None

    def start(self, what: str, job: Job, done: Callable[[Any], None]) -> None:
        """Run `job` and hand its result to `done`. Raises `UserError` while another job runs."""
        if self._run is not None:
            raise UserError("上一项工作还没有做完，请稍等或先取消它。")
        run = self._run = _Run(job, done)
        self.started.emit(what)
        run.thread = Thread(target=self._work, args=(run,), name="task")
        run.thread.start()

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        if self._run is not None:
            self._run.stop.set()

    def wait(self) -> None:
        """Cancel and wait until the thread is gone; the result is dropped."""
        run, self._run = self._run, None
        if run is not None and run.thread is not None:
            run.stop.set()
            run.thread.join()

    def _work(self, run: _Run) -> None:
        """In the thread: do the job; whatever comes of it goes to the window's thread through the queue."""
        try:
            run.result = run.job(Task(lambda what, part: self._stepped.emit(run, what, part), run.stop.is_set))
        except BaseException as error:  # noqa: BLE001 - handed on to the window's thread, which tells bugs from the rest
            run.failure = error
        self._finished.emit(run)

    def _take_step(self, run: _Run, what: str, part: float) -> None:
        if run is self._run:
            self.progressed.emit(what, part)

    def _finish(self, run: _Run) -> None:
        if run is not self._run or run.thread is None:  # dropped by `wait`
            return
        run.thread.join()
        self._run = None
        self.ended.emit()
        if isinstance(run.failure, Cancelled):
            self.cancelled.emit()
        elif isinstance(run.failure, UserError):
            self.failed.emit(run.failure)
        elif run.failure is not None:
            raise run.failure
        else:
            run.done(run.result)
