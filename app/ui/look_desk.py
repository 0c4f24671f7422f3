"""A long issue gets its new look off the window's thread; a short one gets it at once, by the session itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.desk.publish import Task
from app.errors import UserError
from app.ui.message_bar import MessageBar
from app.ui.session import Ready, Relook, Session
from app.ui.tasks import TaskRunner


class LookDesk(QObject):
    """Works on the session. `waiting`: the issue is being set anew and must not be edited; `left`: the look stayed as it was."""

    waiting = Signal(bool)
    left = Signal()

    def __init__(self, session: Session, runner: TaskRunner, bar: MessageBar) -> None:
        super().__init__(session)
        self._session, self._runner, self._bar = session, runner, bar
        session.relook_later = self.relook
        runner.cancelled.connect(self.left)
        runner.failed.connect(self.left)

    def relook(self, relook: Relook) -> None:
        """Set every page again and take the step then, if the issue is still the same."""
        what, resolver = "正在重新排版", self._session.resolver

        def job(task: Task) -> Ready:
            task.step(what, 0.0)
            ready = relook.lay_out(resolver)
            task.step(what, 0.9)  # the last moment to be cancelled
            return ready

        def done(ready: Ready) -> None:
            if not self._session.take_relook(relook, ready):
                self.left.emit()

        try:
            self._runner.start(what, job, done)
            self.waiting.emit(True)
        except UserError as error:
            self._bar.say("warning", error.sentence)
            self.left.emit()
