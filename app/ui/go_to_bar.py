"""Going to a page and a line, as a slim bar above the pages that goes when it has led there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from app.edit.state import Selection
from app.errors import UserError
from app.layout.caret import caret_at
from app.layout.goto import spot_of
from app.layout.motion import Cursor
from app.ui.icons import give_icon
from app.ui.page_editor import PageEditor
from app.ui.session import Session


class GoToBar(QFrame):
    """Takes what is written and puts the caret there."""

    def __init__(self, session: Session, pages: PageEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("goToBar")
        self._session, self._pages = session, pages
        self.field = QLineEdit()
        self.field.setAccessibleName("转到第几页第几行")
        self.field.setPlaceholderText("页，如 3；页和行，如 3.12")
        self.field.setFixedWidth(190)
        self.error = QLabel()
        self.error.setObjectName("findError")
        go = QPushButton("转到")
        go.setProperty("toggle", True)
        close = QToolButton()
        give_icon(close, "close")
        close.setIconSize(QSize(16, 16))
        close.setAccessibleName("关闭")
        close.setToolTip("关闭（Esc）")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        for widget in (QLabel("转到"), self.field, go):
            row.addWidget(widget)
        row.addWidget(self.error, 1)
        row.addWidget(close)
        self.field.returnPressed.connect(self.go)
        self.field.textChanged.connect(self.error.clear)
        go.clicked.connect(self.go)
        close.clicked.connect(self.close_bar)
        session.opened.connect(self.hide)
        self.hide()

    def open_bar(self) -> None:
        """Ask where to go."""
        self._pages.leave_composition()
        self.error.clear()
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def close_bar(self) -> None:
        """Give the caret back."""
        self.hide()
        self._pages.setFocus()

    def go(self) -> None:
        """Put the caret there, or say why not."""
        issue, layout = self._session.issue, self._session.layout
        if issue is None or layout is None:
            return
        try:
            spot = spot_of(layout, self.field.text(), issue.template.grid.lines, issue.template.line_twips)
        except UserError as error:
            self.error.setText(error.sentence)
            self.field.selectAll()
            return
        self.close_bar()
        self._pages.set_cursor(Cursor(Selection(spot.place, spot.place), spot.side))
        caret = caret_at(layout, spot.place, spot.side)
        if spot.line is None:
            self._pages.show_page(spot.page)
        elif caret is not None:
            self._pages.show_place(caret.page, caret.top)  # with what follows it in view, too

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
