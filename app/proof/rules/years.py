"""Years held against the issue's year become hits: one that can't be, one still to come, last year's left in a copied sentence.

Those that are written otherwise than the text's other years do, too.
"""

from __future__ import annotations

import calendar
import datetime
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from app.model.issue import Role
from app.proof.document import RUNNING, TITLES, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.likely_year import year_of_news
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.proof.spans import quoted, within
from app.proof.told_on import day_of
from app.text.calendar_dates import days_in
from app.text.numerals import parse_numeral

_HAN = "〇零一二三四五六七八九"
_YEAR = re.compile(rf"(?<![\d.{_HAN}])(?P<year>\d{{4}}|[{_HAN}]{{4}})年(?!级|代)")
_TELLING = RUNNING | TITLES
_FIRST, _LAST = 1000, 2100
"""Beyond these nobody writes of a year in a bulletin."""
_PLANNED = re.compile(
    "将|拟|计划|规划|纲要|预计|预期|预测|力争|争取|目标|远景|愿景|实现|建成|建设期|达峰|中和|到期|届满|届时|截止|有效期|期限|底前|之前"
    "|以前|参保|缴费|征缴|征订|\\d月\\d{0,2}日?起|完工|竣工|(?:至|到|—)$|^(?:底|年底)?前"
    "|明年|下一?年|来年|后年|学年|跨年|赛季|世界杯|奥运|亚运|全运|世博|预算|招生|招录|报名|迎接|迎新|元旦|春运|春节|安排|部署|谋划|开启"
    "|展望|任务|工作要点|政府工作报告|起草|编制"
)
_TERM_DAY = re.compile(r"\d{1,2}月(?:\d{1,2}日|底|末)?(?:以|之)?前")
_FAR = 2060
"""Without any date to hold a year against, what lies beyond the plans of these years is told."""
_SUMMED_UP = re.compile("(?:总结|回顾|通报)了?$")
_SET_OUT = re.compile("(?:部署|安排|谋划|布置|研究)了?$")
_WORK = re.compile("[^，。；]{0,12}(?:工作|任务)")
_TERM = re.compile(
    r"[^，。；\d]{0,8}(?:结束|底|末)?前(?:[还再]?将|还要|再)|[^，。；\d]{0,8}(?:结束|底|末)?前，(?:要|将|全面|全部|实行|实施|力争|确保|必须|基本)"
)
_AHEAD = re.compile(r"(?:将|计划|拟|预计)[^，。；]{0,8}$|(?:力争|确保|力保|务必在)到?$")
_UNTIL = re.compile(r"[^。；]{0,6}(?:力争|将|实现|建成|达到)")
_SPAN = re.compile(r"\d{1,2}月(?:\d{1,2}日|底)?[至到—～-]")
"""A year that begins a span: 计划工期36个月（2025年3月至2028年2月）."""
_COME = re.compile("[^，。；]{0,12}了")
_SINCE = re.compile(r"20\d\d年[^。；]*$")
"""2021年仅40万亩，到2025年翻了一番: what has come about."""
_LONG = re.compile(
    r"(?<![\d.])(?:(?:\d{5,6}|\d{3})年(?=\d{1,2}月|以来|度|底|初|，)|20[012]\d{2}年|20\d年(?![代间来前后之的历内左多余]|以[前后上内]))"
)
_SENTENCE = re.compile(r"[^。；！？\n]+")
_ROOM = 400
"""Characters of a sentence, on either side of a year, that speak of it."""
_OLD_NEWS = datetime.timedelta(days=330)
_ANNIVERSARY = re.compile("周年|成立|自|从|以来|始|曾|原|当时|此前|起|印发|公布|施行|出生|入党|参加工作|去年|上年|前年|批准|立项|落成|就")
_WORDED = re.compile(
    r"(?<![\d〇零○一二三四五六七八九])(?P<year>[一二][九〇零○][〇零○一二三四五六七八九]{2})年(?!级|代)"
    r"(?:(?P<month>十[一二]?|[一二三四五六七八九])月(?:(?P<day>[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日)?)?"
)
_FIGURE_DATE = re.compile(r"(?<!\d)(?:\d{4}年|\d{1,2}月)")
_PROGRAMME = re.compile("[^，。；]{0,14}(?:远景|现代化|纲要|规划|决议|决定|公报|建议|目标)")
"""What party documents say of a year in Chinese numerals, and those who quote them: 二〇三五年远景目标."""
_CENTURY = 35
_LINE = 40
"""A shorter passage without a mark is a line of its own, such as a signature's date."""
_BARE_YEAR = re.compile(
    r"(?:^|(?<=[，。；：、（])|(?<=[对将把按])|(?<=完成)|(?<=落实)|(?<=整改))(?P<year>[012]\d)年(?="
    "(?:度|底|末|初)?(?:督查|督察|考核|审计|巡[察视]|检查|预算|决算|计划|任务|目标|招[生录聘]|高考|中考|征兵|项目|财政|税收|中央|省级|市级|县级|经济"
    "|[全我][省市县区州旗镇乡村社]|上半年|下半年|[春夏秋冬][季天种播粮]|早稻|小麦|遗留|列入|下达|批次|民生|重点|专项|脱贫|过渡|乡村|新开工|新增)"
    "|度(?!过)|底(?![气蕴色线])|末|(?:起|开始)，)"
    r"|(?<=自)(?P<since>[012]\d)年(?!级)|(?<=从)(?P<since2>[012]\d)年(?=[^，。；]{0,16}(?:起(?![草火诉步])|开始|以来|至今|到))"
)
_NEAR_YEARS = range(-4, 2)
"""How far a year of two figures may lie from the issue's to be one, and no number of years."""


