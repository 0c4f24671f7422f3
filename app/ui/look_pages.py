"""A template that was found becomes pages beside those of the file that it was found in: the office's own text in both."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desk.office import find_office
from app.desk.taking import Taken, drawn_pages, our_pages, printed_pages
from app.desk.template_draft import Sheet
from app.errors import Cancelled, UserError
from app.fonts.roles import FaceResolver
from app.layout.frames import Layout, Page
from app.ui.background import Background
from app.ui.elided_label import ElidedLabel
from app.ui.fields import small_button
from app.ui.later import Later
from app.ui.side_view import SideView

_PAUSE_MS = 60
_LONGEST_WAIT_S = 10.0
_OURS = "用取到的版式排"
_DRAWN = "原件：按读到的格式画的示意，不是原件的打印样子"
_PRINTED = "原件：由本机的 LibreOffice 打印，字体是本机有的"
_NO_OFFICE = "本机没有装 LibreOffice。可以用 Word 或 WPS 打开原件对照。"


class LookPages(QWidget):
    """Shows a page of each side by side; they turn together. `trouble` brings a sentence."""

    trouble = Signal(str)

    def __init__(self, taken: Taken, resolver: FaceResolver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken, self._resolver = taken, resolver
        self._sheet: Sheet | None = None
        self._asked: Sheet | None = None
        self._page = 1
        self._stop = Event()
        self.ours: Layout | None = None
        self.theirs: Sequence[Page] = ()
        self._ours_job, self._theirs_job = Background("look", self), Background("original", self)
        self._later = Later(self._lay_out, self, _PAUSE_MS)
        self.back, self.on = small_button("up", "上一页"), small_button("down", "下一页")
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self.number = QLabel()
        self.number.setProperty("role", "quiet")
        self.print = QPushButton("看原件的页面")
        self.print.setAutoDefault(False)
        self.print.clicked.connect(lambda _=False: self._print())
        office = find_office() is not None
        self.print.setEnabled(office)
        self.print.setToolTip("请本机的 LibreOffice 打印原件，看它真正的页面（要等几秒）" if office else _NO_OFFICE)
        self.our_view, self.their_view = SideView(), SideView()
        self.our_name, self.their_name = ElidedLabel(), ElidedLabel()
        self.our_name.setText(_OURS)
        self.their_name.setText(_DRAWN)
        for view in (self.our_view, self.their_view):
            view.turned.connect(self.turn)
        self._assemble()
        self._theirs_job.start(lambda: drawn_pages(taken, resolver), self._take_theirs, self._fail)

    @property
    def busy(self) -> bool:
        """Whether pages are still to come."""
        return self._ours_job.busy or self._theirs_job.busy or self._later.pending

    def show_sheet(self, sheet: Sheet) -> None:
        """Lay the office's text out in a template."""
        self._sheet = sheet
        self._later.soon()

    def turn(self, by: int) -> None:
        """Show another page of both."""
        self._page += by
        self._paint()

    def wait(self) -> None:
        """Stop, for the dialog closes."""
        self._stop.set()
        self._later.drop()
        for job in (self._ours_job, self._theirs_job):
            job.wait(_LONGEST_WAIT_S)
        for view in (self.our_view, self.their_view):
            view.release()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        for widget in (self.back, self.number, self.on):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.print)
        pages = QHBoxLayout()
        pages.setSpacing(8)
        for name, view in ((self.our_name, self.our_view), (self.their_name, self.their_view)):
            name.setProperty("role", "field")
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(name)
            column.addWidget(view, 1)
            pages.addLayout(column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(pages, 1)

    def _lay_out(self) -> None:
        sheet = self._sheet
        if sheet is None or sheet == self._asked:
            return
        if self._ours_job.start(lambda: our_pages(self._taken, sheet, self._resolver), self._take_ours, self._fail):
            self._asked = sheet

    def _take_ours(self, layout: Layout) -> None:
        self.ours = layout
        self._paint()
        self._lay_out()  # what was changed meanwhile

    def _take_theirs(self, pages: Sequence[Page]) -> None:
        self.theirs = pages
        self._paint()

    def _fail(self, error: UserError) -> None:
        self.trouble.emit(error.sentence)
        self._lay_out()

    def _print(self) -> None:
        """The person asks for the pages as another program prints them."""

        def job() -> Sequence[Page] | None:
            try:
                return printed_pages(self._taken, self._stop.is_set)
            except Cancelled:
                return None

        if self._theirs_job.start(job, self._take_printed, self._not_printed):
            self.print.setEnabled(False)
            self.print.setText("正在打印原件…")

    def _take_printed(self, pages: Sequence[Page] | None) -> None:
        if pages is not None:
            self.their_name.setText(_PRINTED)
            self.print.hide()
            self._take_theirs(pages)

    def _not_printed(self, error: UserError) -> None:
        self.print.setText("看原件的页面")
        self.print.setEnabled(True)
        self.trouble.emit(error.sentence)

    def _paint(self) -> None:
        ours = len(self.ours.pages) if self.ours else 0
        most = max(ours, len(self.theirs), 1)
        self._page = min(max(self._page, 1), most)
        self.number.setText(f"第 {self._page} 页")
        self.back.setEnabled(self._page > 1)
        self.on.setEnabled(self._page < most)
        if self.ours is not None:
            theirs = self._taken.seen.document.pages
            self.our_name.setText(f"{_OURS}，共 {ours} 页" + (f"（原件 {theirs} 页）" if theirs else ""))
            self.our_view.show_side(self.ours.pages[min(self._page, ours) - 1], f"{_OURS}，第 {min(self._page, ours)} 页")
        if self.theirs:
            at = min(self._page, len(self.theirs))
            self.their_view.show_side(self.theirs[at - 1], f"{self.their_name.text()}，第 {at} 页")
