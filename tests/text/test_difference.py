"""The one stretch in which two texts differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.difference import difference


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [("", "", (0, 0, "")), ("ab", "ab", (2, 2, "")), ("aa", "aaa", (2, 2, "a")), ("abc", "axc", (1, 2, "x")), ("abab", "ab", (2, 4, ""))],
)
def test_the_shortest_replacement(old: str, new: str, expected: tuple[int, int, str]) -> None:
    assert difference(old, new) == expected
    start, end, text = expected
    assert old[:start] + text + old[end:] == new


@given(st.text("ab", max_size=8), st.text("ab", max_size=8))
def test_it_makes_the_one_of_the_other(old: str, new: str) -> None:
    start, end, text = difference(old, new)
    assert old[:start] + text + old[end:] == new and 0 <= start <= end <= len(old)
