"""What the library knows comes to the start page: the issues in work and how far they have come, and the newest signed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.ui.background import Background

if TYPE_CHECKING:
    from app.desk.sign_off import InWork
    from app.errors import UserError
    from app.model.issue import Issue
    from app.ui.month_tools import Host

_LONGEST_WAIT_S = 5.0
_MOST = 3
_AFTER_MS = 300
"""The window is painted before a library is opened for it."""


class WorkList(QObject):
    """Opens the library where there is one already, when the window has been shown."""

    def __init__(self, host: Host) -> None:
        super().__init__(host.session)
        self._host = host
        self._background = Background("signed", self)
        self._again = False
        host.files.archive = self.newest
        for signal in (host.library.opened, host.library.moved, host.library.written, host.session.opened):
            signal.connect(self._ask)
        QTimer.singleShot(_AFTER_MS, self, self._begin)

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._background.wait(_LONGEST_WAIT_S)

    def newest(self, bulletin: str) -> Issue | None:
        """In a thread: the newest signed issue of a bulletin, or of any. Raises `UserError`."""
        from app.desk.library import has_library, open_library
        from app.desk.sign_off import newest_signed

        library, data = self._host.library.library, self._host.memory.data
        if library is not None:
            return newest_signed(library, bulletin)
        if not has_library(data):
            return None
        opened = open_library(data)
        try:
            return newest_signed(opened, bulletin)
        finally:
            opened.close()

    def _begin(self) -> None:
        from app.desk.library import has_library

        if has_library(self._host.memory.data):
            self._host.library.open_soon()

    def _ask(self) -> None:
        from app.desk.sign_off import in_work

        library = self._host.library.library
        if library is not None and self._host.session.issue is None:
            started = self._background.start(lambda: in_work(library, _MOST), self._take, self._fail)
            self._again = self._again or not started

    def _take(self, rows: tuple[InWork, ...]) -> None:
        self._host.start.show_work(rows)
        self._next()

    def _fail(self, _error: UserError) -> None:
        """The list stays as it was; that the library is away is told by its own desk."""
        self._next()

    def _next(self) -> None:
        if self._again:
            self._again = False
            self._ask()
