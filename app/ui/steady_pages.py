"""A bar that comes or goes above the pages becomes a scroll, so that the words stay where the eye and the pointer are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QWidget

from app.ui.page_area import PageArea


class SteadyPages(QObject):
    """Watches the widget that holds the pages. At the very top nothing scrolls: the bar would cover what is read first."""

    def __init__(self, holder: QWidget, pages: PageArea) -> None:
        super().__init__(holder)
        self._pages = pages
        holder.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The holder was moved down or up: scroll as far the other way."""
        if event.type() is QEvent.Type.Move and isinstance(event, QMoveEvent):
            bar = self._pages.verticalScrollBar()
            if bar.value():
                bar.setValue(bar.value() + event.pos().y() - event.oldPos().y())
        return super().eventFilter(watched, event)
