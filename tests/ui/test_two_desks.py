"""Two desks on one PostgreSQL: each sees what the other wrote within two seconds, and a server that goes away costs nothing."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.desk.unremembered import note_unremembered, unremembered
from app.model.signing import Stage
from app.store.library.library import Library
from app.ui.main_window import MainWindow
from tests.store.library.server import Server
from tests.ui.conftest import PreparedAsker

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.postgresql


class OtherDesk:
    """A second program on the same library."""

    def __init__(self, address: str) -> None:
        command = [sys.executable, "-m", "tests.store.library.other_desk", address]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._answer("ready")

    def tell(self, words: str) -> float:
        """Have it do something; the moment when it was written."""
        assert self._process.stdin is not None
        self._process.stdin.write(words + "\n")
        self._process.stdin.flush()
        self._answer("done")
        return time.monotonic()

    def end(self) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def _answer(self, word: str) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == f"{word}\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def address(server: Server, opened: MainWindow) -> str:
    """The window's settings name a new library on the server."""
    address = server.new_database()
    opened.memory.data.mkdir(parents=True, exist_ok=True)
    (opened.memory.data / "settings.json").write_text(json.dumps({"library": address}), "utf-8")
    return address


def show_inbox(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.library.opened, timeout=20_000):
        window.actions_["show_inbox"].setChecked(True)


def titles(window: MainWindow) -> list[str]:
    return [record.title for record in window.inbox.panel.view.rows.records]


def test_what_one_desk_writes_the_other_one_sees_within_two_seconds(opened: MainWindow, qtbot: QtBot, address: str) -> None:
    show_inbox(opened, qtbot)
    other = OtherDesk(address)
    try:
        for number in range(3):
            written = other.tell(f"add 来稿之{number}")
            qtbot.waitUntil(lambda at=number: f"来稿之{at}" in titles(opened), timeout=5_000)
            assert time.monotonic() - written < 2.0
        with qtbot.waitSignal(opened.library.moved, timeout=2_000):
            other.tell(f"stage {'a' * 32} 送签")
        library = opened.library.library
        assert library is not None and library.signed.stage("a" * 32) is Stage.SUBMITTED
    finally:
        other.end()


def test_a_server_that_goes_away_is_said_once_and_what_waits_is_written_when_it_is_back(
    opened: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path, server: Server, address: str
) -> None:
    show_inbox(opened, qtbot)
    server.stop()
    try:
        asker.to_save = tmp_path / "七.jianbao"
        assert opened.files.save()
        for word in ("甲", "乙"):
            opened.library.write_soon(lambda library, word=word: library.ignore_word(word))
        qtbot.waitUntil(lambda: "连不上了" in opened.bar.text, timeout=5_000)
        opened.bar.hide()
        qtbot.wait(2_500)
        assert opened.bar.text == "" and opened.library.busy
        assert asker.to_save.exists() and opened.session.issue is not None
    finally:
        server.start()
    qtbot.waitUntil(lambda: not opened.library.busy, timeout=10_000)
    assert "又连上了" in opened.bar.text
    library = Library.on_server(address)
    assert [kept.path for kept in library.issues()] == [str(asker.to_save)]
    assert library.ignored_words() == ("乙", "甲")
    library.close()


def test_a_window_that_closes_while_the_server_is_away_has_its_issues_remembered_at_the_next_start(
    opened: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path, server: Server, address: str
) -> None:
    show_inbox(opened, qtbot)
    server.stop()
    try:
        asker.to_save = tmp_path / "七.jianbao"
        assert opened.files.save()
        qtbot.waitUntil(lambda: "连不上了" in opened.bar.text, timeout=5_000)
        opened.library.close()
        assert unremembered(opened.memory.data) == [asker.to_save]
    finally:
        server.start()
    again = type(opened.library)(opened.session, opened.bar, opened.memory.data)
    with qtbot.waitSignal(again.written, timeout=20_000):
        again.open_soon()
    assert again.library is not None
    assert [kept.path for kept in again.library.issues()] == [str(asker.to_save)]
    assert unremembered(opened.memory.data) == []
    again.close()


def test_a_list_of_issues_that_is_damaged_is_none(tmp_path: Path) -> None:
    assert unremembered(tmp_path) == []
    note_unremembered(tmp_path, [tmp_path / "七.jianbao"])
    note_unremembered(tmp_path, [tmp_path / "八.jianbao", tmp_path / "七.jianbao"])
    assert unremembered(tmp_path) == [tmp_path / "七.jianbao", tmp_path / "八.jianbao"]
    (tmp_path / "unremembered.json").write_bytes(b'{"a":')
    assert unremembered(tmp_path) == []


def test_an_address_that_is_written_into_the_settings_is_followed(
    opened: MainWindow, qtbot: QtBot, server: Server, wait_opened: Callable[[], None]
) -> None:
    own = opened.library.library
    assert own is not None and not own.access.on_server
    address = server.new_database()
    opened.memory.data.mkdir(parents=True, exist_ok=True)
    (opened.memory.data / "settings.json").write_text(json.dumps({"library": address}), "utf-8")
    qtbot.waitUntil(lambda: (library := opened.library.library) is not None and library.access.on_server, timeout=10_000)
    opened.memory.note(person="李")
    assert address in (opened.memory.data / "settings.json").read_text("utf-8")


@pytest.fixture
def wait_opened(opened: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """The user's own library stands open."""
    with qtbot.waitSignal(opened.library.opened, timeout=20_000):
        opened.library.open_soon()
    return lambda: None
