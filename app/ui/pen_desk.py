"""The proof that came back full of pen marks, beside the issue at hand: its changes are noted, ticked, and lead to their words (过稿).

What is noted is kept beside the proof at once and is no part of the issue: undo on the pages takes back words, never a tick.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.edit.state import Selection
from app.errors import UserError
from app.layout.caret import caret_at
from app.layout.motion import Cursor
from app.layout.places import Side
from app.model.pen import PenChange, PenNotes, PenOrder, PenState, Words, listed
from app.ui.later import Later
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.proof_desk import ProofDesk
from app.ui.session import Session

if TYPE_CHECKING:
    from app.desk.pens import OnPaper
    from app.store.proofs import Proof

_MOST_NAMES = 12


class Row(NamedTuple):
    """A change as the list shows it; `touched`: the words there are not as they were printed."""

    change: PenChange
    touched: bool


class PenDesk(QObject):
    """Holds the notes of one proof. Signals: `changed` (proof, rows or their hints), `went` (to the words of a page of the proof)."""

    changed = Signal()
    went = Signal(int)

    def __init__(self, session: Session, proofs: ProofDesk, pages: PageEditor, bar: MessageBar) -> None:
        super().__init__(session)
        self._session, self._proofs, self._pages, self._bar = session, proofs, pages, bar
        self.proof: Proof | None = None
        self.notes = PenNotes()
        self.order = PenOrder.PLACE
        self.error = ""
        self.looked_at: tuple[Words, ...] = ()
        self._hints = Later(self.changed.emit, self)
        session.changed.connect(lambda _: self._hints.soon())
        proofs.changed.connect(self.list_proofs)
        self.list_proofs()

    # The proof

    @property
    def kept(self) -> list[Proof]:
        """The proofs to choose from, newest first."""
        return self._proofs.kept

    def list_proofs(self) -> None:
        """The proofs are others: stay with one that is not gone through yet, else take the newest."""
        kept = self.kept
        stays = self.proof in kept and any(change.state is PenState.OPEN for change in self.notes.changes)
        self.choose(self.proof if stays else next(iter(kept), None))

    def choose(self, proof: Proof | None) -> None:
        """Go on with another proof."""
        from app.store.pens import load_notes

        self.proof, self.notes, self.error, self.looked_at = proof, PenNotes(), "", ()
        if proof is not None:
            try:
                self.notes = load_notes(proof)
            except UserError as error:
                self.error = error.sentence
        self.changed.emit()

    def names(self) -> list[str]:
        """Who asked for changes lately, the last one first."""
        from app.store.pens import names_asked

        here = [change.asked_by for change in sorted(self.notes.changes, key=lambda one: -one.number) if change.asked_by]
        return list(dict.fromkeys([*here, *names_asked(self._proofs.folder)]))[:_MOST_NAMES]

    # The rows

    def rows(self) -> list[Row]:
        """The changes in the order that is wished."""
        from app.desk.pens import is_touched

        printed, issue = self._proofs.readable(self.proof), self._session.issue
        if printed is None or issue is None:
            return [Row(change, touched=False) for change in listed(self.notes.changes, self.order)]
        return [Row(change, is_touched(printed, issue, change)) for change in listed(self.notes.changes, self.order)]

    def sort(self, order: PenOrder) -> None:
        """List them in another order."""
        self.order = order
        self.changed.emit()

    def add(self, written: str, asked_by: str, wish: str) -> None:
        """Note a change. Raises `UserError` for a place that the proof doesn't have."""
        at = self._on_paper(written)
        made = PenChange(self.notes.next_number, at.page, at.line, at.words, asked_by.strip(), wish.strip())
        self._keep(replace(self.notes, changes=(*self.notes.changes, made)))

    def edit(self, number: int, written: str, asked_by: str, wish: str) -> None:
        """Write a change anew. Raises `UserError`."""
        at = self._on_paper(written)
        self._alter(
            number, lambda old: replace(old, page=at.page, line=at.line, words=at.words, asked_by=asked_by.strip(), wish=wish.strip())
        )

    def settle(self, number: int, state: PenState, reason: str = "") -> None:
        """Say what became of a change."""
        self._attempt(lambda: self._alter(number, lambda old: replace(old, state=state, reason=reason)))

    def remove(self, number: int) -> None:
        """Drop a change; a click on the message brings it back."""
        before = self.notes
        gone = next((change for change in before.changes if change.number == number), None)
        if gone is None:
            return

        def back() -> None:
            self._keep(replace(self.notes, changes=(*self.notes.changes, replace(gone, number=self.notes.next_number))))

        self._attempt(lambda: self._keep(replace(before, changes=tuple(one for one in before.changes if one is not gone))))
        self._bar.say("info", f"过稿里删去了 {gone.written} 这一条。", [("放回去", lambda: self._attempt(back))], until_change=True)

    def put(self, notes: PenNotes) -> None:
        """Keep other notes of the proof, as those with another photo. Raises `UserError`."""
        self._keep(notes)

    # Going there

    def look(self, written: str) -> None:
        """Go to the words of a page and line of the proof and mark them. Raises `UserError`."""
        at = self._on_paper(written)
        if at.words:
            self._go(at.page, at.words, at.side)

    def go(self, number: int) -> None:
        """Go to the words of a change, wherever they stand now."""
        change = next(one for one in self.notes.changes if one.number == number)
        if not change.words:
            self._bar.say("info", "这一条说的是全文，没有写在哪一行。")
            return
        self._attempt(lambda: self._go(change.page, change.words, Side.AFTER))

    def go_on(self) -> None:
        """Give the page the keyboard, with the caret at the words that were looked at."""
        self._pages.setFocus()

    def marked(self) -> tuple[dict[int, list[tuple[int, int]]], dict[int, list[tuple[int, int]]]]:
        """By block, where the words of open changes stand now, and those that were looked at last."""
        from app.desk.pens import ranges_now

        printed, issue = self._proofs.readable(self.proof), self._session.issue
        waiting: dict[int, list[tuple[int, int]]] = {}
        at_hand: dict[int, list[tuple[int, int]]] = {}
        if printed is not None and issue is not None:
            open_words = [words for change in self.notes.changes if change.state is PenState.OPEN for words in change.words]
            for target, words in ((waiting, open_words), (at_hand, self.looked_at)):
                for block, start, end in ranges_now(printed, issue, words):
                    target.setdefault(block, []).append((start, end))
        return waiting, at_hand

    def page_in_view(self) -> int:
        """The page of the proof whose words are in view, 0 without one."""
        from app.desk.pens import page_on_proof

        state, layout, printed = self._session.state, self._session.layout, self._proofs.readable(self.proof)
        if state is None or layout is None or printed is None or self.proof is None or not self._pages.page:
            return 0
        caret = state.selection.head if state.selection else None
        return page_on_proof(printed, self._proofs.laid(self.proof), state.issue, layout, min(self._pages.page, len(layout.pages)), caret)

    def pages_of_proof(self) -> int:
        """How many pages the proof has."""
        return len(self._proofs.laid(self.proof).pages) if self.proof and self._proofs.readable(self.proof) else 0

    def left_over(self) -> str:
        """What of the kept proofs is not gone through yet, in words; "" for nothing."""
        from app.desk.pens import left_over
        from app.store.pens import load_notes

        found = {}
        for proof in self.kept:
            try:
                found[proof] = load_notes(proof).changes
            except UserError:  # told where that proof is chosen
                continue
        return left_over(found)

    def _go(self, page: int, words: tuple[Words, ...], side: Side) -> None:
        from app.desk.pens import place_now

        issue, layout = self._session.issue, self._session.layout
        if self.proof is None or issue is None or layout is None:
            return
        place = place_now(self._proofs.printed(self.proof), issue, words)
        caret = caret_at(layout, place, side) if place else None
        if place is None or caret is None:
            raise UserError("清样上那一行的文字现在已经没有了。")
        self.looked_at = words
        self._pages.leave_composition()
        self._pages.set_cursor(Cursor(Selection(place, place), side))
        self._pages.show_place(caret.page, caret.top)  # with what follows it in view, too
        self._pages.viewport().update()
        self.went.emit(page)

    def _on_paper(self, written: str) -> OnPaper:
        from app.desk.pens import on_paper

        if self.proof is None:
            raise UserError("还没有打印过清样。")
        return on_paper(self._proofs.printed(self.proof), self._proofs.laid(self.proof), written)

    # Keeping

    def _alter(self, number: int, change: Callable[[PenChange], PenChange]) -> None:
        self._keep(replace(self.notes, changes=tuple(change(one) if one.number == number else one for one in self.notes.changes)))

    def _keep(self, notes: PenNotes) -> None:
        from app.store.pens import save_notes

        if self.proof is None or self.error:
            raise UserError(self.error or "还没有打印过清样。")
        save_notes(self.proof, notes)
        self.notes = notes
        self.changed.emit()

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except UserError as error:
            self._bar.say("warning", error.sentence)
