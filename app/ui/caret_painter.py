"""A caret, a selection and what is being composed become ink on a page: boxes of the layout in the pixels of a zoom."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.edit.state import Place, Selection, in_order
from app.layout.caret import Box, boxes, x_of
from app.layout.frames import Layout
from app.layout.places import Side, line_of, lines_on
from app.model.issue import Issue, Role
from app.ui.colours import LIGHT
from app.ui.page_geometry import TWIPS_PER_PT

_SELECTED = QColor("#B9D7E8")
_SELECTED_ELSEWHERE = QColor("#DDE3E7")
_CHOSEN = QColor("#DCEAF1")
_RESTING = QColor(31, 106, 140, 120)
_HINT = QColor("#A9B2B8")
_HINTS = {Role.TITLE: "标题", Role.TABLE: "表题"}
_ASCENT, _DESCENT = 0.95, 0.22
"""How far a caret stands above and below the baseline, in parts of the type size."""
_BASELINE = 0.8
"""Where the baseline of a slot lies, in parts of its height."""


def caret_box(layout: Layout, place: Place, side: Side, px_per_pt: float) -> tuple[int, QRectF] | None:
    """The page (from 1) and the bar of a caret on it in pixels from the page's corner; None where its block is not printed."""
    at = line_of(layout, place, side)
    if at is None:
        return None
    size_pt = at.paragraph.style.text.size_pt
    baseline_pt = (at.top + at.height * _BASELINE) / TWIPS_PER_PT
    width = max(2, round(px_per_pt))
    x = round(x_of(layout, at, place) * px_per_pt)
    top, bottom = (baseline_pt - size_pt * _ASCENT) * px_per_pt, (baseline_pt + size_pt * _DESCENT) * px_per_pt
    return at.page, QRectF(x - width // 2, round(top), width, round(bottom - top))


def selection_boxes(layout: Layout, issue: Issue, selection: Selection, page: int, px_per_pt: float) -> list[QRectF]:
    """What a selection covers of a page, in pixels from its corner; boxes of neighbouring lines touch without a gap."""
    if selection.collapsed:
        return []
    return [_pixels(box, px_per_pt) for box in boxes(layout, *in_order(issue, selection), page)]


def paint_selection(painter: QPainter, covered: list[QRectF], *, active: bool) -> None:
    """Lay the colour of a selection under the text."""
    _fill(painter, covered, _SELECTED if active else _SELECTED_ELSEWHERE)


def paint_caret(painter: QPainter, bar: QRectF) -> None:
    """Paint a caret."""
    _fill(painter, [bar], QColor(LIGHT.accent_strong))


def paint_resting_caret(painter: QPainter, bar: QRectF) -> None:
    """Paint where the caret of the panel stands, while the pages have no focus."""
    _fill(painter, [QRectF(bar.left(), bar.top(), 2, bar.height())], _RESTING)


def paint_chosen_clause(painter: QPainter, covered: list[QRectF]) -> None:
    """Lay a tint under the clause of a composition that the candidates are for."""
    _fill(painter, covered, _CHOSEN)


def paint_composition(painter: QPainter, covered: list[QRectF], px_per_pt: float) -> None:
    """Underline what is being composed, below the descenders."""
    thick = max(1, round(px_per_pt * 0.75))
    lines = [QRectF(box.left(), round(box.top() + box.height() * 0.93), box.width(), thick) for box in covered]
    _fill(painter, lines, QColor(LIGHT.text))


def paint_hints(painter: QPainter, layout: Layout, page: int, px_per_pt: float) -> None:
    """Say in grey where an empty title or caption and the text below a title may be written; no output prints it."""
    above: Role | None = None
    for at in lines_on(layout, page):
        role, before = at.paragraph.role, above
        above = role
        body = role is Role.BODY and before is Role.TITLE
        words = "正文" if body else _HINTS.get(role)
        if words is None or at.paragraph.text:
            continue
        font = painter.font()
        font.setPixelSize(max(1, round(at.paragraph.style.text.size_pt * px_per_pt * 0.8)))
        painter.setFont(font)
        painter.setPen(_HINT)
        scale, paper = px_per_pt / TWIPS_PER_PT, layout.plan.paper
        indent = at.paragraph.style.first if body else 0
        slot = QRectF((paper.left + indent) * scale, at.top * scale, (paper.text_width - indent) * scale, at.height * scale)
        across = Qt.AlignmentFlag.AlignLeft if body else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(slot, across | Qt.AlignmentFlag.AlignVCenter, words)


def _fill(painter: QPainter, covered: list[QRectF], colour: QColor) -> None:
    """Fill boxes on whole device pixels: smoothed edges of neighbours would show as a seam."""
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for box in covered:
        painter.fillRect(box, colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)


def _pixels(box: Box, px_per_pt: float) -> QRectF:
    scale = px_per_pt / TWIPS_PER_PT
    top, bottom = round(box.top * scale), round((box.top + box.height) * scale)
    return QRectF(box.left_pt * px_per_pt, top, (box.right_pt - box.left_pt) * px_per_pt, bottom - top)
