"""A run of characters becomes the usual combinations of words (压实责任) that one character keeps from standing in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_LEAST = 4
"""Characters of a combination."""
_PIECE = 3
"""Characters that a slip leaves beside one another, but in the middle of the shortest combinations."""
_SHORT = 5
"""Up to this length there is such a middle."""


class Nearly(NamedTuple):
    """In `start:end` of a run stands `right` but for its character at `place`, which is another or, where one is lacking, missing."""

    start: int
    end: int
    right: str
    place: int

    @property
    def lacks(self) -> bool:
        """Whether the character is missing."""
        return self.end - self.start < len(self.right)


class Usage:
    """Usual combinations of words. Those of four characters and more are looked up by what one slip leaves of them."""

    def __init__(self, combinations: Iterable[str] = ()) -> None:
        self._heads: dict[str, str] = {}
        self._tails: dict[str, str] = {}
        self._holed: dict[str, str] = {}
        self._longest = 0
        for one in {one for one in combinations if len(one) >= _LEAST}:
            self._longest = max(self._longest, len(one))
            _add(self._heads, one[:_PIECE], one)
            _add(self._tails, one[-_PIECE:], one)
            for place in _middle(len(one)):
                _add(self._holed, one[:place] + one[place + 1 :], one)

    def __contains__(self, words: str) -> bool:
        return words in self._heads.get(words[:_PIECE], "").split()

    def nearly(self, run: str, loose: Sequence[bool]) -> list[Nearly]:
        """The near misses in a run about characters that are `loose`, in no common word."""
        if True not in loose:
            return []
        found: set[Nearly] = set()
        heads, tails, holed = self._heads, self._tails, self._holed
        for start in range(len(run) - _PIECE + 1):
            piece = run[start : start + _PIECE]
            if piece in heads and True in loose[start + 2 : start + self._longest]:
                for right in heads[piece].split():
                    end = start + len(right)
                    nearly = right[-1] in run[end - 2 : end] or run.startswith(right[:-1], start)  # or more than one character differs
                    if nearly and True in loose[start + 2 : end] and not run.startswith(right, start):
                        found.update(_ahead(run, start, right))
            if piece in tails and True in loose[max(0, start + _PIECE - self._longest) : start + 1]:
                end = start + _PIECE
                for right in tails[piece].split():
                    first = max(0, end - len(right))
                    nearly = right[0] in run[first : first + 2] or run.endswith(right[1:], 0, end)
                    if nearly and True in loose[first : start + 1] and not run.endswith(right, 0, end):
                        found.update(_behind(run, end, right))
            if loose[start] or loose[start + 1] or loose[start + 2]:
                for kept, end in _kept(run, start, loose):
                    if kept in holed:
                        found.update(_between(run, start, end, holed[kept].split()))
        return sorted(found)

    def standing(self, run: str) -> list[tuple[int, int]]:
        """The (start, end) of the combinations that stand in a run."""
        heads = self._heads
        return [
            (start, start + len(right))
            for start in range(len(run) - _LEAST + 1)
            for right in heads.get(run[start : start + _PIECE], "").split()
            if run.startswith(right, start)
        ]


def _add(index: dict[str, str], piece: str, combination: str) -> None:
    """Combinations by a piece of theirs, with blanks between them: most pieces have one, for which a list would be a waste."""
    index[piece] = f"{index[piece]} {combination}" if piece in index else combination


def _kept(run: str, start: int, loose: Sequence[bool]) -> list[tuple[str, int]]:
    """What a slip in the middle of a combination of four or five characters may have left at `start`, and where that ends."""
    five, end = run[start : start + _SHORT], start + _LEAST
    kept = [(five[:_PIECE], end - 1)]
    second, third = loose[start + 1], loose[start + 2]
    if len(five) < _LEAST or not (second or third):
        return kept
    kept.append((five[:_LEAST], end))
    if second:
        kept.append((five[0] + five[2:_LEAST], end))
    if third:
        kept.append((five[:2] + five[3], end))
        if len(five) == _SHORT:
            kept.append((five[:2] + five[3:], end + 1))
    return kept


def _between(run: str, start: int, end: int, combinations: list[str]) -> Iterator[Nearly]:
    """Those of the combinations that stand in `start:end` but for one character."""
    there = run[start:end]
    for right in combinations:
        place = next((at for at in range(1, len(right)) if there[at : at + 1] != right[at]), 0)
        if place and there[place + 1 + len(there) - len(right) :] == right[place + 1 :]:
            yield Nearly(start, end, right, place)


def _middle(size: int) -> range:
    """The places of a combination at which a slip leaves less than a piece on either side."""
    return range(max(size - _PIECE, 0), _PIECE) if size <= _SHORT else range(0)


def _ahead(run: str, start: int, right: str) -> Iterator[Nearly]:
    """A combination that begins at `start` with at least a piece of it as it should be."""
    place = _PIECE
    while run[start + place : start + place + 1] == right[place]:
        place += 1
    rest, end = right[place + 1 :], start + len(right)
    if end <= len(run) and run.startswith(rest, start + place + 1):
        yield Nearly(start, end, right, place)
    if run.startswith(rest, start + place):
        yield Nearly(start, end - 1, right, place)


def _behind(run: str, end: int, right: str) -> Iterator[Nearly]:
    """A combination that ends at `end` with at least a piece of it as it should be."""
    start, place = end - len(right), len(right) - _PIECE - 1
    while place and start + place >= 0 and run[start + place] == right[place]:
        place -= 1
    rest = right[:place]
    if start >= 0 and run.startswith(rest, start):
        yield Nearly(start, end, right, place)
    if start + 1 >= 0 and run.startswith(rest, start + 1):
        yield Nearly(start + 1, end, right, place)
