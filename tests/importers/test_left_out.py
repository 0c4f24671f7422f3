"""What is not in the text is told by its kind, and each remark whole with who and where."""

from __future__ import annotations

import pytest

from app.importers.left_out import is_shortened, remarks, sentences, whole
from app.importers.raw import LeftOut, Reason

LONG = "请核实植树的人数和面积，" * 6
COMMENT = LeftOut(Reason.COMMENT, LONG, "张三", "二百余人\n到场")


def test_a_remark_is_whole_with_who_and_where() -> None:
    assert whole(COMMENT) == f"批注（张三，在“二百余人 到场”处）：{LONG}"
    assert whole(LeftOut(Reason.DELETED, "旧的")) == "修订中已删去的文字：旧的"


def test_the_furniture_of_a_page_is_no_remark() -> None:
    left_out = (LeftOut(Reason.HEADER, "云河信息"), COMMENT, LeftOut(Reason.AROUND, "首页"), LeftOut(Reason.HIDDEN, " "))
    assert remarks(left_out) == (COMMENT,)
    assert [sentence[:4] for sentence in sentences(left_out)] == ["批注没有", "页眉没有", "网页上正"]


@pytest.mark.parametrize(
    ("left_out", "shortened"),
    [
        ([], False),
        ([LeftOut(Reason.COMMENT, "短")] * 3, False),
        ([LeftOut(Reason.COMMENT, "短")] * 4, True),
        ([COMMENT], True),
        ([LeftOut(Reason.COMMENT, "短")] * 2 + [LeftOut(Reason.DELETED, "短")] * 2, False),
    ],
)
def test_sentences_say_all_where_there_is_little(left_out: list[LeftOut], shortened: bool) -> None:
    assert is_shortened(left_out) is shortened
