"""The pages of a layout become ink in the middle of the window, and a point of it the character there; only what is in view is painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.layout.frames import Layout, Page
from app.ui.colours import colours_of
from app.ui.glyphs import GlyphPainter
from app.ui.hits import Hit, hit_page, line_at, marked_stretches
from app.ui.page_area import PageArea
from app.ui.page_geometry import TWIPS_PER_PT
from app.ui.page_painter import paint_page, paint_sheet
from app.ui.pixmaps import Pixmaps

_MARK_WIDTH_PX = 3
_MARK = QColor(31, 106, 140, 90)
_SHADOW_PX = 12


class PageView(PageArea):
    """Shows a layout's pages. Signal `link_clicked` (block id)."""

    link_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageView")
        self.setAccessibleName("页面")
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._layout: Layout | None = None
        self._glyphs = GlyphPainter()
        self.pixmaps = Pixmaps(self)
        self.pixmaps.ready.connect(self.viewport().update)
        self._marked: frozenset[int] = frozenset()

    def show_layout(self, layout: Layout | None) -> None:
        """Show these pages; the scroll place stays."""
        self._layout = layout
        if layout is not None and len(layout.pages):
            first = layout.pages[0]
            self.set_pages(len(layout.pages), first.width_pt, first.height_pt)
        else:
            self.set_pages(0, self._strip.width_pt, self._strip.height_pt)

    def mark(self, blocks: frozenset[int]) -> None:
        """Show by a bar in the margin where the blocks stand, which are those of the article at hand."""
        if blocks != self._marked:
            self._marked = blocks
            self.viewport().update()

    def visible_pages(self) -> list[Page]:
        """The pages of which something is in view."""
        if self._layout is None:
            return []
        return [self._layout.pages[index] for index in self.pages_between(0, self.viewport().height())]

    def hit(self, point: QPointF) -> Hit | None:
        """The character under a point of the viewport."""
        found = self._page_under(point)
        return hit_page(*found) if found else None

    def _page_under(self, point: QPointF) -> tuple[Page, float, float] | None:
        found = self.nearest_page(point)
        if self._layout is None or found is None:
            return None
        number, x_pt, y_pt = found
        if not (0 <= x_pt <= self._strip.width_pt and 0 <= y_pt <= self._strip.height_pt):
            return None
        return self._layout.pages[number - 1], x_pt, y_pt

    def link_under(self, point: QPointF) -> int:
        """The block that the line under a point of the viewport leads to, 0 for none."""
        found = self._page_under(point)
        line = line_at(*found) if found else None
        return line.target if line is not None else 0

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that the event's region shows."""
        painter = QPainter(self.viewport())
        # A little more than was asked for: on screens of 125 % and the like a logical pixel ends within a device's.
        painter.fillRect(event.rect().adjusted(-1, -1, 1, 1), QColor(colours_of(self.palette()).desk))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if self._layout is None:
            return
        rect = event.rect()
        for index in self.pages_between(rect.top() - _SHADOW_PX, rect.height() + 2 * _SHADOW_PX):
            page, sheet = self._layout.pages[index], self.sheet(index)
            paint_sheet(painter, sheet)
            painter.save()
            painter.translate(sheet.topLeft())
            self._paint_marks(painter, page)
            self.paint_under(painter, page)
            clip = QRectF(rect).translated(-sheet.topLeft())
            paint_page(painter, page, self._glyphs, self.px_per_pt, clip, self.pixmaps)
            self.paint_over(painter, page)
            painter.restore()

    def paint_under(self, painter: QPainter, page: Page) -> None:
        """Paint what lies under a page's text; the painter's origin is the page's corner. A view alone has nothing there."""

    def paint_over(self, painter: QPainter, page: Page) -> None:
        """Paint what lies over a page's text; a view alone has nothing there."""

    def _paint_marks(self, painter: QPainter, page: Page) -> None:
        if not self._marked:
            return
        scale = self._strip.px_per_pt / TWIPS_PER_PT
        x = min((placed.line.x_pt for placed in page.lines if placed.line.runs), default=0.0) * self._strip.px_per_pt - 14
        for top, bottom in marked_stretches(page, self._marked):
            painter.fillRect(QRectF(x, top * scale, _MARK_WIDTH_PX, (bottom - top) * scale).toAlignedRect(), _MARK)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a contents line leads to its article."""
        target = self.link_under(event.position()) if event.button() is Qt.MouseButton.LeftButton else 0
        if target:
            self.link_clicked.emit(target)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """All was done when the button went down."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what leads somewhere, a text bar over text."""
        found = self._page_under(event.position())
        line = line_at(*found) if found else None
        if line is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if line.target else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Forget the pointer's form when it leaves."""
        if event.type() is QEvent.Type.Leave:
            self.viewport().unsetCursor()
        return super().viewportEvent(event)
