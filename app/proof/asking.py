"""What rules on single passages need becomes bits, and a passage the bits of those that have something to look for in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.model.issue import Role
from app.proof.document import Passage
from app.proof.rule import PassageRule

_RANGE = re.compile("(.)-(.)", re.DOTALL)


class Asking:
    """Rules of the same roles and needs share a bit: so a few hundred needs are held against a passage by one look at its characters."""

    def __init__(self, rules: Iterable[PassageRule]) -> None:
        self._bits = {sort: 1 << turn for turn, sort in enumerate(dict.fromkeys(map(_sort, rules)))}
        self._of_all, self._by_char = 0, dict[str, int]()
        for (_, needs), bit in self._bits.items():
            characters = _characters(needs)
            for char in characters:
                self._by_char[char] = self._by_char.get(char, 0) | bit
            self._of_all |= 0 if characters else bit
        self._by_role = {role: sum(bit for (roles, _), bit in self._bits.items() if roles is None or role in roles) for role in Role}

    def bit(self, rule: PassageRule) -> int:
        """The bit of a rule."""
        return self._bits[_sort(rule)]

    def bits(self, passage: Passage) -> int:
        """The bits of the rules that are to be asked about a passage."""
        bits, by_char = self._of_all, self._by_char
        for char in set(passage.text):
            if char in by_char:
                bits |= by_char[char]
        return bits & self._by_role[passage.role]


def _sort(rule: PassageRule) -> tuple[frozenset[Role] | None, str]:
    return rule.roles, rule.needs


def _characters(ranges: str) -> frozenset[str]:
    """What the inside of a regular-expression class stands for."""
    return frozenset(_RANGE.sub(lambda found: "".join(map(chr, range(ord(found[1]), ord(found[2]) + 1))), ranges))
