"""The library moves to a server and back by one command; what it came from stays, and no password is ever said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli_parser import make_parser
from app.desk.library import library_address, open_library, own_file, shown_address, write_address
from app.desk.log import stop_log
from app.desk.moving import OWN, move_library, place_words, try_address, use_library
from app.desk.publish import Task
from app.errors import Cancelled, UserError
from app.main import main
from app.store.library.library import Library, NamedFile
from tests.store.library.records import record
from tests.store.library.server import Server
from tests.store.library.test_signed import ARTICLES, SEVENTH

SECRET = "s3cret-mima"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder with a library in use."""
    folder = tmp_path / "data"
    monkeypatch.setenv("BIANBAO_DATA", str(folder))
    library = open_library(folder)
    library.add(record(), "云湖镇栽树。", [NamedFile("来稿.txt", b"trees")])
    library.signed.sign(SEVENTH, ARTICLES, b"as it was")
    library.close()
    (folder / "settings.json").write_text('{"person": "李", "off_rules": ["mark.double"]}', "utf-8")
    return folder


@pytest.fixture(scope="module")
def server() -> object:
    with Server() as running:
        yield running


def test_a_copy_in_a_file_leaves_everything_as_it_is(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (data / "settings.json").read_bytes()
    assert main(["library", "move", "--to", str(tmp_path / "一份.db")]) == 0
    assert "来稿 1 份，签发过的 1 期" in capsys.readouterr().out
    assert (data / "settings.json").read_bytes() == before
    copy = Library.in_new_file(tmp_path / "一份.db")
    assert copy.signed.data(SEVENTH.issue, 1) == b"as it was"
    copy.close()
    assert main(["library", "move", "--to", str(tmp_path / "一份.db")]) == 2
    assert "没有覆盖" in capsys.readouterr().err


@pytest.mark.postgresql
def test_one_command_moves_it_to_the_server_and_one_brings_it_back(data: Path, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    address, own = server.new_database(), own_file(data).read_bytes()
    assert try_address(address).empty
    assert main(["library", "move", "--to", address]) == 0
    assert own_file(data).read_bytes() == own
    assert library_address(data) == address
    assert json.loads((data / "settings.json").read_text("utf-8"))["off_rules"] == ["mark.double"]
    assert (data / "settings.json").stat().st_mode & 0o077 == 0
    shared = open_library(data)
    assert shared.access.on_server and len(shared.records()) == 1
    shared.ignore_word("创城办")
    shared.close()
    assert main(["library", "where"]) == 0
    assert "单位的服务器" in capsys.readouterr().out
    moved = move_library(data, OWN, Task())
    assert moved.aside is not None and moved.aside.read_bytes() == own
    assert library_address(data) == ""
    back = open_library(data)
    assert (len(back.records()), back.ignored_words()) == (1, ("创城办",))
    back.close()
    assert not try_address(address).empty


@pytest.mark.postgresql
def test_a_move_that_is_stopped_or_refused_changes_nothing(data: Path, server: Server) -> None:
    address, own = server.new_database(), own_file(data).read_bytes()

    def stopped() -> bool:
        return True

    with pytest.raises(Cancelled):
        move_library(data, address, Task(cancelled=stopped))
    assert (library_address(data), try_address(address).empty) == ("", True)
    with pytest.raises(UserError, match="已经在那里"):
        move_library(data, OWN, Task())
    use_library(data, address)
    with pytest.raises(Cancelled):
        other = open_library(data)
        other.add(record(), "那边的")
        other.close()
        move_library(data, OWN, Task(cancelled=stopped))
    assert own_file(data).read_bytes() == own and library_address(data) == address
    assert own_file(data).with_name("library.db-writes").exists()


def test_settings_that_can_not_be_read_are_not_written_over(data: Path) -> None:
    (data / "settings.json").write_text("{", "utf-8")
    with pytest.raises(UserError, match="读不出来"):
        write_address(data, "postgresql://a@b/c")
    assert (data / "settings.json").read_text("utf-8") == "{"


def test_no_password_is_said(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stop_log()
    address = f"postgresql://bianbao:{SECRET}@127.0.0.1:1/library?password={SECRET}"
    assert SECRET not in shown_address(address) and "bianbao@127.0.0.1:1/library" in shown_address(address)
    for words in (["library", "move", "--to", address], ["library", "move", address], ["library", "move", "--too", address], [address]):
        assert main(words) == 2
    write_address(data, address)
    assert main(["library", "where"]) == 2
    assert SECRET not in place_words(data)
    said = capsys.readouterr()
    assert SECRET not in said.out + said.err
    stop_log()
    logs = "".join(path.read_text("utf-8") for path in (data / "logs").iterdir())
    assert "library status=2" in logs and SECRET not in logs and "127.0.0.1" not in logs
    assert not (data / "reports").exists()


def test_the_steps_are_named_in_chinese() -> None:
    with pytest.raises(UserError, match="少了"):
        make_parser().parse_args(["library"])
