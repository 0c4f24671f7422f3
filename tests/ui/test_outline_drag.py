"""An article is carried by its title; rows that stay where they are are not carried."""

from __future__ import annotations

from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt

from app.ui import outline_view
from app.ui.main_window import MainWindow
from app.ui.outline_model import ARTICLE_MIME
from app.ui.outline_nodes import FOOTER_KEY, NodeKind


def test_a_dragged_article_leaves_the_landing_line_free(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    drag = Mock()
    monkeypatch.setattr(outline_view, "QDrag", lambda _source: drag)
    view = opened.outline.view
    assert opened.session.issue is not None
    number = next(iter(opened.session.issue.articles())).id
    view.go_to(FOOTER_KEY)
    view.startDrag(Qt.DropAction.MoveAction)
    drag.exec.assert_not_called()
    view.go_to((NodeKind.ARTICLE, number))
    view.startDrag(Qt.DropAction.MoveAction)
    drag.exec.assert_called_once_with(Qt.DropAction.MoveAction)
    (mime,), (picture,), (spot,) = drag.setMimeData.call_args.args, drag.setPixmap.call_args.args, drag.setHotSpot.call_args.args
    assert mime.data(ARTICLE_MIME).data() == str(number).encode()
    assert 0 < picture.deviceIndependentSize().width() <= 260
    assert spot.x() < 0 and spot.y() < 0, "below and right of the pointer"
