"""Growth told beside what there was before becomes a hit where the figures give another: 11.16亿元…比去年同期的9.3亿元增长16.7% (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.amounts import NUMBER, UNIT, Amount, amounts_in, last_place, number_of, written
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule

_UP = "增长|增加|提高|上升|扩大|增|多|升"
_DOWN = "下降|减少|降低|下滑|缩减|压减|降|少|减"
_AMOUNT = rf"{NUMBER}[万亿]?(?:{UNIT})"
_BY = rf"(?P<percent>{NUMBER})(?P<by>[%％]|倍)"
_SAYS = rf"(?:净|分别|实现)?(?P<way>{_UP}|{_DOWN}|增幅|降幅)(?:了|达到?|为|近|约)?"
_FROM = re.compile(rf"(?:比|较)[^，。；、：\d]{{0,4}}(?:\d{{4}}年)?[^，。；、：\d]{{0,8}}?(?:的|为|是)?(?P<base>{_AMOUNT}){_SAYS}{_BY}")
_MORE = re.compile(
    rf"(?:同比|环比|(?:比|较)[^，。；、：\d]{{0,4}}(?:\d{{4}}年)?[^，。；、：\d]{{0,8}}?)(?:净|多|少)?(?P<sign>增加|增长|增产|增收|增|多|减产|减收|减少|下降|降低|少|减)了?(?P<change>{_AMOUNT})"
    rf"，(?:同比|环比|增速|(?:比|较)[^，。；、：\d]{{0,8}}?)?{_SAYS}{_BY}"
)
_LATER = re.compile(
    rf"(?P<now>{_AMOUNT})[^，。；、：\d]{{0,4}}，(?:同比|环比|年均|两年|比(?:上年|去年|上年同期|去年同期|前一年)|较(?:上年|去年|上年同期|去年同期))?{_SAYS}{_BY}"
)
_THEN = re.compile(r"(?:去年|上年|原来|原有|此前|(?<!\d)20\d\d年|上半年|一季度|第一季度|上月|改造前)[^，。；]{0,16}$")
_NOW = re.compile(
    r"(?:今年|现在|目前|本月|(?<!\d)20\d\d年|达到?|增至|增加到|增长到|扩大到|提高到|升至|降至|下降到|减少到|降为|增为)[^，。；]{0,8}$"
)
_EACH = re.compile("(?:平均|每|年均|其中|单)[^，。；]{0,8}$")
_BOTH = re.compile(rf"(?P<one>{_AMOUNT})、(?P<two>{_AMOUNT})(?:分别)?{_SAYS}(?P<p1>{NUMBER})[%％][、和](?P<p2>{NUMBER})[%％]")
_POINT_SIGN = re.compile("个百分点")
_IN_POINTS = re.compile(
    rf"(?:比|较)[^，。；、：\d]{{0,4}}(?:\d{{4}}年)?[^，。；、：\d]{{0,8}}?(?:的|为|是)?{_AMOUNT}{_SAYS}(?P<points>(?P<number>{NUMBER})[%％]?个百分点)"
)
_TWO = re.compile(r"[%％][、和]\d[\d.]*[%％]")
_GROWN = re.compile(rf"(?:{_UP}|{_DOWN}|幅)(?:了|达到?|为|近|约)?\d[\d.]*(?:[%％]|倍)")
_SHARE = 0.005
"""What a growth may be off by, of itself, beside its rounding."""
_LESS = frozenset({"减少", "下降", "降低", "少", "减", "减产", "减收"})
_ROUNDED = 0.75
"""Of its last figure, what a growth may be off by: rounded, or nearly cut off."""
_FAR = 2.2
_HUNDRED = 100


def growth_from_base(passage: Passage, _: Office) -> Iterator[Hit]:
    """比去年同期的9.3亿元增长16.7%: what is told before, of one unit, is so much more than another share."""
    text = passage.text
    for found in _FROM.finditer(text):
        base = _at(text, found.start("base"))
        sentence = text.rfind("。", 0, found.start()) + 1
        now = [one for one in amounts_in(text) if base and sentence <= one.start and one.end <= found.start() and one.unit == base.unit]
        if base:
            yield from _judged(text, found, [(base, one) for one in now])


def growth_of_change(passage: Passage, _: Office) -> Iterator[Hit]:
    """8.4万人，比上学年净增4000人，增长4.8%: the growth is of what there was before."""
    text = passage.text
    for found in _MORE.finditer(text):
        change = _at(text, found.start("change"))
        sentence = text.rfind("。", 0, found.start()) + 1
        before = [
            one for one in amounts_in(text) if change and sentence <= one.start and one.end <= found.start() and one.unit == change.unit
        ]
        if change is None or not before or change.rough:
            continue
        sign = -1 if found["sign"] in _LESS else 1
        now, said = before[-1], _said(found)
        before = [one for one in before if one.value > change.value or sign < 0]
        bases = [one.value - sign * change.value for one in before]
        rights = [change.value / base * _HUNDRED for base in bases]
        slack = [
            (last_place(text, change) * _HUNDRED + right * last_place(text, one)) / base
            for one, base, right in zip(before, bases, rights, strict=True)
        ]
        if now.rough or not rights or any(_fits(right, found, off) for right, off in zip(rights, slack, strict=True)):
            continue
        right = rights[-1]
        if right > 0 and said and 1 / _FAR < said / right < _FAR:
            yield Hit(
                found.start("percent"),
                found.end(),
                f"由{written(now.value - sign * change.value)}到{now.shown}，变化是{right:.1f}%，请核对。",
            )


def growth_since(passage: Passage, _: Office) -> Iterator[Hit]:
    """去年8600亩，今年扩大到1.29万亩，扩大了33.3%: two figures of two times, and the growth."""
    text = passage.text
    for found in found_by(_GROWN, _LATER, text):
        now = _at(text, found.start("now"))
        if now is None or not _NOW.search(text[: now.start]) or _EACH.search(text[: now.start]):
            continue
        sentence = text.rfind("。", 0, found.start()) + 1
        before = [one for one in amounts_in(text) if sentence <= one.start and one.end <= now.start]
        if not before or before[-1].unit != now.unit or not _THEN.search(text[sentence : before[-1].start]):
            continue
        if "；" not in text[before[-1].end : now.start] and "由" not in text[max(0, before[-1].start - 8) : before[-1].start]:
            yield from _judged(text, found, [(before[-1], now)])


def growth_of_two(passage: Passage, _: Office) -> Iterator[Hit]:
    """4800份，19.2亿元，分别比上年同期的4000份、15亿元增长20%和22%: two growths in the order of their figures."""
    text = passage.text
    for found in found_by(_TWO, _BOTH, text):
        amounts = [one for one in amounts_in(text) if one.start >= text.rfind("。", 0, found.start()) + 1]
        for name, percent in (("one", "p1"), ("two", "p2")):
            base = _at(text, found.start(name))
            now = [one for one in amounts if base and one.end <= found.start() and one.unit == base.unit]
            if base is None or len(now) != 1 or not base.value or now[0].rough:
                continue
            right, said = abs(now[0].value - base.value) / base.value * _HUNDRED, _said(found, percent)
            if not _fits(right, found, 0.0, percent) and 1 / _FAR < said / max(right, 0.1) < _FAR:
                words = f"由{base.shown}到{now[0].shown}，变化是{right:.1f}%，请核对。"
                yield Hit(found.start(percent), found.end(percent) + 1, words)


def growth_in_points(passage: Passage, _: Office) -> Iterator[Hit]:
    """比上年同期的1.25亿元增长18.4个百分点: an amount grows by per cent."""
    for found in found_by(_POINT_SIGN, _IN_POINTS, passage.text):
        yield Hit(found.start("points"), found.end("points"), "数量的增减用“%”，不用“个百分点”。", f"{found['number']}%")


def _at(text: str, place: int) -> Amount | None:
    return next((one for one in amounts_in(text) if one.start == place), None)


def _said(found: re.Match[str], name: str = "percent") -> float:
    """The growth in per cent, as it is written."""
    return number_of(found[name]) * (_HUNDRED if name == "percent" and found["by"] == "倍" else 1)


def _fits(right: float, found: re.Match[str], slack: float, name: str = "percent") -> bool:
    """Whether a growth comes to what is said, rounded or cut off."""
    step = 10 ** -len(found[name].partition(".")[2]) * (_HUNDRED if name == "percent" and found["by"] == "倍" else 1)
    return bool(abs(right - _said(found, name)) <= step * _ROUNDED + right * _SHARE + slack)


def _judged(text: str, found: re.Match[str], pairs: list[tuple[Amount, Amount]]) -> Iterator[Hit]:
    """The growth against each pair of before and now: one that fits settles it, else the last one counts."""
    said = _said(found)
    pairs = [(then, now) for then, now in pairs if then.value and not then.rough and not now.rough]
    up = re.fullmatch(f"{_UP}|增幅", found["way"])
    rights = [((now.value - then.value) if up else (then.value - now.value)) / then.value * _HUNDRED for then, now in pairs]
    slack = [(last_place(text, then) + last_place(text, now)) / then.value * _HUNDRED / 2 for then, now in pairs]
    if not rights or any(_fits(right, found, off) for right, off in zip(rights, slack, strict=True)):
        return
    right, (then, now) = min(zip(rights, pairs, strict=True), key=lambda one: abs(one[0] - said))
    if right > 0 and said and 1 / _FAR < said / right < _FAR:
        told = f"{right / _HUNDRED:.3g}倍" if found["by"] == "倍" else f"{right:.1f}%"
        yield Hit(found.start("percent"), found.end(), f"由{then.shown}到{now.shown}，变化是{told}，请核对。")


RULES = (
    PassageRule(About("percent.of_amount", "数量增减的百分点", Level.QUERY, "实务"), growth_in_points, needs="点"),
    PassageRule(About("sum.growth_from", "增幅与所比的数不符", Level.QUERY, "实务"), growth_from_base, needs="比较"),
    PassageRule(About("sum.growth_of_change", "增幅与增减数不符", Level.QUERY, "实务"), growth_of_change, needs="比较"),
    PassageRule(About("sum.growth_since", "增幅与前后两年不符", Level.QUERY, "实务"), growth_since, needs="%％倍"),
    PassageRule(About("sum.growth_of_two", "两项增幅与所比的数不符", Level.QUERY, "实务"), growth_of_two, needs="%％"),
)
