"""What somebody types to look for becomes phrases, and a text becomes the numbers by which an index finds the texts that hold them.

An index of single characters and pairs of neighbours finds names of two characters, which one of triples would not; a longer phrase stands
only in texts that hold all its pairs, and whether it does is seen by a look at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

LONGEST_QUERY = 200
"""Characters; nobody looks for more."""
_QUOTED = re.compile(r"[\"“”「『]([^\"“”「」『』]*)[\"“”」』]|([^\s\"“”「」『』]+)")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_TO_NARROW = 0xFEE0
_SHIFT = 21
"""Bits of a character, so that two of them are a number below 2**42, which both databases know."""


def fold(text: str) -> str:
    """The text with small and narrow letters and figures, each character in its place."""
    if _WIDE.search(text):
        text = _WIDE.sub(lambda found: chr(ord(found.group()) - _TO_NARROW), text)
    small = text.lower()
    return small if len(small) == len(text) else "".join(low if len(low := char.lower()) == 1 else char for char in text)


def phrases(typed: str) -> tuple[str, ...]:
    """What is looked for, folded, each once: words between blanks, and what stands between quotation marks as it is."""
    clean = "".join(char if not "\ud800" <= char <= "\udfff" and char != "\x00" else " " for char in typed[:LONGEST_QUERY])
    found = (" ".join((match.group(1) or match.group(2) or "").split()) for match in _QUOTED.finditer(fold(clean)))
    return tuple(dict.fromkeys(filter(None, found)))


def holds(folded: str, wanted: tuple[str, ...]) -> bool:
    """Whether a folded text has all phrases."""
    return all(phrase in folded for phrase in wanted)


def grams(folded: str) -> set[int]:
    """The numbers of a text: one for each of its characters and each pair of neighbours within a line."""
    codes = [ord(char) for char in folded]
    found = set(codes)
    found.update(first << _SHIFT | second for first, second in pairwise(codes) if first != _LINE != second)
    found.discard(_LINE)
    return found


def needed(phrase: str) -> tuple[int, ...]:
    """The numbers that every text with this phrase has; they are enough for one of one or two characters."""
    return tuple(sorted(_pairs(phrase) if len(phrase) > 1 else map(ord, phrase)))


def is_exact(phrase: str) -> bool:
    """Whether each text that has the numbers of a phrase has the phrase."""
    return len(phrase) <= 2


_LINE = ord("\n")


def _pairs(phrase: str) -> Iterator[int]:
    for first, second in pairwise(phrase):
        yield ord(first) << _SHIFT | ord(second)
