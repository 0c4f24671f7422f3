"""A text becomes numbers by which a text that says the same, all of it or a part, is found again among thousands.

Shingles of five characters are hashed, and one in four of the hashes is kept, by its value (the "0 mod p" sampling of Manber, "Finding
similar files in a large file system", 1994). So the numbers of a part are among those of the whole. Only characters that say something
count: neither marks, nor blanks, nor the width of a letter.
"""

from __future__ import annotations

import unicodedata

SHINGLE = 5
_KEPT = 4
_MOST = 1_500
"""Numbers of a text; those of a book are thinned out by the same rule, the smallest first."""
_BASE, _MASK = 0x100000001B3, 0xFFFFFFFFFFFFFFFF
_TOP_POWER = pow(_BASE, SHINGLE - 1, 1 << 64)
_SIGN = 1 << 63


def bare_text(text: str) -> str:
    """The characters that count, letters small and narrow."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).lower() if char.isalnum())


def hashes_of(text: str) -> tuple[int, ...]:
    """The numbers of a text, signed 64-bit, ascending, each once; none for one of a few characters."""
    return tuple(sorted(value - (value & _SIGN) * 2 for value in sorted(_sampled(bare_text(text)))[:_MOST]))


def shingles(bare: str, length: int = SHINGLE) -> set[str]:
    """All pieces of `length` characters."""
    return {bare[at : at + length] for at in range(len(bare) - length + 1)}


def _sampled(bare: str) -> set[int]:
    rolling = 0
    found: set[int] = set()
    for at, char in enumerate(bare):
        if at >= SHINGLE:
            rolling = (rolling - (ord(bare[at - SHINGLE]) + 1) * _TOP_POWER) & _MASK
        rolling = (rolling * _BASE + ord(char) + 1) & _MASK
        if at >= SHINGLE - 1:
            value = _mixed(rolling)
            if value % _KEPT == 0:
                found.add(value)
    return found


def _mixed(value: int) -> int:
    """SplitMix64's finish (Steele, Lea, Flood 2014): the low bits depend on all others."""
    value = ((value ^ value >> 30) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ value >> 27) * 0x94D049BB133111EB) & _MASK
    return value ^ value >> 31
