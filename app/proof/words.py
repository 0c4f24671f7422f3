"""A table of wrongly written words becomes places in a text: one look at each character, whatever the table's length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import cached_property
from operator import itemgetter

from app.proof.finding import Level
from app.proof.patterns import behind, branches, firsts, needed
from app.proof.text_pairs import pairs_of
from app.records import dataclass

_ANY = ""
_RANGES = frozenset("-\\")
"""What is no mere character inside a class."""
_SPECIAL = frozenset("\\[](){}.^$*+?|")


@dataclass(frozen=True, slots=True)
class Word:
    """A wrong form, what should stand there ("" where that is the clerk's to say), how sure that is, and why.

    `pattern`: `wrong` is a regular expression, whose `right` may name groups. `fixed`: it is an expression of official language, and `why`
    the document that fixed it.
    """

    wrong: str
    right: str
    level: Level
    why: str = ""
    pattern: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class WordHit:
    """A word of the table at `start:end` of a text, with what should stand there."""

    start: int
    end: int
    word: Word
    right: str


@dataclass(frozen=True, eq=False)
class WordTable:
    """Words by their first two characters; patterns by the characters that they can begin with."""

    words: tuple[Word, ...] = ()
    _heads: dict[str, list[Word]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for word in self.words:
            if not word.pattern:
                self._heads.setdefault(word.wrong[:2], []).append(word)

    @cached_property
    def _patterns(self) -> dict[str, Sequence[tuple[re.Pattern[str], Word]]]:
        """Patterns in their turn, by the one or two characters that they can begin with; a pair has those of its first character, too."""
        found: dict[str, list[tuple[int, re.Pattern[str], Word]]] = {}
        for turn, word in enumerate(self.words):
            if word.pattern:
                compiled = re.compile(word.wrong)
                for first in _firsts(word.wrong):
                    found.setdefault(first, []).append((turn, compiled, word))
        both = {first: [*rows, *found.get(first[0], ())] if len(first) > 1 else rows for first, rows in found.items()}
        return {first: [(pattern, word) for _, pattern, word in sorted(rows, key=itemgetter(0))] for first, rows in both.items()}

    @cached_property
    def _pairs(self) -> frozenset[str]:
        """The pairs of characters at which a look is worth its while."""
        return frozenset(self._heads).union(first for first in self._patterns if len(first) > 1)

    @cached_property
    def _single(self) -> re.Pattern[str]:
        """The characters of which a pattern needs one, whatever follows it."""
        single = "".join(re.escape(first) for first in self._patterns if len(first) == 1)
        return re.compile(f"[{single}]" if single else "(?!)")

    @cached_property
    def _anywhere(self) -> list[tuple[str, re.Pattern[str], Word]]:
        """Patterns that can begin with any character, with each of the words of which a text must hold one."""
        return [(one, pattern, word) for pattern, word in self._patterns.get(_ANY, ()) for one in needed(word.wrong) or ("",)]

    def find(self, text: str) -> Iterator[WordHit]:
        """Every place of a listed word."""
        heads, patterns, pairs = self._heads, self._patterns, self._pairs
        places = [start for start, pair in enumerate(pairs_of(text)) if pair in pairs]
        places += [found.start() for found in self._single.finditer(text, 0, max(0, len(text) - 1))]
        for start in sorted(set(places)):
            pair = text[start : start + 2]
            for word in heads.get(pair, ()):
                if text.startswith(word.wrong, start):
                    yield WordHit(start, start + len(word.wrong), word, word.right)
            for pattern, word in patterns.get(pair, patterns.get(pair[0], ())):
                found = pattern.match(text, start)
                if found and found.end() > start:
                    yield WordHit(start, found.end(), word, found.expand(word.right) if word.right else "")
        likely = {pattern: word for one, pattern, word in self._anywhere if one in text}
        for pattern, word in likely.items():
            for found in pattern.finditer(text):
                if found.end() > found.start():
                    yield WordHit(found.start(), found.end(), word, found.expand(word.right) if word.right else "")


def joined(tables: Iterable[WordTable]) -> WordTable:
    """Several tables as one; of two rows for one wrong form the later one holds."""
    return WordTable(tuple({word.wrong: word for table in tables for word in table.words}.values()))


def _firsts(pattern: str) -> frozenset[str]:
    """The characters, or pairs of them, that what a pattern matches can begin with; `_ANY` where they don't follow from a look at it."""
    found: set[str] = set()
    for branch in branches(pattern):
        rest = branch
        while rest.startswith(("(?<", "(?=", "(?!")) or _only_looks(rest):
            rest = rest[behind(rest, 0) :]
        end = behind(rest, 0) if rest else 0
        if rest.startswith("(?:") and not rest.startswith(("?", "*", "{"), end):
            after = "" if rest.startswith("+", end) else rest[end:]
            found |= _firsts("|".join(one + after for one in branches(rest[3 : end - 1])))
        elif rest and rest[0] not in _SPECIAL and not rest.startswith(("?", "*", "{"), 1):
            found |= {rest[0] + second for second in _seconds(rest)}
        else:
            found.add(_ANY)
    return frozenset({_ANY}) if _ANY in found else frozenset(found)


def _seconds(pattern: str) -> Iterable[str]:
    """The characters that can stand behind the first one, a mere character, of a pattern; "" alone where they don't follow."""
    known = "" if pattern.startswith("+", 1) else firsts(pattern[1:])
    return known if known and not _RANGES.intersection(known) else ("",)


def _only_looks(pattern: str) -> bool:
    """Whether a pattern begins with a group of looks behind, (?:(?<=上)|(?<=会议))."""
    if not pattern.startswith("(?:(?<"):
        return False
    inner = pattern[3 : behind(pattern, 0) - 1]
    return all(branch.startswith("(?<") and behind(branch, 0) == len(branch) for branch in branches(inner))
