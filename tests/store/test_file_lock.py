"""The sign beside a file: who puts it up has the file, the dead and the long silent have not."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.store.file_lock import STALE_S, UNKNOWN, Holder, acquire, holder_of, release, sign_of, signed_by, touch

ME = Holder("李华", "BGS-01", os.getpid(), "2024-03-08T09:12:00+08:00", "mine")
OTHER = Holder("王敏", "BGS-03", 77, "2024-03-08T08:00:00+08:00", "other")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "第7期.jianbao"


def age(path: Path, seconds: float) -> None:
    """Make the sign look untouched for so long."""
    then = sign_of(path).stat().st_mtime - seconds
    os.utime(sign_of(path), (then, then))


def dead_pid() -> int:
    """The number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_the_first_has_the_file_until_it_is_released(file: Path) -> None:
    assert acquire(file, OTHER) is None
    assert acquire(file, ME) == OTHER
    release(file, ME)
    assert holder_of(file, "BGS-01") == OTHER
    release(file, OTHER)
    assert holder_of(file, "BGS-01") is None
    assert acquire(file, ME) is None
    assert acquire(file, ME) is None
    assert list(file.parent.iterdir()) == [sign_of(file)]


def test_what_was_silent_for_long_is_taken_over(file: Path) -> None:
    acquire(file, OTHER)
    age(file, STALE_S - 5)
    assert acquire(file, ME) == OTHER
    age(file, 10)
    assert acquire(file, ME) is None
    assert signed_by(file) == ME
    assert not touch(file, OTHER)


def test_touching_keeps_it(file: Path) -> None:
    acquire(file, OTHER)
    age(file, STALE_S + 5)
    assert touch(file, OTHER)
    assert acquire(file, ME) == OTHER


def test_a_dead_program_of_this_computer_has_nothing(file: Path) -> None:
    acquire(file, replace(OTHER, computer="BGS-01", pid=dead_pid()))
    assert holder_of(file, "BGS-03") is not None, "another computer can't know"
    assert acquire(file, ME) is None


def test_a_living_one_of_this_computer_keeps_it(file: Path) -> None:
    living = replace(OTHER, computer="BGS-01", pid=os.getpid())
    acquire(file, living)
    assert acquire(file, ME) == living


ENDLESS = b'{"person": "", "computer": "", "since": "", "token": "", "pid": Infinity}'


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b'{"person": 1}', b"[" * 5000, ENDLESS])
def test_a_sign_that_cannot_be_read_is_somebodys_for_a_moment(file: Path, data: bytes) -> None:
    sign_of(file).write_bytes(data)
    assert acquire(file, ME) == UNKNOWN
    age(file, 20)
    assert acquire(file, ME) is None


def test_names_are_short_enough_for_every_share(tmp_path: Path) -> None:
    one, two = (tmp_path / ("云" * 80 + end + ".jianbao") for end in "ab")
    assert len(sign_of(one).name.encode()) < 200
    assert sign_of(one) != sign_of(two)


def test_a_folder_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        acquire(tmp_path / "absent" / "a.jianbao", ME)
