"""Keys, drops and the input method on the pages become commands of the session: the page itself is the editor."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QWidget

from app.edit.commands import (
    Outcome,
    add_row,
    begin_article,
    delete_selection,
    join_title_lines,
    press_backspace,
    press_delete,
    press_enter,
    set_roles,
    shift_turn_left,
    shift_turn_right,
    toggle_mark,
    turn_title,
)
from app.edit.cutting import articles_taken
from app.edit.fragment import fragment_of, to_text
from app.edit.repeat import Repeat
from app.edit.state import EditorState, Place, Selection, in_order, stands
from app.edit.style_commands import MARK_LABELS
from app.edit.table_commands import beside_cell, in_cell
from app.errors import UserError
from app.layout.motion import Cursor, Motion, move, select_more
from app.layout.places import Side
from app.model.issue import MarkKind, Role
from app.ui import page_clipboard, page_input_method
from app.ui.page_drag import touches
from app.ui.page_keys import Meaning, Press, meaning_of
from app.ui.page_menu import page_menu
from app.ui.page_mouse import PageMouse
from app.ui.session import Session
from app.ui.typing_helps import TypingHelps

Command = Callable[[EditorState], Outcome]
_WRITING_HEIGHT = 0.3
"""Where in the view a place comes that is gone to, in parts of its height."""
_PAGE_MOTIONS = (Motion.PAGE_UP, Motion.PAGE_DOWN)


class PageEditor(PageMouse):
    """The pages of a session with a caret in them. `may_delete` asks before more than one article goes; it brings how many.

    Signals: `paste_left` (what is on the clipboard is no text for a caret: files, a picture, nothing), `pasted` (words from elsewhere
    came in; brings what was repaired in them, and the command that puts them there as they are), `menu_opened` (a menu is about to open,
    to which others add; brings it and the block that the derived line under the pointer leads to, 0 for none). Where the mouse asked for
    it is `menu_point`.
    """

    paste_left = Signal()
    pasted = Signal(str, object)
    menu_opened = Signal(object, int)

    def __init__(self, session: Session, may_delete: Callable[[int], bool], parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._may_delete = may_delete
        self.helps = TypingHelps(session)
        self.digits_set_headings = False
        self.menu_point: QPointF | None = None
        self.viewport().setAcceptDrops(True)

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

    def edit_at(self, place: Place) -> None:
        """Go on typing at a place, if it still is one of the issue; one that has to be scrolled to comes where there is room below it."""
        bar = self.verticalScrollBar()
        before = bar.value()
        self.setFocus()
        if self._session.issue is None or not stands(self._session.issue, place):
            return
        self.set_cursor(Cursor(Selection(place, place)))
        box = self.caret_rect()
        if box is not None and bar.value() != before:
            bar.setValue(bar.value() + round(box.top() - self.viewport().height() * _WRITING_HEIGHT))

    # Editing

    def _press(self, press: Press) -> None:
        match press:
            case Press.ENTER:
                if self._edit(press_enter, Motion.PARAGRAPH_DOWN) and self.helps.entered():
                    self._show_done()
            case Press.TURN:
                self._edit(turn_title)
            case Press.TURN_LEFT:
                self._edit(shift_turn_left)
            case Press.TURN_RIGHT:
                self._edit(shift_turn_right)
            case Press.BACKSPACE:
                self._edit(self._joining(press_backspace, Side.AFTER), None if in_cell(self._session.state) else Motion.LEFT)
            case Press.DELETE:
                self._edit(self._joining(press_delete, Side.BEFORE), None if in_cell(self._session.state) else Motion.RIGHT)
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
        if state is None or self.page_cursor is None or not self._granted(state, repeat.command):
            return False
        refused: list[object] = []
        self._session.failed.connect(refused.append)
        try:
            done = self._session.perform_repeatable(repeat)
        finally:
            self._session.failed.disconnect(refused.append)
        if done:
            self._show_done()
        elif otherwise is not None and not refused:
            self._move(otherwise, extend=False)
        return done

    def _show_done(self) -> None:
        self.reveal_caret()
        self._refresh_caret()

    def _joining(self, press: Callable[[EditorState], Outcome], side: Side) -> Callable[[EditorState], Outcome]:
        """A removing key that first takes away a proposed turn of a title where the caret shows on that side of it."""
        cursor = self.page_cursor
        shown = cursor is not None and cursor.side is side
        return lambda state: (join_title_lines(state) if shown else None) or press(state)

    def _granted(self, state: EditorState, command: Command) -> bool:
        """Ask once before more than one whole article goes."""
        try:
            taken = articles_taken(state, command)
        except UserError:  # the session says why it can't be done
            return True
        return taken < 2 or self._may_delete(taken)

    def type(self, text: str) -> bool:
        """Put typed or committed text in the place of the selection; the same words over themselves leave the caret behind them."""
        return self._do(Repeat.typing(text)) or self._typed_over(text)

    def _typed_over(self, text: str) -> bool:
        state = self._session.state
        if state is None or state.selection is None or state.selection.collapsed:
            return False
        ends = in_order(state.issue, state.selection)
        if to_text(fragment_of(state.issue, *ends)) != text:
            return False
        self._session.select(ends[1])
        self._show_done()
        return True

    def set_role(self, role: Role) -> bool:
        """Make what the selection touches paragraphs of a role."""
        return self._edit(lambda state: set_roles(state, role))

    def begin_article(self) -> bool:
        """Make the paragraph of the caret the title of an article of its own."""
        return self._edit(begin_article)

    def toggle_mark(self, kind: MarkKind) -> bool:
        """Put a mark on what is selected, or take it off where all of it carries it."""
        return self._edit(lambda state: toggle_mark(state, kind, MARK_LABELS[kind]))

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
            self._put(*page_clipboard.pasting(mime), page_clipboard.pasting_plain(mime))
        else:
            self.paste_left.emit()

    def paste_plain(self) -> None:
        """Put the clipboard's characters at the caret just as they are."""
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        if page_clipboard.holds_text(mime):
            self.put_plain(page_clipboard.pasting_plain(mime))

    def put_plain(self, command: Command) -> None:
        """Perform a command that `pasted` brought, or its like."""
        self._edit(command)

    def _put(self, command: Command, told: str, plain: Command) -> None:
        if self._edit(command) and told:
            self.pasted.emit(told, plain)

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

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Words may be dropped on the page; anything else is the window's."""
        event.setAccepted(self._pull.takes(event.mimeData()))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the words would go."""
        found = self._place_under(event.position()) if self._pull.takes(event.mimeData()) else None
        self.show_drop(found[0] if found else None)
        event.setAccepted(found is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The words went elsewhere."""
        self.show_drop(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the words where they were dropped."""
        self.show_drop(None)
        self.leave_composition()  # before a place is looked for: what is composed takes room
        found = self._place_under(event.position())
        if found is None or not self._pull.takes(event.mimeData()):
            event.ignore()
            return
        put = self._pull.dropping(event, found[0])
        event.acceptProposedAction()
        self.setFocus()
        self._put(*put)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here; a right click away from what is selected puts the caret there first."""
        self.leave_composition()
        state, point = self._session.state, QPointF(event.pos())
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        found = self._place_under(point) if by_mouse else None
        target = self.link_under(point) if by_mouse and found is None else 0
        if found is not None and state is not None and not touches(state, found[0]):
            self.set_cursor(Cursor(Selection(found[0], found[0]), found[1]))
        if target or self.page_cursor is not None:
            menu = page_menu(self, self, selected=self.page_cursor is not None and not self.page_cursor.selection.collapsed)
            self.menu_point = point if by_mouse else None
            self.menu_opened.emit(menu, target)
            menu.popup(event.globalPos())
        event.accept()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means; without a caret the keys scroll."""
        meaning = self._meaning_of(event)
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
                self.set_role(meaning)
            case MarkKind():
                self.toggle_mark(meaning)
            case text:
                if self.type(text) and self.helps.typed():
                    self._show_done()
        event.accept()

    def _meaning_of(self, event: QKeyEvent) -> Meaning | None:
        return meaning_of(event, digits_set_headings=self.digits_set_headings) if self.page_cursor is not None else None

    def event(self, event: QEvent) -> bool:
        """With a caret its keys are the page's, before they are the window's shortcuts (Ctrl+V pastes at the caret)."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._meaning_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """In a table Tab leads to the next cell, and behind the last one to a new row; elsewhere it leaves the pages."""
        state = self._session.state
        if self.page_cursor is None or state is None or not in_cell(state):
            return super().focusNextPrevChild(forward)
        self.leave_composition()
        chosen = beside_cell(state, 1 if forward else -1)
        if chosen is not None:
            self.set_cursor(Cursor(chosen, Side.BEFORE))
        elif forward:
            self._edit(add_row)
        return True
