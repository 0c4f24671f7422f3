"""Figures that lack what must stand behind them, a measure word or a percent sign, become hits (GB/T 15835—2011; 实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.amounts import NUMBER, amounts_in
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import FIGURES, About, PassageRule
from app.text.chars import HAN

_COUNT = re.compile(
    rf"(?<=[{HAN}])(?P<number>{NUMBER})(?P<scale>[万亿]?)(?=，其中)|(?<=[{HAN}])(?P<large>{NUMBER}[万亿])(?=[，；]|、[{HAN}])"
)
_SENT = re.compile(
    rf"(?<=[{HAN}])(?P<number>{NUMBER}[万亿]?[余多]?)(?=(?:投入(?!使用|运营|产出|资金)|参加|参与|受益|用于|奔赴|赶赴|开展|组成|下沉|受训|到岗|返岗|上阵|领取)[{HAN}])"
)
_THINGS = re.compile(
    "(?:机|车|船|车辆|人员|干部|党员|志愿者|专家|队员|学生|教师|家长|群众|村民|居民|职工|工人|医生|护士|民警|机具|设备|企业|农户)$"
)
_PURE = re.compile(
    "(?:第|人口|指数|系数|得分|评分|均分|分数|排名|比值|比例|编号|代码|总量|规模|突破|超过?|达到?|近|约|逾|过|为|至|到|[年月号届])$"
)
"""Before figures that need no measure word, or are said as one speaks: 突破1000万."""
_CHANGE = re.compile(
    rf"(?:由|从)[^，。；\d]{{0,8}}?(?P<low>{NUMBER})(?=(?:提高|提升|上升|增加|增长|下降|降低|回落|减少|升|降|增)(?:到|至|为)[^，。；\d]{{0,3}}{NUMBER}[%％])"
)
_SHARE = re.compile(r"占(?:比|到|(?:[全总][^，。；、\d]{1,8})?的)?(?:达到?|约|近)?(?P<number>\d{1,2}\.\d{1,2})(?=[，。；、]|$)")


def no_measure(passage: Passage, _: Office) -> Iterator[Hit]:
    """A number of things without a word for one of them, where others of the sentence have theirs: 大中型水库29，其中超汛限水位4座."""
    for found in _COUNT.finditer(passage.text):
        start = found.start("number") if found["number"] else found.start("large")
        sentence = passage.text[passage.text.rfind("。", 0, start) + 1 : start]
        behind = passage.text[found.end() : found.end() + 24]
        if not _PURE.search(sentence) and "." not in (found["number"] or "") and amounts_in(f"{sentence}；{behind}"):
            yield Hit(start, found.end(), "数字后面好像漏了量词，请核对。")
    for found in _SENT.finditer(passage.text):  # 联合收割机1.6万投入作业
        if _THINGS.search(passage.text[: found.start()]):
            yield Hit(found.start("number"), found.end("number"), "数字后面好像漏了量词，请核对。")


def no_percent(passage: Passage, _: Office) -> Iterator[Hit]:
    """A share without its sign: 由41提高到46.2%, 占到51.6."""
    for found in _CHANGE.finditer(passage.text):
        yield Hit(found.start("low"), found.end("low"), "起止两头都写百分号。", f"{found['low']}%")
    for found in _SHARE.finditer(passage.text):
        yield Hit(found.start("number"), found.end("number"), "后面好像漏了“%”，请核对。", f"{found['number']}%")


RULES = (
    PassageRule(About("number.no_measure", "数字后缺量词", Level.QUERY, "实务"), no_measure, needs=FIGURES),
    PassageRule(About("number.no_percent", "缺百分号", Level.QUERY, "GB/T 15835—2011 5.1.3；实务"), no_percent, needs="占%％"),
)
