"""Paragraphs are paired with what they were, whatever was put before, between or behind them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.align import aligned, likeness

PLANT = "三月五日，云湖镇组织干部群众义务植树，共栽下树苗三百二十株。"
PLANTED = "三月六日，云湖镇组织机关干部群众开展义务植树，共栽下树苗三百五十株。"
WATER = "供水公司连夜抢修老旧管网，恢复了十二个小区的供水。"
WATERED = "供水公司连夜抢修破损的老旧管网，及时恢复了十四个小区的供水。"
SCHOOL = "实验小学举办读书节，学生们把喜爱的书讲给同伴听。"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([PLANT, WATER], [PLANT, WATER], {0: 0, 1: 1}),
        ([PLANT, WATER], [SCHOOL, PLANTED, WATERED], {1: 0, 2: 1}),
        ([PLANT, SCHOOL, WATER], [PLANTED, WATERED], {0: 0, 1: 2}),
        ([PLANT], [SCHOOL], {}),
        ([PLANT], ["", PLANTED], {1: 0}),
        ([], [PLANT], {}),
        ([PLANT, WATER], [], {}),
    ],
)
def test_pairs(old: list[str], new: list[str], expected: dict[int, int]) -> None:
    assert aligned(old, new) == expected


def test_a_stretch_of_unheard_of_length_is_paired_by_place() -> None:
    old, new = [f"第{number}段旧" for number in range(150)], [f"第{number}段新" for number in range(150)]
    assert aligned(old, new) == {number: number for number in range(150)}


TEXTS = st.lists(st.sampled_from([PLANT, PLANTED, WATER, WATERED, SCHOOL, "", "短"]))


@given(TEXTS, TEXTS)
def test_pairs_never_cross_and_equal_texts_are_all_paired(old: list[str], new: list[str]) -> None:
    found = aligned(old, new)
    olds = [found[number] for number in sorted(found)]
    assert olds == sorted(set(olds))
    assert all(0 <= at < len(old) and 0 <= number < len(new) for number, at in found.items())
    assert aligned(new, new) == {number: number for number in range(len(new))}


def test_likeness_is_a_part() -> None:
    assert likeness(PLANT, PLANT) == 1.0
    assert likeness(PLANT, SCHOOL) < 0.3 < 0.5 < likeness(PLANT, PLANTED)
    assert likeness("", "") == 1.0 and likeness("", PLANT) == 0.0
