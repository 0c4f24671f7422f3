"""An export that can't be written is one sentence that says what to do; the old file is whole, and nothing is left beside it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import app.atomic
from app.desk.publish import FORMATS, publish
from app.errors import UserError
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

OLD = "原来的文件".encode()
Obstacle = Callable[[Path, pytest.MonkeyPatch], Path]


def _windows_error(number: int, code: int) -> OSError:
    """What Windows raises, as Python gives it there."""
    error = PermissionError(number, "拒绝访问") if number == errno.EACCES else OSError(number, "Windows")
    error.winerror = code  # type: ignore[attr-defined]
    return error


def _fail_at(monkeypatch: pytest.MonkeyPatch, method: str, error: OSError) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(Path, method, fail)


def open_elsewhere(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _fail_at(monkeypatch, "replace", _windows_error(errno.EACCES, 5))
    return path


def shared_by_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _fail_at(monkeypatch, "replace", _windows_error(errno.EACCES, 32))
    return path


def read_only_folder(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _fail_at(monkeypatch, "open", PermissionError(errno.EACCES, os.strerror(errno.EACCES)))  # root may write where others may not
    return path


def full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def fail(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fail)
    return path


def name_too_long(path: Path, _: pytest.MonkeyPatch) -> Path:
    return path.with_name("长" * 200 + path.suffix)


def windows_path_too_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    deep = path.parent.joinpath(*["很深的文件夹" * 5] * 9)
    deep.mkdir(parents=True)
    _fail_at(monkeypatch, "open", _windows_error(errno.ENOENT, 3))
    return deep / path.name


def folder_vanished(path: Path, _: pytest.MonkeyPatch) -> Path:
    return path.parent / "已经移走" / path.name


def a_folder_of_that_name(path: Path, _: pytest.MonkeyPatch) -> Path:
    target = path.with_name(f"夹{path.suffix}")
    target.mkdir()
    return target


def windows_refuses_the_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _fail_at(monkeypatch, "open", _windows_error(errno.EINVAL, 123))
    return path


OBSTACLES: dict[Obstacle, str] = {
    open_elsewhere: "正在别的程序.*关掉它再存",
    shared_by_none: "正在别的程序.*关掉它再存",
    read_only_folder: "不能写入（没有权限.*请换一个位置",
    full_disk: "磁盘已满.*腾出空间",
    name_too_long: "太长，请改短",
    windows_path_too_long: "太长了.*请存到靠外的文件夹",
    folder_vanished: "不存在.*请换一个位置",
    a_folder_of_that_name: "是一个文件夹，请换一个文件名",
    windows_refuses_the_name: "不能用的字符.*请换一个文件名",
}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("obstacle", OBSTACLES, ids=lambda obstacle: obstacle.__name__)
def test_an_obstacle_is_told_and_the_old_file_is_whole(
    suffix: str, obstacle: Obstacle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"第7期{suffix}"
    path.write_bytes(OLD)
    issue, faces = bulletin(template(), stories(1, 1)), cell_faces()
    with monkeypatch.context() as patch:
        target = obstacle(path, patch)
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(UserError, match=OBSTACLES[obstacle]) as caught:
            publish(issue, target, faces, final=True)
    assert path.read_bytes() == OLD
    assert sorted(tmp_path.rglob("*")) == before
    sentence = caught.value.sentence
    assert sentence.count("。") == 1 and sentence.endswith("。") and "\n" not in sentence


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", ["第7期?", "第1|2期", "a:b", "第7期\t", "CON", "nul.1"])
def test_names_that_windows_does_not_take_never_reach_it(suffix: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.atomic, "_WINDOWS", True)
    with pytest.raises(UserError, match=r"Windows.*请换"):
        publish(bulletin(template(), stories(1, 1)), tmp_path / f"{name}{suffix}", cell_faces(), final=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_disk_that_really_is_full_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes go to a device that takes none, as a full disk does, in the middle of writing."""
    path = tmp_path / "第7期.pdf"
    path.write_bytes(OLD)
    opened = Path.open

    def full(self: Path, mode: str = "r", *rest: object, **named: object) -> object:
        return opened(Path("/dev/full") if self.name.endswith(".part") else self, mode, *rest, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(UserError, match="磁盘已满"):
        publish(bulletin(template(), stories(1, 1)), path, cell_faces(), final=True)
    assert path.read_bytes() == OLD and [file.name for file in tmp_path.iterdir()] == [path.name]
