"""Findings become wavy lines under their words on the pages in view, by level, and words to read where the pointer rests."""

from __future__ import annotations

from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QToolTip

from app.edit.state import Place
from app.layout.caret import Box, stretches_on
from app.layout.flow import FlowParagraph
from app.layout.frames import Layout, Page
from app.layout.places import LineAt, lines_on
from app.proof.finding import LEVEL_WORDS, Finding, Level
from app.records import dataclass
from app.ui.check_desk import CheckDesk
from app.ui.page_editor import PageEditor
from app.ui.page_geometry import TWIPS_PER_PT
from app.ui.session import Session

COLOURS = {Level.ERROR: QColor("#D0342C"), Level.QUERY: QColor("#D98A00"), Level.HINT: QColor("#7A93A5")}
"""On paper, which is white in the dark window too."""
_AT_HAND = QColor(255, 214, 102, 110)
_WAVE_PT, _HEIGHT_PT, _BELOW = 4.0, 1.4, 0.93
"""Length and height of a wave, and the part of the slot above it."""
_MOST_WAVES = 64
"""Three for every size that somebody looks at the pages in."""
_MOST_LINES = 4096
"""Some ten megabytes: more than anybody reads in one go."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What stands on a line of a paragraph of the findings in its blocks: each with its left and right edge in points."""

    paragraph: FlowParagraph
    asked: list[list[Finding]]
    found: list[tuple[Finding, float, float]]


class CheckMarks(QObject):
    """Paints under the text; where the findings stand is worked out anew only for the lines that a key changes."""

    def __init__(self, session: Session, desk: CheckDesk, pages: PageEditor) -> None:
        super().__init__(session)
        self._session, self._desk, self._pages = session, desk, pages
        self._by_block: dict[int, list[Finding]] = {}
        self._lines: dict[tuple[int, int], _Line] = {}
        self._layout: Layout | None = None
        self._boxes: dict[int, list[tuple[Finding, Box]]] = {}
        self._waves: dict[tuple[Level, float, float], QPixmap] = {}
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
        for finding, box in self._boxes[page.number]:
            if finding == self._desk.at_hand:
                painter.fillRect(_pixels(box, scale), _AT_HAND)
            wave = self._wave(finding.level, scale)
            left, middle = box.left_pt * scale, (box.top + box.height * _BELOW) / TWIPS_PER_PT * scale
            height = wave.height() / wave.devicePixelRatio()
            painter.drawTiledPixmap(QRectF(left, middle - height / 2, (box.right_pt - box.left_pt) * scale, height), wave)

    def _wave(self, level: Level, scale: float) -> QPixmap:
        """One wave, which is laid in a row under the words: painting the line itself would cost a key several times as much."""
        ratio = self._pages.devicePixelRatioF()
        key = level, scale, ratio
        if key not in self._waves:
            if len(self._waves) > _MOST_WAVES:
                self._waves.clear()
            self._waves[key] = _drawn_wave(COLOURS[level], scale, ratio)
        return self._waves[key]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what was found under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            finding = self.under(QPointF(event.pos()))
            if finding is not None:
                QToolTip.showText(event.globalPos(), self.words(finding), self._pages.viewport())
                return True
        return super().eventFilter(watched, event)

    def words(self, finding: Finding, below: str = "") -> str:
        """What the tip says: level, message, fix, source, and what else there is to say `below`."""
        name, source = self._desk.names.get(finding.rule, ("", ""))
        fixed = (
            f"<br>改为：<b>{escape(finding.fix) or '（删去）'}</b>　<span style='color:gray'>Alt+F7</span>"
            if finding.fix is not None
            else ""
        )
        told = f"<b style='color:{COLOURS[finding.level].name()}'>{LEVEL_WORDS[finding.level]}</b>　{escape(finding.message)}{fixed}"
        quiet = "<br>".join(line for line in (f"{escape(name)}：{escape(source)}", below) if line)
        return f"<qt>{told}<br><span style='color:gray'>{quiet}</span></qt>"

    def under(self, point: QPointF) -> Finding | None:
        """The finding under a point of the viewport."""
        hit = self._pages.hit(point)
        return self._desk.at(Place(hit.block, hit.offset)) if hit is not None and not hit.target else None

    def _take(self) -> None:
        """Sort the findings by their blocks here: their places on a page are asked anew at every key."""
        self._by_block, self._layout = {}, None
        for finding in self._desk.findings:
            self._by_block.setdefault(finding.key, []).append(finding)
        self._pages.viewport().update()

    def _found_on(self, layout: Layout, page: int) -> list[tuple[Finding, Box]]:
        if len(self._lines) > _MOST_LINES:
            self._lines.clear()
        return [
            (finding, Box(page, left, right, at.top, at.height))
            for at in lines_on(layout, page)
            for finding, left, right in self._found_in(layout, at)
        ]

    def _found_in(self, layout: Layout, at: LineAt) -> list[tuple[Finding, float, float]]:
        asked = [self._by_block[span.block] for span in at.paragraph.spans if span.block in self._by_block]
        if not asked:
            return []
        key = id(at.paragraph), at.number
        line = self._lines.get(key)  # it holds its paragraph, so that no other one gets the same id
        if line is None or line.asked != asked or at.cell >= 0:  # a cell can move sideways, with its paragraph as it was
            known = {(one.key, one.start, one.end): one for found in asked for one in found}
            ranges = {found[0].key: [(one.start, one.end) for one in found] for found in asked}
            there = [(known[where], left, right) for where, left, right in stretches_on(layout, at, ranges)]
            line = self._lines[key] = _Line(at.paragraph, asked, there)
        return line.found


def _pixels(box: Box, scale: float) -> QRectF:
    top, height = box.top / TWIPS_PER_PT, box.height / TWIPS_PER_PT
    return QRectF(box.left_pt * scale, (top + height * 0.1) * scale, (box.right_pt - box.left_pt) * scale, height * 0.9 * scale)


def _drawn_wave(colour: QColor, scale: float, ratio: float) -> QPixmap:
    """A picture of one wave, whole pixels long so that a row of them shows no seams."""
    length = max(round(_WAVE_PT * scale * ratio), 4)
    thick, high = max(0.7 * scale, 1.0) * ratio, max(_HEIGHT_PT * scale, 1.0) * ratio
    wave = QPixmap(length, ceil(high + 2 * thick))
    wave.fill(QColor(0, 0, 0, 0))
    bottom, top = wave.height() / 2 + high / 2, wave.height() / 2 - high / 2
    painter = QPainter(wave)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, thick))
    painter.drawPolyline([QPointF(length * turn / 2, top if turn % 2 else bottom) for turn in range(-1, 4)])
    painter.end()
    wave.setDevicePixelRatio(ratio)
    return wave
