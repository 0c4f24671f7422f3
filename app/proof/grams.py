"""Texts become how often two to four characters stand beside one another in them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable

_LONGEST, _BITS = 4, 16
_END = "\n"


class Grams:
    """Counts stretches of up to four characters of the basic plane, by a sorted array of all stretches of four, packed into 64 bits each.

    A few hundred thousand of them take eight bytes each this way; as a table of strings they would take twenty times as much.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        units = array("H", (_END.join(texts) + _END * _LONGEST).encode("utf-16-le"))
        end = ord(_END)
        fours = zip(units, units[1:], units[2:], units[3:], strict=False)
        self._packed = array("Q", sorted([a << 48 | b << 32 | c << 16 | d for a, b, c, d in fours if end not in (a, b)]))

    def count(self, words: str) -> int:
        """How often a stretch of two to four characters stands in the texts; rare characters beyond the basic plane aren't counted."""
        if max(map(ord, words)) >= 1 << _BITS:
            return 0
        rest = _BITS * (_LONGEST - len(words))
        first = 0
        for char in words:
            first = first << _BITS | ord(char)
        first <<= rest
        low = bisect_left(self._packed, first)
        return bisect_left(self._packed, first + (1 << rest), low) - low

    def most(self, text: str, place: int, size: int) -> int:
        """How often the most frequent of the stretches of a size stands in the texts that take in one place of a text; 0 for none."""
        last = min(place, len(text) - size)
        return max([self.count(text[start : start + size]) for start in range(max(0, place - size + 1), last + 1)], default=0)
