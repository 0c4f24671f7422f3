"""Glyph runs at the layout's positions become ink on a Qt painter, sharp at every zoom and on dense screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import uharfbuzz as hb
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGlyphRun, QPainter, QPainterPath, QPen, QRawFont, QTransform

from app.paint.canvas import BOLD_STROKE_EM

if TYPE_CHECKING:
    from app.fonts.face import Face
    from app.layout.frames import GlyphRun

_PATH_SIZE_PX = 64
"""Glyph outlines are taken at one size and scaled."""


class GlyphPainter:
    """Draws glyph runs; holds the screen's copies of the faces, made when a face is first painted."""

    def __init__(self) -> None:
        self._fonts: dict[Face, QFont | None] = {}
        self._sized: dict[tuple[Face, int], QRawFont] = {}
        self._paths: dict[tuple[Face, int], QPainterPath] = {}

    def draw(self, painter: QPainter, run: GlyphRun, baseline_pt: float, px_per_pt: float) -> None:
        """Draw a run whose places are points on a page; the painter's origin is the page's corner in logical pixels."""
        painter.save()
        painter.translate(0.0, baseline_pt * px_per_pt)
        if run.bold or self._screen_font(run.face) is None:
            self._draw_outlines(painter, run, px_per_pt)
        else:
            self._draw_cached(painter, run, px_per_pt)
        painter.restore()

    def _draw_cached(self, painter: QPainter, run: GlyphRun, px_per_pt: float) -> None:
        # A font of whole pixels near the size on the device, and a scale for the fraction: Qt then takes glyphs from its cache at
        # small sizes and outlines above 64 device pixels; QRawFont.setPixelSize would paint nothing there.
        logical_px = run.size_pt * px_per_pt
        size_px = max(1, round(logical_px * painter.device().devicePixelRatioF()))
        scale = logical_px / size_px
        scale_x = scale * run.scale_x
        painter.scale(scale_x, scale)
        painter.setPen(QColor(run.colour))
        to_px = px_per_pt / scale_x
        glyphs = QGlyphRun()
        glyphs.setRawFont(self._sized_font(run.face, size_px))
        shown = [(glyph, x) for glyph, x in zip(run.glyphs, run.xs, strict=True) if glyph]
        glyphs.setGlyphIndexes([glyph for glyph, _ in shown])
        glyphs.setPositions([QPointF(x * to_px, 0.0) for _, x in shown])
        painter.drawGlyphRun(QPointF(0.0, 0.0), glyphs)

    def _draw_outlines(self, painter: QPainter, run: GlyphRun, px_per_pt: float) -> None:
        scale = run.size_pt * px_per_pt / _PATH_SIZE_PX
        ink = QPainterPath()
        for glyph, x in zip(run.glyphs, run.xs, strict=True):
            if not glyph:
                continue
            place = QTransform.fromTranslate(x * px_per_pt, 0.0).scale(scale * run.scale_x, scale)
            ink.addPath(place.map(self._path(run.face, glyph)))
        ink.setFillRule(Qt.FillRule.WindingFill)
        colour = QColor(run.colour)
        pen = QPen(colour, run.size_pt * px_per_pt * BOLD_STROKE_EM) if run.bold else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        painter.setBrush(colour)
        painter.drawPath(ink)

    def _path(self, face: Face, glyph: int) -> QPainterPath:
        key = (face, glyph)
        path = self._paths.get(key)
        if path is None:
            font = self._screen_font(face)
            path = self._sized_font(face, _PATH_SIZE_PX).pathForGlyph(glyph) if font is not None else _traced(face, glyph)
            self._paths[key] = path
        return path

    def _sized_font(self, face: Face, size_px: int) -> QRawFont:
        key = (face, size_px)
        raw = self._sized.get(key)
        if raw is None:
            raw = self._sized[key] = _raw_font(self._screen_font(face) or QFont(), size_px)
        return raw

    def _screen_font(self, face: Face) -> QFont | None:
        if face not in self._fonts:
            self._fonts[face] = _registered(face)
        return self._fonts[face]


def _raw_font(font: QFont, size_px: int) -> QRawFont:
    sized = QFont(font)
    sized.setPixelSize(size_px)
    return QRawFont.fromFont(sized)


def _registered(face: Face) -> QFont | None:
    """The font by which Qt reaches this very face, None where another file answers to its family and style."""
    number = QFontDatabase.addApplicationFont(face.id.path)
    if number < 0:
        return None
    own_head = bytes(face.hb_face.reference_table("head").data)
    for family in QFontDatabase.applicationFontFamilies(number):
        for style in QFontDatabase.styles(family):
            font = QFontDatabase.font(family, style, 12)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
            # The head table holds the file's own checksum: equal bytes mean the same file.
            if bytes(_raw_font(font, _PATH_SIZE_PX).fontTable("head").data()) == own_head:
                return font
    return None


def _traced(face: Face, glyph: int) -> QPainterPath:
    """The glyph's outline by HarfBuzz, at `_PATH_SIZE_PX` and with y downwards."""
    path = QPainterPath()
    scale = _PATH_SIZE_PX / face.units_per_em
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, _: path.moveTo(x * scale, -y * scale))
    pen.set_line_to_func(lambda x, y, _: path.lineTo(x * scale, -y * scale))
    pen.set_quadratic_to_func(lambda a, b, x, y, _: path.quadTo(a * scale, -b * scale, x * scale, -y * scale))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, _: path.cubicTo(a * scale, -b * scale, c * scale, -d * scale, x * scale, -y * scale))
    pen.set_close_path_func(lambda _: path.closeSubpath())
    face.hb_font.draw_glyph(glyph, pen, None)
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
