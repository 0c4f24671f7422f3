from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.desk.numbering import (
    OPEN_DATE,
    completed_date,
    completed_number,
    is_open_date,
    is_open_number,
    next_number,
    open_date_of,
    open_number,
)
from app.text.numerals import format_numeral


def test_a_number_form_takes_its_year_from_the_date() -> None:
    form = "{year}年第{}期"
    assert open_number(form, "2031年3月　日") == "2031年第　期"
    assert completed_number("9", form, "2031年3月5日") == "2031年第9期"
    assert next_number("2031年第9期") == "2031年第10期"
    open_form = open_number(form, OPEN_DATE)
    assert is_open_number(open_form)
    assert is_open_number(open_form.replace("第　期", "第9期"))  # the year still waits
    assert not is_open_number("2031年第9期")
    assert open_number("（第{}期）", "2031年3月5日") == "（第　期）"


@pytest.mark.parametrize(
    ("last", "following"),
    [
        ("第7期", "第8期"),
        ("第 7 期", "第 8 期"),
        ("第十七期", "第十八期"),
        ("第九十九期", "第一百期"),
        ("第009期", "第010期"),
        ("（第19期）", "（第20期）"),
        ("2024年第3期", "2024年第4期"),
        ("第3期（总第23期）", "第4期（总第24期）"),
        ("（总第199期）", "（总第200期）"),
        ("增刊第2期", "增刊第3期"),
        ("春节专刊", "春节专刊"),
        ("第　期", "第　期"),
    ],
)
def test_the_next_number_is_written_as_the_last(last: str, following: str) -> None:
    assert next_number(last) == following


@given(st.integers(0, 9998), st.sampled_from(["第{}期", "2031年第{}期", "（总第{}期）", "增刊第{}期"]), st.booleans())
def test_the_next_number_is_one_higher(value: int, form: str, han: bool) -> None:
    written = format_numeral if han else str
    assert next_number(form.format(written(value))) == form.format(written(value + 1))


@example("第一七三九二五八八四期")
@given(st.text())
def test_any_text_has_a_next_number(text: str) -> None:
    assert isinstance(next_number(text), str)


@pytest.mark.parametrize(
    ("text", "is_open"), [("第　期", True), ("第期", True), ("", True), ("2031年第　期", True), ("第7期", False), ("春节专刊", False)]
)
def test_open_numbers(text: str, is_open: bool) -> None:
    assert is_open_number(text) is is_open


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        (OPEN_DATE, True),
        ("2031年3月　日", True),
        ("2031年　月　日", True),
        ("年月日", True),
        ("", True),
        ("2031年3月8日", False),
        ("二〇三一年三月八日", False),
        ("2031 年 3 月 8 日", False),
    ],
)
def test_open_dates(text: str, is_open: bool) -> None:
    assert is_open_date(text) is is_open


def test_the_next_date_keeps_the_year_alone() -> None:
    assert open_date_of("2031年3月8日") == "2031年　月　日"
    assert open_date_of("二〇三一年三月八日") == "二〇三一年　月　日"
    assert open_date_of("") == OPEN_DATE
    assert is_open_date(open_date_of("2031年3月8日"))


def test_an_open_number_is_open() -> None:
    assert open_number("第{}期") == "第　期"
    assert is_open_number(open_number("（总第{}期）"))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("8", "第8期"),
        (" 12 ", "第12期"),
        ("十二", "第十二期"),
        ("第8期", "第8期"),
        ("春节专刊", "春节专刊"),
        ("", ""),
        ("第　期", "第　期"),
    ],
)
def test_a_bare_figure_becomes_a_number(typed: str, printed: str) -> None:
    assert completed_number(typed, "第{}期") == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2031-3-8", "2031年3月8日"),
        ("2031/03/08", "2031年3月8日"),
        ("2031.12.31", "2031年12月31日"),
        ("2031-2-30", "2031-2-30"),
        ("二〇三一年三月八日", "二〇三一年三月八日"),
        ("2031年3月　日", "2031年3月　日"),
        ("", ""),
    ],
)
def test_a_date_in_figures_becomes_a_printed_one(typed: str, printed: str) -> None:
    assert completed_date(typed) == printed
