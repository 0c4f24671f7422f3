"""The issue at hand becomes its 字数 at the window's foot: what is selected, the article, the issue; counted when the keys rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.edit.counts import characters_of_article, characters_of_issue, characters_selected
from app.model.issue import Article
from app.ui.elided_label import ElidedLabel
from app.ui.later import LONG_PAUSE_MS, Later
from app.ui.session import Session


class CountLabel(ElidedLabel):
    """Follows a session; `article` brings the article at hand."""

    def __init__(self, session: Session, article: Callable[[], Article | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip("字数不计空格；本期是各篇标题和正文的总和，不算报头、目录和报尾")
        self._session = session
        self._article = article
        self._counting = Later(self._count, self, LONG_PAUSE_MS)
        session.opened.connect(self.count)
        session.changed.connect(self.count_soon)
        session.selected.connect(self.count_soon)

    def count_soon(self) -> None:
        """Count when nothing has changed for a moment."""
        self._counting.soon()

    def count(self) -> None:
        """Count now."""
        self._counting.now()

    def _count(self) -> None:
        state = self._session.state
        if state is None:
            self.clear()
            return
        selected, article = characters_selected(state), self._article()
        parts = [f"选中 {selected} 字"] if selected else []
        parts += [f"本篇 {characters_of_article(article)} 字"] if article else []
        self.setText("　".join((*parts, f"本期 {characters_of_issue(state.issue)} 字")))
