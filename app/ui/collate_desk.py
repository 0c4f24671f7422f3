"""The article at hand and the text that came become differences to go through, each of which can be put back (对校)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.edit.article_text import ArticleText, put_back
from app.edit.state import Place, Selection
from app.edit.tree import article_of_block
from app.errors import UserError
from app.records import dataclass
from app.text.collation import By, Collation, Difference, collate
from app.ui.collate_texts import CollateTexts
from app.ui.later import LONG_PAUSE_MS, Later
from app.ui.library_desk import LibraryDesk
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.places import article_by_id
from app.ui.session import Session

if TYPE_CHECKING:
    from app.desk.collating import Came
    from app.model.issue import Article

ALL = -1
"""All texts that an article goes back to, one behind the other."""


@dataclass(frozen=True)
class Beside:
    """An article and the text that lies beside it, compared."""

    came: Came
    ours: ArticleText
    collation: Collation


class CollateDesk(QObject):
    """Follows the caret, and the rows of the outline that are gone to, while somebody looks.

    Signals: `changed` (another article, another text, other words), `chosen` (a difference).
    """

    changed = Signal()
    chosen = Signal()

    def __init__(self, session: Session, pages: PageEditor, library: LibraryDesk, bar: MessageBar) -> None:
        super().__init__(session)
        self._session, self._pages, self._library, self._bar = session, pages, library, bar
        self._texts = CollateTexts(session, library)
        self._later = Later(self._follow, self, LONG_PAUSE_MS)
        self._shown = False
        self._wanted: Callable[[], None] | None = None
        self._row = 0
        self.article = 0
        self.came: tuple[Came, ...] = ()
        self.which = ALL
        self.beside: Beside | None = None
        self.at_hand: Difference | None = None
        self._went: Selection | None = None
        self.with_program = False
        session.opened.connect(self._another)
        session.changed.connect(lambda _: self._soon())
        session.selected.connect(self._take_selection)
        library.opened.connect(self._soon)
        library.missing.connect(lambda _: self._soon())

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {"collate_next": self.next, "collate_previous": self.previous, "collate_back": self.put_back_here}

    @property
    def busy(self) -> bool:
        """Whether the texts of the article are still being looked for."""
        return self._texts.busy or (self._shown and (self._later.pending or self._library.opening))

    @property
    def looking(self) -> bool:
        """Whether somebody looks, so that marks are to be seen."""
        return self._shown and self.beside is not None

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Those to go through: what persons changed, and what the program did if that is wished."""
        found = self.beside.collation.differences if self.beside else ()
        return found if self.with_program else tuple(one for one in found if one.by is By.HAND)

    def counts(self) -> tuple[int, int]:
        """How many places persons changed, and how many the program."""
        found = self.beside.collation.differences if self.beside else ()
        by_hand = sum(one.by is By.HAND for one in found)
        return by_hand, len(found) - by_hand

    def look(self, shown: bool) -> None:
        """Begin to follow the caret, or follow it no more."""
        self._shown = shown
        if shown:
            self._library.open_soon()
            self._later.now()
        else:
            self._later.drop()
            self._wanted = None
            self.changed.emit()

    def go_to(self, article: int) -> None:
        """Compare an article that somebody went to in the outline, until the caret is put elsewhere."""
        self._row = article
        self._soon()

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._later.drop()
        self._texts.wait()

    # What lies beside the article

    def show_which(self, which: int) -> None:
        """Compare with one of the texts, or with `ALL` of them."""
        self.which = which
        self.at_hand = None
        self._compare()

    def lay_beside(self, find: Callable[[Article], tuple[Came, ...]]) -> None:
        """Compare the article with another text, as long as the issue is open; `find` reads it, off the window's thread."""
        article = self.article_now
        if article is None:
            return
        if not self._texts.pick(article, find, self._later.now, self._tell):
            self._bar.say("info", "正在找这篇文章的来稿，请稍候再试。")

    def lay_own_beside(self) -> None:
        """Compare it with what it goes back to again."""
        self._texts.unpick(self.article)
        self._later.now()

    @property
    def picked(self) -> bool:
        """Whether a person has chosen what lies beside the article."""
        return self._texts.is_picked(self.article)

    @property
    def article_now(self) -> Article | None:
        """The article that is compared, as it is now."""
        issue = self._session.issue
        return article_by_id(issue, self.article) if issue else None

    # Going through the differences

    def next(self) -> None:
        """Go to the next difference behind the caret, the first one behind the last."""
        self._go(1)

    def previous(self) -> None:
        """Go to the one before."""
        self._go(-1)

    def choose(self, difference: Difference) -> None:
        """Go to a difference on the page, with what came in the place of the original words selected."""
        if self.beside is None:
            return
        self.at_hand = difference
        stretches = list(self.beside.ours.ranges(difference.ours_start, difference.ours_end))
        start, end = Place(stretches[0][0], stretches[0][1]), Place(stretches[-1][0], stretches[-1][2])
        self._pages.edit_at(start)
        self._went = Selection(start, end)
        self._session.select_range(self._went)
        self.chosen.emit()

    def put_back_here(self) -> None:
        """Let the original words stand again at the difference at hand, as one step, and stay there."""
        from app.desk.articles import paragraph_roles

        beside, one = self.beside, self.at_hand
        if beside is None or one is None or one not in beside.collation.differences:
            self._bar.say("info", "先用 F5 转到一处改动，再恢复原文。")
            return
        if not self._session.perform(put_back, self.article, (one.ours_start, one.ours_end), one.back, paragraph_roles):
            return
        self.at_hand = None
        self._later.now()
        if self.beside is not None:
            self._pages.edit_at(self.beside.ours.place(one.ours_start))
        self._bar.say("done", "这一处恢复成了原文。", [("撤销", self._session.undo)], until_change=True)

    def caret_place(self) -> int | None:
        """Where the caret stands in the text that came."""
        state, beside = self._session.state, self.beside
        offset = beside.ours.offset(state.selection.head) if beside and state and state.selection else None
        return beside.collation.raw_place(offset) if beside and offset is not None else None

    def _go(self, step: int) -> None:
        self._later.settle()
        if self.busy:
            self._wanted = lambda: self._go(step)
            return
        found, beside, state = self.differences, self.beside, self._session.state
        if beside is None or state is None:
            self._bar.say("info", "这里没有对应的来稿，不能对校。")
            return
        if not found:
            self._bar.say("info", "这篇文章只有程序修正过的地方，没有别的改动。" if self.counts()[1] else "这篇文章和来稿没有不同。")
            return
        self._pages.leave_composition()
        if self.at_hand in found:
            at = found.index(self.at_hand) + step
        else:
            offset = beside.ours.offset(state.selection.head) if state.selection else None
            behind = bisect_left([one.ours_start for one in found], offset or 0)
            at = behind if step > 0 else behind - 1
        self.choose(found[at % len(found)])
        if not 0 <= at < len(found):
            self._bar.say("info", "后面没有了，回到这篇文章的第一处。" if step > 0 else "前面没有了，转到这篇文章的最后一处。")

    def _take_caret(self) -> None:
        """The difference at hand is the one that was gone to, or, once the caret has moved, the one where it stands."""
        state, beside = self._session.state, self.beside
        if beside is None or state is None or state.selection is None or state.selection == self._went:
            return
        self._went = None
        offset = beside.ours.offset(state.selection.head)
        here = [one for one in self.differences if offset is not None and one.ours_start <= offset <= one.ours_end]
        self.at_hand = min(here, key=lambda one: one.ours_end - one.ours_start, default=None)

    # Following

    def _another(self) -> None:
        self._texts.forget()
        self.article = self._row = 0
        self._show(())
        self._soon()

    def _take_selection(self) -> None:
        self._row = 0
        self._soon()

    def _soon(self) -> None:
        if self._shown:
            self._later.soon()

    def _follow(self) -> None:
        """Compare the article at hand, once its texts are known."""
        article = self._article_at_hand()
        if article is None:
            self.article = 0
            self._show(())
            return
        if article.id != self.article:
            self.article, self.which, self.at_hand = article.id, ALL, None
        came = self._texts.of(article)
        if came is not None:
            self._show(came)
        elif self._texts.fetch(article, self._later.now, self._tell):
            self.beside, self.came = None, ()
            self.changed.emit()
        else:
            self._later.soon()

    def _article_at_hand(self) -> Article | None:
        """The one whose row was gone to since the caret was put, or else that at the caret."""
        state = self._session.state
        if state is None:
            return None
        row = article_by_id(state.issue, self._row) if self._row else None
        place = article_of_block(state.issue, state.selection.head.block) if state.selection else None
        return row or (place.article if place else None)

    def _tell(self, error: UserError) -> None:
        self._bar.say("warning", error.sentence)

    def _show(self, came: tuple[Came, ...]) -> None:
        if came != self.came:
            self.came, self.at_hand = came, None
        if self.which >= len(came):
            self.which = ALL
        self._compare()

    def _compare(self) -> None:
        from app.desk.collating import together

        article = self.article_now
        if not self.came or article is None:
            self.beside = None
        else:
            came = together(self.came) if self.which == ALL else self.came[self.which]
            if self.beside is None or self.beside.came != came or self.beside.ours.article is not article:
                ours = ArticleText(article)
                self.beside = Beside(came, ours, collate(came.raw, came.lines, ours.lines))
        if self.beside is None or self.at_hand not in self.beside.collation.differences:
            self.at_hand = None
        self._take_caret()
        self.changed.emit()
        wanted = self._wanted
        if wanted is not None and not self.busy:
            self._wanted = None
            wanted()
