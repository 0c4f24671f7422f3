"""A rate or share that the figures before it don't give becomes a hit: 发现45个，已整改36个，整改率75%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from app.proof.amounts import NUMBER, UNIT, Amount, amounts_in, number_of
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.text.chars import HAN

_RATE = re.compile(rf"(?P<verb>[{HAN}]{{2}})[率面](?:均?达到?|为|是|约|高达|保持在)?了?(?P<percent>{NUMBER})[%％]")
_SHARE = re.compile(rf"占(?:比|(?!地)[^，。；、\d%％]{{0,10}}?(?:的|总数|总量|比重)?)(?:达到?|约?为|约)?(?P<percent>{NUMBER})[%％]")
_OF = re.compile(rf"(?P<whole>{NUMBER}[万亿]?(?:{UNIT}))的(?P<percent>{NUMBER})[%％]")
_BEHIND = re.compile(rf"率(?:达到?|为|是)?(?P<percent>{NUMBER})[%％]（(?:已[\u4e00-\u9fff]{{2}})?(?P<part>{NUMBER}(?:{UNIT}))）")
_PLAN = re.compile(rf"(?:计划|目标|任务)[^，。；、\d%％]{{0,6}}?(?P<whole>{NUMBER}[万亿]?(?:{UNIT}))")
_OF_PLAN = re.compile(
    rf"(?<![\d.,])(?P<part>{NUMBER}[万亿]?(?:{UNIT}))，(?:占|完成)(?:年度|全年|年|总)(?:计划|目标|任务)(?:投资|任务|目标|数)?的(?P<percent>{NUMBER})[%％]"
)
_AMONG = re.compile("[\u4e00-\u9fff]{0,12}中(?:，(?:已|共)?有?|(?:已|共)?有)")
_AMONG_ALL = re.compile(f"[{HAN}]{{1,12}}中，?(?:已|共)?有$")
"""Between a whole and its part: 36个行业中，有27个行业…，增长面为75%."""
_CLAUSE = 24
_OF_ALL = re.compile("全[国省市县区州旗镇乡村校院]")
_PART = re.compile("其中|已|完成|实际|实[到有收缴]|收回|回收|办结|整改|合格|达标|参加|通过|成功|化解|销号|上线|开通|建成|签约")
_CLOSE = 16.0
"""A share further off than so many points is one of something else, as is one that is more than half as large again."""
_FACTOR = 1.7
_CLOSE_OF_WHICH, _FACTOR_OF_WHICH = 60.0, 4.0
"""What is told right behind its whole, 其中 between them, is its part however far off the share is."""
_OF_WHICH = re.compile(r"(?:左右)?，其中(?!.*其中)[^，。；、：\d]{1,14}\d[\d.,]*[万亿]?[^，。；、\d]{1,4}，")
_ROUGHLY = 0.1
"""What the share of a rough whole may be off by, of itself."""
_FULL = 100.0
_LEAST = 2.0
_WITHOUT = re.compile("存在|故障|不合格|问题|未|不|缺")
"""Parts that a rate leaves out: of 23, 5 with faults, 78.3% are whole."""
_OF_AMONG = re.compile(
    rf"(?<![\d.])(?P<whole>{NUMBER}(?:{UNIT}))[{HAN}]{{0,10}}中，?(?:已|共)?有(?P<part>{NUMBER}(?:{UNIT}))(?:(?!其中|占)[^。；\d]|(?:不足|超过|以上|达到?)\d[\d.]*){{2,40}}，占(?:比)?(?:达到?|约)?(?P<percent>{NUMBER})[%％]"
)
_REACH = 110
_NEAR, _LEAD = 40, 12


def rate_differs(passage: Passage, _: Office) -> Iterator[Hit]:
    """A rate (整改率) beside the two figures that it is made of."""
    for found in _RATE.finditer(passage.text):
        amounts = _before(passage.text, found.start())
        part = _labelled(passage.text, found["verb"], amounts)
        amounts = amounts[: amounts.index(part) + 1] if part else []
        whole = _whole(found, part, amounts[:-1]) if part else None
        if part is None or whole is None:
            continue
        words = passage.text[whole.end : part.start]
        if (
            "、" in words
            and len(amounts) > 1
            and amounts[-2] is not whole
            and found["verb"] not in passage.text[amounts[-2].end : part.start]
        ):
            continue  # 参保52.6万人，其中职工6.4万人、居民46.2万人，参保率98.1%: the rate of all, not of the last part
        done = set(found["verb"]) & set(passage.text[whole.end : found.start()])
        if found["verb"] in words or _AMONG_ALL.match(words) or (_PART.search(words) and done and not words.startswith("、")):
            yield from _judged(found, part, whole, amounts)


def rate_before_part(passage: Passage, _: Office) -> Iterator[Hit]:
    """隐患276处，整改率为98.9%（269处）: the part stands behind its rate."""
    for found in _BEHIND.finditer(passage.text):
        amounts = amounts_in(passage.text)
        part = next((one for one in amounts if one.start == found.start("part")), None)
        whole = next((one for one in reversed(amounts) if part and one.end <= found.start() and one.unit == part.unit), None)
        if part and whole and whole.value >= part.value:
            yield from _judged(found, part, whole, [])


def share_differs(passage: Passage, _: Office) -> Iterator[Hit]:
    """A share (占65%) of the figure before, or 6000人的81%."""
    for found in _SHARE.finditer(passage.text):
        amounts = _before(passage.text, found.start())
        part = amounts[-1] if amounts else None
        whole = _whole(found, part, amounts[:-1]) if part else None
        named = _OF_ALL.search(found[0])
        elsewhere = whole and named and named[0] not in passage.text[: whole.start]
        between = passage.text[part.end : found.start()] if part else ""
        if part and whole and not elsewhere and _planned(found[0], passage.text[: whole.start]):
            continue  # 夏播35万亩，占计划面积的71%: the plan isn't among the figures
        told = whole and _AMONG.match(passage.text, whole.end) and len(between) < _CLAUSE and not re.search(r"[。；：\d]", between)
        if part and whole and not elsewhere and (len(between) < 4 or told):
            yield from _judged(found, part, whole, amounts)
    for found in _OF.finditer(passage.text):
        amounts = _before(passage.text, found.start("percent"))
        if len(amounts) > 1 and amounts[-1].start == found.start("whole") and amounts[-2].unit == amounts[-1].unit:
            yield from _judged(found, amounts[-2], amounts[-1], amounts)


def share_among(passage: Passage, _: Office) -> Iterator[Hit]:
    """抽样的36个村中，有21个村收入不足10万元，占85.3%: what is said of the part stands between it and its share."""
    for found in _OF_AMONG.finditer(passage.text):
        told = {one.start: one for one in amounts_in(passage.text)}
        whole, part = told.get(found.start("whole")), told.get(found.start("part"))
        if whole and part and whole.unit == part.unit and 0 < part.value <= whole.value:
            yield from _judged(found, part, whole, [], sure=True)


def share_of_plan(passage: Passage, _: Office) -> Iterator[Hit]:
    """年度计划投资42亿元…完成投资30.24亿元，占年度计划的75%: the share of a plan that was told before."""
    for found in _OF_PLAN.finditer(passage.text):
        amounts = amounts_in(passage.text)
        part = next((one for one in amounts if one.start == found.start("part")), None)
        plans = [one.start("whole") for one in _PLAN.finditer(passage.text, 0, found.start())]
        whole = next((one for one in reversed(amounts) if part and one.start in plans and one.unit == part.unit), None)
        if part and whole and len(plans) == 1:
            yield from _judged(found, part, whole, [], sure=not re.search("[。；]|到位", passage.text[whole.end : part.start]))


def _labelled(text: str, verb: str, amounts: Sequence[Amount]) -> Amount | None:
    """The part that a rate speaks of: the last amount, or one before it that alone is told with the verb (已完工22个，在建9个，完工率…)."""
    if not amounts:
        return None
    labels = [text[before.end : one.start] for before, one in pairwise(amounts)]
    told = [one for label, one in zip(labels, amounts[1:], strict=True) if verb in label and not _WITHOUT.search(label)]
    alike = len(told) == 1 and all(one.unit == told[0].unit for one in amounts[amounts.index(told[0]) :])
    return told[0] if alike and verb not in labels[-1] else amounts[-1]


def _planned(share: str, before: str) -> bool:
    """Whether a share is one of something planned that was not told before: 占年度目标任务的60%."""
    base = re.search("计划|目标|任务|预算|应[\u4e00-\u9fff]", share)
    return base is not None and base[0] not in before


def _before(text: str, place: int) -> list[Amount]:
    """The amounts of the sentence and the one before it, as far as they are near."""
    start = max(text.rfind("。", 0, max(0, text.rfind("。", 0, place))) + 1, place - _REACH, 0)
    return [one for one in amounts_in(text) if start <= one.start and one.end <= place]


def _whole(found: re.Match[str], part: Amount, amounts: Sequence[Amount]) -> Amount | None:
    """Of the amounts that the part can be one of, that which suits the percentage best, the nearest one of equals."""
    said = float(found["percent"])
    without = _WITHOUT.search(found.string[max(0, part.start - _LEAD) : part.start])
    fits = [one for one in reversed(amounts) if one.unit == part.unit and one.value >= part.value and one.value]
    return min(
        fits,
        key=lambda one: min(abs(part.value / one.value * 100 - said), abs(100 - part.value / one.value * 100 - said) if without else _FULL),
        default=None,
    )


def _judged(found: re.Match[str], part: Amount, whole: Amount, amounts: Sequence[Amount], *, sure: bool = False) -> Iterator[Hit]:
    said, right = number_of(found["percent"]), part.value / whole.value * 100 if whole.value else 0.0
    decimals = len(found["percent"].partition(".")[2])
    step = 10**-decimals
    near = step - 1e-9  # rounded, or cut off
    of_which = sure or _OF_WHICH.fullmatch(found.string, whole.end, found.start()) is not None
    if _WITHOUT.search(found.string[max(0, part.start - _LEAD) : part.start]) and abs(100 - right - said) < abs(right - said):
        right = 100 - right
    close, factor = (_CLOSE_OF_WHICH, _FACTOR_OF_WHICH) if of_which else (_CLOSE, _FACTOR)
    far = abs(said - right) >= close or not 1 / factor < said / max(right, 0.1) < factor
    rough = part.rough or (whole.rough and not (of_which and abs(said - right) > right * _ROUGHLY))
    slip = _figure_slip(f"{right:.{decimals}f}", found["percent"]) and not part.rough and not whole.rough
    if said == 100 or rough or right < _LEAST or (far and not slip) or -step / 2 - 1e-9 <= right - said <= near:
        return
    pairs = (sorted((a.value, b.value)) for a, b in combinations(amounts, 2) if {a, b} != {part, whole})
    if any(high and abs(low / high * 100 - said) <= near for low, high in pairs):
        return  # it is the share of another pair
    start, end = found.start("percent"), found.end()
    if 0 < start - part.start < _NEAR and not re.search(r"[\d。；]", found.string[part.end : found.start()]):  # either may be wrong
        start = part.start
    yield Hit(start, end, f"{part.shown}占{whole.shown}的{right:.{max(decimals, 1)}f}%，请核对。")


def _figure_slip(right: str, said: str) -> bool:
    """Whether a figure too many, too few, or another one has been struck: 9.6 and 19.6, 21.4 and 31.4, 73.5 and 37.5."""
    if len(right) == len(said):
        return sum(one != other for one, other in zip(right, said, strict=True)) == 1 and right[-1] == said[-1]
    long, short = (right, said) if len(right) > len(said) else (said, right)
    return len(long) == len(short) + 1 and "." in short and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


_NAMED = re.compile(
    rf"(?P<part>[{HAN}]{{2,10}})占(?!地|比)(?:全[省市县区]的?)?(?P<whole>[{HAN}]{{2,10}}?)(?:总量|总额|总数)?的?(?:比重|比例|份额)?(?:达到?|为|约为?)?(?P<percent>{NUMBER})[%％]"
)


def share_of_named(passage: Passage, _: Office) -> Iterator[Hit]:
    """税费收入268.4亿元…税收收入166.5亿元…税收收入占税费收入的68%: both are told by their names."""
    for found in _NAMED.finditer(passage.text):
        part, whole = (_named_amount(passage.text, found[name], found.start()) for name in ("part", "whole"))
        if part and whole and part.unit == whole.unit and part.value < whole.value:
            yield from _judged(found, part, whole, [], sure=True)


def _named_amount(text: str, name: str, place: int) -> Amount | None:
    """The one amount that stands right behind a name before the place."""
    amounts = {one.start: one for one in amounts_in(text) if one.end <= place}
    ends = [found.end() for found in re.finditer(rf"{re.escape(name)}(?:为|达到?|完成|共)?", text[:place])]
    told = [amounts[end] for end in ends if end in amounts]
    return told[0] if len(told) == 1 else None


RULES = (
    PassageRule(About("rate.differs", "比率与前面数字不符", Level.QUERY, "实务"), rate_differs, needs="%％"),
    PassageRule(About("rate.before_part", "比率与括号里的数字不符", Level.QUERY, "实务"), rate_before_part, needs="%％"),
    PassageRule(About("rate.among", "占比与所在的总数不符", Level.QUERY, "实务"), share_among, needs="占"),
    PassageRule(About("rate.of_plan", "完成计划的比率", Level.QUERY, "实务"), share_of_plan, needs="%％"),
    PassageRule(About("rate.named", "占比与点名的两个数不符", Level.QUERY, "实务"), share_of_named, needs="占"),
    PassageRule(About("rate.share", "占比与前面一个数不符", Level.QUERY, "实务"), share_differs, needs="%％"),
)
