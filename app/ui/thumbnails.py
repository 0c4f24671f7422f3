"""The pages of a layout become a list of small ones: painted from the same frames, when they come into view, and only if they changed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.layout.frames import Layout, Page
from app.ui.colours import colours_of
from app.ui.glyphs import GlyphPainter
from app.ui.later import LONG_PAUSE_MS, Later
from app.ui.page_picture import page_picture
from app.ui.pixmaps import Pixmaps

_WIDTH_PX = 132
_AROUND_PX, _NUMBER_PX = 8, 20
_MOST_KEPT = 200

_Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    """So many pages; each is a row that says its number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = 0

    def show_pages(self, pages: int) -> None:
        """Have so many rows; those that stay are untouched."""
        nowhere = QModelIndex()
        if pages > self._pages:
            self.beginInsertRows(nowhere, self._pages, pages - 1)
            self._pages = pages
            self.endInsertRows()
        elif pages < self._pages:
            self.beginRemoveRows(nowhere, pages, self._pages - 1)
            self._pages = pages
            self.endRemoveRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The pages."""
        return 0 if parent.isValid() else self._pages

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number, for the eye and for a voice."""
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"第 {index.row() + 1} 页"
        return None


class _Delegate(QStyledItemDelegate):
    """A small sheet with its number below."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(thumbnails)
        self._list = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """All of one size."""
        size = self._list.sheet_size
        return QSize(size.width() + 2 * _AROUND_PX, size.height() + _NUMBER_PX + 2 * _AROUND_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The picture that is kept; the page at hand in a frame."""
        size, rect = self._list.sheet_size, option.rect
        sheet = QRect(QPoint(rect.left() + (rect.width() - size.width()) // 2, rect.top() + _AROUND_PX), size)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        colours = colours_of(option.palette)
        painter.save()
        painter.drawPixmap(sheet, self._list.picture(index.row()))
        painter.setPen(QPen(QColor(colours.accent if here else colours.line), 2 if here else 1))
        painter.drawRect(QRectF(sheet).adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setPen(QColor(colours.accent if here else colours.quiet))
        below = QRect(rect.left(), sheet.bottom() + 2, rect.width(), _NUMBER_PX)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), str(index.row() + 1))
        painter.restore()


class Thumbnails(QListView):
    """Shows all pages small. Signal `chosen` (page from 1): the person went to it by click or key."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thumbnails")
        self.setAccessibleName("缩略图")
        self._layout: Layout | None = None
        self._glyphs = GlyphPainter()
        self._pictures: dict[int, tuple[Page, QPixmap]] = {}
        self._pages = _Pages(self)
        self.setModel(self._pages)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._painting = Later(self.viewport().update, self, LONG_PAUSE_MS)
        self._pixmaps: Pixmaps | None = None
        self._waiting: set[int] = set()  # rows that were painted before their images were decoded
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._choose)
        self.clicked.connect(self._choose)

    @property
    def sheet_size(self) -> QSize:
        """A small page, in logical pixels."""
        if self._layout is None:
            return QSize(_WIDTH_PX, _WIDTH_PX * 297 // 210)
        page = self._layout.pages[0]
        return QSize(_WIDTH_PX, round(_WIDTH_PX * page.height_pt / page.width_pt))

    def show_layout(self, layout: Layout | None) -> None:
        """Show these pages; what changed is painted when the keys rest."""
        before, self._layout = self._layout, layout
        self._quiet = True
        self._pages.show_pages(len(layout.pages) if layout else 0)
        self._quiet = False
        if layout is None:
            self._pictures.clear()
        if before is None:
            self.viewport().update()
        elif self.isVisible():
            self._painting.soon()

    def share(self, pixmaps: Pixmaps) -> None:
        """Have images decoded by what decodes those of the pages, too."""
        self._pixmaps = pixmaps
        pixmaps.ready.connect(self._paint_waiting)

    def _paint_waiting(self) -> None:
        for row in self._waiting:
            self._pictures.pop(row, None)
        if self._waiting:
            self._waiting = set()
            self._painting.soon()

    def show_page(self, page: int) -> None:
        """Mark the page in view."""
        index = self._pages.index(page - 1, 0)
        if index.isValid() and index != self.currentIndex():
            self._quiet = True
            self.setCurrentIndex(index)
            self._quiet = False

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.chosen.emit(index.row() + 1)

    def picture(self, row: int) -> QPixmap:
        """A page's picture: the one at hand where the page is still the same object, or while the keys are busy."""
        kept = self._pictures.get(row)
        if kept is not None and self._painting.pending:
            return kept[1]
        assert self._layout is not None
        page = self._layout.pages[row]
        ratio = self.devicePixelRatioF()
        if kept is None or kept[0] is not page or kept[1].devicePixelRatio() != ratio:
            kept = self._pictures[row] = page, page_picture(page, _WIDTH_PX, ratio, self._glyphs, self._pixmaps)
            if page.images and self._pixmaps is not None and self._pixmaps.busy:
                self._waiting.add(row)
            if len(self._pictures) > _MOST_KEPT:
                farthest = max(self._pictures, key=lambda other: abs(other - row))
                del self._pictures[farthest]
        return kept[1]

    def showEvent(self, event: QShowEvent) -> None:
        """Come to the page at hand."""
        super().showEvent(event)
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows stay centred."""
        super().resizeEvent(event)
        self.viewport().update()
