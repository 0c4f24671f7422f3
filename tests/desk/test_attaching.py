"""Photos and tables go to the submission that they were dropped on; what has a text of its own doesn't."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.desk.attaching import attach
from app.desk.keys import new_id
from app.errors import UserError
from app.model.submission import FileKind, SubmissionRecord
from app.store.library.library import Library

PHOTO = b"\xff\xd8\xff\xe0 photo"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.in_file(tmp_path / "data" / "library.db", tmp_path / "data" / "copies", date(2026, 3, 5))
    yield opened
    opened.close()


@pytest.fixture
def submission(library: Library) -> str:
    record = SubmissionRecord(new_id(), "2026-03-05", "云湖镇开展春季植树活动")
    library.add(record, "正文")
    return record.id


def written(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_a_photo_is_attached_and_a_text_is_handed_back(library: Library, submission: str, tmp_path: Path) -> None:
    photo, words = written(tmp_path, "现场.jpg", PHOTO), written(tmp_path, "税务.txt", "税务局上门讲政策".encode())
    attached = attach(library, submission, [photo, words, tmp_path, tmp_path / "没有.jpg"])
    assert (attached.names, attached.texts) == (("现场.jpg",), (words, tmp_path))
    assert len(attached.refused) == 1 and "不存在" in attached.refused[0]
    (file,) = library.files(submission)
    assert (file.name, file.kind, library.data(file.digest)) == ("现场.jpg", FileKind.ATTACHED, PHOTO)


def test_what_is_called_a_photo_and_is_a_text_is_no_photo(library: Library, submission: str, tmp_path: Path) -> None:
    words = written(tmp_path, "税务.jpg", "税务局上门讲政策".encode())
    assert attach(library, submission, [words]).texts == (words,)
    assert attach(library, submission, [words], texts_too=True).names == ("税务.jpg",)


def test_nothing_is_attached_to_a_submission_that_is_gone(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        attach(library, new_id(), [written(tmp_path, "现场.jpg", PHOTO)])
