"""A text becomes the places where a fixed expression stands with another word in it, or with the words of its halves exchanged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from app.records import dataclass

_MARKS = re.compile(r"[\W_]+")
"""What is no letter and no figure."""
_LEAST = 6
"""Characters, marks aside, of an expression that is looked for."""
_LEAST_FOR_TWO = 8
"""From this length on two characters in a row may be others."""
_JOINTS = ("、", "，", "就是")
_FIGURES = frozenset("〇零一二两三四五六七八九十百千万0123456789")


@dataclass(frozen=True, slots=True)
class Reworded:
    """Characters `start:end` of a text that should be `right`, as `phrase` has it."""

    start: int
    end: int
    right: str
    phrase: str


@dataclass(frozen=True, eq=False)
class Wordings:
    """Expressions, looked up by pairs of their characters; marks don't count."""

    phrases: tuple[str, ...]

    def find(self, text: str) -> Iterator[Reworded]:
        """Every place, in no order; what is one of the expressions as it stands is none."""
        bare = _MARKS.sub("", text)
        pairs = [bare[place : place + 2] for place in range(len(bare) - 1)]
        pieces = self._pieces
        votes = Counter((phrase, place - at) for place, pair in enumerate(pairs) if pair in pieces for phrase, at in pieces[pair])
        likely = [key for key, count in votes.items() if count >= len(key[0]) - 4]
        begun = self._begun.intersection(pairs)
        exchanged = [
            (at, wrong, phrase)
            for wrong, phrase in (self._exchanged.items() if begun else ())
            if wrong[:2] in begun and (at := bare.find(wrong)) >= 0
        ]
        if not likely and not exchanged:
            return
        places = [place for place, char in enumerate(text) if char.isalnum()]
        for phrase, start in likely:
            if start < 0 or start + len(phrase) > len(bare):
                continue
            there = bare[start : start + len(phrase)]
            if _parted(text[places[start] : places[start + len(phrase) - 1]], self._bare[phrase]):
                continue
            found = _difference(phrase, there)
            if found and there not in self._bare:
                low, high = found
                yield Reworded(places[start + low], places[start + high - 1] + 1, phrase[low:high], self._bare[phrase])
        for at, wrong, phrase in exchanged:
            yield Reworded(places[at], places[at + len(wrong) - 1] + 1, self._bare[phrase], self._bare[phrase])

    @cached_property
    def _bare(self) -> dict[str, str]:
        """The expressions without marks, to their usual form."""
        bare = {"".join(char for char in phrase if char.isalnum()): phrase for phrase in self.phrases}
        return {key: phrase for key, phrase in bare.items() if len(key) >= _LEAST}

    @cached_property
    def _pieces(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for phrase in self._bare:
            for at in range(len(phrase) - 1):
                found.setdefault(phrase[at : at + 2], []).append((phrase, at))
        return found

    @cached_property
    def _begun(self) -> frozenset[str]:
        """The first pairs of the wrong forms."""
        return frozenset(wrong[:2] for wrong in self._exchanged)

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


def _parted(there: str, phrase: str) -> bool:
    """Whether marks part what stands there into more clauses than an expression has: 守住绿水青山，换来金山银山."""
    return any(mark in there for mark in "。；：！？") or there.count("，") > phrase.count("，") + phrase.count("、")


def _difference(phrase: str, there: str) -> tuple[int, int] | None:
    """The one stretch in which a string of the same length differs, if it is no more than a word, and no number."""
    differs = [at for at, (one, other) in enumerate(zip(phrase, there, strict=True)) if one != other]
    if not differs:
        return None
    low, high = differs[0], differs[-1] + 1
    if high - low > (2 if len(phrase) >= _LEAST_FOR_TWO else 1):
        return None
    return None if _FIGURES.issuperset(there[low:high]) else (low, high)


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
