"""A string becomes how common it is as a Chinese word; the word list is read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

MAX_WORD = 4
"""Longer entries of the list are names and phrases, of no use here."""
COMMON = 100
"""From this frequency on a word of the list is an everyday one."""


@cache
def word_weights() -> dict[str, int]:
    """Words of up to four characters with their frequency; single characters also count as the last one of a word."""
    weights: dict[str, int] = {}
    for line in _list().decode("utf-8").splitlines():
        word, count = line.split(" ", 2)[:2]
        if len(word) <= MAX_WORD:
            weights[word] = weights.get(word, 0) + int(count)
            if len(word) > 1:
                weights[word[-1]] = weights.get(word[-1], 0) + int(count)
    return weights


def word_entries() -> Iterator[tuple[str, int, str]]:
    """Every word of the list: (word, frequency, part of speech such as n, v, nr for a person's name, ns for a place, i for an idiom)."""
    for line in BytesIO(_list()):  # not all lines at once, which would be fifty megabytes
        word, count, kind = line.decode("utf-8").rstrip("\n").split(" ")
        yield word, int(count), kind


def is_word(text: str) -> bool:
    """Whether the list has this everyday word of two to four characters."""
    return word_count(text) >= COMMON


@cache
def word_count(text: str) -> int:
    """How often the list counts a word of two to four characters, 0 for none; cheap for a few words, without building a table."""
    if not 1 < len(text) <= MAX_WORD:
        return 0
    head = f"\n{text} ".encode()
    place = _list().find(head)
    count = _list()[place + len(head) : place + len(head) + 8].split(b" ", 1)[0] if place >= 0 else b""
    return int(count) if count.isdigit() else 0


@cache
def _list() -> bytes:
    """The list's bytes, found without importing the library; empty where it is not installed."""
    spec = find_spec("jieba")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        path = Path(folder) / "dict.txt"
        if path.is_file():
            return path.read_bytes()
    return b""
