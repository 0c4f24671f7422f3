"""The journal gives back the newest whole moment; whatever is wrong with it is one sentence."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.edit.state import EditorState, Place, Selection
from app.errors import UserError
from app.model.codec import images_of
from app.model.issue import Issue
from app.model.unlooked import Unlooked
from app.store.jianbao import Original
from app.store.journal import Moment, forget_moment, holds_moment, read_moment, write_moment
from tests.model.issues import issue, issues
from tests.model.test_objects import OBJECTS

AT = datetime(2024, 3, 8, 9, 12, tzinfo=UTC)


def moment(value: Issue | None = None, **fields: object) -> Moment:
    """A moment with the caret behind the masthead's first line."""
    value = value or issue()
    line = value.masthead.lines[0]
    caret = Place(line.id, len(line.text))
    return replace(Moment(EditorState(value, Selection(caret, caret)), AT), **fields)  # type: ignore[arg-type]


@settings(max_examples=20, deadline=None)
@given(issues(), st.sampled_from([None, Path("/夹/第7期.jianbao")]), st.booleans())
def test_every_moment_comes_back(value: Issue, path: Path | None, sample: bool) -> None:
    with TemporaryDirectory() as name:
        for written in (Moment(EditorState(value), AT), Moment(EditorState(value), AT, path, "d", sample)):
            write_moment(Path(name), written)
            assert read_moment(Path(name)) == written


def test_selection_and_submissions_come_back(tmp_path: Path) -> None:
    written = moment(originals=(Original("来稿.txt", "云河".encode()),))
    write_moment(tmp_path, written)
    assert read_moment(tmp_path) == written


def test_what_nobody_decided_on_comes_back_and_whether_it_was_looked_at(tmp_path: Path) -> None:
    for looked in (False, True):
        written = moment(unlooked=(Unlooked("这一段来了两遍", looked),))
        write_moment(tmp_path, written)
        assert read_moment(tmp_path) == written


def test_submissions_are_written_again_only_when_they_are_others(tmp_path: Path) -> None:
    one, two = Original("a.txt", b"a"), Original("b.txt", b"b")
    write_moment(tmp_path, moment(originals=(one,)))
    (kept,) = tmp_path.glob("heavy-*")
    before = kept.stat().st_mtime_ns
    write_moment(tmp_path, moment(originals=(one,), digest="x"))
    assert [(item, item.stat().st_mtime_ns) for item in tmp_path.glob("heavy-*")] == [(kept, before)]
    write_moment(tmp_path, moment(originals=(one, two)))
    assert list(tmp_path.glob("heavy-*")) != [kept]
    assert len(read_moment(tmp_path).originals) == 2


def test_pictures_come_back_with_their_bytes(tmp_path: Path) -> None:
    written = moment(OBJECTS)
    write_moment(tmp_path, written)
    found = read_moment(tmp_path)
    assert found == written and images_of(found.state.issue) == images_of(OBJECTS) != {}


def test_a_place_that_is_not_in_the_issue_is_dropped(tmp_path: Path) -> None:
    nowhere = Place(10**6, 0)
    write_moment(tmp_path, replace(moment(), state=EditorState(issue(), Selection(nowhere, nowhere))))
    assert read_moment(tmp_path).state == EditorState(issue())


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX")
def test_the_files_are_their_owners_alone(tmp_path: Path) -> None:
    write_moment(tmp_path, moment(originals=(Original("a", b"a"),)))
    assert {item.stat().st_mode & 0o777 for item in tmp_path.iterdir()} == {0o600}


def test_forgotten_it_holds_nothing(tmp_path: Path) -> None:
    write_moment(tmp_path, moment(originals=(Original("a", b"a"),)))
    assert holds_moment(tmp_path)
    forget_moment(tmp_path)
    assert not holds_moment(tmp_path) and list(tmp_path.iterdir()) == []
    forget_moment(tmp_path)


def test_a_full_disk_leaves_the_moment_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_moment(tmp_path, moment(digest="before"))

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="磁盘已满"):
        write_moment(tmp_path, moment(digest="after", originals=(Original("a", b"a"),)))
    assert read_moment(tmp_path) == moment(digest="before")


def test_cut_or_changed_it_is_refused(tmp_path: Path) -> None:
    write_moment(tmp_path, moment())
    file = tmp_path / "moment"
    whole = file.read_bytes()
    spoilt = [whole[:length] for length in range(0, len(whole), 53)]
    spoilt += [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(0, len(whole), 53)]
    for data in spoilt:
        file.write_bytes(data)
        with pytest.raises(UserError):
            read_moment(tmp_path)


def test_a_newer_one_is_told(tmp_path: Path) -> None:
    write_moment(tmp_path, moment())
    file = tmp_path / "moment"
    file.write_bytes(file.read_bytes().replace(b"bianbao-journal 1 ", b"bianbao-journal 2 "))
    with pytest.raises(UserError, match="升级"):
        read_moment(tmp_path)


def test_a_missing_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        read_moment(tmp_path)
