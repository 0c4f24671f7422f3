"""A text becomes what it says of change: 由82%提高到91%，提高9个百分点, with both levels and the change, each in one scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.proof.amounts import NUMBER, SCALES, number_of
from app.records import dataclass
from app.text.chars import HAN

RISES = "提高|提升|上升|增长|增加|扩大|扩充|扩展|上涨|上调|升|增|涨|扩"
FALLS = "下降|降低|减少|压缩|缩短|压减|压降|缩减|回落|下滑|收窄|下调|减轻|降|减|跌"
_WHEN = r"(?:(?:今年|去年|上年|当年|同年)?(?:\d{4}年|\d{1,2}月)(?:[底末初份]|同期|前|以前)?(?:时)?的?)?"
_UNIT = rf"[%％‰℃㎡]|个?工作日|个月|个百分点|(?![年月日号届期版级点代名位])[{HAN}]"
"""Mostly the first character of a unit will do to tell two of them apart; what is counted from first to last (第3位) is no level."""
_MOVE = re.compile(
    rf"(?:由|从)(?P<lead>[^，。；：、\d%％]{{0,16}}?){_WHEN}[^，。；：、\d%％第]{{0,12}}?(?<![-－—.:：∶/第])(?P<low>{NUMBER})(?P<low_scale>[万亿]?)(?P<unit>{_UNIT})"
    rf"(?P<inner>[^，。；：、\d%％]{{0,16}}?)(?P<way>{RISES}|{FALLS}|发展|调整|变|延长|优化|精简|更新|扩容|增容|增设|拓展|整合)(?:到了|[到至为成])了?{_WHEN}[^，。；：、\d%％第]{{0,10}}?"
    rf"(?<![-－—.:：∶/第])(?P<high>{NUMBER})(?P<high_scale>[万亿]?)(?P=unit)"
)
_CHANGE = re.compile(
    rf"[^，。；：、\d%％]{{0,12}}(?:[，、（](?![^，。；\d]{{0,6}}(?:带动|收入|营业|产值|效益|利润|税收|就业|效率|效能|人均|成本|能耗|产能|环节|材料|费用|跑动))[^，。；：、\d%％]{{0,12}}?)(?P<by>{RISES}|{FALLS}|幅度|增幅|降幅|涨幅|净增|新增|精简|多|少)(?:了|达到?|为|近|约|幅度)*"
    rf"[^，。；：、\d%％]{{0,2}}?(?<![-－—.:：∶/第])(?P<change>{NUMBER})(?P<scale>[万亿]?)(?P<unit>[%％]个百分点|[%％]|个?工作日|个月|个百分点|[{HAN}℃㎡‰])"
)
_OF_TIME = frozenset("天日小时分秒工个周月年")
_PIECES = re.compile("个(?!月|工作日|小时|星期|季度)")
"""Things counted, though the first character is that of 个工作日, too."""
_TIME = re.compile("时间|时长|时限|用时|耗时|周期")
_SIGN = re.compile("[由从]")


@dataclass(frozen=True, slots=True)
class Move:
    """From `low` to `high` of `unit` (mostly its first character), at `start:end`; `rises` is None where the word for it doesn't say.

    `change` is what the text says of the difference, 0 where it says nothing, in `change_unit`, at `change_start:change_end`.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    way: str
    rises: bool | None
    change: float = 0.0
    change_unit: str = ""
    change_start: int = -1
    change_end: int = -1


_RISES, _FALLS = frozenset(RISES.split("|")), frozenset(FALLS.split("|"))


@lru_cache(maxsize=64)  # three rules ask for those of each passage
def moves_in(text: str) -> tuple[Move, ...]:
    """Every change from one level to another, in order."""
    return tuple(_moves(text)) if _SIGN.search(text) else ()


def _moves(text: str) -> Iterator[Move]:
    for found in _MOVE.finditer(text):
        if "零下" in text[max(0, found.start() - 2) : found.end()]:
            continue
        low, high = (number_of(found[name]) * SCALES[found[f"{name}_scale"]] for name in ("low", "high"))
        way = found["way"]
        rises = True if way in _RISES else False if way in _FALLS else None
        told = _CHANGE.match(text, found.end())
        of_time = found["unit"][0] in _OF_TIME and not _PIECES.match(text, found.end("high_scale"))
        if told is None or (not of_time and _TIME.search(told[0])):  # 由3.4次降至0.8次，办理时间缩短62%
            yield Move(found.start("low"), found.end(), low, high, found["unit"], way, rises)
            continue
        change = round(number_of(told["change"]) * SCALES[told["scale"]], 6)
        place = told.start("change"), told.end("unit")
        yield Move(found.start("low"), found.end(), low, high, found["unit"], way, rises, change, told["unit"], *place)
