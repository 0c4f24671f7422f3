"""A text becomes the stretches that are somebody else's words: quotations and titles of works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_PAIRS = {'"': '"', "“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』"}

_OPENING = re.compile(f"[{''.join(_PAIRS)}]")


@lru_cache(maxsize=8192)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of what stands within “”, ‘’, 《》 and their like, marks included; of nested ones the outer. An open one is none."""
    return tuple(_quoted(text))


def within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether a place lies in one of the stretches."""
    return any(low <= start and end <= high for low, high in spans)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    found = _OPENING.search(text)
    while found:
        start = found.start()
        end = _end(text, start, _PAIRS[found[0]])
        if end > start:
            yield start, end
        found = _OPENING.search(text, max(end, start + 1))


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
