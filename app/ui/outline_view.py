"""The outline's tree on the left: rows with their page, dragged, renamed, chosen; what was open and chosen outlives each new issue."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QDropEvent, QKeyEvent, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from app.model.issue import Issue
from app.proof.finding import Level
from app.ui.check_marks import COLOURS
from app.ui.colours import colours_of
from app.ui.outline_model import HERE_ROLE, KEY_ROLE, LEVEL_ROLE, PAGE_ROLE, SIGNED_ROLE, UNREAD_ROLE, Move, OutlineModel, Rename
from app.ui.outline_nodes import MASTHEAD_KEY, NodeKey, NodeKind

_PAGE_WIDTH_PX = 26
_ICON_PX = 32
_ROW_HEIGHT_PX = 30
_CARRIED_PX = 260
_DOT_PX, _DOT_ROOM_PX = 3.0, 8


class _Delegate(QStyledItemDelegate):
    """A row of the outline: icon and words as usual, the page number quietly at the right end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave the page number its room."""
        page = index.data(PAGE_ROLE)
        super().paint(painter, option, index)
        level = index.data(LEVEL_ROLE)
        if level is not None or index.data(UNREAD_ROLE):
            _paint_dot(painter, option.rect, level, QColor(colours_of(option.palette).quiet))
        if page is None:
            return
        place = QRect(option.rect.right() - _PAGE_WIDTH_PX, option.rect.top(), _PAGE_WIDTH_PX - 8, option.rect.height())
        painter.save()
        here = bool(index.data(HERE_ROLE))
        colours = colours_of(option.palette)
        font = painter.font()
        font.setBold(here)
        painter.setFont(font)
        painter.setPen(QColor(colours.accent if here else colours.quiet))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(page))
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Words end before the page number."""
        super().initStyleOption(option, index)
        option.decorationSize = QSize(18, 18)
        if index.data(SIGNED_ROLE):
            red = QColor(colours_of(option.palette).error)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, red)
            option.font.setBold(True)
        if index.data(PAGE_ROLE) is not None:
            metrics = option.fontMetrics
            room = option.rect.width() - _PAGE_WIDTH_PX - _ICON_PX - _DOT_ROOM_PX
            option.text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows of one height."""
        return QSize(80, _ROW_HEIGHT_PX)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The whole row for the words being edited."""
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(22, 1, -2, -1))


def _paint_dot(painter: QPainter, row: QRect, level: Level | None, quiet: QColor) -> None:
    """A dot before the page number in the colour of the level: what was found there has still to be seen to; a ring: it is not read yet."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(quiet, 1.0) if level is None else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if level is None else COLOURS[level])
    painter.drawEllipse(QPointF(row.right() - _PAGE_WIDTH_PX - 2, row.center().y() + 1), _DOT_PX, _DOT_PX)
    painter.restore()


class OutlineView(QTreeView):
    """Shows an issue's outline. `chosen` tells which row the person has gone to, `delete_asked` that Delete was pressed on it."""

    chosen = Signal(object)
    delete_asked = Signal()

    def __init__(self, move: Move, rename: Rename, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName("大纲")
        self._model = OutlineModel(move, rename, self)
        self._key: NodeKey = MASTHEAD_KEY
        self._closed: set[NodeKey] = set()
        self._quiet = False
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(13)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.selectionModel().currentChanged.connect(self._note_current)
        self.collapsed.connect(lambda index: self._closed.add(index.data(KEY_ROLE)))
        self.expanded.connect(lambda index: self._closed.discard(index.data(KEY_ROLE)))

    @property
    def outline_model(self) -> OutlineModel:
        """The tree behind the view."""
        return self._model

    @property
    def key(self) -> NodeKey:
        """The row at hand."""
        return self._key

    def show_issue(self, issue: Issue | None) -> None:
        """Show an issue; open rows stay open and the row at hand stays so, or goes to the one beside it when it is gone."""
        self._quiet = True
        row = self.currentIndex().row()
        parent_key = self.currentIndex().parent().data(KEY_ROLE)
        if self._model.show_issue(issue):
            closed = set(self._closed)
            self.expandAll()
            for key in closed:
                self.collapse(self._model.index_of(key))
            self._closed = closed
            if self._model.index_of(self._key).isValid():
                self.setCurrentIndex(self._model.index_of(self._key))
            else:
                parent = self._model.index_of(parent_key) if parent_key else QModelIndex()
                rows = self._model.rowCount(parent)
                beside = self._model.index(min(max(row, 0), rows - 1), 0, parent) if rows else parent
                self.setCurrentIndex(beside)
        self._quiet = False
        self._note_current()

    def show_pages(self, pages: Mapping[int, int]) -> None:
        """Block id of a title to its page."""
        self._model.show_pages(pages)

    def show_page_in_view(self, page: int) -> None:
        """Let the rows that are printed on the page in view stand out."""
        self._model.show_page_in_view(page)

    def go_to(self, key: NodeKey) -> None:
        """Make a row the one at hand."""
        index = self._model.index_of(key)
        if index.isValid() and key != self._key:
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def rename(self) -> None:
        """Open the row at hand for renaming."""
        if self._key[0] in (NodeKind.ARTICLE, NodeKind.SECTION):
            self.edit(self.currentIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        """With Ctrl held, a submission becomes part of the article that it is dropped on."""
        self.outline_model.merging = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().dropEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the row at hand away; all else is Qt's."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_asked.emit()
            return
        super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the title below the pointer: Qt's own picture of the row would cover the line that shows where it lands."""
        index = self.currentIndex()
        if not index.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            return
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData([index]))
        drag.setPixmap(self._carried(str(index.data())))
        drag.setHotSpot(QPoint(-14, -10))
        drag.exec(Qt.DropAction.MoveAction)

    def _carried(self, words: str) -> QPixmap:
        words = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _CARRIED_PX - 16)
        ratio = self.devicePixelRatioF()
        size = QSize(self.fontMetrics().horizontalAdvance(words) + 16, 24)
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        colours = colours_of(self.palette())
        picture.fill(QColor(colours.accent))
        painter = QPainter(picture)
        painter.setFont(self.font())
        painter.setPen(QColor(colours.on_accent))
        painter.drawText(QRect(QPoint(0, 0), size), int(Qt.AlignmentFlag.AlignCenter), words)
        painter.end()
        return picture

    def _note_current(self) -> None:
        key = self.currentIndex().data(KEY_ROLE)
        if self._quiet or key is None or key == self._key:
            return
        self._key = key
        self.chosen.emit(key)
