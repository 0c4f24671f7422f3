"""No exported file holds who made it, on which machine, or words that are not printed: looked for in the bytes, unpacked and decoded."""

from __future__ import annotations

import getpass
import io
import re
import socket
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.faces import face_resolver, faces_for
from app.desk.publish import publish
from app.edit.history import History
from app.edit.state import EditorState
from app.model.issue import Issue
from tests.layout.bulletins import bulletin, stories, template

_GONE = "此段不宜公开已经删去"
_KEY = "0123456789abcdef0123456789abcdef"


def _issue() -> Issue:
    """An issue that had a paragraph more."""
    issue = bulletin(template(), stories(2, 3))
    section = issue.sections[0]
    first = section.articles[0]
    longer = replace(first, paragraphs=(*first.paragraphs, replace(first.paragraphs[0], id=issue.next_id, text=_GONE)))
    before = replace(issue, sections=(replace(section, articles=(longer, *section.articles[1:])),), next_id=issue.next_id + 1)
    history = History(EditorState(before))
    assert _GONE in "".join(block.text for block in history.present.issue.blocks())
    return replace(issue, key=_KEY)


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
    publish(_issue(), path, faces_for(template(), {}, face_resolver()))
    data = _all_bytes(path)
    names = [name for name in (getpass.getuser(), socket.gethostname(), str(Path.home()), str(tmp_path)) if len(name) > 3]
    words = [*names, _GONE, _KEY]
    for word in words:
        for encoding in ("utf-8", "utf-16-be", "utf-16-le", "gb18030"):
            assert word.encode(encoding) not in data, (suffix, word)
