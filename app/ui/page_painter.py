"""A page's frames become ink on a Qt painter: the screen's side of the canvas that every output shares."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.layout.frames import GlyphRun, Page, Rule
from app.paint.canvas import LinkArea, draw_page
from app.ui.glyphs import GlyphPainter

_SHADOW = ((1, 26), (2, 14), (3, 8), (5, 5), (7, 3))
"""Rings round a sheet: how far out in px, how dark (alpha)."""


class QtCanvas:
    """The canvas on a painter whose origin is the page's corner; runs outside of `clip` (logical px) are left out."""

    def __init__(self, painter: QPainter, glyphs: GlyphPainter, px_per_pt: float, clip: QRectF) -> None:
        self._painter = painter
        self._pens = glyphs
        self._px_per_pt = px_per_pt
        self._top = clip.top()
        self._bottom = clip.bottom()

    def glyphs(self, run: GlyphRun, baseline_pt: float) -> None:
        """Draw a run on its baseline, points from the page's top."""
        y = baseline_pt * self._px_per_pt
        size = run.size_pt * self._px_per_pt
        if y + size >= self._top and y - 1.5 * size <= self._bottom:
            self._pens.draw(self._painter, run, baseline_pt, self._px_per_pt)

    def rule(self, rule: Rule) -> None:
        """Fill a rule on whole device pixels, at least one: a bar over half a pixel would be a grey smear."""
        scale = self._px_per_pt
        to_device = self._painter.deviceTransform()
        bar = to_device.mapRect(QRectF(rule.x_pt * scale, rule.top_pt * scale, rule.width_pt * scale, rule.thickness_pt * scale))
        snapped = QRectF(round(bar.left()), round(bar.top()), round(bar.width()), max(1, round(bar.height())))
        self._painter.fillRect(to_device.inverted()[0].mapRect(snapped), QColor(rule.colour))

    def link(self, area: LinkArea) -> None:
        """Nothing to paint: the view asks the frames where a click leads."""


def paint_page(painter: QPainter, page: Page, glyphs: GlyphPainter, px_per_pt: float, clip: QRectF) -> None:
    """Paint what of a page lies within `clip`; the painter's origin is the page's corner."""
    draw_page(page, QtCanvas(painter, glyphs, px_per_pt, clip))


def paint_sheet(painter: QPainter, sheet: QRectF) -> None:
    """Paint an empty white sheet with a soft shadow."""
    painter.setPen(Qt.PenStyle.NoPen)
    for spread, alpha in _SHADOW:
        painter.setBrush(QColor(34, 48, 58, alpha))
        painter.drawRoundedRect(sheet.adjusted(-spread, -spread + 1.5, spread, spread + 1.5), spread, spread)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRect(sheet)
