"""A document without a date becomes the year that its days are of: the one that suits most of its weekdays, or the one it speaks of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from app.proof.document import Document, Passage
from app.proof.spans import quoted, within
from app.proof.told_on import day_of
from app.text.calendar_dates import CalendarDay, days_in

WEEKDAY = re.compile(
    r"(?:[上下]午|晚上?|早上|凌晨|中午|夜间|清晨)?(?:[（(](?:农历[^（）()，、 ]{2,10}[，、 ])?|(?P<loose>[，,])|/)?[ \u3000]*"
    r"(?:是|为|恰[逢为]|正[是逢值]|适逢|当天是|当日为)?(?:本|这个?)?"
    r"(?P<word>星期|周|礼拜)(?P<day>[一二三四五六日天])(?!年|边|围|期|岁|密|到|全)(?(loose)(?=[，,。；、）上下早晚中凌清夜傍的]|$))"
)
"""Behind a day: its weekday."""
_DAYS = "一二三四五六日"
_YEAR = re.compile(r"(?<!\d)20\d\d(?=年)")
_FIRST_YEAR, _LAST_YEAR = 2015, 2031
_COMPARED = re.compile(r"(?:[较比与同和由从到至自、（—～~-]|相比|相较于?|不低于|高于|低于)$")
_BASE = re.compile("年?(?:同期|年?底|[年]?末|年?[初前度]|[^，。；]{0,3}(?:相比|计划|规划|目标))")
_NOW = re.compile(r"年(?:以来|来|入[春夏秋冬汛]|\d{1,2}月|[上下]半年|前[两三]季度|第?[一二三四]季度|春节|元旦|全年|度?[，，])")


def reckoned_from(document: Document, passage: Passage) -> datetime.date | None:
    """The day from which a day without a year is told: the passage's own, or the end of the document's likely year."""
    return day_of(document, passage) or document.once(_end_of_likely_year)


def _end_of_likely_year(document: Document) -> datetime.date | None:
    told = [
        (day, found["day"])
        for passage in document.passages
        for day in days_in(passage.text)
        if (found := WEEKDAY.match(passage.text, day.end))
    ]
    year = _likely_year(document, told)
    return datetime.date(year, 12, 31) if year else None


def _likely_year(document: Document, told: Sequence[tuple[CalendarDay, str]]) -> int | None:
    """The year in which most of the weekdays are right, at least two and more than half; or the only year that the text speaks of."""
    named = {int(found[0]) for passage in document.passages for found in _YEAR.finditer(passage.text)}
    years = [*sorted(named, reverse=True), *range(_FIRST_YEAR, _LAST_YEAR)]
    scores = {year: sum(_fits(day, word, year) for day, word in told) for year in years}
    best = max(scores, key=lambda year: (scores[year], year in named, year), default=0)
    if scores.get(best, 0) >= 2 and 2 * scores[best] > len(told):
        return best
    return max(named) if len(named) == 1 else document.once(year_of_news)


def year_of_news(document: Document) -> int | None:
    """The last year of several, where it alone is told of and the others are only held against it: 2025年入夏以来…较2024年同期."""
    named, plain, news = set[int](), set[int](), set[int]()
    for passage in document.running:
        spans = quoted(passage.text)
        for found in _YEAR.finditer(passage.text):
            year, before = int(found[0]), passage.text[max(0, found.start() - 4) : found.start()]
            named.add(year)
            if not (_COMPARED.search(before) or _BASE.match(passage.text, found.end()) or within(spans, found.start(), found.end())):
                plain.add(year)
                if _NOW.match(passage.text, found.end()):
                    news.add(year)
    return max(named) if plain == news == {max(named, default=0)} else None


def _fits(day: CalendarDay, word: str, year: int) -> bool:
    meant = day.near(datetime.date(day.year or year, 12, 31))
    return meant is not None and _DAYS[meant.weekday()] == word.replace("天", "日")
