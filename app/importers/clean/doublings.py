"""Characters that stand on both sides of a cut become meant (人人, 一项一项, 玩着玩着) or printed twice."""

from __future__ import annotations

from app.text.chars import is_han
from app.text.wordlist import is_word, word_count

_REDUPLICATED = frozenset("人天家日月年处时事步件层久深多常默渐纷个户村队代条项样点滴种次回声句字行排阵片块座节段代句世稳实细好紧牢慢快早")
_PARTICLES = frozenset("着了啊呀来去起看")
_TRIED = frozenset("看走试想聊尝")
"""Verbs that stand twice for a short try."""
_PAIR = 2


def is_meant(before: str, after: str, size: int, turned: bool) -> bool:
    """Whether the `size` characters that end `before` and begin `after` stand twice on purpose; three or more never do."""
    if size == 1:
        return _is_meant_char(before, after, turned)
    return size == _PAIR and _is_meant_pair(after)


def _is_meant_pair(after: str) -> bool:
    """Whether two characters may be reduplicated: 一项一项, 玩着玩着, 商量商量。 In doubt they are: a loss is worse than a repeat."""
    pair, follows = after[:_PAIR], after[_PAIR : 2 * _PAIR]
    if not all(map(is_han, pair)):
        return True
    if pair[0] == "一" or pair[1] in _PARTICLES or word_count(pair * 2) or not is_han(follows[:1]) or follows[0] in _PARTICLES:
        return True
    # Without the repeat the text must read as words: 丰富 | 多彩, or 精神文明 + 建设 where the cut parts a word.
    return not (is_word(pair) or is_word(pair[1] + follows[0]) or is_word(pair + follows))


def _is_meant_char(before: str, after: str, turned: bool) -> bool:
    """Whether one character stands twice on purpose: 人人, 方方面面, 工作作风. At a mere line end it must plainly be no word."""
    if (is_han(before[-2:-1]) and before[-2:-1] == before[-3:-2]) or after[0] in _TRIED:
        return True  # 高高兴 | 兴, 看 | 看
    if after[0] in _REDUPLICATED or not "\u4e00" <= after[0] <= "\u9fff" or after[1:2] == after[2:3]:
        return True
    ends_word, begins_word = is_word(before[-2:]), is_word(after[:2])
    if not turned:
        return ends_word or not begins_word
    return ends_word and begins_word and word_count(after[:2]) >= word_count(after[1:3])
