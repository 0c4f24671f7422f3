"""A selection pulled with the mouse goes to another place, and words from elsewhere are dropped where the pointer is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.edit.commands import Outcome, copy_text, move_text
from app.edit.state import EditorState, Place, Selection, in_order, place_order
from app.ui import page_clipboard

Command = Callable[[EditorState], Outcome]


def holds(state: EditorState, place: Place) -> bool:
    """Whether a place lies inside what is selected, where a press begins to pull it."""
    selection = state.selection
    if selection is None or selection.collapsed or place.block not in state.issue.block_index:
        return False
    start, end = in_order(state.issue, selection)
    return place_order(state.issue, start) < place_order(state.issue, place) < place_order(state.issue, end)


def touches(state: EditorState, place: Place) -> bool:
    """Whether a place lies inside what is selected or at one of its ends, where a click on its first or last character leads."""
    selection = state.selection
    at_end = selection is not None and not selection.collapsed and place in (selection.anchor, selection.head)
    return at_end or holds(state, place)


class Pull:
    """A press on a selection that becomes a pull once the pointer has gone a little way, or a click if it has not."""

    def __init__(self, source: QWidget) -> None:
        self._source = source
        self._point: QPointF | None = None
        self.pulled: Selection | None = None
        """What is being pulled from this page, while it is."""

    @property
    def waiting(self) -> bool:
        """Whether a press on a selection waits for what becomes of it."""
        return self._point is not None

    def press(self, point: QPointF) -> None:
        """Note a press on what is selected."""
        self._point = point

    def release(self) -> bool:
        """The button was let go: whether it was but a click."""
        clicked, self._point = self.waiting, None
        return clicked

    def moved(self, point: QPointF, state: EditorState) -> None:
        """The pointer moved with the button held: far enough, the selection goes along until it is dropped."""
        if self._point is None or (point - self._point).manhattanLength() < QGuiApplication.styleHints().startDragDistance():
            return
        self._point = None
        mime = page_clipboard.copied(state)
        if mime is None:
            return
        drag = QDrag(self._source)
        drag.setMimeData(mime)
        self.pulled = state.selection
        try:
            drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        finally:
            self.pulled = None

    def takes(self, mime: QMimeData) -> bool:
        """Whether what hovers over the page are words for it."""
        return self.pulled is not None or page_clipboard.holds_text(mime)

    def dropping(self, event: QDropEvent, place: Place) -> tuple[Command, str, Command]:
        """The command of a drop at a place, what it had to repair, and the command without repairs.

        Our own selection moves, or is copied with Ctrl; nothing is repaired in it.
        """
        if self.pulled is not None:
            copies = event.dropAction() is Qt.DropAction.CopyAction or event.modifiers() & Qt.KeyboardModifier.ControlModifier
            own: Command = (lambda state: copy_text(state, place)) if copies else (lambda state: move_text(state, place))
            return own, "", own
        command, told = page_clipboard.pasting(event.mimeData())
        plain = page_clipboard.pasting_plain(event.mimeData())
        return lambda state: command(state.with_caret(place)), told, lambda state: plain(state.with_caret(place))
