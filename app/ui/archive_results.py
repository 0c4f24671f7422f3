"""What was found becomes rows: title and place above, and below the piece of the text with the words that were looked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desk.looking_up import Line
from app.ui.archive_words import hit_words
from app.ui.colours import Colours, colours_of
from app.ui.row_ground import paint_ground

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX, _MARGIN_PX, _LINE_PX = 88, 14, 20
LINE_ROLE = int(Qt.ItemDataRole.UserRole)
Marks = Sequence[tuple[int, int]]


class _Lines(QAbstractListModel):
    """One row for each line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many as there are lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, and its words for a screen reader."""
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.hit.title}，{hit_words(line.hit)}，{line.shown.text}"
        return None


class _Delegate(QStyledItemDelegate):
    """Title, place, and two lines of text."""

    def __init__(self, view: ArchiveResults) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of one height."""
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        line: Line = index.data(LINE_ROLE)
        colours, rect = colours_of(option.palette), option.rect
        painter.save()
        paint_ground(painter, option, colours)
        inner = rect.adjusted(_MARGIN_PX, 8, -_MARGIN_PX, -8)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(QColor(colours.quiet))
        where = painter.fontMetrics().elidedText(
            hit_words(line.hit, self._view.names), Qt.TextElideMode.ElideMiddle, inner.width() * 6 // 10
        )
        upper = QRect(inner.left(), inner.top(), inner.width(), _LINE_PX)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), where)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(where) - _MARGIN_PX
        strong = QFont(option.font)
        strong.setBold(True)
        title = " ".join((line.hit.title or "（无标题）").split("\n"))
        _draw(painter, QRect(upper.left(), upper.top(), room, _LINE_PX), title, line.marks, strong, colours.text, colours, 1)
        lower = QRect(inner.left(), upper.bottom() + 6, inner.width(), 2 * _LINE_PX)
        _draw(painter, lower, line.shown.text, line.shown.marks, option.font, colours.text, colours, 2)
        painter.setPen(QColor(colours.line))
        painter.drawLine(inner.left(), rect.bottom(), inner.right(), rect.bottom())
        painter.restore()


def _draw(painter: QPainter, rect: QRect, text: str, marks: Marks, font: QFont, colour: str, colours: Colours, lines: int) -> None:
    """Draw text of so many lines with its marks; what is more is cut."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found = QTextCharFormat()
    found.setBackground(QColor(colours.doubt))
    found.setForeground(QColor(colours.text))
    ranges = []
    for start, end in marks:
        piece = QTextLayout.FormatRange()
        # QTextLayout counts UTF-16 units, where a character beyond the first plane is two.
        piece.start, piece.length, piece.format = _units(text[:start]), _units(text[start:end]), found
        ranges.append(piece)
    layout.setFormats(ranges)
    layout.beginLayout()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(rect.width())
        line.setPosition(QPointF(0, number * _LINE_PX))
    layout.endLayout()
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(QColor(colour))
    layout.draw(painter, QPointF(rect.topLeft()))
    painter.restore()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class ArchiveResults(QListView):
    """Shows lines. Signals: `chosen` (a line, or None), `opened` (a line), `mentions_asked` (a name)."""

    chosen = Signal(object)
    opened = Signal(object)
    mentions_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("archiveResults")
        self.setAccessibleName("找到的")
        self.names: Mapping[str, str] = {}
        self._lines = _Lines(self)
        self.setModel(self._lines)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(lambda index, _: self.chosen.emit(self._at(index)))
        self.activated.connect(lambda index: self.opened.emit(self._at(index)))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines, the first of them at hand."""
        self._lines.show_lines(lines)
        self.scrollToTop()
        if lines:
            self.setCurrentIndex(self._lines.index(0, 0))
        else:
            self.chosen.emit(None)

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self._lines.lines

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a row by a right click."""
        line = self._at(self.indexAt(event.pos()))
        if line is None:
            return
        menu = QMenu(self)
        if line.hit.issue or line.hit.submission:
            menu.addAction("打开这一期" if line.hit.issue else "在来稿箱里看").triggered.connect(lambda _=False: self.opened.emit(line))
        if line.hit.unit:
            unit = line.hit.unit
            menu.addAction(f"列出提到“{unit}”的各处").triggered.connect(lambda _=False: self.mentions_asked.emit(unit))
        if menu.actions():
            menu.exec(event.globalPos())
        menu.deleteLater()

    def _at(self, index: _Index) -> Line | None:
        return self._lines.lines[index.row()] if index.isValid() else None
