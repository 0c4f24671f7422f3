"""Keys, mouse and input method on the pages become cursors and commands of the session: the page itself is the editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from app.edit.commands import (
    Outcome,
    delete_selection,
    join_title_lines,
    press_backspace,
    press_delete,
    press_enter,
    set_roles,
    shift_turn_left,
    shift_turn_right,
    turn_title,
)
from app.edit.cutting import whole_articles
from app.edit.repeat import Repeat
from app.edit.state import EditorState, Place, Selection, in_order
from app.layout.caret import hit, place_at
from app.layout.motion import Cursor, Motion, extend_to, move, select_block, select_more, select_word
from app.layout.places import Side
from app.model.issue import Role
from app.ui import page_clipboard, page_input_method
from app.ui.caret_view import CaretView
from app.ui.page_keys import Press, meaning_of
from app.ui.page_menu import page_menu
from app.ui.page_pointer import ClickCount, DragScroll
from app.ui.session import Session

Command = Callable[[EditorState], Outcome]
_PAGE_MOTIONS = (Motion.PAGE_UP, Motion.PAGE_DOWN)


class PageEditor(CaretView):
    """The pages of a session with a caret in them. `may_delete` asks before more than one article goes; it brings how many.

    Signals: `paste_left`: what is on the clipboard is no text for a caret (files, a picture, nothing). `left`: the keys go elsewhere.
    """

    paste_left = Signal()
    left = Signal()

    def __init__(self, session: Session, may_delete: Callable[[int], bool], parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._may_delete = may_delete
        self._dragging = False
        self._drag_point = QPointF()
        self._clicks = ClickCount()
        self._drag_scroll = DragScroll(self._scroll_drag, self)

    # Moving and selecting

    def _move(self, motion: Motion, extend: bool) -> None:
        cursor, issue, layout = self.page_cursor, self._session.issue, self._session.layout
        if cursor is None or issue is None or layout is None:
            return
        before = self.caret_rect()
        self.set_cursor(move(layout, issue, cursor, motion, extend=extend))
        after = self.caret_rect()
        if motion in _PAGE_MOTIONS and before is not None and after is not None:
            bar = self.verticalScrollBar()  # the caret keeps its height in the view
            bar.setValue(bar.value() + round(after.top() - min(max(before.top(), 0), self.viewport().height() - after.height())))

    # Editing

    def _press(self, press: Press) -> None:
        match press:
            case Press.ENTER:
                self._edit(press_enter, Motion.PARAGRAPH_DOWN)
            case Press.TURN:
                self._edit(turn_title)
            case Press.TURN_LEFT:
                self._edit(shift_turn_left)
            case Press.TURN_RIGHT:
                self._edit(shift_turn_right)
            case Press.BACKSPACE:
                self._edit(self._joining(press_backspace, Side.AFTER), Motion.LEFT)
            case Press.DELETE:
                self._edit(self._joining(press_delete, Side.BEFORE), Motion.RIGHT)
            case Press.SELECT_MORE:
                self.select_more()
            case Press.COPY:
                self.copy()
            case Press.CUT:
                self.cut()
            case Press.PASTE:
                self.paste()

    def _edit(self, command: Command, otherwise: Motion | None = None) -> bool:
        """Perform a command on the selection; where it has nothing to change, the caret moves `otherwise`."""
        return self._do(Repeat(command), otherwise)

    def _do(self, repeat: Repeat, otherwise: Motion | None = None) -> bool:
        state = self._session.state
        if state is None or self.page_cursor is None or not self._granted(state):
            return False
        refused: list[object] = []
        self._session.failed.connect(refused.append)
        try:
            done = self._session.perform_repeatable(repeat)
        finally:
            self._session.failed.disconnect(refused.append)
        if done:
            self.reveal_caret()
            self._refresh_caret()
        elif otherwise is not None and not refused:
            self._move(otherwise, extend=False)
        return done

    def _joining(self, press: Callable[[EditorState], Outcome], side: Side) -> Callable[[EditorState], Outcome]:
        """A removing key that first takes away a proposed turn of a title where the caret shows on that side of it."""
        cursor = self.page_cursor
        shown = cursor is not None and cursor.side is side
        return lambda state: (join_title_lines(state) if shown else None) or press(state)

    def _granted(self, state: EditorState) -> bool:
        """Ask once before a selection takes more than one whole article away."""
        if state.selection is None or state.selection.collapsed:
            return True
        articles = whole_articles(state.issue, *in_order(state.issue, state.selection))
        return len(articles) < 2 or self._may_delete(len(articles))

    def type(self, text: str) -> bool:
        """Put typed or committed text in the place of the selection."""
        return self._do(Repeat.typing(text))

    def repeat(self) -> None:
        """Do the last edit again at the caret, if it is one that can be."""
        self.drop_composition()
        if self._session.repeat is not None:
            self._do(self._session.repeat)

    def select_more(self) -> None:
        """Select the article, then the issue."""
        cursor, issue, layout = self.page_cursor, self._session.issue, self._session.layout
        if cursor is not None and issue is not None and layout is not None:
            self._kept = select_more(layout, issue, cursor)  # the view stays where it is
            self._session.select_range(self._kept.selection)

    def copy(self) -> bool:
        """Put what is selected on the clipboard."""
        mime = page_clipboard.copied(self._session.state) if self._session.state else None
        if mime is not None:
            QGuiApplication.clipboard().setMimeData(mime)
        return mime is not None

    def cut(self) -> None:
        """Copy what is selected and delete it."""
        if self.copy():
            self._edit(delete_selection)

    def paste(self) -> None:
        """Put the clipboard's words at the caret."""
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()  # some platforms give none where nothing was copied
        if page_clipboard.holds_text(mime):
            self._edit(page_clipboard.pasting(mime))
        else:
            self.paste_left.emit()

    # The input method

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Commit, then show what is being composed next."""
        cursor, state = self.page_cursor, self._session.state
        if cursor is None or state is None:
            event.ignore()
            return
        committed = event.commitString()
        own_step = page_input_method.is_own_step(committed, composed=self.composing)
        head = cursor.selection.head
        replaced = page_input_method.replaced_range(state.issue.block_index[head.block].text, head.offset, event)
        if committed or replaced:
            self.end_composition()
        if replaced:
            start, end = replaced
            self._session.select_range(Selection(Place(head.block, start), Place(head.block, end)))
        if own_step:
            self._session.end_run()
        if committed:
            self.type(committed)
        elif replaced:
            self._edit(delete_selection)
        if own_step:
            self._session.end_run()
        self.compose(page_input_method.preedit_of(event.preeditString(), event.attributes()))
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Say where the caret is and what stands around it."""
        state, cursor = self._session.state, self.page_cursor
        if query == Qt.InputMethodQuery.ImEnabled:
            return True  # asked when the focus comes, which is before the click that brings it has put the caret
        if state is not None and cursor is not None:
            box = self.caret_rect() or QRectF()
            found = page_input_method.answer(query, state, box.translated(QPointF(self.viewport().pos())))
            if found is not None:
                return found
        return super().inputMethodQuery(query)

    # Mouse

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
            self._click(*found, self._clicks.press(event.position(), event.timestamp()), bool(held & Qt.KeyboardModifier.ShiftModifier))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt calls a second press by this name; it is counted like the others."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the selection while the button is held."""
        if self._dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_point = event.position()
            self._drag_scroll.pull(event.position().y(), self.viewport().height())
            self._drag()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The selection is drawn."""
        self._end_drag()
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here; a right click away from a selection's text puts the caret there first."""
        cursor = self.page_cursor
        found = self._place_under(QPointF(event.pos()))
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if by_mouse and found is not None and (cursor is None or cursor.selection.collapsed):
            self.set_cursor(Cursor(Selection(found[0], found[0]), found[1]))
        if self.page_cursor is not None:
            page_menu(self, self, selected=not self.page_cursor.selection.collapsed).popup(event.globalPos())
        event.accept()

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

    def _click(self, place: Place, side: Side, count: int, extend: bool) -> None:
        issue, layout, cursor = self._session.issue, self._session.layout, self.page_cursor
        if issue is None or layout is None:
            return
        if extend and cursor is not None:
            clicked = extend_to(layout, issue, cursor, place, side)
        elif count == 2:
            clicked = select_word(layout, issue, place)
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

    # Keys and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means; without a caret the keys scroll."""
        meaning = meaning_of(event) if self.page_cursor is not None else None
        if meaning is None:
            super().keyPressEvent(event)
            return
        self.end_composition()
        match meaning:
            case (motion, extend):
                self._move(motion, extend)
            case Press():
                self._press(meaning)
            case Role():
                self._edit(lambda state: set_roles(state, meaning))
            case text:
                self.type(text)
        event.accept()

    def _is_mine(self, event: QKeyEvent) -> bool:
        return self.page_cursor is not None and meaning_of(event) is not None

    def event(self, event: QEvent) -> bool:
        """With a caret its keys are the page's, before they are the window's shortcuts (Ctrl+V pastes at the caret)."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._is_mine(event):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End a drag, too, and tell."""
        self._end_drag()
        super().focusOutEvent(event)
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """End a drag, too."""
        self._end_drag()
        super().hideEvent(event)
