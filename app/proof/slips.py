"""A run of Chinese characters becomes the words in it that were probably meant otherwise, with what they were meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.proof.evidence import Likeness, Place, evidence, fit, score
from app.proof.lexicon import ALONE, HOLE, Lexicon
from app.proof.names import may_name
from app.proof.segment import Cutting, cut
from app.records import dataclass

_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
WRONG, MISSING, SURPLUS, TURNED = "wrong", "missing", "surplus", "turned"
_PENALTY = {WRONG: 5.0, MISSING: 7.0, SURPLUS: 7.0, TURNED: 6.0}
"""What a slip costs that sounds the same; one that only looks the same costs `_LOOKS` more."""
_LOOKS = 1.5


_ODD = 16.0
"""What a word costs that the list knows and nobody uses: counted three times at most."""
_ODD_IN_CONTEXT = 13.5
"""The same where the words beside it are judged, too."""
_FREE = 8.2
"""What a character costs at most that is often a word by itself."""
_PARTICLE, _EDGE, _LAST = 2.5, 8.0, 2.5
_PLAIN, _RARE_WORD = 10.9, 3.5
"""What a word costs at most that is an everyday one, and what more is asked for another."""
_ENDINGS = frozenset("型性化者率度式级类组员站点区村")
"""Characters that make a new word behind any other (责任型)."""
_CHEAP = 13.5
"""What must be gained at least, with the penalty and the cheapest word that is meant."""
_HOPELESS = -3.0
"""From less than this, before any penalty, no context makes a slip likely."""
_WORTH, _WORTH_ALONE = 1.0, 2.0
"""What must be gained, before any penalty, for a word of two characters, and of one, to be thought of."""
_CHEAPEST = 6.0
"""No word of two characters costs less."""
_RARE = 99.0
_BAR, _BAR_OF_NAMES = 1.0, 3.5
"""What the evidence for a wrong character must come to; for one that is missing or too many, and where no language model is, the gain:"""
_LEAST = 1.9
_FIT = 3.0
"""How much likelier the words about a missing character must become, where there is a model."""
_BAR_OF_MISSING = 8.0
_NOTHING = -99.0
_WHOLE = 4
"""Characters of an idiom."""
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
    odd = _ODD if lexicon.context is None else _ODD_IN_CONTEXT
    for run in _RUN.finditer(text):
        beside = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        cutting = cut(run[0], lexicon)
        loose, ahead = [False] * (len(run[0]) + 1), cutting.ahead
        for start, end in cutting.words:
            if end - start == 1:
                loose[start] = True
            elif end - start < 4 and ahead[end] - ahead[start] >= odd:
                loose[start:end] = [True] * (end - start)
        torn = not beside[0].strip(), not beside[1].strip()
        bounds = frozenset({0, *(end for _, end in cutting.words)})
        for start, end, right, kind, likeness in _candidates(run[0], lexicon, loose, bounds, cutting):
            if kind == MISSING and ((torn[0] and not start) or (torn[1] and end == len(run[0]))):
                continue  # lines and blanks cut words in two where a text was pasted
            yield Thought(run.start(), Place(run[0], start, end, beside, cutting), right, kind, likeness)


def _judged(one: Thought, lexicon: Lexicon) -> float:
    """What speaks for a slip; nought or less where nothing does."""
    place, right, kind = one.place, one.right, one.kind
    if lexicon.context is not None and kind in (WRONG, TURNED):
        if place.cutting.gain(place.start, place.end, lexicon.costs[right]) < _HOPELESS:
            return _NOTHING
        known = evidence(place, right, one.likeness, lexicon)
        if known is None:
            return _NOTHING
        return score(known) - (_BAR_OF_NAMES if known["name"] else _BAR)
    looks = _LOOKS if one.likeness is Likeness.LOOK else 0.0
    gain = place.cutting.gain(place.start, place.end, lexicon.costs[right] + _PENALTY[kind] + looks)
    gain -= _caution(place.words, right, kind, lexicon, place.end == len(place.text) and right in lexicon.set_phrases)
    size = place.end - place.start
    unsure = gain < _SURE and (size == 2 or (size == 3 and right not in lexicon.set_phrases))
    if unsure and may_name(place.beside[0], place.text, place.start, place.end, place.behind, place.beside[1]):
        return _NOTHING
    if kind == MISSING and lexicon.context is not None and _cut_idiom(place, right, lexicon):
        return fit(place, right, lexicon) - _FIT
    if lexicon.context is None or gain < _LEAST:
        return gain - _LEAST
    if kind == MISSING and len(right) == _WHOLE and right in lexicon.set_phrases and right not in lexicon.idioms:
        return _NOTHING  # 掌上办, 一张图: usual combinations have short forms of their own
    better = fit(place, right, lexicon)
    return gain - _LEAST + better - _BAR_OF_MISSING if better > _FIT else _NOTHING


def _cut_idiom(place: Place, right: str, lexicon: Lexicon) -> bool:
    """Whether an idiom lost its last character before a mark: 赞不绝。"""
    at_end = place.end == len(place.text) and place.beside[1] in tuple("，。；、”")
    return at_end and right in lexicon.idioms and right.startswith(place.words)


def _caution(word: str, right: str, kind: str, lexicon: Lexicon, last: bool) -> float:
    """What more is asked of a slip whose characters are words by themselves, or which may be a shorter word in its own right."""
    if kind == MISSING:
        if lexicon.context is not None and right in lexicon.idioms:
            return 0.0
        if last and right.startswith(word):
            return _LAST
        return _EDGE if right.startswith(word) or right.endswith(word) else 1.0
    if right not in lexicon.set_phrases and lexicon.costs[right] > _PLAIN:
        return _RARE_WORD
    if kind == WRONG and len(word) == 3 and word[-1] in _ENDINGS and word[:-1] == right[:-1]:
        return _RARE_WORD
    if kind in (WRONG, TURNED) and len(word) == 2 and any(char in ALONE for char in word):
        return _PARTICLE
    return 0.0


_Candidate = tuple[int, int, str, str, Likeness]
"""Start, end, what was meant, kind, how it is like what stands there."""
_NONE: frozenset[str] = frozenset()
_GROUP_WORDS = """
座坐 做作 既即 已以 在再 于余予与 向像象 报抱 代带戴 副付幅 记计 到道 须需 交缴 分份 化划 气汽 帐账 度渡 长常 洒撒 处出 拨拔 成呈 震振 绝决
"""
_GROUPS = tuple(_GROUP_WORDS.split())
_SINGLE = {char: tuple(group for group in _GROUPS if char in group) for char in "".join(_GROUPS)}
"""A character that is a word, to the groups of those that are typed for it."""


def _candidates(text: str, lexicon: Lexicon, loose: list[bool], bounds: frozenset[int], cutting: Cutting) -> Iterator[_Candidate]:
    """What might be meant. `loose` says of each character whether it stands alone, or in an odd word, as slips mostly do; `bounds` are the
    places between words: what is longer than two characters begins there, and mostly ends there. What costs little as it stands (`ahead`)
    can't gain enough.
    """
    confusion, by_sound, ahead = lexicon.confusion, lexicon.by_sound, cutting.ahead
    sounds = [confusion.sound.get(char, char) for char in text]
    size = len(text)
    for start in range(size - 1):
        if lexicon.context is not None:
            room = cutting.gain(start, start + 2, _WORTH)
            if room > _CHEAPEST:
                yield from _pair(text, start, lexicon, room)
            if start + 1 in bounds and start in bounds and text[start] in _SINGLE:
                yield from _alone(text, start, cutting.gain(start, start + 1, _WORTH_ALONE), lexicon.costs)
        elif _loose_pair(text, start, lexicon, loose, bounds, cutting):
            yield from _pair(text, start, lexicon, _RARE)
        if start not in bounds:
            continue
        if start + 4 <= size:
            for meant in by_sound.get(" ".join(sounds[start : start + 4]), ()):
                end = start + len(meant)
                if confusion.reading(text[start:end]) == confusion.reading(meant):
                    kept = sum(one == other for one, other in zip(text[start:end], meant, strict=True))
                    if 2 * kept >= len(meant) and text[start:end] not in lexicon.costs:
                        yield start, end, meant, WRONG, Likeness.SOUND
                    break
        for length in (3, 4, 5):
            end = start + length
            if end in bounds and ahead[end] - ahead[start] >= _CHEAP and any(loose[start:end]):
                yield from _longer(text[start : start + length], start, lexicon)


def _pair(text: str, start: int, lexicon: Lexicon, room: float) -> Iterator[_Candidate]:
    """Words of two characters that cost less than `room` and may have been meant."""
    one, other = text[start], text[start + 1]
    costs, (after, before) = lexicon.costs, lexicon.pairs
    alike, same = lexicon.confusion.alike, lexicon.confusion.same
    for char in after.get(one, _NONE) & alike[other]:
        if costs[one + char] < room:
            yield start, start + 2, one + char, WRONG, _likeness(char, other, same)
    for char in before.get(other, _NONE) & alike[one]:
        if costs[char + other] < room:
            yield start, start + 2, char + other, WRONG, _likeness(char, one, same)
    if lexicon.context is not None and one in after.get(other, _NONE) and one != other and costs[other + one] < room:  # 纷纠
        yield start, start + 2, other + one, TURNED, Likeness.SOUND


def _alone(text: str, start: int, room: float, costs: Mapping[str, float]) -> Iterator[_Candidate]:
    """Words of one character that are typed for one another (座 for 坐)."""
    char = text[start]
    for group in _SINGLE.get(char, ()):
        for meant in group:
            if meant != char and costs[meant] < room:
                yield start, start + 1, meant, WRONG, Likeness.SOUND


def _longer(word: str, start: int, lexicon: Lexicon) -> Iterator[_Candidate]:
    length, end = len(word), start + len(word)
    if lexicon.costs.get(word, 99.0) < _ODD:
        return
    made = length == 3 and word[-1] in _ENDINGS and lexicon.costs.get(word[:2], 99.0) < _ODD_IN_CONTEXT
    if made:
        return  # 责任型: such words are made as they are needed
    if length < 5:
        alike, same = lexicon.confusion.alike, lexicon.confusion.same
        for place, char in enumerate(word):
            for fit in lexicon.holed.get(word[:place] + HOLE + word[place + 1 :], ""):
                right = word[:place] + fit + word[place + 1 :]
                if fit in alike[char]:
                    yield start, end, right, WRONG, _likeness(fit, char, same)
                elif _no_words(word, place, right, lexicon):
                    yield start, end, right, WRONG, Likeness.NONE
        if whole := lexicon.short.get(word):
            yield start, end, whole, MISSING, Likeness.SOUND
    else:
        for place in range(1, length - 1):
            rest = word[:place] + word[place + 1 :]
            if rest in lexicon.costs and _stutters(word, place, lexicon):
                yield start, end, rest, SURPLUS, Likeness.SOUND


def _loose_pair(text: str, start: int, lexicon: Lexicon, loose: list[bool], bounds: frozenset[int], cutting: Cutting) -> bool:
    """Where no language model is: whether two characters are thought of, since one stands alone and they make no word."""
    whole = start in bounds and start + 2 in bounds
    if whole and cutting.ahead[start + 2] - cutting.ahead[start] < _CHEAP:
        return False
    return (loose[start] or loose[start + 1]) and lexicon.costs.get(text[start : start + 2], _RARE) >= _ODD


def _likeness(meant: str, there: str, same: Mapping[str, frozenset[str]]) -> Likeness:
    return Likeness.SOUND if meant in same[there] else Likeness.LOOK


def _no_words(word: str, place: int, right: str, lexicon: Lexicon) -> bool:
    """Whether a character that is like nothing makes no word with its neighbours, in the place of an idiom or a fixed combination."""
    if lexicon.context is None or len(word) != _WHOLE or right not in lexicon.idioms:
        return False
    beside = (word[max(0, place - 1) : place + 1], word[place : place + 2])
    return all(len(pair) < 2 or lexicon.costs.get(pair, 99.0) >= _ODD_IN_CONTEXT for pair in beside)


def _stutters(word: str, place: int, lexicon: Lexicon) -> bool:
    """Whether a character is one of its neighbours again, or sounds like it: any other may be an insertion that was meant."""
    if lexicon.costs.get(word[place], 99.0) < _FREE:
        return False
    same = lexicon.confusion.same[word[place]] | {word[place]}
    return word[place - 1] in same or word[place + 1] in same
