"""What speaks for a wrong character becomes a score: above nought it is more likely than not.

The weights were fitted (logistic regression) to planted errors, to characters that were changed at random in clean texts, and to what was
thought of in clean texts; `python -m tests.proof.weigh` fits them anew and prints them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from math import log1p

from app.proof.context import around
from app.proof.lexicon import ALONE, Lexicon
from app.proof.meant import as_it_stands, of_a_pattern
from app.proof.names import may_name
from app.proof.place import Place

WEIGHTS: Mapping[str, float] = {
    "gain": 0.18,
    "fit": 0.34,
    "pull": 0.55,
    "both": 0.02,
    "held": 0.06,
    "joint": -0.35,
    "rare": -0.05,
    "looks": -1.09,
    "unlike": -1.94,
    "set": 1.17,
    "usual": -0.35,
    "three": 0.32,
    "four": -0.53,
    "known": -0.36,
    "single": -0.65,
    "alone": -0.04,
    "both_alone": -0.40,
    "turned": -0.55,
    "name": -1.19,
    "first": 0.20,
    "result": -0.44,
    "each": 0.01,
    "two": -0.71,
    "edge": -0.23,
    "office": 0.27,
    "threes": 0.86,
    "fours": 1.16,
    "fours_now": -0.09,
}
BIAS = -4.84
_MOST = 20.0
"""More gain or fit than this says no more."""
_MOST_PULL = 6.0
_DRAWN = 0.5
_LITTLE = 3.5
"""A word of two characters that gains less than this, and that neither neighbour draws, needs no closer look: it is hardly ever meant."""
_USUAL = 10.0
"""What an everyday word costs at most."""
_STRANGE = 15.0
_RESULTS = frozenset("出齐通清透实准细好满足牢紧严稳住掉成到进起回开完光净平顺活强看")
"""What ends a verb that says what came of it: 铺通, 清出, 配齐. Such words are made as they are needed."""
_EACH = frozenset("逐一每各某停特")
"""What begins a word that is made of any other: 逐窖, 一苗, 停餐."""
_PAIR, _FOUR = 2, 4
_NAME_OF_CAMPAIGN = 8
"""Characters of a name that is coined in quotation marks, at most."""


class Likeness(Enum):
    """How a character is like the one that was meant."""

    SOUND = "sound"
    LOOK = "look"
    NONE = "none"


def fit(place: Place, right: str, lexicon: Lexicon) -> float:
    """How much likelier the language model finds the words about a place with `right` in it; 0.0 without a model."""
    context = lexicon.context
    if context is None:
        return 0.0
    text = place.text
    low, high = around(text, place.start, place.end, place.cutting.bounds)
    before, behind = text[low : place.start], text[place.end : high]
    likely = context.likelihood(before + right + behind)
    if right in lexicon.usage and not context.knows(right):  # as one word between what stands beside it
        likely = max(likely, context.likelihood(before) - lexicon.cost(right) + context.likelihood(behind))
    return likely - context.likelihood(text[low:high])


def evidence(place: Place, right: str, likeness: Likeness, lexicon: Lexicon) -> dict[str, float] | None:
    """What is known of a wrong character in a place where `right` may have been meant; None where the context speaks against it.

    Needs a language model.
    """
    context, words = lexicon.context, place.words
    assert context is not None
    pair = len(words) == 2 and right not in lexicon.set_phrases
    gain = place.cutting.gain(place.start, place.end, lexicon.cost(right))
    pulls = context.pull(place.before, right), context.pull(right, place.behind)
    if pair and gain < _LITTLE and max(pulls) <= 0:  # asked first, since it ends most thoughts
        return None
    if as_it_stands(place, right, lexicon):
        return None
    better = fit(place, right, lexicon)
    if better < _DRAWN or (len(words) == _PAIR and of_a_pattern(place)):
        return None
    held = [context.pull(one, other) for one, other in place.joints]
    grams, corrected = lexicon.grams, place.text[: place.start] + right + place.text[place.end :]
    changed = place.start + next((at for at, (one, other) in enumerate(zip(words, right, strict=False)) if one != other), 0)
    cost = min(lexicon.cost(right), context.cost(right) if context.knows(right) else _STRANGE)
    return {
        "gain": min(gain, _MOST),
        "fit": min(better, _MOST),
        "pull": min(max(pulls), _MOST_PULL),
        "both": float(min(pulls) > _DRAWN),
        "held": max(-_MOST_PULL, min(sum(held), _MOST_PULL)),
        "joint": min(max(held, default=0.0), _MOST_PULL),
        "rare": max(0.0, cost - _USUAL),
        "looks": float(likeness is Likeness.LOOK),
        "unlike": float(likeness is Likeness.NONE),
        "set": float(right in lexicon.set_phrases),
        "usual": float(right in lexicon.usage and right not in lexicon.set_phrases),
        "three": float(len(words) == 3),
        "four": float(len(words) > 3),
        "single": float(len(words) == 1),
        "known": float(words in lexicon.costs),
        "alone": float(len(words) == 2 and any(char in ALONE for char in words)),
        "both_alone": float(len(words) == 2 and all(char in ALONE for char in words)),
        "turned": float(words == right[::-1]),
        "name": float(_coined(place) or may_name(place.beside[0], place.text, place.start, place.end, place.behind, place.beside[1])),
        "first": float(words[0] == right[0]),
        "result": float(len(words) == 2 and words[-1] in _RESULTS and words[-1] != right[-1]),
        "each": float(len(words) == 2 and words[0] in _EACH),
        "two": float(sum(one != other for one, other in zip(words, right, strict=False)) > 1),
        "edge": float(len(words) > _PAIR and _at_edge(words, changed - place.start, lexicon)),
        "office": log1p(grams.count(right)) if len(right) <= _FOUR else 0.0,
        "threes": log1p(grams.most(corrected, changed, _FOUR - 1)),
        "fours": log1p(grams.most(corrected, changed, _FOUR)),
        "fours_now": log1p(grams.most(place.text, changed, _FOUR)),
    }


def _coined(place: Place) -> bool:
    """Whether the run is all that stands in quotation marks, the name of a campaign: “绿剑护粮安”行动."""
    return place.beside == ("“", "”") and len(place.text) <= _NAME_OF_CAMPAIGN


def _at_edge(words: str, at: int, lexicon: Lexicon) -> bool:
    """Whether the character is a word of its own before or behind a known one: 养殖和."""
    rest = words[1:] if at == 0 else words[:-1] if at == len(words) - 1 else ""
    return words[at] in ALONE and rest in lexicon.costs


def score(known: Mapping[str, float]) -> float:
    """The logarithm of the odds that it is a slip."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in known.items())
