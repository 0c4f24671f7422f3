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


_PLACES = "街道|乡镇|社区|镇|乡|村|县"
_TITLE_PLACES = re.compile(rf"^[“]?(?P<number>[{HAN_NUMERAL}两]|\d{{1,2}})(?P<measure>个|家)?(?P<kind>{_PLACES})(?![{HAN}]?级|道)")
_ENUMERATED = re.compile(
    rf"(?:[{HAN}]{{2,5}}?(?:街道|社区|镇|乡|村|县)、)+[{HAN}]{{2,5}}?(?:街道|社区|镇|乡|村|县)(?=[榜名入获上被当参受成为荣，。])"
)


def places_of_title(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """五个街道入选 over a row of four: the title's figure, where the article has one row of such places, and no other count."""
    for title in document.of(Role.TITLE):
        found = _TITLE_PLACES.match(title.text)
        said = parse_numeral(found["number"].replace("两", "二")) if found else None
        if not found or not said:
            continue
        body = [one for one in document.inside(title.article) if one.role in RUNNING]
        rows = [row[0].split("、") for one in body for row in _ENUMERATED.finditer(one.text)]
        kinds = ("镇", "乡", "街道") if found["kind"] == "乡镇" else (found["kind"],)
        rows = [row for row in rows if all(place.endswith(kinds) for place in row)]
        told = any(re.search(rf"[{HAN_NUMERAL}两\d]个?{found['kind']}", one.text) for one in body)
        if len(rows) == 1 and not told and abs(len(rows[0]) - said) == 1:
            yield title, Hit(*found.span("number"), f"正文里列出的是{len(rows[0])}个，请核对。")


_OVER = re.compile(
    rf"(?:突破|超过|超|逾|越过|跨过|站上)(?P<number>\d+(?:\.\d+)?)(?P<scale>万|亿)?(?P<measure>{_MEASURES}|元)|(?:突破|超过|超|逾|过)(?P<tenths>[一二三四五六七八九])成"
)
_SHARE = re.compile(r"(?P<share>\d+(?:\.\d+)?)%")
_RATIO = re.compile(r"率[^，。；%]{0,6}$|占[^，。；%]{0,12}$|完成[^，。；%]{0,8}$")
_NEAR_BELOW = 0.9
"""A figure that is no less than this part of the bound is the one that is meant."""


def bound_of_title(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """突破2.1万户 over 20846户, 过九成 over 签约率89.6%: the only figure of the kind near the bound lies below it; both places."""
    for title in document.of(Role.TITLE):
        found = _OVER.search(title.text)
        if not found:
            continue
        body = [one for one in document.inside(title.article) if one.role in RUNNING]
        if found["tenths"]:
            bound = float(parse_numeral(found["tenths"]) or 0)
            places = [(one, share) for one in body for share in _SHARE.finditer(one.text)]
            figures = [(one, share, float(share["share"]) / 10) for one, share in places]
            figures = [(one, share, value) for one, share, value in figures if _RATIO.search(one.text[: share.start()])]
            told = any(f"{found['tenths']}成" in one.text for one in body)
        else:
            pattern = re.compile(rf"(?P<share>\d+(?:\.\d+)?)(?P<scale>万|亿)?{found['measure']}")
            bound = _scaled(found["number"], found["scale"])
            figures = [(one, other, _scaled(other["share"], other["scale"])) for one in body for other in pattern.finditer(one.text)]
            told = any(found["number"] + (found["scale"] or "") in one.text for one in body)
        near = [one for one in figures if one[2] >= bound * _NEAR_BELOW]
        if not told and len(near) == 1 and near[0][2] < bound:
            passage, other, _value_there = near[0]
            yield title, Hit(found.start(), found.end(), f"正文里是“{other[0]}”，没有达到，请核对。")
            yield passage, Hit(other.start(), other.end(), f"标题里是“{found[0]}”，请核对。")


def _scaled(number: str, scale: str | None) -> float:
    return float(number) * {"万": 1e4, "亿": 1e8}.get(scale or "", 1)


def _value(number: str) -> float | None:
    return float(number) if number[0].isdigit() else parse_numeral(number.replace("两", "二"))


RULES = (
    DocumentRule(About("contents.figure", "标题与正文的数字", Level.QUERY, "实务"), figure_of_title),
    DocumentRule(About("contents.turned", "标题与正文的数字颠倒", Level.QUERY, "实务"), turned_behind_words),
    DocumentRule(About("contents.places", "标题的个数与正文所列", Level.QUERY, "实务"), places_of_title),
    DocumentRule(About("contents.bound", "标题的“突破”与正文", Level.QUERY, "实务"), bound_of_title),
)
