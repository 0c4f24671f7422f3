"""Spans of days that end behind the issue's day and are told as over become hits: 8月25日至9月15日…执结案件486件 on 12 September."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.proof.spans import quoted, within
from app.proof.told_on import day_of
from app.text.calendar_dates import days_in

_LAST = re.compile(r"(?P<to>[至到—～]|--?)(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:（[^（）]{1,8}）)?，")
_RESULT = re.compile(
    r"(?:出动|查处|查获|查扣|执结|拘留|破获|抓获|侦破|化解|调处|排查出?|发现|整改|接待|受理|办结|走访|慰问|检查|抽检|巡查|清理|清运|拆除|救治|诊疗|劝导|处罚|收缴|培训|评选出|表彰)"
    r"[^，。；、\d]{0,12}\d[\d.]*[万亿]?余?[^\d，。；、%％]"
)
_CAUGHT = re.compile(r"(?:查处|查获|查扣|执结|拘留|破获|抓获|侦破|救治|收缴|处罚|劝返)[^，。；、\d]{0,12}\d")
"""A result that nobody plans; of the others a sentence tells at least two."""
_MANY = 2
_UNDER_WAY = re.compile(
    "已(?!有)|一律|每[晚场期]|查获一|(?:查处|处罚)的|目前|截至|截止|至今|正|将|拟|计划|预计|力争|确保|要(?![求素闻点])|为期|时间为|每[天日周]|日均|首[日周批期]|当[天日]|连日来|以来|方案|通知|阶段|期间|重点|全面|铺开|启动|预约|报名"
)
"""What lets a span go on: results so far, or a plan."""


def told_as_over(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A span that has begun by the issue's day and ends after it, with its results in one sentence and nothing of what is still to come."""
    for passage in document.running:
        about = day_of(document, passage) if "日" in passage.text else None
        spans = quoted(passage.text)
        for first in days_in(passage.text) if about else ():
            found = _LAST.match(passage.text, first.end)
            began = first.near(about) if found and about else None
            if found is None or began is None or about is None or within(spans, first.start, found.end()):
                continue
            ended = _day(began.year, int(found["month"] or began.month), int(found["day"]))
            start = max(passage.text.rfind(mark, 0, first.start) for mark in "。；！？") + 1
            end = min((at for mark in "。！？" if (at := passage.text.find(mark, found.end())) >= 0), default=len(passage.text))
            if ended is None or not began <= about < ended or _UNDER_WAY.search(passage.text, start, end):
                continue
            if _CAUGHT.search(passage.text, found.end(), end) or len(_RESULT.findall(passage.text, found.end(), end)) >= _MANY:
                place = found.start("month") if found["month"] else found.start("day")
                told = f"“{passage.text[place : found.end('day') + 1]}”在{about.month}月{about.day}日（本期或来稿日期）还没有过完，请核对。"
                yield passage, Hit(place, found.end("day") + 1, told)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


RULES = (DocumentRule(About("date.future_span", "没过完的时段写成已完成", Level.QUERY, "实务"), told_as_over),)
