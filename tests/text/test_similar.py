"""Numbers of a text are those of its parts, the same on every machine, and few."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.text.similar import hashes_of
from tests.text.pairs import story

TEXT = "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护，力争成活率达到九成五以上。"


def test_the_numbers_are_the_same_everywhere() -> None:
    assert hashes_of(TEXT)[:2] == FIRST
    assert all(-(2**63) <= value < 2**63 for value in hashes_of(TEXT))
    assert list(hashes_of(TEXT)) == sorted(set(hashes_of(TEXT)))


FIRST = (-7980805934952644748, -7853316188727772988)


def test_marks_blanks_and_width_do_not_count() -> None:
    assert hashes_of("共 260 份，（Ａ）") == hashes_of("共260份a")
    assert hashes_of("") == hashes_of("短") == ()


@given(st.integers(0, 10_000), st.text("云湖镇植树", max_size=30), st.text("税务局宣讲", max_size=30))
def test_a_part_has_the_numbers_of_the_whole(seed: int, before: str, behind: str) -> None:
    import random

    part = story(random.Random(seed))
    assert set(hashes_of(part)) <= set(hashes_of(before + part + behind))


def test_a_book_has_no_more_numbers_than_a_bulletin() -> None:
    import random

    book = "".join(story(random.Random(seed)) for seed in range(300))
    assert len(book) > 50_000
    assert len(hashes_of(book)) == 1_500
