"""F6 becomes the next pane of the window: outline, pages, panel, and round again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class PaneCycle:
    """Leads the keyboard through panes; those that are hidden or grey are passed over."""

    def __init__(self, panes: Sequence[QWidget]) -> None:
        self._panes = panes

    def go(self, *, back: bool = False) -> None:
        """Give the keyboard to the next pane, or to the one before."""
        panes = [pane for pane in self._panes if pane.isVisible() and pane.isEnabled() and entrance(pane)]
        if not panes:
            return
        focus = QApplication.focusWidget()
        at = next((i for i, pane in enumerate(panes) if focus is not None and (pane is focus or pane.isAncestorOf(focus))), None)
        following = 0 if at is None else (at + (-1 if back else 1)) % len(panes)
        widget = entrance(panes[following])
        if widget is not None:
            widget.setFocus(Qt.FocusReason.TabFocusReason)


def entrance(pane: QWidget) -> QWidget | None:
    """The pane itself, or the first widget in it that Tab would stop at."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return pane
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if stops and pane.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
    return None
