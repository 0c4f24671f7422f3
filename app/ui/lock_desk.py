"""The file at hand becomes one that colleagues see as open; a file that a colleague has is watched until it is free."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.desk.holding import Hold, held_by, hold, this_run, words_on
from app.errors import UserError
from app.store.file_lock import Holder
from app.ui.background import Background
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.session import Session

_TOUCH_MS = 30_000
_LOOK_MS = 5_000
_LONGEST_WAIT_S = 1.0


class LockDesk(QObject):
    """Holds at most one file, that of the session. `free_again` brings the path of one that could only be read so far."""

    free_again = Signal(object)

    def __init__(self, session: Session, memory: Memory, bar: MessageBar) -> None:
        super().__init__(session)
        self._session, self._memory, self._bar = session, memory, bar
        self._me = this_run(memory.settings.person)
        self._hold: Hold | None = None
        self._background = Background("lock", self)
        self._touch, self._look = QTimer(self), QTimer(self)
        self._touch.setInterval(_TOUCH_MS)
        self._touch.timeout.connect(self._touch_sign)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self.look)
        session.opened.connect(self._follow)

    def claim(self, path: Path) -> Hold | Holder:
        """Take a file, or learn who has it; what is held already stays held."""
        own = self._hold if self._hold is not None and self._hold.covers(path) else None
        if own is not None and self._lasts(own):
            return own
        person = self._memory.settings.person.strip()
        claimed = hold(path, replace(self._me, person=person) if person else self._me)
        if own is not None and isinstance(claimed, Hold):
            self._hold = claimed  # its sign was gone and is up again
        return claimed

    def keep(self, claimed: Hold) -> None:
        """What was claimed is the file at hand from now on; the one before is free."""
        if claimed is self._hold:
            return
        if self._hold is not None:
            self._hold.let_go()
        self._hold = claimed
        self._touch.start()
        self._look.stop()
        left = claimed.taken_from
        if left is not None and (left.computer, left.person) != (claimed.me.computer, claimed.me.person):
            self._bar.say("info", f"“{claimed.path.name}”由{words_on(left)}打开过，没有正常关闭，现在接过来了。")

    def give_back(self, claimed: Hold) -> None:
        """What was claimed is not needed after all."""
        if claimed is not self._hold:
            claimed.let_go()

    def watch(self) -> None:
        """The file at hand is a colleague's: look from time to time whether it is free."""
        self._look.start()

    def end(self) -> None:
        """Free what is held: the program ends."""
        self._touch.stop()
        self._look.stop()
        self._background.wait(_LONGEST_WAIT_S)
        if self._hold is not None:
            self._hold.let_go()
            self._hold = None

    def look(self) -> None:
        """Look now whether the file that could only be read is free."""
        path = self._session.path
        if path is None or not self._session.read_only:
            self._look.stop()
            return
        self._background.start(lambda: held_by(path, self._me), lambda other: self._looked(path, other), self._drop)

    def _looked(self, path: Path, other: Holder | None) -> None:
        if other is None and self._session.read_only and self._session.path == path:
            self._look.stop()
            self.free_again.emit(path)

    def _touch_sign(self) -> None:
        held = self._hold
        if held is not None:
            self._background.start(lambda: self._lasts(held), lambda lasts: self._touched(held, lasts), self._drop)

    def _touched(self, held: Hold, lasts: bool) -> None:
        if lasts or held is not self._hold:
            return
        self._hold = None
        self._touch.stop()
        self._bar.say("warning", f"“{held.path.name}”太久没有连上，可能已经被别人接过去编辑；您写的都在，保存时会先核对。")

    def _lasts(self, held: Hold) -> bool:
        try:
            return held.lasts()
        except OSError:  # the share is out of reach for now; saving will say so
            return True

    def _follow(self) -> None:
        """Another issue is at hand."""
        if self._hold is not None and not self._hold.covers(self._session.path):
            self._touch.stop()
            self._hold.let_go()
            self._hold = None

    def _drop(self, error: UserError) -> None:
        raise error  # no errand of ours speaks to the clerk
