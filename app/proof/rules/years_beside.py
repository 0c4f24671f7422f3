"""Years held against what stands beside them become hits: 今年（2025年） in 2026, the years of a five-year plan, one day with two years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.spans import quoted, within
from app.proof.told_on import day_of
from app.text.calendar_dates import days_in

_NAMED = re.compile(
    r"(?P<word>今年|本年度?|去年|上年|上一年|前年|明年|来年)(?:（(?P<year>20\d\d)年?(?:度)?）|[，、]?即(?P<year2>20\d\d)年)"
)
_AWAY = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1, "来": 1}
_PLAN = re.compile(
    r"[“\"]?十(?P<number>[一二三四五])五[”\"]?(?:时期|期间|规划期|五年)?"
    r"(?:（(?:即)?(?P<first>20\d\d)年?[至到—～-]{1,2}(?P<last>20\d\d)年?）|[，、]?即(?P<first2>20\d\d)年?[至到—～-]{1,2}(?P<last2>20\d\d)年)"
)
_EDGE = re.compile(
    r"(?<!\d)(?P<year>20\d\d)年(?:既?是|作为|系)[^，。；“”]{0,8}“?十(?P<number>[一二三四五])五”?(?:规划|时期)?的?(?P<edge>开局|起步|首|收官|收尾|末|最后一)[之]?年"
)
_PLAN_YEARS = 5
_FIRST_PLAN = 2001
"""The year before which the tenth plan, 十五, began: the one of 十一五 began five years behind it."""
_COMPARED = re.compile(
    r"(?P<than>比|较|与|同)(?P<year>20\d\d)年(?=同期|全年|同比|相比|(?:增|提|上升|下降|减|多|少|翻|高|低)[\d增加长高升少幅了])"
)
_THIS_FIRST = re.compile(
    r"(?<!\d)(?P<year>20\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?[^。；！？\d]{0,60}?(?:这是|系|为)今年[^，。；]{0,10}(?:首|第[一二三四五六七八九十\d])"
)
_HAN = "〇零一二三四五六七八九"
_SHORT_HAN = re.compile(
    f"(?<![{_HAN}○十百千\\d第])(?P<tens>[一二])(?P<ones>[{_HAN}])年(?=入?[春夏秋冬](?![天季节]?[，]?每)|(?:十[一二]?|[{_HAN}]|\\d{{1,2}})月|以来|上半年|下半年|全年"
    f"|年[初底末]|度|底)"
)
_TIME_FOR = re.compile("[约近满这过后连续经历历时到了有干守]$")
_ANNIVERSARY = re.compile("周年|纪念|诞辰|生于|出生|成立|当年|历史上")
_CENTURY = 2000


def named_year(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """今年（2025年） in an issue of 2026; early in a year one may still speak of the last as this one."""
    for passage in document.running:
        about = day_of(document, passage)
        if about is None or "年" not in passage.text:
            continue
        spans = quoted(passage.text)
        for found in _NAMED.finditer(passage.text):
            group = "year" if found["year"] else "year2"
            right = about.year + _AWAY[found["word"][0]]
            early = about.month == 1 and int(found[group]) == right - 1
            if int(found[group]) != right and not early and not within(spans, found.start(), found.end()):
                yield (
                    passage,
                    Hit(found.start(group), found.end(group), f"本期是{about.year}年的，“{found['word']}”应是{right}年。", str(right)),
                )


def plan_years(passage: Passage, _: Office) -> Iterator[Hit]:
    """The years of a five-year plan, or the first or last of it, that are not its own: “十四五”时期（2020—2025年）."""
    for found in _PLAN.finditer(passage.text):
        side = "" if found["first"] else "2"
        first, last = _years_of(found["number"])
        told = int(found[f"first{side}"]), int(found[f"last{side}"])
        if told != (first, last) and told[1] != 2035:  # the programme that goes as far as that
            start, end = found.start(f"first{side}"), found.end(f"last{side}")
            words = passage.text[start:end]
            right = words.replace(str(told[0]), str(first), 1) if told[1] == last else f"{first}{words[4:-4]}{last}"
            yield Hit(start, end, f"“十{found['number']}五”是{first}年至{last}年。", right)
    for found in _EDGE.finditer(passage.text):
        first, last = _years_of(found["number"])
        right_year = first if found["edge"] in ("开局", "起步", "首") else last
        if int(found["year"]) != right_year:
            yield Hit(
                found.start("year"), found.end("year"), f"“十{found['number']}五”是{first}年至{last}年，请核对年份。", str(right_year)
            )


def _years_of(number: str) -> tuple[int, int]:
    first = _FIRST_PLAN + _PLAN_YEARS * ("一二三四五".index(number) + 1)
    return first, first + _PLAN_YEARS - 1


def compared_with_itself(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """比2026年同期 in an issue of 2026: a year is held against another one."""
    for passage in document.running:
        about = day_of(document, passage)
        if about is None or about.month == 1:
            continue
        for found in _COMPARED.finditer(passage.text):
            if int(found["year"]) == about.year and "明年" not in passage.text and str(about.year + 1) not in passage.text:
                yield (
                    passage,
                    Hit(found.start("year"), found.end("year") + 1, f"本期就是{about.year}年的，请核对年份。", f"{about.year - 1}年"),
                )


def first_of_another_year(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A day of last year of which the sentence says that it was this year's first: 2025年2月10日，…，这是今年签订的第一份协议."""
    for passage in document.running:
        about = day_of(document, passage)
        if about is None or "今年" not in passage.text:
            continue
        for found in _THIS_FIRST.finditer(passage.text):
            if int(found["year"]) < about.year:
                yield passage, Hit(found.start("year"), found.end("year") + 1, "后面说的是今年，请核对年份。", f"{about.year}年")


