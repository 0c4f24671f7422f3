"""Figures that are open: typed into, emptied, left alone."""

from __future__ import annotations

import pytest

from app.text.open_figures import edited


def after(text: str, start: int, end: int, typed: str) -> str:
    start, end, put_in = edited(text, start, end, typed)
    return text[:start] + put_in + text[end:]


@pytest.mark.parametrize(
    ("text", "at", "typed", "expected"),
    [
        ("第　期", 1, "7", "第7期"),
        ("第　期", 2, "7", "第7期"),
        ("第7期", 2, "1", "第71期"),
        ("第　期", 2, "十七", "第十七期"),
        ("（总第　期）", 3, "3", "（总第3期）"),
        ("2031年　月　日", 5, "3", "2031年3月　日"),
        ("2031年3月　日", 8, "15", "2031年3月15日"),
        ("　　年　月　日", 0, "2031", "2031年　月　日"),
        ("　　年　月　日", 2, "2031", "2031年　月　日"),
        ("第　期", 2, "特", "第　特期"),
        ("增刊", 0, "7", "7增刊"),
        ("第　期", 0, "7", "7第　期"),
    ],
)
def test_a_figure_takes_the_place_of_the_open_one(text: str, at: int, typed: str, expected: str) -> None:
    assert after(text, at, at, typed) == expected


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("第7期", 1, 2, "第　期"),
        ("第　期", 1, 2, "第　期"),
        ("第17期", 2, 3, "第1期"),
        ("2031年3月15日", 7, 9, "2031年3月　日"),
        ("2031年3月15日", 5, 6, "2031年　月15日"),
        ("2031年3月", 0, 4, "　　年3月"),
        ("第7期", 0, 3, ""),
        ("第7期", 2, 3, "第7"),
        ("3月5日", 0, 1, "月5日"),
    ],
)
def test_where_the_last_figure_goes_the_place_stays_open(text: str, start: int, end: int, expected: str) -> None:
    assert after(text, start, end, "") == expected
