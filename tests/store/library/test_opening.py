"""The library opens whatever stands there: nothing, an older or newer one, one that can't be written, and one that is damaged."""

from __future__ import annotations

import gc
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import psycopg
import pytest

from app.errors import UserError
from app.model.office_lists import OFF, LeaderRow
from app.model.statistics_defaults import BY_BULLETIN, BY_LEVEL, USUAL
from app.store.library import backups, database
from app.store.library.library import Library, NamedFile
from app.store.library.migrations import STEPS
from app.store.library.search import Wanted
from tests.store.library.conftest import TODAY
from tests.store.library.records import record
from tests.store.library.server import Server

TEXT = "云湖镇栽树三千株。"
VERSIONS = Path(__file__).parent / "versions"
"""What a library of each version of the tables held, written by the program of its day."""
IGNORES, HAS_LISTS, SIGNS, COUNTS, SEARCHES, GIVES, BY_RULE = 2, 3, 4, 5, 6, 7, 8
"""The versions since which there are ignored words, what the office set for the proofreading, signed issues, 采用统计, a search, 分发单,
words that one rule ignores."""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder whose rights a test may take away."""
    yield tmp_path
    tmp_path.chmod(0o700)


def opened(folder: Path, today: date = TODAY) -> Library:
    return Library.in_file(folder / "库" / "library.db", folder / "copies", today)


def with_one(folder: Path, today: date = TODAY) -> str:
    """Put one submission into the library in the folder; its id."""
    item, library = record(), opened(folder, today)
    library.add(item, TEXT, [NamedFile("来稿.txt", TEXT.encode())])
    library.close()
    return item.id


def test_a_second_window_sees_what_the_first_wrote(folder: Path) -> None:
    one, other, item = opened(folder), opened(folder), record()
    before = other.revision()
    one.add(item, TEXT)
    assert other.revision() == before + 1
    assert other.record(item.id) == item
    one.close()
    other.close()


def test_many_threads_and_windows_write_at_once(folder: Path) -> None:
    libraries = [opened(folder) for _ in range(3)]
    items = [record() for _ in range(30)]
    threads = [threading.Thread(target=libraries[at % 3].add, args=(item, TEXT)) for at, item in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {found.id for found in libraries[0].records()} == {item.id for item in items}
    for library in libraries:
        library.close()


def test_a_copy_is_kept_for_each_day_of_use_and_the_oldest_give_way(folder: Path) -> None:
    for day in range(20):
        with_one(folder, TODAY + timedelta(days=day))
    days = [backups.day_of(copy) for copy in backups.copies(folder / "copies")]
    assert days == [TODAY + timedelta(days=day) for day in reversed(range(6, 20))]


def test_a_damaged_library_is_put_aside_and_is_there_again_to_its_last_write(folder: Path) -> None:
    first = with_one(folder)
    second = with_one(folder, TODAY + timedelta(days=1))  # today's copy, made on opening, has the first one alone
    path = folder / "库" / "library.db"
    damaged = b"SQLite format 3\0" + b"\xff" * 5000
    path.write_bytes(damaged)
    library = opened(folder, TODAY + timedelta(days=2))
    assert library.notice.startswith("来稿库损坏了，已经用3月6日 的备份和那以后的 1 次改动记录修好，没有少什么")
    assert sorted(found.id for found in library.records()) == sorted([first, second])
    library.close()
    assert (folder / "库" / "library-damaged-20260307.db").read_bytes() == damaged


def test_without_the_journal_the_newest_whole_copy_is_opened(folder: Path) -> None:
    first = with_one(folder)
    with_one(folder, TODAY + timedelta(days=1))
    path = folder / "库" / "library.db"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    (folder / "库" / "library.db-writes").unlink()
    library = opened(folder, TODAY + timedelta(days=2))
    assert library.notice.startswith("来稿库损坏了，已经用3月6日 的备份修好；有些读不出来")
    assert [found.id for found in library.records()] == [first]
    library.close()


def test_without_a_copy_a_new_library_is_made_and_the_damaged_one_left(folder: Path) -> None:
    path = folder / "库" / "library.db"
    path.parent.mkdir()
    for number in ("", "-2"):
        path.write_bytes(b"this is no database, and never was one" * 100)
        library = opened(folder)
        assert "另建一个新的" in library.notice
        assert library.records() == ()
        library.close()
        for copy in backups.copies(folder / "copies"):
            copy.unlink()
        assert (folder / "库" / f"library-damaged-20260305{number}.db").exists()


def test_a_newer_library_is_left_alone(folder: Path) -> None:
    with_one(folder)
    path = folder / "库" / "library.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE counters SET number = ? WHERE name = 'version'", (len(STEPS) + 1,))
        connection.commit()
    data = path.read_bytes()
    with pytest.raises(UserError, match="请先升级编报"):
        opened(folder)
    assert path.read_bytes() == data


@pytest.mark.parametrize("version", range(1, len(STEPS) + 1))
def test_a_library_of_every_version_still_opens(folder: Path, version: int) -> None:
    path = folder / "库" / "library.db"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((VERSIONS / f"{version}.sql").read_text(encoding="utf-8"))
    library = opened(folder)
    texts = {found.title: library.text(found.id) for found in library.records()}
    assert texts.pop("春耕", "") == ("云湖镇春耕备耕全面展开。" if version >= SEARCHES else "")
    assert texts == {"云湖镇开展春季植树活动": TEXT}
    assert [unit.aliases for unit in library.units() if unit.name == "市税务局"] == [("云湖税务",)]
    assert library.ignored_words() == (("创城办",) if version >= IGNORES else ())
    lists = library.office_lists()
    assert lists.ignored_by == ({("太吴路", "word.slip")} if version >= BY_RULE else frozenset())
    given = library.distribution.read("工作简报") or ()
    assert [portion.name for portion in given] == (["市委常委", "本办"] if version >= GIVES else [])
    assert [issue.figure for issue in library.signed.standing()] == ([7] if version >= SIGNS else [])
    found = library.search.find(Wanted(("云湖",), submissions=True))
    assert {hit.title for hit in found.hits if hit.issue} == ({"云湖镇栽树"} if version >= SIGNS else set())
    assert {hit.submission for hit in found.hits if hit.submission} == {item.id for item in library.records()}
    assert library.search.find(Wanted(("春耕",), submissions=True)).total == (1 if version >= SEARCHES else 0)
    counted = library.statistics.read()
    assert [one.unit for one in counted.rules.members] == (["云湖镇"] if version >= COUNTS else [])
    assert [one.month for one in counted.closed] == (["2026-03"] if version >= COUNTS else [])
    assert {one.form for one in counted.rules.columns} >= {USUAL, BY_LEVEL, BY_BULLETIN}  # the forms of its day
    assert [row.name for row in lists.leaders] == (["王建国"] if version >= HAS_LISTS else [])
    library.change_office_lists(lists, replace(lists, leaders=(LeaderRow("李志明", "市长"),), levels={"mark.double": OFF}))
    library.close()
    again = opened(folder)
    assert ([row.name for row in again.office_lists().leaders], again.office_lists().levels) == (["李志明"], {"mark.double": OFF})
    again.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT number FROM counters WHERE name = 'version'").fetchone() == (len(STEPS),)


def test_what_can_not_be_written_is_opened_for_reading(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    item = with_one(folder)
    monkeypatch.setattr(database, "_writable", lambda _path: False)  # the superuser may write anywhere
    library = opened(folder)
    assert library.read_only
    assert "只能看" in library.notice
    assert library.text(item) == TEXT
    with pytest.raises(UserError, match="只能看不能改"):
        library.remove([item])
    assert library.text(item) == TEXT
    library.close()


def test_a_place_that_is_a_file_is_told(folder: Path) -> None:
    (folder / "库").write_text("")
    with pytest.raises(UserError):
        opened(folder)


def test_a_copy_that_can_not_be_made_is_told_and_the_library_opens(folder: Path) -> None:
    (folder / "copies").write_text("")
    library = opened(folder)
    assert "备份没有做成" in library.notice
    library.close()


@pytest.mark.parametrize(
    "address", ["", "sqlite:///x.db", "https://library.example", "postgresql://host:no-port/library", "postgresql://[::1/library"]
)
def test_an_address_that_is_none_is_told(address: str) -> None:
    with pytest.raises(UserError, match="地址不对"):
        Library.on_server(address)


def test_a_server_out_of_reach_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="连不上"):
        Library.on_server(f"postgresql://postgres@/library?host={tmp_path}")


@pytest.mark.postgresql
def test_two_desks_that_start_at_once_make_the_tables_once(server: Server) -> None:
    address, libraries = server.new_database(), list[Library]()
    threads = [threading.Thread(target=lambda: libraries.append(Library.on_server(address))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(libraries) == 4
    item = record()
    libraries[0].add(item, TEXT)
    assert libraries[3].record(item.id) == item
    for library in libraries:
        library.close()


@pytest.mark.postgresql
def test_a_newer_library_on_a_server_is_left_alone_and_let_go_of(server: Server) -> None:
    address = server.new_database()
    Library.on_server(address).close()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("UPDATE counters SET number = %s WHERE name = 'version'", (len(STEPS) + 1,))
        with pytest.raises(UserError, match="请先升级编报"):
            Library.on_server(address)
        gc.collect()  # a connection that is dropped while open warns
        others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        deadline = time.monotonic() + 5
        while (left := connection.execute(others).fetchone()) != (0,) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert left == (0,)


@pytest.mark.postgresql
def test_a_server_for_reading_alone_is_opened_so(server: Server) -> None:
    address, item = server.new_database(), record()
    library = Library.on_server(address)
    library.add(item, TEXT)
    library.close()
    readers = Library.on_server(f"{address}&options=-c%20default_transaction_read_only%3Don")
    assert readers.read_only
    assert "只能读" in readers.notice
    assert readers.record(item.id) == item
    with pytest.raises(UserError, match="只能看不能改"):
        readers.remove([item.id])
    readers.close()
