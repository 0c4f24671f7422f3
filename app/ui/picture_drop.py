"""Image files dropped onto the pages become pictures at the place under the mouse; all other files go on to the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from app.ui.page_editor import PageEditor
from app.ui.picture_desk import picture_files


class PictureDrop(QObject):
    """Watches the viewport of the pages; `take` gets the files after the caret was put where they were dropped."""

    def __init__(self, pages: PageEditor, take: Callable[[list[Path]], None]) -> None:
        super().__init__(pages)
        self._pages = pages
        self._take = take
        pages.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take image files; leave the rest."""
        if isinstance(event, QDragMoveEvent | QDropEvent):
            files = picture_files(event.mimeData())
            if files:
                event.acceptProposedAction()
                if event.type() is QEvent.Type.Drop:
                    self._pages.put_caret(QPointF(event.position()))
                    self._take(files)
                return True
        return super().eventFilter(watched, event)
