"""What speaks for a wrong character becomes a score: above nought it is more likely than not.

The weights were fitted (logistic regression) to planted errors, to characters that were changed at random in clean texts, and to what was
thought of in clean texts; `python -m tests.proof.weigh` fits them anew and prints them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from app.proof.context import around
from app.proof.lexicon import ALONE, Lexicon
from app.proof.names import may_name
from app.proof.segment import Cutting

WEIGHTS: Mapping[str, float] = {
    "gain": 0.21,
    "fit": 0.34,
    "pull": 0.52,
    "both": 0.18,
    "drawn": -0.25,
    "rare": -0.35,
    "looks": -1.03,
    "unlike": -0.92,
    "set": 1.50,
    "three": 0.73,
    "four": 0.15,
    "known": -0.06,
    "alone": -0.10,
    "turned": -0.67,
    "name": -1.02,
    "edge": -0.13,
    "first": 0.36,
    "word": -0.56,
}
BIAS = -4.35
_MOST = 20.0
"""More gain or fit than this says no more."""
_MOST_PULL = 6.0
_DRAWN = 0.5
_USUAL = 10.0
"""What an everyday word costs at most."""
_STRANGE = 15.0
_PATTERN = re.compile(
    r"一[\u4e00-\u9fff]一[\u4e00-\u9fff]|边[\u4e00-\u9fff]边[\u4e00-\u9fff]|宜[\u4e00-\u9fff]{1,2}则[\u4e00-\u9fff]{1,2}"
    r"|应[\u4e00-\u9fff]尽[\u4e00-\u9fff]|逐[村户件项人校街社条点组栋镇乡班月日年批段次级句字地企家案题]"
    r"|随[\u4e00-\u9fff]随[\u4e00-\u9fff]|即[\u4e00-\u9fff]即[\u4e00-\u9fff]|能[\u4e00-\u9fff]尽[\u4e00-\u9fff]"
    r"|以[\u4e00-\u9fff]{1,2}[促带养兴惠强塑代补助富育润化聚]|[县市区省镇乡]直(?=单位|部门|机关|有关|各)"
    r"|再[\u4e00-\u9fff]再[\u4e00-\u9fff]|又[\u4e00-\u9fff]又[\u4e00-\u9fff]|可[\u4e00-\u9fff]可[\u4e00-\u9fff]"
    r"|有[\u4e00-\u9fff]有[\u4e00-\u9fff]|织密"
)
"""Patterns by which four characters are made of any two."""


class Likeness(Enum):
    """How a character is like the one that was meant."""

    SOUND = "sound"
    LOOK = "look"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch `start:end` of a run, with the characters beside the run, and how the run was cut."""

    text: str
    start: int
    end: int
    beside: tuple[str, str]
    cutting: Cutting

    @property
    def words(self) -> str:
        """What stands there."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The word that ends where it begins."""
        return next((self.text[low:high] for low, high in self.cutting.words if high == self.start), "")

    @property
    def behind(self) -> str:
        """The word that begins where it ends."""
        return next((self.text[low:high] for low, high in self.cutting.words if low == self.end), "")


def fit(place: Place, right: str, lexicon: Lexicon) -> float:
    """How much likelier the language model finds the words about a place with `right` in it; 0.0 without a model."""
    context = lexicon.context
    if context is None:
        return 0.0
    text, bounds = place.text, frozenset({0, *(stop for _, stop in place.cutting.words)})
    low, high = around(text, place.start, place.end, bounds)
    return context.likelihood(text[low : place.start] + right + text[place.end : high]) - context.likelihood(text[low:high])


def evidence(place: Place, right: str, likeness: Likeness, lexicon: Lexicon) -> dict[str, float] | None:
    """What is known of a wrong character in a place where `right` may have been meant; None where the context speaks against it.

    Needs a language model.
    """
    context, words = lexicon.context, place.words
    assert context is not None
    better = fit(place, right, lexicon)
    patterned = len(words) == 2 and right not in lexicon.set_phrases
    if better < _DRAWN or (patterned and any(one.start() < place.end and place.start < one.end() for one in _PATTERN.finditer(place.text))):
        return None
    pulls = context.pull(place.before, right), context.pull(right, place.behind)
    cost = min(lexicon.costs[right], context.cost(right) if context.knows(right) else _STRANGE)
    return {
        "gain": min(place.cutting.gain(place.start, place.end, lexicon.costs[right]), _MOST),
        "fit": min(better, _MOST),
        "pull": min(max(pulls), _MOST_PULL),
        "both": float(min(pulls) > _DRAWN),
        "drawn": float(max(pulls) > _DRAWN),
        "rare": max(0.0, cost - _USUAL),
        "looks": float(likeness is Likeness.LOOK),
        "unlike": float(likeness is Likeness.NONE),
        "set": float(right in lexicon.set_phrases),
        "three": float(len(words) == 3),
        "four": float(len(words) > 3),
        "known": float(words in lexicon.costs),
        "alone": float(len(words) == 2 and any(char in ALONE for char in words)),
        "turned": float(words == right[::-1]),
        "name": float(may_name(place.beside[0], place.text, place.start, place.end, place.behind, place.beside[1])),
        "edge": float((place.start == 0) + (place.end == len(place.text))),
        "first": float(words[0] == right[0]),
        "word": float(any(context.pull(one, other) > 0 for one, other in pairwise(words))),
    }


def score(known: Mapping[str, float]) -> float:
    """The logarithm of the odds that it is a slip."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in known.items())
