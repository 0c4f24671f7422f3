"""The library stands open while the window does, and learns of every issue that is saved; nobody waits for either."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.records import dataclass
from app.ui.asking import Asker
from app.ui.background import Background
from app.ui.library_watch import LibraryWatch
from app.ui.message_bar import MessageBar
from app.ui.session import Session

if TYPE_CHECKING:
    from app.store.library.library import Library

_LONGEST_WAIT_S = 5.0
_AGAIN_MS = 10_000
"""After so long a server that could not be reached at the start is asked again."""
_UNKNOWN = "简报存好了，但来稿库没有记上这一期用了哪些来稿。"
_AWAY = "单位的来稿库连不上了，简报照常编、照常存；要记进来稿库的，等连上以后自动补记。"
_READ_ONLY = "来稿库现在只能看不能改。"
_BACK = "单位的来稿库又连上了。"
_BACK_WITH = "单位的来稿库又连上了，刚才等着的正在补记。"


@dataclass(frozen=True, slots=True)
class _Errand:
    """Something to write, and what to say before the reason where that fails; `saved` is the file of an issue that it is about, `done`
    says that it was written. `noted`: what it is about stands elsewhere, too, and is tried again at the next start.
    """

    act: Callable[[Library], None]
    lost: str
    saved: Path | None = None
    done: Callable[[], None] | None = None
    noted: bool = False

    @property
    def safe(self) -> bool:
        """Whether nothing is lost where it is never done."""
        return self.noted or self.saved is not None


class LibraryDesk(QObject):
    """Opens the library off the window's thread, once `open_soon` was called.

    Signals: `opened` when `library` is there, `missing` (a sentence) where it can't be opened, `written` when something has been written,
    such as an issue that was saved, `failed` (a sentence) when it was not; `moved` within two seconds after anybody has written, here or at
    another desk. Without a library everything else works on; what can't be written to an office's server that is away waits for it.
    """

    opened = Signal()
    missing = Signal(str)
    written = Signal()
    failed = Signal(str)
    moved = Signal()

    def __init__(self, session: Session, bar: MessageBar, data: Path) -> None:
        super().__init__(session)
        self._session, self._bar, self._data = session, bar, data
        self._background = Background("library", self)
        self._waiting: deque[_Errand] = deque()
        self._ended: _Errand | None = None
        self._asked = self._closed = self._failed = False
        self._revision = -1
        self._told_missing = False
        self._doubtful = 0
        self.library: Library | None = None
        self._made: Library | None = None
        self._watch = LibraryWatch(lambda: self.library, self._address, self)
        self._watch.moved.connect(self.moved)
        self._watch.lost.connect(self._say_away)
        self._watch.back.connect(self._go_on)
        self._watch.readdressed.connect(self.reopen)

    @property
    def opening(self) -> bool:
        """Whether it is on its way."""
        return self._asked and self.library is None and not (self._failed or self._closed)

    def open_soon(self, *, again: bool = False) -> None:
        """Begin to open it when the window has been painted; once is enough, but `again` tries anew what failed."""
        if not self._asked or (again and self._failed):
            self._failed = self._told_missing = False
            self._asked = True
            QTimer.singleShot(0, self, self._open)

    def take_saved(self, path: Path) -> None:
        """Let the library know the issue at hand as it stands in its file now."""
        from app.desk.remembering import remember

        issue = self._session.issue
        if issue is not None:
            self._put(_Errand(partial(remember, issue=issue, path=path), _UNKNOWN, path))

    @property
    def read_only(self) -> bool:
        """Whether it is open, and nothing can be written."""
        return self.library is not None and self.library.read_only

    @property
    def busy(self) -> bool:
        """Whether something is still to be written."""
        return self._background.busy or bool(self._waiting)

    @property
    def unwritten(self) -> int:
        """How many errands would be lost if the window closed now: they wait for a server that is away, or that is being tried."""
        away = self._watch.away or self._failed or (self.library is None and bool(self._address()))
        return sum(not errand.safe for errand in self._waiting) if away else 0

    def may_close(self, asker: Asker) -> bool:
        """Ask where something would be lost."""
        return not self.unwritten or asker.leave_unwritten(self.unwritten)

    def write_soon(self, act: Callable[[Library], None], lost: str = _UNKNOWN, done: Callable[[], None] | None = None) -> None:
        """Write something off the window's thread, when what waits before it is written; `lost` is said where that fails, `done` says that
        it was written.
        """
        self._put(_Errand(act, lost, done=done))

    def _put(self, errand: _Errand) -> None:
        self._waiting.append(errand)
        self.open_soon()
        self._refuse_where_read_only()
        if self._watch.away and errand.done is not None:  # who waits for a word hears why there is none
            self._say_away()
        self._write_next()

    def _refuse_where_read_only(self) -> None:
        """Say that nothing can be written; saved issues are told of at the next start."""
        if not self.read_only:
            return
        refused = [errand for errand in self._waiting if not errand.safe]
        self._waiting = deque(errand for errand in self._waiting if errand.safe)
        for errand in refused:
            self._tell(errand.lost, UserError(_READ_ONLY))
            self.failed.emit(f"{errand.lost}{_READ_ONLY}")

    def reopen(self) -> None:
        """Let go of the library and open the one that the settings name now; what is still to be written goes there."""
        self._watch.stop()
        self._background.wait(_LONGEST_WAIT_S)
        self._drop_ended()
        self.library, made, self._made = None, self._made, None
        if made is not None:
            made.close()
        self._failed, self._asked = False, True
        self._open()

    def close(self) -> None:
        """Write what is still waiting and let go for good; another window, or another desk, may go on."""
        self._closed = True
        self._watch.stop()
        hanging = not self._background.wait(_LONGEST_WAIT_S)
        self._drop_ended()
        try:
            if not (hanging or self._watch.away):
                self._write_the_rest()
        finally:
            self._keep_for_later([errand.saved for errand in self._waiting if errand.saved is not None])
            self._waiting = deque()
            self.library, made, self._made = None, self._made, None
            if made is not None:
                made.close()

    def _write_the_rest(self) -> None:
        """Do what waits, here and now; what can't be done is told, and what is about a saved issue stays waiting."""
        from app.store.library.access import OutOfReach

        refused: deque[_Errand] = deque()
        try:
            library = self._make() if self._waiting else None
            while self._waiting and library is not None and not library.read_only:
                try:
                    self._write(library, self._waiting[0])
                except OutOfReach:
                    break
                except UserError as error:
                    self._tell(self._waiting[0].lost, error)
                    refused.append(self._waiting[0])
                self._waiting.popleft()
                self._doubtful = 0
        except UserError as error:  # it can't be opened
            self._tell(self._waiting[0].lost, error)
        finally:
            self._waiting.extendleft(reversed(refused))

    def _keep_for_later(self, saved: list[Path]) -> None:
        """Put the issues that the library was not told of on the list for the next start."""
        if saved:
            from app.desk.unremembered import note_unremembered

            try:
                note_unremembered(self._data, saved)
            except UserError as error:
                self._tell(_UNKNOWN, error)

    def _open(self) -> None:
        if not self._closed:
            self._background.start(self._make, self._take, self._miss)

    def _make(self) -> Library:
        """In the thread: open it, once. It is kept here at once, for a window that closes asks no thread what it did."""
        from app.desk.library import open_library

        if self._made is None:
            made = open_library(self._data)
            try:
                self._revision = made.revision()
            except BaseException:
                made.close()
                raise
            self._made = made
        return self._made

    def _address(self) -> str:
        from app.desk.library import library_address

        return library_address(self._data)

    def _take(self, library: Library) -> None:
        self.library = library
        if library.notice:
            self._bar.say("warning", library.notice)
        elif self._told_missing:
            self._bar.say("done", _BACK_WITH if self._waiting else _BACK)
        self._told_missing = False
        self._watch.start(self._revision)
        self.opened.emit()
        self._refuse_where_read_only()
        self._remember_late()
        self._write_next()

    def _remember_late(self) -> None:
        from app.desk.unremembered import remember_them, unremembered

        if unremembered(self._data) and self.library is not None and not self.library.read_only:
            self._put(_Errand(partial(remember_them, data=self._data), _UNKNOWN, noted=True))

    def _miss(self, error: UserError) -> None:
        """It can't be opened. What is to be written waits: a server is asked again by and by, without a word."""
        again, self._failed = self._told_missing, True
        if self._address():
            self._told_missing = True
            QTimer.singleShot(_AGAIN_MS, self, self._try_quietly)
        if not again:
            self._bar.say("warning", error.sentence, [("再试", lambda: self.open_soon(again=True))])
            self.missing.emit(error.sentence)

    def _try_quietly(self) -> None:
        if self._failed:
            self._failed = False
            self._open()

    def _write_next(self) -> None:
        library = self.library
        if library is None or library.read_only or not self._waiting or self._background.busy or self._watch.away:
            return
        errand = self._waiting[0]  # it stays there until it is done with: a window that closes meanwhile must know of it
        self._background.start(partial(self._try, library, errand), partial(self._wrote, errand), partial(self._fail, errand))

    def _try(self, library: Library, errand: _Errand) -> Exception | None:
        """In the thread: do an errand; a bug comes back as the result, so that the window's thread goes on before it tells of it."""
        try:
            self._write(library, errand)
        except UserError:
            raise
        except Exception as bug:  # noqa: BLE001 - raised in `_wrote`
            return bug
        return None

    def _write(self, library: Library, errand: _Errand) -> None:
        """Do an errand, unless it turns out to have been done just before the server was lost. It is done with then, however it went,
        but where the server is away: noted here at once, for who closes the window meanwhile must not do it twice.
        """
        from app.store.library.access import OutOfReach

        ended: _Errand | None = errand
        try:
            if not (self._doubtful and library.access.was_kept(self._doubtful)):
                errand.act(library)
        except OutOfReach as error:
            self._doubtful = error.doubtful or self._doubtful
            ended = None
            raise
        finally:
            self._ended = ended

    def _drop_ended(self) -> None:
        """What is done with stands first no more."""
        if self._waiting and self._waiting[0] is self._ended:
            self._waiting.popleft()
        self._ended = None

    def _wrote(self, errand: _Errand, bug: Exception | None) -> None:
        self._doubtful = 0
        self._drop_ended()
        if bug is not None:
            QTimer.singleShot(0, self, self._write_next)
            raise bug
        if errand.done is not None:
            errand.done()
        self.written.emit()
        self._write_next()

    def _fail(self, errand: _Errand, error: UserError) -> None:
        from app.store.library.access import OutOfReach

        if isinstance(error, OutOfReach):
            self._watch.note_lost()
            return
        self._doubtful = 0
        self._drop_ended()
        self._tell(errand.lost, error)
        self._write_next()
        self.failed.emit(f"{errand.lost}{error.sentence}")

    def _say_away(self) -> None:
        self._bar.say("warning", _AWAY)

    def _go_on(self) -> None:
        """The server is back."""
        self._bar.say("done", _BACK_WITH if self._waiting else _BACK)
        self._write_next()

    def _tell(self, lost: str, error: UserError) -> None:
        self._bar.say("warning", f"{lost}原因：{error.sentence}")
