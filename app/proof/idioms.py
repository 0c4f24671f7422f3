"""A text becomes the places where an idiom stands with one wrong character in it that sounds or looks like the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from app.proof.confusion import Confusion
from app.records import dataclass

_SIZE, _HALF = 4, 2
_RUN = re.compile(r"[\u4e00-\u9fff]{4,}")


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
        heads, tails, words = self._halves
        for run in _RUN.finditer(text):
            chars = run[0]
            for at in range(len(chars) - _SIZE + 1):
                likely = (*heads.get(chars[at : at + _HALF], ()), *tails.get(chars[at + _HALF : at + _SIZE], ()))
                if not likely or (there := chars[at : at + _SIZE]) in words:
                    continue
                for right in likely:
                    differs = [place for place in range(_SIZE) if there[place] != right[place]]
                    if len(differs) == 1 and right[differs[0]] in self.confusion.alike[there[differs[0]]]:
                        yield NearIdiom(run.start() + at, run.start() + at + differs[0], right)
                        break

    @cached_property
    def _halves(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], frozenset[str]]:
        """The idioms by their first half, and by their second one; all of them."""
        heads: dict[str, list[str]] = {}
        tails: dict[str, list[str]] = {}
        for word in sorted(self.words):
            heads.setdefault(word[:_HALF], []).append(word)
            tails.setdefault(word[_HALF:], []).append(word)
        return {key: tuple(all_) for key, all_ in heads.items()}, {key: tuple(all_) for key, all_ in tails.items()}, self.words
