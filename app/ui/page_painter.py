"""A page's frames become ink on a Qt painter: the screen's side of the canvas that every output shares."""

from __future__ import annotations

from itertools import product

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QPainter, QRadialGradient

from app.layout.frames import GlyphRun, Page, PlacedImage, PlacedLine, Rule
from app.paint.canvas import LinkArea, draw_page
from app.ui.glyphs import GlyphPainter
from app.ui.pixmaps import Pixmaps

_REACH = 8.5
_SHADOW = tuple((far / _REACH, QColor(34, 48, 58, alpha)) for far, alpha in ((0, 58), (1.5, 46), (2.5, 28), (4, 13), (6, 5), (_REACH, 0)))
"""How dark a sheet's shadow is, from its core to where it ends (in parts of its reach in px)."""
_WAITING = QColor("#EEF1F3")
_BROKEN = QColor("#7A868E")


class QtCanvas:
    """The canvas on a painter whose origin is the page's corner; runs outside of `clip` (logical px) are left out."""

    def __init__(self, painter: QPainter, glyphs: GlyphPainter, px_per_pt: float, clip: QRectF, pixmaps: Pixmaps | None = None) -> None:
        self._painter = painter
        self._pens = glyphs
        self._pixmaps = pixmaps
        self._px_per_pt = px_per_pt
        self._top = clip.top()
        self._bottom = clip.bottom()

    def part(self, placed: PlacedLine | None) -> None:
        """Nothing to paint: what a line belongs to is said by the view."""

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
        snapped = QRectF(round(bar.left()), round(bar.top()), max(1, round(bar.width())), max(1, round(bar.height())))
        self._painter.fillRect(to_device.inverted()[0].mapRect(snapped), QColor(rule.colour))

    def image(self, placed: PlacedImage) -> None:
        """Draw an image on whole device pixels, or a light box while it is being decoded."""
        scale = self._px_per_pt
        top, bottom = placed.top_pt * scale, (placed.top_pt + placed.height_pt) * scale
        if bottom < self._top or top > self._bottom:
            return
        to_device = self._painter.deviceTransform()
        device = to_device.mapRect(QRectF(placed.x_pt * scale, top, placed.width_pt * scale, bottom - top)).toAlignedRect()
        box = to_device.inverted()[0].mapRect(QRectF(device))
        pixmap = self._pixmaps.pixmap(placed.image, (device.width(), device.height())) if self._pixmaps else None
        if pixmap is not None and not pixmap.isNull():
            self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._painter.drawPixmap(box, pixmap, QRectF(pixmap.rect()))
            return
        self._painter.fillRect(box, _WAITING)
        if pixmap is not None:
            self._painter.setPen(_BROKEN)
            self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "图片已损坏，无法显示")

    def link(self, area: LinkArea) -> None:
        """Nothing to paint: the view asks the frames where a click leads."""


def paint_page(painter: QPainter, page: Page, glyphs: GlyphPainter, px_per_pt: float, clip: QRectF, pixmaps: Pixmaps | None = None) -> None:
    """Paint what of a page lies within `clip`; the painter's origin is the page's corner. Without `pixmaps` a picture is a light box."""
    draw_page(page, QtCanvas(painter, glyphs, px_per_pt, clip, pixmaps))


def paint_sheet(painter: QPainter, sheet: QRectF) -> None:
    """Paint an empty white sheet with a soft shadow: a core that the sheet covers, fading out from its sides and corners."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # or the seams between sides and corners would show
    core = sheet.adjusted(1.5, 3.0, -1.5, 0.0)
    across = ((core.left(), -_REACH), (core.right(), _REACH))
    down = ((core.top(), -_REACH), (core.bottom(), _REACH))
    for x, dx in across:
        painter.fillRect(QRectF(x, core.top(), dx, core.height()).normalized(), _fading(QLinearGradient(x, 0, x + dx, 0)))
    for y, dy in down:
        painter.fillRect(QRectF(core.left(), y, core.width(), dy).normalized(), _fading(QLinearGradient(0, y, 0, y + dy)))
    for (x, dx), (y, dy) in product(across, down):
        painter.fillRect(QRectF(x, y, dx, dy).normalized(), _fading(QRadialGradient(x, y, _REACH)))
    painter.restore()
    painter.fillRect(sheet, Qt.GlobalColor.white)


def _fading(gradient: QGradient) -> QBrush:
    """A brush that is as dark as a shadow along a gradient."""
    gradient.setStops(_SHADOW)
    return QBrush(gradient)
