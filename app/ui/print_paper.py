"""Sides become ink on a printer: the same frames as on screen, with images decoded at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImageReader, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.layout.frames import Page, PlacedImage
from app.layout.sheet_marks import PT_PER_MM
from app.paint.canvas import draw_page
from app.ui.glyphs import GlyphPainter
from app.ui.page_painter import QtCanvas

_PT_PER_INCH = 72
_SRA3_MM = QSizeF(320, 450)
"""What print shops cut an A3 out of."""


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


def paper_for(side: Page) -> QPageSize:
    """The paper that a side is printed on, upright: its own, or the next larger one where it is cut."""
    mm = sorted((side.width_pt / PT_PER_MM, side.height_pt / PT_PER_MM))
    if side.trim_pt:
        larger = QPageSize(QPageSize.PageSizeId.A3)
        room = larger.size(QPageSize.Unit.Millimeter)
        if mm[0] <= room.width() and mm[1] <= room.height():
            return larger
        return QPageSize(_SRA3_MM, QPageSize.Unit.Millimeter, "SRA3", QPageSize.SizeMatchPolicy.ExactMatch)
    return QPageSize(QSizeF(*mm), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def set_up(printer: QPrinter, side: Page, *, copies: int = 1, both_sides: bool = True) -> None:
    """Have a printer print whole sheets like this side: turned over the left or right edge, as one leafs, in sets of copies."""
    lying = side.width_pt > side.height_pt
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(paper_for(side), orientation, QMarginsF(0, 0, 0, 0)))
    leafed = QPrinter.DuplexMode.DuplexShortSide if lying else QPrinter.DuplexMode.DuplexLongSide
    printer.setDuplex(leafed if both_sides else QPrinter.DuplexMode.DuplexNone)
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)


def print_sides(printer: QPrinter, sides: Sequence[Page]) -> bool:
    """Print the sides one after another, at their own size, in the middle of larger paper; False where the printer doesn't take them.

    A printer that can't repeat gets the copies one after another.
    """
    painter = QPainter()
    if not painter.begin(printer):
        return False
    glyphs = GlyphPainter()
    px_per_pt = printer.resolution() / _PT_PER_INCH
    paper = printer.pageLayout().fullRectPoints()
    rounds = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    for number, side in enumerate(chain.from_iterable(repeat(sides, rounds))):
        if number and not printer.newPage():
            painter.end()
            return False
        whole = QRectF(0, 0, side.width_pt * px_per_pt, side.height_pt * px_per_pt)
        painter.save()
        if side.trim_pt:
            painter.translate((paper.width() - side.width_pt) / 2 * px_per_pt, (paper.height() - side.height_pt) / 2 * px_per_pt)
        draw_page(side, PaperCanvas(painter, glyphs, px_per_pt, whole))
        painter.restore()
    return painter.end()
