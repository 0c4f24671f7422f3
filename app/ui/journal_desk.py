"""What is typed becomes a journal on the disk within two seconds, so that a power cut costs no more than that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.desk.journal import Keeper, Work
from app.errors import UserError
from app.ui.background import Background
from app.ui.message_bar import MessageBar
from app.ui.session import Session

if TYPE_CHECKING:
    from app.store.slots import Slot

WRITE_AFTER_MS = 700
"""From a change to the writing of what stands then; who types on does not put it off."""
_LONGEST_WAIT_S = 5.0


class JournalDesk(QObject):
    """Watches the session. The writing is done off the window's thread, from values that nobody changes."""

    def __init__(self, session: Session, keeper: Keeper, bar: MessageBar) -> None:
        super().__init__(session)
        self._session, self._keeper, self._bar = session, keeper, bar
        self._told = False
        self._background = Background("journal", self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WRITE_AFTER_MS)
        self._timer.timeout.connect(self._keep_up)
        session.opened.connect(self._begin)
        session.status_changed.connect(self._change)

    def flush(self) -> None:
        """Write at once and wait for it: what is about to be saved is in the journal before it is in its file."""
        self._settle()
        write = self._writing()
        if write is not None:
            try:
                write()
            except UserError as error:
                self._tell(error)

    def adopt(self, slot: Slot) -> None:
        """Go on in the journal that the issue at hand was brought back from."""
        self._settle()
        self._keeper.adopt(slot)
        self._timer.start()

    def forget(self) -> None:
        """Empty the journal; the next change fills it again."""
        self._settle()
        self._keeper.forget()

    def end(self) -> None:
        """The program ends, and nothing would be lost."""
        self._settle()
        self._keeper.end()

    def _begin(self) -> None:
        """Another issue is at hand; the one before was saved or given up."""
        self._told = False
        self.forget()
        if self._session.unsaved:
            self._timer.start()

    def _change(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _keep_up(self) -> None:
        if self._background.busy:
            self._timer.start()
            return
        write = self._writing()
        if write is None:
            self._keeper.forget()
        else:
            self._background.start(write, self._written, self._tell)

    def _writing(self) -> partial[None] | None:
        """What writes the issue as it is now; None where nothing would be lost without it."""
        session, state = self._session, self._session.state
        if state is None or not session.unsaved:
            return None
        origin = session.origin
        work = Work(state, origin.path, origin.digest, origin.sample, session.originals, session.unlooked)
        return partial(self._keeper.write, work)

    def _settle(self) -> None:
        self._timer.stop()
        self._background.wait(_LONGEST_WAIT_S)

    def _written(self, _: None) -> None:
        self._told = False

    def _tell(self, error: UserError) -> None:
        """Say once that there is no net under the writer; the writing goes on."""
        if not self._told:
            self._told = True
            self._bar.say("warning", f"防断电的底稿写不进本机，请常按 Ctrl+S 保存。原因：{error.sentence}")
