"""Differences from the text that came become marks on the pages while somebody looks: a tint under what came, a wedge where words went."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPolygonF

from app.edit.state import Place
from app.layout.caret import caret_at, stretches
from app.layout.frames import Layout, Page
from app.text.collation import By, Difference
from app.ui.collate_desk import Beside, CollateDesk
from app.ui.page_editor import PageEditor
from app.ui.page_geometry import TWIPS_PER_PT
from app.ui.session import Session

_CAME, _AT_HAND = QColor("#D3F0DC"), QColor("#9FDDB4")
_GONE, _GONE_AT_HAND = QColor("#D0342C"), QColor("#8E1B14")
"""On paper, which is white in the dark window too."""
_WEDGE_PT, _WEDGE_AT_HAND_PT = 3.4, 5.0


class CollateMarks(QObject):
    """Paints under the text; what the program alone changed is not marked there."""

    def __init__(self, session: Session, desk: CollateDesk, pages: PageEditor) -> None:
        super().__init__(session)
        self._session, self._desk, self._pages = session, desk, pages
        self._known: Beside | None = None
        self._ranges: dict[int, list[tuple[int, int]]] = {}
        self._gone: list[tuple[Difference, Place]] = []
        pages.underlays.append(self.paint)
        desk.changed.connect(pages.viewport().update)
        desk.chosen.connect(pages.viewport().update)

    def paint(self, painter: QPainter, page: Page) -> None:
        """One page; the painter's origin is its corner."""
        layout, beside, scale = self._session.layout, self._desk.beside, self._pages.px_per_pt
        if layout is None or beside is None or not self._desk.looking or page.number > len(layout.pages):
            return
        if beside is not self._known:
            self._known = beside
            self._divide(beside)
        at_hand = self._desk.at_hand
        held = list(beside.ours.ranges(at_hand.ours_start, at_hand.ours_end)) if at_hand else []
        for (block, start, end), box in stretches(layout, self._ranges, page.number):
            colour = _AT_HAND if any(key == block and low <= start and end <= high for key, low, high in held) else _CAME
            top, height = box.top / TWIPS_PER_PT, box.height / TWIPS_PER_PT
            left, right = box.left_pt * scale, box.right_pt * scale
            painter.fillRect(QRectF(left, (top + height * 0.1) * scale, max(right - left, 2.0), height * 0.9 * scale), colour)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one, place in self._gone:
            self._paint_wedge(painter, layout, page.number, place, at_hand=one is at_hand)
        painter.restore()

    def _divide(self, beside: Beside) -> None:
        """What came, by block, and the places where words went."""
        self._ranges, self._gone = {}, []
        for one in beside.collation.differences:
            if one.by is By.PROGRAM:
                continue
            for block, start, end in beside.ours.ranges(one.ours_start, one.ours_end):
                if start < end:
                    self._ranges.setdefault(block, []).append((start, end))
            if one.start < one.end:
                self._gone.append((one, beside.ours.place(one.ours_start)))

    def _paint_wedge(self, painter: QPainter, layout: Layout, page: int, place: Place, *, at_hand: bool) -> None:
        caret = caret_at(layout, place)
        if caret is None or caret.page != page:
            return
        scale, half = self._pages.px_per_pt, _WEDGE_AT_HAND_PT if at_hand else _WEDGE_PT
        x, bottom = caret.x_pt, (caret.top + caret.height) / TWIPS_PER_PT
        corners = ((x, bottom - 2 * half), (x - half, bottom), (x + half, bottom))
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(_GONE_AT_HAND if at_hand else _GONE)
        painter.drawPolygon(QPolygonF([QPointF(px * scale, py * scale) for px, py in corners]))
