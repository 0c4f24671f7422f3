"""A run of Chinese characters becomes the words in it that were probably meant otherwise, with what they were meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof import gap
from app.proof.candidates import ENDINGS, MISSING, SURPLUS, TURNED, WRONG, candidates
from app.proof.evidence import Likeness, evidence, fit, score
from app.proof.lexicon import ALONE, Lexicon
from app.proof.names import may_name
from app.proof.place import Place
from app.proof.segment import cut
from app.records import dataclass

_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
_PENALTY = {WRONG: 5.0, MISSING: 7.0, SURPLUS: 7.0, TURNED: 6.0}
"""What a slip costs that sounds the same; one that only looks the same costs `_LOOKS` more."""
_LOOKS = 1.5
_PARTICLE, _EDGE, _LAST = 2.5, 8.0, 2.5
_PLAIN, _RARE_WORD = 10.9, 3.5
"""What a word costs at most that is an everyday one, and what more is asked for another."""
_HOPELESS = -3.0
"""From less than this, before any penalty, no context makes a slip likely."""
_BAR, _BAR_OF_NAMES, _BAR_OF_LONG_NAMES, _BAR_OF_USUAL = 0.85, 2.8, 1.35, 1.18
"""What the evidence must come to for a wrong character, for one that may be a name's, or that of a name of three characters and more, which
most often is a saying in quotation marks, and for one that is missing in a usual combination."""
_LEAST = 1.9
"""What the gain must come to for any other that is missing or too many, and where no language model is."""
_FIT = 3.0
"""How much likelier the words about a character too many must become without it, where there is a model."""
_BAR_OF_SURPLUS = 8.0
_NOTHING = -99.0
_PAIR = 2
_NEAR = 10
"""Characters before and behind a run that are looked at."""
_MEASURES = frozenset("个名人户元亩吨件项条种位场所套辆只份家处座届期批组队类级层次张块台本页册支颗根片段宗起例栋株头口")
"""What stands behind a number, and belongs to it."""
_SURE = 9.0
"""From this gain on a name is not thought of."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Characters `start:end` of a text that were meant to be `right`; `gain` says how much speaks for it."""

    start: int
    end: int
    right: str
    kind: str
    gain: float


@dataclass(frozen=True, slots=True)
class Thought:
    """What might have been meant at a place of the run that begins at `base` of the text."""

    base: int
    place: Place
    right: str
    kind: str
    likeness: Likeness


def slips(text: str, lexicon: Lexicon, least: float = 0.0) -> Iterator[Slip]:
    """The likeliest slips of a text that don't overlap, each with a gain of more than `least`."""
    found = [
        Slip(one.base + one.place.start, one.base + one.place.end, one.right, one.kind, gain)
        for one in thoughts(text, lexicon)
        if (gain := _judged(one, lexicon)) > least
    ]
    kept: list[Slip] = []
    for one in sorted(found, key=lambda one: (-one.gain, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda one: one.start)


def thoughts(text: str, lexicon: Lexicon) -> Iterator[Thought]:
    """Everything that might have been meant, before it is judged."""
    for found in _RUN.finditer(text):
        run, first, last = found[0], *found.span()
        likely = candidates(run, lexicon)
        if not likely:
            continue
        cutting, beside = cut(run, lexicon), (text[first - 1 : first], text[last : last + 1])
        near = text[max(0, first - _NEAR) : first], text[last : last + _NEAR]
        torn = not beside[0].strip(), not beside[1].strip()
        counted = beside[0].isdigit() and run[0] in _MEASURES
        for start, end, right, kind, likeness in likely:
            if counted and not start:
                continue  # 96处隐患
            if kind == MISSING and ((torn[0] and not start) or (torn[1] and end == len(run))):
                continue  # lines and blanks cut words in two where a text was pasted
            yield Thought(first, Place(run, start, end, beside, cutting, near), right, kind, likeness)


def _judged(one: Thought, lexicon: Lexicon) -> float:
    """What speaks for a slip; nought or less where nothing does."""
    place, right, kind = one.place, one.right, one.kind
    if lexicon.context is not None and kind in (WRONG, TURNED):
        if place.cutting.gain(place.start, place.end, lexicon.cost(right)) < _HOPELESS:
            return _NOTHING
        known = evidence(place, right, one.likeness, lexicon)
        if known is None:
            return _NOTHING
        of_name = _BAR_OF_NAMES if len(place.words) == _PAIR else _BAR_OF_LONG_NAMES
        return score(known) - (of_name if known["name"] else _BAR)
    if lexicon.context is not None and kind == MISSING:
        lacking = gap.evidence(place, right, lexicon)
        return gap.score(lacking) - _BAR_OF_USUAL if lacking else _NOTHING
    looks = _LOOKS if one.likeness is Likeness.LOOK else 0.0
    gain = place.cutting.gain(place.start, place.end, lexicon.cost(right) + _PENALTY[kind] + looks)
    gain -= _caution(place.words, right, kind, lexicon, place.end == len(place.text) and right in lexicon.set_phrases)
    size = place.end - place.start
    unsure = gain < _SURE and (size == 2 or (size == 3 and right not in lexicon.set_phrases))
    if unsure and may_name(place.beside[0], place.text, place.start, place.end, place.behind, place.beside[1]):
        return _NOTHING
    if lexicon.context is None or gain < _LEAST:
        return gain - _LEAST
    better = fit(place, right, lexicon)
    return gain - _LEAST + better - _BAR_OF_SURPLUS if better > _FIT else _NOTHING


def _caution(word: str, right: str, kind: str, lexicon: Lexicon, last: bool) -> float:
    """What more is asked of a slip whose characters are words by themselves, or which may be a shorter word in its own right."""
    if kind == MISSING:
        if last and right.startswith(word):
            return _LAST
        return _EDGE if right.startswith(word) or right.endswith(word) else 1.0
    if right not in lexicon.set_phrases and lexicon.cost(right) > _PLAIN:
        return _RARE_WORD
    if kind == WRONG and len(word) == 3 and word[-1] in ENDINGS and word[:-1] == right[:-1]:
        return _RARE_WORD
    if kind in (WRONG, TURNED) and len(word) == 2 and any(char in ALONE for char in word):
        return _PARTICLE
    return 0.0
