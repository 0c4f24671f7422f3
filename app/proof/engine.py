"""A document becomes its findings; what a passage alone decides is kept as long as the passage is as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.model.issue import Role
from app.proof.asking import Asking
from app.proof.document import Document, Passage
from app.proof.finding import Finding, Hit, Level, is_word, settled
from app.proof.office import Office
from app.proof.profile import USUAL, Profile
from app.proof.rule import About, DocumentRule, PassageRule, Rule


class AbandonedError(Exception):
    """The reading was given up, since nobody wants its result any more."""


_Told = tuple[About, Level, Hit]
_Key = tuple[str, Role]
_AT_ONCE = 32
"""Passages that are read together: longer batches gain little, and a reading can be given up between two of them."""


class Proofreader:
    """Reads documents by one set of rules. Reading one anew costs what has changed, and the rules on the whole.

    An office or a profile that changes needs a new one.
    """

    def __init__(self, rules: Sequence[Rule], office: Office, profile: Profile = USUAL) -> None:
        self.office = office
        self.profile = profile
        spoken = [(rule, level) for rule in rules if (level := profile.level(rule.about))]
        self._asking = Asking(rule for rule, _ in spoken if isinstance(rule, PassageRule))
        self._passage_rules = [(rule, level, self._asking.bit(rule)) for rule, level in spoken if isinstance(rule, PassageRule)]
        self._document_rules = [(rule, level) for rule, level in spoken if isinstance(rule, DocumentRule)]
        self._lone = {rule.about.id for rule in rules if isinstance(rule, PassageRule) and rule.lone}
        self._kept: dict[_Key, tuple[_Told, ...]] = {}

    def findings(self, document: Document, wanted: Callable[[], bool] = lambda: True) -> tuple[Finding, ...]:
        """All findings, passage by passage in printing order, by place within one.

        `wanted` is asked again and again; where it says no, `AbandonedError` is raised, and what was found in passages is kept.
        """
        fresh = [*{key: passage for passage in document.passages if (key := _key(passage)) not in self._kept}.values()]
        for first in range(0, len(fresh), _AT_ONCE):
            if not wanted():
                raise AbandonedError
            self._read(fresh[first : first + _AT_ONCE])
        found: dict[int, list[Finding]] = {}
        kept: dict[_Key, tuple[_Told, ...]] = {}
        for passage in document.passages:
            kept[_key(passage)] = hits = self.passage_hits(passage)
            found[passage.key] = self._told(passage, [one for one in hits if not self._meant(document, passage, one)])
        self._kept = kept
        for rule, level in self._document_rules:
            if not wanted():
                raise AbandonedError
            for passage, hit in rule.find(document, self.office):
                found[passage.key] += self._told(passage, [(rule.about, level, hit)])
        return tuple(finding for passage in document.passages for finding in settled(found[passage.key]))

    def passage_hits(self, passage: Passage) -> tuple[_Told, ...]:
        """What the rules on single passages say of one, worked out at most once as long as it stays in the document."""
        if _key(passage) not in self._kept:
            self._read([passage])
        return self._kept[_key(passage)]

    def _read(self, passages: Sequence[Passage]) -> None:
        """Keep what the rules on single passages say of some: rule by rule, since each has tables of its own that are slow to come by."""
        found: list[list[_Told]] = [[] for _ in passages]
        there = [(passage, self._asking.bits(passage), hits) for passage, hits in zip(passages, found, strict=True)]
        office = self.office
        asked: dict[int, list[tuple[Passage, list[_Told]]]] = {}
        for rule, level, bit in self._passage_rules:
            if bit not in asked:
                asked[bit] = [(passage, hits) for passage, bits, hits in there if bits & bit]
            for passage, hits in asked[bit]:
                for hit in rule.find(passage, office):
                    hits.append((rule.about, level, hit))
        self._kept.update((_key(passage), tuple(hits)) for passage, hits in zip(passages, found, strict=True))

    def _meant(self, document: Document, passage: Passage, found: _Told) -> bool:
        about, _, hit = found
        return about.id in self._lone and document.repeats(passage.text[hit.start : hit.end])

    def _told(self, passage: Passage, hits: Iterable[_Told]) -> list[Finding]:
        return [
            Finding(passage.key, hit.start, hit.end, level, about.id, hit.message, words, hit.fix)
            for about, level, hit in hits
            if not self._ignored(about, words := passage.text[hit.start : hit.end])
        ]

    def _ignored(self, about: About, words: str) -> bool:
        office = self.office
        return (words in office.ignored or any((words, rule) in office.ignored_by for rule in about.ids)) and is_word(words)


def _key(passage: Passage) -> _Key:
    """All that the rules on single passages look at."""
    return passage.text, passage.role
