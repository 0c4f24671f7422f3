"""The pages of a layout become a scrolled, zoomed strip in the middle of the window; only what is in view is painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.layout.frames import Layout, Page
from app.ui import style
from app.ui.glyphs import GlyphPainter
from app.ui.hits import Hit, hit_page, line_at, marked_stretches
from app.ui.page_geometry import MARGIN_PX, PAGE_GAP_PX, TWIPS_PER_PT, Strip
from app.ui.page_painter import paint_page, paint_sheet
from app.ui.scrolling import SmoothScroll
from app.ui.zoom import PX_PER_PT_AT_1, ZOOM_STEPS, Fit, step_zoom

_MARK_WIDTH_PX = 3
_MARK = QColor(31, 106, 140, 90)


class PageView(QAbstractScrollArea):
    """Shows a layout's pages.

    Signals: `page_changed` (page in view from 1, pages in all), `zoom_changed` (factor), `link_clicked` (block id).
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(float)
    link_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageView")
        self.setAccessibleName("页面")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or fit-width would flicker between two widths
        self._layout: Layout | None = None
        self._glyphs = GlyphPainter()
        self._strip = Strip(0, 595.3, 841.9, PX_PER_PT_AT_1)
        self._zoom = 1.0
        self._fit = Fit.WIDTH
        self._marked: frozenset[int] = frozenset()
        self._page = 0
        self._pages = 0
        self._smooth = SmoothScroll(self.verticalScrollBar(), self)
        self.verticalScrollBar().valueChanged.connect(self._note_page)

    @property
    def zoom(self) -> float:
        """The zoom factor; 1.0 shows a page at its size on a screen of 96 dpi."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """Whether the view's size decides the zoom."""
        return self._fit

    @property
    def page(self) -> int:
        """The page in view, from 1; 0 without pages."""
        return self._page

    def show_layout(self, layout: Layout | None) -> None:
        """Show these pages; the scroll place stays."""
        self._layout = layout
        self._arrange(self.verticalScrollBar().value())
        self._note_page()
        self.viewport().update()

    def mark(self, blocks: frozenset[int]) -> None:
        """Show by a bar in the margin where the blocks stand, which are those of the article at hand."""
        if blocks != self._marked:
            self._marked = blocks
            self.viewport().update()

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom so that the point `around` (default: the view's middle) stays where it is."""
        self._fit = Fit.FREE
        self._zoom_to(min(ZOOM_STEPS[-1], max(ZOOM_STEPS[0], zoom)), around)

    def zoom_by(self, steps: int) -> None:
        """Zoom in or out by whole steps."""
        self.set_zoom(step_zoom(self._zoom, steps))

    def set_fit(self, fit: Fit) -> None:
        """Let the view's width or a whole page decide the zoom, from now on."""
        self._fit = fit
        self._refit()
        if fit is Fit.PAGE and self._page:
            self._smooth.to(round(self._strip.top(self._page - 1) - PAGE_GAP_PX))

    def show_page(self, number: int) -> None:
        """Scroll so that page `number` (from 1) is in view."""
        self._smooth.to(round(self._strip.top(number - 1) - MARGIN_PX))

    def show_place(self, number: int, top_twips: int) -> None:
        """Scroll so that a place on page `number` is in view; stays where it is when it can be seen already."""
        y = self._strip.top(number - 1) + top_twips / TWIPS_PER_PT * self._strip.px_per_pt
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        if not bar.value() + height * 0.05 <= y <= bar.value() + height * 0.85:
            self._smooth.to(round(y - height * 0.18))

    def visible_pages(self) -> list[Page]:
        """The pages of which something is in view."""
        if self._layout is None:
            return []
        shown = self._strip.visible(self.verticalScrollBar().value(), self.viewport().height())
        return [self._layout.pages[index] for index in shown]

    def hit(self, point: QPointF) -> Hit | None:
        """The character under a point of the viewport."""
        found = self._page_under(point)
        return hit_page(*found) if found else None

    @property
    def px_per_pt(self) -> float:
        """Logical pixels of a point at the present zoom."""
        return self._strip.px_per_pt

    def page_corner(self, number: int) -> QPointF:
        """The upper left corner of page `number` (from 1) in the viewport."""
        left = self._strip.left(self.viewport().width()) - self.horizontalScrollBar().value()
        return QPointF(left, self._strip.top(number - 1) - self.verticalScrollBar().value())

    def nearest_page(self, point: QPointF) -> tuple[int, float, float] | None:
        """The page (from 1) beside a point of the viewport, and the point on it in points, outside of the paper, too."""
        if self._layout is None or not self._strip.pages:
            return None
        number = self._strip.page_at(point.y() + self.verticalScrollBar().value()) + 1
        on_page = (point - self.page_corner(number)) / self._strip.px_per_pt
        return number, on_page.x(), on_page.y()

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

    def scroll_into_view(self, box: QRectF) -> None:
        """Scroll at once as little as it takes to have a box of the viewport in view, with some air above and below."""
        self._smooth.stop()
        view = self.viewport().size()
        air = min(box.height() * 0.6, view.height() / 6)
        for bar, start, end, room in (
            (self.verticalScrollBar(), box.top() - air, box.bottom() + air, view.height()),
            (self.horizontalScrollBar(), box.left() - MARGIN_PX, box.right() + MARGIN_PX, view.width()),
        ):
            if start < 0:
                bar.setValue(bar.value() + round(start))
            elif end > room:
                bar.setValue(bar.value() + round(end - room))

    def _arrange(self, scroll: int) -> None:
        layout = self._layout
        if layout is not None and len(layout.pages):
            first = layout.pages[0]
            self._strip = Strip(len(layout.pages), first.width_pt, first.height_pt, self._zoom * PX_PER_PT_AT_1)
        else:
            self._strip = Strip(0, self._strip.width_pt, self._strip.height_pt, self._zoom * PX_PER_PT_AT_1)
        view = self.viewport().size()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, self._strip.height - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(40)
        horizontal.setRange(0, max(0, self._strip.width - view.width()))
        horizontal.setPageStep(view.width())
        vertical.setValue(scroll)

    def _zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        if zoom == self._zoom:
            return
        view = self.viewport()
        point = around if around is not None else QPointF(view.width() / 2, view.height() / 2)
        old = self._strip
        y = point.y() + self.verticalScrollBar().value()
        x = point.x() + self.horizontalScrollBar().value() - old.left(view.width())
        index = old.page_at(y)
        part = (y - old.top(index)) / old.px_per_pt
        self._smooth.stop()
        self._zoom = zoom
        self._arrange(0)
        new = self._strip
        self.verticalScrollBar().setValue(round(new.top(index) + part * new.px_per_pt - point.y()))
        self.horizontalScrollBar().setValue(round(x / old.px_per_pt * new.px_per_pt + new.left(view.width()) - point.x()))
        view.update()
        self.zoom_changed.emit(zoom)
        self._note_page()

    def _refit(self) -> None:
        size = self.viewport().size()
        if self._fit is Fit.WIDTH:
            self._zoom_to(self._strip.fit_width(size.width()) / PX_PER_PT_AT_1, QPointF(0, 0))
        elif self._fit is Fit.PAGE:
            self._zoom_to(self._strip.fit_page(size.width(), size.height()) / PX_PER_PT_AT_1, QPointF(0, 0))
            self.verticalScrollBar().setPageStep(round(self._strip.page_height) + PAGE_GAP_PX)

    def _note_page(self) -> None:
        pages = self._strip.pages
        seen_at = self.verticalScrollBar().value() + self.viewport().height() * 0.4
        number = self._strip.page_at(seen_at) + 1 if pages else 0
        if (number, pages) != (self._page, self._pages):
            self._page, self._pages = number, pages
            self.page_changed.emit(number, pages)

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that the event's region shows."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(event.rect(), QColor(style.DESK))
        if self._layout is None:
            return
        strip = self._strip
        scroll = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        left = strip.left(self.viewport().width()) - scroll.x()
        for index in strip.visible(event.rect().top() + scroll.y() - 12, event.rect().height() + 24):
            page = self._layout.pages[index]
            sheet = QRectF(left, strip.top(index) - scroll.y(), strip.page_width, strip.page_height)
            paint_sheet(painter, sheet)
            painter.save()
            painter.translate(sheet.topLeft())
            self._paint_marks(painter, page)
            self.paint_under(painter, page)
            paint_page(painter, page, self._glyphs, strip.px_per_pt, QRectF(event.rect()).translated(-sheet.topLeft()))
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fit."""
        super().resizeEvent(event)
        self._arrange(self.verticalScrollBar().value())
        self._refit()
        self._note_page()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted already; only the uncovered strip is painted anew."""
        self.viewport().scroll(dx, dy)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel zoom round the pointer; else scroll, smoothly with a mouse wheel."""
        delta = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if delta:
                self.set_zoom(step_zoom(self._zoom, 1 if delta > 0 else -1), event.position())
            event.accept()
        elif delta and event.pixelDelta().isNull() and not event.modifiers():
            self._smooth.by(-delta)
            event.accept()
        else:
            super().wheelEvent(event)

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
