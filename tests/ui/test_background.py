"""A small job off the window's thread: its result comes back, its bug is not swallowed, and nothing waits for it for ever."""

from __future__ import annotations

from threading import Event, current_thread, main_thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.ui.background import Background


def failing(error: Exception) -> None:
    raise error


def test_a_result_comes_back_to_the_windows_thread(qtbot: QtBot) -> None:
    parent, found = QObject(), []
    background = Background("errand", parent)
    background.start(current_thread, lambda thread: found.append((thread, current_thread())), failing)
    qtbot.waitUntil(lambda: not background.busy)
    ((worked, told),) = found
    assert worked is not main_thread() and told is main_thread()


def test_what_the_person_can_put_right_comes_back(qtbot: QtBot) -> None:
    parent, said = QObject(), []
    background = Background("errand", parent)
    background.start(lambda: failing(UserError("磁盘已满。")), failing, said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert not background.busy


def test_a_bug_is_raised_in_the_windows_thread(qtbot: QtBot) -> None:
    parent = QObject()
    background = Background("errand", parent)
    with qtbot.captureExceptions() as caught:
        background.start(lambda: failing(ZeroDivisionError()), failing, failing)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_one_job_at_a_time_and_none_is_waited_for_beyond_the_limit(qtbot: QtBot) -> None:
    parent, hold, found = QObject(), Event(), []
    background = Background("errand", parent)
    assert background.start(hold.wait, found.append, failing)
    assert not background.start(hold.wait, found.append, failing)
    background.wait(0.01)
    hold.set()
    assert background.start(lambda: 1, found.append, failing)
    qtbot.waitUntil(lambda: found == [1])
