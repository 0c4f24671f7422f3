"""A damaged library is whole again: with its journal to the last write, without it with every row that can still be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from app.errors import UserError
from app.model.submission import State
from app.store.library import backups, writes
from app.store.library.library import Library, NamedFile
from app.store.library.sqlite_engine import sqlite_engine
from app.store.library.writes import Entry, entries, journal_of
from tests.store.library.conftest import TODAY
from tests.store.library.filling import everything, fill
from tests.store.library.records import record
from tests.store.library.test_signed import ARTICLES, SEVENTH

_PAGE = 4096
_TABLE_LEAF = 0x0D


def opened(folder: Path, days: int = 0) -> Library:
    return Library.in_file(folder / "library.db", folder / "copies", TODAY + timedelta(days=days))


def in_use(folder: Path, random: Random) -> dict[str, list[tuple[object, ...]]]:
    """Two days of work: what the library holds at the end of the second."""
    library = opened(folder)
    kept = [record(title=f"第一天{at}") for at in range(30)]
    for at, item in enumerate(kept):
        library.add(
            item,
            f"云湖镇栽树{at}株。" * random.randint(1, 60),
            [NamedFile(f"{at}.txt", random.randbytes(random.randint(1, 9000)))],
            [at, -at],
        )
    library.close()
    library = opened(folder, 1)
    for at in range(20):
        library.add(record(title=f"第二天{at}"), "市税务局减税。" * random.randint(1, 60), [NamedFile("x.txt", random.randbytes(2000))])
    library.remove([kept[0].id])
    library.change(replace(kept[1], note="改过"))
    library.set_state([kept[2].id], State.RETURNED)
    library.signed.sign(SEVENTH, ARTICLES, random.randbytes(3000))
    library.ignore_word("创城办")
    held = everything(library)
    library.close()
    return held


def damage(path: Path, random: Random) -> None:
    """What disks do: a page of rubbish, some turned bits, a cut."""
    data = bytearray(path.read_bytes())
    kind = random.randrange(3)
    if kind == 0:
        at = random.randrange(len(data) // _PAGE) * _PAGE
        data[at : at + _PAGE] = random.randbytes(_PAGE)
    elif kind == 1:
        for _ in range(random.randint(20, 200)):
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    else:
        del data[random.randrange(_PAGE, len(data)) :]
    path.write_bytes(data)


@pytest.mark.parametrize("seed", range(6))
def test_with_copy_and_journal_nothing_is_missing(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    held = in_use(tmp_path, random)
    path = tmp_path / "library.db"
    while backups.is_whole(path):
        damage(path, random)
    library = opened(tmp_path, 2)
    assert "没有少什么" in library.notice and "改动记录" in library.notice
    assert everything(library) == held
    assert library.search is not None
    library.add(record(), "接着收稿")
    held = everything(library)
    library.close()
    while backups.is_whole(path):
        damage(path, random)
    again = opened(tmp_path, 2)
    assert everything(again) == held
    again.close()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("with_copy", [True, False])
def test_without_the_journal_every_row_that_can_be_read_is_there(tmp_path: Path, seed: int, with_copy: bool) -> None:
    random = Random(seed)
    held = in_use(tmp_path, random)
    path = tmp_path / "library.db"
    journal_of(path).unlink()
    if not with_copy:
        for copy in backups.copies(tmp_path / "copies"):
            copy.unlink()
    data = bytearray(path.read_bytes())
    leaves = [at for at in range(_PAGE, len(data), _PAGE) if data[at] == _TABLE_LEAF]
    spoiled = b""
    while not spoiled or backups.is_whole(path):
        at = random.choice(leaves)
        spoiled += bytes(data[at : at + _PAGE])
        data[at : at + _PAGE] = random.randbytes(_PAGE)
        path.write_bytes(data)
    library = opened(tmp_path, 2)
    assert "修好" in library.notice and "损坏的留在" in library.notice
    after = everything(library)
    library.close()
    there = {name: {str(row[0]) for row in rows} for name, rows in after.items()}
    for name in ("submissions", "contents", "signed", "ignored_words"):
        for row in held[name]:
            assert str(row[0]) in there[name] or str(row[0]).encode() in spoiled, (name, row[0])


def test_a_repair_that_is_cut_off_is_begun_again(tmp_path: Path) -> None:
    held = in_use(tmp_path, Random(1))
    path = tmp_path / "library.db"
    path.write_bytes(b"no database")
    path.with_name("library.db-repairing").write_bytes(b"half a repair")
    library = opened(tmp_path, 2)
    assert everything(library) == held
    library.close()
    assert not path.with_name("library.db-repairing").exists()


def test_the_journal_keeps_what_the_last_copy_but_one_does_not_have(tmp_path: Path) -> None:
    for day in range(4):
        library = opened(tmp_path, day)
        library.ignore_word(f"词{day}")
        library.close()
    path = tmp_path / "library.db"
    assert [entry.revision for entry in entries(journal_of(path))] == [3, 4]
    assert journal_of(path).stat().st_mode & 0o077 == 0
    newest = backups.copies(tmp_path / "copies")[0]
    newest.write_bytes(b"damaged, too")
    path.write_bytes(b"no database")
    library = opened(tmp_path, 4)
    assert library.ignored_words() == ("词0", "词1", "词2", "词3")
    library.close()


def test_a_step_that_was_not_kept_is_not_in_the_journal(tmp_path: Path) -> None:
    library = opened(tmp_path)
    library.add(item := record(), "一")
    with pytest.raises(UserError):
        library.add(item, "二")
    assert [entry.revision for entry in entries(journal_of(tmp_path / "library.db"))] == [1]
    library.close()


def test_an_old_file_that_somebody_brought_back_begins_another_course(tmp_path: Path) -> None:
    library = opened(tmp_path)
    for word in "甲乙丙":
        library.ignore_word(word)
    library.close()
    path = tmp_path / "library.db"
    path.write_bytes(backups.copies(tmp_path / "copies")[0].read_bytes())
    library = opened(tmp_path)
    library.ignore_word("丁")
    library.close()
    path.write_bytes(b"no database")
    library = opened(tmp_path)
    assert library.ignored_words() == ("丁",)
    library.close()


@pytest.mark.parametrize("seed", range(10))
def test_a_journal_that_is_damaged_itself_gives_what_it_can(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    library = opened(tmp_path)
    fill(library, random, 5)
    for at in range(6):
        library.ignore_word(f"词{at}")
    library.close()
    path = journal_of(tmp_path / "library.db")
    whole, data = entries(path), bytearray(path.read_bytes())
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(data[: random.randint(1, len(data))])
    left = entries(path)
    assert len(left) < len(whole) and all(entry in whole for entry in left)


def test_a_transaction_that_is_too_long_leaves_a_gap_that_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = opened(tmp_path)
    library.ignore_word("甲")
    monkeypatch.setattr(writes, "_LARGEST_ENTRY", 10)
    library.ignore_word("乙")
    monkeypatch.undo()
    library.ignore_word("丙")
    library.close()
    copy = sqlite_engine(backups.copies(tmp_path / "copies")[0], "rw")
    assert writes.bring_up(copy, journal_of(tmp_path / "library.db")) == (1, False)
    copy.dispose()


def test_values_of_every_kind_come_back_as_they_were(tmp_path: Path) -> None:
    entry = Entry(7, (("INSERT INTO t VALUES (?, ?, ?, ?)", (1, "字\n", b"\0\xff", None)), ("DELETE FROM t", ())))
    path = tmp_path / "x-writes"
    writes._append(path, entry)
    assert entries(path) == [entry]
