"""The units and people of the issue at hand become the panel 统一称谓, and what is ticked in it one step of the issue."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.edit.change import Label
from app.edit.proof_commands import Fix, fix
from app.edit.state import Place, Selection
from app.edit.tree import article_of_block
from app.errors import UserError
from app.model.issue import joined_title
from app.ui.background import Background
from app.ui.check_desk import CheckDesk
from app.ui.later import LONG_PAUSE_MS, Later
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.places import find_place
from app.ui.session import Session
from app.ui.unify_panel import UnifyPanel
from app.ui.unify_places import PlaceRow

if TYPE_CHECKING:
    from app.edit.change import Change
    from app.model.issue import Issue
    from app.proof.engine import Proofreader
    from app.proof.naming_forms import Naming
    from app.proof.naming_forms import Place as NamePlace

_AROUND = 24
_LONGEST_WAIT_S = 5.0
_Joins = tuple[frozenset[str], ...]


class UnifyDesk(QObject):
    """Makes the panel, which follows the issue while it is seen; names are looked for off the window's thread. `show_panel` is to bring
    it into view.

    What the clerk said is one unit holds until another issue is opened.
    """

    def __init__(self, session: Session, pages: PageEditor, checks: CheckDesk, bar: MessageBar) -> None:
        super().__init__(session)
        self._session, self._pages, self._checks, self._bar = session, pages, checks, bar
        self._joins: _Joins = ()
        self._background = Background("namings", self)
        self._asked: tuple[Issue, _Joins, Proofreader | None] | None = None
        self._again = False
        self.panel = UnifyPanel()
        self.panel.row_of = self._row_of
        self.panel.wanted.connect(self._take)
        self.panel.place_chosen.connect(self._show_place)
        self.panel.join_asked.connect(self._join)
        self.panel.part_asked.connect(self._part)
        self.panel.seen.connect(self._show)
        self.show_panel: Callable[[], None] = self.panel.show
        self._later = Later(self._show, self, LONG_PAUSE_MS)
        self._seen: Issue | None = session.issue
        session.changed.connect(self._follow)
        session.opened.connect(self._another)
        checks.found.connect(self._soon)

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {"unify": self.unify}

    @property
    def busy(self) -> bool:
        """Whether the panel has still to follow what was edited."""
        return self._later.pending or self._background.busy

    def unify(self) -> None:
        """Open 统一称谓."""
        self.show_panel()
        self._show()
        self.panel.names.setFocus()

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._later.drop()
        self._background.wait(_LONGEST_WAIT_S)

    def _soon(self) -> None:
        if self.panel.isVisible():
            self._later.soon()

    def _show(self) -> None:
        issue = self._session.issue
        if not self.panel.isVisible():
            return
        if issue is None:
            self.panel.show_namings(())
            return
        if self._background.busy:
            self._again = self._again or not self._asked_for(issue)
            return
        joins = self._joins
        self._asked = issue, joins, self._checks.reader
        self.panel.say_looking()
        self._background.start(lambda: self._checks.namings(issue, joins), partial(self._take_namings, issue), self._fail)

    def _asked_for(self, issue: Issue) -> bool:
        """Whether the names that are being looked for are those that are wanted now."""
        if self._asked is None:
            return False
        asked, joins, reader = self._asked
        return asked is issue and joins == self._joins and reader is self._checks.reader

    def _take_namings(self, issue: Issue, found: tuple[Naming, ...]) -> None:
        if issue is self._session.issue:
            self.panel.show_namings(found)
        self._look_again()

    def _fail(self, error: UserError) -> None:
        self._bar.say("warning", error.sentence)
        self._look_again()

    def _look_again(self) -> None:
        """Something was edited or put together while names were looked for."""
        again, self._again = self._again, False
        if again:
            self._show()

    def _follow(self, change: Change | None) -> None:
        """What was ticked by hand goes along at once: later nobody knows any more what was edited."""
        issue = self._session.issue
        if self._seen is not None and issue is not None:
            self.panel.places.carry(self._seen, issue, change)
        self._seen = issue
        self._soon()

    def _another(self) -> None:
        self._seen = self._session.issue
        self._joins = ()
        self.panel.forget()
        self._soon()

    def _take(self, fixes: tuple[Fix, ...]) -> None:
        if self._session.perform(fix, fixes, Label.UNIFY):
            self._bar.say("done", f"统一了 {len(fixes)} 处。", [("撤销", self._session.undo)], until_change=True)
            self._show()

    def _join(self, forms: frozenset[str]) -> None:
        beside = tuple(one for one in self._joins if one.isdisjoint(forms))
        self._joins = (*beside, forms.union(*(one for one in self._joins if one not in beside)))
        self._show()

    def _part(self, forms: frozenset[str]) -> None:
        self._joins = tuple(one for one in self._joins if one.isdisjoint(forms))
        self._show()

    def _show_place(self, place: NamePlace) -> None:
        """Select the words on the page."""
        spot, issue = place.spot, self._session.issue
        if issue is None or spot.key not in issue.block_index:
            return
        self._pages.edit_at(Place(spot.key, spot.start))
        self._session.select_range(Selection(Place(spot.key, spot.start), Place(spot.key, spot.end)))

    def _row_of(self, place: NamePlace) -> PlaceRow:
        """Page and article of a place, and the words around it."""
        issue, layout, spot = self._session.issue, self._session.layout, place.spot
        block = issue.block_index.get(spot.key) if issue is not None else None
        if issue is None or block is None:
            return PlaceRow(place, "", "", "")
        text = block.text.replace("\n", " ")
        seen = find_place(layout, Place(spot.key, spot.start)) if layout is not None else None
        article = article_of_block(issue, spot.key)
        title = joined_title(article.article.title) if article is not None else ""
        where = "　".join(filter(None, (f"第{seen.page}页" if seen else "不印", title)))
        before, after = max(0, spot.start - _AROUND), spot.end + _AROUND
        dots = "…" if before else "", "…" if after < len(text) else ""
        return PlaceRow(place, where, dots[0] + text[before : spot.start], text[spot.end : after] + dots[1])
