"""The paragraph at the caret becomes a box of plain text below the pages, which screen readers see and are told of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.layout.places import Side
from app.ui.caret_view import CaretView
from app.ui.page_input_method import utf16
from app.ui.session import Session
from app.ui.spoken import Spot, spoken, spot_of

_HEIGHT_PX = 112


class ReaderPane(QFrame):
    """Follows the session while it is shown: page, line and role above, the paragraph with caret or selection below.

    PySide6 can't lend a painted widget a text interface of its own (its binding leaves out the calls that bring selections), so the
    words stand in a box of Qt's own, and `pages` announces what changed.
    """

    def __init__(self, session: Session, pages: CaretView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerPane")
        self.setAccessibleName("朗读窗格")
        self._session, self._pages = session, pages
        self._spot: Spot | None = None
        self.setFixedHeight(_HEIGHT_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(4)
        self.head = QLabel()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("光标所在的一段")
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse)
        self.head.setBuddy(self.text)
        column.addWidget(self.head)
        column.addWidget(self.text, 1)
        self.setFocusProxy(self.text)
        for signal in (session.opened, session.changed, session.selected):
            signal.connect(self.follow)
        self.hide()

    def setVisible(self, shown: bool) -> None:
        """Shown, it is up to date."""
        super().setVisible(shown)
        self.follow()

    def follow(self) -> None:
        """Say where the caret is now."""
        if self.isHidden():
            self._spot = None
            return
        state, layout, cursor = self._session.state, self._session.layout, self._pages.page_cursor
        spot = spot_of(state, layout, cursor.side if cursor else Side.AFTER) if state is not None and layout is not None else None
        before, self._spot = self._spot, spot
        if spot is None:
            self.head.setText("页面上还没有光标：在页面上点一下，或按 F6 走到页面。")
            self.text.clear()
            return
        self.head.setText(spot.head)
        shown = spot.selected or spot.text
        if self.text.toPlainText() != shown:
            self.text.setPlainText(shown)
        shown_cursor = self.text.textCursor()
        if spot.selected:
            shown_cursor.select(QTextCursor.SelectionType.Document)
        else:
            shown_cursor.setPosition(utf16(spot.text, spot.offset))
        self.text.setTextCursor(shown_cursor)
        words = spoken(before, spot)
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._pages, words))
