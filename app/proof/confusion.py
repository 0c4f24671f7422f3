"""Tables of sounds and of looks become the characters that are typed for one another, and the way a string sounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"))
"""Beginnings that half the country doesn't tell apart; its ends -ng and -n likewise."""


@dataclass(frozen=True, eq=False)
class Confusion:
    """`sounds`: a syllable without tone, the characters that are mostly read so, and those that sometimes are. `looks`: a character and
    those that look like it.
    """

    sounds: tuple[tuple[str, str, str], ...] = ()
    looks: tuple[tuple[str, str], ...] = ()

    @cached_property
    def sound(self) -> dict[str, str]:
        """A character to its usual reading."""
        return {char: reading for reading, usual, _ in self.sounds for char in usual}

    @cached_property
    def same(self) -> dict[str, frozenset[str]]:
        """A character to the others that share one of its readings, tones aside."""
        return _neighbours((usual + others for _, usual, others in self.sounds))

    @cached_property
    def alike(self) -> dict[str, frozenset[str]]:
        """A character to the others that sound like it, even roughly, or look like it."""
        rough: dict[str, str] = {}
        for reading, usual, others in self.sounds:
            rough[_rough(reading)] = rough.get(_rough(reading), "") + usual + others
        pairs = (one + other for one, others in self.looks for other in others)
        return _neighbours((*rough.values(), *pairs))

    def reading(self, text: str) -> str:
        """How a text usually sounds, a blank between its syllables; characters without a known reading stand for themselves."""
        sound = self.sound
        return " ".join([sound.get(char, char) for char in text])


def _neighbours(groups: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in groups:
        for char in group:
            found.setdefault(char, set()).update(group)
    return {char: frozenset(others - {char}) for char, others in found.items()}


def _rough(reading: str) -> str:
    for broad, narrow in _FUZZY:
        if reading.startswith(broad):
            reading = narrow + reading[len(broad) :]
    return reading[:-1] if reading.endswith(("ing", "eng")) else reading
