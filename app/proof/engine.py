"""A document becomes its findings; what a passage alone decides is kept as long as the passage is as it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.proof.finding import Finding, Hit, Level, is_word, settled
from app.proof.office import Office
from app.proof.profile import USUAL, Profile
from app.proof.rule import About, DocumentRule, PassageRule, Rule


class AbandonedError(Exception):
    """The reading was given up, since nobody wants its result any more."""


_Hits = tuple[tuple[About, Level, Hit], ...]
_RANGE = re.compile("(.)-(.)", re.DOTALL)


class Proofreader:
    """Reads documents by one set of rules. Reading one anew costs what has changed, and the rules on the whole.

    An office or a profile that changes needs a new one.
    """

    def __init__(self, rules: Sequence[Rule], office: Office, profile: Profile = USUAL) -> None:
        self.office = office
        self.profile = profile
        spoken = [(rule, level) for rule in rules if (level := profile.level(rule.about))]
        self._passage_rules = [(rule, level, _characters(rule.needs)) for rule, level in spoken if isinstance(rule, PassageRule)]
        self._document_rules = [(rule, level) for rule, level in spoken if isinstance(rule, DocumentRule)]
        self._lone = {rule.about.id for rule in rules if isinstance(rule, PassageRule) and rule.lone}
        self._kept: dict[tuple[str, Role], _Hits] = {}

    def findings(self, document: Document, wanted: Callable[[], bool] = lambda: True) -> tuple[Finding, ...]:
        """All findings, passage by passage in printing order, by place within one.

        `wanted` is asked again and again; where it says no, `AbandonedError` is raised, and what was found in passages is kept.
        """
        found: dict[int, list[Finding]] = {}
        kept: dict[tuple[str, Role], _Hits] = {}
        for passage in document.passages:
            if not wanted():
                raise AbandonedError
            kept[passage.text, passage.role] = hits = self.passage_hits(passage)
            found[passage.key] = self._told(passage, [one for one in hits if not self._meant(document, passage, one)])
        self._kept = kept
        for rule, level in self._document_rules:
            if not wanted():
                raise AbandonedError
            for passage, hit in rule.find(document, self.office):
                found[passage.key] += self._told(passage, [(rule.about, level, hit)])
        return tuple(finding for passage in document.passages for finding in settled(found[passage.key]))

    def passage_hits(self, passage: Passage) -> _Hits:
        """What the rules on single passages say of one, worked out at most once as long as it stays in the document."""
        key = (passage.text, passage.role)
        if key not in self._kept:
            there = frozenset(passage.text)
            self._kept[key] = tuple(
                (rule.about, level, hit)
                for rule, level, needs in self._passage_rules
                if (rule.roles is None or passage.role in rule.roles) and not (needs and needs.isdisjoint(there))
                for hit in rule.find(passage, self.office)
            )
        return self._kept[key]

    def _meant(self, document: Document, passage: Passage, found: tuple[About, Level, Hit]) -> bool:
        about, _, hit = found
        return about.id in self._lone and document.repeats(passage.text[hit.start : hit.end])

    def _told(self, passage: Passage, hits: Iterable[tuple[About, Level, Hit]]) -> list[Finding]:
        return [
            Finding(passage.key, hit.start, hit.end, level, about.id, hit.message, words, hit.fix, hit.whole)
            for about, level, hit in hits
            if not self._ignored(about.id, words := passage.text[hit.start : hit.end])
        ]

    def _ignored(self, rule: str, words: str) -> bool:
        office = self.office
        return (words in office.ignored or (words, rule) in office.ignored_by) and is_word(words)


def _characters(ranges: str) -> frozenset[str]:
    """What the inside of a regular-expression class stands for."""
    return frozenset(_RANGE.sub(lambda found: "".join(map(chr, range(ord(found[1]), ord(found[2]) + 1))), ranges))
