"""Measure words that are half there, typed for another one, said twice, or lacking beside numbers that have theirs become hits (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.amounts import NUMBER, UNIT
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import FIGURES, About, PassageRule
from app.text.chars import HAN

_AMOUNT = rf"{NUMBER}[万亿]?[余多]?"
_END = "(?=[，。；、）]|$)"
_HALVES = {
    "公": None,
    "百点": "百分点",
    "个百点": "个百分点",
    "个百分": "个百分点",
    "人此": "人次",
    "人词": "人次",
    "分种": "分钟",
    "小是": "小时",
    "公理": "公里",
    "公倾": "公顷",
}
_HALF = re.compile(rf"{_AMOUNT}(?P<half>公{_END}|个?百点(?!数)|个百分{_END}|人[此词]{_END}|分种(?![植树了])|小是|公理|公倾)")
_COMMON = "次件名处户个家项场亩台套条起份吨元辆"
"""What is counted with most, and so typed wrong most."""
_RIGHT_BEHIND_FIGURES = frozenset(
    "年月日号时分秒点岁届期版级层楼室栋排列组班团师营连路线区片段章节款目卷页行字句讲课题值度倍成股厘毛角块钱斤两尺寸丈里顷方升瓦伏安赫帧码兆克米"
    "万亿余多来几上下前后内外左右间里整强弱人口机车船架艘只头匹羽尾条棵株根枝朵粒颗片张本册部篇首幅封盒箱袋瓶桶罐杯碗盘包捆束堆串把支枚座幢间所院站店厂村镇乡县市省州"
    "委办局科股队社库馆园校湖河渠沟塘坝井桥梁洞门窗床位席桌椅票证卡笔单宗桩例类种样式型款色批轮拨波回趟遍番顿阵声响环局盘球圈跳步代辈世纪天周旬季夜晚早晨"
    "大小中高低新老全分法案令文号线段码键网屏端链圈环极核芯寸英磅盎司元号"
)
"""What may stand behind figures before a mark, as a measure word or otherwise."""
_ODD = re.compile(rf"(?<=[{HAN}]){_AMOUNT}(?P<odd>[{HAN}]){_END}")
_TWICE = re.compile(
    rf"{_AMOUNT}(?P<twice>名位(?![数置于居列])|位名(?=(?:[{HAN}]{{0,3}}(?:人员|干部|代表|委员|专家|教师|同志|党员|群众|村民|职工|学生)))|人人次|人次次(?!日)|户户次|次次(?!日)|件件次|个名(?=党员|干部|群众|村民|学生)|名个(?![体人]))"
)
_LIST = re.compile(
    rf"(?P<first>{NUMBER}[万亿]?)(?P<unit>{UNIT})[，、][^，。；、\d]{{2,14}}(?P<bare>{NUMBER}[万亿]?)[，、][^，。；、\d]{{2,14}}{NUMBER}[万亿]?(?P=unit)"
)
_NO_THING = re.compile("第|比分|指数|系数|得分|评分|均分|编号|代码|年|月|号|届|率|排名|型号|比例|等于")
_CHANGE = re.compile(
    rf"(?:由|从)[^，。；\d]{{0,10}}{NUMBER}[万亿]?(?P<unit>{UNIT})(?:[{HAN}]{{0,4}}?)(?:提高|提升|上升|增加|增长|扩大|扩展|扩|下降|降低|回落|减少|压减|压缩|缩短|升|降|增|减)"
    rf"(?:到|至|为)(?P<bare>{NUMBER}[万亿]?){_END}"
)
_WHOLE = re.compile(rf"(?<=[{HAN}，。；、])(?:在|覆盖|涉及|面向|遍布)(?P<area>[省市县区镇乡州])(?={NUMBER}个|上下)")


def half(passage: Passage, _: Office) -> Iterator[Hit]:
    """31公，, 3个百点, 1.2万人此: half a measure word, or one typed by its sound."""
    for found in _HALF.finditer(passage.text):
        words = found["half"]
        right = _HALVES[words]
        yield Hit(*found.span("half"), f"“{words}”是不是“{right or '公里、公斤或公顷'}”？", right)


def odd(passage: Passage, office: Office) -> Iterator[Hit]:
    """专题调度12词，: no measure word, and sounds like one."""
    for found in _ODD.finditer(passage.text):
        there = found["odd"]
        if there in _COMMON or there in _RIGHT_BEHIND_FIGURES:
            continue
        meant = [one for one in _COMMON if one in office.lexicon.confusion.same[there]]
        if meant:
            yield Hit(*found.span("odd"), f"数字后面的“{there}”是不是“{meant[0]}”？", meant[0] if len(meant) == 1 else None)


def twice(passage: Passage, _: Office) -> Iterator[Hit]:
    """18名位, 1060人人次: two measure words, of which one stayed when the other was typed."""
    for found in _TWICE.finditer(passage.text):
        yield Hit(*found.span("twice"), f"“{found['twice']}”量词重复，请删去一个。")


def beside(passage: Passage, _: Office) -> Iterator[Hit]:
    """A number without a measure word between two that have the same, or where the one before the change has it: 由1.1万亩提高到1.8万。"""
    for pattern in (_LIST, _CHANGE):
        for found in pattern.finditer(passage.text):
            clause = passage.text[max(passage.text.rfind(mark, 0, found.start("bare")) for mark in "，、；。") + 1 : found.start("bare")]
            if pattern is _CHANGE or not _NO_THING.search(clause):
                right = f"{found['bare']}{found['unit']}"
                yield Hit(*found.span("bare"), f"数字后面好像漏了量词：“{right}”？", right)


def whole_area(passage: Passage, _: Office) -> Iterator[Hit]:
    """在县214个村: all of an area takes 全."""
    for found in _WHOLE.finditer(passage.text):
        yield Hit(*found.span("area"), f"是不是漏了“全”：“全{found['area']}”？", f"全{found['area']}")


RULES = (
    PassageRule(About("number.half_measure", "量词缺字错字", Level.QUERY, "实务"), half, needs=FIGURES),
    PassageRule(About("number.odd_measure", "量词同音误用", Level.QUERY, "实务"), odd, needs=FIGURES),
    PassageRule(About("number.two_measures", "量词重复", Level.QUERY, "实务"), twice, needs=FIGURES),
    PassageRule(About("number.beside_measure", "并列的数缺量词", Level.QUERY, "实务"), beside, needs=FIGURES),
    PassageRule(About("place.whole", "地名前漏“全”", Level.QUERY, "实务"), whole_area, needs="在覆涉面遍"),
)
