from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.numerals import format_numeral
from app.text.ordinals import first_ordinal, head_a_list, next_ordinal, ordinal_of


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("一、加强领导", "二、"),
        ("九、附则", "十、"),
        ("十九、保障", "二十、"),
        ("（三）督查", "（四）"),
        ("2.建立台账", "3."),
        ("9．回头看", "10．"),
        ("（1）登记", "（2）"),
        ("一是排查到位。", "二是"),
        ("三要抓落实。", "四要"),
        ("第一，统一思想。", "第二，"),
    ],
)
def test_the_next_and_the_first_one_keep_the_form(text: str, following: str) -> None:
    assert next_ordinal(text) == following
    assert text.startswith(ordinal_of(text)) and ordinal_of(following) == following
    first = first_ordinal(text)
    assert first_ordinal(first) == first == first_ordinal(following) and first[-1] == following[-1]


@pytest.mark.parametrize("text", ["", "会议指出", "2.5万元", "二〇二四年", "一", "第一书记", "（一", "1000."])
def test_what_is_no_ordinal_has_none(text: str) -> None:
    assert next_ordinal(text) == "" == ordinal_of(text)


@given(st.integers(1, 98))
def test_counting_on_never_skips(value: int) -> None:
    assert next_ordinal(f"{format_numeral(value)}、") == f"{format_numeral(value + 1)}、"
    assert next_ordinal(f"（{value}）") == f"（{value + 1}）"


def test_what_stands_before_the_items_of_a_list() -> None:
    assert head_a_list(["1.", "2．", " 3. "]) and head_a_list(["（一）", "（二）"]) and head_a_list(["●", "·"])
    assert not head_a_list(["1", "2"]) and not head_a_list(["一、", "合计"]) and not head_a_list(["1.", ""])
