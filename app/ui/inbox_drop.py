"""Submissions dropped onto the pages become articles behind the one under the mouse, or, with Ctrl, part of its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from app.edit.tree import article_of_block
from app.ui.inbox_model import SUBMISSION_MIME, ids_in
from app.ui.inbox_use import InboxUse
from app.ui.outline_nodes import NodeKind
from app.ui.page_editor import PageEditor
from app.ui.places import article_place
from app.ui.session import Session


class InboxDrop(QObject):
    """Watches the viewport of the pages."""

    def __init__(self, session: Session, pages: PageEditor, use: InboxUse) -> None:
        super().__init__(pages)
        self._session, self._pages, self._use = session, pages, use
        pages.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take submissions; leave the rest."""
        if not isinstance(event, QDragMoveEvent | QDropEvent) or not event.mimeData().hasFormat(SUBMISSION_MIME):
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self._pages.put_caret(QPointF(event.position()))
            self._drop(ids_in(event.mimeData()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        return True

    def _drop(self, ids: list[str], merge: bool) -> None:
        state = self._session.state
        if state is None:
            return
        place = article_of_block(state.issue, state.selection.head.block) if state.selection else None
        if merge and place is not None:
            self._use.merge(ids)
        else:
            key = (NodeKind.ARTICLE, place.article.id) if place else (NodeKind.FOOTER, 0)
            self._use.use(ids, *article_place(state.issue, key))
