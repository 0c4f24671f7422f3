"""What an office knows and wants, as one value: its tables of words, phrases, people and units, and what it told us to leave alone."""

from __future__ import annotations

import datetime
from dataclasses import field
from functools import cached_property

from app.proof.exchanged import bare_of
from app.proof.finding import Level
from app.proof.idioms import Idioms
from app.proof.lexicon import Lexicon
from app.proof.near import Phrases
from app.proof.reworded import LEAST, Standing, Wordings, bare_text
from app.proof.statutes import Statute, Statutes
from app.proof.stretched import Stretched
from app.proof.words import Word, WordTable
from app.records import dataclass

LONGEST_ITEM = 14
"""Characters of an item of a list that is looked for in enumerations."""
_IN_USE = 16.6
"""What an idiom of the word list costs at most that anybody uses."""
_EVERYDAY = 9.5
"""Two words that both cost less make no idiom: 群众|反映."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed expression in full (习近平新时代中国特色社会主义思想), and `source`, the document that fixed it.

    `sure`: nobody writes it otherwise on purpose.
    """

    words: str
    source: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Counted:
    """A list with a count (四个意识): its items in their order, and the verbs that go before the name, where these are fixed."""

    name: str
    items: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Leader:
    """A person of the leaders' list: name, post, and the days from and to which the post is held (None: open)."""

    name: str
    post: str
    since: datetime.date | None = None
    until: datetime.date | None = None

    def holds(self, day: datetime.date | None) -> bool:
        """Whether the post is held on a day; True where no day is known."""
        return day is None or ((self.since is None or self.since <= day) and (self.until is None or day <= self.until))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the office's area: full name, the short forms in use, and the names it had."""

    name: str
    short: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Office:
    """The office's knowledge. `leaders` stand in the order in which they are named.

    `ignored` are words nobody shall be told of again, `ignored_by` (words, rule) those that one rule shall be silent on; `decided` are
    delivered words of which the office has decided something else: they are no slips, either.
    """

    words: WordTable = field(default_factory=WordTable)
    phrases: tuple[Phrase, ...] = ()
    leaders: tuple[Leader, ...] = ()
    units: tuple[Unit, ...] = ()
    ignored: frozenset[str] = frozenset()
    ignored_by: frozenset[tuple[str, str]] = frozenset()
    lexicon: Lexicon = field(default_factory=Lexicon)
    lists: tuple[Counted, ...] = ()
    formulas: tuple[Phrase, ...] = ()
    set_words: tuple[str, ...] = ()
    """Idioms and other expressions of four characters, beside those of the word list."""
    statutes: tuple[Statute, ...] = ()
    decided: WordTable = field(default_factory=WordTable)

    @cached_property
    def known_phrases(self) -> Phrases:
        """The fixed expressions, as what near misses are looked up in."""
        return Phrases(tuple(phrase.words for phrase in self.phrases), self.lexicon.confusion)

    @cached_property
    def verbs(self) -> tuple[str, ...]:
        """The verbs that go before the names of lists, the longest first."""
        return tuple(sorted({verb for one in self.lists for verb in one.verbs}, key=len, reverse=True))

    @cached_property
    def formula_lists(self) -> tuple[Counted, ...]:
        """The formulas of three items and more, as lists that have no name but themselves: the order of their items is fixed, too."""
        known = {one.items for one in self.lists}
        parts = ((one.words, tuple(one.words.split("、"))) for one in self.formulas)
        return tuple(Counted(formula, items) for formula, items in parts if len(items) > 2 and items not in known)

    @cached_property
    def long_lists(self) -> tuple[Counted, ...]:
        """The lists and formulas of three items and more; one with an item that is longer than those of any enumeration is none."""
        lists = (one for one in (*self.lists, *self.formula_lists) if len(one.items) > 2)
        return tuple(one for one in lists if max(map(len, one.items)) <= LONGEST_ITEM)

    def lists_in(self, text: str) -> list[Counted]:
        """Those of which one of the first three items stands in a text; of the others a text lacks more than two items."""
        heads = self._list_heads
        likely = {turn for pair in heads.keys() & set(bare_text(text).pairs) for turn in heads[pair]}
        lists = (self.long_lists[turn] for turn in sorted(likely))
        return [one for one in lists if any(item in text for item in one.items[:3])]

    @cached_property
    def _list_heads(self) -> dict[str, tuple[int, ...]]:
        """The first two characters of telling items, to the turns of the lists."""
        found: dict[str, list[int]] = {}
        for turn, one in enumerate(self.long_lists):
            for item in one.items[:3]:
                found.setdefault(bare_of(item)[:2], []).append(turn)
        return {head: tuple(turns) for head, turns in found.items()}

    @cached_property
    def wordings(self) -> Wordings:
        """The formulas, as what another wording of them is looked up in."""
        return Wordings(tuple(one.words for one in self.formulas), self._standing)

    @cached_property
    def stretched(self) -> Stretched:
        """The formulas, as what they are looked up in with a word put in or left out."""
        return Stretched(tuple(one.words for one in self.formulas), self._standing)

    @cached_property
    def _standing(self) -> Standing:
        """Every expression that is right as it stands."""
        lists = ("".join(one.items) for one in self.lists)
        bare = map(bare_of, (*(one.words for one in (*self.formulas, *self.phrases)), *lists))
        return Standing(frozenset(one for one in bare if len(one) >= LEAST))

    @cached_property
    def sources(self) -> dict[str, str]:
        """A formula to the document that fixed it."""
        return {one.words: one.source for one in self.formulas}

    @cached_property
    def right_words(self) -> WordTable:
        """Every fixed expression, and what the table of words has for right: where one stands, its characters are no slips."""
        words = (one.words for one in (*self.formulas, *self.phrases))
        items = (item for one in self.lists for item in one.items)
        rights = (one.right for one in self.words.words if "\\" not in one.right)
        known = dict.fromkeys(one for one in (*words, *items, *rights) if len(one) >= LEAST)
        return WordTable(tuple(Word(one, one, Level.HINT, fixed=True) for one in known))

    @cached_property
    def idioms(self) -> Idioms:
        """The idioms that are in use, as what nearly written ones are looked up in."""
        costs = self.lexicon.costs
        listed = (word for word in self.lexicon.idioms if costs[word] < _IN_USE)
        plain = (word for word in listed if max(costs.get(word[:2], _IN_USE), costs.get(word[2:], _IN_USE)) > _EVERYDAY)
        return Idioms(frozenset((*plain, *self.set_words)), self.lexicon.confusion)

    @cached_property
    def known_statutes(self) -> Statutes:
        """The laws and regulations, as what names are looked up in."""
        return Statutes(self.statutes)

    @cached_property
    def sure_phrases(self) -> frozenset[str]:
        """Those that nobody writes otherwise on purpose."""
        return frozenset(phrase.words for phrase in self.phrases if phrase.sure)
