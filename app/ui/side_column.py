"""Outline and 来稿箱, or 定稿前检查 in their place, become the left column of the window, which goes when none is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from app.ui.actions import Actions
from app.ui.final_pane import WIDTH_PX, FinalPane

_LEAST_WIDTH_PX = 220
_HEIGHTS_PX = (300, 340)


class SideColumn(QWidget):
    """Holds two panels that actions show and hide, and a pane that covers both while it is seen and needs more room than they do."""

    def __init__(self, outline: QWidget, inbox: QWidget, final: FinalPane, actions: Actions) -> None:
        super().__init__()
        self._panels = QSplitter(Qt.Orientation.Vertical)
        self._panels.setChildrenCollapsible(False)
        self._width = 0
        self._shown = [actions["show_outline"], actions["show_inbox"]]
        self._final = final
        self.setMinimumWidth(_LEAST_WIDTH_PX)
        for panel, height, action in zip((outline, inbox), _HEIGHTS_PX, self._shown, strict=True):
            self._panels.addWidget(panel)
            self._panels.setStretchFactor(self._panels.count() - 1, height)
            action.toggled.connect(self._show)
        self._panels.setSizes(list(_HEIGHTS_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._panels)
        row.addWidget(final)
        final.wanted.connect(self._cover)

    def _cover(self, covered: bool) -> None:
        """The pane comes or goes: the column takes the room that it needs from the pages, and gives it back."""
        if covered:
            self._width = 0 if self.isHidden() else self.width()
        self._panels.setVisible(not covered)
        self._final.setVisible(covered)
        self.setMinimumWidth(WIDTH_PX if covered else _LEAST_WIDTH_PX)
        self._show()
        if not covered:
            self._give_back()

    def _give_back(self) -> None:
        """Be as wide as before. What else has changed meanwhile stays: the window may be larger, and another panel open."""
        around = self.parentWidget()
        if not isinstance(around, QSplitter) or self.isHidden() or not self._width:
            return
        sizes, at = around.sizes(), around.indexOf(self)
        sizes[at + 1] += sizes[at] - self._width
        sizes[at] = self._width
        around.setSizes(sizes)

    def _show(self) -> None:
        self.setVisible(self._final.asked or any(one.isChecked() for one in self._shown))
