"""Chinese numerals among figures of one sentence become hits: 收集意见一百五十余条、整改120条 (GB/T 15835—2011 4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.amounts import amounts_in
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import FIGURES, About, PassageRule
from app.proof.spans import quoted, within
from app.text.numerals import parse_numeral

_HAN = "一二两三四五六七八九十百千"
_UNIT = "人次|户次|家次|件次|班次|车次|人(?!大)|名|户|家|件|条|台|辆|份|册|棵|株|亩|吨|平方米|万元|元|处|起|例|场|所|只|头|套|宗|批"
_NUMERAL = re.compile(
    rf"(?<![{_HAN}万亿零第初周几数第和各])(?P<number>(?=[{_HAN}]{{2,}})(?:[{_HAN}零]+))(?P<wan>万?)(?P<more>[余多]?)(?P<wan2>万?)(?P<unit>{_UNIT})"
)
_NEIGHBOURS = re.compile("[一二三四五六七八九][二三四五六七八九](?:[十百千]|$)|[十百千][一二三四五六七八九][二三四五六七八九]$")
"""三四十, 十七八: rough numbers that are written so everywhere."""
_TWO_TIMES = re.compile(
    "(?:不少于|不多于|不超过|至少|最多|每[天日周月年]|每季度|为期|先后|前后|累计|仅|只)(?P<two>二)(?P<unit>[次周天年遍轮批场]|个月|小时)(?![供污加开产元])"
)
_TWO_LEVELS = re.compile("(?<=[省市县区旗州乡镇])、[\u4e00-\u9fff]{0,3}[市县区旗乡镇村木道](?P<two>二级)(?![公医甲乙综以])")
_REACH = 26
_LEAST = 20


def exact_among_figures(passage: Passage, _: Office) -> Iterator[Hit]:
    """三十五家 next to an amount in figures."""
    yield from _among_figures(passage, rough=False)


def rough_among_figures(passage: Passage, _: Office) -> Iterator[Hit]:
    """一百五十余条 next to an amount in figures, which some offices write so on purpose."""
    yield from _among_figures(passage, rough=True)


def _among_figures(passage: Passage, *, rough: bool) -> Iterator[Hit]:
    """A numeral of twenty or more in Chinese, next to an amount in figures in the same sentence."""
    spans = quoted(passage.text)
    for found in _NUMERAL.finditer(passage.text):
        value = parse_numeral(found["number"])
        if value is None or value < _LEAST or _NEIGHBOURS.search(found["number"]) or within(spans, found.start(), found.end()):
            continue
        if rough is not bool(found["more"]):
            continue
        start = max(passage.text.rfind("。", 0, found.start()), passage.text.rfind("；", 0, found.start()), -1) + 1
        stop = min((place for mark in "。；" if (place := passage.text.find(mark, found.end())) >= 0), default=len(passage.text))
        near = [
            one
            for one in amounts_in(passage.text)
            if start <= one.start and one.end <= stop and (0 <= found.start() - one.end <= _REACH or 0 <= one.start - found.end() <= _REACH)
        ]
        if near:
            right = f"{value}{found['wan']}{found['more']}{found['wan2']}{found['unit']}"
            yield Hit(found.start(), found.end(), "同一句里的数写法要一致，这里也用数字。", right)


def two_times(passage: Passage, _: Office) -> Iterator[Hit]:
    """不少于二次, 为期二周: behind a word that counts, 两 stands before what is counted."""
    for found in _TWO_TIMES.finditer(passage.text):
        unit = found["unit"]
        yield Hit(found.start("two"), found.end("unit"), f"“二{unit}”一般写“两{unit}”或“2{unit}”。", f"两{unit}")


def two_levels(passage: Passage, _: Office) -> Iterator[Hit]:
    """市、县二级: two levels that are counted, no second level."""
    for found in _TWO_LEVELS.finditer(passage.text):
        yield Hit(found.start("two"), found.end("two"), "说的是两个层级，写“两级”。", "两级")


RULES = (
    PassageRule(About("number.two_levels", "“市、县二级”", Level.QUERY, "《现代汉语八百词》；实务"), two_levels, needs="二"),
    PassageRule(About("number.two_times", "“不少于二次”", Level.QUERY, "《现代汉语八百词》；实务"), two_times, needs="二"),
    PassageRule(About("number.style", "汉字数与数字并用", Level.QUERY, "GB/T 15835—2011 4.3"), exact_among_figures, needs=FIGURES),
    PassageRule(
        About("number.style_rough", "汉字约数与数字并用", Level.HINT, "GB/T 15835—2011 4.3；实务"), rough_among_figures, needs=FIGURES
    ),
)
