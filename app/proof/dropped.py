"""A character alone at either end of a clause, where a word that it is half of is usual, becomes a slip: 深受群众欢。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.candidates import MISSING
from app.proof.context import around
from app.proof.gap import ECHO
from app.proof.lexicon import ALONE, Lexicon
from app.proof.names import may_name
from app.proof.segment import cut
from app.proof.slips import Slip

_START = re.compile(r"(?<=[，。；：、！？])[\u4e00-\u9fff]{3,}")
_END = re.compile(r"[\u4e00-\u9fff]{3,}(?=[，。；])")
_ALONE = 0.5
"""A character that its neighbour draws by more is a word by itself."""
_PLACE = frozenset("前后上下里外中内间边旁")
"""What stands behind a place: 挺在前."""
_HELD, _MORE = 3.0, 0.8
"""One that it draws by more than the first is never told; short of that so much more likely is asked for."""
_LIKELIER = 6.0
"""How much likelier the words before the mark must become: measured, one false alarm in 30,000 characters."""
_LIKELIER_AT_START = 5.2
"""The same behind a mark, for characters that are no words by themselves."""


def cut_off(text: str, lexicon: Lexicon) -> Iterator[Slip]:
    """Words that lost their first character at the beginning of a clause: ，决防范各类事故."""
    context = lexicon.context
    if context is None:
        return
    for run in _START.finditer(text):
        cutting = cut(run[0], lexicon)
        words = cutting.words
        char, behind = run[0][0], run[0][slice(*words[1])] if len(words) > 1 else ""
        if words[0][1] != 1 or not behind or char in ALONE or char in _near(text, run.start()) or context.pull(char, behind) > 0:
            continue
        drawn = [other + char for other in lexicon.pairs[1].get(char, ()) if context.pull(other + char, behind) > _ALONE]
        if not drawn or may_name(text[run.start() - 1], run[0], 0, 1, behind, text[run.end() : run.end() + 1]):
            continue
        _, high = around(run[0], 0, 1, cutting.bounds)
        now = context.likelihood(run[0][:high])
        gain, word = max((context.likelihood(word + run[0][1:high]) - now, word) for word in drawn)
        if gain > _LIKELIER_AT_START:
            yield Slip(run.start(), run.start() + 1, word, MISSING, gain)


def cut_short(text: str, lexicon: Lexicon) -> Iterator[Slip]:
    """Words that lost their second character at the end of a clause."""
    context = lexicon.context
    if context is None:
        return
    for run in _END.finditer(text):
        cutting = cut(run[0], lexicon)
        words = cutting.words
        start, end = words[-1]
        if end - start != 1 or len(words) < 2:
            continue
        char, before = run[0][start], run[0][slice(*words[-2])]
        held = max(context.pull(before, char), 0.0)
        at = run.start() + start
        if char in _PLACE or char in _near(text, at) or held > _HELD or may_name("", run[0], start, end, "", text[run.end()]):
            continue
        low, _ = around(run[0], start, end, cutting.bounds)
        now = context.likelihood(run[0][low:])
        drawn = [char + other for other in lexicon.pairs[0].get(char, ()) if context.pull(before, char + other) > _ALONE]
        gain, word = max(((context.likelihood(run[0][low:start] + word) - now, word) for word in drawn), default=(0.0, ""))
        if gain > _LIKELIER + _MORE * held:
            yield Slip(run.start() + start, run.start() + end, word, MISSING, gain)


def _near(text: str, at: int) -> str:
    """What stands about a character: one that comes again there is a word where one counts characters (底数清、任务清、责任清)."""
    return text[max(0, at - ECHO) : at] + text[at + 1 : at + 1 + ECHO]
