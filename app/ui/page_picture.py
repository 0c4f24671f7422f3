"""A page becomes a small picture of itself: painted from the same frames, sharp on its screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.layout.frames import Page
from app.ui.glyphs import GlyphPainter
from app.ui.page_painter import paint_page
from app.ui.pixmaps import Pixmaps


def page_picture(page: Page, width_px: int, pixel_ratio: float, glyphs: GlyphPainter, pixmaps: Pixmaps | None = None) -> QPixmap:
    """The page as it prints, `width_px` logical pixels wide; without `pixmaps` its images are light boxes."""
    scale = width_px / page.width_pt
    size = QSize(width_px, round(page.height_pt * scale))
    picture = QPixmap(size * pixel_ratio)
    picture.setDevicePixelRatio(pixel_ratio)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint_page(painter, page, glyphs, scale, QRectF(QPoint(0, 0), size), pixmaps)
    painter.end()
    return picture
