"""Words that are words, but not here, become slips: 非物资文化遗产, where an input method offered another word of that sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.proof.candidates import WRONG
from app.proof.context import Context, around
from app.proof.lexicon import Lexicon
from app.proof.meant import side_by_side
from app.proof.names import may_name
from app.proof.segment import Cutting, cut
from app.proof.slips import Slip

_RUN = re.compile(r"[\u4e00-\u9fff]{3,}")
_NONE: frozenset[str] = frozenset()
_FIT = 6.5
"""How much likelier the words about a place have to become (logarithm): `python -m tests.proof` counts what that finds, and blames."""
_DRAWN, _DRAWS = 0.5, 1.5
"""A word that a neighbour draws by more than this is left alone; one that none draws by so much isn't thought of."""


def misheard(text: str, lexicon: Lexicon) -> Iterator[Slip]:
    """Words of two characters for which another one of the same sound fits far better between the neighbours."""
    context = lexicon.context
    if context is None:
        return
    for run in _RUN.finditer(text):
        cutting = cut(run[0], lexicon)
        words = cutting.words
        for turn, (start, end) in enumerate(words):
            if end - start != 2 or not _alike(word := run[0][start:end], lexicon):
                continue
            before = run[0][slice(*words[turn - 1])] if turn else ""
            behind = run[0][slice(*words[turn + 1])] if turn + 1 < len(words) else ""
            if word[1] == "在" and behind.startswith("了"):
                continue  # 记在了本子上
            if context.pull(before, word) > _DRAWN or context.pull(word, behind) > _DRAWN:
                continue
            found = _better(run[0], (start, end), (before, behind), cutting, lexicon, context)
            beside = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
            if found and not may_name(beside[0], run[0], start, end, behind, beside[1]):
                yield Slip(run.start() + start, run.start() + end, found[1], WRONG, found[0])


def _better(
    run: str, span: tuple[int, int], beside: tuple[str, str], cutting: Cutting, lexicon: Lexicon, context: Context
) -> tuple[float, str] | None:
    """(gain, word) of the word that fits best, if it does by far."""
    start, end = span
    likely = [
        other
        for other in _alike(run[start:end], lexicon)
        if not side_by_side(run[start:end], other) and max(context.pull(beside[0], other), context.pull(other, beside[1])) > _DRAWS
    ]
    if not likely:
        return None
    low, high = around(run, start, end, cutting.bounds)
    now = context.likelihood(run[low:high])
    gain, word = max((context.likelihood(run[low:start] + other + run[end:high]) - now, other) for other in likely)
    return (gain, word) if gain > _FIT else None


@lru_cache(maxsize=1 << 15)
def _alike(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Common words that differ in one character which sounds like it; none for a word that is meant wherever it stands, or unknown."""
    if word in lexicon.set_phrases or word in lexicon.left_alone or lexicon.context is None or not lexicon.context.knows(word):
        return ()
    after, before = lexicon.pairs
    alike = lexicon.confusion.sounding
    one, other = word[0], word[1]
    second = (one + char for char in after.get(one, _NONE) & alike[other])
    first = (char + other for char in before.get(other, _NONE) & alike[one])
    return (*second, *first)
