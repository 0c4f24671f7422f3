"""Files of every kind become submissions."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.intake import read_submission, submission_of
from app.errors import UserError
from app.importers.read import ReadOptions
from tests.importers.docx.files import p, packed, r

TITLE = "云河市图书馆夜校受欢迎"
BODY = "云河市图书馆每周三晚上开办夜校,书法、剪纸、短视频三门课报名的人最多。"
DELETED = '<w:del w:author="张三"><w:r><w:delText>旧话</w:delText></w:r></w:del>'
WORD = packed(p(TITLE) + p(r(BODY) + DELETED))


def test_a_word_file_under_any_name_is_a_submission(tmp_path: Path) -> None:
    for name in ("来稿.docx", "来稿.wps", "来稿.txt"):
        path = tmp_path / name
        path.write_bytes(WORD)
        found = read_submission(str(path))
        assert (found.name, found.data) == (name, WORD)
        assert found.intake.structure.articles[0].title == (TITLE,)
        assert any("旧话" in note for note in found.intake.notes)


@pytest.mark.parametrize("data", [WORD, f"{TITLE}\n{BODY}".encode(), f"<html><p>{TITLE}</p><p>{BODY}</p></html>".encode()])
def test_reading_again_switches_repairs_off(data: bytes) -> None:
    found = submission_of(data, "来稿")
    marks = [repair for repair in found.intake.repairs if repair.before == ","]
    assert marks
    again = found.again(ReadOptions(off_items=frozenset({marks[0].key})))
    assert "夜校,书法" in again.text and "夜校,书法" not in found.intake.text
    assert again.notes == found.intake.notes


def test_a_text_that_is_too_long_is_refused_with_its_name() -> None:
    with pytest.raises(UserError, match="来稿"):
        submission_of("字".encode() * 1_800_000, "来稿")