def one_day_two_years(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A day with another year than the issue's that the same article tells again without a year, or with the issue's."""
    for article in {one.article for one in document.running}:
        days = [(one, day) for one in document.inside(article) if one.role is Role.BODY for day in days_in(one.text)]
        about = next((day_of(document, one) for one, _ in days), None)
        if about is None:
            continue
        usual = {(day.month, day.day) for _, day in days if day.year in (None, about.year)}
        for passage, day in days:
            beside = passage.text[max(0, day.start - 24) : day.end + 24]
            other = day.year is not None and abs(day.year - about.year) > 1
            if (
                other
                and (day.month, day.day) in usual
                and not _ANNIVERSARY.search(beside)
                and not within(quoted(passage.text), day.start, day.end)
            ):
                yield (
                    passage,
                    Hit(day.start, day.end, "本文另一处也写了这一天，年份不同，请核对。", f"{about.year}年{day.month}月{day.day}日"),
                )


def short_year_in_han(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """二六年入春以来: a year of two Chinese numerals (GB/T 15835—2011 5.2.2)."""
    for passage in document.running:
        about = day_of(document, passage)
        if "年" not in passage.text:
            continue
        spans = quoted(passage.text)
        for found in _SHORT_HAN.finditer(passage.text):
            ones = max(0, _HAN.index(found["ones"]) - 1)
            year = _CENTURY + 10 * "〇一二".index(found["tens"]) + ones
            near = -15 < year - about.year < 2 if about else 2010 <= year <= 2030
            if near and not _TIME_FOR.search(passage.text[: found.start()]) and not within(spans, found.start(), found.end()):
                yield passage, Hit(found.start(), found.end(), "年份写四位数。", f"{year}年")


RULES = (
    DocumentRule(About("date.named_year", "“今年”与年份不符", Level.QUERY, "实务"), named_year),
    PassageRule(About("date.plan_years", "五年规划的年份", Level.QUERY, "历次五年规划"), plan_years, needs="五"),
    DocumentRule(About("date.compared", "与本年比", Level.QUERY, "实务"), compared_with_itself),
    DocumentRule(About("date.first_of_year", "“今年”说的是去年", Level.QUERY, "实务"), first_of_another_year),
    DocumentRule(About("date.two_years", "同一天两个年份", Level.QUERY, "实务"), one_day_two_years),
    DocumentRule(About("date.short_han_year", "汉字年份简写", Level.QUERY, "GB/T 15835—2011 5.2.2"), short_year_in_han),
)
