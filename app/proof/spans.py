"""A text becomes the stretches that are somebody else's words: quotations and titles of works."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

_PAIRS = {'"': '"', "“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』"}


@lru_cache(maxsize=8192)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of what stands within “”, ‘’, 《》 and their like, marks included; of nested ones the outer. An open one is none."""
    return tuple(_quoted(text))


def within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether a place lies in one of the stretches."""
    return any(low <= start and end <= high for low, high in spans)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    while place < len(text):
        close = _PAIRS.get(text[place])
        end = _end(text, place, close) if close else -1
        if end > place:
            yield place, end
            place = end
        else:
            place += 1


def _end(text: str, start: int, close: str) -> int:
    """The place behind the mark that closes the one at `start`, nested ones of its kind counted; -1 where it stays open."""
    if close == text[start]:  # straight marks
        return text.find(close, start + 1) + 1 or -1
    depth = 0
    for place in range(start, len(text)):
        if text[place] == text[start]:
            depth += 1
        elif text[place] == close:
            depth -= 1
            if not depth:
                return place + 1
    return -1
