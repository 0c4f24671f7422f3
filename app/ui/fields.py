"""Small widgets that show one value of the issue and say when the person has changed it; they keep no value of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from app.ui.field_menu import open_text_menu
from app.ui.icons import give_icon
from app.ui.window_keys import left_to_window


def field_label(text: str, field: QWidget | None = None) -> QLabel:
    """The quiet word above a field, which is the field's name for a screen reader, too."""
    label = QLabel(text)
    label.setProperty("role", "field")
    if field is not None:
        field.setAccessibleName(text)
    return label


def quiet_label(text: str) -> QLabel:
    """A sentence that explains, in as many lines as it needs."""
    label = QLabel(text)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    return label


def small_button(icon_name: str, tip: str) -> QToolButton:
    """A button that is a picture alone."""
    button = QToolButton()
    give_icon(button, icon_name)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


class TextField(QLineEdit):
    """One line of text. `edited` fires at every key stroke. Undo belongs to the window, not to the field."""

    edited = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAcceptDrops(False)  # a file dropped on the window is opened, wherever it lands
        self.textEdited.connect(self.edited)

    def show_text(self, text: str) -> None:
        """Show a text; the caret stays where it is when nothing changes before it."""
        if text != self.text():
            place = self.cursorPosition()
            with QSignalBlocker(self):
                self.setText(text)
            self.setCursorPosition(min(place, len(text)))

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        return False if left_to_window(event) else super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu without undo and redo."""
        open_text_menu(self, event)


class TextArea(QPlainTextEdit):
    """Some lines of text in a box as high as they need, within bounds. Enter is a line feed only where `lines` allows it."""

    edited = Signal(str)

    def __init__(self, placeholder: str = "", most_lines: int = 6, multi_line: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self._most_lines = most_lines
        self._multi_line = multi_line
        self.textChanged.connect(self._note_change)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self._fit_height()

    def show_text(self, text: str) -> None:
        """Show a text; the caret stays where it is."""
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        with QSignalBlocker(self):
            self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)

    def _note_change(self) -> None:
        self.edited.emit(self.toPlainText())

    def _fit_height(self) -> None:
        needed = max(1, int(self.document().documentLayout().documentSize().height()))
        more = needed > self._most_lines
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded if more else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        height = min(needed, self._most_lines) * self.fontMetrics().lineSpacing() + 14
        if height != self.height():
            self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        return False if left_to_window(event) else super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu without undo and redo."""
        open_text_menu(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a text of one paragraph."""
        if not self._multi_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower box needs more lines."""
        super().resizeEvent(event)
        self._fit_height()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only; a text of one paragraph takes no line feed."""
        text = source.text()
        self.textCursor().insertText(text if self._multi_line else " ".join(text.split("\n")))


class ChoiceField(QComboBox):
    """One of a few values, each with the word that the clerk knows. `chosen` brings the value."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for value, word in choices:
            self.addItem(word, value)
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    def show_value(self, value: str) -> None:
        """Show a value; an unknown one leaves the box empty."""
        self.setCurrentIndex(self.findData(value))


class Form(QWidget):
    """Fields under one another, each under its label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBody")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 14)
        self.column.setSpacing(5)

    def add(self, label: str, widget: QWidget, *beside: QWidget) -> QWidget:
        """A field with its label above and, maybe, buttons beside it. Returns the holder, to hide and show the whole."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 5)
        column.setSpacing(4)
        if label:
            column.addWidget(field_label(label, widget))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(widget, 1)
        for other in beside:
            row.addWidget(other, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.column.addWidget(holder)
        return holder

    def add_line(self) -> None:
        """A thin line between two groups."""
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setObjectName("line")
        self.column.addWidget(line)
        self.column.addSpacing(3)

    def end(self) -> None:
        """Leave the rest of the height empty."""
        self.column.addStretch(1)
