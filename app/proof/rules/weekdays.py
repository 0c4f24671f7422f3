"""Weekdays that stand elsewhere than behind their whole date become hits: 周二（5月20日）, 18日召开…20日（星期五）, 5月20日（周末）."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.likely_year import reckoned_from
from app.proof.office import Office
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.spans import quoted, within
from app.proof.told_on import day_of
from app.text.calendar_dates import CalendarDay, days_in

_DAYS = "一二三四五六日"
_BEFORE = re.compile(
    r"(?<![每逢、至到和及—各第隔])(?P<word>星期|周|礼拜)(?P<day>[一二三四五六日天])(?:[上下]午|晚上?)?(?:[（(]|(?<=^周.)，|(?<=^星期.)，|(?<=[。；]周.)，|(?<=[。；]星期.)，)?(?=(?:20\d\d年)?\d{1,2}月)"
)
_TWO = re.compile(
    r"(?<![每逢、至到和及—各])(?P<word>星期|周|礼拜)(?P<one>[一二三四五六日天])(?P<to>[、至到和及—])(?P<word2>星期|周|礼拜)(?P<other>[一二三四五六日天])"
    r"[（(](?P<month>\d{1,2})月(?P<first>\d{1,2})日?[、至到和及—](?:(?P<month2>\d{1,2})月)?(?P<last>\d{1,2})日[）)]"
)
_BARE = re.compile(
    r"(?<![\d.月/])(?<!\d月[至到—～、和及与])(?P<number>\d{1,2})日(?:[上下]午|晚上?|早上|凌晨|中午|夜间|当天)?[（(](?P<word>星期|周|礼拜)(?P<day>[一二三四五六日天])[）)上下早晚，,]"
)
_MONTH = re.compile(r"(?<![\d.])(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月")
_WEEKEND = re.compile(r"(?:[（(](?:双休日|周末|星期[六日天]、|周[六日]、)|[，是为](?:本)?周末(?![前夕]))")
_WEEKEND_DAYS = re.compile(r"(?<![两三四五六个多各每])(?:周末|双休日)（\d{1,2}月(?P<first>\d{1,2})日[、和](?P<last>\d{1,2})日）")
_WORKDAYS = 4
"""Monday to Thursday; on a Friday evening one may speak of the weekend."""


def weekday_before_date(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """周二（5月20日）, where the 20th is a Wednesday; 周六、周日（5月20日、21日）."""
    for passage in document.passages:
        about = reckoned_from(document, passage) if "日" in passage.text else None
        if about is None:
            continue
        days = {day.start: day for day in days_in(passage.text)}
        for found in _BEFORE.finditer(passage.text):
            meant = days[found.end()].near(about) if found.end() in days else None
            if meant and not _on(meant, found["day"]):
                yield passage, _wrong(meant, found.start("word"), found.end("day"), found["word"])
        for found in _TWO.finditer(passage.text):
            first = CalendarDay(0, 0, None, int(found["month"]), int(found["first"])).near(about)
            last = CalendarDay(0, 0, None, int(found["month2"] or found["month"]), int(found["last"])).near(about)
            if first and last and not (_on(first, found["one"]) and _on(last, found["other"])):
                fix = f"{found['word']}{_DAYS[first.weekday()]}{found['to']}{found['word2']}{_DAYS[last.weekday()]}"
                words = f"{_named(first)}和{_named(last)}是星期{_DAYS[first.weekday()]}、星期{_DAYS[last.weekday()]}。"
                yield passage, Hit(found.start("word"), found.end("other"), words, fix)


def weekday_of_bare_day(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """5月18日动员，20日（星期五）推进: the month stands before it in the paragraph, or is the issue's."""
    for passage in document.running:
        about = day_of(document, passage) if "日" in passage.text else None
        for found in _BARE.finditer(passage.text) if about else ():
            meant = _meant(passage.text[: found.start()], int(found["number"]), about) if about else None
            if meant and not _on(meant, found["day"]):
                yield passage, _wrong(meant, found.start("word"), found.end("day"), found["word"])


def _meant(before: str, number: int, about: datetime.date) -> datetime.date | None:
    months = list(_MONTH.finditer(before))
    if months:
        last = months[-1]
        return CalendarDay(0, 0, int(last["year"]) if last["year"] else None, int(last["month"]), number).near(about)
    return CalendarDay(0, 0, about.year, about.month, number).near(about) if number <= about.day else None


def weekend_on_workday(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """5月20日（周末）, where that is a Wednesday."""
    for passage in document.running:
        about = reckoned_from(document, passage) if "周末" in passage.text or "双休日" in passage.text else None
        spans = quoted(passage.text)
        for day in days_in(passage.text) if about else ():
            meant = day.near(about) if about else None
            found = _WEEKEND.match(passage.text, day.end)
            if found and meant and meant.weekday() < _WORKDAYS and not within(spans, day.start, day.end):
                yield passage, Hit(day.start, found.end(), f"{_named(meant)}是星期{_DAYS[meant.weekday()]}，不是周末。")


def weekend_of_days(passage: Passage, _: Office) -> Iterator[Hit]:
    """周末（9月6日、8日）: two days that don't follow one another."""
    for found in _WEEKEND_DAYS.finditer(passage.text):
        if int(found["last"]) != int(found["first"]) + 1:
            yield Hit(found.start("first"), found.end("last") + 1, "周末的两天是连着的，请核对。")


def _on(day: datetime.date, word: str) -> bool:
    return _DAYS[day.weekday()] == word.replace("天", "日")


def _wrong(day: datetime.date, start: int, end: int, word: str) -> Hit:
    right = _DAYS[day.weekday()]
    return Hit(start, end, f"{_named(day)}是星期{right}。", word + right)


def _named(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


RULES = (
    DocumentRule(About("date.weekday_before", "星期与日期不符（星期写在前面）", Level.ERROR, "历法"), weekday_before_date),
    DocumentRule(About("date.weekday_bare", "星期与日期不符（只写了“日”）", Level.QUERY, "历法"), weekday_of_bare_day),
    DocumentRule(About("date.weekend", "不是周末", Level.QUERY, "历法"), weekend_on_workday),
    PassageRule(About("date.weekend_days", "周末的两天不连着", Level.QUERY, "历法"), weekend_of_days, needs="周双"),
)
