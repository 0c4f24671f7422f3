"""Rows and sentences that another mark breaks become hits: 通过经典诵读。规范字书写等形式, 行政、技术，巡查“三个责任人” (GB/T 15834)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.text.chars import HAN
from app.text.numerals import parse_numeral

_ITEM = f"[{HAN}]{{2,10}}"
_ETC = re.compile("等(?:多种)?[形方问课途手措载活内工环领事服项]")
_BEFORE_ETC = re.compile(
    rf"(?:通过|开设|采取|反映|围绕|运用|利用|依托|涉及|包括|在|针对|提供|开展|推出)(?:[{HAN}]{{2,8}}、){{0,4}}[{HAN}]{{2,8}}(?P<mark>[。；])"
    rf"(?P<rest>(?:{_ITEM}、){{0,4}}{_ITEM}等(?:多种)?(?:形式|方式|问题|课程|方面|途径|手段|措施|载体|活动|内容|工作|环节|领域|事项|服务|项目))"
)
_OWN_VERB = re.compile("通过|采取|采用|利用|运用|围绕|依托|[以用经由对]|针对|在(?!线|册|校|职)")
"""What makes the second half a sentence of its own."""
_SO_MANY = re.compile("[两三四五六](?:个|大|类|项|方面)")
_COUNTED = re.compile(
    rf"(?P<row>(?:[{HAN}]{{2,8}}、){{1,4}}[{HAN}]{{2,4}}(?P<mark>，)[{HAN}]{{2,4}}?)[“]?(?<![第十百两三四五六])(?P<count>[两三四五六])(?:个|大|类|项|方面)(?!月|小时|多)"
)
_COVERS = re.compile(rf"(?:覆盖|涵盖|包括|涉及|包含|走访)[{HAN}]{{2,3}}(?P<mark>，)[{HAN}]{{2,3}}(?:、[{HAN}]{{2,4}})+[，。；]")
_LONE = re.compile(rf"(?P<row>(?:[{HAN}]，){{3,}}[{HAN}])|[水电路讯气暖热网](?:、[{HAN}])*(?P<mark>，)[{HAN}]、")
_NO_ROW = frozenset("一二三四五六七八九十我你他她好是对行嗯来走")
"""What is counted aloud, or called out."""
_LONE_SIGN = re.compile("(?<=[，、].)，")
_ADVERB = re.compile("，(?:并|同时|还|共|实现|确保|帮助|解决|推动|带动|发现|整改|督促|惠及)")
_MEANS = re.compile(
    r"以[^，。；、]{2,14}为(?:抓手|契机|目标|重点|导向|主线|引领|核心|基础|牵引|突破口|载体|依托|支撑|根本|统领|遵循|指导|平台|主题)"
    r"(?P<mark>、)(?!以|[^，。；]{1,14}为)"
)
_LABELS = re.compile(rf"[{HAN}]{{2,6}}：[^：，。；“”（）、]{{3,20}}(?P<mark>、)[{HAN}]{{2,6}}：")
_MEETING = re.compile(r"(?:召开|举行)[^，。；]{0,20}会(?:议)?(?P<mark>。)(?:要求|强调|部署|传达|通报|听取)")
_MEETING_SIGN = re.compile("会议?。[要强部传通听]")
_RATE = re.compile(rf"(?P<verb>[{HAN}]{{2}})\d[\d.,]*[万亿]?[{HAN}]{{1,2}}(?P<mark>。)(?P=verb)率(?:为|达到?)?\d[\d.]*[%％]")
_RATE_SIGN = re.compile("。.{2}率")
_SERIES = "GB/T 15834—2011 4.5"


def _marked(found: re.Match[str], message: str, fix: str) -> Hit:
    return Hit(found.start("mark"), found.end("mark"), message, fix)


def broken_before_etc(passage: Passage, _: Office) -> Iterator[Hit]:
    """A row up to 等形式 that a full stop or a semicolon breaks."""
    for found in found_by(_ETC, _BEFORE_ETC, passage.text):
        if not _OWN_VERB.search(found["rest"]):
            yield _marked(found, f"并列的几项到“等”为止是一个整体，中间不用“{found['mark']}”。", "、")


def comma_in_counted_row(passage: Passage, _: Office) -> Iterator[Hit]:
    """行政、技术，巡查“三个责任人”: with the one behind the comma there are as many as are said."""
    for found in found_by(_SO_MANY, _COUNTED, passage.text):
        if len(re.split("[、，]", found["row"])) == parse_numeral(found["count"]):
            yield _marked(found, "并列词语之间用顿号。", "、")


def comma_in_covered_row(passage: Passage, _: Office) -> Iterator[Hit]:
    """覆盖机关，企业、高校: the first of a row of short words."""
    for found in _COVERS.finditer(passage.text):
        if not _ADVERB.match(passage.text, found.start("mark")):
            yield _marked(found, "并列词语之间用顿号。", "、")


def comma_between_single(passage: Passage, _: Office) -> Iterator[Hit]:
    """德，智，体，美，劳 or 水、电，气、通信: words of one character in a row."""
    for found in found_by(_LONE_SIGN, _LONE, passage.text):
        if found["mark"]:
            yield _marked(found, "并列词语之间用顿号。", "、")
        elif (
            not _NO_ROW.intersection(found["row"]) and len(set(found["row"])) == len(found["row"].replace("，", "")) + 1
        ):  # 学，学，学 is said again
            yield Hit(found.start("row"), found.end("row"), "并列词语之间用顿号。", found["row"].replace("，", "、"))


def pause_behind_means(passage: Passage, _: Office) -> Iterator[Hit]:
    """以环境整治为抓手、动员群众: what is done with it follows."""
    for found in _MEANS.finditer(passage.text):
        yield _marked(found, "“以……为……”后面说怎么做，用逗号。", "，")


def pause_between_labels(passage: Passage, _: Office) -> Iterator[Hit]:
    """热线：12315、办公电话：…: two entries, each with its colon."""
    for found in _LABELS.finditer(passage.text) if passage.text.count("：") > 1 else ():
        yield _marked(found, "各带冒号的两项之间用分号。", "；")


def stop_behind_meeting(passage: Passage, _: Office) -> Iterator[Hit]:
    """召开调度会。要求各单位: what the meeting asks for is of the same sentence."""
    for found in found_by(_MEETING_SIGN, _MEETING, passage.text):
        yield _marked(found, "后面的话没有主语，是同一句，用逗号。", "，")


def stop_before_rate(passage: Passage, _: Office) -> Iterator[Hit]:
    """取证6300人。取证率75%: the rate is of the same sentence."""
    for found in found_by(_RATE_SIGN, _RATE, passage.text):
        yield _marked(found, "数和它的比率是同一句，用逗号。", "，")


RULES = (
    PassageRule(About("pause.before_etc", "“等”前被隔断的并列", Level.QUERY, _SERIES), broken_before_etc, RUNNING, needs="等"),
    PassageRule(About("pause.counted_row", "数得出几项的并列里的逗号", Level.QUERY, _SERIES), comma_in_counted_row, RUNNING, needs="、"),
    PassageRule(About("pause.covered", "覆盖、涵盖后的并列", Level.QUERY, _SERIES), comma_in_covered_row, RUNNING, needs="覆涵包涉走"),
    PassageRule(About("pause.single", "单字并列里的逗号", Level.QUERY, _SERIES), comma_between_single, needs="，"),
    PassageRule(About("pause.means", "“以……为……”后的顿号", Level.QUERY, "GB/T 15834—2011 4.4"), pause_behind_means, RUNNING, needs="、"),
    PassageRule(About("pause.labels", "带冒号的项之间的顿号", Level.QUERY, "GB/T 15834—2011 4.6"), pause_between_labels, needs="、"),
    PassageRule(About("stop.meeting", "会议后的句号", Level.QUERY, "GB/T 15834—2011 4.1；实务"), stop_behind_meeting, RUNNING, needs="会"),
    PassageRule(About("stop.rate", "比率前的句号", Level.QUERY, "GB/T 15834—2011 4.1；实务"), stop_before_rate, RUNNING, needs="率"),
)
