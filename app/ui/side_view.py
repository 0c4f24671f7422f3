"""A side to print becomes a picture to look into: whole or larger, with keys and wheel to turn and to zoom."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from app.layout.frames import Page
from app.ui.glyphs import GlyphPainter
from app.ui.page_painter import paint_page, paint_sheet
from app.ui.pixmaps import Pixmaps

_AROUND = 14
_STEP, _MOST, _LEAST = 1.25, 4.0, 0.2
_PX_PER_PT = 96 / 72


class SideView(QScrollArea):
    """`zoom` is 1.0 at the paper's own size, None where the whole side is fitted in.

    Signals: `turned` (+1 or -1), asked by key or wheel; `pressed` (x, y in points from the page's corner).
    """

    turned = Signal(int)
    pressed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("printPreview")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.zoom: float | None = None
        self._paper = _Paper(self)
        self.setWidget(self._paper)
        self._paper.setAutoFillBackground(False)  # the desk shows round the sheet

    @property
    def page(self) -> Page | None:
        """What is shown."""
        return self._paper.page

    @property
    def scale(self) -> float:
        """Logical pixels for a point."""
        return self._paper.scale

    @property
    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        return self.horizontalScrollBar(), self.verticalScrollBar()

    def show_side(self, page: Page, name: str) -> None:
        """Show a side, called so for those who can't see it."""
        self._paper.page = page
        self.setAccessibleName(name)
        self._fit()
        self._paper.update()

    def zoom_by(self, steps: int) -> None:
        """Larger, or smaller, about the middle of what is seen."""
        now = self.scale / _PX_PER_PT
        middles = [(bar, (bar.value() + bar.pageStep() / 2) / (bar.maximum() + bar.pageStep())) for bar in self._bars]
        self.zoom = min(_MOST, max(_LEAST, now * _STEP**steps))
        self._fit()
        for bar, middle in middles:
            bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def fit(self) -> None:
        """Show the whole side."""
        self.zoom = None
        self._fit()

    def release(self) -> None:
        """Stop decoding."""
        self._paper.pixmaps.wait()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn, + - 0 zoom; arrows scroll."""
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_by(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms; it turns where there is nothing to scroll."""
        down = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and down:
            self.zoom_by(1 if down > 0 else -1)
        elif self.zoom is None and down:
            self.turned.emit(-1 if down > 0 else 1)
        else:
            super().wheelEvent(event)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the side in anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        page = self._paper.page
        if page is None:
            return
        if self.zoom is None:
            room = self.maximumViewportSize()
            scale = min((room.width() - 2 * _AROUND) / page.width_pt, (room.height() - 2 * _AROUND) / page.height_pt)
        else:
            scale = self.zoom * _PX_PER_PT
        self._paper.scale = max(scale, 0.01)
        self._paper.resize(QSize(int(page.width_pt * scale) + 2 * _AROUND, int(page.height_pt * scale) + 2 * _AROUND))


class _Paper(QWidget):
    """The sheet with its shadow."""

    def __init__(self, view: SideView) -> None:
        super().__init__(view)
        self.page: Page | None = None
        self.scale = 1.0
        self.pixmaps = Pixmaps(self)
        self.pixmaps.ready.connect(self.update)
        self._glyphs = GlyphPainter()
        self._pressed = view.pressed

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell where on the page."""
        if event.button() == Qt.MouseButton.LeftButton and self.page is not None:
            at = event.position()
            self._pressed.emit((at.x() - _AROUND) / self.scale, (at.y() - _AROUND) / self.scale)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the side as it will lie in the tray."""
        if self.page is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        sheet = QRectF(_AROUND, _AROUND, self.page.width_pt * self.scale, self.page.height_pt * self.scale)
        paint_sheet(painter, sheet)
        painter.translate(QPointF(_AROUND, _AROUND))
        seen = QRectF(event.rect()).translated(-_AROUND, -_AROUND)
        paint_page(painter, self.page, self._glyphs, self.scale, seen, self.pixmaps)
        painter.end()
