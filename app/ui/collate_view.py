"""The text that came becomes a column to read: what went is struck through in red, what the program changed in grey."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from app.text.collation import By, Difference
from app.ui.colours import colours_of
from app.ui.compare_dialog import TextColumn, utf16

_PARAGRAPH_GAP_PX = 4


class OriginalView(TextColumn):
    """Read only. `chosen` brings the difference that was clicked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("来稿原文", "")
        self.setParent(parent)
        self._raw = ""
        self._differences: tuple[Difference, ...] = ()
        self._at_hand: Difference | None = None
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )  # a read-only text has no caret of its own otherwise
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def show_text(self, raw: str, differences: Sequence[Difference]) -> None:
        """Show a text with its differences marked; one that is shown already stays where it is rolled to."""
        if raw != self._raw:
            self._raw = raw
            self.setPlainText(raw)
        self._differences = tuple(differences)
        self._at_hand = None
        self._mark()

    def show_difference(self, difference: Difference | None) -> None:
        """Let one of them stand out, and roll to it."""
        self._at_hand = difference
        self._mark_at_hand()
        if difference is not None:
            self.show_near(difference.start)

    def show_near(self, place: int) -> None:
        """Roll to a character, if it is not in view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16(self._raw, place))
        box = self.cursorRect(cursor)
        if not self.viewport().rect().contains(box):
            self.setTextCursor(cursor)
            self.centerCursor()

    def marked(self) -> list[tuple[str, By]]:
        """The words that are marked, and who changed them."""
        return [(self._raw[one.start : one.end], one.by) for one in self._differences]

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        """Mark in the colours of another palette."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._mark()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a marked word goes to its difference."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        place = len(self._raw.encode("utf-16-le")[: 2 * self.cursorForPosition(event.position().toPoint()).position()].decode("utf-16-le"))
        under = [one for one in self._differences if one.start <= place <= one.end]
        if under:
            self.chosen.emit(min(under, key=lambda one: (one.by is By.PROGRAM, one.end - one.start)))

    def _mark(self) -> None:
        colours = colours_of(self.palette())
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.setCharFormat(QTextCharFormat())
        for by, colour in ((By.PROGRAM, colours.quiet), (By.HAND, colours.error)):
            look = QTextCharFormat()
            look.setForeground(QColor(colour))
            look.setFontStrikeOut(True)
            for one in self._differences:
                if one.by is by and one.start < one.end:
                    self._cursor(one.start, one.end).mergeCharFormat(look)
        self._mark_at_hand()

    def _mark_at_hand(self) -> None:
        one = self._at_hand
        if one is None:
            self.setExtraSelections([])
            return
        empty = one.start == one.end  # nothing went here: the characters round the place say where it is
        start, end = (max(0, one.start - 1), min(len(self._raw), one.end + 1)) if empty else (one.start, one.end)
        chosen = QTextEdit.ExtraSelection()
        chosen.cursor = self._cursor(start, end)
        chosen.format.setBackground(QColor(colours_of(self.palette()).doubt))
        self.setExtraSelections([chosen])

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16(self._raw, start))
        cursor.setPosition(utf16(self._raw, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor
