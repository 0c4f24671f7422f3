"""The issue at hand becomes findings, read anew off the window's thread when the keys pause, and which of them is at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.desk.office_reader import OfficeReader
from app.edit.change import Change
from app.edit.state import EditorState, Place, Selection, place_order
from app.errors import UserError
from app.model.issue import Issue
from app.proof.finding import LEVEL_WORDS, Finding, Level
from app.records import dataclass
from app.ui.background import Background
from app.ui.later import Later
from app.ui.library_desk import LibraryDesk
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.session import Session

if TYPE_CHECKING:
    from app.layout.frames import Layout
    from app.proof.engine import Proofreader
    from app.proof.naming_forms import Naming

_PAUSE_MS = 300
_LONGEST_WAIT_S = 5.0
_REST_MS = 80
_ROUND = {True: "已经看到最后，又从第一处看起。", False: "已经看到最前，又从最后一处看起。"}
"""What is said at the end of a round, ahead or back."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What came of a reading, who read, and the rules that its office does not want."""

    findings: tuple[Finding, ...]
    reader: Proofreader
    off: frozenset[str]


class CheckDesk(QObject):
    """Holds what was found. `found` tells that it changed; `chosen` that another finding is at hand; `led` that a key went to it.

    After an edit the findings whose words still stand go along to their new places until the issue has been read anew.
    """

    found = Signal()
    chosen = Signal()
    led = Signal()

    def __init__(self, session: Session, pages: PageEditor, library: LibraryDesk, bar: MessageBar) -> None:
        super().__init__(session)
        self._session, self._pages, self._library, self._bar = session, pages, library, bar
        self._on = True
        self._unread = True
        self._office = OfficeReader()
        self._stale = False
        self._calm = Event()
        self._calm.set()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._calm.set)
        self._background = Background("proofread", self)
        self._later = Later(self._read, self, _PAUSE_MS)
        self.findings: tuple[Finding, ...] = ()
        self.reader: Proofreader | None = None
        """Who read last, by what the office had set then; None before the first reading."""
        self.off: frozenset[str] = frozenset()
        """The rules that the office did not want then."""
        self.failed = False
        """Whether the issue could not be read as it stands now."""
        self.at_hand: Finding | None = None
        self.names: dict[str, tuple[str, str]] = {}
        """Rule to its name and source."""
        session.opened.connect(self._another)
        session.changed.connect(self._take_change)
        library.opened.connect(self.renew)
        library.written.connect(self.renew)
        library.moved.connect(self.renew)

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {
            "check_next": self.next,
            "check_previous": self.previous,
            "check_next_error": self.next_error,
        }

    @property
    def on(self) -> bool:
        """Whether it reads along."""
        return self._on

    @property
    def unread(self) -> bool:
        """Whether the issue at hand has not been read even once, so that nothing found says nothing of it."""
        return self._unread

    @property
    def busy(self) -> bool:
        """Whether the issue is still being read."""
        return self._background.busy or self._later.pending

    def switch(self, on: bool) -> None:
        """Read along from now on, or no more."""
        self._on = on
        self._unread, self.failed = True, False
        if on:
            self._later.soon()
        self._show(())

    def renew(self) -> None:
        """Read anew: the library was opened, or what the office set in it may have changed."""
        if self._on:
            self._later.soon()

    def rest(self) -> None:
        """A page is painted: the reading waits until no page has been for a moment, as after scrolling."""
        self._calm.clear()
        self._rest.start()

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._later.drop()
        self._stale = True
        self._calm.set()
        self._background.wait(_LONGEST_WAIT_S)

    def namings(self, issue: Issue, joins: Sequence[frozenset[str]] = ()) -> tuple[Naming, ...]:
        """In a thread: the units and people of an issue by what the office set; `joins` are forms that somebody said are of one.

        The library is asked only where no reading has done so. Raises `UserError`.
        """
        from app.desk.proofreading import issue_namings

        reader = self.reader if self._on else None
        return issue_namings(issue, (reader or self._office.current(self._library.library)).office, joins)

    # Going through them

    def next(self) -> None:
        """Select the next finding behind the caret, the first one behind the last."""
        self._go(ahead=True)

    def next_error(self) -> None:
        """Select the next finding that is surely wrong, the first one behind the last."""
        self._go(ahead=True, level=Level.ERROR)

    def previous(self) -> None:
        """Select the one before."""
        self._go(ahead=False)

    def choose(self, finding: Finding) -> None:
        """Select the words of a finding on the page."""
        issue = self._session.issue
        if issue is None or finding.key not in issue.block_index:
            return
        self.at_hand = finding
        self.show_place(finding.key, finding.start, finding.end)
        self.chosen.emit()

    def show_place(self, block: int, start: int, end: int) -> None:
        """Select characters of a block on the page."""
        self._pages.edit_at(Place(block, start))
        self._session.select_range(Selection(Place(block, start), Place(block, end)))

    def at(self, place: Place) -> Finding | None:
        """The finding at a place: one that holds the character there before one that ends before it, then the shortest."""
        there = [one for one in self.findings if one.key == place.block and one.start <= place.offset <= one.end]
        return min(there, key=lambda one: (one.end == place.offset, one.end - one.start), default=None)

    def point_at(self, finding: Finding | None) -> None:
        """Somebody clicked on a finding's words, or elsewhere (None): it is at hand, and the caret stays where the click put it."""
        if finding != self.at_hand:
            self.at_hand = finding
            self.chosen.emit()

    def here(self) -> Finding | None:
        """The finding that was chosen, or else that at the caret."""
        return self.at_hand if self.at_hand in self.findings else self.at_caret()

    def at_caret(self) -> Finding | None:
        """The finding at the caret; of two that meet there the one at hand."""
        state = self._session.state
        if state is None or state.selection is None:
            return None
        head, chosen = state.selection.head, self.at_hand
        if chosen in self.findings and chosen is not None and chosen.key == head.block and chosen.start <= head.offset <= chosen.end:
            return chosen
        return self.at(head)

    def _go(self, *, ahead: bool, level: Level | None = None) -> None:
        """Go to the finding next to the one at hand, or to the caret, of those of a level where one is named."""
        state = self._session.state
        if state is None:
            return
        found = [one for one in self.findings if level in (None, one.level)]
        if not found:
            none = "没有校对意见。" if level is None else f"没有{LEVEL_WORDS[level]}了。"
            self._bar.say("info", "正在校对，请稍候。" if self.busy else none)
            return
        self._pages.leave_composition()
        turn = self._turn(found, state, ahead)
        if not 0 <= turn < len(found):
            self._bar.say("info", _ROUND[ahead], until_change=True)
        self.choose(found[turn % len(found)])
        self.led.emit()

    def _turn(self, found: list[Finding], state: EditorState, ahead: bool) -> int:
        """Which of some findings comes next, ahead or back: -1 before the first, their number behind the last."""
        chosen = self.at_hand if self.at_hand in self.findings else None
        if chosen in found:  # two may begin at one place
            return found.index(chosen) + (1 if ahead else -1)
        at = Place(chosen.key, chosen.start) if chosen is not None else state.selection.head if state.selection else None
        here = place_order(state.issue, at) if at is not None else (-1, -1)
        before = sum(place_order(state.issue, Place(one.key, one.start)) < here for one in found)
        return before if ahead else before - 1

    # Reading

    def _another(self) -> None:
        self.at_hand = None
        self._unread, self.failed = True, False
        if self._on and self._session.issue is not None:
            self._later.soon()  # first, so that whoever hears of it knows that it is being read
        self._show(())

    def _take_change(self, change: Change | None) -> None:
        issue = self._session.issue
        if not self._on or issue is None:
            return
        self._stale = self._background.busy
        carried = _all_carried(self.findings, change, issue)
        self._show(tuple(one for one in carried if one is not None))
        self._later.soon()

    def _read(self) -> None:
        issue, layout = self._session.issue, self._session.layout
        if issue is None or layout is None or not self._on:
            return
        self._stale = self._background.busy
        if self._stale:
            return
        self._background.start(lambda: self._found_in(issue, layout), lambda found: self._take(issue, found), self._fail)

    def _found_in(self, issue: Issue, layout: Layout) -> _Found | None:
        """In the thread: tables are read when they are first needed. None where somebody typed meanwhile: the keys come first."""
        from app.desk.final_proof import rules_off
        from app.desk.proofreading import days_of, issue_findings, rule_names
        from app.proof.engine import AbandonedError

        library = self._library.library
        reader = self._office.current(library)
        self.names = self.names or rule_names()
        try:
            findings = issue_findings(issue, reader, layout, days_of(issue, library), self._wanted)
            return _Found(findings, reader, rules_off(reader.profile))
        except AbandonedError:
            return None

    def _wanted(self) -> bool:
        """In the thread: whether anybody still waits for the result. It rests as long as pages are being painted, as in scrolling."""
        self._calm.wait(_LONGEST_WAIT_S)
        return not self._stale

    def _take(self, issue: Issue, found: _Found | None) -> None:
        if found is not None and issue is self._session.issue and self._on:
            anew = self._unread or self.failed or found.reader is not self.reader
            self._unread = self.failed = False
            self.reader, self.off = found.reader, found.off
            self._show(found.findings, anew=anew)
        if self._stale or issue is not self._session.issue:
            self._stale = False
            self._later.soon()

    def _fail(self, error: UserError) -> None:
        self.failed = True
        self._bar.say("warning", error.sentence)
        self.found.emit()  # nothing more is to be waited for

    def drop(self, gone: Callable[[Finding], bool]) -> None:
        """Show some of the findings no more, until the issue has been read anew."""
        self._show(tuple(one for one in self.findings if not gone(one)))

    def _show(self, found: tuple[Finding, ...], *, anew: bool = False) -> None:
        """Tell of them where they are others, or where something else is `anew`: who reads them, or that they were read at all."""
        if found == self.findings and found and not anew:
            return
        self.findings = found
        if self.at_hand is not None and self.at_hand not in found:
            self.at_hand = None
        self.found.emit()


