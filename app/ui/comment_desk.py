"""What proofreaders say of words on the pages is noted, settled, taken away, and leads to its words again (批注)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.desk.commenting import quoted_words
from app.edit.comments import add_comment, edit_comment, in_reading_order, remove_comment, settle_comment, words_at, words_of
from app.edit.state import Place, Selection, stands
from app.model.people import Comment, Stretch
from app.ui.later import Later
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.session import Session

_LONGEST = 20


class CommentDesk(QObject):
    """Works on the session. Signals: `changed` (comments, or the words that the next one is made to), `chosen` (another one is at hand)."""

    changed = Signal()
    chosen = Signal()

    def __init__(self, session: Session, pages: PageEditor, memory: Memory, bar: MessageBar) -> None:
        super().__init__(session)
        self._session, self._pages, self._memory, self._bar = session, pages, memory, bar
        self.at_hand = 0
        self.with_done = False
        self._later = Later(self.changed.emit, self)
        session.opened.connect(self._another)
        session.changed.connect(lambda _: self._later.soon())
        session.selected.connect(self._later.soon)

    @property
    def comments(self) -> tuple[Comment, ...]:
        """Those of the issue at hand, as their words stand there."""
        return in_reading_order(self._session.issue) if self._session.issue else ()

    @property
    def rows(self) -> tuple[Comment, ...]:
        """Those that are listed."""
        return tuple(one for one in self.comments if self.with_done or not one.done)

    @property
    def who(self) -> str:
        """Who made a comment here last."""
        return self._memory.settings.commenter or self._memory.settings.person

    def named(self, number: int) -> Comment | None:
        """A comment by its number."""
        return next((one for one in self.comments if one.number == number), None)

    def at(self, place: Place) -> Comment | None:
        """The comment on the words at a place, the shortest where several are."""
        there = [one for one in self.comments if any(_holds(part, place) for part in one.stretches)]
        return min(there, key=lambda one: sum(part.size for part in one.stretches), default=None)

    def target_words(self) -> str:
        """“二百余人”, 光标处: what the next comment is made to; "" where nothing can be commented."""
        state = self._session.state
        found = words_at(state.issue, state.selection) if state and state.selection else ()
        if state is None or not found:
            return ""
        words = words_of(state.issue, found)
        return quoted_words(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…") if words else "光标处"

    def add(self, text: str, who: str) -> bool:
        """Note a comment on what is selected, or on the place of the caret. False where that can't be."""
        from app.desk.commenting import stamp

        self._pages.leave_composition()
        state = self._session.state
        found = words_at(state.issue, state.selection) if state and state.selection else ()
        if not found or not text.strip():
            self._bar.say("info", "请写上要说的话。" if found else "请先在页面上选中几个字，或把光标放到要批注的地方。")
            return False
        self._memory.note(commenter=who.strip())
        if not self._session.perform(add_comment, found, text, who, stamp()):
            return False
        self._choose(max(one.number for one in self.comments))
        return True

    def edit(self, number: int, text: str) -> bool:
        """Write a comment anew."""
        return self._session.perform(edit_comment, number, text)

    def settle(self, number: int, done: bool) -> None:
        """Say that a comment was seen to, or that it waits."""
        if self._session.perform(settle_comment, number, done) and done and not self.with_done:
            self._bar.say("done", "这处批注处理好了。", [("撤销", self._session.undo)], until_change=True)

    def remove(self, number: int) -> None:
        """Take a comment away."""
        if self._session.perform(remove_comment, number):
            self._bar.say("info", "删去了这处批注。", [("撤销", self._session.undo)], until_change=True)

    def go(self, number: int) -> None:
        """Select the words of a comment on the page."""
        one, issue = self.named(number), self._session.issue
        if one is None or issue is None:
            return
        self._choose(number)
        start = Place(one.block, one.start)
        if not stands(issue, start):
            self._bar.say("info", "这处批注说的地方已经删去了。")
            return
        self._pages.leave_composition()
        self._pages.edit_at(start)
        last = next(part for part in reversed(one.stretches) if part.block in issue.block_index)
        self._session.select_range(Selection(start, Place(last.block, min(last.end, len(issue.block_index[last.block].text)))))

    def leave(self) -> None:
        """Give the page the keyboard."""
        self._pages.setFocus()

    def left_over(self) -> str:
        """What nobody has seen to yet, in words; "" for nothing."""
        from app.desk.commenting import comments_left

        return comments_left(self._session.issue) if self._session.issue else ""

    def _choose(self, number: int) -> None:
        self.at_hand = number
        self._later.now()
        self.chosen.emit()

    def _another(self) -> None:
        self.at_hand = 0
        self._later.now()


def _holds(part: Stretch, place: Place) -> bool:
    return part.block == place.block and part.start <= place.offset < part.end
