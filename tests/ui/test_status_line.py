"""The line at the window's foot says one thing at a place at a time."""

from __future__ import annotations

from pathlib import Path

from app.ui.main_window import MainWindow


def test_a_passing_word_stands_alone(opened: MainWindow) -> None:
    line = opened.status
    assert line.free.isVisible()
    line.say_saved(Path("/七.jianbao"))
    line.show_layout(opened.session.layout, opened.session.faces, None if opened.session.issue is None else opened.session.issue.template)
    assert not line.free.isVisible() and not line.faces.isVisible()
    line.clearMessage()
    assert line.free.isVisible() and line.faces.isVisible() is bool(line.faces.text())
    line.show_layout(None, None, None)
    assert not line.free.isVisible() and not line.faces.isVisible()
