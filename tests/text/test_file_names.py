"""Names of files say what they are called, whatever hangs on them."""

from __future__ import annotations

import pytest

from app.text.file_names import bare_name

CALLED = "云湖镇开展春季植树活动"


@pytest.mark.parametrize(
    "name",
    [
        "{}.docx", "{}(1).docx", "{}（2）.doc", "{} (3) (1).wps", "{}-终稿.docx", "{}-终稿2.docx", "{}_最终版.docx",
        "{}（定稿）.pdf", "{} - 副本.docx", "复件 {}.doc", "副本{}.doc", "{}（已改）.docx", "{}(修改稿).docx", "{}_V2.1.docx",
        "{}20260305.docx", "{}（3月5日）.docx", "{}2026-03-05.txt", "{}第二稿.docx", "{}（校）.docx", "【报送】{}.docx", "3、{}.docx",
        "20260305_{}.docx", "{}-终稿2(1) - 副本.docx", "转发：{}.eml", "{}",
    ],
)  # fmt: skip
def test_marks_of_copies_versions_and_dates_go(name: str) -> None:
    assert bare_name(name.format(CALLED)) == CALLED


@pytest.mark.parametrize(
    "name", ["终稿", "12月", "2026年工作总结", "关于2026年春季植树的通知", "新版社保卡上线", "第二小学开学", "(1)", "最新", "改革创新"]
)
def test_names_that_say_something_stay(name: str) -> None:
    assert bare_name(f"{name}.docx") == name
