"""A table of wrongly written words becomes places in a text: one look at each pair of characters, whatever the table's length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Word:
    """A wrong form, what should stand there ("" where that is the clerk's to say), whether it is sure, and why.

    `pattern`: `wrong` is a regular expression, whose `right` may name groups.
    """

    wrong: str
    right: str
    sure: bool
    why: str = ""
    pattern: bool = False


@dataclass(frozen=True, slots=True)
class WordHit:
    """A word of the table at `start:end` of a text, with what should stand there."""

    start: int
    end: int
    word: Word
    right: str


@dataclass(frozen=True, eq=False)
class WordTable:
    """Words by their first two characters; patterns one by one."""

    words: tuple[Word, ...] = ()
    _heads: dict[str, list[Word]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for word in self.words:
            if not word.pattern:
                self._heads.setdefault(word.wrong[:2], []).append(word)

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], Word], ...]:
        return tuple((re.compile(word.wrong), word) for word in self.words if word.pattern)

    def find(self, text: str) -> Iterator[WordHit]:
        """Every place of a listed word."""
        heads = self._heads
        for start in range(len(text) - 1):
            for word in heads.get(text[start : start + 2], ()):
                if text.startswith(word.wrong, start):
                    yield WordHit(start, start + len(word.wrong), word, word.right)
        for pattern, word in self._patterns:
            for found in pattern.finditer(text):
                if found.end() > found.start():
                    yield WordHit(found.start(), found.end(), word, found.expand(word.right) if word.right else "")


def joined(tables: Iterable[WordTable]) -> WordTable:
    """Several tables as one; of two rows for one wrong form the later one holds."""
    return WordTable(tuple({word.wrong: word for table in tables for word in table.words}.values()))
