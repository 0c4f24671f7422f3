"""A finding that a key led to becomes a few words under it on the page, for those who work without the panel."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.check_desk import CheckDesk
from app.ui.check_marks import CheckMarks
from app.ui.page_editor import PageEditor
from app.ui.session import Session

_GLIDE_MS = 180
"""A little more than the pages take to glide to where the caret is."""
_WIDTH_PX, _GAP_PX = 420, 6
_KEYS = "F7 下一处　Shift+F7 上一处　Ctrl+F7 不改"


class CheckTip(QObject):
    """Says of the finding that F7 led to what its panel would, as long as the `panel` is out of sight.

    `label` lies on the pages and lets the mouse through; whatever happens to the finding or the pages takes it away.
    """

    def __init__(self, session: Session, desk: CheckDesk, marks: CheckMarks, pages: PageEditor, panel: QWidget) -> None:
        super().__init__(pages)
        self._desk, self._marks, self._pages, self._panel = desk, marks, pages, panel
        self.label = QLabel(pages.viewport())
        self.label.setObjectName("checkTip")
        self.label.setWordWrap(True)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.setAccessibleName("校对意见")
        self.label.hide()
        self._soon = QTimer(self, singleShot=True, interval=_GLIDE_MS)
        self._soon.timeout.connect(self._show)
        desk.led.connect(self._soon.start)
        desk.chosen.connect(self._drop)
        desk.found.connect(self._follow)
        session.opened.connect(self._drop)
        session.changed.connect(lambda _: self._drop())
        pages.clicked.connect(lambda _: self._drop())
        for bar in (pages.verticalScrollBar(), pages.horizontalScrollBar()):
            bar.valueChanged.connect(lambda _: self.label.hide())

    def _show(self) -> None:
        finding, caret = self._desk.at_hand, self._pages.caret_rect()
        if finding is None or caret is None or self._panel.isVisible():
            return
        self.label.setText(self._marks.words(finding, _KEYS))
        self.label.setFixedWidth(min(_WIDTH_PX, self._pages.viewport().width()))
        self.label.adjustSize()
        self.label.move(self._place(caret.left(), caret.top(), caret.bottom()))
        self.label.show()
        self.label.raise_()

    def _place(self, left: float, top: float, bottom: float) -> QPoint:
        """Below the line, or above it where the pages end."""
        room = self._pages.viewport().size()
        x = max(0, min(round(left), room.width() - self.label.width()))
        below = round(bottom) + _GAP_PX
        return QPoint(x, below if below + self.label.height() <= room.height() else round(top) - _GAP_PX - self.label.height())

    def _follow(self) -> None:
        """Something else was found: the finding may be gone."""
        if self._desk.at_hand is None:
            self._drop()

    def _drop(self) -> None:
        self._soon.stop()
        self.label.hide()
