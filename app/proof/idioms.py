"""A text becomes the places where an idiom stands with one wrong character in it that sounds or looks like the right one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from app.proof.confusion import Confusion
from app.proof.text_pairs import pairs_of
from app.records import dataclass

_SIZE, _HALF = 4, 2


@dataclass(frozen=True, slots=True)
class NearIdiom:
    """The four characters from `start` on should be `right`; the one at `place` is wrong."""

    start: int
    place: int
    right: str


@dataclass(frozen=True, eq=False)
class Idioms:
    """Expressions of four characters, looked up by the half that a wrong character leaves whole."""

    words: frozenset[str]
    confusion: Confusion

    def near(self, text: str) -> Iterator[NearIdiom]:
        """Every place, the first ones first."""
        heads, tails = self._halves
        pairs = pairs_of(text)
        for at, (head, tail) in enumerate(zip(pairs, pairs[_HALF:], strict=False)):
            if (head not in heads and tail not in tails) or head + tail in self.words:
                continue
            for right in (*heads.get(head, ()), *tails.get(tail, ())):
                differs = [place for place in range(_SIZE) if text[at + place] != right[place]]
                if len(differs) == 1 and right[differs[0]] in self.confusion.alike[text[at + differs[0]]]:
                    yield NearIdiom(at, at + differs[0], right)
                    break

    @cached_property
    def _halves(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        """The idioms by their first half, and by their second one."""
        heads: dict[str, list[str]] = {}
        tails: dict[str, list[str]] = {}
        for word in sorted(self.words):
            heads.setdefault(word[:_HALF], []).append(word)
            tails.setdefault(word[_HALF:], []).append(word)
        return {key: tuple(all_) for key, all_ in heads.items()}, {key: tuple(all_) for key, all_ in tails.items()}
