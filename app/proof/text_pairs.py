"""A text becomes the pairs of its characters, by which tables of words are looked up."""

from __future__ import annotations

from functools import lru_cache
from operator import add


@lru_cache(maxsize=64)
def pairs_of(text: str) -> tuple[str, ...]:
    """Every character with the one behind it, once for all tables."""
    return tuple(map(add, text, text[1:]))
