"""Wrongly written words of the office's table become hits: sure ones, and those that are right in some other sentence."""

from __future__ import annotations

from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule


def wrong_words(passage: Passage, office: Office) -> Iterator[Hit]:
    """Words that are wrong wherever they stand."""
    return _hits(passage, office, sure=True)


def doubtful_words(passage: Passage, office: Office) -> Iterator[Hit]:
    """Words that are mostly, but not always, meant otherwise."""
    return _hits(passage, office, sure=False)


def _hits(passage: Passage, office: Office, *, sure: bool) -> Iterator[Hit]:
    for found in office.words.find(passage.text):
        if found.word.sure == sure:
            wrong = passage.text[found.start : found.end]
            advice = f"应为“{found.right}”" if sure else f"是不是“{found.right}”？"
            why = f"（{found.word.why}）" if found.word.why else ""
            yield Hit(found.start, found.end, f"“{wrong}”{advice if found.right else '请核对'}{why}", found.right or None)


RULES = (
    PassageRule(About("word.wrong", "错别字", Level.ERROR, "《现代汉语词典》《第一批异形词整理表》"), wrong_words),
    PassageRule(About("word.doubtful", "疑似错别字", Level.QUERY, "《现代汉语词典》；实务"), doubtful_words),
)
