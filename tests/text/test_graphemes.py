"""Carets step over what a reader sees as one character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.graphemes import is_boundary, next_boundary, previous_boundary


@pytest.mark.parametrize(
    "text",
    [
        "云|河",
        "葛\U000e0100|城",
        "e\u0301|a",
        "👨\u200d👩\u200d👧|好",
        "🇨🇳|🇨🇳",
        "👍🏽|a",
        "각|나",
        "\u1112\u1161\u11ab|云",
        "❤\ufe0f|云",
        "\U00020000|\U00020001",
    ],
)
def test_places_between_clusters(text: str) -> None:
    left, right = text.split("|")
    whole = left + right
    assert [at for at in range(1, len(whole)) if is_boundary(whole, at)] == [len(left)]
    assert next_boundary(whole, 0) == len(left) == previous_boundary(whole, len(whole))


@given(st.text(max_size=12))
def test_steps_go_through_the_whole_text_and_back(text: str) -> None:
    at, there = 0, [0]
    while at < len(text):
        at = next_boundary(text, at)
        there.append(at)
    back = [at]
    while at:
        at = previous_boundary(text, at)
        back.append(at)
    assert there == back[::-1]
