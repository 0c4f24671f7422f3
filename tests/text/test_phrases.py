"""What is typed becomes phrases, and the numbers of a text hold those of every phrase in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.phrases import fold, grams, is_exact, needed, phrases

_LINES = st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("王伟", ("王伟",)),
        (" 王伟　春耕 王伟 ", ("王伟", "春耕")),
        ("“创城 有我” 志愿者", ("创城 有我", "志愿者")),
        ('"3 月 5 日"会议', ("3 月 5 日", "会议")),
        ("“没有关上", ("没有关上",)),
        ("ＧＤＰ Gdp", ("gdp",)),
        ("“”", ()),
        ("\ud800王\x00", ("王",)),
    ],
)
def test_words_and_quotations(typed: str, found: tuple[str, ...]) -> None:
    assert phrases(typed) == found


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(_LINES, _LINES, st.data())
def test_a_text_has_the_numbers_of_every_phrase_in_it(line: str, other: str, data: st.DataObject) -> None:
    text = fold(f"{line}\n{other}")
    start = data.draw(st.integers(0, len(line) - 1))
    phrase = fold(line)[start : start + data.draw(st.integers(1, 6))]
    assert set(needed(phrase)) <= grams(text)


@given(_LINES, st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), min_size=1, max_size=2))
def test_one_or_two_characters_are_found_by_their_numbers_alone(line: str, phrase: str) -> None:
    assert is_exact(phrase)
    assert (phrase in line) == (set(needed(phrase)) <= grams(line))
