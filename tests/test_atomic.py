"""A file is replaced whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from app.atomic import make_private_folder, remove_leftovers, write_atomically
from app.errors import UserError


def test_bytes_and_functions_are_written(tmp_path: Path) -> None:
    path = tmp_path / "第1期.pdf"
    write_atomically(path, b"one")
    assert path.read_bytes() == b"one"

    def write(file: BinaryIO) -> None:
        file.write(b"two")

    write_atomically(path, write)
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "磁盘已满"), (errno.EACCES, "没有权限"), (errno.EIO, "没有存上"), (errno.ETIMEDOUT, "连不上")],
)
def test_a_failure_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fail(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match=words):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_of_the_writing_function_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail(file: BinaryIO) -> None:
        file.write(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_atomically(tmp_path / "a.pdf", fail)
    assert list(tmp_path.iterdir()) == []


def test_wrong_places_are_one_chinese_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path, words in (
        (tmp_path, "是一个文件夹"),
        (tmp_path / "absent/a.pdf", "不存在"),
        (tmp_path / "file/a.pdf", "不存在"),
        (tmp_path / ("长" * 300), "太长"),
    ):
        with pytest.raises(UserError, match=words):
            write_atomically(path, b"new")


def test_a_link_stays_a_link_and_rights_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["长" * 200 + ".pdf", "夹" * 200 + "/a.pdf"])
def test_a_name_too_long_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="太长"):
        write_atomically(tmp_path / name, b"new")


def test_links_in_a_circle_are_no_bug(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.symlink_to(path)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX")
def test_what_is_private_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    make_private_folder(folder)
    path = folder / "x"
    for data in (b"one", b"two"):
        write_atomically(path, data, private=True)
        assert path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_private_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError):
        make_private_folder(tmp_path / "file" / "b")


def test_what_a_dead_program_left_beside_a_file_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.jianbao"
    other = tmp_path / ".b.jianbao.1-2.part"
    for file in (path, other, tmp_path / ".a.jianbao.1-2.part"):
        file.write_bytes(b"")
    remove_leftovers(path)
    assert sorted(tmp_path.iterdir()) == [other, path]
