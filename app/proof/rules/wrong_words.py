"""Wrongly written words of the office's table become hits: sure ones, those that are right in some other sentence, and mere variants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.lexicon import Lexicon
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.proof.segment import cut
from app.proof.words import WordHit, WordTable

_RUN = re.compile(r"[\u4e00-\u9fff]+")
_KNOWN = 16.0
"""What a word costs at most that is believed to be one."""
_MENTIONED = re.compile("(?:误作|误写|误为|写成|写作|错写|写为|不写|不用|不能用)[“‘]?$")
"""Words that are named as wrong."""
_SHORT = 3
"""Longer wrong forms are no chance."""
_REACH = 12
"""Characters before and behind a place that are cut into words to judge it."""


def wrong_words(passage: Passage, office: Office) -> Iterator[Hit]:
    """Words that are wrong wherever they stand."""
    return _hits(passage, office, Level.ERROR, "应为“{}”")


def doubtful_words(passage: Passage, office: Office) -> Iterator[Hit]:
    """Words that are mostly, but not always, meant otherwise."""
    return _hits(passage, office, Level.QUERY, "是不是“{}”？")


def better_words(passage: Passage, office: Office) -> Iterator[Hit]:
    """Words whose other form is recommended, and expressions that say a thing twice."""
    return _hits(passage, office, Level.HINT, "一般写作“{}”")


def _hits(passage: Passage, office: Office, level: Level, advice: str) -> Iterator[Hit]:
    for found in words_meant(passage.text, office, level, fixed=False):
        told = advice.format(found.right) if found.right else "请核对"
        why = f"（{found.word.why}）" if found.word.why else ""
        end = "" if told.endswith("？") and not why else "。"
        yield Hit(found.start, found.end, f"“{passage.text[found.start : found.end]}”{told}{why}{end}", found.right or None)


def words_meant(text: str, office: Office, level: Level, fixed: bool) -> Iterator[WordHit]:
    """What the table finds of one level, expressions of official language or not; without words named as wrong and parts of others."""
    done = 0
    for found in found_words(office.words, text):
        if found.word.level is not level or found.word.fixed is not fixed or found.start < done:
            continue
        mentioned = _MENTIONED.search(text[max(0, found.start - 6) : found.start])
        if text[found.start : found.end] != found.right and not mentioned and not _straddled(text, found, office.lexicon):
            done = found.end
            yield found


@lru_cache(maxsize=64)
def found_words(table: WordTable, text: str) -> tuple[WordHit, ...]:
    """What the table finds, once for the rules that ask one after the other."""
    return tuple(table.find(text))


def _straddled(text: str, found: WordHit, lexicon: Lexicon) -> bool:
    """Whether a word goes over one end of the place, as 政治 and 谈话 do where 治谈 was found."""
    if found.word.pattern or len(found.word.wrong) > _SHORT:
        return False
    low, high = max(0, found.start - _REACH), found.end + _REACH
    run = next((one for one in _RUN.finditer(text, low, high) if one.end() > found.start), None)
    if run is None:
        return False
    for start, end in cut(run[0], lexicon).words:
        start, end = start + run.start(), end + run.start()
        across = start < found.start < end or start < found.end < end
        if across and lexicon.costs.get(text[start:end], 99.0) < _KNOWN:
            return True
    return False


RULES = (
    PassageRule(About("word.wrong", "错别字", Level.ERROR, "《现代汉语词典》《第一批异形词整理表》"), wrong_words),
    PassageRule(About("word.doubtful", "疑似错别字（常写错的词）", Level.QUERY, "《现代汉语词典》；实务"), doubtful_words),
    PassageRule(About("word.variant", "推荐词形与重复表达", Level.HINT, "《第一批异形词整理表》；实务"), better_words),
)
