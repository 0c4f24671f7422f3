"""The end of scenario 12: an office stands elsewhere as it was; a second one takes it in; the library moves to a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from app.desk.handing import export_office
from app.desk.library import library_address, open_library
from app.desk.publish import Task
from app.errors import UserError
from app.store.library.library import Library
from app.store.library.search import Wanted
from app.ui.hand_over_dialog import HandOverDialog
from app.ui.incoming_dialog import IncomingDialog
from app.ui.main_window import MainWindow
from app.ui.shared_dialog import SharedDialog
from tests.desk.test_handing import office
from tests.store.library.filling import everything
from tests.store.library.records import record
from tests.store.library.server import Server
from tests.ui.conftest import PreparedAsker

Settle = Callable[[], None]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The folder of the office that hands over."""
    office(tmp_path / "old").close()
    return tmp_path / "old"


@pytest.fixture
def file(old: Path, tmp_path: Path) -> Path:
    library = open_library(old)
    export_office(library, old, tmp_path / "交接.jiaojie", Task(), originals=True)
    library.close()
    return tmp_path / "交接.jiaojie"


@pytest.fixture
def ready(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with its own, empty library open."""
    with qtbot.waitSignal(window.library.opened, timeout=20_000):
        window.library.open_soon()
    return window


def own(window: MainWindow) -> Library:
    assert window.library.library is not None
    return window.library.library


def dialog(window: MainWindow, qtbot: QtBot, kind: type) -> object:
    qtbot.waitUntil(lambda: isinstance(window.month.handing.dialog, kind), timeout=20_000)
    return window.month.handing.dialog


def press(of: object, words: str) -> None:
    next(button for button in of.findChildren(QPushButton) if button.text() == words).click()  # type: ignore[attr-defined]


def taken(window: MainWindow, asker: PreparedAsker, qtbot: QtBot, file: Path, words: str) -> None:
    asker.to_open = [file]
    window.actions_["open_handover"].trigger()
    press(dialog(window, qtbot, IncomingDialog), words)
    qtbot.waitUntil(lambda: not window.runner.busy, timeout=20_000)


def test_an_office_that_is_opened_on_an_empty_profile_is_the_same_office(
    ready: MainWindow, asker: PreparedAsker, qtbot: QtBot, file: Path, old: Path
) -> None:
    taken(ready, asker, qtbot, file, "接过来")
    assert "接过来了" in ready.bar.text and "来稿 1" in ready.bar.text
    there = open_library(old)
    assert everything(own(ready)) == everything(there)
    wanted = Wanted(("云湖镇",), submissions=True)
    hits = own(ready).search.find(wanted)
    assert hits == there.search.find(wanted) and hits.hits
    assert own(ready).statistics.read() == there.statistics.read()
    there.close()
    assert ready.memory.settings.off_rules == ("mark.double",)
    assert ready.memory.settings.person == ""
    assert (ready.memory.data / "templates" / "云湖.toml").exists()


def test_an_own_template_is_asked_for_before_an_office_is_taken_over(
    ready: MainWindow, asker: PreparedAsker, qtbot: QtBot, file: Path
) -> None:
    folder = ready.memory.data / "templates"
    folder.mkdir()
    (folder / "云湖.toml").write_text("# own", "utf-8")
    asker.to_open = [file]
    ready.actions_["open_handover"].trigger()
    asked = dialog(ready, qtbot, IncomingDialog)
    assert isinstance(asked, IncomingDialog)
    assert "1 个文件本机另有一份" in asked.said.text() and [asked.rows.topLevelItem(0).text(at) for at in (0, 5)] == [  # type: ignore[union-attr]
        "版式模板",
        "用交来的",
    ]
    press(asked, "接过来")
    qtbot.waitUntil(lambda: "接过来了" in ready.bar.text, timeout=20_000)
    assert [kept.read_text("utf-8") for kept in (folder / "以前的").iterdir()] == ["# own"]


def test_the_window_hands_over_what_it_has_with_or_without_originals(
    ready: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path
) -> None:
    own(ready).add(record(), "云湖镇栽树。")
    asker.to_save = tmp_path / "交给小王"
    ready.actions_["hand_over"].trigger()
    asked = dialog(ready, qtbot, HandOverDialog)
    assert isinstance(asked, HandOverDialog) and not asked.with_originals
    asked.findChildren(QCheckBox)[0].setChecked(True)
    press(asked, "选位置导出…")
    qtbot.waitUntil(lambda: "已存为" in ready.bar.text, timeout=20_000)
    assert asker.proposed is not None and asker.proposed.suffix == ".jiaojie"
    assert (tmp_path / "交给小王.jiaojie").exists() and "连同来稿原件" in ready.bar.text


def test_what_both_have_is_listed_and_done_as_chosen(ready: MainWindow, asker: PreparedAsker, qtbot: QtBot, file: Path, old: Path) -> None:
    taken(ready, asker, qtbot, file, "接过来")
    item = own(ready).records()[0]
    own(ready).change(replace(item, note="本机改过"))
    asker.to_open = [file]
    ready.actions_["open_handover"].trigger()
    asked = dialog(ready, qtbot, IncomingDialog)
    assert isinstance(asked, IncomingDialog)
    assert [asked.rows.topLevelItem(0).text(at) for at in (0, 3, 5)] == ["来稿", "备注 本机改过", "留本机的"]  # type: ignore[union-attr]
    asked.choose_all("用交来的")
    asked.choose_all("")
    assert list(asked.decisions.values()) == ["留本机的"]
    asked.choose_all("用交来的")
    press(asked, "并进来")
    qtbot.waitUntil(lambda: "并好了" in ready.bar.text, timeout=20_000)
    assert own(ready).record(item.id).note == ""
    assert len(list((ready.memory.data / "backups" / "library").glob("before-merge-*.db"))) == 1


def test_what_is_called_off_changes_nothing_and_leaves_nothing_open(
    ready: MainWindow, asker: PreparedAsker, qtbot: QtBot, file: Path
) -> None:
    before = everything(own(ready))
    taken(ready, asker, qtbot, file, "取消")
    assert everything(own(ready)) == before
    assert not list((ready.memory.data / "handover").iterdir())


def test_a_file_that_is_none_is_said_in_the_bar(ready: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path) -> None:
    asker.to_open = [tmp_path / "坏.jiaojie"]
    asker.to_open[0].write_bytes(b"PK\3\4 no zip")
    ready.actions_["open_handover"].trigger()
    qtbot.waitUntil(lambda: "损坏" in ready.bar.text, timeout=20_000)


def test_a_window_that_closes_over_the_question_lets_go_of_the_file(
    ready: MainWindow, asker: PreparedAsker, qtbot: QtBot, file: Path
) -> None:
    asker.to_open = [file]
    ready.actions_["open_handover"].trigger()
    dialog(ready, qtbot, IncomingDialog)
    ready.close()
    assert not list((ready.memory.data / "handover").iterdir())


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def filled(window: MainWindow, qtbot: QtBot, address: str) -> SharedDialog:
    """The dialog with an address of a socket filled in, and tried."""
    window.actions_["shared_library"].trigger()
    asked = dialog(window, qtbot, SharedDialog)
    assert isinstance(asked, SharedDialog)
    name, _, host = address.removeprefix("postgresql://postgres@/").partition("?host=")
    asked.user.setText("postgres")
    asked.database.setText(name)
    asked.host.setText(host)
    assert not asked.move_.isEnabled() and not asked.use.isEnabled()
    asked.try_it()
    qtbot.waitUntil(lambda: "连上了" in asked.verdict.text(), timeout=20_000)
    return asked


def test_enter_tries_what_was_filled_in(ready: MainWindow, qtbot: QtBot) -> None:
    ready.actions_["shared_library"].trigger()
    asked = dialog(ready, qtbot, SharedDialog)
    assert isinstance(asked, SharedDialog)
    asked.database.setText("office")
    asked.host.setText("/nowhere")
    QTest.keyClick(asked.host, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "连不上" in asked.verdict.text(), timeout=20_000)
    assert asked.isVisible() and asked.database.text() == "office"
    asked.reject()


@pytest.mark.postgresql
def test_the_library_moves_to_the_server_and_back_without_a_new_start(ready: MainWindow, qtbot: QtBot, server: Server) -> None:
    item = record()
    own(ready).add(item, "云湖镇栽树。")
    asked = filled(ready, qtbot, server.new_database())
    assert asked.move_.isEnabled() and not asked.use.isEnabled()
    asked.move_.click()
    qtbot.waitUntil(lambda: ready.library.library is not None and own(ready).access.on_server, timeout=20_000)
    assert "搬过去了" in ready.bar.text and "来稿 1 份" in ready.bar.text
    assert own(ready).text(item.id) == "云湖镇栽树。"
    ready.actions_["shared_library"].trigger()
    back = dialog(ready, qtbot, SharedDialog)
    assert isinstance(back, SharedDialog)
    back.home.click()
    qtbot.waitUntil(lambda: ready.library.library is not None and not own(ready).access.on_server, timeout=20_000)
    assert library_address(ready.memory.data) == ""
    assert own(ready).text(item.id) == "云湖镇栽树。"


@pytest.mark.postgresql
def test_a_second_desk_uses_what_stands_there(ready: MainWindow, qtbot: QtBot, server: Server) -> None:
    address = server.new_database()
    first = Library.on_server(address)
    first.add(record(title="第一台收的"), "一")
    first.close()
    asked = filled(ready, qtbot, address)
    assert asked.use.isEnabled() and not asked.move_.isEnabled() and "来稿 1 份" in asked.verdict.text()
    asked.use.click()
    qtbot.waitUntil(lambda: ready.library.library is not None and own(ready).access.on_server, timeout=20_000)
    assert [found.title for found in own(ready).records()] == ["第一台收的"]


def test_a_server_that_is_not_there_is_said_without_the_password(ready: MainWindow, qtbot: QtBot) -> None:
    ready.actions_["shared_library"].trigger()
    asked = dialog(ready, qtbot, SharedDialog)
    assert isinstance(asked, SharedDialog)
    for line, words in (
        (asked.host, "127.0.0.1"),
        (asked.port, "1"),
        (asked.database, "来稿"),
        (asked.user, "编报"),
        (asked.password, "p@ss:w/d"),
    ):
        line.setText(words)
    assert asked.address == "postgresql://%E7%BC%96%E6%8A%A5:p%40ss%3Aw%2Fd@127.0.0.1:1/%E6%9D%A5%E7%A8%BF"
    asked.try_it()
    qtbot.waitUntil(lambda: "连不上" in asked.verdict.text(), timeout=20_000)
    assert "p@ss" not in asked.verdict.text() and not asked.move_.isEnabled()
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert library_address(ready.memory.data) == ""
    with pytest.raises(UserError):
        Library.on_server(asked.address)
