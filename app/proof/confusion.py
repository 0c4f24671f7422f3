"""Tables of sounds and of looks become the characters that are typed for one another, and the way a string sounds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from app.records import dataclass

_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"))
"""Beginnings that half the country doesn't tell apart; its ends -ng and -n likewise."""
_PRIVATE = 0xE000
"""Here begin the characters that Unicode keeps free for private use: no text has them, so they can be signs of syllables."""


class Neighbours(dict[str, frozenset[str]]):
    """A character to the others of its groups, none for one that is in no group.

    They are put together when a character is first asked for, by its key alone: of all there would be forty megabytes.
    """

    def __init__(self, groups: Iterable[str]) -> None:
        super().__init__()
        self._groups: dict[str, list[str]] = {}
        for group in groups:
            for char in group:
                self._groups.setdefault(char, []).append(group)

    def __missing__(self, char: str) -> frozenset[str]:
        found = self[char] = frozenset("".join(self._groups.get(char, ()))) - {char}
        return found


@dataclass(frozen=True, eq=False)
class Confusion:
    """`sounds`: a syllable without tone, the characters that are mostly read so, and those that sometimes are. `looks`: a character and
    those that look like it.
    """

    sounds: tuple[tuple[str, str, str], ...] = ()
    looks: tuple[tuple[str, str], ...] = ()

    @cached_property
    def same(self) -> Neighbours:
        """A character to the others that share one of its readings, tones aside."""
        return Neighbours(usual + others for _, usual, others in self.sounds)

    @cached_property
    def sounding(self) -> Neighbours:
        """A character to the others that sound like it, even roughly."""
        return Neighbours(self._by_rough_sound)

    @cached_property
    def alike(self) -> Neighbours:
        """A character to the others that sound like it, even roughly, or look like it."""
        pairs = (one + other for one, others in self.looks for other in others)
        return Neighbours((*self._by_rough_sound, *pairs))

    @cached_property
    def _by_rough_sound(self) -> tuple[str, ...]:
        rough: dict[str, str] = {}
        for reading, usual, others in self.sounds:
            rough[_rough(reading)] = rough.get(_rough(reading), "") + usual + others
        return tuple(rough.values())

    def reading(self, text: str) -> str:
        """How a text usually sounds: a sign for each syllable; characters without a known reading stand for themselves."""
        return text.translate(self._signs)

    @cached_property
    def _signs(self) -> dict[int, str]:
        """A character to the sign of its usual reading."""
        signs = {reading: chr(_PRIVATE + turn) for turn, (reading, *_) in enumerate(self.sounds)}
        return {ord(char): signs[reading] for reading, usual, _ in self.sounds for char in usual}


def _rough(reading: str) -> str:
    for broad, narrow in _FUZZY:
        if reading.startswith(broad):
            reading = narrow + reading[len(broad) :]
    return reading[:-1] if reading.endswith(("ing", "eng")) else reading
