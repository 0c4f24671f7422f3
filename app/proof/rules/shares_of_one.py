"""Shares of one whole that don't agree with one another, or with the figures beside them, become hits (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.proof.amounts import NUMBER, UNIT, number_of
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.records import dataclass

_N = r"(?<!\d)\d+(?:\.\d+)?"
_PAIR = re.compile(
    rf"(?<![\d.,约近])(?P<number>{NUMBER})(?P<scale>[万亿]?)(?P<unit>{UNIT})[，、（]?(?:分别)?占(?:比)?[^，。；、\d%％]{{0,12}}?(?:达到?|为)?(?P<percent>{_N})[%％]"
)
_TOGETHER = (
    ("男", "女"),
    ("城镇", "农村"),
    ("城镇", "乡村"),
    ("城市", "农村"),
    ("国内", "国外"),
    ("线上", "线下"),
    ("公有", "非公"),
    ("以上", "以下"),
    ("出口", "进口"),
    ("赞成", "反对"),
)
_PAIRS_OF_SHARES = tuple(
    re.compile(
        rf"{one}[^，。；、\d%％]{{0,6}}(?:{NUMBER}[万亿]?(?:{UNIT})，?)?占(?:比)?[^，。；、\d%％约近]{{0,6}}?(?P<one>{_N})[%％][，、；]"
        rf"(?:而)?[^，。；、\d%％]{{0,4}}{other}[^，。；、\d%％]{{0,6}}(?:{NUMBER}[万亿]?(?:{UNIT})，?)?占(?:比)?[^，。；、\d%％约近]{{0,6}}?(?P<other>{_N})[%％]"
        rf"(?![，、；][^，。；、\d%％]{{1,10}}(?:{NUMBER}[万亿]?(?:{UNIT})，?)?占)"
    )
    for one, other in (*_TOGETHER, *((b, a) for a, b in _TOGETHER))
)
_RATIO = re.compile(
    rf"(?:产业|结构|比例|占比|比重|构成|调整[为到]|优化[为到])[^。；]{{0,16}}?(?<![\d.:：∶])(?P<list>{_N}(?:[:：∶]{_N}){{2,5}})(?![\d:：∶])"
)
_TWO_SHARES = re.compile("占[^，。；、]{1,12}[%％][，、；][^，。；、]{1,12}占")
_ONE_SHARE = re.compile(rf"(?P<label>[^，。；、：\d%％占中]{{1,10}})占比?(?:为|达到?|约)?(?P<percent>{_N})[%％]")
_KINDS = re.compile(rf"(?:{_ONE_SHARE.pattern.replace('?P<label>', '?:').replace('?P<percent>', '?:')}[，、；]?){{3,8}}")
_GAP = 44
"""Characters between two shares of one list, at most."""
_FEWEST = 3
_WHOLE, _ELSE = 100.0, 12.0
_FACTOR = 2.2
_ROUNDED = 0.11
"""What each share may be off by."""
_TIGHT = 1.12
"""The wholes that the other shares give must be this near to one another."""


@dataclass(frozen=True, slots=True)
class _Share:
    """An amount with its share: the whole lies between `least` and `most`."""

    start: int
    end: int
    least: float
    most: float
    value: float
    percent: float


def odd_share(passage: Passage, _: Office) -> Iterator[Hit]:
    """Of three or more amounts with their shares of one whole, the one whose whole is another."""
    for shares in _lists(passage.text):
        odd = [one for one in shares if not _agree([other for other in shares if other is not one], one)]
        filled = len(odd) > 1  # each doubts the other: all of them come to 100 per cent where the wrong one is put right
        odd = [one for one in odd if _fills(shares, one)] if filled else odd
        for one in odd if len(odd) == 1 else ():
            if not filled and not _tight([other for other in shares if other is not one]):
                continue
            right = _by_others(shares, one)
            if 1 / _FACTOR < one.percent / right < _FACTOR:
                yield Hit(one.start, one.end, f"按其他几项的占比推算，这一项约占{right:.1f}%，请核对。")


def _by_others(shares: Sequence[_Share], one: _Share) -> float:
    """The share that the whole of the others gives: of those the one whose whole is told most closely."""
    whole = min((other for other in shares if other is not one), key=lambda other: other.most - other.least)
    return one.value / ((whole.least + whole.most) / 2) * 100


def _fills(shares: Sequence[_Share], one: _Share) -> bool:
    """Whether the shares come to 100 per cent with this one as the others give it, and don't as it is."""
    others = sum(other.percent for other in shares if other is not one)
    off = _ROUNDED * len(shares)
    return abs(others + _by_others(shares, one) - _WHOLE) <= off < abs(others + one.percent - _WHOLE)


