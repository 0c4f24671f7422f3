"""The paragraphs of an article become a plain text, one a line, with what each one is in the margin; edits come out as replaced lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from app.model.issue import Paragraph, Role
from app.records import dataclass
from app.ui import style
from app.ui.colours import colours_of
from app.ui.field_menu import open_text_menu
from app.ui.leads import lead_end
from app.ui.window_keys import left_to_window

ROLE_WORDS: dict[Role, str] = {
    Role.BODY: "正文",
    Role.HEADING_1: "一、",
    Role.HEADING_2: "（一）",
    Role.HEADING_3: "1.",
    Role.HEADING_4: "（1）",
    Role.SUBTITLE: "副题",
    Role.TITLE_NOTE: "题注",
    Role.EDITOR_NOTE: "编者按",
    Role.ADDRESSEE: "称谓",
    Role.ATTACHMENT: "附件",
    Role.SIGNATURE: "落款",
    Role.SIGNATURE_DATE: "日期",
    Role.BYLINE: "供稿",
}
"""What a paragraph of an article may be, in the clerk's words and the order of the choice box."""

_GUTTER_WORDS = {**ROLE_WORDS, Role.PICTURE: "图题"}
_GUTTER_PX = 46


@dataclass(frozen=True, slots=True)
class LineChange:
    """Lines `first` to `first + count` became `texts`; `caret` is (line, offset in code points) after the change."""

    first: int
    count: int
    texts: tuple[str, ...]
    caret: tuple[int, int]


