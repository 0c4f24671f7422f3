"""Combinations that one character keeps from standing somewhere are found, all of them, and where they stand is known."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.proof.usage import Nearly, Usage

COMBINATIONS = ("压实责任", "账实不符", "注入新动能", "一站式服务", "社会消费品零售总额", "落实监护责任", "监护责任", "责任清单")
USAGE = Usage((*COMBINATIONS, "回头看"))


def _found(run: str, loose: Sequence[bool] | None = None) -> list[tuple[str, str, int]]:
    return [(run[one.start : one.end], one.right, one.place) for one in USAGE.nearly(run, loose or [True] * len(run))]


def _by_hand(usage: tuple[str, ...], run: str) -> set[Nearly]:
    """Every stretch held against every combination; where a gap may be at several places of it the first one counts."""
    found: set[Nearly] = set()
    for right in usage:
        for start in range(len(run)):
            same = run[start : start + len(right)]
            differ = [at for at, (one, other) in enumerate(zip(same, right, strict=False)) if one != other]
            if len(same) == len(right) and len(differ) == 1:
                found.add(Nearly(start, start + len(right), right, differ[0]))
            short = run[start : start + len(right) - 1]
            if len(short) == len(right) - 1:
                found |= {Nearly(start, start + len(short), right, at) for at in range(len(right)) if right[:at] + right[at + 1 :] == short}
    return found


@pytest.mark.parametrize(
    ("run", "there", "right", "place"),
    [
        ("逐级压实责确保安全", "压实责", "压实责任", 3),
        ("部分账实不付家底不清", "账实不付", "账实不符", 3),
        ("为发展注人新动能", "注人新动能", "注入新动能", 1),
        ("提供站式服务", "站式服务", "一站式服务", 0),
        ("社会消费零售总额增长", "社会消费零售总额", "社会消费品零售总额", 4),
        ("把压买责任放在心上", "压买责任", "压实责任", 1),
    ],
)
def test_a_slip_is_found_wherever_it_is(run: str, there: str, right: str, place: int) -> None:
    assert (there, right, place) in _found(run)


def test_a_combination_within_another_is_found_with_it() -> None:
    assert {right for _, right, _ in _found("落实监护责，")} == {"落实监护责任", "监护责任"}


def test_what_stands_there_is_no_near_miss() -> None:
    assert not _found("压实责任")
    assert "压实责任" in USAGE and "压实责" not in USAGE


def test_where_every_character_is_in_a_common_word_nothing_is_looked_for() -> None:
    run = "部分账实不付家底不清"
    assert not _found(run, [False] * len(run))


def test_words_of_three_characters_are_not_looked_for() -> None:
    assert not _found("开展回头年")


def test_it_is_known_where_combinations_stand() -> None:
    assert USAGE.standing("列出责任清单") == [(2, 6)]
    assert USAGE.standing("落实监护责任。压实责任") == [(0, 6), (2, 6), (7, 11)]
    assert not USAGE.standing("列出责任清")


@given(st.lists(st.text("甲乙丙", min_size=4, max_size=8), min_size=1, max_size=6), st.text("甲乙丙", min_size=3, max_size=14))
def test_nothing_is_overlooked_and_nothing_made_up(combinations: list[str], run: str) -> None:
    usage = tuple(combinations)
    found = Usage(usage).nearly(run, [True] * len(run))
    wanted = _by_hand(usage, run)
    assert set(found) <= wanted
    places = {(one.start, one.end, one.right) for one in found}
    for one in wanted:  # beside a combination that stands there it is no near miss of itself
        stands = run.startswith(one.right, one.start) or run[: one.end].endswith(one.right)
        assert stands or (one.start, one.end, one.right) in places
