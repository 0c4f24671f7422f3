"""The margins of the pages show the numbers of the lines and what has changed since the newest proof, as its paper would."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from app.layout.changes import change_bars
from app.layout.frames import Page
from app.layout.proof_sheets import BAR_BESIDE_PT, BAR_WIDTH_PT, bar_x, numbered_slots, outer_edge
from app.model.template import Template
from app.ui.page_editor import PageEditor
from app.ui.page_geometry import TWIPS_PER_PT
from app.ui.proof_desk import ProofDesk
from app.ui.session import Session

_NUMBERS = QColor(128, 128, 128)
_BARS = QColor(196, 30, 58)
_NUMBER_PT, _ROOM_PT = 9.0, 20.0
_BESIDE_PT = BAR_BESIDE_PT + 10.0
"""Farther out than on paper: the mark of the article in hand stands between."""


class LineMarks(QObject):
    """Paints beside the text where it is wanted; nothing of it is printed."""

    def __init__(self, session: Session, proofs: ProofDesk, pages: PageEditor) -> None:
        super().__init__(session)
        self._session, self._proofs, self._pages = session, proofs, pages
        self._shown = False
        pages.underlays.append(self.paint)

    def show(self, shown: bool) -> None:
        """Paint them, or paint them no more."""
        self._shown = shown
        self._pages.viewport().update()

    def paint(self, painter: QPainter, page: Page) -> None:
        """The margin of one page; the painter's origin is the page's corner."""
        issue, layout, scale = self._session.issue, self._session.layout, self._pages.px_per_pt
        if not self._shown or issue is None or layout is None or page.number > len(layout.pages):
            return
        painter.save()
        _paint_numbers(painter, page, issue.template, scale)
        x = bar_x(page.number, issue.template)
        for bar in change_bars(layout, self._proofs.stretches(), page.number):
            top, height = bar.top / TWIPS_PER_PT, (bar.bottom - bar.top) / TWIPS_PER_PT
            painter.fillRect(QRectF(x * scale, top * scale, max(BAR_WIDTH_PT * scale, 1.5), height * scale), _BARS)
        painter.restore()


def _paint_numbers(painter: QPainter, page: Page, template: Template, scale: float) -> None:
    edge, way = outer_edge(page.number, template)
    near, far = edge + way * _BESIDE_PT, edge + way * (_BESIDE_PT + _ROOM_PT)
    font = QFont(painter.font())
    font.setPixelSize(max(round(_NUMBER_PT * scale), 1))
    painter.setFont(font)
    painter.setPen(_NUMBERS)
    pitch = template.line_twips / TWIPS_PER_PT
    side = Qt.AlignmentFlag.AlignLeft if way > 0 else Qt.AlignmentFlag.AlignRight
    for slot in numbered_slots(page, template):
        top = template.paper.top / TWIPS_PER_PT + (slot - 1) * pitch
        box = QRectF(min(near, far) * scale, top * scale, _ROOM_PT * scale, pitch * scale)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, str(slot))
