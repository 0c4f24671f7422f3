"""A strip of pages becomes a scrolled, zoomed window on it: which page is in view, and where in the viewport each point of a page lies."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QWidget

from app.ui.page_geometry import MARGIN_PX, PAGE_GAP_PX, TWIPS_PER_PT, Arrangement, Strip
from app.ui.scrolling import SmoothScroll, WheelSteps
from app.ui.zoom import PX_PER_PT_AT_1, ZOOM_STEPS, Fit, step_zoom

_STEP_PX = 40
_STEPS = {
    QAbstractSlider.SliderAction.SliderSingleStepAdd: 1,
    QAbstractSlider.SliderAction.SliderSingleStepSub: -1,
    QAbstractSlider.SliderAction.SliderPageStepAdd: 1,
    QAbstractSlider.SliderAction.SliderPageStepSub: -1,
}
_SMALL = (QAbstractSlider.SliderAction.SliderSingleStepAdd, QAbstractSlider.SliderAction.SliderSingleStepSub)


class PageArea(QAbstractScrollArea):
    """Knows where pages lie; what is on them is painted above.

    Signals: `page_changed` (page in view from 1, pages in all), `zoom_changed` (factor).
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or fit-width would flicker between two widths
        self._strip = Strip(0, 595.3, 841.9, PX_PER_PT_AT_1)
        self._zoom = 1.0
        self._fit = Fit.WIDTH
        self._page = 0
        self._pages = 0
        self._asked = 0
        self._wheel = WheelSteps()
        bar = self.verticalScrollBar()
        self._smooth = SmoothScroll(bar, self)
        bar.valueChanged.connect(self._come_to_rest)
        bar.actionTriggered.connect(self._step)

    @property
    def zoom(self) -> float:
        """The zoom factor; 1.0 shows a page at its size on a screen of 96 dpi."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """Whether the view's size decides the zoom."""
        return self._fit

    @property
    def arrangement(self) -> Arrangement:
        """How the pages lie."""
        return self._strip.arrangement

    @property
    def page(self) -> int:
        """The page in view, from 1; 0 without pages."""
        return self._page

    @property
    def px_per_pt(self) -> float:
        """Logical pixels of a point at the present zoom."""
        return self._strip.px_per_pt

    @property
    def overwide(self) -> bool:
        """Whether a row of pages is wider than the view."""
        return self._strip.width > self.viewport().width()

    # Zoom and arrangement

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
            self._glide(self._strip.top(self._page - 1) - PAGE_GAP_PX)

    def arrange(self, arrangement: Arrangement) -> None:
        """Lay the pages out in another way; the page in view stays in view."""
        if arrangement is self._strip.arrangement:
            return
        self._asked = max(0, self._page - 1)
        self._smooth.stop()
        self._strip = replace(self._strip, arrangement=arrangement)
        self._set_ranges()
        self._refit()
        self.verticalScrollBar().setValue(round(self._strip.rest(self._strip.top(self._asked) - MARGIN_PX)))
        self._centre(self._asked)
        self._note_page()
        self.viewport().update()

    def set_pages(self, pages: int, width_pt: float, height_pt: float) -> None:
        """Show so many pages of this size; the scroll place stays."""
        self._strip = replace(self._strip, pages=pages, width_pt=width_pt, height_pt=height_pt)
        self._set_ranges()
        self._note_page()
        self.viewport().update()

    # Where things lie

    def page_corner(self, number: int) -> QPointF:
        """The upper left corner of page `number` (from 1) in the viewport."""
        return QPointF(self._strip.left(number - 1), self._strip.top(number - 1)) - self._scrolled

    def nearest_page(self, point: QPointF) -> tuple[int, float, float] | None:
        """The page (from 1) beside a point of the viewport, and the point on it in points, outside of the paper, too."""
        if not self._strip.pages:
            return None
        in_strip = point + self._scrolled
        at = self._strip.place(in_strip.x(), in_strip.y())
        return at.index + 1, at.x_pt, at.y_pt

    def pages_between(self, top: float, height: float) -> range:
        """Indexes (from 0) of the pages of which something lies in a band of the viewport."""
        return self._strip.visible(top + self.verticalScrollBar().value(), height)

    def sheet(self, index: int) -> QRectF:
        """The paper of a page (from 0) in the viewport."""
        corner = self.page_corner(index + 1)
        return QRectF(corner.x(), corner.y(), self._strip.page_width, self._strip.page_height)

    @property
    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # Scrolling

    def show_page(self, number: int) -> None:
        """Scroll so that page `number` (from 1) is in view."""
        self._asked = min(max(0, number - 1), max(0, self._strip.pages - 1))
        self._glide(self._strip.top(self._asked) - MARGIN_PX)
        self._centre(self._asked)
        self._note_page()

    def turn(self, *, back: bool = False) -> None:
        """Go to the next page, or the next pair where two lie side by side; or back."""
        row = self._strip.row(max(0, self._page - 1))
        self.show_page((self._strip.row(max(0, row.start - 1)).start if back else row.stop) + 1)

    def show_place(self, number: int, top_twips: int) -> None:
        """Scroll so that a place on page `number` is in view; stays where it is when it can be seen already."""
        y = self._strip.top(number - 1) + top_twips / TWIPS_PER_PT * self._strip.px_per_pt
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        if not bar.value() + height * 0.05 <= y <= bar.value() + height * 0.85:
            self._smooth.to(round(self._strip.rest(y - height * 0.18, y)))

    def scroll_into_view(self, box: QRectF) -> None:
        """Scroll at once as little as it takes to have a box of the viewport in view, with some air above and below."""
        self._smooth.stop()
        view = self.viewport().size()
        air = min(box.height() * 0.6, view.height() / 6)
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        down = vertical.value() + _least(box.top() - air, box.bottom() + air, view.height())
        vertical.setValue(round(self._strip.rest(down, box.center().y() + vertical.value())))
        horizontal.setValue(horizontal.value() + _least(box.left() - MARGIN_PX, box.right() + MARGIN_PX, view.width()))

    def _glide(self, to: float) -> None:
        self._smooth.to(round(self._strip.rest(to)))

    def _step(self, action: int) -> None:
        """A key or a click on the bar: let it lead over the end of a single page."""
        sign = _STEPS.get(QAbstractSlider.SliderAction(action))
        if sign is None:
            return
        bar = self.verticalScrollBar()
        far = bar.singleStep() if QAbstractSlider.SliderAction(action) in _SMALL else bar.pageStep()
        bar.setSliderPosition(round(self._strip.step(bar.value(), sign * far)))

    def _come_to_rest(self, value: int) -> None:
        rest = round(self._strip.rest(value))
        if rest != value:
            self.verticalScrollBar().setValue(rest)
        else:
            self._note_page()

    def _set_ranges(self) -> None:
        view = self.viewport().size()
        self._strip = replace(self._strip, px_per_pt=self._zoom * PX_PER_PT_AT_1, view_width=view.width(), view_height=view.height())
        strip, vertical, horizontal = self._strip, self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, strip.height - view.height()))
        whole = self._fit is Fit.PAGE and self.arrangement is not Arrangement.SINGLE
        vertical.setPageStep(round(strip.page_height) + PAGE_GAP_PX if whole else view.height())
        vertical.setSingleStep(_STEP_PX)
        horizontal.setRange(0, max(0, strip.width - view.width()))
        horizontal.setPageStep(view.width())
        horizontal.setSingleStep(_STEP_PX)

    def _centre(self, index: int) -> None:
        """Where two pages are wider than the view, bring the one at hand into it."""
        bar = self.horizontalScrollBar()
        if self._strip.columns > 1 and bar.maximum():
            bar.setValue(round(self._strip.left(index) + self._strip.page_width / 2 - self.viewport().width() / 2))

    def _zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        if zoom == self._zoom:
            return
        view = self.viewport()
        point = around if around is not None else QPointF(view.width() / 2, view.height() / 2)
        in_strip = point + self._scrolled
        at = self._strip.place(in_strip.x(), in_strip.y())
        self._smooth.stop()
        self._zoom = zoom
        self._set_ranges()
        x, y = self._strip.point(at)
        self.verticalScrollBar().setValue(round(self._strip.rest(y - point.y(), self._strip.top(at.index))))
        self.horizontalScrollBar().setValue(round(x - point.x()))
        view.update()
        self.zoom_changed.emit(zoom)
        self._note_page()

    def _refit(self) -> None:
        if self._fit is not Fit.FREE:
            strip = self._strip
            wanted = strip.fit_width() if self._fit is Fit.WIDTH else strip.fit_page()
            self._zoom_to(wanted / PX_PER_PT_AT_1, QPointF(0, 0))
            self._set_ranges()

    def _note_page(self) -> None:
        strip = self._strip
        number = self._page_in_view() + 1 if strip.pages else 0
        if (number, strip.pages) != (self._page, self._pages):
            self._page, self._pages = number, strip.pages
            self.page_changed.emit(number, strip.pages)

    def _page_in_view(self) -> int:
        """Of two pages side by side that which was asked for, or the left one."""
        at = self._scrolled + QPointF(self.viewport().width() * 0.5, self.viewport().height() * 0.4)
        if self.overwide:
            return self._strip.page_at(at.x(), at.y())
        row = self._strip.row(self._strip.page_at(at.x(), at.y()))
        return self._asked if self._asked in row else row.start

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fit."""
        super().resizeEvent(event)
        kept = self._strip.place(0, self._scrolled.y())
        self._set_ranges()
        down = self._strip.rest(self._strip.point(kept)[1], self._strip.top(kept.index))
        self.verticalScrollBar().setValue(round(down))
        self._refit()
        self._note_page()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted already; only the uncovered strip is painted anew."""
        self.viewport().scroll(dx, dy)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel zoom round the pointer; else scroll, smoothly with a mouse wheel."""
        delta = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = self._wheel.turned(delta)
            if steps:
                self.set_zoom(step_zoom(self._zoom, steps), event.position())
            event.accept()
        elif self.arrangement is Arrangement.SINGLE and delta and not event.modifiers():
            self._turn_pages(delta)
            event.accept()
        elif delta and event.pixelDelta().isNull() and not event.modifiers():
            self._smooth.by(-delta)
            event.accept()
        else:
            super().wheelEvent(event)

    def _turn_pages(self, delta: int) -> None:
        """Scroll within a single page; at its end a whole step of the wheel leads to the next one."""
        at = self._smooth.target
        to = self._strip.step(at, -delta)
        if abs(to - at) <= abs(delta):
            self._smooth.to(round(to))
        elif self._wheel.turned(delta):
            self._smooth.stop()
            self.verticalScrollBar().setValue(round(to))


def _least(start: float, end: float, room: int) -> int:
    """The least scrolling that brings the stretch from `start` to `end` into a view of this size."""
    return round(start) if start < 0 else round(end - room) if end > room else 0
