"""The words that pen changes speak of become tints under the text while somebody goes through them, those at hand a stronger one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QPainter

from app.layout.caret import Box, stretches
from app.layout.frames import Layout, Page
from app.ui.page_editor import PageEditor
from app.ui.page_geometry import TWIPS_PER_PT
from app.ui.pen_desk import PenDesk
from app.ui.session import Session

_WAITING, _AT_HAND = QColor("#FFF1CE"), QColor("#FFD98A")


class PenMarks(QObject):
    """Paints on the pages; nothing of it is printed. Where words stand is asked once for each state of things."""

    def __init__(self, session: Session, desk: PenDesk, pages: PageEditor) -> None:
        super().__init__(session)
        self._session, self._desk, self._pages = session, desk, pages
        self._shown = False
        self._known: tuple[object, ...] = ()
        self._ranges: tuple[dict[int, list[tuple[int, int]]], ...] = ()
        pages.underlays.append(self.paint)
        desk.changed.connect(lambda: pages.viewport().update() if self._shown else None)

    def show(self, shown: bool) -> None:
        """Paint them, or paint them no more."""
        self._shown = shown
        self._pages.viewport().update()

    def paint(self, painter: QPainter, page: Page) -> None:
        """The tints of one page; the painter's origin is the page's corner."""
        layout = self._session.layout
        if not self._shown or layout is None or page.number > len(layout.pages):
            return
        known = (self._session.issue, self._desk.notes, self._desk.looked_at, self._desk.proof)
        if len(known) != len(self._known) or any(one is not other for one, other in zip(known, self._known, strict=True)):
            self._known, self._ranges = known, self._desk.marked()
        for ranges, colour in zip(self._ranges, (_WAITING, _AT_HAND), strict=True):
            _paint(painter, layout, page, ranges, colour, self._pages.px_per_pt)


def _paint(
    painter: QPainter, layout: Layout, page: Page, ranges: dict[int, list[tuple[int, int]]], colour: QColor, px_per_pt: float
) -> None:
    for _, box in stretches(layout, ranges, page.number) if ranges else ():
        painter.fillRect(_pixels(box, px_per_pt), colour)


def _pixels(box: Box, px_per_pt: float) -> QRectF:
    scale = px_per_pt / TWIPS_PER_PT
    top, bottom = round((box.top + box.height * 0.1) * scale), round((box.top + box.height) * scale)
    left, right = round(box.left_pt * px_per_pt), round(box.right_pt * px_per_pt)
    return QRectF(left, top, max(2, right - left), bottom - top)
