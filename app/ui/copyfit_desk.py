"""The issue at hand and the wished page count become advice in the 版面调整 panel, worked out off the window's thread while it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.edit.commands import apply_values, set_turns
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.desk.copyfit import TitleLines
    from app.desk.copyfit_report import Advice
    from app.desk.copyfit_steps import Gains, Step

_REST_MS = 250
"""So long nothing is typed before the places are looked for anew."""


class CopyfitDesk(QObject):
    """`advised` brings an `Advice`, first with the places alone; None where there is no issue."""

    advised = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._runner = TaskRunner(self)
        self._runner.ended.connect(self._go_on)
        self._gains: Gains | None = None
        self._pages, self._watching, self._stale = 0, False, False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._advise)
        session.changed.connect(lambda _: self._begin(_REST_MS))
        session.opened.connect(self._another_issue)

    @property
    def busy(self) -> bool:
        """Whether advice is still being worked out."""
        return self._runner.busy or self._rest.isActive()

    def watch(self, on: bool) -> None:
        """Work only while somebody looks."""
        if on != self._watching:
            self._watching = on
            self._begin(0)

    def aim(self, pages: int) -> None:
        """Wish for a number of pages, 0 for none."""
        self._pages = pages
        self._begin(0)

    def take_step(self, step: Step) -> None:
        """Change the look as a step says; one step to undo."""
        self._session.perform(apply_values, dict(step.values))

    def take_title(self, title: TitleLines) -> None:
        """Set a title's lines as they were proposed; one step to undo."""
        self._session.perform(set_turns, title.article, title.turns)

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._rest.stop()
        self._watching = False
        self._runner.wait()

    def _another_issue(self) -> None:
        self._gains = None
        self._begin(0)

    def _begin(self, rest_ms: int) -> None:
        """Look for advice anew after a rest; what is being worked out has been overtaken."""
        self._stale = self._runner.busy
        if self._watching and not self._stale:
            self._rest.start(rest_ms)

    def _go_on(self) -> None:
        if self._stale:
            self._begin(_REST_MS)

    def _advise(self) -> None:
        from app.desk.copyfit_report import Goal, advise
        from app.desk.copyfit_steps import Gains

        issue, layout, faces = self._session.issue, self._session.layout, self._session.faces
        if issue is None or layout is None or faces is None:
            self.advised.emit(None)
            return
        if self._gains is None or self._gains.faces is not faces:
            self._gains = Gains(faces)
        self._work_on(advise(Goal(issue, layout, self._pages), faces, self._gains))

    def _work_on(self, advices: Iterator[Advice]) -> None:
        """The next piece of advice in a job of its own, so that an edit waits for no more than that."""
        self._runner.start("", lambda _: next(advices, None), partial(self._take, advices))

    def _take(self, advices: Iterator[Advice], advice: Advice | None) -> None:
        """Show what was found, if it is still what was asked for, and go on."""
        if advice is None or advice.goal.issue is not self._session.issue or advice.goal.pages != self._pages:
            return
        self.advised.emit(advice)
        if self._watching and not self._rest.isActive():
            self._work_on(advices)