def year_is_off(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A year that no bulletin speaks of, or one after the issue's in a sentence that doesn't speak of what is to come."""
    for passage in document.passages:
        for found in _LONG.finditer(passage.text) if "年" in passage.text else ():
            yield passage, Hit(found.start(), found.end(), f"“{found[0]}”这个年份不对，请核对。")
    for passage, found, year in _years(document):
        words = found[0]
        if not _FIRST <= year <= _LAST:
            yield passage, Hit(found.start(), found.end(), f"“{words}”这个年份不对，请核对。")
            continue
        about = year_of(document, passage)
        before, behind = _around(passage.text, found)
        summed_up = _SUMMED_UP.search(before) and _WORK.match(behind)
        if about is not None and summed_up and (year > about or (year == about and "今年" in behind)):
            yield passage, Hit(found.start(), found.end(), f"总结的是“{words}”的工作吗？请核对年份。")
        elif year > (_FAR if about is None else about) and not (
            _PLANNED.search(before[-12:]) or _PLANNED.search(behind[:24]) or (_TERM_DAY.match(behind) and "已" not in before[-6:])
        ):
            yield passage, Hit(found.start(), found.end(), f"“{words}”还没有到，请核对年份。")


def year_gone_by(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A past year whose work is still to be set out, or whose end is still a term."""
    for passage, found, year in _years(document):
        about = year_of(document, passage)
        if about is None or not about - 30 < year < about:
            continue
        before, behind = _around(passage.text, found)
        set_out = _SET_OUT.search(before) and _WORK.match(behind)
        come_to = before.endswith("到") and _UNTIL.match(behind) and not _has_come(before, behind)
        ahead = (_AHEAD.search(before) and not _SPAN.match(behind)) or come_to
        if set_out or ahead or (_TERM.match(behind) and not re.search("已|了|曾|当时|要求|提出|明确", before + behind)):
            yield passage, Hit(found.start(), found.end(), f"“{found[0]}”已经过去了，请核对年份。")


def _has_come(before: str, behind: str) -> bool:
    """Whether what a year is told of has come about: 2021年仅40万亩，到2025年达到80万亩."""
    meant = re.match("[^，。；]{0,6}(?:力争|将|确保)", behind) or before.endswith("力争到")
    return not meant and bool(_COME.match(behind) or _SINCE.search(before))


def news_of_last_year(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """An article that opens with a day a year or more ago, as a sentence does that was copied from last year's."""
    for article in range(len(document.articles)):
        opening = next((one for one in document.inside(article) if one.role == Role.BODY and len(one.text) > 12), None)
        day = document.date or document.articles[article].day
        if opening is None or day is None:
            continue
        for found in days_in(opening.text[:30]):
            meant = found.near(day)
            if found.year and meant and _OLD_NEWS < day - meant < 2 * _OLD_NEWS:
                beside = opening.text[max(0, found.start - 6) : found.start] + opening.text[found.end : found.end + 8]
                if not _ANNIVERSARY.search(beside):
                    yield opening, Hit(found.start, found.end, f"“{opening.text[found.start : found.end]}”是一年前的日期，请核对年份。")


def year_in_words(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A year in Chinese numerals in a text that writes its dates in figures (GB/T 15835—2011 4.1)."""
    found: list[tuple[Passage, re.Match[str]]] = []
    for passage in document.running:
        if "年" not in passage.text or (len(passage.text) < _LINE and not re.search("[，。；]", passage.text)):
            continue
        spans = quoted(passage.text)
        for one in _WORDED.finditer(passage.text):
            programme = _PROGRAMME.match(passage.text, one.end()) or _value(one["year"]) % 100 >= _CENTURY
            if not programme and not within(spans, one.start(), one.end()):
                found.append((passage, one))
    if found and sum(len(_FIGURE_DATE.findall(one.text)) for one in document.passages) > 2 * len(found):
        for passage, one in found:
            about, year = year_of(document, passage), _value(one["year"])
            parts = (f"{parse_numeral(one[name])}{unit}" for name, unit in (("month", "月"), ("day", "日")) if one[name])
            right = f"{year}年{''.join(parts)}" if about is None or abs(year - about) <= 1 else None  # another one may be wrong itself
            yield passage, Hit(one.start(), one.end(), "本文其他日期用数字，年份也用数字。", right)


def bare_year(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """24年督查指出的86个问题: two figures at the head of a clause, and what comes every year behind them (5.1.4: 年份不能简写)."""
    for passage in document.running:
        if "年" not in passage.text:
            continue
        spans = quoted(passage.text)
        about = year_of(document, passage)
        for found in _BARE_YEAR.finditer(passage.text):
            year = 2000 + int(found["year"] or found["since"] or found["since2"])
            near = year - about in _NEAR_YEARS if about is not None and found["year"] else about is not None and year <= about
            if near and not within(spans, found.start(), found.end()):
                yield passage, Hit(found.start(), found.end(), "年份写四位数。", f"{year}年")


def leap_day(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """29 February in a year that has none."""
    for passage in document.running:
        about = year_of(document, passage)
        for day in days_in(passage.text):
            leap = day.year is None and (day.month, day.day) == (2, 29)
            if about and leap and not calendar.isleap(about):
                yield passage, Hit(day.start, day.end, f"{about}年没有2月29日。")


def _years(document: Document) -> Iterator[tuple[Passage, re.Match[str], int]]:
    for passage in document.passages:
        if passage.role not in _TELLING or "年" not in passage.text:
            continue
        spans = quoted(passage.text)
        for found in _YEAR.finditer(passage.text):
            if not within(spans, found.start(), found.end()):
                yield passage, found, _value(found["year"])


def _value(words: str) -> int:
    return int("".join(char if char.isdigit() and char.isascii() else str(max(0, _HAN.index(char) - 1)) for char in words))


def _around(text: str, found: re.Match[str]) -> tuple[str, str]:
    """What the sentence says before and behind the year."""
    sentences = _sentences(text)
    start, end = sentences[bisect_right(sentences, found.start(), key=_start) - 1]
    return text[max(start, found.start() - _ROOM) : found.start()], text[found.end() : min(end, found.end() + _ROOM)]


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(one.span() for one in _SENTENCE.finditer(text))


def _start(span: tuple[int, int]) -> int:
    return span[0]


def year_of(document: Document, passage: Passage) -> int | None:
    """The year by which a passage is read: the issue's, that of its article, or the one that the text speaks of most."""
    if day := day_of(document, passage):
        return day.year
    return document.once(_spoken_of_most)


def _spoken_of_most(document: Document) -> int | None:
    dated = [day.year for one in document.passages for day in days_in(one.text) if day.year and 2000 < day.year < _FAR]
    if dated:
        return max(dated)
    if told := document.once(year_of_news):
        return told
    counts = Counter(_value(found["year"]) for one in document.passages for found in _YEAR.finditer(one.text))
    usual = [(count, year) for year, count in counts.items() if 2000 < year < _FAR]
    count, year = max(usual, default=(0, 0))
    return year if count > 1 else None


RULES = (
    DocumentRule(About("date.year", "年份有误", Level.QUERY, "实务"), year_is_off),
    DocumentRule(About("date.year_past", "年份没有更新", Level.QUERY, "实务"), year_gone_by),
    DocumentRule(About("date.old_news", "开头是去年的日期", Level.QUERY, "实务"), news_of_last_year),
    DocumentRule(About("date.worded_year", "年份用汉字", Level.QUERY, "GB/T 15835—2011 4.1"), year_in_words),
    DocumentRule(About("date.bare_year", "句首的年份简写", Level.QUERY, "GB/T 15835—2011 5.1.4"), bare_year),
    DocumentRule(About("date.leap_day", "没有2月29日", Level.ERROR, "历法"), leap_day),
)
