"""A zoom and a page size become places: where page n lies in the long strip of pages, and which pages a window of it shows."""

from __future__ import annotations

from dataclasses import dataclass

PAGE_GAP_PX = 18
MARGIN_PX = 22
TWIPS_PER_PT = 20


@dataclass(frozen=True, slots=True)
class Strip:
    """Pages of one size under one another, in logical pixels. Places are computed, so that a thousand pages cost nothing."""

    pages: int
    width_pt: float
    height_pt: float
    px_per_pt: float

    @property
    def page_width(self) -> float:
        """Width of a page, px."""
        return self.width_pt * self.px_per_pt

    @property
    def page_height(self) -> float:
        """Height of a page, px."""
        return self.height_pt * self.px_per_pt

    @property
    def width(self) -> int:
        """Width of the whole strip with its margins, px."""
        return round(self.page_width) + 2 * MARGIN_PX

    @property
    def height(self) -> int:
        """Height of the whole strip with its margins, px."""
        return round(self.pages * self.page_height + max(0, self.pages - 1) * PAGE_GAP_PX) + 2 * MARGIN_PX

    def top(self, index: int) -> float:
        """Upper edge of page `index` (from 0), px from the strip's top."""
        return MARGIN_PX + index * (self.page_height + PAGE_GAP_PX)

    def left(self, view_width: int) -> float:
        """Left edge of the pages in a view of this width: centred, never cut off."""
        return max(float(MARGIN_PX), (view_width - self.page_width) / 2)

    def page_at(self, y: float) -> int:
        """Index of the page at `y`, or of the nearest one; the gap under a page belongs to it."""
        if self.pages == 0:
            return 0
        return min(self.pages - 1, max(0, int((y - MARGIN_PX) // (self.page_height + PAGE_GAP_PX))))

    def visible(self, top: float, height: float) -> range:
        """Indexes of the pages between `top` and `top + height`."""
        if self.pages == 0:
            return range(0)
        return range(self.page_at(top), self.page_at(top + height) + 1)

    def fit_width(self, view_width: int) -> float:
        """The px a point must have for a page to fill the width."""
        return max(0.1, (view_width - 2 * MARGIN_PX) / self.width_pt)

    def fit_page(self, view_width: int, view_height: int) -> float:
        """The px a point must have for a whole page to be in view."""
        return max(0.1, min(self.fit_width(view_width), (view_height - 2 * MARGIN_PX) / self.height_pt))
