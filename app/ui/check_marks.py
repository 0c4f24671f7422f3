"""Findings become wavy lines under their words on the pages in view, by level, and words to read where the pointer rests."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QToolTip

from app.edit.state import Place
from app.layout.caret import Box, stretches
from app.layout.frames import Layout, Page
from app.proof.finding import LEVEL_WORDS, Finding, Level
from app.ui.check_desk import CheckDesk
from app.ui.page_editor import PageEditor
from app.ui.page_geometry import TWIPS_PER_PT
from app.ui.session import Session

COLOURS = {Level.ERROR: QColor("#D0342C"), Level.QUERY: QColor("#D98A00"), Level.HINT: QColor("#7A93A5")}
"""On paper, which is white in the dark window too."""
_AT_HAND = QColor(255, 214, 102, 110)
_WAVE_PT, _HEIGHT_PT, _BELOW = 4.0, 1.4, 0.93
"""Length and height of a wave, and the part of the slot above it."""


class CheckMarks(QObject):
    """Paints under the text; where the findings stand is asked once for each page, layout and set of findings."""

    def __init__(self, session: Session, desk: CheckDesk, pages: PageEditor) -> None:
        super().__init__(session)
        self._session, self._desk, self._pages = session, desk, pages
        self._ranges: dict[int, list[tuple[int, int]]] = {}
        self._known: dict[tuple[int, int, int], Finding] = {}
        self._layout: Layout | None = None
        self._boxes: dict[int, list[tuple[Finding, Box]]] = {}
        pages.underlays.append(self.paint)
        pages.viewport().installEventFilter(self)
        desk.found.connect(self._take)
        desk.chosen.connect(pages.viewport().update)

    def paint(self, painter: QPainter, page: Page) -> None:
        """One page; the painter's origin is its corner."""
        if self._desk.busy:
            self._desk.rest()
        layout, scale = self._session.layout, self._pages.px_per_pt
        if layout is None or not self._desk.findings or page.number > len(layout.pages):
            return
        if layout is not self._layout:
            self._layout, self._boxes = layout, {}
        if page.number not in self._boxes:
            self._boxes[page.number] = self._found_on(layout, page.number)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for finding, box in self._boxes[page.number]:
            if finding is self._desk.at_hand:
                painter.fillRect(_pixels(box, scale), _AT_HAND)
            painter.setPen(QPen(COLOURS[finding.level], max(0.7 * scale, 1.0)))
            painter.drawPath(_wave(box, scale))
        painter.restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what was found under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            finding = self.under(QPointF(event.pos()))
            if finding is not None:
                QToolTip.showText(event.globalPos(), self.words(finding), self._pages.viewport())
                return True
        return super().eventFilter(watched, event)

    def words(self, finding: Finding) -> str:
        """What the tip says: level, message, fix, source."""
        name, source = self._desk.names.get(finding.rule, ("", ""))
        fixed = (
            f"<br>改为：<b>{escape(finding.fix) or '（删去）'}</b>　<span style='color:gray'>Alt+F7</span>"
            if finding.fix is not None
            else ""
        )
        told = f"<b style='color:{COLOURS[finding.level].name()}'>{LEVEL_WORDS[finding.level]}</b>　{escape(finding.message)}{fixed}"
        return f"<qt>{told}<br><span style='color:gray'>{escape(name)}：{escape(source)}</span></qt>"

    def under(self, point: QPointF) -> Finding | None:
        """The finding under a point of the viewport."""
        hit = self._pages.hit(point)
        return self._desk.at(Place(hit.block, hit.offset)) if hit is not None and not hit.target else None

    def _take(self) -> None:
        """Sort the findings by their blocks here: their places on a page are asked anew at every key."""
        self._ranges, self._known, self._layout = {}, {}, None
        for finding in self._desk.findings:
            self._ranges.setdefault(finding.key, []).append((finding.start, finding.end))
            self._known[finding.key, finding.start, finding.end] = finding
        self._pages.viewport().update()

    def _found_on(self, layout: Layout, page: int) -> list[tuple[Finding, Box]]:
        return [(self._known[where], box) for where, box in stretches(layout, self._ranges, page)]


def _pixels(box: Box, scale: float) -> QRectF:
    top, height = box.top / TWIPS_PER_PT, box.height / TWIPS_PER_PT
    return QRectF(box.left_pt * scale, (top + height * 0.1) * scale, (box.right_pt - box.left_pt) * scale, height * 0.9 * scale)


@lru_cache(maxsize=1024)
def _wave(box: Box, scale: float) -> QPainterPath:
    """A wavy line below the characters of a box, made once: most stand still while one types."""
    y = (box.top + box.height * _BELOW) / TWIPS_PER_PT * scale
    left, right = box.left_pt * scale, box.right_pt * scale
    half, height = max(_WAVE_PT * scale / 2, 2.0), max(_HEIGHT_PT * scale, 1.0)
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        x = min(x + half, right)
        path.lineTo(QPointF(x, y - height if up else y))
        up = not up
    return path
