"""The repairs of a reading become what the import dialog lists, and the clerk's choices become options for reading again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.importers.clean import RULES, SIMPLIFY
from app.importers.intake import Intake, ReadOptions
from app.importers.repair import Repair
from app.records import dataclass

Key = tuple[str, int, str]
"""`Repair.key`: the name of a repair across readings of the same text."""

_SHOWN_CONTEXT = 8


@dataclass(frozen=True, slots=True)
class Choices:
    """Which repairs the clerk has switched off, and which pending ones were agreed to or refused.

    `off_rules` are kinds that this office does not want at all; `simplify`: traditional characters become simplified ones.
    """

    off: frozenset[Key] = frozenset()
    agreed: frozenset[Key] = frozenset()
    refused: frozenset[Key] = frozenset()
    off_rules: frozenset[str] = frozenset()
    simplify: bool = False

    def switched(self, keys: Iterable[Key], on: bool) -> Choices:
        """With these repairs on or off."""
        return replace(self, off=self.off - frozenset(keys) if on else self.off | frozenset(keys))

    def decided(self, key: Key, drop: bool) -> Choices:
        """With one pending repair agreed to (删去) or refused (保留)."""
        agreed, refused = self.agreed - {key}, self.refused - {key}
        return replace(self, agreed=agreed | {key}, refused=refused) if drop else replace(self, agreed=agreed, refused=refused | {key})

    def undecided(self, repairs: Iterable[Repair]) -> tuple[Repair, ...]:
        """The pending repairs that the clerk has not looked at."""
        return tuple(r for r in repairs if r.pending and r.key not in self.agreed and r.key not in self.refused)

    def options(self, repairs: Iterable[Repair], encoding: str | None) -> ReadOptions:
        """Options that leave out what is off, and what waits: nothing long is dropped before the clerk has seen it."""
        waiting = frozenset(r.key for r in repairs if r.pending and r.key not in self.agreed)
        return replace(self.first(encoding), off_items=self.off | waiting)

    def first(self, encoding: str | None) -> ReadOptions:
        """Options for the reading that lists all repairs."""
        return ReadOptions(off_rules=self.off_rules, encoding=encoding, simplify=self.simplify)


def rule_names() -> dict[str, str]:
    """Rule id to what it is for, in the clerk's words."""
    return {rule.id: rule.reason for rule in (SIMPLIFY, *RULES)}


def grouped(repairs: Iterable[Repair]) -> list[tuple[str, tuple[Repair, ...]]]:
    """Repairs that are not pending, by rule, in the order in which the rules first appear."""
    groups: dict[str, list[Repair]] = {}
    for repair in repairs:
        if not repair.pending:
            groups.setdefault(repair.rule, []).append(repair)
    return [(rule, tuple(found)) for rule, found in groups.items()]


def summary(repairs: Iterable[Repair], choices: Choices) -> str:
    """修正 42 处，待确认 2 处, as things stand after the choices."""
    repairs = tuple(repairs)
    settled = sum(r.key not in choices.off and (not r.pending or r.key in choices.agreed) for r in repairs)
    return f"修正 {settled} 处，待确认 {len(choices.undecided(repairs))} 处"


def in_context(intake: Intake, repair: Repair) -> tuple[str, str, str]:
    """The words before the place, what stood there, and the words after it, all from the source."""
    start, end = repair.at, repair.at + len(repair.before)
    left = intake.source[max(0, start - _SHOWN_CONTEXT) : start]
    right = intake.source[end : end + _SHOWN_CONTEXT]
    return visible(left), visible(repair.before), visible(right)


def visible(text: str) -> str:
    """Text in which line ends and blanks can be seen."""
    return text.replace("\r", "").replace("\n", "↵").replace("\t", "→").replace("\u3000", "□").replace(" ", "·").replace("\u00a0", "·")