def _agree(others: Sequence[_Share], one: _Share) -> bool:
    """Whether a share may be one of the whole of the others; where these don't agree among themselves nobody can say."""
    least, most = max(other.least for other in others), min(other.most for other in others)
    return least > most or not (one.most < least or one.least > most)


def _tight(shares: Sequence[_Share]) -> bool:
    return min(one.most for one in shares) / max(min(one.least for one in shares), 1e-9) < _TIGHT and len(shares) > 1


def _lists(text: str) -> Iterator[list[_Share]]:
    """Runs of amounts of one unit with their shares, near to one another."""
    run: list[_Share] = []
    unit = ""
    for found in _PAIR.finditer(text):
        between = text[run[-1].end : found.start()] if run else ""
        if run and (found["unit"] != unit or len(between) > _GAP or "其中" in between):
            yield from [run] if len(run) >= _FEWEST else []
            run = []
        value, percent = number_of(found["number"]) * {"": 1, "万": 1e4, "亿": 1e8}[found["scale"]], float(found["percent"])
        step = 10.0 ** -len(found["percent"].partition(".")[2])
        rounded = (
            0.5 * 10.0 ** -len(found["number"].partition(".")[2]) * {"": 1, "万": 1e4, "亿": 1e8}[found["scale"]]
            if "." in found["number"]
            else 0
        )
        if percent > step:
            unit = found["unit"]
            least, most = (value - rounded) / (percent + step) * 100, (value + rounded) / (percent - step / 2 - 1e-9) * 100
            run.append(_Share(found.start(), found.end(), least, most, value, percent))
    if len(run) >= _FEWEST:
        yield run


def two_shares(passage: Passage, _: Office) -> Iterator[Hit]:
    """男性占67.2%，女性占33.8%: two shares that are all, and don't come to 100 per cent."""
    for pattern in _PAIRS_OF_SHARES:
        for found in pattern.finditer(passage.text):
            total = float(found["one"]) + float(found["other"])
            decimals = max(len(found[name].partition(".")[2]) for name in ("one", "other"))
            if 1.01 * 10**-decimals < abs(total - _WHOLE) < _ELSE:
                yield Hit(found.start("one"), found.end(), f"两项占比加起来是{total:g}%，不是100%，请核对。")


def shares_of_kinds(passage: Passage, _: Office) -> Iterator[Hit]:
    """第一产业占12%，第二产业占45%，第三产业占46%: shares of things of one kind that come to more than the whole."""
    for found in found_by(_TWO_SHARES, _KINDS, passage.text):
        labels = [one["label"] for one in _ONE_SHARE.finditer(found[0])]
        total = sum(float(one["percent"]) for one in _ONE_SHARE.finditer(found[0]))
        alike = len(labels) >= _FEWEST and len({label[-1] for label in labels}) == 1
        if alike and (
            1.0 < total - _WHOLE < 2 * _ELSE or (labels[0].startswith("第一") and 1.0 < _WHOLE - total < _ELSE and len(labels) == 3)
        ):
            yield Hit(found.start(), found.end(), f"几项占比加起来是{total:g}%，不是100%，请核对。")


def ratio_of_all(passage: Passage, _: Office) -> Iterator[Hit]:
    """三次产业占比为8.2∶46.3∶47.5: parts of a hundred that come to another sum."""
    for found in _RATIO.finditer(passage.text):
        numbers = re.findall(r"\d+(?:\.\d+)?", found["list"])
        total = sum(float(number) for number in numbers)
        decimals = max(len(number.partition(".")[2]) for number in numbers)
        if 0.51 * 10**-decimals * len(numbers) < abs(total - _WHOLE) < _ELSE:
            yield Hit(found.start("list"), found.end("list"), f"各部分加起来是{total:g}，不是100，请核对。")


RULES = (
    PassageRule(About("rate.odd", "几项占比互不相符", Level.QUERY, "实务"), odd_share, needs="占"),
    PassageRule(About("percent.two", "两项占比之和", Level.QUERY, "实务"), two_shares, needs="占"),
    PassageRule(About("percent.kinds", "同类占比之和", Level.QUERY, "实务"), shares_of_kinds, needs="占"),
    PassageRule(About("percent.ratio", "构成之和不是100", Level.QUERY, "实务"), ratio_of_all, needs=":：∶"),
)
