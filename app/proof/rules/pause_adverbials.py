"""Pause marks behind the day, the view or the speaker with which a sentence begins become hits (GB/T 15834—2011 4.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.text.chars import HAN

_SAID = re.compile("[映示为说出调求定]、")
_SAYS = re.compile(
    rf"(?:(?:群众|村民|居民|企业|代表|干部|老人|家长|大家|市民|负责人|[{HAN}]同志)(?:普遍|纷纷|一致|都|也)?(?:反映|表示|认为|说|提出)"
    rf"|会议(?:强调|指出|要求|认为|决定))(?P<mark>、)(?![{HAN}]{{0,2}}(?:强调|指出|要求|投诉|举报|评价|认可|反映))"
)
_LED = re.compile("[步段前来期日今上后时外计解此天晚间中场以月旬]、")
_ADVERB = re.compile(
    rf"(?:^|(?<=[。！？；]))(?:下一步|下一阶段|目前|截至目前|近年来|今年以来|近期|近日|日前|如今|会上|随后|同时|此外|另外|据统计|据了解|为此|对此|同期|当天|当日|当晚|其间|期间"
    rf"|会后|会前|活动中|活动现场|[{HAN}\d]{{1,10}}(?:以来|期间)|(?:\d{{4}}年)?\d{{1,2}}月(?:\d{{1,2}}日|[上中下]旬)?)(?P<mark>、)(?=[{HAN}])(?![^，。；]*(?:以来|期间|会中|会后|前后|今后|[月日旬]、))(?!今后|同步)"
)
_TELLS = re.compile("(?:坦言|感慨|感叹|说道|笑言|直言|告诉记者|回忆说|介绍说)(?P<mark>、)")
_CLAUSE = re.compile("[，。；：！？（）“”]")
_DAY = (
    r"(?:\d{4}年|今年|去年|前年|当年|同年)?\d{1,2}月(?:\d{1,2}日)?(?:（[^（）]{2,4}）)?(?:至(?:\d{1,2}月)?(?:\d{1,2}日)?)?(?:[底初末份起]|以来|[上中下]旬)?"
    r"(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上?|夜间)?(?:\d{1,2}时(?:\d{1,2}分)?许?)?"
)
_PERIOD = (
    r"(?:今年|去年|当年|同年|\d{4}年)(?:以来|[底初末来春夏秋冬]|上半年|下半年|一季度|二季度|三季度|四季度|前[\d一二三四五六七八九十]{1,2}个?[月季]度?)?|前[\d一二三四五六七八九十]{1,2}个月|上半年"
    rf"|近年来|[{HAN}\d]{{1,6}}年多?来|进入[{HAN}\d]{{2,6}}|入[春夏秋冬汛]以来"
)
_VIEW = (
    rf"据[{HAN}]{{0,8}}(?:介绍|统计|了解|悉|测算|反映|报告|预报|预测|监测|调查|分析)|从[{HAN}]{{1,6}}看|[{HAN}]{{2,8}}方面|[{HAN}]{{2,12}}显示"
    "|其中|因此|所以|然而|对此|为此|与此同时"
)
_AHEAD = re.compile(
    rf"(?:^|(?<=[。！？；，：●▲△◆■○]))[ \u3000]*(?:截至|截止|自|从|到)?(?:{_DAY}|{_PERIOD}|{_VIEW})(?P<mark>、)"
    rf"(?!今年|去年|前年|明年|下半年|全年|当[年日]|[一二三四]季|[上中下]旬)(?=[{HAN}“])(?![^，。；]*(?:方面|[年月]来|[日月季旬]、))"
)
_AHEAD_SIGN = re.compile("(?:[月日底初末份起来旬午晚夜时许年度春夏秋冬绍计解悉算映告看面示中此以而]|入[^，。；、]{2,6}）?)、")
_DATED = re.compile(r"、(?=(?:\d{4}年|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|初|起|以来|[上中下]旬)?)(?:前|以前|后|来)?[\u4e00-\u9fff]{4,})")
"""A clause that begins with its time, behind one that has none."""
_SHORT = 3
_TIME = re.compile(r"\d(?:年|月|日|时)|[年月日季]|小时|一天|周|从|自|到|至|包括|如")
_AGED = re.compile(r"(?:今年|现年|年已)[\d一二三四五六七八九十多几]{1,4}岁(?P<mark>、)(?!\d)")


def pause_behind_adverbial(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark behind the day, the view or the joint with which a sentence begins: 4月27日、市总工会启动; 据介绍、该院."""
    for found in (*found_by(_LED, _ADVERB, passage.text), *found_by(_AHEAD_SIGN, _AHEAD, passage.text), *_AGED.finditer(passage.text)):
        yield Hit(found.start("mark"), found.end("mark"), "句首的时间、连接词语后面用逗号。", "，")
    for found in _DATED.finditer(passage.text):
        before, behind = _CLAUSE.split(passage.text[: found.start()])[-1], _CLAUSE.split(passage.text[found.end() :], maxsplit=1)[0]
        if len(before) > _SHORT and not _TIME.search(before) and "、" not in behind and "的" not in behind:
            yield Hit(found.start(), found.end(), "后面另起一个分句，前面用逗号。", "，")


def pause_behind_speaker(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark behind the words that lead to what is said: 群众反映、这样的活动应该常办."""
    for found in (*found_by(_SAID, _SAYS, passage.text), *_TELLS.finditer(passage.text)):
        yield Hit(found.start("mark"), found.end("mark"), "提示语后面用逗号或冒号，不用顿号。", "，")


_SOURCE = "GB/T 15834—2011 4.4、4.5"
RULES = (
    PassageRule(
        About("pause.adverbial", "句首词语后的顿号", Level.QUERY, _SOURCE, ("pause.clause",)), pause_behind_adverbial, RUNNING, needs="、"
    ),
    PassageRule(About("pause.speaker", "提示语后的顿号", Level.QUERY, _SOURCE, ("pause.clause",)), pause_behind_speaker, needs="、"),
)
