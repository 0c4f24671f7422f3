"""A copy for others holds what prints; its bytes say nothing of submissions, telephones and chats."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.desk.clean_copy import bare, linked_originals, save_copy
from app.desk.intake import Submission, save_issue
from app.desk.receiving import receive_pasted
from app.edit.source_commands import link_sources
from app.edit.state import EditorState
from app.importers.read import read_text
from app.model.signing import Recorded, Stage
from app.model.submission import Source, Way
from app.store.jianbao import load
from app.store.library.library import Library
from tests.command import Command
from tests.model.issues import issue as sample_issue

CHAT = "张敏 3月5日 10:23\n云湖镇植树忙\n三月五日，云湖镇植树三千株。联系电话：0635-8234567"
SECRETS = ("0635", "8234567", "张敏", "10:23", "d" * 32, "k" * 32)


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    return Command(tmp_path, capsys, monkeypatch)


def parts_of(path: Path) -> bytes:
    """All bytes of the file, unpacked, with the names of its parts."""
    with zipfile.ZipFile(path) as archive:
        return b"\n".join(name.encode() + archive.read(name) for name in archive.namelist())


def linked(tmp_path: Path) -> Path:
    """A working file with an original, a link and a key."""
    issue = replace(sample_issue(), key="k" * 32)
    article = next(issue.articles()).id
    done = link_sources(EditorState(issue), article, [Source("d" * 32)])
    assert done is not None
    path = tmp_path / "七.jianbao"
    save_issue(done[0].issue, path, [Submission("剪贴板.txt", CHAT.encode(), read_text(CHAT))])
    return path


def test_the_bytes_of_a_copy_say_nothing_of_the_submissions(tmp_path: Path) -> None:
    source, copy = linked(tmp_path), tmp_path / "外发.jianbao"
    assert all(secret.encode() in parts_of(source) for secret in SECRETS)
    save_copy(load(source).issue, copy)
    assert not any(secret.encode() in parts_of(copy) for secret in SECRETS)
    opened = load(copy)
    assert (opened.originals, opened.issue) == ((), bare(load(source).issue))


def test_the_command_line_writes_the_same_copy(command: Command, tmp_path: Path) -> None:
    source = linked(tmp_path)
    assert command("export", source, "-o", tmp_path / "外发.jianbao").status == 0
    assert not any(secret.encode() in parts_of(tmp_path / "外发.jianbao") for secret in SECRETS)


def test_the_originals_go_along_only_where_they_are_wanted(tmp_path: Path) -> None:
    library = Library.in_file(tmp_path / "library.db", tmp_path / "copies", date(2026, 3, 5))
    (record,) = receive_pasted(library, CHAT, "", Way.WECHAT).added
    done = link_sources(EditorState(sample_issue()), next(sample_issue().articles()).id, [Source(record.id), Source("f" * 32)])
    assert done is not None
    originals = list(linked_originals(done[0].issue, library))
    library.close()
    assert [original.data.decode() for original in originals] == [CHAT]
    assert list(linked_originals(done[0].issue, None)) == []
    save_copy(done[0].issue, tmp_path / "附件.jianbao", originals)
    assert load(tmp_path / "附件.jianbao").originals == tuple(originals)


def test_a_copy_names_nobody_who_signed_or_changed_and_stays_signed() -> None:
    signed = replace(sample_issue(), stage=Stage.SIGNED, trail=(Recorded("签发", "2031-03-08T15:20:00", "张市长"),))
    assert (bare(signed).stage, bare(signed).trail) == (Stage.SIGNED, ())
