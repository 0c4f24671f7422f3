"""The word list, and the office's own words, become what a word costs, and indexes that lead from a slip to the word it was meant to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from functools import cached_property
from math import log

from app.proof.confusion import Confusion
from app.proof.context import Context
from app.proof.grams import Grams
from app.proof.usage import Usage
from app.records import dataclass
from app.text.wordlist import word_entries

LONGEST = 8
"""Characters of the longest word that is known as one."""
_ALL = 6e7
"""Words in the texts that the list was counted in."""
_RARE = log(_ALL) + 1
"""What a character costs that is no word."""
_OWN = {2: 600, 3: 3000, 4: 12000}
"""How often an own word is taken to occur; longer ones as the longest here: a fixed expression is never a chance."""
_COMMON = {2: 100, 3: 20, 4: 4}
"""From this frequency on a word of the list is thought of where something like it stands."""
_MODEL_COMMON = 13.5
"""What a word of two characters costs the language model at most to be thought of."""
_NAMES = ("nr", "ns", "nt", "nz", "mq", "m", "t", "x", "eng")
"""Parts of speech that are never proposed: proper names, numerals."""
ALONE = frozenset(
    "的了和在对为是与及等各并将把被从到以于由向使让给要不也都就还又再更最很已能可会应须需按据因但而且或其此该本我他她它们这那有无多少大小新老高低好坏上下中内外前后左右里间时日月年天次"
    "个名人户元亩吨件项条种位场所套辆只份家处座届期批组队类级层面县市镇村乡区局委厅院校班站部科省州国路街道河山水土地田林草湖湾港城厂店馆楼房室门口边旁处至起止达占共仅约近余满超过比"
    "做抓建用看听说走来去拿送打写讲学问想干办找查改设开关保促补强提增减降升稳扩优防控治管理育选派驻帮扶助惠利争创评比树立守护养种收割播卖买交缴退领发放分合并入出进退回转带领率陪同"
    "一二三四五六七八九十百千万亿两几第每某另全总副正主首原现兼任党政军民企农工商教法医文体卫书网线点段片块根张台部本页句字词篇章节卷册幅副双对群堆排行列圈步眼口手脚心头身"
    "着过得地吧吗呢啊之乎者所被经据如若则即便虽既却只才刚正总常曾越挺太真没未勿莫非否何谁哪怎凡均皆亦"
    "红黄蓝绿白黑长短宽厚深浅轻重快慢早晚远近冷热干湿贫富美丑难易实虚"
)
"""Characters that are often words by themselves in the office's language."""
_LONELY = 10.8
"""What any other character costs at least where it stands alone."""
_ODD = 16.0
"""What a word costs in the list that it counts three times at most: there the language model is believed."""
_USUAL = log(_ALL / _OWN[4])
"""What a usual combination costs."""
HOLE = "*"


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Words with costs (negative logarithms of how probable they are); everything is worked out when it is first asked for.

    `own` are words and fixed expressions of the office's language that the list lacks or counts too low.
    """

    own: tuple[str, ...] = ()
    confusion: Confusion = field(default_factory=Confusion)
    entries: Callable[[], Iterable[tuple[str, int, str]]] = word_entries
    context: Context | None = None
    """A language model, where the machine has one: it knows more words, and which of them stand together."""
    usual: tuple[str, ...] = ()
    """Usual combinations of words: what is nearly one of them was probably meant to be it."""
    terse: tuple[str, ...] = ()
    """Words that are right where they stand, and never thought of elsewhere."""

    @cached_property
    def costs(self) -> dict[str, float]:
        """What a word costs."""
        return self._read[0]

    def cost(self, word: str) -> float:
        """What a word or a usual combination costs; the latter may be unknown as a word."""
        return self.costs.get(word, _USUAL)

    def knows(self, word: str) -> bool:
        """Whether it is a word of some use, or a usual combination."""
        return self.costs.get(word, _ODD) < _ODD or word in self.usage

    @cached_property
    def usage(self) -> Usage:
        """The usual combinations, with the own words and those of the list that are proposed."""
        return Usage((*self.usual, *self.idioms, *self._read[1]))

    @cached_property
    def grams(self) -> Grams:
        """What stands beside one another in the usual combinations: the language of offices, of which the model has seen little."""
        return Grams(self.usual)

    @cached_property
    def lengths(self) -> dict[str, tuple[int, ...]]:
        """The first two characters of words, to the lengths of the words that begin so."""
        found: dict[str, tuple[int, ...]] = {}
        known: dict[tuple[int, ...], tuple[int, ...]] = {}
        for word in self.costs:
            size = len(word)
            if size > 1 and size not in (so_far := found.get(word[:2], ())):
                more = tuple(sorted((*so_far, size)))
                found[word[:2]] = known.setdefault(more, more)
        return found

    @cached_property
    def pairs(self) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
        """The common words of two characters: the first to the second ones, the second to the first ones."""
        after: dict[str, set[str]] = {}
        before: dict[str, set[str]] = {}
        for word in self._read[1]:
            if len(word) == 2:
                after.setdefault(word[0], set()).add(word[1])
                before.setdefault(word[1], set()).add(word[0])
        return {one: frozenset(all_) for one, all_ in after.items()}, {one: frozenset(all_) for one, all_ in before.items()}

    @cached_property
    def cheapest(self) -> tuple[dict[str, float], dict[str, float]]:
        """What the cheapest common word of two characters costs that begins with a character, and that ends with it."""
        first: dict[str, float] = {}
        last: dict[str, float] = {}
        for word in self._read[1]:
            if len(word) == 2:
                cost = self.costs[word]
                first[word[0]] = min(cost, first.get(word[0], cost))
                last[word[1]] = min(cost, last.get(word[1], cost))
        return first, last

    @cached_property
    def cheapest_pair(self) -> float:
        """What the cheapest common word of two characters costs."""
        return min(self.cheapest[0].values(), default=_RARE)

    @cached_property
    def holed(self) -> dict[str, str]:
        """A word of three characters with one of them taken for `HOLE`, to what may stand there."""
        found: dict[str, str] = {}
        for word in self._read[1]:
            if len(word) == 3:
                for place, char in enumerate(word):
                    key = word[:place] + HOLE + word[place + 1 :]
                    found[key] = found.get(key, "") + char
        return found

    @cached_property
    def short(self) -> dict[str, str]:
        """A word of four or five characters without one of them, to the word."""
        found: dict[str, str] = {}
        for word in sorted((word for word in self._read[1] if 3 < len(word) < 6), key=self.costs.__getitem__):
            for place in range(len(word)):
                found.setdefault(word[:place] + word[place + 1 :], word)
        return {key: word for key, word in found.items() if key not in self.costs}

    @cached_property
    def by_sound(self) -> dict[str, tuple[str, ...]]:
        """How the first four characters of an own word sound, to such words, the longest first."""
        found: dict[str, list[str]] = {}
        for word in self.own:
            if len(word) > 3:
                found.setdefault(self.confusion.reading(word[:4]), []).append(word)
        return {sound: tuple(sorted(words, key=len, reverse=True)) for sound, words in found.items()}

    @property
    def idioms(self) -> frozenset[str]:
        """Set expressions of four characters, of which none is ever left out (赞不绝口)."""
        return self._read[2]

    @property
    def verbs(self) -> frozenset[str]:
        """Words of two characters that are mostly verbs."""
        return self._read[3]

    @cached_property
    def left_alone(self) -> frozenset[str]:
        """The terse words: where one stands, it is meant."""
        return frozenset(self.terse)

    @cached_property
    def set_phrases(self) -> frozenset[str]:
        """The office's own words."""
        return frozenset(self.own)

    @cached_property
    def _read(self) -> tuple[dict[str, float], tuple[str, ...], frozenset[str], frozenset[str]]:
        """Costs by word, the words that are proposed, the idioms, and the verbs of two characters."""
        costs: dict[str, float] = {}
        proposed: list[str] = []
        names: set[str] = set()
        idioms: set[str] = set()
        verbs: set[str] = set()
        seen: dict[int, float] = {1: _RARE}
        for word, count, kind in self.entries():
            size = len(word)
            if size <= 4:
                cost = seen.get(count)
                if cost is None:
                    cost = seen[count] = log(_ALL / count)
                if size == 4 and kind == "i":
                    idioms.add(word)
                elif size == 2 and kind in ("v", "vn"):
                    verbs.add(word)
                if kind.startswith(_NAMES):
                    names.add(word)
                costs[word] = max(cost, _LONELY) if size == 1 and word not in ALONE else cost
                if size > 1 and count >= _COMMON[size] and not kind.startswith(_NAMES) and (size < 4 or count > 9 or kind[0] in "il"):
                    proposed.append(word)
        if self.context is not None:
            for word in self.context.model.ids:
                if 1 < len(word) < 5 and costs.get(word, _ODD) >= _ODD:
                    costs[word] = self.context.cost(word)
            known = {*proposed, *self.terse}
            proposed += [
                word for word in costs if len(word) == 2 and word not in known and self.context.cost(word) < _MODEL_COMMON - (word in names)
            ]
        for word, cost in own_costs(self.own).items():
            costs[word] = min(cost, costs.get(word, cost))
        threes = [word for word in self.usual if len(word) == 3]
        for word, cost in own_costs(threes).items():
            costs[word] = min(cost, costs.get(word, cost))
        for word, cost in own_costs(self.terse).items():
            costs[word] = min(cost, costs.get(word, cost))
        return costs, (*proposed, *self.own, *threes), frozenset(idioms), frozenset(verbs)


def own_costs(words: Iterable[str]) -> dict[str, float]:
    """What own words cost, by their length."""
    return {word: log(_ALL / _OWN[min(max(len(word), 2), 4)]) for word in words}


def rarest() -> float:
    """What a character costs that is no word."""
    return _RARE
