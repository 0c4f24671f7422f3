"""The line at the window's foot: page, what the page count means for the printer, faces that stand in, work under way, zoom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QToolButton, QWidget

from app.ui.actions import Actions
from app.ui.elided_label import ElidedLabel
from app.ui.icons import give_icon
from app.ui.style import redress
from app.ui.zoom_box import ZoomBox

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout
    from app.model.template import Template

_SAVED_MS = 4000
_SHOW_AFTER_MS = 350
"""Shorter work shows no progress: a flash would only disturb."""


class StatusLine(QStatusBar):
    """`counts` stands behind the page.

    Signals: `faces_asked` (a click on the warning), `fit_asked` (a click on the free lines), `cancel_asked`.
    """

    faces_asked = Signal()
    fit_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, actions: Actions, counts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(0, 0, 6, 0)
        self.page = QLabel()
        self.sheets = ElidedLabel()
        self._footer_was = 0
        self.free = QPushButton()
        self.free.setProperty("quiet", "true")
        self.free.setStyleSheet("padding: 2px 6px; min-height: 16px;")
        self.free.setToolTip("打开版面调整：压行、撑行，凑够页数")
        self.free.clicked.connect(self.fit_asked)
        self.free.hide()
        self.faces = QPushButton()
        give_icon(self.faces, "warning")
        self.faces.setProperty("quiet", "true")
        self.faces.setProperty("role", "warning")
        self.faces.setStyleSheet("padding: 2px 8px; min-height: 16px;")
        self.faces.clicked.connect(self.faces_asked)
        self.faces.hide()
        for widget in (self.page, counts, self.sheets, self.free, self.faces):
            self.addWidget(widget)
        self.messageChanged.connect(self._unveil)
        self.addPermanentWidget(self._work_box())
        for name in ("fit_width", "fit_page", "zoom_out"):
            self.addPermanentWidget(_tool(actions, name))
        self.zoom = ZoomBox()
        self.addPermanentWidget(self.zoom)
        self.addPermanentWidget(_tool(actions, "zoom_in"))

    def _work_box(self) -> QWidget:
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(8)
        self._what = QLabel()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setFixedWidth(120)
        self._progress.setTextVisible(False)
        cancel = QPushButton("取消")
        cancel.setProperty("quiet", "true")
        cancel.setStyleSheet("padding: 2px 6px; min-height: 16px;")
        cancel.clicked.connect(self.cancel_asked)
        cancel.clicked.connect(lambda: self._what.setText("正在取消…"))
        for widget in (self._what, self._progress, cancel):
            row.addWidget(widget)
        self._work.hide()
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_SHOW_AFTER_MS)
        self._delay.timeout.connect(self._work.show)
        return self._work

    def show_layout(self, layout: Layout | None, faces: FaceSet | None, template: Template | None) -> None:
        """Say what the pages mean for the printer, and which faces stand in for others."""
        self._show_sheets(layout, template)
        others = [found for found in faces.substitutions if found.substituted] if faces and layout else []
        missing = len({glyph.char for glyph in layout.missing}) if layout else 0
        words = f"{len(others)} 种字体用了代替字体" if others else ""
        if missing:
            words = f"有 {missing} 个字没有字形" + (f"，{words}" if words else "")
        self.faces.setText(words)
        self.faces.setToolTip("\n".join(found.notice for found in others))
        self._unveil()

    def _unveil(self) -> None:
        """Show what has something to say, but never beside a passing word, which Qt paints into the same place."""
        for widget in (self.free, self.faces):
            widget.setVisible(bool(widget.text()) and not self.currentMessage())

    def another_issue(self) -> None:
        """Where the footer of the last issue stood says nothing of the next one."""
        self._footer_was = 0

    def _show_sheets(self, layout: Layout | None, template: Template | None) -> None:
        if layout is None or template is None:
            self.sheets.clear()
            self.free.setText("")
            return
        from app.desk.line_budget import is_near, lone_footer, lone_footer_words
        from app.desk.report import sheets_sentence, spare_lines

        lone = lone_footer(layout, template)
        moved = lone is not None and 0 < self._footer_was < lone.page
        self._footer_was = layout.footer_page
        warn = lone is not None and (moved or is_near(lone, template))
        words = sheets_sentence(len(layout.pages), layout.footer_page)
        self.sheets.setText(words + (lone_footer_words(lone, moved=moved) if lone and warn else ""))
        self.sheets.setToolTip(self.sheets.text())
        self.free.setText("末页只有报尾" if lone else f"末页余 {spare_lines(template, layout)} 行")
        for widget in (self.sheets, self.free):
            redress(widget, "role", "warning" if warn else "")

    def show_page(self, page: int, pages: int) -> None:
        """第 3 页，共 8 页."""
        self.page.setText(f"第 {page} 页，共 {pages} 页" if pages else "")

    def say_saved(self, path: Path) -> None:
        """Say for a moment that the issue is in its file."""
        self.showMessage(f"已保存到 {path}", _SAVED_MS)

    def show_zoom(self, zoom: float) -> None:
        """The zoom in per cent."""
        self.zoom.show_zoom(zoom)

    def begin(self, what: str) -> None:
        """Work has begun; it shows when it takes longer than a moment."""
        self.progress(what, 0.0)
        self._delay.start()

    def progress(self, what: str, part: float) -> None:
        """How far the work is; 0 for nobody knows."""
        self._what.setText(what)
        self._progress.setRange(0, 100 if part else 0)
        self._progress.setValue(round(part * 100))

    def end(self) -> None:
        """The work is over."""
        self._delay.stop()
        self._work.hide()


def _tool(actions: Actions, name: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[name])
    button.setIconSize(QSize(18, 18))
    button.setStyleSheet("padding: 2px;")
    return button
