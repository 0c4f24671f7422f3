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


RULES = (
    PassageRule(About("number.style", "汉字数与数字并用", Level.QUERY, "GB/T 15835—2011 4.3"), exact_among_figures, needs=FIGURES),
    PassageRule(
        About("number.style_rough", "汉字约数与数字并用", Level.HINT, "GB/T 15835—2011 4.3；实务"), rough_among_figures, needs=FIGURES
    ),
)
