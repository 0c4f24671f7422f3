"""What the find bar asks becomes matches on the pages, a selection that goes from one to the next, and replacing commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QShortcut

from app.edit.change import Change, Label
from app.edit.commands import Outcome, replace_all, replace_match
from app.edit.find import Match, carried, find, match_here, next_match, previous_match, selected_match
from app.edit.state import EditorState, Place, Selection, in_order, stands
from app.errors import UserError
from app.model.issue import Issue
from app.text.search import Query
from app.ui.find_bar import FindBar
from app.ui.later import LONG_PAUSE_MS, Later
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.selected_words import selected_words
from app.ui.session import Session

_LONG_MS = 600
"""No search holds the window up for longer."""
_LONGEST_WORDS = 80


class FindDesk(QObject):
    """Works on the session. What is looked for and how stays until the program ends, the bar open or not."""

    def __init__(self, session: Session, pages: PageEditor, messages: MessageBar) -> None:
        super().__init__(session)
        self.bar = FindBar()
        self._session, self._pages, self._messages = session, pages, messages
        self._matches: tuple[Match, ...] = ()
        self._within: Selection | None = None  # the search is limited to it
        self._chosen: Selection | None = None  # what was selected when the bar was opened
        self._origin: Selection | None = None  # from where the first match counts
        self._refused: Query | None = None
        self._later = Later(self._search, self, LONG_PAUSE_MS)
        session.opened.connect(self._take_issue)
        session.changed.connect(self._take_change)
        session.selected.connect(self._show)
        self.bar.query_changed.connect(self._take_query)
        self.bar.template.textChanged.connect(self._search)
        self.bar.scope_asked.connect(self._take_scope)
        self.bar.next_asked.connect(self.next)
        self.bar.previous_asked.connect(self.previous)
        self.bar.replace_asked.connect(self.replace)
        self.bar.all_asked.connect(self.replace_all)
        self.bar.closed.connect(self.close)
        leave = QShortcut(Qt.Key.Key_Escape, pages)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave)

    @property
    def matches(self) -> tuple[Match, ...]:
        """What was found."""
        return self._matches

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar with the selected words in it; a selection over several paragraphs is what it is limited to."""
        self._pages.leave_composition()
        state, bar = self._session.state, self.bar
        if state is None:
            return
        self._refused, self._origin = None, state.selection
        words = selected_words(self._session.state, _LONGEST_WORDS)
        again = self._shown and selected_match(self._matches, state.selection) is not None
        if not again:
            selected = state.selection is not None and not state.selection.collapsed
            self._chosen = state.selection if selected else None
            self._limit_to(None if words else self._chosen)
        bar.show_replace(replacing or (self._shown and bar.replacing))
        bar.show()
        with QSignalBlocker(bar):
            if words and not again:
                bar.regex.setChecked(False)
                bar.words.setText(words)
        self._search()
        field = bar.template if replacing and words else bar.words
        field.setFocus()
        field.selectAll()

    def close(self) -> None:
        """Put the bar away and give the caret back."""
        self.bar.hide()
        self._limit_to(None)
        self._search()
        self._pages.setFocus()

    def _leave(self) -> None:
        """Esc on the pages puts the bar away, too."""
        if self._shown:
            self.close()

    def next(self) -> None:
        """Select the next match."""
        self._go(next_match)

    def previous(self) -> None:
        """Select the one before."""
        self._go(previous_match)

    def replace(self, go_on: bool) -> None:
        """Replace the selected match and select what stands there now, or the next match; where none is selected, select one first."""
        state = self._session.state
        at = selected_match(self._matches, state.selection) if state else None
        if at is None:
            self._go(match_here)
            return
        match = self._matches[at]
        done = self._attempt(lambda state: replace_match(state, self.bar.query, self.bar.template.text(), match))
        state = self._session.state
        if go_on and not self.bar.error.text():
            self._go(next_match)
        elif done and state is not None and state.selection is not None:
            self._session.select_range(Selection(match.selection.anchor, state.selection.head))

    def replace_all(self) -> None:
        """Replace all matches in one step and say how many they were."""
        told: list[Change] = []
        self._session.changed.connect(told.append)
        try:
            template, query, within, stop = self.bar.template.text(), self.bar.query, self._within, self._guard()
            self._attempt(lambda state: replace_all(state, query, template, within, stop))
        finally:
            self._session.changed.disconnect(told.append)
        if told:
            count = len(told[0].splices)
            self._pages.setFocus()  # the buttons are grey now, and Ctrl+Z undoes here
            self._messages.say("done", f"替换了 {count} 处。", [("撤销", self._session.undo)], until_change=True)

    @property
    def _shown(self) -> bool:
        return not self.bar.isHidden()

    # Searching

    def _search(self) -> None:
        """Find all anew; what is selected stays."""
        self._later.drop()
        issue, query = self._session.issue, self.bar.query
        if issue is None or not self._shown or not query.words:
            self.bar.say_error("")
            self._take(())
            return
        if query == self._refused:  # it would take as long again
            return
        try:
            found = find(issue, query, self._within, self._guard())
            self.bar.say_error("")
        except UserError as error:
            self._refused = query
            self.bar.say_error(error.sentence)
            found = ()
        self._take(found)

    def _guard(self) -> Callable[[], bool]:
        """Says when a search has taken too long."""
        clock = QElapsedTimer()
        clock.start()
        return lambda: clock.hasExpired(_LONG_MS)

    def _take(self, matches: tuple[Match, ...]) -> None:
        self._matches = matches
        self._pages.found.show(matches, self._within_in_order())
        self._show()

    def _show(self) -> None:
        """Say and mark which match is selected."""
        state = self._session.state
        selection = state.selection if state else None
        at = selected_match(self._matches, selection)
        if self._shown:
            self.bar.say_count(at, len(self._matches))
            self.bar.scope.setEnabled(self._within is not None or self._scope_at_hand() is not None)
        self._pages.found.choose(self._matches[at] if at is not None else None)
        self._pages.viewport().update()

    # What comes from elsewhere

    def _take_issue(self) -> None:
        self._refused = self._origin = self._chosen = None
        self._limit_to(None)
        if self._session.issue is None:
            self.bar.hide()
        self._search()

    def _take_change(self, change: Change | None) -> None:
        if not self._shown:
            return
        if change is not None:
            self._chosen = change.map_selection(self._chosen)
            self._origin = change.map_selection(self._origin)
        if self._within is not None:
            self._limit_to(change.map_selection(self._within) if change else self._within)
        if change is None or change.label in (Label.REPLACE, Label.REPLACE_ALL):
            self._search()
        else:
            self._take(carried(self._matches, change))
            self._later.soon()

    def _take_query(self) -> None:
        """Other words: go to the first match from where the search began."""
        self._refused = None
        self._search()
        issue = self._session.issue
        at = match_here(issue, self._matches, self._origin) if issue and self._known(self._origin) else None
        if at is not None:
            self._session.select_range(self._matches[at].selection)

    def _go(self, where: Callable[[Issue, Sequence[Match], Selection | None], int | None]) -> None:
        if not self._shown:
            if not self.bar.words.text():
                self.open()
                return
            self.bar.show()
        if self._later.pending or not self._matches:
            self._search()
        state = self._session.state
        at = where(state.issue, self._matches, state.selection) if state and self._known(state.selection) else None
        if at is not None:
            self._origin = self._matches[at].selection
            self._session.select_range(self._origin)

    def _attempt(self, command: Callable[[EditorState], Outcome]) -> bool:
        """Perform a command; what is wrong with the words is said under their field."""

        def tried(state: EditorState) -> Outcome:
            try:
                return command(state)
            except UserError as error:
                self.bar.say_error(error.sentence)
                return None

        return self._session.perform(tried)

    # Within what is selected

    def _scope_at_hand(self) -> Selection | None:
        """What is selected, if that is no match; else what was selected when the bar was opened."""
        state = self._session.state
        selection = state.selection if state else None
        if selection is not None and not selection.collapsed and selected_match(self._matches, selection) is None:
            return selection
        return self._chosen if self._known(self._chosen) else None

    def _take_scope(self, limited: bool) -> None:
        self._limit_to(self._scope_at_hand() if limited else None)
        self._take_query()

    def _limit_to(self, within: Selection | None) -> None:
        self._within = within if within is not None and self._known(within) and not within.collapsed else None
        with QSignalBlocker(self.bar.scope):
            self.bar.scope.setChecked(self._within is not None)

    def _within_in_order(self) -> tuple[Place, Place] | None:
        issue = self._session.issue
        return in_order(issue, self._within) if issue is not None and self._within is not None else None

    def _known(self, selection: Selection | None) -> bool:
        """Whether it stands in the issue; none at all stands everywhere."""
        issue = self._session.issue
        return issue is not None and (selection is None or (stands(issue, selection.anchor) and stands(issue, selection.head)))
