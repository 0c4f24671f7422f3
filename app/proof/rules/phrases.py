"""Fixed expressions that were nearly written become hits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.near import Near, Phrases
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.proof.spans import inside_quotes

_LEAST = 8
"""Characters of an expression that is believed at once."""

_WRONG_FORM = re.compile("(?:误作|误写|误为|写成|错写|写为)[“‘](?:[^”’。；]*|[^”’。；]{1,6}[”’])$")
_BEFORE = 24
"""Characters before a place in which that is said."""


def wrong_phrase(passage: Passage, office: Office) -> Iterator[Hit]:
    """Formulas with a character that is wrong, missing, doubled or out of its place."""
    return (_hit(found, passage.text) for found in _found(office.known_phrases, passage.text) if _sure(found, office))


def doubtful_phrase(passage: Passage, office: Office) -> Iterator[Hit]:
    """Expressions that differ from the usual form by a word, or that are no formulas."""
    return (_hit(found, passage.text) for found in _found(office.known_phrases, passage.text) if not _sure(found, office))


def reworded_phrase(passage: Passage, office: Office) -> Iterator[Hit]:
    """Expressions with another word in them (生命第一 for 生命至上), one word more or less, or with their halves exchanged."""
    taken = [(one.start, one.end) for one in _found(office.known_phrases, passage.text)]
    for found in chain(office.wordings.find(passage.text), office.stretched.find(passage.text)):
        if all(found.end <= start or end <= found.start for start, end in taken) and not _named_as_wrong(passage.text, found.start):
            taken.append((found.start, found.end))
            yield Hit(
                found.start,
                found.end,
                f"固定表述是“{inside_quotes(found.phrase)}”（{office.sources[found.phrase]}），请核对。",
                found.right,
            )


def _named_as_wrong(text: str, start: int) -> bool:
    """Whether a place belongs to what is quoted as a wrong form: 误写为“五位一体”战略布局."""
    return _WRONG_FORM.search(text[max(0, start - _BEFORE) : start]) is not None


@lru_cache(maxsize=64)
def _found(phrases: Phrases, text: str) -> tuple[Near, ...]:
    """The near misses, once for the two rules."""
    return tuple(found for found in phrases.near(text) if not _named_as_wrong(text, found.start))


def _sure(found: Near, office: Office) -> bool:
    return found.sure and len(found.phrase) >= _LEAST and found.phrase in office.sure_phrases


def _hit(found: Near, text: str) -> Hit:
    sign = "。" if found.sure else "，请核对。"
    return Hit(found.start, found.end, f"固定表述是“{inside_quotes(found.phrase)}”{sign}", found.right or None)


RULES = (
    PassageRule(About("phrase.near", "固定表述有误", Level.ERROR, "党章、党和国家公开文件"), wrong_phrase),
    PassageRule(About("phrase.reworded", "固定表述换了词", Level.QUERY, "党和国家公开文件；实务"), reworded_phrase),
    PassageRule(About("phrase.doubt", "固定表述存疑", Level.QUERY, "党和国家公开文件；实务"), doubtful_phrase),
)
