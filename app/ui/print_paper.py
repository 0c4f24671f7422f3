"""Sides become ink on a printer: the same frames as on screen, with images decoded at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QImageReader, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.layout.frames import Page, PlacedImage
from app.paint.canvas import draw_page
from app.ui.glyphs import GlyphPainter
from app.ui.page_painter import QtCanvas

_PT_PER_INCH = 72


class PaperCanvas(QtCanvas):
    """The canvas of the screen on a printer's painter."""

    def __init__(self, painter: QPainter, glyphs: GlyphPainter, px_per_pt: float, side: QRectF) -> None:
        super().__init__(painter, glyphs, px_per_pt, side)
        self._paper, self._scale = painter, px_per_pt

    def image(self, placed: PlacedImage) -> None:
        """Draw an image in its box, upright as its file says."""
        buffer = QBuffer()
        buffer.setData(QByteArray(placed.image.data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        reader.setAutoTransform(True)
        scale = self._scale
        box = QRectF(placed.x_pt * scale, placed.top_pt * scale, placed.width_pt * scale, placed.height_pt * scale)
        self._paper.drawImage(box, reader.read())


def set_paper(printer: QPrinter, *, a3: bool, folded: bool) -> None:
    """Have a printer print whole sheets, on both sides: A4 upright, or A3 on its side, turned over the short edge where it is folded."""
    size = QPageSize(QPageSize.PageSizeId.A3 if a3 else QPageSize.PageSizeId.A4)
    orientation = QPageLayout.Orientation.Landscape if a3 else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide if folded else QPrinter.DuplexMode.DuplexLongSide)


def print_sides(printer: QPrinter, sides: Sequence[Page]) -> bool:
    """Print the sides one after another, at their own size; False where the printer can't be begun."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    glyphs = GlyphPainter()
    px_per_pt = printer.resolution() / _PT_PER_INCH
    for number, side in enumerate(sides):
        if number:
            printer.newPage()
        whole = QRectF(0, 0, side.width_pt * px_per_pt, side.height_pt * px_per_pt)
        draw_page(side, PaperCanvas(painter, glyphs, px_per_pt, whole))
    painter.end()
    return True
