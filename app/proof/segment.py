"""A run of Chinese characters becomes what its best cutting into words costs, from its beginning and from its end to every place."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import repeat
from operator import add

from app.proof.lexicon import Lexicon, rarest
from app.records import dataclass

_NEVER = 1e9
"""What no cutting costs."""
_NO_WORD = (-1, 0, _NEVER)
"""Stands behind the last word."""


@dataclass(frozen=True, eq=False)
class Cutting:
    """`ahead[i]`: cost of the best cutting of the characters before place i; `words`: its (start, end).

    `_alone`: what each character costs as a word; `_longer`: (start, end, cost) of every longer word in the run, by their starts.
    """

    ahead: list[float]
    words: tuple[tuple[int, int], ...]
    _alone: list[float]
    _longer: list[tuple[int, int, float]]

    @cached_property
    def behind(self) -> list[float]:
        """Cost of the best cutting of the characters from place i on."""
        costs = [0.0] * len(self.ahead)
        longer, best = reversed(self._longer), 0.0
        first, end, cost = next(longer, _NO_WORD)
        for start in range(len(self._alone) - 1, -1, -1):
            best += self._alone[start]
            while first == start:
                if (so_far := costs[end] + cost) < best:
                    best = so_far
                first, end, cost = next(longer, _NO_WORD)
            costs[start] = best
        return costs

    @cached_property
    def bounds(self) -> frozenset[int]:
        """The places at which words begin or end."""
        return frozenset([0, *[end for _, end in self.words]])

    @cached_property
    def starts(self) -> dict[int, int]:
        """Where a word ends, to where it begins."""
        return {end: start for start, end in self.words}

    @cached_property
    def ends(self) -> dict[int, int]:
        """Where a word begins, to where it ends."""
        return dict(self.words)

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The words that lie wholly between two places."""
        return [(low, self.ends[low]) for low in range(start, end) if self.ends.get(low, end + 1) <= end]

    def gain(self, start: int, end: int, cost: float) -> float:
        """How much cheaper the run is where `start:end` costs this much."""
        return self.ahead[-1] - self.ahead[start] - cost - self.behind[end]


@lru_cache(maxsize=4096)
def cut(text: str, lexicon: Lexicon) -> Cutting:
    """Cut a run by dynamic programming over the words of the lexicon."""
    size, cost_of = len(text), lexicon.costs.get
    alone = [*map(cost_of, text, repeat(rarest()))]
    longer: list[tuple[int, int, float]] = []
    ahead = [0.0, *[_NEVER] * size]
    back = [0] * (size + 1)
    pairs = map(add, text, text[1:] + " ")
    for start, (single, lengths) in enumerate(zip(alone, map(lexicon.lengths.get, pairs), strict=True)):
        so_far, end = ahead[start], start + 1
        if so_far + single < ahead[end]:
            ahead[end] = so_far + single
            back[end] = start
        for length in lengths or ():
            end = start + length
            if end <= size and (cost := cost_of(text[start:end])) is not None:
                longer.append((start, end, cost))
                if so_far + cost < ahead[end]:
                    ahead[end] = so_far + cost
                    back[end] = start
    words: list[tuple[int, int]] = []
    end = size
    while end:
        words.append((back[end], end))
        end = back[end]
    return Cutting(ahead, tuple(reversed(words)), alone, longer)
