"""What was found becomes tints under the text of the pages in view: all matches in one colour, the one at hand in another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from app.edit.find import Match
from app.edit.state import Place
from app.layout.caret import Box, boxes, stretches
from app.layout.frames import Layout
from app.ui.page_geometry import TWIPS_PER_PT

_SCOPE = QColor("#F1F5E6")
_FOUND = QColor("#FFE9A8")
_AT_HAND = QColor("#FFBE5C")


class FoundMarks:
    """Holds the matches; where they stand is asked once for each page and layout."""

    def __init__(self) -> None:
        self._ranges: dict[int, list[tuple[int, int]]] = {}
        self._at_hand: Match | None = None
        self._within: tuple[Place, Place] | None = None
        self._layout: Layout | None = None
        self._boxes: dict[int, list[tuple[Match | None, Box]]] = {}

    def show(self, matches: Sequence[Match], within: tuple[Place, Place] | None) -> None:
        """Mark these from now on, and what the search is limited to."""
        self._ranges = {}
        for match in matches:
            self._ranges.setdefault(match.block, []).append((match.start, match.end))
        self._within = within
        self._boxes = {}

    def choose(self, at_hand: Match | None) -> None:
        """Mark one of them as the one at hand."""
        self._at_hand = at_hand

    def paint(self, painter: QPainter, layout: Layout, page: int, px_per_pt: float) -> None:
        """Lay the tints under a page; the painter's origin is its corner."""
        if not self._ranges and self._within is None:
            return
        if layout is not self._layout:
            self._layout, self._boxes = layout, {}
        if page not in self._boxes:
            self._boxes[page] = self._found_on(layout, page)
        for match, box in self._boxes[page]:
            painter.fillRect(_pixels(box, px_per_pt), _SCOPE if match is None else _AT_HAND if match == self._at_hand else _FOUND)

    def _found_on(self, layout: Layout, page: int) -> list[tuple[Match | None, Box]]:
        """The boxes of a page from the lowest layer up."""
        scope: list[tuple[Match | None, Box]] = [(None, box) for box in boxes(layout, *self._within, page)] if self._within else []
        return scope + [(Match(*where), box) for where, box in stretches(layout, self._ranges, page)]


def _pixels(box: Box, px_per_pt: float) -> QRectF:
    """A box less a hair at its top, on whole pixels, so that matches in neighbouring lines stay apart."""
    scale = px_per_pt / TWIPS_PER_PT
    top, bottom = round((box.top + box.height * 0.1) * scale), round((box.top + box.height) * scale)
    left, right = round(box.left_pt * px_per_pt), round(box.right_pt * px_per_pt)
    return QRectF(left, top, max(2, right - left), bottom - top)
