"""The word list answers for single words and as a table."""

from __future__ import annotations

import pytest

from app.text.wordlist import is_word, word_weights


@pytest.mark.parametrize(
    ("text", "known"),
    [("丰富", True), ("工作", True), ("展丰", False), ("丰", False), ("", False), ("中华人民共和国", False)],
)
def test_words(text: str, known: bool) -> None:
    assert is_word(text) is known


def test_the_table_agrees() -> None:
    weights = word_weights()
    assert weights["工作"] > weights["作风"] > 0 and "展丰" not in weights
