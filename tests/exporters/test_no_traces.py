"""No exported file holds who made it, on which machine, or words that are not printed: looked for in the bytes, unpacked and decoded."""

from __future__ import annotations

import getpass
import io
import re
import socket
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.clean_copy import save_copy
from app.desk.faces import face_resolver, faces_for
from app.desk.next_issue import next_issue
from app.desk.publish import publish
from app.desk.unsigned import version_mark
from app.edit.history import History
from app.edit.state import EditorState
from app.model.issue import Issue
from app.model.people import Comment, ProofRound
from tests.layout.bulletins import bulletin, stories, template

_GONE = "此段不宜公开已经删去"
_KEY = "0123456789abcdef0123456789abcdef"
_SAID = ("此处批注不宜外传", "张敏敏", "2031-03-08T15:21", "李校对", "三月九日三校", "改了领导姓名")
"""What proofreaders said, who they are and what they noted."""


def _issue() -> Issue:
    """An issue that had a paragraph more."""
    issue = bulletin(template(), stories(2, 3))
    section = issue.sections[0]
    first = section.articles[0]
    longer = replace(first, paragraphs=(*first.paragraphs, replace(first.paragraphs[0], id=issue.next_id, text=_GONE)))
    before = replace(issue, sections=(replace(section, articles=(longer, *section.articles[1:])),), next_id=issue.next_id + 1)
    history = History(EditorState(before))
    assert _GONE in "".join(block.text for block in history.present.issue.blocks())
    title = first.title
    comments = (Comment(1, title.id, 0, 2, _SAID[0], _SAID[1], _SAID[2], title.text[:2]),)
    rounds = (ProofRound("三校", _SAID[3], _SAID[4], 4711, _SAID[5], signed=True),)
    return replace(issue, key=_KEY, comments=comments, rounds=rounds)


def _all_bytes(path: Path) -> bytes:
    """A file's bytes with what is packed in them."""
    data = path.read_bytes()
    found = [data]
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found += [name.encode() + package.read(name) for name in package.namelist()]
    for stream in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(stream[1]))
        except zlib.error:
            found.append(stream[1])
    return b"\n".join(found)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".ofd", ".html", ".txt"])
def test_no_trace_of_people_machines_and_removed_words(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"第7期{suffix}"
    publish(_issue(), path, faces_for(template(), {}, face_resolver()), final=True)
    data = _all_bytes(path)
    names = [name for name in (getpass.getuser(), socket.gethostname(), str(Path.home()), str(tmp_path)) if len(name) > 3]
    _check(data, suffix, [*names, *_SAID, _GONE, _KEY])


def test_a_copy_for_review_holds_nothing_of_what_was_said(tmp_path: Path) -> None:
    path = tmp_path / "送审.docx"
    publish(_issue(), path, faces_for(template(), {}, face_resolver()), final=True, for_review=True)
    _check(_all_bytes(path), "review", [*_SAID, _GONE])


def test_a_copy_for_others_and_the_next_issue_hold_nothing_of_what_was_said(tmp_path: Path) -> None:
    path = tmp_path / "外发.jianbao"
    save_copy(_issue(), path)
    _check(_all_bytes(path), "copy", [*_SAID, _KEY])
    following = next_issue(_issue()).issue
    assert following.comments == following.rounds == ()


def test_what_was_said_is_no_other_version_of_the_issue() -> None:
    said = _issue()
    assert version_mark(said) == version_mark(replace(said, comments=(), rounds=()))


def _check(data: bytes, suffix: str, words: Sequence[str]) -> None:
    for word in words:
        for encoding in ("utf-8", "utf-16-be", "utf-16-le", "gb18030"):
            assert word.encode(encoding) not in data, (suffix, word)
