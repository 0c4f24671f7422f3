"""A template under work becomes pages to look at beside it, laid out anew off the window's thread whenever a value changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desk.template_draft import Sheet
from app.desk.template_places import group_at
from app.desk.template_preview import Preview, preview
from app.errors import UserError
from app.fonts.roles import FaceResolver
from app.model.issue import Issue
from app.ui.background import Background
from app.ui.elided_label import ElidedLabel
from app.ui.fields import small_button
from app.ui.later import Later
from app.ui.side_view import SideView

_PAUSE_MS = 30
_LONGEST_WAIT_S = 10.0
_LAST = 10_000
_TIP = "点页面上的字或线，就到管它的那一组"
_SAMPLE, _ISSUE = "示例", "眼前这一期"


class TemplatePages(QWidget):
    """Shows a page of the sample, or of the open issue, in a template, and beside it in another one where that is wished.

    Signals: `shown` after each layout; `beside` (bool) where the two are to be seen side by side, or no more; `group_asked` (name) where
    somebody clicked on what a group of values says the look of.
    """

    shown = Signal()
    beside = Signal(bool)
    group_asked = Signal(str)

    def __init__(self, resolver: FaceResolver, issue: Callable[[], Issue | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resolver, self._issue = resolver, issue
        self._sheet: Sheet | None = None
        self._other: tuple[str, Sheet] | None = None
        self._asked: tuple[object, ...] = ()
        self._page = 1
        self._chosen = False
        self.found: Preview | None = None
        self.other_found: Preview | None = None
        self._background = Background("templates", self)
        self._later = Later(self._lay_out, self, _PAUSE_MS)
        self.source = QComboBox()
        self.source.setAccessibleName("看哪一期")
        self.source.addItems([_SAMPLE, _ISSUE])
        self.source.setToolTip("用示例的文章看，还是用打开着的这一期看")
        self.source.currentIndexChanged.connect(lambda _: self._again())
        self.source.activated.connect(lambda _: self._choose())
        self.back, self.on = small_button("up", "上一页"), small_button("down", "下一页")
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self.number = QLabel()
        self.number.setProperty("role", "quiet")
        self.both = QPushButton("并排对照")
        self.both.setCheckable(True)
        self.both.setProperty("toggle", "true")
        self.both.setAutoDefault(False)
        self.both.setToolTip("旁边再看对照的版式排出来的同一页")
        self.both.toggled.connect(self._show_both)
        self.view, self.other_view = SideView(), SideView()
        self.other_name = ElidedLabel()
        self.name = ElidedLabel()
        self.reckoned = ElidedLabel()
        self.reckoned.setProperty("role", "quiet")
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("tone", "warning")
        self.trouble.hide()
        for view in (self.view, self.other_view):
            view.turned.connect(self.turn)
            view.pressed.connect(lambda x, y, view=view: self._point(view, x, y))
            view.setToolTip(_TIP)
        self._assemble()
        self._show_both(False)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        for widget in (self.source, self.back, self.number, self.on):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.both)
        pages = QHBoxLayout()
        pages.setSpacing(8)
        self._second = QWidget()
        for holder, name, view in ((QWidget(), self.name, self.view), (self._second, self.other_name, self.other_view)):
            name.setProperty("role", "field")
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(name)
            column.addWidget(view, 1)
            pages.addWidget(holder, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.trouble)
        column.addLayout(pages, 1)
        column.addWidget(self.reckoned)

    @property
    def busy(self) -> bool:
        """Whether pages are still to come."""
        return self._background.busy or self._later.pending

    def show_sheet(self, sheet: Sheet, other: tuple[str, Sheet] | None) -> None:
        """Show a template, and the one that it is compared with."""
        self._sheet, self._other = sheet, other
        self.both.setEnabled(other is not None)
        self.other_name.setText(other[0] if other else "")
        self._later.soon()

    def show_issue(self) -> None:
        """The issue at hand is another one, or none, or it was changed."""
        there = self._issue() is not None
        self.source.setEnabled(there)
        if not there:
            self.source.setCurrentIndex(0)
        elif self.source.currentIndex() == 1:
            self._again()

    def propose(self, issue: bool) -> None:
        """Look at the open issue, or at the sample; what the person chose stays."""
        if not self._chosen and self.source.isEnabled():
            self.source.setCurrentIndex(1 if issue else 0)

    def _choose(self) -> None:
        self._chosen = True

    def turn(self, by: int) -> None:
        """Show another page."""
        self._page += by
        self._paint()

    def go_to(self, page: int) -> None:
        """Show the page of that number, 0 for the last one; one that there is not is the nearest."""
        self._page = page or _LAST
        self._paint()

    def wait(self) -> None:
        """Stop, for the dialog closes."""
        self._later.drop()
        self._background.wait(_LONGEST_WAIT_S)
        for view in (self.view, self.other_view):
            view.release()

    def _point(self, view: SideView, x_pt: float, y_pt: float) -> None:
        group = group_at(view.page, x_pt, y_pt) if view.page is not None else None
        if group is not None:
            self.group_asked.emit(group)

    def _again(self) -> None:
        self._asked = ()
        self._later.soon()

    def _show_both(self, on: bool) -> None:
        self._second.setVisible(on)
        self.name.setVisible(on)
        self.name.setText("正在改的")
        if on:
            self._again()
        self.beside.emit(on)

    def _lay_out(self) -> None:
        sheet, resolver = self._sheet, self._resolver
        if sheet is None:
            return
        issue = self._issue() if self.source.currentIndex() == 1 else None
        other = self._other[1] if self._other and self.both.isChecked() else None
        asked = (sheet, other, issue)
        if asked == self._asked:
            return

        def job() -> tuple[Preview, Preview | None]:
            return preview(sheet, issue, resolver), preview(other, issue, resolver) if other else None

        if self._background.start(job, lambda found: self._take(*found), self._fail):
            self._asked = asked

    def _take(self, found: Preview, other: Preview | None) -> None:
        self.found, self.other_found = found, other
        self.trouble.hide()
        self.reckoned.setText(found.reckoned)
        self._paint()
        self._lay_out()  # what was changed meanwhile
        self.shown.emit()

    def _fail(self, error: UserError) -> None:
        self.trouble.setText(error.sentence)
        self.trouble.show()
        self._lay_out()
        self.shown.emit()

    def _paint(self) -> None:
        if self.found is None:
            return
        pages = self.found.layout.pages
        self._page = min(max(self._page, 1), len(pages))
        self.number.setText(f"第 {self._page} 页，共 {len(pages)} 页")
        self.back.setEnabled(self._page > 1)
        self.on.setEnabled(self._page < len(pages))
        self.view.show_side(pages[self._page - 1], f"第 {self._page} 页")
        if self.other_found is not None and self.both.isChecked():
            others = self.other_found.layout.pages
            self.other_view.show_side(others[min(self._page, len(others)) - 1], f"对照的版式，第 {self._page} 页")
