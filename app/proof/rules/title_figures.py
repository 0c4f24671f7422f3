"""A figure of a title that the article gives otherwise becomes a hit: 四项措施 over 三项措施, 第三次会议 over 第二次会议 (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.text.chars import HAN
from app.text.numerals import HAN_NUMERAL, parse_numeral

_NUMBER = rf"(?P<number>\d+(?:\.\d+)?|[{HAN_NUMERAL}两]{{1,3}})"
_FIGURE = re.compile(
    rf"(?<![第\d.])(?<!年)(?<!近)(?<!余)“?{_NUMBER}(?P<what>(?:个|项|条|件|家|户|名|处|台|篇|大|张|本|所|座|批|种|类|套)“?[{HAN}]{{2}})"
)
_MEASURES = "个|项|条|件|家|户|名|处|台|篇|张|本|所|座|批|种|类|套|起|人|人次|公斤|吨|亩|公里|宗|辆|支|场"
_BEFORE = re.compile(
    rf"(?P<what>(?![一二三四五六七八九十])[{HAN}]{{2}})(?P<number>\d{{2,6}}(?:\.\d+)?)(?P<measure>{_MEASURES})(?![{HAN}]*?以上)"
)
"""A figure behind the words that say of what it is: 隐患1146处."""
_SESSION = re.compile(
    rf"第{_NUMBER}(?P<what>[次届期轮](?:[{HAN}（）]{{0,12}}?(?:会议|常委会|全会|大会|党组会|例会|培训班|论坛|博览会|检查)))"
)


def figure_of_title(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """Both places: the title's figure that the text never has, and the other one of the same things."""
    for title in document.of(Role.TITLE):
        body = [one for one in document.inside(title.article) if one.role in RUNNING]
        for pattern in (_FIGURE, _SESSION) if body else ():
            for found in pattern.finditer(title.text):
                yield from _against(title, found, pattern, body)


def _against(title: Passage, found: re.Match[str], pattern: re.Pattern[str], body: list[Passage]) -> Iterator[tuple[Passage, Hit]]:
    said = _value(found["number"])
    what = found["what"].replace("“", "")
    others = [
        (passage, other)
        for passage in body
        for other in pattern.finditer(passage.text)
        if other["what"].replace("“", "") == what or (pattern is _SESSION and other["what"].endswith(what) and other["what"][0] == what[0])
    ]
    if said is None or len({other["number"] for _, other in others}) != 1:
        return
    passage, other = others[0]
    there = _value(other["number"])
    if there is None or there == said or (pattern is _FIGURE and not _likely(said, there)):
        return
    if any(found["number"] + what[0] in one.text or f"{said:g}{what[0]}" in one.text for one in body):
        return
    words = title.text[found.start("number") : found.end()]
    yield title, Hit(found.start("number"), found.end(), f"正文里是“{passage.text[other.start('number') : other.end()]}”，请核对。")
    yield passage, Hit(other.start("number"), other.end(), f"标题里是“{words}”，请核对。")


def _likely(one: float, other: float) -> bool:
    """Whether two figures may be of the same things: next to one another, or of the same digits."""
    return abs(one - other) <= 1 or sorted(f"{one:g}") == sorted(f"{other:g}")


_OTHER_TIME = re.compile("去年|上年|同期|其中|累计|首批|第一批|分别")


def turned_behind_words(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """发现隐患1146处 over 发现隐患1164处: the digits changed about; both places."""
    for title in document.of(Role.TITLE):
        for found in _BEFORE.finditer(title.text):
            key, said = (found["what"], found["measure"]), found["number"]
            body = [one for one in document.inside(title.article) if one.role in RUNNING]
            others = [(one, other) for one in body for other in _BEFORE.finditer(one.text) if (other["what"], other["measure"]) == key]
            if len(others) != 1 or any(said in one.text for one in body):
                continue
            passage, other = others[0]
            if sorted(other["number"]) == sorted(said) and not _OTHER_TIME.search(passage.text[max(0, other.start() - 10) : other.start()]):
                yield title, Hit(*found.span("number"), f"正文里是“{other['number']}{key[1]}”，请核对。")
                yield passage, Hit(*other.span("number"), f"标题里是“{said}{key[1]}”，请核对。")


def _value(number: str) -> float | None:
    return float(number) if number[0].isdigit() else parse_numeral(number.replace("两", "二"))


RULES = (
    DocumentRule(About("contents.figure", "标题与正文的数字", Level.QUERY, "实务"), figure_of_title),
    DocumentRule(About("contents.turned", "标题与正文的数字颠倒", Level.QUERY, "实务"), turned_behind_words),
)
