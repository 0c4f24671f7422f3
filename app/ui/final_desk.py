"""An issue becomes the pane 定稿前检查, which follows what is edited and leads to the places: on the page, in 校对, in the fields."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, QObject, Signal

from app.errors import UserError
from app.ui.background import Background
from app.ui.check_desk import CheckDesk
from app.ui.final_pane import FinalPane
from app.ui.later import LONG_PAUSE_MS, Later
from app.ui.library_desk import LibraryDesk
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.session import Session

if TYPE_CHECKING:
    from app.desk.check_line import Field, Spot
    from app.desk.final_check import Earlier
    from app.desk.final_proof import Reading


class FinalDesk(QObject):
    """`looked` brings the lines of 定稿前检查, whenever they are another. `show_findings` and `enter_field` are for the window to give."""

    looked = Signal(object)

    def __init__(self, session: Session, pages: PageEditor, checks: CheckDesk, library: LibraryDesk, bar: MessageBar) -> None:
        super().__init__(session)
        self._session, self._pages, self._checks, self._library, self._bar = session, pages, checks, library, bar
        self._background = Background("earlier", self)
        self._earlier: Earlier | None = None
        self._asked_for = ""
        self.pane = FinalPane()
        self.pane.rows.chosen.connect(self._lead)
        self.pane.wanted.connect(self._follow)
        self.pane.close_asked.connect(self._close)
        self.show_findings: Callable[[], None] = lambda: None
        self.enter_field: Callable[[Field, int], None] = lambda field, block: None
        self._later = Later(self._refresh, self, LONG_PAUSE_MS)
        checks.found.connect(self._refresh)
        session.changed.connect(lambda _: self._later.soon())  # most lines are of what the proofreading says nothing about
        session.opened.connect(self._another)

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {"final_check": self.check}

    @property
    def busy(self) -> bool:
        """Whether earlier issues are still being read."""
        return self._background.busy

    def check(self) -> None:
        """Open 定稿前检查; earlier issues are read off the window's thread."""
        if self._session.issue is None:
            return
        self.pane.ask(True)
        self.look()
        self.pane.enter()

    def look(self) -> None:
        """Look through the issue: `looked` tells at once what shows on it, and again what the earlier ones add."""
        from app.desk.final_check import earlier_issues

        issue, library = self._session.issue, self._library.library
        self._earlier = None
        self._look_through()
        if issue is None or (self._background.busy and issue.key == self._asked_for):
            return
        self._background.wait(0.0)  # what is still being read for another issue is no answer for this one
        self._asked_for = issue.key
        self._background.start(lambda: earlier_issues(issue, library), partial(self._take_earlier, issue.key), self._fail)

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._later.drop()
        self._background.wait(5.0)
        self.pane.ask(False)

    def _lead(self, spot: Spot) -> None:
        """Show a place: what was found there stands in 校对, what no page shows in its field."""
        if spot.finding is not None:
            self.show_findings()
            self._checks.choose(spot.finding)
            return
        self._pages.edit_at(spot.place)
        if spot.field is not None:
            self.enter_field(spot.field, spot.place.block)
        if spot.repair:
            self._session.looked_at(spot.repair)
            self._look_through()

    def _take_earlier(self, key: str, earlier: Earlier) -> None:
        issue = self._session.issue
        if issue is not None and issue.key == key:
            self._earlier = earlier
            self._look_through()

    def _fail(self, error: UserError) -> None:
        self._bar.say("warning", error.sentence)

    def _refresh(self) -> None:
        if self.isSignalConnected(QMetaMethod.fromSignal(self.looked)):
            self._look_through()

    def _look_through(self) -> None:
        self._later.drop()
        session = self._session
        if session.issue is None or session.layout is None or session.faces is None:
            return
        from app.desk.final_check import Earlier, final_check

        known = self._known()
        earlier = self._earlier or Earlier()
        self.looked.emit(final_check(session.issue, session.layout, session.faces, known, earlier, session.unlooked))

    def _known(self) -> Reading:
        """What the proofreading knows, by who read last: nothing is asked of the library in the window's thread."""
        from app.desk.final_proof import Reading

        checks, reader = self._checks, self._checks.reader
        if not checks.on:
            return Reading()
        if checks.unread or reader is None:
            return Reading(reading=checks.busy, failed=not checks.busy)
        return Reading(checks.findings, failed=checks.failed, leaders=bool(reader.office.leaders), off=checks.off)

    def _another(self) -> None:
        self._background.wait(0.0)
        self._earlier = None
        self.pane.ask(False)
        self.pane.rows.forget()

    def _close(self) -> None:
        self.pane.ask(False)
        self._pages.setFocus()

    def _follow(self, wanted: bool) -> None:
        """Lines are worked out after each edit only while somebody sees them."""
        if wanted:
            self.looked.connect(self.pane.show_lines)
        else:
            self.looked.disconnect(self.pane.show_lines)