def changed_lines(old: Sequence[str], new: Sequence[str], caret: tuple[int, int]) -> LineChange | None:
    """The smallest stretch of lines that differs, None where nothing does."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    if head == len(old) == len(new):
        return None
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return LineChange(head, len(old) - head - tail, tuple(new[head : len(new) - tail]), caret)


class ParagraphEditor(QTextEdit):
    """Edits paragraphs as lines. `lines_changed` brings a `LineChange`, `caret_moved` (line, offset).

    The text here is a copy of the issue's: `show_paragraphs` brings it into step again after each change, also after undo.
    """

    lines_changed = Signal(object)
    caret_moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)  # a file dropped on the window is opened, wherever it lands
        self.setAccessibleName("正文")
        self.setUndoRedoEnabled(False)
        self.setPlaceholderText("正文，一行一个自然段")
        self.document().setDocumentMargin(8)
        self._roles: tuple[Role, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._gutter = _Gutter(self)
        self.setViewportMargins(_GUTTER_PX, 0, 0, 0)
        self.textChanged.connect(self._note_change)
        self.cursorPositionChanged.connect(self._note_caret)
        self.verticalScrollBar().valueChanged.connect(self._gutter.update)

    @property
    def line(self) -> int:
        """The line that the caret is in."""
        return self.textCursor().blockNumber()

    def lines(self) -> list[str]:
        """The text as it stands in the box; `toPlainText` would turn no-break spaces into common ones."""
        document = self.document()
        return [document.findBlockByNumber(number).text() for number in range(document.blockCount())]

    def show_paragraphs(self, paragraphs: Sequence[Paragraph], caret: tuple[int, int] | None = None) -> None:
        """Show the paragraphs; lines that are there already are left alone, so that the caret and an input method keep their place."""
        self._roles = tuple(paragraph.role for paragraph in paragraphs)
        self._texts = tuple(paragraph.text for paragraph in paragraphs) or ("",)
        change = changed_lines(self.lines(), self._texts, (0, 0))
        if change is not None:
            with QSignalBlocker(self), QSignalBlocker(self.document()):
                self._replace(change)
            self.viewport().update()
        if caret is not None:
            self.set_caret(*caret)
        self._colour_leads(paragraphs)
        self._gutter.update()

    def _colour_leads(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show lead sentences in the colour of what has a look of its own."""
        selections = []
        for number, paragraph in enumerate(paragraphs):
            end = lead_end(paragraph)
            block = self.document().findBlockByNumber(number)
            if not end or not block.isValid():
                continue
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + _utf16_offset(block.text(), end), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format.setForeground(QColor(colours_of(self.palette()).accent))
            selections.append(selection)
        self.setExtraSelections(selections)

    def chosen_to(self) -> int:
        """Where the selected characters of the caret's line end (code points), 0 without any."""
        cursor = self.textCursor()
        block = cursor.block()
        if not cursor.hasSelection() or self.document().findBlock(cursor.selectionStart()) != block:
            return 0
        before = block.text().encode("utf-16-le")[: 2 * (cursor.selectionEnd() - block.position())]
        return len(before.decode("utf-16-le", "ignore"))

    def set_caret(self, line: int, offset: int) -> None:
        """Put the caret before character `offset` (code points) of a line."""
        block = self.document().findBlockByNumber(line)
        if not block.isValid():
            return
        cursor = self.textCursor()
        place = block.position() + _utf16_offset(block.text(), offset)
        if cursor.position() != place:
            cursor.setPosition(place)
            with QSignalBlocker(self):
                self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _replace(self, change: LineChange) -> None:
        document = self.document()
        cursor = QTextCursor(document)
        last_line = document.blockCount() - 1
        whole = change.count > last_line and change.first == 0
        if whole:
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText("\n".join(change.texts))
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.setBlockFormat(_block_format())
            return
        if change.count == len(change.texts):
            for number, text in enumerate(change.texts, change.first):
                cursor.setPosition(document.findBlockByNumber(number).position())
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(text)
            return
        lines = self.lines()
        lines[change.first : change.first + change.count] = change.texts
        place = self.textCursor().position()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText("\n".join(lines))
        caret = self.textCursor()
        caret.setPosition(min(place, document.characterCount() - 1))
        self.setTextCursor(caret)

    def _note_change(self) -> None:
        lines = self.lines()
        change = changed_lines(self._texts, lines, self._caret())
        if change is not None:
            self._texts = tuple(lines)
            self.lines_changed.emit(change)

    def _note_caret(self) -> None:
        if tuple(self.lines()) == self._texts:  # in the middle of a change the lines are not yet the issue's
            self.caret_moved.emit(*self._caret())

    def _caret(self) -> tuple[int, int]:
        cursor = self.textCursor()
        before = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()]
        return cursor.blockNumber(), len(before.decode("utf-16-le", "ignore"))

    def role_boxes(self) -> list[tuple[QRectF, Role]]:
        """Where each paragraph stands in the viewport, and what it is."""
        layout = self.document().documentLayout()
        shift = self.verticalScrollBar().value()
        block = self.document().begin()
        boxes = []
        for role in self._roles:
            if not block.isValid():
                break
            box = layout.blockBoundingRect(block).translated(0, -shift)
            if box.bottom() >= 0 and box.top() <= self.viewport().height():
                boxes.append((box, role))
            block = block.next()
        return boxes

    # Qt's own

    def event(self, event: QEvent) -> bool:
        """Leave undo, redo and moving an article to the window."""
        return False if left_to_window(event) else super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu without undo and redo."""
        open_text_menu(self, event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words alone, in the look that the lines have here."""
        self.textCursor().insertText(source.text())
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A line break is a new paragraph."""
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):  # a line break inside a paragraph is no part of a bulletin
            self.textCursor().insertBlock()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin as high as the box."""
        super().resizeEvent(event)
        view = self.viewport().geometry()
        self._gutter.setGeometry(QRect(view.left() - _GUTTER_PX, view.top(), _GUTTER_PX, view.height()))


class _Gutter(QWidget):
    """The margin that says what each paragraph is."""

    def __init__(self, editor: ParagraphEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet word beside the first line of each paragraph."""
        painter = QPainter(self)
        colours = colours_of(self.palette())
        painter.fillRect(event.rect(), QColor(colours.panel))
        font = painter.font()
        font.setPointSizeF(style.UI_POINT_SIZE - 1.25)
        painter.setFont(font)
        line = self._editor.fontMetrics().lineSpacing()
        for box, role in self._editor.role_boxes():
            colour = colours.quiet if role is Role.BODY else colours.accent
            painter.setPen(QColor(colour))
            place = QRectF(2, box.top() + 1, self.width() - 8, line + 4)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), _GUTTER_WORDS.get(role, ""))


def _utf16_offset(text: str, offset: int) -> int:
    return len(text[:offset].encode("utf-16-le")) // 2


def _block_format() -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setBottomMargin(6)
    form.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return form
