"""The library stands open while the window does, and learns of every issue that is saved; nobody waits for either."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.ui.background import Background
from app.ui.message_bar import MessageBar
from app.ui.session import Session

if TYPE_CHECKING:
    from app.store.library.library import Library

_LONGEST_WAIT_S = 5.0
_UNKNOWN = "简报存好了，但来稿库没有记上这一期用了哪些来稿。"


@dataclass(frozen=True, slots=True)
class _Errand:
    """Something to write, and what to say before the reason where that fails."""

    act: Callable[[Library], None]
    lost: str


class LibraryDesk(QObject):
    """Opens the library off the window's thread, once `open_soon` was called.

    Signals: `opened` when `library` is there, `missing` (a sentence) where it can't be opened, `written` when something has been written,
    such as an issue that was saved, `failed` (a sentence) when it was not. Without a library everything else works on.
    """

    opened = Signal()
    missing = Signal(str)
    written = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, bar: MessageBar, data: Path) -> None:
        super().__init__(session)
        self._session, self._bar, self._data = session, bar, data
        self._background = Background("library", self)
        self._waiting: deque[_Errand] = deque()
        self._asked = self._closed = self._failed = False
        self.library: Library | None = None
        self._made: Library | None = None

    @property
    def opening(self) -> bool:
        """Whether it is on its way."""
        return self._asked and self.library is None and not (self._failed or self._closed)

    def open_soon(self, *, again: bool = False) -> None:
        """Begin to open it when the window has been painted; once is enough, but `again` tries anew what failed."""
        if not self._asked or (again and self._failed):
            self._failed = False
            self._asked = True
            QTimer.singleShot(0, self, self._open)

    def take_saved(self, path: Path) -> None:
        """Let the library know the issue at hand as it stands in its file now."""
        from app.desk.remembering import remember

        issue = self._session.issue
        if issue is not None:
            self.write_soon(partial(remember, issue=issue, path=path))

    @property
    def read_only(self) -> bool:
        """Whether it is open, and nothing can be written."""
        return self.library is not None and self.library.read_only

    @property
    def busy(self) -> bool:
        """Whether something is still to be written."""
        return self._background.busy or bool(self._waiting)

    def write_soon(self, act: Callable[[Library], None], lost: str = _UNKNOWN) -> None:
        """Write something off the window's thread, when what waits before it is written; `lost` is said where that fails."""
        self._waiting.append(_Errand(act, lost))
        self.open_soon()
        self._write_next()

    def close(self) -> None:
        """Write what is still waiting and let go for good; another window, or another desk, may go on."""
        self._closed = True
        self._background.wait(_LONGEST_WAIT_S)
        waiting, self._waiting = self._waiting, deque()
        lost = waiting[0].lost if waiting else ""
        try:
            library = self._make() if waiting else self._made
            while library is not None and waiting and not library.read_only:
                errand = waiting.popleft()
                lost = errand.lost
                errand.act(library)
        except UserError as error:
            self._tell(lost, error)
        self.library, made, self._made = None, self._made, None
        if made is not None:
            made.close()

    def _open(self) -> None:
        if not self._closed:
            self._background.start(self._make, self._take, self._miss)

    def _make(self) -> Library:
        """In the thread: open it, once. It is kept here at once, for a window that closes asks no thread what it did."""
        from app.desk.library import open_library

        if self._made is None:
            self._made = open_library(self._data)
        return self._made

    def _take(self, library: Library) -> None:
        self.library = library
        if library.notice:
            self._bar.say("warning", library.notice)
        self.opened.emit()
        self._write_next()

    def _miss(self, error: UserError) -> None:
        self._waiting.clear()
        self._failed = True
        self._bar.say("warning", error.sentence, [("再试", lambda: self.open_soon(again=True))])
        self.missing.emit(error.sentence)

    def _write_next(self) -> None:
        library = self.library
        if library is None or library.read_only or not self._waiting or self._background.busy:
            return
        errand = self._waiting.popleft()
        self._background.start(partial(errand.act, library), self._wrote, partial(self._fail, errand.lost))

    def _wrote(self, _nothing: None) -> None:
        self.written.emit()
        self._write_next()

    def _fail(self, lost: str, error: UserError) -> None:
        self._tell(lost, error)
        self._write_next()
        self.failed.emit(f"{lost}{error.sentence}")

    def _tell(self, lost: str, error: UserError) -> None:
        self._bar.say("warning", f"{lost}原因：{error.sentence}")
