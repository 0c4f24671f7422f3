"""Comments become a tint under their words and a bubble beside the line on the pages; the bubble is clicked to read what was said."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QToolTip

from app.edit.state import Place
from app.layout.caret import caret_at, stretches
from app.layout.frames import Layout, Page
from app.model.people import Comment
from app.ui.comment_desk import CommentDesk
from app.ui.page_editor import PageEditor
from app.ui.page_geometry import TWIPS_PER_PT
from app.ui.session import Session

_WORDS, _AT_HAND = QColor("#FFF1CE"), QColor("#FFD98A")
_BUBBLE, _BUBBLE_AT_HAND, _DONE = QColor("#E3A52B"), QColor("#B36B00"), QColor("#B4BCC2")
"""On paper, which is white in the dark window too."""
_BESIDE_PT, _WIDTH_PT, _HEIGHT_PT = 36.0, 15.0, 11.0
"""Farther out than the bars of changes and the line numbers."""


class Bubble(NamedTuple):
    """The comments on one line: page, left and top in points."""

    page: int
    x_pt: float
    y_pt: float
    comments: tuple[Comment, ...]


class CommentMarks(QObject):
    """Paints on the pages; nothing of it is printed. `clicked` brings the number of a comment whose bubble was clicked."""

    clicked = Signal(int)

    def __init__(self, session: Session, desk: CommentDesk, pages: PageEditor) -> None:
        super().__init__(session)
        self._session, self._desk, self._pages = session, desk, pages
        self._layout: Layout | None = None
        self._comments: tuple[Comment, ...] = ()
        self._bubbles: tuple[Bubble, ...] = ()
        pages.underlays.append(self.paint)
        pages.viewport().installEventFilter(self)
        desk.changed.connect(self._renew)
        desk.chosen.connect(pages.viewport().update)

    def bubbles(self) -> tuple[Bubble, ...]:
        """Those of all pages; worked out anew where comments or pages are others."""
        layout, comments = self._session.layout, self._desk.rows
        if layout is not self._layout or comments != self._comments:
            self._layout, self._comments = layout, comments
            self._bubbles = tuple(self._placed(layout, comments)) if layout else ()
        return self._bubbles

    def paint(self, painter: QPainter, page: Page) -> None:
        """One page; the painter's origin is its corner."""
        layout, scale = self._session.layout, self._pages.px_per_pt
        bubbles = self.bubbles()
        if layout is None or not bubbles or page.number > len(layout.pages):
            return
        ranges: dict[int, list[tuple[int, int]]] = {}
        for one in self._comments:
            if not one.done or one.number == self._desk.at_hand:
                for part in one.stretches:
                    ranges.setdefault(part.block, []).append((part.start, part.end))
        chosen = self._desk.named(self._desk.at_hand)
        held = {(part.block, part.start, part.end) for part in chosen.stretches} if chosen else set()
        for where, box in stretches(layout, ranges, page.number):
            colour = _AT_HAND if where in held else _WORDS
            top, height = box.top / TWIPS_PER_PT, box.height / TWIPS_PER_PT
            left, right = box.left_pt * scale, box.right_pt * scale
            painter.fillRect(QRectF(left, (top + height * 0.1) * scale, max(right - left, 2.0), height * 0.9 * scale), colour)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for bubble in bubbles:
            if bubble.page == page.number:
                self._paint_bubble(painter, bubble, scale)
        painter.restore()

    def bubble_at(self, point: QPointF) -> Bubble | None:
        """The bubble under a point of the viewport."""
        if not self.bubbles():
            return None
        found = self._pages.nearest_page(point)
        if found is None:
            return None
        page, x, y = found
        return next((one for one in self._bubbles if one.page == page and _outline(one, 1.0).contains(QPointF(x, y))), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what was said under the pointer; a click on a bubble leads to it in the list."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            said = self._said_at(QPointF(event.pos()))
            if said:
                QToolTip.showText(event.globalPos(), said_words(said), self._pages.viewport())
                return True
        elif isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            bubble = self.bubble_at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
            if bubble is not None:
                numbers = [one.number for one in bubble.comments]
                at = numbers.index(self._desk.at_hand) + 1 if self._desk.at_hand in numbers else 0
                self.clicked.emit(numbers[at % len(numbers)])
                return True
        return super().eventFilter(watched, event)

    def _renew(self) -> None:
        if self._desk.rows != self._comments:  # it is told of every place of the caret, too
            self._pages.viewport().update()

    def _said_at(self, point: QPointF) -> tuple[Comment, ...]:
        bubble = self.bubble_at(point)
        if bubble is not None:
            return bubble.comments
        if not self._bubbles:
            return ()
        hit = self._pages.hit(point)
        one = self._desk.at(Place(hit.block, hit.offset)) if hit is not None and not hit.target else None
        return (one,) if one is not None and one in self._comments else ()

    def _placed(self, layout: Layout, comments: tuple[Comment, ...]) -> Iterator[Bubble]:
        """One for each line with comments."""
        lines: dict[tuple[int, int], list[Comment]] = {}
        heights: dict[tuple[int, int], int] = {}
        for one in comments:
            caret = caret_at(layout, Place(one.block, one.start)) if one.block in layout.blocks else None
            if caret is not None:
                lines.setdefault((caret.page, caret.top), []).append(one)
                heights[caret.page, caret.top] = caret.height
        paper = layout.plan.paper
        x = (paper.left + paper.text_width) / TWIPS_PER_PT + _BESIDE_PT
        for (page, top), own in lines.items():
            y = (top + heights[page, top] * 0.55) / TWIPS_PER_PT - _HEIGHT_PT / 2
            yield Bubble(page, min(x, layout.pages[page - 1].width_pt - _WIDTH_PT - 2), y, tuple(own))

    def _paint_bubble(self, painter: QPainter, bubble: Bubble, scale: float) -> None:
        waiting = [one for one in bubble.comments if not one.done]
        held = any(one.number == self._desk.at_hand for one in bubble.comments)
        colour = _BUBBLE_AT_HAND if held else _BUBBLE if waiting else _DONE
        painter.setPen(QPen(colour, max(0.8 * scale, 1.0)))
        painter.setBrush(colour if waiting else QColor("white"))
        painter.drawPath(_outline(bubble, scale))
        font = QFont(painter.font())
        font.setPixelSize(max(round(8 * scale), 1))
        painter.setFont(font)
        painter.setPen(QColor("white") if waiting else colour)
        words = "✓" if not waiting else str(len(waiting)) if len(waiting) > 1 else "…"
        painter.drawText(_box(bubble, scale), Qt.AlignmentFlag.AlignCenter, words)


def said_words(comments: tuple[Comment, ...]) -> str:
    """What the tip says: who, when, what."""
    from app.desk.commenting import when_words

    told = []
    for one in comments:
        head = "　".join(filter(None, (one.who, when_words(one), "已处理" if one.done else "")))
        said = escape(one.text).replace("\n", "<br>")
        told.append(f"<span style='color:gray'>{escape(head)}</span><br>{said}")
    return f"<qt>{'<hr>'.join(told)}</qt>"


def _box(bubble: Bubble, scale: float) -> QRectF:
    return QRectF(bubble.x_pt * scale, bubble.y_pt * scale, _WIDTH_PT * scale, _HEIGHT_PT * scale)


def _outline(bubble: Bubble, scale: float) -> QPainterPath:
    """A rounded box with a tail towards the text."""
    box = _box(bubble, scale)
    path = QPainterPath()
    path.addRoundedRect(box, 2.5 * scale, 2.5 * scale)
    tail = QPainterPath(QPointF(box.left(), box.top() + box.height() * 0.3))
    tail.lineTo(box.left() - 3.5 * scale, box.center().y())
    tail.lineTo(box.left(), box.top() + box.height() * 0.75)
    tail.closeSubpath()
    return path.united(tail)
