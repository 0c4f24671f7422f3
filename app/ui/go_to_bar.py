"""Going to a page and a line, as a slim bar above the pages that goes when it has led there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from app.edit.state import Selection
from app.errors import UserError
from app.layout.caret import caret_at
from app.layout.goto import spot_of
from app.layout.motion import Cursor
from app.ui.icons import give_icon
from app.ui.page_editor import PageEditor
from app.ui.proof_desk import ProofDesk, proof_words
from app.ui.session import Session

if TYPE_CHECKING:
    from app.store.proofs import Proof


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
        self.of = QComboBox()
        self.of.setAccessibleName("按哪一份的页和行")
        self.of.setToolTip("纸上的清样和现在的页面行数不一样时，选那一份清样")
        self._proofs: ProofDesk | None = None
        self._kept: list[Proof] = []
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
        for widget in (QLabel("转到"), self.of, self.field, go):
            row.addWidget(widget)
        row.addWidget(self.error, 1)
        row.addWidget(close)
        self.field.returnPressed.connect(self.go)
        self.field.textChanged.connect(self.error.clear)
        go.clicked.connect(self.go)
        close.clicked.connect(self.close_bar)
        session.opened.connect(self.hide)
        self.hide()

    def serve(self, proofs: ProofDesk) -> None:
        """Let the pages and lines of printed proofs be written, too."""
        self._proofs = proofs

    def open_bar(self) -> None:
        """Ask where to go: on the newest proof, where one was printed, since it is paper that says page and line."""
        self._pages.leave_composition()
        self._list_proofs()
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
            proof = self._kept[self.of.currentIndex() - 1] if self.of.currentIndex() > 0 else None
            if proof is not None and self._proofs is not None:
                spot = self._proofs.spot(proof, self.field.text())
            else:
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

    def _list_proofs(self) -> None:
        """Offer the proofs that are kept now."""
        kept = self._proofs.kept if self._proofs else []
        if kept != self._kept or not self.of.count():
            self._kept = kept
            self.of.clear()
            self.of.addItems(["现在的页面", *(proof_words(proof) for proof in kept)])
            self.of.setCurrentIndex(1 if kept else 0)
        self.of.setVisible(bool(kept))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
