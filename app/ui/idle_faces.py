"""While nobody types, the faces of the issue at hand are prepared one by one, so that the next export cuts its fonts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.fonts.face import Face

REST_MS = 2500
"""So long nothing has happened to the issue before the first face is prepared."""
_BETWEEN_MS = 400


class IdleFaces(QObject):
    """Prepares in the window's own thread: HarfBuzz holds Python's lock meanwhile (0.1-0.4 s a face), so a thread would not spare it.

    That is why it waits for a rest, does one face at a time, and gives way to everything that happens.
    """

    def __init__(self, session: Session, runner: TaskRunner) -> None:
        super().__init__(session)
        self._session, self._runner = session, runner
        self._waiting: list[Face] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._prepare_one)
        session.opened.connect(self._begin)
        session.changed.connect(self._give_way)
        session.selected.connect(self._give_way)

    @property
    def waiting(self) -> int:
        """How many faces are still to be prepared."""
        return len(self._waiting)

    def _begin(self) -> None:
        faces = self._session.faces
        self._waiting = list(dict.fromkeys(faces.faces.values())) if faces else []
        self._give_way()

    def _give_way(self) -> None:
        if self._waiting:
            self._timer.start(REST_MS)

    def _prepare_one(self) -> None:
        if self._runner.busy:
            self._give_way()
            return
        self._waiting.pop().prepare_subsets()
        if self._waiting:
            self._timer.start(_BETWEEN_MS)
