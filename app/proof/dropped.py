"""A character that stands alone at the end of a clause, where a word that begins with it is usual, becomes a slip: 深受群众欢。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.candidates import MISSING
from app.proof.context import around
from app.proof.lexicon import Lexicon
from app.proof.names import may_name
from app.proof.segment import cut
from app.proof.slips import Slip

_END = re.compile(r"[\u4e00-\u9fff]{3,}(?=[，。；])")
_ALONE = 0.5
"""A character that its neighbour draws by more is a word by itself."""
_PLACE = frozenset("前后上下里外中内间边旁")
"""What stands behind a place: 挺在前."""
_HELD, _MORE = 3.0, 0.8
"""One that it draws by more than the first is never told; short of that so much more likely is asked for."""
_LIKELIER = 5.3
"""How much likelier the words before the mark must become: measured, one false alarm in 30,000 characters."""


def cut_short(text: str, lexicon: Lexicon) -> Iterator[Slip]:
    """Words that lost their second character at the end of a clause."""
    context = lexicon.context
    if context is None:
        return
    for run in _END.finditer(text):
        words = cut(run[0], lexicon).words
        start, end = words[-1]
        if end - start != 1 or len(words) < 2:
            continue
        char, before = run[0][start], run[0][slice(*words[-2])]
        held = max(context.pull(before, char), 0.0)
        if char in _PLACE or held > _HELD or may_name("", run[0], start, end, "", text[run.end()]):
            continue
        low, _ = around(run[0], start, end, frozenset({0, *(stop for _, stop in words)}))
        now = context.likelihood(run[0][low:])
        drawn = [char + other for other in lexicon.pairs[0].get(char, ()) if context.pull(before, char + other) > _ALONE]
        gain, word = max(((context.likelihood(run[0][low:start] + word) - now, word) for word in drawn), default=(0.0, ""))
        if gain > _LIKELIER + _MORE * held:
            yield Slip(run.start() + start, run.start() + end, word, MISSING, gain)
