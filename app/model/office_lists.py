"""What an office tells the proofreading becomes values: its levels of rules, leaders, units, wording, and what it wants to hear no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from app.records import dataclass

OFF = "off"
"""The level of a rule that is not asked."""


class Kind(StrEnum):
    """What a row is: a wrong word, a fixed expression, a unit."""

    WORD = "word"
    PHRASE = "phrase"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class LeaderRow:
    """A person of the leaders' list, and the days (ISO, "" open) from and to which the post is held."""

    name: str
    post: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit: full name, short forms in use, and forms that it no longer has or never had."""

    name: str
    short: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordingRow:
    """A wrong form and what should stand there (WORD), or an expression in full whose near misses are told (PHRASE).

    `level` is error, query or hint, `source` says who wants it so.
    """

    kind: Kind
    words: str
    right: str = ""
    level: str = "error"
    source: str = ""

    @property
    def key(self) -> Key:
        """By what the row is known."""
        return self.kind, self.words


IgnoredBy = tuple[str, str]
"""Words, and the rule that shall tell nobody of them."""
Key = tuple[Kind, str]
"""A delivered row by its kind and its wrong form, expression or full name."""


@dataclass(frozen=True)
class OfficeLists:
    """Everything that an office set. `levels` are those of rules that differ from what is delivered (error, query, hint, `OFF`).

    `leaders` stand in the order in which they are named; own units and wording go over delivered rows of the same key, and `silenced`
    are the rows, delivered or own, that are switched off. `ignored_by` are words that one rule shall tell nobody of, `ignored` those that
    none shall: earlier versions knew no other.
    """

    levels: Mapping[str, str] = field(default_factory=dict)
    leaders: tuple[LeaderRow, ...] = ()
    units: tuple[UnitRow, ...] = ()
    wording: tuple[WordingRow, ...] = ()
    silenced: frozenset[Key] = frozenset()
    ignored: frozenset[str] = frozenset()
    ignored_by: frozenset[IgnoredBy] = frozenset()

    def same(self, other: OfficeLists) -> bool:
        """Whether the other lists say the same; the order of units and wording says nothing."""
        return (
            dict(self.levels) == dict(other.levels)
            and self.leaders == other.leaders
            and set(self.units) == set(other.units)
            and set(self.wording) == set(other.wording)
            and self.silenced == other.silenced
            and self.ignored == other.ignored
            and self.ignored_by == other.ignored_by
        )
