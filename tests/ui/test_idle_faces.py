"""Faces are prepared for the next export while nothing happens to the issue."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.ui import idle_faces
from app.ui.idle_faces import IdleFaces
from app.ui.main_window import MainWindow
from tests.ui import bulletins


def test_every_face_is_prepared_at_rest(
    window: MainWindow, settle: Callable[[], None], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle_faces, "REST_MS", 0)
    monkeypatch.setattr(idle_faces, "_BETWEEN_MS", 0)
    idle = IdleFaces(window.session, window.runner)
    window.files.new_composed(bulletins.composed(), None)
    settle()
    qtbot.waitUntil(lambda: window.session.faces is not None and not idle.waiting, timeout=30_000)
    assert window.session.faces is not None
    for face in window.session.faces.faces.values():
        assert face.subset_source is not face.hb_face


def test_no_issue_leaves_nothing_to_prepare(window: MainWindow) -> None:
    idle = IdleFaces(window.session, window.runner)
    window.session.close()
    assert not idle.waiting


def test_writing_comes_first(opened: MainWindow) -> None:
    idle = IdleFaces(opened.session, opened.runner)
    opened.session.opened.emit()
    count = idle.waiting
    assert count
    opened.actions_["add_article"].trigger()
    assert idle.waiting == count
