"""A text becomes the stretches that are somebody else's words: quotations and titles of works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_PAIRS = {'"': '"', "“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』"}

_BOTH = {mark: re.compile(f"[{mark}{close}]") for mark, close in _PAIRS.items() if mark != close}
_OPENING = re.compile(f"[{''.join(_PAIRS)}]")


@lru_cache(maxsize=8192)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of what stands within “”, ‘’, 《》 and their like, marks included; of nested ones the outer. An open one is none."""
    return tuple(_quoted(text))


def inside_quotes(words: str) -> str:
    """Words as they stand between quotation marks: ‘五位一体’总体布局."""
    return words.replace("“", "‘").replace("”", "’")


def within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether a place lies in one of the stretches."""
    return any(low <= start and end <= high for low, high in spans)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    closing: dict[str, dict[int, int]] = {}
    found = _OPENING.search(text)
    while found:
        start, mark = found.start(), found[0]
        if mark == _PAIRS[mark]:  # straight marks
            end = text.find(mark, start + 1) + 1 or -1
        else:
            if mark not in closing:
                closing[mark] = _closed(text, mark)
            end = closing[mark].get(start, -1)
        if end > start:
            yield start, end
        found = _OPENING.search(text, max(end, start + 1))


def _closed(text: str, mark: str) -> dict[int, int]:
    """The places behind the marks that close those of one kind, nested ones counted; one that stays open has none."""
    ends: dict[int, int] = {}
    open_: list[int] = []
    for found in _BOTH[mark].finditer(text):
        if found[0] == mark:
            open_.append(found.start())
        elif open_:
            ends[open_.pop()] = found.end()
    return ends
