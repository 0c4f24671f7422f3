"""Idioms with a wrong character become hits: 死恢复燃, 久拖不绝."""

from __future__ import annotations

from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.proof.rules.wrong_words import found_words


def wrong_idiom(passage: Passage, office: Office) -> Iterator[Hit]:
    """An idiom but for one character; what stands in quotation marks by itself is a play on words."""
    text = passage.text
    for found in office.idioms.near(text):
        end = found.start + len(found.right)
        there = text[found.start : end]
        if any(one.start < end and found.start < one.end for one in found_words(office.words, text)):
            continue  # told by the table, or never again
        if (text[max(0, found.start - 1) : found.start], text[end : end + 1]) == ("“", "”") or office.lexicon.knows(there):
            continue
        yield Hit(found.start, end, f"“{there}”是不是“{found.right}”？", found.right)


RULES = (PassageRule(About("word.idiom", "疑似成语用字有误", Level.QUERY, "《现代汉语词典》"), wrong_idiom, lone=True),)
