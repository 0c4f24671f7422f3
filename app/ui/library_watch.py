"""What anybody writes to the library becomes a signal here within two seconds, and so does a server that goes and comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.records import dataclass
from app.ui.background import Background

if TYPE_CHECKING:
    from app.store.library.library import Library

_EVERY_MS = 1000
_LONGEST_WAIT_S = 3.0


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a look found: the library that it looked at, its revision (-1: out of reach), and the address that the settings name now."""

    library: Library
    revision: int
    address: str


class LibraryWatch(QObject):
    """Looks at the library's revision once a second, off the window's thread.

    Signals: `moved` when somebody, here or elsewhere, has written since the last look; `lost` when the server does not answer any more;
    `back` when it does again; `readdressed` when the settings name another library than the one that is open.
    """

    moved = Signal()
    lost = Signal()
    back = Signal()
    readdressed = Signal()

    def __init__(self, library: Callable[[], Library | None], address: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._address = library, address
        self._background = Background("library", self)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._opened_by = ""
        self._seen = -1
        self.away = False

    def start(self, revision: int) -> None:
        """Begin to look; what was read before `revision` is known to everybody here."""
        self._seen, self.away, self._opened_by = revision, False, self._address()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._background.wait(_LONGEST_WAIT_S)

    def note_lost(self) -> None:
        """Somebody else met the lost server first."""
        if not self.away:
            self.away = True
            self.lost.emit()

    def _look(self) -> None:
        library = self._library()
        if library is not None:
            self._background.start(lambda: _seen(library, self._address()), self._take, self._miss)

    def _take(self, seen: _Seen) -> None:
        if seen.library is not self._library():
            return
        if seen.address != self._opened_by:
            self._opened_by = seen.address
            self.readdressed.emit()
        elif seen.revision < 0:
            self.note_lost()
        else:
            was, self._seen = self._seen, seen.revision
            if self.away:
                self.away = False
                self.back.emit()
            if was != seen.revision:
                self.moved.emit()

    def _miss(self, _error: UserError) -> None:
        """A file that another window is just writing to is looked at again the next time."""


def _seen(library: Library, address: str) -> _Seen:
    """In the thread: one question to the library."""
    from app.store.library.access import OutOfReach

    try:
        return _Seen(library, library.revision(), address)
    except OutOfReach:
        return _Seen(library, -1, address)
