"""An article is carried by its title; rows that stay where they are are not carried."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QPixmap

from app.ui import outline_view
from app.ui.main_window import MainWindow
from app.ui.outline_model import ARTICLE_MIME
from app.ui.outline_nodes import FOOTER_KEY, NodeKind


class NotedDrag:
    """Notes what would be carried."""

    carried: list[NotedDrag] = []

    def __init__(self, source: object) -> None:
        self.mime, self.picture, self.spot = QMimeData(), QPixmap(), QPoint()

    def setMimeData(self, mime: QMimeData) -> None:
        self.mime = mime

    def setPixmap(self, picture: QPixmap) -> None:
        self.picture = picture

    def setHotSpot(self, spot: QPoint) -> None:
        self.spot = spot

    def exec(self, actions: Qt.DropAction) -> Qt.DropAction:
        self.carried.append(self)
        return actions


def test_a_dragged_article_leaves_the_landing_line_free(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outline_view, "QDrag", NotedDrag)
    monkeypatch.setattr(NotedDrag, "carried", [])
    view = opened.outline.view
    assert opened.session.issue is not None
    number = next(iter(opened.session.issue.articles())).id
    view.go_to((NodeKind.ARTICLE, number))
    view.startDrag(Qt.DropAction.MoveAction)
    view.go_to(FOOTER_KEY)
    view.startDrag(Qt.DropAction.MoveAction)
    (drag,) = NotedDrag.carried
    assert drag.mime.data(ARTICLE_MIME).data() == str(number).encode()
    assert 0 < drag.picture.deviceIndependentSize().width() <= 260
    assert drag.spot.x() < 0 and drag.spot.y() < 0, "below and right of the pointer"
