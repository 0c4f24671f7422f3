"""Fixed expressions, and names of meetings, that are often written otherwise become hits; each names the document that fixed it."""

from __future__ import annotations

from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.proof.rules.wrong_words import words_meant
from app.proof.spans import inside_quotes

_LEAST = 4
"""Characters of an expression; of fewer only a word of one is put right."""


def wrong_saying(passage: Passage, office: Office) -> Iterator[Hit]:
    """“五位一体”战略布局, 中央八条规定: nobody means anything else."""
    return _hits(passage, office, Level.ERROR)


def doubtful_saying(passage: Passage, office: Office) -> Iterator[Hit]:
    """中央经济工作大会, 林长责任制: most likely not what is meant."""
    return _hits(passage, office, Level.QUERY)


def _hits(passage: Passage, office: Office, level: Level) -> Iterator[Hit]:
    for found in words_meant(passage.text, office, level, fixed=True):
        there, right = (inside_quotes(words) for words in (passage.text[found.start : found.end], found.right))
        why = f"（{found.word.why}）{'' if level is Level.ERROR else '，请核对'}。"
        if not right:
            told = f"“{there}”请核对（{found.word.why}）。"
        elif len(found.right) < _LEAST:
            told = f"“{there}”应为“{right}”{why}"
        else:
            told = f"固定表述是“{right}”{why}"
        yield Hit(found.start, found.end, told, found.right or None)


RULES = (
    PassageRule(
        About("phrase.saying", "固定表述、会议名称有误", Level.ERROR, "党章、党和国家公开文件（见说明）", ("word.wrong",)),
        wrong_saying,
    ),
    PassageRule(
        About("phrase.saying_doubt", "固定表述、会议名称存疑", Level.QUERY, "党和国家公开文件（见说明）", ("word.doubtful",)),
        doubtful_saying,
    ),
)
