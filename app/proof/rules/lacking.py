"""Figures that lack what must stand behind them, a measure word or a percent sign, become hits (GB/T 15835—2011; 实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.amounts import NUMBER, amounts_in
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import FIGURES, About, PassageRule
from app.text.chars import HAN

_OPEN = re.compile(r"[\d万亿](?:，其中|(?<!\d)[，；、])")
_COUNT = re.compile(
    rf"(?<=[{HAN}])(?P<number>{NUMBER})(?P<scale>[万亿]?)(?=，其中)|(?<=[{HAN}])(?P<large>{NUMBER}[万亿])(?=[，；]|、[{HAN}])"
)
_OFF = re.compile(r"[\d万亿余多](?:投入|参加|参与|受益|用于|奔赴|赶赴|开展|组成|下沉|受训|到岗|返岗|上阵|领取)")
_SENT = re.compile(
    rf"(?<=[{HAN}])(?P<number>{NUMBER}[万亿]?[余多]?)(?=(?:投入(?!使用|运营|产出|资金)|参加|参与|受益|用于|奔赴|赶赴|开展|组成|下沉|受训|到岗|返岗|上阵|领取)[{HAN}])"
)
_STOP = re.compile(r"\d。")
_LAST = re.compile(rf"(?<=[{HAN}])(?P<number>[1-9]\d{{1,3}})(?=。(?:[{HAN}”]|$))")
_PURE_AT_END = re.compile(
    "(?:第|[比达]|指数|系数|得分|评分|均分|分数|排名|编号|代码|电话|热线|号码|分机|年|月|号|版|型|级|序号|值|率|楼|层|室|房|栋|幢|单元|转|拨打|房间|邮编|等于|之|为|是|打|账号|型号|代号|附件|附表|表|图|前|国道|省道|县道|零下|约|车次|航班|到|至今)$"
)
_THINGS = re.compile(
    "(?:机|车|船|车辆|人员|干部|党员|志愿者|专家|队员|学生|教师|家长|群众|村民|居民|职工|工人|医生|护士|民警|机具|设备|企业|农户)$"
)
_PURE = re.compile(
    "(?:第|人口|用户|粉丝|户数|浏览|点击|阅读|播放|指数|系数|得分|评分|均分|分数|排名|比值|比例|编号|代码|总量|规模|突破|超过?|达到?|近|约|逾|过|为|至|到|[年月号届])$"
)
"""Before figures that need no measure word, or are said as one speaks: 突破1000万."""
_PARTED = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3}\.\d{1,2})(?P<unit>人次|户次|家次|件次|人(?![均民口])|户(?!均)|家(?![庭])|名|起(?!点)|宗|辆|台(?!阶)|所|座|袋|瓶|册|头|只|棵|株|部|位|扇|盏|封|幢|栋|艘|把|张)(?![/／])"
)
_MEAN = re.compile("[百千万](?:人|户|名|吨|车|家)|亿元|死亡率|平均|人均|户均|日均|均|每|比例|配备|达到1|为1|每.{0,6}有|折合|当量")
_NEAR_MEAN = 40
_CHANGE = re.compile(
    rf"(?:由|从)[^，。；\d]{{0,8}}?(?P<low>{NUMBER})(?=(?:提高|提升|上升|增加|增长|下降|降低|回落|减少|升|降|增)(?:到|至|为)[^，。；\d]{{0,3}}{NUMBER}[%％])"
)
_SHARE = re.compile(r"占(?:比|到|(?:[全总][^，。；、\d]{1,8})?的)?(?:达到?|约|近)?(?P<number>\d{1,2}\.\d{1,2})(?=[，。；、]|$)")

_COMPARED = re.compile(
    r"(?:同比|环比|(?:比|较)(?:上年|去年|上月|上季度)(?:同期)?)(?:分别)?(?:(?P<way>下降|增长)|上升|提高|减少|增加|降低|回落|下滑)了?(?:约|近)?"
    r"(?P<number>\d+(?:\.\d+)?)(?=[，。；）]|、[\u4e00-\u9fff]|$)"
)
_POINTS = re.compile("指数|得分|评分|分值|均分|分数|系数|浓度|比值|强度|密度|pH|PMI|GPA|综合得|位次|排名|率|比重|占比")
"""What is told without a sign, or in percentage points."""


def no_measure(passage: Passage, _: Office) -> Iterator[Hit]:
    """A number of things without a word for one of them, where others of the sentence have theirs: 大中型水库29，其中超汛限水位4座."""
    for found in found_by(_OPEN, _COUNT, passage.text):
        start = found.start("number") if found["number"] else found.start("large")
        sentence = passage.text[passage.text.rfind("。", 0, start) + 1 : start]
        behind = passage.text[found.end() : found.end() + 24]
        if not _PURE.search(sentence) and "." not in (found["number"] or "") and amounts_in(f"{sentence}；{behind}"):
            yield Hit(start, found.end(), "数字后面好像漏了量词，请核对。")
    for found in found_by(_STOP, _LAST, passage.text):  # 驻防点增至31。
        if not _PURE_AT_END.search(passage.text[: found.start()]):
            yield Hit(found.start("number"), found.end("number"), "数字后面好像漏了量词，请核对。")
    for found in found_by(_OFF, _SENT, passage.text):  # 联合收割机1.6万投入作业
        if _THINGS.search(passage.text[: found.start()]):
            yield Hit(found.start("number"), found.end("number"), "数字后面好像漏了量词，请核对。")


def parted(passage: Passage, _: Office) -> Iterator[Hit]:
    """A decimal of what comes whole, where 万 is likely to be lacking: 服务群众1.2人次."""
    for found in _PARTED.finditer(passage.text):
        before = passage.text[max(0, found.start() - _NEAR_MEAN) : found.start()]
        if not _MEAN.search(before) and not (found["unit"] == "起" and before.endswith(("从", "自"))):
            yield Hit(
                found.start("number"), found.end(), f"“{found['unit']}”没有小数，是不是漏了“万”？", f"{found['number']}万{found['unit']}"
            )


def no_percent(passage: Passage, _: Office) -> Iterator[Hit]:
    """A share without its sign: 由41提高到46.2%, 占到51.6."""
    for found in _CHANGE.finditer(passage.text):
        yield Hit(found.start("low"), found.end("low"), "起止两头都写百分号。", f"{found['low']}%")
    for found in _SHARE.finditer(passage.text):
        yield Hit(found.start("number"), found.end("number"), "后面好像漏了“%”，请核对。", f"{found['number']}%")
    for found in _COMPARED.finditer(passage.text):  # 信访总量同比下降31.6。
        sentence = passage.text[passage.text.rfind("。", 0, found.start()) + 1 : found.start()]
        if ("." in found["number"] or found["way"]) and not _POINTS.search(sentence):
            yield Hit(found.start("number"), found.end("number"), "后面好像漏了“%”，请核对。", f"{found['number']}%")


_ABOVE = re.compile(
    rf"(?:{NUMBER}[万亿]?(?:人|户|家|个|亩|吨|元|人次|公里|公斤|件|岁|平方米|次)|[一二三四五六七八九]成|[%％])(?P<above>上)(?=[，。；]|$)"
)


def above_without(passage: Passage, _: Office) -> Iterator[Hit]:
    """600人上: 以 is missing."""
    for found in _ABOVE.finditer(passage.text):
        yield Hit(found.start("above"), found.end("above"), "是不是漏了“以”：“以上”？", "以上")


RULES = (
    PassageRule(About("number.above", "“以上”漏字", Level.QUERY, "实务"), above_without, needs="上"),
    PassageRule(About("number.parted", "不可分的数有小数", Level.QUERY, "实务"), parted, needs="."),
    PassageRule(About("number.no_measure", "数字后缺量词", Level.QUERY, "实务"), no_measure, needs=FIGURES),
    PassageRule(About("number.no_percent", "缺百分号", Level.QUERY, "GB/T 15835—2011 5.1.3；实务"), no_percent, needs="占比较%％"),
)
