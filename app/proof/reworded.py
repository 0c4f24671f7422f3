"""A text becomes the places where a fixed expression stands with another word in it, or with the words of its halves exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from app.proof.exchanged import bare_of, exchanged_forms
from app.proof.text_pairs import pairs_of
from app.records import dataclass

LEAST = 6
"""Characters, marks aside, of an expression that is looked for."""
_LEAST_FOR_TWO = 8
"""From this length on two characters in a row may be others."""
_TURNED = 4
"""Characters of two words that stand the other way round: 整体防控, 防控整体."""
_AND = frozenset("和与及同跟")
_AREAS = frozenset("国省市县区镇乡校")
"""What an expression of the whole country is said of a smaller area with."""
_NATION = "国家"
_SCOPES = frozenset(["基层", "省域", "市域", "县域", "城市", "乡村", "社会", "社区", "教育", "医疗", "生态"])
"""What is governed, beside the state: 推进基层治理体系和治理能力现代化."""
FIGURES = frozenset("〇零一二两三四五六七八九十百千万0123456789")
_OF = "的"
_PAIR = 2
_MARKS = re.compile(r"[\W_]+")
"""What is no letter and no figure."""


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


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without its marks, and the pairs of its characters."""

    text: str
    pairs: tuple[str, ...]


@lru_cache(maxsize=64)
def bare_text(text: str) -> Bare:
    """A text without its marks, once for all that compare expressions with it."""
    bare = _MARKS.sub("", text)
    return Bare(bare, pairs_of(bare))


@lru_cache(maxsize=64)
def places_of(text: str) -> tuple[int, ...]:
    """Where the characters that stand in a text without its marks stand in it."""
    return tuple([place for place, char in enumerate(text) if char.isalnum()])


@dataclass(frozen=True, eq=False)
class Wordings:
    """Expressions, looked up by their first and last characters; marks don't count. What belongs to one of `standing` is none of them."""

    phrases: tuple[str, ...]
    standing: Standing

    def find(self, text: str) -> Iterator[Reworded]:
        """Every place, those of exchanged parts last; what is one of the expressions as it stands is none."""
        whole = bare_text(text)
        bare = whole.text
        for start, phrase in self._likely(whole):
            found = _difference(phrase, bare[start : start + len(phrase)])
            if found is None:
                continue
            low, high = found
            places = places_of(text)
            here = text[places[start] : places[start + len(phrase) - 1]]
            if not low and high - low > 1 and phrase == self._bare[phrase]:
                continue  # 基层治理体系: another word before what is general
            if phrase[low:high] == _NATION and bare[start + low : start + high] in _SCOPES:
                continue
            if high == len(phrase) and _ended(text, places[start], places[start + low]):
                continue
            if parted(here, self._bare[phrase]) or self.standing.covers(bare, start + low, start + high):
                continue
            yield Reworded(places[start + low], places[start + high - 1] + 1, phrase[low:high], self._bare[phrase])
        begun = self._exchanged_begun.intersection(whole.pairs)
        exchanged = [(at, wrong) for pair in begun for wrong in self._exchanged_heads[pair] if (at := bare.find(wrong)) >= 0]
        for at, wrong in sorted(exchanged, key=lambda one: (one[0], -len(one[1]))):  # of two that overlap the longer one is meant
            places = places_of(text)
            yield Reworded(places[at], places[at + len(wrong) - 1] + 1, *self._exchanged[wrong])

    def _likely(self, whole: Bare) -> Iterator[tuple[int, str]]:
        """Where an expression may begin: its first two characters stand there, or its last two where it ends."""
        heads, tails, bare = self._begun, self._ended, whole.text
        for at, phrases in [(at, heads[pair]) for at, pair in enumerate(whole.pairs) if pair in heads]:
            for phrase, begun, ending in phrases:
                if bare.startswith(ending, at + len(phrase) - _PAIR) or (bare.startswith(begun, at) and at + len(phrase) <= len(bare)):
                    yield at, phrase
        for at, phrases in [(at, tails[pair]) for at, pair in enumerate(whole.pairs) if pair in tails]:
            for phrase, rest, beginning in phrases:
                start = at + _PAIR - len(phrase)
                if start >= 0 and bare.startswith(rest, at + _PAIR - len(rest)) and not bare.startswith(beginning, start):
                    yield start, phrase

    @cached_property
    def _bare(self) -> dict[str, str]:
        """The expressions without marks, to their usual form."""
        return bare_forms(self.phrases)

    @cached_property
    def _begun(self) -> dict[str, tuple[tuple[str, str, str], ...]]:
        """The expressions by their first two characters: each with what must stand there if its end is another, and its last two."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for phrase in self._bare:
            found.setdefault(phrase[:_PAIR], []).append((phrase, phrase[: len(phrase) - _rest(phrase)], phrase[-_PAIR:]))
        return {head: tuple(all_) for head, all_ in found.items()}

    @cached_property
    def _ended(self) -> dict[str, tuple[tuple[str, str, str], ...]]:
        """The expressions by their last two characters: each with what must stand there if its beginning is another, and its first two."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for phrase in self._bare:
            found.setdefault(phrase[-_PAIR:], []).append((phrase, phrase[_rest(phrase) :], phrase[:_PAIR]))
        return {tail: tuple(all_) for tail, all_ in found.items()}

    @cached_property
    def _exchanged_begun(self) -> frozenset[str]:
        """The first pairs of the wrong forms."""
        return frozenset(self._exchanged_heads)

    @cached_property
    def _exchanged_heads(self) -> dict[str, tuple[str, ...]]:
        return by_head(self._exchanged)

    @cached_property
    def _exchanged(self) -> dict[str, tuple[str, str]]:
        """Wrong forms, without marks, with what should stand there and the expression: two of its parts, or words of them, exchanged."""
        pairs = ((wrong, right, phrase) for phrase in self._bare.values() for wrong, right in exchanged_forms(phrase))
        return {wrong: (right, phrase) for wrong, right, phrase in pairs if wrong not in self._bare}


