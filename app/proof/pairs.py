"""A text becomes its pairs of characters: by them tables of expressions know at once the few places that are worth a closer look."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from operator import add


@lru_cache(maxsize=64)  # several tables ask one after the other
def pairs_in(text: str) -> tuple[str, ...]:
    """Each two characters in a row."""
    return tuple(map(add, text, text[1:]))


def places_of(heads: Container[str], text: str) -> list[int]:
    """Where one of these pairs stands."""
    return [place for place, pair in enumerate(pairs_in(text)) if pair in heads]
