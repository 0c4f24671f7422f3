"""A run of Chinese characters, cut into words, becomes the words that may have been meant: alike in sound or look, or short by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter

from app.proof.evidence import Likeness
from app.proof.lexicon import HOLE, Lexicon
from app.proof.segment import Cutting, cut

WRONG, MISSING, SURPLUS, TURNED = "wrong", "missing", "surplus", "turned"
Candidate = tuple[int, int, str, str, Likeness]
"""Start, end, what was meant, kind, how it is like what stands there."""

_ODD = 16.0
"""What a word costs that the list knows and nobody uses: counted three times at most."""
_ODD_IN_CONTEXT = 13.5
"""The same where the words beside it are judged, too."""
_CHEAP = 13.5
"""What stands there costs at least so much, or no other word can be so much likelier."""
_WORTH, _WORTH_ALONE = 1.0, 2.0
"""What must be gained, before any penalty, for a word of two characters, and of one, to be thought of where the context is judged."""
_WORTH_WHOLE = 0.5
"""What more must be gained where the two characters are a word."""
_FREE = 8.2
"""What a character costs at most that is often a word by itself."""
ENDINGS = frozenset("型性化者率度式级类组员站点区村")
"""Characters that make a new word behind any other (责任型)."""
_RARE = 99.0
_UNUSUAL = 11.5
"""What a word costs that may stand in the place of another one in a usual combination."""
_NOT = frozenset("不未无非没")
"""What makes another combination of one, not the same one whole."""
_LONGEST = 5
"""Characters of what may have been a word of four with one too many."""
_LONGER, _LONGER_ALONE = (3, 5), (3, 4, 5)
"""Characters of what may have been a longer word, with a language model and without one."""
WHOLE = 4
"""Characters of an idiom."""
_NONE: frozenset[str] = frozenset()
_GROUP_WORDS = """
座坐 做作 既即 已以 在再 于余予与 向像象 报抱 代带戴 副付幅 记计 到道 须需 交缴 分份 化划 气汽 帐账 度渡 长常 洒撒 处出 拨拔 成呈 震振 绝决
"""
_GROUPS = tuple(_GROUP_WORDS.split())
_SINGLE = {char: tuple(group for group in _GROUPS if char in group) for char in "".join(_GROUPS)}
"""A character that is a word, to the groups of those that are typed for it."""


@lru_cache(maxsize=4096)
def candidates(text: str, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """What might be meant in a run; nothing where a usual combination or a terse word stands."""
    cutting = cut(text, lexicon)
    loose = _loose(cutting, _ODD if lexicon.context is None else _ODD_IN_CONTEXT)
    found = (*_words(text, cutting, lexicon, loose), *_usual(text, cutting, lexicon, _loose(cutting, _UNUSUAL)))
    if not found:
        return ()
    standing = lexicon.usage.standing(text)
    terse = ((low, high) for low, high in cutting.words if text[low:high] in lexicon.left_alone)
    inside = {place for low, high in (*standing, *terse) for place in range(low, high)}
    seams = {place for low, high in standing for place in range(low + 1, high)}
    return tuple(one for one in found if _changes_at(text, one) not in (seams if one[3] == MISSING else inside))


def _changes_at(text: str, one: Candidate) -> int:
    """The place of the first character that would be another, or before which one is missing."""
    start, _, right, _, _ = one
    return start + next((at for at, char in enumerate(right) if text[start + at : start + at + 1] != char), 0)


def _usual(text: str, cutting: Cutting, lexicon: Lexicon, loose: list[bool]) -> Iterator[Candidate]:
    """Usual combinations that one character keeps from standing there."""
    alike, same = lexicon.confusion.alike, lexicon.confusion.same
    for one in lexicon.usage.nearly(text, loose):
        there, place, meant = text[one.start : one.end], one.start + one.place, one.right[one.place]
        typed = place < len(text) and meant in alike[text[place]]
        if one.lacks:
            cut_there = one.start in cutting.bounds and one.end in cutting.bounds and lexicon.context is not None
            another = not one.place and meant in _NOT
            if cut_there and not typed and not another and not lexicon.knows(there):
                yield one.start, one.end, one.right, MISSING, Likeness.SOUND
        elif typed and not lexicon.knows(there):
            yield one.start, one.end, one.right, WRONG, _likeness(meant, text[place], same)
        elif _no_words(there, one.place, one.right, lexicon) and not lexicon.knows(there):
            yield one.start, one.end, one.right, WRONG, Likeness.NONE


def _words(text: str, cutting: Cutting, lexicon: Lexicon, loose: list[bool]) -> Iterator[Candidate]:
    """Words that might be meant. What is longer than two characters begins, and mostly ends, where words of the cutting do."""
    judged = lexicon.context is not None
    yield from _pairs(text, cutting, lexicon) if judged else _loose_pairs(text, cutting, lexicon, loose)
    ahead, words = cutting.ahead, cutting.words
    sounds, by_sound = lexicon.confusion.reading(text), lexicon.by_sound
    sizes = _LONGER if judged else _LONGER_ALONE
    for turn, (start, _) in enumerate(words):
        if sounds[start : start + 4] in by_sound:
            yield from _sounding(text, start, sounds, lexicon)
        if True not in loose[start : start + _LONGEST]:
            continue
        for _, end in words[turn : turn + _LONGEST]:
            if end - start > _LONGEST:
                break
            if end - start in sizes and ahead[end] - ahead[start] >= _CHEAP and True in loose[start:end]:
                longer = _longer if end - start < _LONGEST else _shorter
                yield from longer(text[start:end], start, lexicon)


def _loose(cutting: Cutting, odd: float) -> list[bool]:
    """Of each character whether it stands alone, or in an odd word, as slips mostly do."""
    loose, ahead = [False] * len(cutting.ahead), cutting.ahead
    for start, end in cutting.words:
        if end - start == 1:
            loose[start] = True
        elif end - start < 4 and ahead[end] - ahead[start] >= odd:
            loose[start:end] = [True] * (end - start)
    return loose


def _pairs(text: str, cutting: Cutting, lexicon: Lexicon) -> Iterator[Candidate]:
    """Words of one or two characters, wherever the run would be cut more cheaply with them."""
    most, least = cutting.ahead[-1] - _WORTH, lexicon.cheapest_pair
    whole = {start for start, end in cutting.words if end - start == 2}
    for start, (ahead, behind) in enumerate(zip(cutting.ahead, cutting.behind[2:], strict=False)):
        room = most - ahead - behind
        if room > least:
            if start in whole:
                room -= _WORTH_WHOLE
            for cost, right, kind, likeness in _like(text[start : start + 2], lexicon):
                if cost >= room:
                    break
                yield start, start + 2, right, kind, likeness
    for start, end in cutting.words:
        if end - start == 1 and text[start] in _SINGLE:
            yield from _alone(text, start, cutting.gain(start, end, _WORTH_ALONE), lexicon.costs)


def _loose_pairs(text: str, cutting: Cutting, lexicon: Lexicon, loose: list[bool]) -> Iterator[Candidate]:
    """Where no language model judges the context: words of two characters, of which one stands alone, in the place of no word."""
    bounds = cutting.bounds
    for start in range(len(text) - 1):
        whole = start in bounds and start + 2 in bounds
        cheap = whole and cutting.ahead[start + 2] - cutting.ahead[start] < _CHEAP
        if not cheap and (loose[start] or loose[start + 1]) and lexicon.costs.get(text[start : start + 2], _RARE) >= _ODD:
            for _, right, kind, likeness in _like(text[start : start + 2], lexicon):
                yield start, start + 2, right, kind, likeness


@lru_cache(maxsize=1 << 15)
def _like(pair: str, lexicon: Lexicon) -> tuple[tuple[float, str, str, Likeness], ...]:
    """The words that differ from a pair in a character like its own, or in their order: (cost, word, kind, likeness), the cheapest first.

    A text has the same pairs again and again, and most are like no word. A turned word costs no less than one that begins or ends as the
    pair does.
    """
    one, other = pair[0], pair[1]
    costs, (after, before), (first, last) = lexicon.costs, lexicon.pairs, lexicon.cheapest
    alike, same = lexicon.confusion.alike, lexicon.confusion.same
    found = [(costs[one + char], one + char, WRONG, _likeness(char, other, same)) for char in after.get(one, _NONE) & alike[other]]
    found += [(costs[char + other], char + other, WRONG, _likeness(char, one, same)) for char in before.get(other, _NONE) & alike[one]]
    if lexicon.context is not None and one in after.get(other, _NONE) and one != other:  # 纷纠
        least = min(first.get(one, _RARE), last.get(other, _RARE))
        found.append((max(costs[other + one], least), other + one, TURNED, Likeness.SOUND))
    return tuple(sorted(found, key=itemgetter(0)))


def _alone(text: str, start: int, room: float, costs: Mapping[str, float]) -> Iterator[Candidate]:
    """Words of one character that are typed for one another (座 for 坐)."""
    char = text[start]
    for group in _SINGLE[char]:
        for meant in group:
            if meant != char and costs[meant] < room:
                yield start, start + 1, meant, WRONG, Likeness.SOUND


def _sounding(text: str, start: int, sounds: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """The longest own word that sounds as what begins here, if half of it is written right."""
    for meant in lexicon.by_sound[sounds[start : start + 4]]:
        end = start + len(meant)
        if sounds[start:end] == lexicon.confusion.reading(meant):
            kept = sum(one == other for one, other in zip(text[start:end], meant, strict=True))
            if 2 * kept >= len(meant) and text[start:end] not in lexicon.costs:
                yield start, end, meant, WRONG, Likeness.SOUND
            break


def _longer(word: str, start: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """Words of three characters with one of them wrong; without a language model those of four and five with one missing, too."""
    length, end = len(word), start + len(word)
    if lexicon.costs.get(word, _RARE) < _ODD:
        return
    if length == 3 and word[-1] in ENDINGS and lexicon.costs.get(word[:2], _RARE) < _ODD_IN_CONTEXT:
        return  # 责任型: such words are made as they are needed
    if length == 3:
        alike, same = lexicon.confusion.alike, lexicon.confusion.same
        for place, char in enumerate(word):
            for fit in lexicon.holed.get(word[:place] + HOLE + word[place + 1 :], ""):
                if fit in alike[char]:
                    yield start, end, word[:place] + fit + word[place + 1 :], WRONG, _likeness(fit, char, same)
    if lexicon.context is None and (whole := lexicon.short.get(word)):
        yield start, end, whole, MISSING, Likeness.SOUND


def _shorter(word: str, start: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """Words of four characters with one too many."""
    places = [place for place in range(1, len(word) - 1) if _stutters(word[place - 1 : place + 2], lexicon)]
    if not places or lexicon.costs.get(word, _RARE) < _ODD:
        return
    for place in places:
        rest = word[:place] + word[place + 1 :]
        if rest in lexicon.costs:
            yield start, start + len(word), rest, SURPLUS, Likeness.SOUND


def _likeness(meant: str, there: str, same: Mapping[str, frozenset[str]]) -> Likeness:
    return Likeness.SOUND if meant in same[there] else Likeness.LOOK


def _no_words(word: str, place: int, right: str, lexicon: Lexicon) -> bool:
    """Whether a character that is like nothing makes no word with its neighbours, in the place of an idiom."""
    if lexicon.context is None or len(word) != WHOLE or right not in lexicon.idioms:
        return False
    beside = (word[max(0, place - 1) : place + 1], word[place : place + 2])
    return all(len(pair) < 2 or lexicon.costs.get(pair, _RARE) >= _ODD_IN_CONTEXT for pair in beside)


@lru_cache(maxsize=1 << 14)
def _stutters(three: str, lexicon: Lexicon) -> bool:
    """Whether the middle one of three characters is a neighbour again, or sounds like it: any other may be an insertion that was meant.

    Remembered, since every stretch over a place asks about it.
    """
    char, beside = three[1], (three[0], three[2])
    again = char in beside or not lexicon.confusion.same[char].isdisjoint(beside)
    return again and lexicon.costs.get(char, _RARE) >= _FREE
