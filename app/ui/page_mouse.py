"""The mouse on the pages puts the caret, draws and pulls selections, and follows the lines of the contents."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.edit.state import Place, Selection
from app.layout.caret import hit, place_at
from app.layout.motion import Cursor, extend_to, select_block, select_word
from app.layout.places import Side
from app.ui.caret_view import CaretView
from app.ui.page_drag import Pull, holds
from app.ui.page_pointer import ClickCount, DragScroll
from app.ui.session import Session


class PageMouse(CaretView):
    """The pages of a session with a caret that the mouse moves; what keys do to the text is decided above.

    Signals: `left` (the keys go elsewhere), `clicked` (a click at a point of the viewport has put the caret).
    """

    left = Signal()
    clicked = Signal(QPointF)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._dragging = False
        self._drag_point = QPointF()
        self._clicks = ClickCount()
        self._drag_scroll = DragScroll(self._scroll_drag, self)
        self._pull = Pull(self.viewport())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret, extend the selection, or follow a line of the contents."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.leave_composition()
        held = event.modifiers()
        target = self.link_under(event.position())
        found = self._place_under(event.position())
        if target and (found is None or held & Qt.KeyboardModifier.ControlModifier):
            self.link_clicked.emit(target)
        elif found is not None:
            count = self._clicks.press(event.position(), event.timestamp())
            state = self._session.state
            if count == 1 and not held and state is not None and holds(state, found[0]):
                self._pull.press(event.position())
            else:
                self._click(*found, count, bool(held & Qt.KeyboardModifier.ShiftModifier))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt calls a second press by this name; it is counted like the others."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the selection while the button is held."""
        if self._pull.waiting and self._session.state is not None:
            self._pull.moved(event.position(), self._session.state)
        elif self._dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_point = event.position()
            self._drag_scroll.pull(event.position().y(), self.viewport().height())
            self._drag()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The selection is drawn; a press on it that pulled nothing was a click."""
        found = self._place_under(event.position()) if self._pull.release() else None
        if found is not None:
            self._click(*found, 1, extend=False)
        put = found is not None or self._dragging
        self._end_drag()
        super().mouseReleaseEvent(event)
        if put:
            self.clicked.emit(event.position())

    def _end_drag(self) -> None:
        self._dragging = False
        self._drag_scroll.stop()

    def _place_under(self, point: QPointF) -> tuple[Place, Side] | None:
        """The place nearest to a point of the paper; None on a line of derived text and beside the paper."""
        layout = self._session.layout
        under = self._page_under(point)
        if layout is None or under is None:
            return None
        page, x_pt, y_pt = under
        found = hit(layout, page.number, x_pt, y_pt)
        if found is not None and found.place is not None:
            return found.place, found.side
        return None if self.link_under(point) else place_at(layout, page.number, x_pt, y_pt)

    def put_caret(self, point: QPointF) -> None:
        """Put the caret at the place nearest to a point of the viewport."""
        layout, near = self._session.layout, self.nearest_page(point)
        found = place_at(layout, *near) if layout is not None and near is not None else None
        if found is not None:
            self.set_cursor(Cursor(Selection(found[0], found[0]), found[1]))

    def _click(self, place: Place, side: Side, count: int, extend: bool) -> None:
        issue, layout, cursor = self._session.issue, self._session.layout, self.page_cursor
        if issue is None or layout is None:
            return
        if extend and cursor is not None:
            clicked = extend_to(layout, issue, cursor, place, side)
        elif count == 2:
            clicked = select_word(issue, place)
        elif count == 3:
            clicked = select_block(issue, place)
        else:
            clicked = Cursor(Selection(place, place), side)
        self._dragging = count == 1 or extend
        self.set_cursor(clicked)

    def _drag(self) -> None:
        issue, layout, cursor = self._session.issue, self._session.layout, self.page_cursor
        near = self.nearest_page(self._drag_point)
        if issue is None or layout is None or cursor is None or near is None:
            return
        under = hit(layout, *near)
        own = under is not None and under.place is not None and under.place.block == cursor.selection.anchor.block
        found = (under.place, under.side) if own and under is not None and under.place is not None else place_at(layout, *near)
        if found is not None:
            drawn = extend_to(layout, issue, cursor, *found)
            if drawn != replace(cursor, goal_x_pt=None):
                self._kept = drawn
                self._session.select_range(drawn.selection)
                self._refresh_caret()

    def _scroll_drag(self, dy: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + dy)
        self._drag()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End a drag, too, and tell."""
        self._end_drag()
        super().focusOutEvent(event)
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """End a drag, too."""
        self._end_drag()
        super().hideEvent(event)
