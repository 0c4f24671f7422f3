"""A zoom, a page size and a way of arranging pages become places: where a point of a page lies, and which page a point meets.

Everything is computed, so that a thousand pages cost nothing. Places of the strip are logical pixels from its upper left corner;
a view shows a window of it.
"""

from __future__ import annotations

from enum import Enum

from app.records import dataclass

PAGE_GAP_PX = 18
MARGIN_PX = 22
TWIPS_PER_PT = 20
_HAIR_PX = 1e-6


class Arrangement(Enum):
    """How pages lie beside and under one another."""

    CONTINUOUS = "continuous"
    SINGLE = "single"
    SPREADS = "spreads"
    """As in the booklet that an A3 sheet is folded to: 1 alone on the right as the cover, then 2|3, and the last one on the left."""


@dataclass(frozen=True, slots=True)
class PagePoint:
    """A page, from 0, and a point on it in pt from its corner, which may lie beside the paper."""

    index: int
    x_pt: float
    y_pt: float


@dataclass(frozen=True, slots=True)
class Strip:
    """Pages of one size in rows, seen through a view of `view_width` x `view_height`.

    A row holds one page or two facing ones. Of single pages each has a stretch of the strip to itself that is at least as high as
    the view, so that a resting view never shows two of them.
    """

    pages: int
    width_pt: float
    height_pt: float
    px_per_pt: float
    arrangement: Arrangement = Arrangement.CONTINUOUS
    view_width: int = 0
    view_height: int = 0

    @property
    def page_width(self) -> float:
        """Width of a page, px."""
        return self.width_pt * self.px_per_pt

    @property
    def page_height(self) -> float:
        """Height of a page, px."""
        return self.height_pt * self.px_per_pt

    @property
    def columns(self) -> int:
        """Pages side by side."""
        return 2 if self.arrangement is Arrangement.SPREADS else 1

    @property
    def rows(self) -> int:
        """Pages or pairs under one another."""
        return -(-(self.pages + self._lead) // self.columns)

    @property
    def width(self) -> int:
        """Width of the whole strip with its margins, px."""
        return round(self._row_width) + 2 * MARGIN_PX

    @property
    def height(self) -> int:
        """Height of the whole strip with its margins, px."""
        if self.arrangement is Arrangement.SINGLE:
            return round(self.rows * self._pitch)
        return round(self.rows * self._pitch - (PAGE_GAP_PX if self.rows else 0)) + 2 * MARGIN_PX

    def top(self, index: int) -> float:
        """Upper edge of page `index` (from 0), px from the strip's top."""
        room = (self._pitch - self.page_height) / 2 if self.arrangement is Arrangement.SINGLE else MARGIN_PX
        return room + (index + self._lead) // self.columns * self._pitch

    def left(self, index: int) -> float:
        """Left edge of a page, px from the strip's left: rows are centred in the view, never cut off."""
        row = max(float(MARGIN_PX), (self.view_width - self._row_width) / 2)
        return row + (index + self._lead) % self.columns * (self.page_width + PAGE_GAP_PX)

    def page_at(self, x: float, y: float) -> int:
        """Index of the page at a place, or of the nearest one; the gap under a page belongs to it, that beside it to the next."""
        if self.pages == 0:
            return 0
        row = self._row_at(y)
        column = min(self.columns - 1, max(0, int((x - self.left(-self._lead)) // (self.page_width + PAGE_GAP_PX))))
        return min(self.pages - 1, max(0, row * self.columns + column - self._lead))

    def place(self, x: float, y: float) -> PagePoint:
        """The point of a page that lies at a place of the strip."""
        index = self.page_at(x, y)
        return PagePoint(index, (x - self.left(index)) / self.px_per_pt, (y - self.top(index)) / self.px_per_pt)

    def point(self, at: PagePoint) -> tuple[float, float]:
        """Where in the strip a point of a page lies; undoes `place`."""
        return self.left(at.index) + at.x_pt * self.px_per_pt, self.top(at.index) + at.y_pt * self.px_per_pt

    def visible(self, top: float, height: float) -> range:
        """Indexes of the pages of the rows between `top` and `top + height`."""
        if self.pages == 0:
            return range(0)
        return self._pages_of(self._row_at(top), self._row_at(max(top, top + height - _HAIR_PX)))

    def row(self, index: int) -> range:
        """Indexes of the pages that lie beside a page, itself among them."""
        at = (index + self._lead) // self.columns
        return self._pages_of(at, at) if self.pages else range(0)

    def rest(self, scroll: float, seen: float | None = None) -> float:
        """The nearest place at which a view may come to rest: single pages are shown one at a time.

        It is the page at the height `seen` of the strip, or at the view's middle.
        """
        if self.arrangement is not Arrangement.SINGLE or not self.pages:
            return scroll
        first = self._row_at(scroll + self.view_height / 2 if seen is None else seen) * self._pitch
        return min(max(scroll, first), first + self._pitch - self.view_height)

    def step(self, scroll: float, delta: float) -> float:
        """Where a view at `scroll` comes to rest that is moved by `delta`: from the end of a single page to the next one's start."""
        if self.arrangement is not Arrangement.SINGLE or not self.pages:
            return scroll + delta
        row = self._row_at(scroll + self.view_height / 2)
        first, last = row * self._pitch, (row + 1) * self._pitch - self.view_height
        if delta > 0 and scroll >= last - 1 and row + 1 < self.rows:
            return first + self._pitch
        if delta < 0 and scroll <= first + 1 and row:
            return first - self.view_height
        return min(max(scroll + delta, first), last)

    def fit_width(self) -> float:
        """The px a point must have for a row of pages to fill the view's width."""
        return max(0.1, (self.view_width - 2 * MARGIN_PX - (self.columns - 1) * PAGE_GAP_PX) / (self.columns * self.width_pt))

    def fit_page(self) -> float:
        """The px a point must have for a whole row of pages to be in view."""
        return max(0.1, min(self.fit_width(), (self.view_height - 2 * MARGIN_PX) / self.height_pt))

    def _pages_of(self, first: int, last: int) -> range:
        return range(max(0, first * self.columns - self._lead), min(self.pages, (last + 1) * self.columns - self._lead))

    @property
    def _lead(self) -> int:
        """Empty places before the first page."""
        return self.columns - 1

    @property
    def _row_width(self) -> float:
        return self.columns * self.page_width + (self.columns - 1) * PAGE_GAP_PX

    @property
    def _pitch(self) -> float:
        """From a row to the next one, px."""
        if self.arrangement is Arrangement.SINGLE:
            return float(max(self.view_height, round(self.page_height) + 2 * MARGIN_PX))  # whole, as scroll places are
        return self.page_height + PAGE_GAP_PX

    def _row_at(self, y: float) -> int:
        above = 0 if self.arrangement is Arrangement.SINGLE else MARGIN_PX
        return min(self.rows - 1, max(0, int((y - above) // self._pitch)))
