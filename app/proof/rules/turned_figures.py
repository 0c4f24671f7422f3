"""Figures of one thing that are told with their digits in another order become hits: 43个在建项目, later 34个在建项目 (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.text.chars import HAN

_COUNTED = re.compile(
    rf"(?<![\d.第—～至-])(?P<number>[1-9]\d{{1,5}})(?P<thing>(?:个|家|件|名|户|处|项|条|人|所|起|宗|座|辆|台|套|亩|吨|万元)(?P<what>[{HAN}]{{4,8}}))"
)
_LEAST = 4
"""Characters behind the measure word that must be the same: of 21个行政村 each township has its own number."""
_OTHERS = re.compile("同比|比上年|去年|上年|分别|其中|另有|平均|每")
"""Words beside figures that are of another time, or of a part."""
_TELEPHONE = re.compile(
    rf"(?P<label>[{HAN}]{{2}}(?:电话|热线|专线))(?:号码)?[：:为是]{{0,2}}(?P<number>(?:0\d{{2,3}}[—-])?(?:[2-9]\d{{6,7}}|1[3-9]\d{{9}}))(?!\d)"
)
"""A telephone with what it is for."""


def turned_figure(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """The second of two figures of one thing in an article, where the digits of the one are those of the other, changed about."""
    for article in range(len(document.articles)):
        seen: dict[str, list[str]] = {}
        for passage in document.inside(article):
            for found in _COUNTED.finditer(passage.text):
                number, thing = found["number"], found["thing"][: len(found["thing"]) - len(found["what"]) + _LEAST]
                others = seen.setdefault(thing, [])
                twin = next((one for one in others if one != number and sorted(one) == sorted(number)), None)
                if twin and number not in others and not _OTHERS.search(passage.text[max(0, found.start() - 12) : found.start()]):
                    yield passage, Hit(found.start("number"), found.end("number"), f"前面是“{twin}{thing}”，这里是“{number}”，请核对。")
                others.append(number)


def turned_telephone(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """预约电话86327715, later 预约电话86327751: one telephone by its name, two figures changed about."""
    for article in range(len(document.articles)):
        seen: dict[str, str] = {}
        for passage in document.inside(article):
            for found in _TELEPHONE.finditer(passage.text):
                earlier = seen.setdefault(found["label"], found["number"])
                if _turned(earlier, found["number"]):
                    told = f"前面的{found['label']}是“{earlier}”，这里是“{found['number']}”，请核对。"
                    yield passage, Hit(found.start("number"), found.end("number"), told)


def _turned(one: str, other: str) -> bool:
    """Whether two numbers differ by two figures beside one another that have changed places."""
    apart = [place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return len(one) == len(other) and len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(one) == sorted(other)


RULES = (
    DocumentRule(About("number.turned", "同一个数前后颠倒", Level.QUERY, "实务"), turned_figure),
    DocumentRule(About("private.turned_telephone", "同一电话前后颠倒", Level.QUERY, "实务"), turned_telephone),
)
