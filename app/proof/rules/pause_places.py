"""Pause marks behind words that no item ends with, and figures for a rough number, become hits (GB/T 15834—2011 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.text.chars import HAN
from app.text.wordlist import word_count

_LEADS_IN = re.compile("(?:包括|涉及|涵盖|例如|比如|譬如|以及|分别是|分别为|位于|来自|分布在)(?P<mark>、)")
_BEHIND_JOINT = re.compile(rf"(?<=[{HAN}”》）])(?P<joint>[和与及或])(?P<mark>、)(?=[{HAN}“《])")
_BEFORE_OF = re.compile(rf"、(?=的(?![士确])[{HAN}])")
_BEHIND_ETC = re.compile(rf"、[{HAN}”]{{2,10}}等(?P<mark>、)(?=[{HAN}])")
_OTHER = r"(?![^，。；、提参达开]{0,12}\d)"
"""Behind it another number makes an item of its own: 38个、社区食堂126家."""
_MEASURED = re.compile(
    rf"(?<=\d)(?:家(?P<of_houses>、)(?:企业|单位|商户|门店|机构|医院|学校|银行|媒体){_OTHER}|个(?P<of_things>、)(?:村|社区|乡镇|部门|单位|项目|小区|街道|小组|品种|岗位){_OTHER}"
    rf"|名(?P<of_persons>、)(?:党员|干部|队员|学生|教师|群众|代表|志愿者|民警|职工|医生|医务人员|工作人员|选手|老人|儿童){_OTHER}"
    rf"|户(?P<of_homes>、)(?:居民|农户|群众|脱贫户|村民|家庭){_OTHER}"
    rf"|[件起](?P<of_cases>、)(?:案件|事项|纠纷|事故|线索|诉求){_OTHER}|台(?P<of_tools>、)(?:设备|农机|机器){_OTHER})"
)
_ROUGH = re.compile(
    r"(?<![\d.、第表图附件至和])(?<![月周期日组栋楼号层季]的)(?P<low>[1-8])、(?P<high>[2-9])(?=(?:个(?!月|方面|[^，。；、]{0,6}分别)|名(?!次)|人|天|次(?!会)|里|趟|户|家|位|岁|公里|米|遍|圈|斤|袋)(?![级、]))"
)
_TURNS = re.compile(r"(?:第|月|周|星期|组|号|楼|栋|附件|表|图|任务|目标|清单|序号|议题)$")
_HAN_FIGURES = "零一二三四五六七八九"


def pause_behind_opening(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark behind the word that opens a list, or that joins its last item: 包括、 and 和、."""
    for found in _LEADS_IN.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "这里不用顿号。", "")
    for found in _BEHIND_JOINT.finditer(passage.text):
        at = found.start("joint")
        before = passage.text[at - 1]
        if not any(word_count(passage.text[at - size : at + 1]) for size in (1, 2, 3) if at >= size) and before not in "、":
            yield Hit(found.start("mark"), found.end("mark"), f"“{found['joint']}”后面不用顿号。", "")


def pause_before_of(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark before 的, or behind the 等 that ends a list."""
    for found in _BEFORE_OF.finditer(passage.text):
        yield Hit(found.start(), found.end(), "“的”前面不用顿号。", "")
    for found in _BEHIND_ETC.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "“等”后面不用顿号。", "")


def pause_behind_measure(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark between a measure word and what it measures: 42家、企业."""
    for found in _MEASURED.finditer(passage.text):
        at = next(found.start(name) for name, mark in found.groupdict().items() if mark)
        yield Hit(at, at + 1, "量词和名词之间不用顿号。", "")


def rough_number_in_figures(passage: Passage, _: Office) -> Iterator[Hit]:
    """2、3次: two neighbouring figures for a rough number are written in Chinese numerals, without a mark."""
    for found in _ROUGH.finditer(passage.text):
        low, high = int(found["low"]), int(found["high"])
        if high == low + 1 and not _TURNS.search(passage.text[: found.start()]):
            right = _HAN_FIGURES[low] + _HAN_FIGURES[high]
            yield Hit(
                found.start(),
                found.end(),
                "表示概数的两个相邻数字用汉字，中间不加顿号。",
                {"一二": "一两", "二三": "两三"}.get(right, right),
            )


RULES = (
    PassageRule(About("pause.opening", "列举开头的顿号", Level.QUERY, "GB/T 15834—2011 4.5"), pause_behind_opening, needs="、"),
    PassageRule(About("pause.of", "“的”“等”旁的顿号", Level.QUERY, "GB/T 15834—2011 4.5"), pause_before_of, needs="、"),
    PassageRule(About("pause.measure", "量词后的顿号", Level.QUERY, "GB/T 15834—2011 4.5"), pause_behind_measure, needs="、"),
    PassageRule(
        About("pause.figures", "概数用汉字", Level.QUERY, "GB/T 15834—2011 4.5.3.4；GB/T 15835—2011 5.2.3"),
        rough_number_in_figures,
        needs="、",
    ),
)
