"""A template's 字格 becomes thin lines on a page: the cells of the type area in which the body's characters stand."""

from __future__ import annotations

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.model.template import Template
from app.ui.page_geometry import TWIPS_PER_PT

_LINES = QColor(60, 140, 110, 80)


def column_edges(template: Template) -> list[float]:
    """The upright edges of the cells, points from the paper's left edge: where a full line has its pens, and where it ends."""
    paper, last = template.paper, template.grid.characters - 1
    pitch = (paper.text_width / TWIPS_PER_PT - template.body.size_pt) / last
    return [paper.left / TWIPS_PER_PT + number * pitch for number in range(last + 1)] + [(paper.left + paper.text_width) / TWIPS_PER_PT]


def row_edges(template: Template) -> list[float]:
    """The level edges of the line slots, points from the paper's top."""
    return [(template.paper.top + number * template.line_twips) / TWIPS_PER_PT for number in range(template.grid.lines + 1)]


def paint_grid(painter: QPainter, template: Template, px_per_pt: float) -> None:
    """Draw the cells; the painter's origin is the page's corner."""
    columns = [round(x * px_per_pt) + 0.5 for x in column_edges(template)]
    rows = [round(y * px_per_pt) + 0.5 for y in row_edges(template)]
    pen = QPen(_LINES, 1)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLines([QLineF(x, rows[0], x, rows[-1]) for x in columns])
    painter.drawLines([QLineF(columns[0], y, columns[-1], y) for y in rows])
