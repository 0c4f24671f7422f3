"""Saving looks first at what stands there, and keeps what it writes and what it overwrites."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.saving import ChangedMeanwhileError, ToSave, earlier_versions, forget_versions, open_version, save_issue_file
from app.errors import UserError
from app.model.issue import Issue
from app.model.unlooked import Unlooked
from app.store.jianbao import load, save
from tests.desk.test_journal import numbered


def what(value: Issue, digest: str = "") -> ToSave:
    return ToSave(value, (), (), 8, digest)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.jianbao"


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return tmp_path / "data" / "backups"


def kept(copies: Path, path: Path) -> list[tuple[str, int]]:
    return [(open_version(version).issue.masthead.number.text, version.pages) for version in earlier_versions(copies, path)]


def test_each_save_is_kept(path: Path, copies: Path) -> None:
    digest = ""
    for number in "123":
        digest = save_issue_file(what(numbered(number), digest), path, copies).digest
    assert load(path).digest == digest
    assert kept(copies, path) == [("3", 8), ("2", 8), ("1", 8)]
    forget_versions(copies, path)
    assert earlier_versions(copies, path) == []
    forget_versions(copies, path)


def test_what_nobody_decided_on_is_saved_with_it(path: Path, copies: Path) -> None:
    save_issue_file(replace(what(numbered("1")), unlooked=(Unlooked("这一段来了两遍"),)), path, copies)
    assert load(path).unlooked == (Unlooked("这一段来了两遍"),)


def test_what_somebody_else_saved_is_not_overwritten_unasked(path: Path, copies: Path) -> None:
    digest = save_issue_file(what(numbered("1")), path, copies).digest
    save(numbered("别人的"), path)
    with pytest.raises(ChangedMeanwhileError):
        save_issue_file(what(numbered("2"), digest), path, copies)
    assert load(path).issue == numbered("别人的")
    save_issue_file(what(numbered("2"), digest), path, copies, overwrite=True)
    assert load(path).issue == numbered("2")
    assert kept(copies, path) == [("2", 8), ("别人的", 0), ("1", 8)]


def test_a_file_that_cannot_be_read_just_now_is_not_overwritten_unasked(path: Path, copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = save_issue_file(what(numbered("1")), path, copies).digest

    def hiccup(_: Path) -> bytes:
        raise UserError("读不出来。")

    monkeypatch.setattr("app.desk.saving.read_whole", hiccup)
    with pytest.raises(ChangedMeanwhileError):
        save_issue_file(what(numbered("2"), digest), path, copies)
    assert load(path).issue == numbered("1")


def test_a_file_that_is_gone_is_written_again(path: Path, copies: Path) -> None:
    digest = save_issue_file(what(numbered("1")), path, copies).digest
    path.unlink()
    save_issue_file(what(numbered("2"), digest), path, copies)
    assert load(path).issue == numbered("2")


def test_without_room_for_copies_the_file_is_saved_all_the_same(path: Path, copies: Path) -> None:
    copies.parent.write_bytes(b"")
    saved = save_issue_file(what(numbered("1")), path, copies)
    assert saved.no_copy.endswith("。")
    assert load(path).issue == numbered("1")


def test_a_failed_save_keeps_no_copy(path: Path, copies: Path) -> None:
    with pytest.raises(UserError):
        save_issue_file(what(numbered("1")), path.parent / "absent" / "a.jianbao", copies)
    assert not copies.exists()


def test_what_is_no_issue_is_no_version(path: Path, copies: Path) -> None:
    path.write_bytes(b"something else")
    save_issue_file(what(numbered("1")), path, copies)
    assert kept(copies, path) == [("1", 8)]
    assert replace(open_version(earlier_versions(copies, path)[0]), digest="") == load(path)
