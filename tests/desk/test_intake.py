"""Files of every kind become submissions."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.intake import pasted_submission, read_submission, submission_of
from app.errors import UserError
from app.importers.intake import ReadOptions
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


@pytest.mark.parametrize(
    "data", [WORD, f"{TITLE}\n{BODY}".encode(), f"<html><p>{TITLE}</p><p>{BODY}</p></html>".encode()], ids=["word", "text", "page"]
)
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


MENU = "".join(f"<a href=x>栏目{number}</a>" for number in range(20))
PAGE = f"<p>{MENU}</p><h1>{TITLE}</h1><p>{BODY}</p><p>{BODY}</p>"


def test_a_copied_page_is_read_for_its_looks_where_it_says_the_same() -> None:
    found = pasted_submission(f"栏目1\n{TITLE}\n{BODY}\n{BODY}", PAGE)
    assert found.name == "剪贴板.html" and found.document is not None
    assert found.intake.structure.articles[0].title == (TITLE,)
    assert pasted_submission("", PAGE).document is not None


def test_a_copied_text_stays_where_the_page_says_something_else() -> None:
    for page in ("", "<p>预览</p>"):
        found = pasted_submission(f"{TITLE}\n{BODY}", page)
        assert found.name == "剪贴板.txt" and found.document is None


def test_nothing_copied_is_said() -> None:
    with pytest.raises(UserError, match="没有文字"):
        pasted_submission(" ", "<img src=x>")
