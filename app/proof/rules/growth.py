"""Growth held against the figures before and after becomes hits: 由5万吨增加到6万吨，增长10%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.amounts import NUMBER, SCALES, UNIT, number_of, written
from app.proof.changes import FALLS, RISES, moves_in
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule

_UP = ("增加", "增长", "增产", "增收", "上升", "提高", "多")
_GROWN = re.compile(
    rf"(?P<now>{NUMBER})(?P<scale>[万亿]?)(?P<unit>{UNIT})，(?:同比|[较比][^，。；\d]{{1,12}}?)"
    rf"(?P<up>增加|增长|增产|增收|上升|提高|多|减少|减产|减收|下降|少)了?(?P<change>{NUMBER})(?P<change_scale>[万亿]?)(?P=unit)"
    rf"，(?:增长|增幅|增加|上升|提高|下降|降幅|减少)(?:了|达|为)?(?P<percent>{NUMBER})[%％]"
)
_VERSUS = re.compile(
    rf"(?P<now>{NUMBER})(?P<scale>[万亿]?)(?P<unit>{UNIT})，[比较][^，。；]{{1,20}}?的(?P<then>{NUMBER})(?P=scale)(?P=unit)"
    rf"(?:偏少|偏多|增长|增加|上升|提高|下降|降低|减少|多|少)了?(?:(?P<percent>{NUMBER})[%％]|(?P<more>{NUMBER})(?P=scale)(?P=unit))"
)
_TOLD_FIRST = re.compile(
    rf"(?P<clause>[^，。；：、\d]{{0,12}})(?:{RISES}|{FALLS}|净增)了?(?P<thing>[^，。；：、\d]{{0,6}}?)(?P<change>{NUMBER})(?P<scale>[万亿]?)(?P<unit>[%％]|个?工作日|个月|个百分点|{UNIT})"
    r"，(?P<what>[^，。；：、\d]{0,8}?)(?:由|从)[^，。；：、\d]{0,12}$"
)
_PACE = re.compile("年均|平均|每|递|环比|[比较][上去前]")
"""What makes the difference one of each year, or of another time."""
_REACH = 60
"""Characters before a change from one level to another in which its difference may stand."""
_CENT = 1e-6
_ROUNDED_TIMES = 0.05


def growth_of_base(passage: Passage, _: Office) -> Iterator[Hit]:
    """5600人次，比去年同期增加1400人次，增长25%: the growth is of what there was before."""
    for found in _GROWN.finditer(passage.text):
        now, change, said = (number_of(found[name]) for name in ("now", "change", "percent"))
        base = now - change if found["up"] in _UP else now + change
        right = change / base * 100 if base > 0 else 0.0
        if found["scale"] == found["change_scale"] and right and abs(right - said) > max(0.6, right * 0.02):
            yield Hit(found.start("percent"), found.end(), f"由{base:g}到{now:g}，变化是{right:.1f}%，请核对。")
    for found in _VERSUS.finditer(passage.text):
        now, then = number_of(found["now"]), number_of(found["then"])
        if found["more"]:
            if abs(abs(now - then) - number_of(found["more"])) > _CENT:
                yield Hit(found.start("more"), found.end(), f"{found['now']}和{found['then']}相差{abs(now - then):g}，请核对。")
            continue
        said = number_of(found["percent"])
        right = abs(now - then) / then * 100 if then else 0.0
        if right and abs(right - said) > max(0.6, right * 0.02):
            yield Hit(found.start("percent"), found.end(), f"由{then:g}到{now:g}，变化是{right:.1f}%，请核对。")


def growth(passage: Passage, _: Office) -> Iterator[Hit]:
    """From a to b, and then a growth that isn't their difference."""
    for move in moves_in(passage.text):
        low, high, change = move.low, move.high, move.change
        place = move.change_start, move.change_end
        if not change or move.unit in "%％":
            continue
        if move.change_unit in "%％":
            right = abs(high - low) / low * 100 if low else 0.0
            if low and abs(right - change) > max(0.6, right * 0.02):
                yield Hit(*place, f"由{written(low)}到{written(high)}，变化是{right:.1f}%，请核对。")
        elif move.change_unit == "倍":
            if low and change > 1 and abs(high / low - change) < _ROUNDED_TIMES:
                yield Hit(*place, f"由{written(low)}到{written(high)}，是原来的{change:g}倍，增加{change - 1:g}倍。", f"{change - 1:g}倍")
        elif move.change_unit == move.unit and abs(abs(high - low) - change) > _CENT * max(high, 1):
            yield Hit(*place, f"由{written(low)}到{written(high)}，相差{abs(high - low):.10g}，请核对。")


def growth_told_first(passage: Passage, _: Office) -> Iterator[Hit]:
    """缩短工期15天，由120天压缩到100天: the difference stands before what it is the difference of."""
    for move in moves_in(passage.text):
        told = _TOLD_FIRST.search(passage.text, max(0, move.start - _REACH), move.start)
        if told is None or move.unit in "%％" or not _one_thing(told["clause"] + told["thing"], told["what"]):
            continue
        change, apart = number_of(told["change"]) * SCALES[told["scale"]], abs(move.high - move.low)
        if told["unit"] in ("%", "％"):
            right = apart / move.low * 100 if move.low else 0.0
            wrong = right > 0 and abs(right - change) > max(0.6, right * 0.02)
            shown = f"变化是{right:.1f}%"
        else:
            wrong = told["unit"].startswith(move.unit) and abs(apart - change) > _CENT * max(move.high, 1)
            shown = f"相差{written(apart)}"
        if wrong:
            yield Hit(told.start("change"), told.end("unit"), f"由{written(move.low)}到{written(move.high)}，{shown}，请核对。")


def _one_thing(before: str, what: str) -> bool:
    """Whether nothing is named between the difference and 由, or just what was named before; and no other time is held against it."""
    return not _PACE.search(before) and (not what or what.removesuffix("总数").removesuffix("总量") in before)


RULES = (
    PassageRule(About("sum.growth_of_base", "增幅与前后数字不符", Level.QUERY, "实务"), growth_of_base, needs="比较"),
    PassageRule(About("sum.growth", "增减与前后数字不符", Level.ERROR, "实务"), growth, needs="由从"),
    PassageRule(About("sum.growth_told_first", "先说的增减与前后数字不符", Level.QUERY, "实务"), growth_told_first, needs="由从"),
)
