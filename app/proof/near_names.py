"""A name becomes the places where it stands with one character that sounds or looks like the right one, or with two changed about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.proof.document import Passage
from app.proof.office import Office
from app.text.chars import HAN

_LONG_NAME = 3


def nearly_named(passages: Sequence[Passage], names: frozenset[str], office: Office) -> Iterator[tuple[Passage, int, str]]:
    """(passage, place, what stands there) for all that is nearly one of the names; names of two characters are too short for it."""
    long = {name for name in names if len(name) >= _LONG_NAME}
    holding = _Holding(passages, frozenset("".join(long)))
    for name in sorted(long):
        for passage in holding.all_but_one(name):
            for found in _variants(name).finditer(passage.text):
                if one_slip(found[0], name, office):
                    yield passage, found.start(), found[0]


class _Holding:
    """Passages by those of some characters that stand in them."""

    def __init__(self, passages: Sequence[Passage], characters: frozenset[str]) -> None:
        self._passages = passages
        self._places: dict[str, set[int]] = {}
        for at, passage in enumerate(passages):
            for char in characters.intersection(passage.text):
                self._places.setdefault(char, set()).add(at)

    def all_but_one(self, name: str) -> list[Passage]:
        """Those that hold every character of a name but one at most, in order."""
        places = [self._places.get(char, set()) for char in name]
        found: set[int] = set()
        for left_out in range(len(places)):
            found |= set.intersection(*places[:left_out], *places[left_out + 1 :]) if len(places) > 1 else set(range(len(self._passages)))
        return [self._passages[at] for at in sorted(found)]


@lru_cache(maxsize=256)
def _variants(name: str) -> re.Pattern[str]:
    """A name with any one of its characters another, or two of the given name changed about."""
    forms = [f"{name[:place]}(?!{name[place]})[{HAN}]{name[place + 1 :]}" for place in range(len(name))]
    return re.compile("|".join((*forms, *_turned(name))))


def _turned(name: str) -> Iterator[str]:
    for place in range(1, len(name) - 1):
        yield name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def one_slip(one: str, other: str, office: Office) -> bool:
    """Whether two names of one length differ in one character, the one being like the other."""
    if len(one) != len(other) or (one[0] != other[0] and one[1:] != other[1:]):
        return False
    if one in _turned(other):
        return True
    return (len(one) >= _LONG_NAME or one[0] == other[0]) and alike(one, other, office)


def alike(one: str, other: str, office: Office) -> bool:
    """Whether two names differ in one character that sounds or looks like the other."""
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and pairs[0][1] in office.lexicon.confusion.alike[pairs[0][0]]
