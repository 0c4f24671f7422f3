"""What an input method sends becomes a composition, and what it asks is answered from the state: Qt's UTF-16 meets code points here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QTextFormat

from app.edit.spans import clean, one_line
from app.edit.state import EditorState, Place, Selection
from app.layout.frames import Layout
from app.records import dataclass
from app.text.chars import is_han

_CURSOR = QInputMethodEvent.AttributeType.Cursor
_FORMAT = QInputMethodEvent.AttributeType.TextFormat


@dataclass(frozen=True, slots=True)
class Preedit:
    """What is being composed: its characters, the caret in them (None: hidden), and the clause that is being chosen, if any."""

    text: str
    caret: int | None
    clause: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Composition:
    """A preedit laid out in its place: a state and a layout that nobody has taken over yet."""

    preedit: Preedit
    state: EditorState
    layout: Layout

    @property
    def start(self) -> Place:
        """Where the preedit begins."""
        assert self.state.selection
        head = self.state.selection.head
        return Place(head.block, head.offset - len(self.preedit.text))

    @property
    def caret(self) -> Place | None:
        """Where its caret stands; None where the input method hides it."""
        return self._at(self.preedit.caret) if self.preedit.caret is not None else None

    @property
    def range(self) -> Selection:
        """All of it."""
        return Selection(self._at(0), self._at(len(self.preedit.text)))

    @property
    def clause(self) -> Selection | None:
        """The clause that is being chosen."""
        ends = self.preedit.clause
        return Selection(self._at(ends[0]), self._at(ends[1])) if ends else None

    def _at(self, offset: int) -> Place:
        start = self.start
        return Place(start.block, start.offset + offset)


def preedit_of(text: str, attributes: Sequence[QInputMethodEvent.Attribute]) -> Preedit:
    """Read the preedit of an event; characters that no issue may hold are left out."""
    words = one_line(clean(text))
    whole = words == text
    caret: int | None = len(words)
    clause = None
    for attribute in attributes:
        start = code_points(text, attribute.start) if whole else 0
        if attribute.type == _CURSOR and whole:
            caret = start if attribute.length else None
        elif attribute.type == _FORMAT and whole and _stands_out(attribute):
            clause = start, code_points(text, attribute.start + attribute.length)
    return Preedit(words, caret, clause)


def is_own_step(committed: str, *, composed: bool) -> bool:
    """Whether a commit is a step of its own to undo: words are, a letter or mark that was typed through an input method is not."""
    return len(committed) > 1 or (bool(committed) and (composed or is_han(committed)))


def replaced_range(text: str, head: int, event: QInputMethodEvent) -> tuple[int, int] | None:
    """The offsets that a commit replaces, counted by the input method from the caret; None where it replaces nothing."""
    if not event.replacementLength():
        return None
    start = max(0, utf16(text, head) + event.replacementStart())
    return code_points(text, start), code_points(text, start + event.replacementLength())


def answer(query: Qt.InputMethodQuery, state: EditorState, box: QRectF) -> object:
    """Answer an input method's question; `box` is the caret in the widget. None where nothing is to be said.

    The surrounding text is that of the caret's block, without what is being composed, as Qt's own fields have it.
    """
    selection = state.selection
    if selection is None or selection.head.block not in state.issue.block_index:
        return None
    if query in (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle):
        return box
    head, anchor = selection.head, selection.anchor
    text = state.issue.block_index[head.block].text
    stays = anchor.offset if anchor.block == head.block else head.offset
    low, high = sorted((stays, head.offset))
    answers: dict[Qt.InputMethodQuery, object] = {
        Qt.InputMethodQuery.ImSurroundingText: text,
        Qt.InputMethodQuery.ImCursorPosition: utf16(text, head.offset),
        Qt.InputMethodQuery.ImAnchorPosition: utf16(text, stays),
        Qt.InputMethodQuery.ImCurrentSelection: text[low:high],
        Qt.InputMethodQuery.ImTextBeforeCursor: text[: head.offset],
        Qt.InputMethodQuery.ImTextAfterCursor: text[head.offset :],
        Qt.InputMethodQuery.ImHints: Qt.InputMethodHint.ImhMultiLine,
    }
    return answers.get(query)


def utf16(text: str, offset: int) -> int:
    """An offset in code points as Qt counts it."""
    return offset + sum(ord(char) > 0xFFFF for char in text[:offset])


def code_points(text: str, units: int) -> int:
    """An offset as Qt counts it in code points; inside a pair it is the character's start, beyond the text its end."""
    return len(text.encode("utf-16-le")[: 2 * max(0, units)].decode("utf-16-le", "ignore"))


def _stands_out(attribute: QInputMethodEvent.Attribute) -> bool:
    """Whether a format marks the clause at hand: by a ground of its own."""
    value = attribute.value
    return isinstance(value, QTextFormat) and value.hasProperty(QTextFormat.Property.BackgroundBrush) and attribute.length > 0
