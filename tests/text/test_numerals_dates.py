"""Chinese numerals and dates, both ways."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.dates import find_dates, parse_date, tidy_date
from app.text.numerals import format_numeral, parse_numeral


@given(st.integers(0, 99_999_999))
def test_numerals_go_round(value: int) -> None:
    assert parse_numeral(format_numeral(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十七", 17),
        ("廿三", 23),
        ("一百零五", 105),
        ("二百六十", 260),
        ("二〇二四", 2024),
        ("260", 260),
        ("贰拾", 20),
        ("一万二千", 12000),
    ],
)
def test_numerals_that_offices_write(text: str, value: int) -> None:
    assert parse_numeral(text) == value


@pytest.mark.parametrize("text", ["", "第七", "七期", "a1"])
def test_what_is_no_numeral(text: str) -> None:
    assert parse_numeral(text) is None


def test_a_number_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        format_numeral(-1)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_dates_go_round(day: datetime.date) -> None:
    digits = "".join(format_numeral(int(digit)).replace("零", "〇") for digit in str(day.year))
    assert parse_date(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()
    assert parse_date(f"{digits}年{format_numeral(day.month)}月{format_numeral(day.day)}日") == day.isoformat()
    assert parse_date(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "iso"),
    [("2021 年 3 月 8 日", "2021-03-08"), ("2021年3月　日", None), ("2021年2月30日", None), ("2021.3.8", "2021-03-08")],
)
def test_open_and_impossible_dates_have_no_iso_form(text: str, iso: str | None) -> None:
    (found,) = find_dates(f"于{text}印发")
    assert (found.text, found.iso) == (text, iso)


def test_tidy_date_keeps_the_place_of_an_open_day() -> None:
    assert tidy_date("2021 年 3 月 8 日") == "2021年3月8日"
    assert tidy_date("2021年 3月  日") == "2021年3月\u3000日"


def test_phone_numbers_and_versions_are_no_dates() -> None:
    assert not list(find_dates("2021-3-8-1 192.168.2021.3.8"))
