from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.proof.grams import Grams

TEXTS = ("严格落实责任", "压实责任", "责任到人")


@pytest.mark.parametrize(
    ("words", "times"), [("责任", 3), ("实责任", 2), ("压实责任", 1), ("任压", 0), ("任\n责", 0), ("落实责任", 1), ("实事", 0)]
)
def test_counts_stretches_within_texts(words: str, times: int) -> None:
    assert Grams(TEXTS).count(words) == times


@pytest.mark.parametrize(
    ("text", "place", "size", "times"), [("压实责任制", 2, 2, 3), ("压实责任制", 4, 2, 0), ("压实责任制", 0, 3, 1), ("责任", 0, 3, 0)]
)
def test_most_frequent_stretch_over_a_place(text: str, place: int, size: int, times: int) -> None:
    assert Grams(TEXTS).most(text, place, size) == times


@given(st.lists(st.text("责任实压到", max_size=9), max_size=6), st.text("责任实压到", min_size=2, max_size=4))
def test_counts_as_one_would_by_hand(texts: list[str], words: str) -> None:
    by_hand = sum(text.startswith(words, start) for text in texts for start in range(len(text)))
    assert Grams(texts).count(words) == by_hand
