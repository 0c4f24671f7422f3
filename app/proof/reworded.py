"""A text becomes the places where a fixed expression stands with another word in it, or with the words of its halves exchanged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from app.records import dataclass

LEAST = 6
"""Characters, marks aside, of an expression that is looked for."""
_LEAST_FOR_TWO = 8
"""From this length on two characters in a row may be others."""
_TURNED = 4
"""Characters of two words that stand the other way round: 整体防控, 防控整体."""
_AND = frozenset("和与及同跟")
_JOINTS = ("、", "，", "就是")
FIGURES = frozenset("〇零一二两三四五六七八九十百千万0123456789")
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Reworded:
    """Characters `start:end` of a text that should be `right`, as `phrase` has it."""

    start: int
    end: int
    right: str
    phrase: str


@dataclass(frozen=True, eq=False)
class Standing:
    """Expressions without marks, as what stands in a text as it should be."""

    phrases: frozenset[str]

    def covers(self, bare: str, low: int, high: int) -> bool:
        """Whether what stands at `low:high` of a text without marks belongs to one of them."""
        for start in range(max(0, low - self._longest), low + 1):
            for one in self._heads.get(bare[start : start + _PAIR], ()):
                if start + len(one) >= high and bare.startswith(one, start):
                    return True
        return False

    @cached_property
    def _heads(self) -> dict[str, tuple[str, ...]]:
        return by_head(self.phrases)

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.phrases), default=0)


@dataclass(frozen=True, eq=False)
class Wordings:
    """Expressions, looked up by pairs of their characters; marks don't count. What belongs to one of `standing` is none of them."""

    phrases: tuple[str, ...]
    standing: Standing

    def find(self, text: str) -> Iterator[Reworded]:
        """Every place, in no order; what is one of the expressions as it stands is none."""
        places = [place for place, char in enumerate(text) if char.isalnum()]
        bare = "".join([text[place] for place in places])
        pairs = [bare[place : place + _PAIR] for place in range(len(bare) - 1)]
        pieces = self._pieces
        votes = Counter([(phrase, place - at) for place, pair in enumerate(pairs) if pair in pieces for phrase, at in pieces[pair]])
        for (phrase, start), count in votes.items():
            if count < self._enough[phrase] or start < 0 or start + len(phrase) > len(bare):
                continue
            found = _difference(phrase, bare[start : start + len(phrase)])
            if found is None:
                continue
            low, high = found
            here = text[places[start] : places[start + len(phrase) - 1]]
            if not low and high - low > 1 and phrase == self._bare[phrase]:
                continue  # 基层治理体系: another word before what is general
            if parted(here, self._bare[phrase]) or self.standing.covers(bare, start + low, start + high):
                continue
            yield Reworded(places[start + low], places[start + high - 1] + 1, phrase[low:high], self._bare[phrase])
        begun = self._begun.intersection(pairs)
        for wrong, phrase in self._exchanged.items() if begun else ():
            if wrong[:_PAIR] in begun and (at := bare.find(wrong)) >= 0:
                yield Reworded(places[at], places[at + len(wrong) - 1] + 1, self._bare[phrase], self._bare[phrase])

    @cached_property
    def _bare(self) -> dict[str, str]:
        """The expressions without marks, to their usual form."""
        return {key: phrase for phrase in self.phrases if len(key := bare_of(phrase)) >= LEAST}

    @cached_property
    def _pieces(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for phrase in self._bare:
            for at in range(len(phrase) - 1):
                found.setdefault(phrase[at : at + _PAIR], []).append((phrase, at))
        return found

    @cached_property
    def _enough(self) -> dict[str, int]:
        """How many pairs of an expression another word in it leaves: a word that is turned takes five away, another one three."""
        return {phrase: len(phrase) - (6 if len(phrase) > _LEAST_FOR_TWO else 4) for phrase in self._bare}

    @cached_property
    def _begun(self) -> frozenset[str]:
        """The first pairs of the wrong forms."""
        return frozenset(wrong[:_PAIR] for wrong in self._exchanged)

    @cached_property
    def _exchanged(self) -> dict[str, str]:
        """Wrong forms, without marks, of expressions of two halves: the halves, or the words that differ in them, exchanged."""
        found: dict[str, str] = {}
        for bare, phrase in self._bare.items():
            for joint in _JOINTS:
                one, found_joint, other = phrase.partition(joint)
                if not found_joint or len(one) != len(other) or len(one) < 4 or joint in other or not (one + other).isalnum():
                    continue
                between = joint if joint.isalnum() else ""
                if between:
                    found[other + between + one] = bare
                for start, end in _blocks(one, other):
                    wrong = one[:start] + other[start:end] + one[end:] + between + other[:start] + one[start:end] + other[end:]
                    if wrong not in (bare, other + between + one):
                        found[wrong] = bare
        return {wrong: bare for wrong, bare in found.items() if wrong not in self._bare}


def bare_of(phrase: str) -> str:
    """An expression without its marks."""
    return "".join(char for char in phrase if char.isalnum())


def by_head(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Expressions by their first two characters."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(phrase[:_PAIR], []).append(phrase)
    return {head: tuple(all_) for head, all_ in found.items()}


def parted(there: str, phrase: str) -> bool:
    """Whether marks part what stands there into more clauses than an expression has: 守住绿水青山，换来金山银山."""
    return any(mark in there for mark in "。；：！？") or there.count("，") > phrase.count("，") + phrase.count("、")


def _difference(phrase: str, there: str) -> tuple[int, int] | None:
    """The one stretch in which a string of the same length differs, if it is no more than a word, and no number."""
    differs = [at for at, (one, other) in enumerate(zip(phrase, there, strict=True)) if one != other]
    if not differs:
        return None
    low, high = differs[0], differs[-1] + 1
    own, other = phrase[low:high], there[low:high]
    if high - low > (2 if len(phrase) >= _LEAST_FOR_TWO else 1) and not (high - low <= _TURNED and sorted(own) == sorted(other)):
        return None
    return None if FIGURES.issuperset(other) or (own in _AND and other in _AND) else (low, high)


def _blocks(one: str, other: str) -> Iterator[tuple[int, int]]:
    """The stretches in which two strings of one length differ, where they have something in common."""
    start = -1
    same = [a == b for a, b in zip(one, other, strict=True)]
    if not any(same):
        return
    for at, equal in enumerate([*same, True]):
        if not equal and start < 0:
            start = at
        elif equal and start >= 0:
            yield from ((low, at) for low in range(start, at))  # 为国聚财、为民收税: the last words alone may be exchanged, too
            start = -1
