"""Leaders who are named one after the other in another order than that of the leaders' list become hits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Leader, Office
from app.proof.people import people_in
from app.proof.rule import About, DocumentRule

_BETWEEN = "、，和与及"


def out_of_rank(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """In 副市长甲、市长乙 the one behind, where the list has it before; only in one enumeration, with or without posts."""
    ranks: dict[str, int] = {}
    for rank, leader in enumerate(office.leaders):
        if leader.holds(document.date):
            ranks.setdefault(leader.name, rank)
    pattern = _names(office.leaders)
    if pattern is None:
        return
    for passage in document.passages:
        found = [one for one in pattern.finditer(passage.text) if one[0] in ranks]
        if len(found) < 2:
            continue
        posts = {person.start: "、".join(person.posts) for person in people_in(passage.text)}
        for before, after in pairwise(found):
            first, second = before[0], after[0]
            if ranks[second] < ranks[first] and _beside(passage.text, before.end(), after.start(), posts):
                yield passage, Hit(*after.span(), f"领导名单里“{second}”排在“{first}”前面，请核对次序。")


def _beside(text: str, start: int, end: int, posts: Mapping[int, str]) -> bool:
    """Whether nothing stands between two names but a mark and the posts of the second one."""
    between = text[start:end]
    return between[:1] != "" and between[0] in _BETWEEN and len(between) - 1 <= len(posts.get(end, "")) + 1


@lru_cache(maxsize=4)
def _names(leaders: tuple[Leader, ...]) -> re.Pattern[str] | None:
    """All names of the list, the longest first."""
    names = sorted({leader.name for leader in leaders}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names))) if names else None


RULES = (DocumentRule(About("name.rank", "领导名单的次序", Level.QUERY, "本单位的领导名单；实务"), out_of_rank),)
