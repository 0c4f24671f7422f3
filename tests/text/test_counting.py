"""字数: characters and marks, no blanks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.text.counting import count_characters


def test_marks_and_figures_count_blanks_do_not() -> None:
    assert count_characters("3月5日，云河市召开会议。") == 13
    assert count_characters("云河　简报\n第 7 期\u00a0\t") == 7
    assert count_characters("") == 0


@given(st.text(alphabet="云河简报，3a \u3000\n"), st.text(alphabet="云河 \n"))
def test_parts_add_up(one: str, other: str) -> None:
    assert count_characters(one + other) == count_characters(one) + count_characters(other)
    assert count_characters(one + "　" + other) == count_characters(one + other)