def _rest(phrase: str) -> int:
    """How many characters of an expression may be others where its first or its last two are: a turned word and a character beside it."""
    return min(_TURNED + 1, len(phrase) - 3) if len(phrase) > _LEAST_FOR_TWO else 3


def bare_forms(phrases: Iterable[str]) -> dict[str, str]:
    """Expressions without marks, to their usual form; short ones are left out."""
    return {key: phrase for phrase in phrases if len(key := bare_of(phrase)) >= LEAST}


def by_head(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Expressions by their first two characters."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(phrase[:_PAIR], []).append(phrase)
    return {head: tuple(all_) for head, all_ in found.items()}


def parted(there: str, phrase: str) -> bool:
    """Whether marks part what stands there into more clauses than an expression has: 守住绿水青山，换来金山银山."""
    return any(mark in there for mark in "。；：！？") or there.count("，") > phrase.count("，") + phrase.count("、")


def _ended(text: str, start: int, at: int) -> bool:
    """Whether a sentence goes on there with what is no part of the row before: 自重、自省、自警的干部; 自重、自省、自警，廉洁做人."""
    return text[at] == _OF or (text[at - 1] == "，" and "、" in text[start:at])


def _difference(phrase: str, there: str) -> tuple[int, int] | None:
    """The one stretch in which a string of the same length differs, if it is no more than a word, and no number."""
    differs = [at for at, (one, other) in enumerate(zip(phrase, there, strict=True)) if one != other]
    if not differs:
        return None
    low, high = differs[0], differs[-1] + 1
    own, other = phrase[low:high], there[low:high]
    if high - low > (2 if len(phrase) >= _LEAST_FOR_TWO else 1) and not (high - low <= _TURNED and sorted(own) == sorted(other)):
        return None
    if other == _OF + own[:-1]:
        return None  # 和美的乡: nothing is another word, only 的 is put in
    return None if FIGURES.issuperset(other) or any(own in like and other in like for like in (_AND, _AREAS)) else (low, high)
