"""A run of Chinese characters becomes what its best cutting into words costs, from its beginning and from its end to every place."""

from __future__ import annotations

from functools import cached_property, lru_cache

from app.proof.lexicon import Lexicon, rarest
from app.records import dataclass

_NEVER = 1e9
"""What no cutting costs."""


@dataclass(frozen=True, eq=False)
class Cutting:
    """`ahead[i]`: cost of the best cutting of the characters before place i; `words`: its (start, end)."""

    ahead: list[float]
    words: tuple[tuple[int, int], ...]
    _edges: list[list[tuple[int, float]]]

    @cached_property
    def behind(self) -> list[float]:
        """Cost of the best cutting of the characters from place i on."""
        costs = [0.0] * len(self.ahead)
        for start in range(len(costs) - 2, -1, -1):
            best = _NEVER
            for end, cost in self._edges[start]:
                if (so_far := costs[end] + cost) < best:
                    best = so_far
            costs[start] = best
        return costs

    @cached_property
    def bounds(self) -> frozenset[int]:
        """The places at which words begin or end."""
        return frozenset({0, *(end for _, end in self.words)})

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
    size, rare = len(text), rarest()
    cost_of, lengths_of = lexicon.costs.get, lexicon.lengths.get
    ahead = [0.0, *[_NEVER] * size]
    back = [0] * (size + 1)
    edges: list[list[tuple[int, float]]] = []
    for start in range(size):
        so_far = ahead[start]
        here = [(start + 1, cost_of(text[start], rare))]
        if start + 1 < size:
            head = text[start : start + 2]
            if (cost := cost_of(head)) is not None:
                here.append((start + 2, cost))
            for length in lengths_of(head, ()):
                if start + length <= size and (cost := cost_of(text[start : start + length])) is not None:
                    here.append((start + length, cost))
        for end, cost in here:
            if so_far + cost < ahead[end]:
                ahead[end] = so_far + cost
                back[end] = start
        edges.append(here)
    words: list[tuple[int, int]] = []
    end = size
    while end:
        words.append((back[end], end))
        end = back[end]
    return Cutting(ahead, tuple(reversed(words)), edges)