def counts_words(findings: tuple[Finding, ...]) -> str:
    """必错 2　疑似 5　提示 1; a sentence where there is nothing."""
    levels = [one.level for one in findings]
    told = [f"{word} {levels.count(level)}" for level, word in LEVEL_WORDS.items() if level in levels]
    return "　".join(told) if told else "没有校对意见"


def levels_by_article(findings: tuple[Finding, ...], issue: Issue) -> dict[int, Level]:
    """Article id to the surest level of its findings; those that only hint, and clean ones, are left out."""
    owners = {block.id: article.id for article in issue.articles() for block in article.blocks()}
    levels: dict[int, Level] = {}
    for level in (Level.QUERY, Level.ERROR):
        levels |= {owners[one.key]: level for one in findings if one.level is level and one.key in owners}
    return levels


def _all_carried(findings: Sequence[Finding], change: Change | None, issue: Issue) -> Iterable[Finding | None]:
    """The findings after a change, each at its place or None. A key in a long issue leaves nearly all as they were."""
    if change is None:
        return (_kept(one, issue) for one in findings)
    if change.single_splice is not None:
        (typed,) = change.single_splice.blocks
        return (_carried(one, change, issue) if one.key == typed else one for one in findings)
    touched = {block for splice in change.splices for block in splice.blocks}
    return (_carried(one, change, issue) if one.key in touched else _kept(one, issue) for one in findings)


def _kept(finding: Finding, issue: Issue) -> Finding | None:
    """The finding where it was; None where its words stand there no more."""
    block = issue.block_index.get(finding.key)
    return finding if block is not None and block.text[finding.start : finding.end] == finding.words else None


def _carried(finding: Finding, change: Change, issue: Issue) -> Finding | None:
    """The finding at its place after a change of its block; None where its words stand there no more."""
    start, end = Place(finding.key, finding.start), Place(finding.key, finding.end)
    for splice in change.splices:
        start, end = splice.map_place(start, True), splice.map_place(end, False)
    if start.block != end.block:
        return None
    moved = (start.block, start.offset, end.offset) != (finding.key, finding.start, finding.end)
    return _kept(replace(finding, key=start.block, start=start.offset, end=end.offset) if moved else finding, issue)
