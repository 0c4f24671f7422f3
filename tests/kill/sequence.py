"""The endless text that is typed: the character of each number."""

from __future__ import annotations

_WORDS = "云河市把老街巷的路灯一盏一盏修好，居民夜里出门心里亮堂；下一步还要添长椅、栽树、修步道。"


def char_at(number: int) -> str:
    """The character with that number."""
    return _WORDS[number % len(_WORDS)]


def text_up_to(count: int) -> str:
    """The first `count` characters."""
    return "".join(map(char_at, range(count)))
