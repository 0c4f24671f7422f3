"""The look of a long issue changes off the window's thread, and not at all if the issue became another one meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from threading import get_ident

import pytest

from app.edit.commands import set_number
from app.edit.look_commands import apply_preset, apply_values
from app.ui import session as sessions
from app.ui.main_window import MainWindow


@pytest.fixture
def long(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """An issue that counts as long."""
    monkeypatch.setattr(sessions, "MANY_PAGES", 0)
    return opened


def grid(window: MainWindow) -> tuple[int, int]:
    assert window.session.issue is not None
    found = window.session.issue.template.grid
    return found.characters, found.lines


def test_another_grid_comes_when_the_pages_are_ready(long: MainWindow, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    threads = []
    lay_out = sessions.Relook.lay_out
    monkeypatch.setattr(sessions.Relook, "lay_out", lambda *given: (threads.append(get_ident()), lay_out(*given))[1])
    assert long.session.perform(apply_preset, "26x22")
    assert long.runner.busy and grid(long) == (28, 22)
    assert not long.splitter.isEnabled()
    settle()
    assert grid(long) == (26, 22)
    assert long.splitter.isEnabled()
    assert threads and threads[0] != get_ident()
    assert long.session.layout is not None
    assert long.session.undo_label == "调整版式"
    long.session.undo()
    settle()
    assert grid(long) == (28, 22)
    assert long.session.redo_label == "调整版式"


def test_a_change_that_came_first_keeps_the_old_look(long: MainWindow, settle: Callable[[], None]) -> None:
    long.session.perform(apply_values, {"grid.characters": 26})
    assert long.session.perform(set_number, "第9期")
    settle()
    assert grid(long)[0] == 28
    assert long.session.issue is not None and long.session.issue.masthead.number.text == "第9期"


def test_two_looks_at_once_are_refused_with_a_sentence(long: MainWindow, settle: Callable[[], None]) -> None:
    long.session.perform(apply_values, {"grid.characters": 26})
    long.session.perform(apply_values, {"grid.characters": 24})
    assert "还没有做完" in long.bar.text
    settle()
    assert grid(long)[0] == 26


def test_a_short_issue_changes_at_once(opened: MainWindow) -> None:
    opened.session.perform(apply_preset, "26x22")
    assert grid(opened) == (26, 22)
