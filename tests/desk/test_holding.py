"""Who has a file, in words and in fact."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from app.desk.holding import Hold, held_by, hold, moment_words, this_run, words_on
from app.store.file_lock import UNKNOWN, Holder, acquire


def test_a_file_is_held_and_let_go(tmp_path: Path) -> None:
    path, me = tmp_path / "a.jianbao", this_run("李华")
    mine = hold(path, me)
    assert isinstance(mine, Hold) and mine.signed and mine.taken_from is None
    assert mine.lasts() and held_by(path, me) is None
    other = hold(path, this_run("王敏"))
    assert isinstance(other, Holder) and other.person == "李华"
    mine.let_go()
    assert list(tmp_path.iterdir()) == []


def test_a_dead_ones_file_is_taken_with_a_note(tmp_path: Path) -> None:
    path, me = tmp_path / "a.jianbao", this_run("李华")
    dead = Holder("王敏", me.computer, 2**22 + 1, "", "dead")
    acquire(path, dead)
    mine = hold(path, me)
    assert isinstance(mine, Hold) and mine.taken_from == dead


def test_where_nothing_can_be_written_files_open_all_the_same(tmp_path: Path) -> None:
    path, me = tmp_path / "absent" / "a.jianbao", this_run("")
    mine = hold(path, me)
    assert isinstance(mine, Hold) and not mine.signed
    assert mine.lasts()
    mine.let_go()
    assert me.person


def test_who_and_since_when_in_words() -> None:
    now = datetime.now().astimezone()
    today = now.replace(hour=9, minute=5)
    assert words_on(Holder("王敏", "BGS-03", 1, today.isoformat(), "")) == "王敏（电脑 BGS-03）从今天 9:05 起"
    assert words_on(UNKNOWN) == "另一个人"
    assert moment_words(today - timedelta(days=800)).startswith(f"{(today - timedelta(days=800)).year}年")
