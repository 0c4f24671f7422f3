"""Characters that stand alone, where a word of two is usual between their neighbours, become slips: 深受群众欢。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.context import Context, around
from app.proof.lexicon import Lexicon
from app.proof.names import may_name
from app.proof.segment import cut
from app.proof.slips import MISSING, Slip

_RUN = re.compile(r"[\u4e00-\u9fff]{3,}")
_MARKS = "，。；"
_ALONE = 0.5
"""A character that a neighbour draws by more is a word by itself."""
_AT_END, _INSIDE, _PULL = 5.3, 6.5, 6.5
"""How much likelier the words about a place must become at the end of a clause, and within one, where a neighbour must draw the word, too."""


def cut_short(text: str, lexicon: Lexicon) -> Iterator[Slip]:
    """Words that lost their second character at the end of a clause."""
    return _found(text, lexicon, at_end=True)


def halved(text: str, lexicon: Lexicon) -> Iterator[Slip]:
    """Words that lost one of their two characters within a clause: 养良好习惯."""
    return _found(text, lexicon, at_end=False)


def _found(text: str, lexicon: Lexicon, at_end: bool) -> Iterator[Slip]:
    context = lexicon.context
    if context is None:
        return
    for run in _RUN.finditer(text):
        words = cut(run[0], lexicon).words
        bounds = frozenset({0, *(end for _, end in words)})
        for turn, (start, end) in enumerate(words):
            last = end == len(run[0]) and text[run.end() : run.end() + 1] in tuple(_MARKS)
            if end - start != 1 or last != at_end:
                continue
            before = run[0][slice(*words[turn - 1])] if turn else ""
            behind = run[0][slice(*words[turn + 1])] if turn + 1 < len(words) else ""
            char = run[0][start]
            if max(context.pull(before, char), context.pull(char, behind)) > _ALONE:
                continue
            beside = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
            if may_name(beside[0], run[0], start, end, behind, beside[1]):
                continue
            best = max(_fits(run[0], (start, end), (before, behind), bounds, lexicon, context, at_end), default=None)
            if best and best[0] > (_AT_END if at_end else _INSIDE):
                yield Slip(run.start() + start, run.start() + end, best[1], MISSING, best[0])


def _fits(
    run: str, span: tuple[int, int], beside: tuple[str, str], bounds: frozenset[int], lexicon: Lexicon, context: Context, at_end: bool
) -> Iterator[tuple[float, str]]:
    """(gain, word) of every common word that begins, or within a clause also ends, with the character."""
    start, end = span
    char = run[start]
    after, before = lexicon.pairs
    words = [char + other for other in after.get(char, ())]
    if not at_end:
        words += [other + char for other in before.get(char, ())]
    low, high = around(run, start, end, bounds)
    now = context.likelihood(run[low:high])
    for word in words:
        pull = max(context.pull(beside[0], word), context.pull(word, beside[1]))
        if pull > (_ALONE if at_end else _PULL):
            yield context.likelihood(run[low:start] + word + run[end:high]) - now, word
