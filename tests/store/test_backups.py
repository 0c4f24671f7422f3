"""Saved bytes are kept in numbers; the oldest give way."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.errors import UserError
from app.store.backups import KEPT, folder_for, keep, versions

AT = datetime(2024, 3, 8, 9, 12)


def test_the_newest_are_kept_with_what_is_known_of_them(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        keep(tmp_path / "f", b"%d" % number, AT + timedelta(minutes=number), number, 100 + number)
    found = versions(tmp_path / "f")
    assert [version.number for version in found] == list(range(KEPT + 3, 3, -1))
    assert found[0].file.read_bytes() == b"%d" % (KEPT + 2)
    assert (found[0].saved_at, found[0].pages, found[0].characters) == (AT + timedelta(minutes=KEPT + 2), KEPT + 2, 100 + KEPT + 2)


def test_the_same_again_is_no_new_version(tmp_path: Path) -> None:
    for _ in range(2):
        keep(tmp_path, b"x", AT, 1, 1)
    assert len(versions(tmp_path)) == 1


def test_other_files_are_no_versions(tmp_path: Path) -> None:
    (tmp_path / "a.jianbao").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"")
    assert versions(tmp_path) == versions(tmp_path / "absent") == []


def test_each_path_has_its_folder(tmp_path: Path) -> None:
    path, link = tmp_path / "a.jianbao", tmp_path / "link.jianbao"
    path.write_bytes(b"")
    link.symlink_to(path)
    assert folder_for(tmp_path, path) == folder_for(tmp_path, link)
    assert folder_for(tmp_path, path) != folder_for(tmp_path, tmp_path / "b.jianbao")


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX")
def test_they_are_their_owners_alone(tmp_path: Path) -> None:
    keep(tmp_path / "f", b"x", AT, 1, 1)
    assert versions(tmp_path / "f")[0].file.stat().st_mode & 0o777 == 0o600


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"")
    with pytest.raises(UserError):
        keep(tmp_path / "f", b"x", AT, 1, 1)
