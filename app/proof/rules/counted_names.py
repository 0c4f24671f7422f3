"""Names with a count that are nearly those of a known list, in quotation marks, become hits: “六个必须坚守”, “三会一训”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.text.chars import HAN

_NUMERALS = "一二两三四五六七八九十"
_QUOTED = re.compile(rf"[“‘](?P<name>[{_NUMERALS}][{HAN}、]{{3,9}})[”’]")
_LONG = 5
"""Characters of a name that nobody hits by chance: 三区三州 is no slip of 三区三线."""


def nearly_named(passage: Passage, office: Office) -> Iterator[Hit]:
    """One character is another one, and it is no count; what the office has for its own (“三会一训” as a list of its own) stands."""
    for found in _QUOTED.finditer(passage.text):
        near = _nearest(found["name"], _names(tuple(one.name for one in office.lists)))
        if near:
            yield Hit(*found.span("name"), f"固定提法是“{near}”，请核对。", near)


@lru_cache(maxsize=8)
def _names(names: tuple[str, ...]) -> frozenset[str]:
    """The names that a slip is looked for in."""
    return frozenset(one for one in names if one[0] in _NUMERALS and len(one) >= _LONG)


def _nearest(name: str, names: frozenset[str]) -> str:
    """The one name that differs in one character; "" for a name that is known itself, and where there are more."""
    if name in names:
        return ""
    near = [one for one in names if len(one) == len(name) and _one_apart(one, name)]
    return near[0] if len(near) == 1 else ""


def _one_apart(one: str, other: str) -> bool:
    apart = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(apart) == 1 and not any(char in _NUMERALS for char in apart[0])


RULES = (PassageRule(About("phrase.named_count", "带数字的固定提法有误", Level.QUERY, "党和国家公开文件；实务"), nearly_named, needs="”’"),)
