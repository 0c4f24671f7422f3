"""A session's selection and what is being composed become a caret, a selection and a preedit on the pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHideEvent, QPainter
from PySide6.QtWidgets import QWidget

from app.edit.commands import type_text
from app.edit.state import Place, Selection, stands
from app.layout.caret import place_at
from app.layout.frames import Layout, Page
from app.layout.motion import Cursor
from app.layout.places import Side
from app.ui import caret_painter
from app.ui.caret_blink import CaretBlink
from app.ui.found_marks import FoundMarks
from app.ui.grid_painter import paint_grid
from app.ui.page_input_method import Composition, Preedit
from app.ui.page_view import PageView
from app.ui.session import Session

_TAB_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class CaretView(PageView):
    """The pages of a session with its caret in them; what a key or a click does to it is decided above."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._session = session
        self._shown: Layout | None = None
        self._kept: Cursor | None = None
        self._composition: Composition | None = None
        self._drop: Place | None = None
        self.found = FoundMarks()
        self._grid = False
        self.overlays: list[Callable[[QPainter, Page], bool]] = []  # what else is painted over a page; True: in the place of a caret
        self.underlays: list[Callable[[QPainter, Page], None]] = []  # what is painted on a page under the selection
        self.blink = CaretBlink(self._repaint_caret, self)
        session.selected.connect(self._take_selection)

    # What stands where

    @property
    def page_cursor(self) -> Cursor | None:
        """The session's selection with the side and column that this view keeps for it; None where there is no caret."""
        state = self._session.state
        selection = state.selection if state else None
        if state is None or selection is None or not (stands(state.issue, selection.anchor) and stands(state.issue, selection.head)):
            return None
        if self._kept is None or self._kept.selection != selection:
            self._kept = Cursor(selection)
        return self._kept

    @property
    def composing(self) -> bool:
        """Whether an input method has a preedit on the page."""
        return self._composition is not None

    def caret_rect(self) -> QRectF | None:
        """The caret in the viewport, that of the preedit while something is composed; None where none is printed."""
        found = self._caret_box()
        return found[1].translated(self.page_corner(found[0])) if found else None

    def show_layout(self, layout: Layout | None) -> None:
        """Show these pages; what was being composed on the old ones is gone."""
        if self._composition is not None:
            self._composition = None
            QGuiApplication.inputMethod().reset()
        self._show(layout)

    def drop_composition(self) -> None:
        """Forget what is being composed, here and in the input method, which commits nothing of it."""
        if self._composition is not None:
            self.show_layout(self._session.layout)

    def reveal_caret(self) -> None:
        """Scroll so that the caret is in view."""
        box = self.caret_rect()
        if box is not None:
            self.scroll_into_view(box)

    def _show(self, layout: Layout | None) -> None:
        self._shown = layout
        super().show_layout(layout)
        self._tell_input_method()

    def _caret_box(self) -> tuple[int, QRectF] | None:
        composition = self._composition
        if composition is not None:
            return caret_painter.caret_box(composition.layout, composition.caret or composition.start, Side.AFTER, self.px_per_pt)
        cursor, layout = self.page_cursor, self._shown
        if cursor is None or layout is None:
            return None
        return caret_painter.caret_box(layout, cursor.selection.head, cursor.side, self.px_per_pt)

    # The cursor

    def set_cursor(self, cursor: Cursor) -> None:
        """Take a cursor over, show it, and tell the session."""
        self._kept = cursor
        self._session.select_range(cursor.selection)
        self.reveal_caret()
        self._refresh_caret()

    def _take_selection(self) -> None:
        self.end_composition()
        self._refresh_caret()

    def _refresh_caret(self) -> None:
        if self.hasFocus():
            self.blink.start()
        self.viewport().update()
        self._tell_input_method()

    def _tell_input_method(self) -> None:
        if self.hasFocus():
            QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryInput)

    # Composing

    def compose(self, preedit: Preedit) -> None:
        """Show what is being composed, laid out in its place; nothing of it is taken over."""
        made = self._session.preview(type_text, preedit.text) if preedit.text else None
        if made is None:
            self.end_composition()
            return
        self._composition = Composition(preedit, *made)
        self._show(made[1])
        self.reveal_caret()
        self._refresh_caret()

    def end_composition(self) -> None:
        """Show the issue as it stands, without what was being composed."""
        if self._composition is not None:
            self._composition = None
            self._show(self._session.layout)

    def leave_composition(self) -> None:
        """Let the input method commit what it has, before the caret goes elsewhere; what it does not commit is dropped."""
        if self._composition is not None:
            QGuiApplication.inputMethod().commit()
            if self._composition is not None:
                self.end_composition()
                QGuiApplication.inputMethod().reset()

    # Painting

    def show_grid(self, shown: bool) -> None:
        """Draw the cells of the type area on every page, or draw them no more."""
        self._grid = shown
        self.viewport().update()

    def _repaint_caret(self) -> None:
        box = self.caret_rect()
        if box is not None:
            self.viewport().update(box.adjusted(-2, -2, 2, 2).toAlignedRect())

    def paint_under(self, painter: QPainter, page: Page) -> None:
        """The grid where it is wanted; the selection and what was found, or the clause of a composition that is being chosen."""
        composition, layout, cursor, scale = self._composition, self._shown, self.page_cursor, self.px_per_pt
        if self._grid and self._session.issue is not None:
            paint_grid(painter, self._session.issue.template, scale)
        for paint in self.underlays:
            paint(painter, page)
        if composition is not None:
            if composition.clause:
                clause = composition.clause
                caret_painter.paint_chosen_clause(painter, self._boxes(composition, clause, page.number))
        elif cursor is not None and layout is not None and self._session.issue is not None:
            covered = caret_painter.selection_boxes(layout, self._session.issue, cursor.selection, page.number, scale)
            caret_painter.paint_selection(painter, covered, active=self.hasFocus())
        if composition is None and layout is not None:
            self.found.paint(painter, layout, page.number, scale)

    def paint_over(self, painter: QPainter, page: Page) -> None:
        """The caret, the line under what is composed, and where a title is still to be written."""
        composition = self._composition
        layout = composition.layout if composition else self._shown
        if layout is not None:
            caret_painter.paint_hints(painter, layout, page.number, self.px_per_pt)
        if composition is not None:
            caret_painter.paint_composition(painter, self._boxes(composition, composition.range, page.number), self.px_per_pt)
        elif any(paint(painter, page) for paint in self.overlays):
            return
        dropped = caret_painter.caret_box(layout, self._drop, Side.AFTER, self.px_per_pt) if layout and self._drop else None
        if dropped is not None and dropped[0] == page.number:
            caret_painter.paint_caret(painter, dropped[1])
        found = self._caret_box()
        if found is None or found[0] != page.number or (composition is not None and composition.caret is None):
            return
        if self.blink.on:
            caret_painter.paint_caret(painter, found[1])
        elif not self.hasFocus():
            caret_painter.paint_resting_caret(painter, found[1])

    def show_drop(self, place: Place | None) -> None:
        """Show where words that are being dragged would go; None for nowhere."""
        if place != self._drop:
            self._drop = place
            self.viewport().update()

    def _boxes(self, composition: Composition, selection: Selection, page: int) -> list[QRectF]:
        return caret_painter.selection_boxes(composition.layout, composition.state.issue, selection, page, self.px_per_pt)

    # Focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the caret blink; who comes by Tab finds one at the head of the page in view."""
        super().focusInEvent(event)
        layout = self._session.layout
        if self.page_cursor is None and layout is not None and event.reason() in _TAB_REASONS:
            found = place_at(layout, max(1, self.page), 0.0, 0.0)
            if found is not None:
                self.set_cursor(Cursor(Selection(found[0], found[0]), found[1]))
        self._refresh_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End blinking and composing; Qt has asked the input method to commit before."""
        self.end_composition()
        self.blink.stop()
        self.viewport().update()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing turns in the dark."""
        self.blink.stop()
        super().hideEvent(event)
