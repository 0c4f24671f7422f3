"""Pause marks where a clause begins that says how, or to what end, become hits (GB/T 15834—2011 4.4, 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN
from app.text.wordlist import word_count

_PURPOSE_MARK = re.compile(
    "、(?:让|使|确保|推动|推进|促进|助力|带动|切实|真正|不断|进一步|有效|从而|进而|以此|引[起发]|受到|得到|赢得|造成|导致|致使|一共|总共|共花)"
)
_PURPOSE = re.compile(
    r"(?:^|(?<=[，。；！？]))[^，。；：、“”！？（）]{6,40}(?P<mark>、)(?P<word>让(?!利|步|座|位|路|行)|使(?!用|命|馆)|确保|推动|推进|促进|助力|带动|切实|真正|不断|进一步|有效|从而|进而|以此|引起|引发|受到|得到|赢得|造成|导致|致使|一共|总共|共花)"
    r"[^，。；：、“”（）]{4,30}(?=[，。；])"
)
_LET = re.compile(
    rf"(?:^|(?<=[，。；！？]))(?P<before>[^，。；：、！？（）]{{6,40}})(?P<mark>、)让(?![利步座位路行])(?=[{HAN}]{{2,6}}[多少更有能会])"
)
_MANNER = re.compile(
    rf"(?:坚持|按照|围绕|秉承|秉持|本着|立足|聚焦|依托|结合|针对|树立|根据|紧扣|牢记|发挥|抢抓)[^，。；：、]{{2,30}}(?:、[^，。；：、“”]{{2,8}}(?=”))?[^，。；：、]{{0,8}}"
    rf"(?<=理念|原则|思路|要求|部署|实际|目标|主线|导向|方针|作用|优势|精神|契机|抓手|方式|机遇|定位|主题|中心|大局|总揽|根本|重点)(?P<mark>、)(?P<next>[{HAN}]{{2}}[{HAN}\d“”]{{4,30}})(?=[，。；])"
)
_AIMED = re.compile(
    rf"(?:针对|围绕|聚焦|依托|按照)[^，。；、]{{2,14}}(?P<mark>、)(?=(?:推行|实行|建立|出台|制定|推出|组织|实施|广泛|全面|深入|积极|大力)[{HAN}]{{2,}})(?![^，。；]*(?:、|的))"
)
_EACH = re.compile(r"(?<=\d)(?P<unit>[个支名组户家])(?P<mark>、)(?=每(?P=unit))")
_HEARD = re.compile(
    rf"听取[^，。；：]{{2,30}}?(?:汇报|介绍|发言|说明)(?P<mark>、)(?=(?:研究|审议|讨论|部署|研究部署|传达|学习)[{HAN}]{{4}})"
)
_AND_THEN = re.compile(rf"(?<=[{HAN}\d”）])(?P<mark>、)并(?=[{HAN}“]{{4}})(?![列网轨存行进购])")


def pause_before_purpose(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark before what something is done for: 推行“情指行”模式、让数据多跑路."""
    text = passage.text
    spans = quoted(text)
    for found in (*found_by(_PURPOSE_MARK, _PURPOSE, text), *found_by(_PURPOSE_MARK, _LET, text)):
        before = text[found.start() : found.start("mark")]
        if "让" in before or within(spans, found.start("mark"), found.end("mark")):
            continue
        if found.re is _PURPOSE and (found["word"] in before or "的" in text[found.end("word") : found.end()]):
            continue
        yield Hit(found.start("mark"), found.end("mark"), "分句之间用逗号。", "，")


def pause_behind_manner(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark between how something is done and what is done: 坚持安全第一的理念、统筹做好各项工作."""
    text = passage.text
    for found in (*_HEARD.finditer(text), *_AIMED.finditer(text), *_EACH.finditer(text)):
        yield Hit(found.start("mark"), found.end("mark"), "分句之间用逗号。", "，")
    for found in _MANNER.finditer(text):
        if "的" not in found["next"] or len(found["next"]) > 12:
            yield Hit(found.start("mark"), found.end("mark"), "分句之间用逗号。", "，")


def pause_before_and(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark before 并: 询问施工工期、并与居民交流."""
    text = passage.text
    for found in _AND_THEN.finditer(text):
        at = found.end("mark")
        if not any(word_count(text[at : at + size]) for size in (2, 3, 4)):
            yield Hit(found.start("mark"), at, "“并”前面用逗号，不用顿号。", "，")


_SOURCE = "GB/T 15834—2011 4.4、4.5"
RULES = (
    PassageRule(About("pause.purpose", "分句前的顿号", Level.QUERY, _SOURCE), pause_before_purpose, needs="、"),
    PassageRule(About("pause.manner", "状语后的顿号", Level.QUERY, _SOURCE), pause_behind_manner, needs="、"),
    PassageRule(About("pause.and", "“并”前的顿号", Level.QUERY, _SOURCE), pause_before_and, needs="、"),
)
