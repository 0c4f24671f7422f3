"""Sentences that stand a second time become hits, as where a passage was copied and not cut, or a sentence begun anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.spans import quoted, within

_SENTENCE = re.compile(r"(?:^|(?<=[。；！？]))[^。；！？\n]++[。；！？]")
_CLAUSE_END = re.compile(r"[，：、](?=.)")
_STOP = re.compile(r"[，。；：！？、\s“”]")
_ENDS = frozenset("，。；")
_TAIL = 3, 41
"""The end of a clause is longer than the one, with its mark, and no longer than the other."""
_LEAST, _LEAST_ELSEWHERE = 10, 18
"""Shorter sentences may well stand twice, in an article and in the issue."""
_MOST = 200
"""Longer ones nobody writes: their ends aren't kept."""
_PARAGRAPH, _EDGE = 40, 8
"""Characters of a paragraph that may be told; and of its beginning or end by which an earlier one is known."""
_SAME, _PART = 0.9, 8
_MOST_HELD = 600
_UNIT_ENDS = frozenset("局委办部院校镇乡村县市区")
"""Where 教育 before one of these has become 民政, two units tell of their work in like words."""
_FIGURE = re.compile(r"[\d０-９]")


def sentence_again(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A sentence that an earlier one is, or ends with; of another article only one that is long."""
    told: dict[str, int] = {}
    whole: set[str] = set()
    for passage in document.running:
        if passage.role is Role.CELL:
            continue
        text = passage.text
        if text.strip() in whole:
            continue  # a whole paragraph is told by itself
        whole.add(text.strip())
        spans = quoted(text)
        for found in _SENTENCE.finditer(text):
            words = found[0].strip()[:-1]
            least = _LEAST if told.get(words) == passage.article else _LEAST_ELSEWHERE
            if len(words) >= least and words in told and not within(spans, found.start(), found.end()):
                yield passage, Hit(found.start(), found.end(), "这句话前面已经有了。")
            for start in (0, *(mark.end() for mark in _CLAUSE_END.finditer(words))):
                if _LEAST <= len(words) - start <= _MOST:
                    told.setdefault(words[start:], passage.article)


def paragraph_again(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A paragraph that an earlier one of its article is but for a few characters, as where an old version was left in."""
    for article in range(-1, max(1, len(document.articles))):
        seen: dict[str, Passage] = {}
        for passage in document.inside(article):
            text = passage.text.strip()
            if passage.role is not Role.BODY or len(text) < _PARAGRAPH:
                continue
            for key in (text[:_EDGE], text[-_EDGE:]):
                other = seen.setdefault(key, passage)
                if other is not passage and other.text.strip() != text and _nearly(other.text.strip(), text):
                    yield passage, Hit(0, len(passage.text), "这一段和前面的一段几乎一样，是不是重复了？")
                    break


def _nearly(one: str, other: str) -> bool:
    """Whether two texts differ in a few characters only, in no figure, and not in whose work they tell of."""
    if abs(len(one) - len(other)) > max(len(one), len(other)) // _PART or _FIGURE.findall(one) != _FIGURE.findall(other):
        return False
    matcher = SequenceMatcher(None, one[:_MOST_HELD], other[:_MOST_HELD], autojunk=False)
    alike = matcher.real_quick_ratio() >= _SAME and matcher.quick_ratio() >= _SAME and matcher.ratio() >= _SAME
    return alike and not any(
        change == "replace" and not _UNIT_ENDS.isdisjoint(one[end - 1 : end + 1]) for change, _, end, _, _ in matcher.get_opcodes()
    )


def tail_again(passage: Passage, _: Office) -> Iterator[Hit]:
    """The end of a clause a second time: 诚信承诺书480份，480份，并设立."""
    text = passage.text
    done = 0
    for mark, last in pairwise(_STOP.finditer(text)):
        middle, end = mark.end(), last.end()
        once, start = text[middle:end], 2 * middle - end
        if start < done or mark[0] not in _ENDS or not _TAIL[0] < len(once) <= _TAIL[1] or text[start:middle] != once:
            continue
        done = end
        before = text[max(0, start - 1) : start]
        clause = before == "" or before in "，。；：！？、"  # whole clauses are told elsewhere
        if not clause and (len(once) > 4 or _FIGURE.search(once)) and not within(quoted(text), start, end):
            yield Hit(middle, end, f"“{once}”重复。", "")


RULES = (
    DocumentRule(About("left.paragraph_twice", "几乎重复的段落", Level.QUERY, "实务"), paragraph_again),
    DocumentRule(About("left.sentence_twice", "重复的句子", Level.QUERY, "实务"), sentence_again),
    PassageRule(About("left.tail_twice", "重复的句尾", Level.QUERY, "实务"), tail_again, RUNNING, needs="，。；"),
)
