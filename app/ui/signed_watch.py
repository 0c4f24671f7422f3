"""What the library knows of the issue at hand's signatures and numbers is asked whenever anybody has written, and told to who wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.background import Background
from app.ui.library_desk import LibraryDesk
from app.ui.session import Session

if TYPE_CHECKING:
    from app.desk.sign_off import Known
    from app.errors import UserError

_LONGEST_WAIT_S = 5.0


class SignedWatch(QObject):
    """`known` is what was learned of the issue at hand, None before; `learned` says that it was asked anew."""

    learned = Signal()

    def __init__(self, session: Session, library: LibraryDesk) -> None:
        super().__init__(session)
        self._session, self._library = session, library
        self._background = Background("signed", self)
        self._again = self._stale = False
        self.known: Known | None = None
        session.opened.connect(self._other)
        for signal in (library.opened, library.moved, library.written):
            signal.connect(self.ask)

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._background.wait(_LONGEST_WAIT_S)

    def _other(self) -> None:
        self.known = None
        self.learned.emit()
        self.ask()

    def forget(self) -> None:
        """What is known, or is just being asked, is no longer true: this desk has signed, or taken a signature back."""
        self.known = None
        self._stale = self._background.busy
        self.ask()

    def ask(self) -> None:
        """Ask the library, off the window's thread; where it is closed or away nothing is known."""
        from app.desk.sign_off import known_of

        issue, library = self._session.issue, self._library.library
        if issue is None or library is None:
            return
        before = self.known
        started = self._background.start(lambda: known_of(library, issue, before), self._take, self._fail)
        self._again = self._again or not started

    def _take(self, known: Known) -> None:
        issue = self._session.issue
        stale, self._stale = self._stale, False
        if issue is not None and issue.key == known.key and not stale:
            self.known = known
            self.learned.emit()
        self._next()

    def _fail(self, _error: UserError) -> None:
        """The library is away: whoever needs it is told by the library's own desk."""
        self._stale = False
        self._next()

    def _next(self) -> None:
        if self._again:
            self._again = False
            self.ask()
