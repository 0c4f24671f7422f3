"""Shares of a base that is named become hits where what was told under that name gives another: 占新设主体的三成半 (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.proof.amounts import NUMBER, UNIT, Amount, amounts_in, last_place, number_of, written
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.quantities import counted, likely_slip
from app.proof.rule import About, DocumentRule
from app.text.chars import HAN
from app.text.numerals import parse_numeral

_AMOUNT = rf"{NUMBER}[万亿]?(?:{UNIT})"
_NAMED = re.compile(
    rf"(?P<part>{_AMOUNT})[^，。；、：\d（）]{{0,8}}[，（、]?(?:约|仅)?(?:占|完成)(?!地|比)(?P<name>[{HAN}]{{1,12}}?)的?(?:比重|比例|份额)?(?:为|达|约为|约|近|过|超过?)?"
    rf"(?:(?P<percent>{NUMBER})[%％](?P<plan>（[^，。；、：\d（）]{{0,6}}(?:计划|任务|目标)[^，。；、：\d（）]{{0,8}}(?P<whole>{_AMOUNT})）)?"
    r"|(?P<tenths>[一二三四五六七八九])成(?P<half>半|[一二三四五六七八九])?)"
)
_FILLERS = re.compile("^(?:全[国省市县区州镇乡年部体]|本[市县区]|我[市县区]|所有|其|年度|同期)+|(?:总数|总量|总额|总面积|总值|的)+$")
_BACK = 2
_CLAUSE = re.compile("[，。；、：（）]")
_WHOLE_TENTH, _HALF_TENTH = 6.0, 3.0
"""What a share told in tenths may be off by."""
_TEN = 10
_LABEL = 16


def share_of_name(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """新设主体6.8万户…新设企业2.04万户，占新设主体的三成半: the base is told by its name, in the paragraph or in the ones before."""
    before: list[Passage] = []
    for passage in document.running:
        if before and before[-1].article != passage.article:
            before = []
        for found in _NAMED.finditer(passage.text) if "占" in passage.text or "完成" in passage.text else ():
            if hit := _hit(passage.text, found, [one.text for one in before[-_BACK:]]):
                yield passage, hit
        before.append(passage)


def _hit(text: str, found: re.Match[str], paragraphs: Sequence[str]) -> Hit | None:
    part = next((one for one in amounts_in(text) if one.start == found.start("part")), None)
    name = _FILLERS.sub("", found["name"])
    if part is None or part.rough or len(name) < len("计划"):
        return None
    places = [(words, one) for words in (*paragraphs, text) for one in amounts_in(words) if counted(one.unit) == counted(part.unit)]
    places = [(words, one) for words, one in places if words is not text or one.start < part.start or one.start == found.start("whole")]
    named = [one for words, one in places if _called(words, one, name) or (words is text and one.start == found.start("whole"))]
    wholes = [one for one in named if one.value > part.value and one is not part]
    if len({one.value for one in wholes}) != 1 or wholes[0].rough:
        return None
    whole = wholes[0]
    right = part.value / whole.value * 100
    if found["percent"]:
        said, step = number_of(found["percent"]), float(10 ** -len(found["percent"].partition(".")[2]))
        off = step + last_place(text, part) / whole.value * 100
    else:
        half = found["half"]
        said = float(_TEN * (parse_numeral(found["tenths"]) or 0)) + (5 if half == "半" else parse_numeral(half) or 0 if half else 0)
        off = _HALF_TENTH if half else _WHOLE_TENTH
    if abs(right - said) <= off or not likely_slip(said, right):
        return None
    if any(one.value and abs(part.value / one.value * 100 - said) <= min(off, 1.0) for _, one in places):
        return None  # it is the share of another
    return Hit(part.start, found.end(), f"{part.shown}占{written(whole.value)}的{right:.1f}%，请核对。")


def _called(text: str, one: Amount, name: str) -> bool:
    """Whether an amount is told under a name: its clause up to it holds the first two characters of the name, and the last two, too."""
    clause = _CLAUSE.split(text[: one.start])[-1][-_LABEL:] + re.split(r"[，。；、：（）\d]", text[one.end : one.end + _LABEL])[0]
    return name[:2] in clause and name[-2:] in clause


RULES = (DocumentRule(About("rate.of_named", "占比与所说总数不符", Level.QUERY, "实务"), share_of_name),)
