"""The outline and, below it, the 来稿箱 become the left column of the window, which goes when neither is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.ui.actions import Actions

_LEAST_WIDTH_PX = 220
_HEIGHTS_PX = (300, 340)


class SideColumn(QSplitter):
    """Holds two panels that actions show and hide."""

    def __init__(self, outline: QWidget, inbox: QWidget, actions: Actions) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setChildrenCollapsible(False)
        self.setMinimumWidth(_LEAST_WIDTH_PX)
        shown = [actions["show_outline"], actions["show_inbox"]]
        for panel, height, action in zip((outline, inbox), _HEIGHTS_PX, shown, strict=True):
            self.addWidget(panel)
            self.setStretchFactor(self.count() - 1, height)
            action.toggled.connect(lambda _: self.setVisible(any(one.isChecked() for one in shown)))
        self.setSizes(list(_HEIGHTS_PX))
