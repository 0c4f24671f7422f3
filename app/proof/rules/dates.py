"""Dates that don't exist, or are written as they should not be, become hits (GB/T 15835—2011, GB/T 9704—2012 7.3.5.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.text.calendar_dates import days_in
from app.text.numerals import parse_numeral

_MONTHLY = re.compile(r"\d月")
_MONTH = re.compile(r"(?<![\d.])(?:\d{4}年)?(?P<month>\d{1,2})月(?!\d{1,2}[日号]|龄)")
_TIME = re.compile(r"\d[:：时点]")
_CLOCK = re.compile(r"(?<![\d:：])(?P<hour>\d{1,2})(?:[:：](?P<minute>\d{2})(?![\d:：])|[时点](?:(?P<minute2>\d{1,2})分)?)")
_SHORT_MINUTE = re.compile(
    r"(?:[上下中]午|早上|早晨|晚上?|凌晨|清晨|傍晚|夜间)(?P<clock>\d{1,2}[:：]\d)(?=[，至到—]|召开|开始|举行|集合|前往|赶到|启动)(?!，?[^，。]{0,8}[胜负败克淘])"
)
_HALF_DAY = re.compile(r"(?:上午|凌晨|清晨|早上|早晨)(?:1[3-9]|2[0-4])(?:时|点|[:：]\d\d)")
_DURATION = re.compile(r"(?<!\d)\d{1,2}个?小时[6-9]\d分钟(?![之内以])")
_HOUR = re.compile(r"\d时")
_HOURS = re.compile(r"(?<![\d.:：])(?P<hour>2[5-9]|[3-9]\d)时(?![间代期候段效机常])")
_PERIODS = re.compile("[五六七八九5-9周期拜三四十](?:季|[七八九7-9]|月)")
_NO_PERIOD = re.compile(
    "第(?:[五六七八九]|[5-9])季度|(?<=[每逢])(?:周|星期)[七八九7-9]|(?:星期|礼拜)[七八九7-9]|(?<=[（，日])周[七八九](?=[）上下晚，])"
    r"|(?:十[三四五六七八九]|[二三]十)月(?=[初底末上中下份，]|[一二三]?十?[一二三四五六七八九十]日)"
)
"""A quarter, a weekday or a month that no year or week has."""
_TIMED = re.compile("[午晨晚夜日点]|时间|[时分][至到—～-]")
_NOUGHT = re.compile(r"0[1-9][月日至到—～、和-]")
_ZERO = re.compile(
    r"(?:(?<=年)|(?<=[月至到—～-])|(?<![\d年月.]))0(?P<figure>[1-9])(?P<unit>月|日)|(?<=年)0(?P<figure2>[1-9])(?P<unit2>[至到—～-](?=\d{1,2}月))"
    r"|(?<=月)0(?P<figure3>[1-9])(?P<unit3>[至到—～、和-](?=\d{1,2}日))|(?<![\d年月.:：/])0(?P<figure4>[1-9])(?P<unit4>[至到—～、和-](?=\d{1,2}月(?!\d)))"
)
_SHORT_YEAR = re.compile(
    r"(?=\d)(?:(?<![\d.])(?<!\d[—～至到-])(?P<year>[012]\d|9\d)年(?=\d{1,2}月|年底|年初|底(?![气蕴色线])|初(?![心衷])|全年|度(?!过)|春|秋|上半年"
    "|下半年|第[一二三四]季度|以来)"
    r"|(?:^|(?<=[，。；比与同较和])|(?<=[去上]年（))(?P<year4>2\d)年(?=，|[冬夏秋春][季天种播收]|暑[期假]|寒假|汛期|国庆|春节|同期|五一|中秋|相比|）)"
    r"|(?<![\d至到—～-])(?P<year5>0[1-9])年(?![级代\d])"
    r"|(?<=[至到—～-])(?<!\d{4}[至到—～-])(?P<year2>[012]\d)年(?=\d{1,2}月)|(?<=[’'])(?P<year3>\d\d)年)"
)
_LASTED = re.compile("(?:连续|坚守|坚持|从业|历时|扎根|深耕|服务|工作|长达|近|约|满|整整|过去|过|了|期为?)$")
_DECADE = re.compile(r"(?<![世纪\d])(?P<decade>[1-9]0)年代")
_DASHED = re.compile(
    r"(?<![\dA-Za-z.:/-])(?P<year>20\d\d|19\d\d)(?P<sep>[-/.．、])(?P<month>0?[1-9]|1[0-2])(?P=sep)(?P<day>0?[1-9]|[12]\d|3[01])(?:日)?"
    r"(?![\d./-])"
)
_HAN_YEAR = re.compile(r"[一二][〇零0○ＯOo一二三四五六七八九]{3}(?=年)")
_LETTER_YEAR = re.compile(r"(?<![A-Za-z\d])[12][0-9OoＯ]{3}(?=年)")
_MIXED = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?P<month>十[一二]?|[一二三四五六七八九])月"
    "(?!初|廿|[三五七八九十]{1,2}(?![日一二三四五六七八九十]))(?:"
    r"(?P<day>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日)?"
    r"|(?<![\d年一二三四五六七八九十])(?P<month2>十[一二]?|[一二三四五六七八九])月(?P<day2>\d{1,2})日"
    r"|(?<!\d)(?P<month3>\d{1,2})月(?P<day3>[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
    r"|(?P<year4>[一二][〇零○九][〇零○一二三四五六七八九]{2})年(?P<month4>十[一二]?|[一二三四五六七八九])月(?P<day4>\d{1,2})日"
)
_SPOKEN = re.compile(r"(?<=\d月)(?P<day>\d{1,2})号(?!线|楼|院|店|门|文|公告|令|台风|洪|机组|泵|井|库|桥|标段|炉|地块|仓|馆|厅|车间|生产线)")
_ZERO_IN_HAN = re.compile("(?<=月)[零〇](?P<day>[一二三四五六七八九])(?=日)|(?<=年)[零〇](?P<month>[一二三四五六七八九])(?=月)")
_OVER_THE_TURN = 5
"""A span that ends so many months before it begins goes over the turn of a year: 11月1日至5月31日."""
_SPAN = re.compile(
    r"(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日(?:上午|下午|晚)?[至到—～-](?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日"
    r"|(?P<y1>(?:19|20)\d\d)年?(?P<ym1>\d{1,2}月)?[至到—～-](?P<y2>(?:19|20)\d\d)年(?P<ym2>\d{1,2}月)?"
)

_MONTHS = re.compile(r"(?<![\d.月])(?P<first>1[0-2]|[1-9])月?[至到—～-](?P<last>1[0-2]|[1-9])月(?!\d)")
_FEW_MONTHS = 2
"""A span of months that goes back by more may go over the turn of a year: 11月至3月."""
_HOURS_OF_A_HALF = re.compile(
    r"[上下]午(?P<h1>\d{1,2})(?:[:：](?P<m1>\d\d)|[时点](?:(?P<half1>半)|(?P<m1b>\d{1,2})分)?)[至到—～-]"
    r"(?P<h2>\d{1,2})(?:[:：](?P<m2>\d\d)|[时点](?:(?P<half2>半)|(?P<m2b>\d{1,2})分)?)"
)


def impossible_date(passage: Passage, _: Office) -> Iterator[Hit]:
    """A day, a month or an hour that no calendar and no clock has."""
    text = passage.text
    for day in days_in(text):
        if not day.possible:
            yield Hit(day.start, day.end, f"没有“{text[day.start : day.end]}”这一天。")
    for found in found_by(_MONTHLY, _MONTH, text):
        if not 1 <= int(found["month"]) <= 12:
            yield Hit(found.start("month"), found.end(), f"没有“{found['month']}月”。")
    for found in found_by(_TIME, _CLOCK, text):
        minute = found["minute"] or found["minute2"] or "0"
        if (
            found["minute"] is None
            and found["minute2"] is None
            and not passage.text[: found.start()].endswith(("午", "晨", "晚", "夜", "日"))
        ):
            continue  # 30点建议
        timed = (
            found["minute"] is None or _TIMED.search(text[max(0, found.start() - 12) : found.start()]) or text.startswith("时", found.end())
        )
        if timed and not text.startswith(("个", "位", "多"), found.end()) and (int(found["hour"]) > 24 or int(minute) > 59):
            yield Hit(found.start(), found.end(), f"没有“{found[0]}”这个时间。")
    for found in found_by(_HOUR, _HOURS, text):
        if not text[: found.start()].endswith(("午", "晨", "晚", "夜", "日")):  # those were told above
            yield Hit(found.start(), found.end(), f"没有“{found[0]}”这个时间。")
    for found in _DURATION.finditer(text):
        yield Hit(found.start(), found.end(), "小时后面的分不到60，请核对。")
    for found in _HALF_DAY.finditer(text):
        yield Hit(found.start(), found.end(), f"没有“{found[0]}”这个时间，请核对。")
    for found in found_by(_PERIODS, _NO_PERIOD, text):
        yield Hit(found.start(), found.end(), f"没有“{found[0]}”。")


def short_minute(passage: Passage, _: Office) -> Iterator[Hit]:
    """上午9:5: it may be 9:05 or 9:50."""
    for found in _SHORT_MINUTE.finditer(passage.text):
        yield Hit(found.start("clock"), found.end(), "时、分之间用冒号时，分写两位数，请核对。")


def zero_in_date(passage: Passage, _: Office) -> Iterator[Hit]:
    """A month or a day with a zero before it (GB/T 9704—2012 7.3.5.4: 月、日不编虚位)."""
    for found in found_by(_NOUGHT, _ZERO, passage.text):
        side = next(side for side in ("", "2", "3", "4") if found[f"figure{side}"])
        right = f"{found[f'figure{side}']}{found[f'unit{side}']}"
        yield Hit(found.start(), found.end(), "月、日前面不加“0”。", right)
    for found in _ZERO_IN_HAN.finditer(passage.text):
        yield Hit(found.start(), found.end(), "月、日前面不加“零”。", found["day"] or found["month"])


def short_year(passage: Passage, _: Office) -> Iterator[Hit]:
    """A year of two figures (GB/T 15835—2011 5.1.4: 年份不能简写)."""
    for found in _SHORT_YEAR.finditer(passage.text):
        year = found["year"] or found["year2"] or found["year3"] or found["year4"] or found["year5"]
        told = passage.text[found.end() :].startswith(("初", "底", "度", "春", "秋"))
        if told and (not 15 <= int(year) <= 29 or _LASTED.search(passage.text[: found.start()])):
            continue
        yield Hit(found.start(), found.end(), "年份写四位数。", f"{'19' if year >= '90' else '20'}{year}年")


def decade(passage: Passage, _: Office) -> Iterator[Hit]:
    """A decade without its century."""
    for found in _DECADE.finditer(passage.text):
        yield Hit(found.start(), found.end(), "年代前面写明世纪，如“20世纪90年代”。", f"20世纪{found['decade']}年代")


def dashed_date(passage: Passage, _: Office) -> Iterator[Hit]:
    """A date in figures and dashes, dots or strokes in running text."""
    for found in _DASHED.finditer(passage.text):
        right = f"{found['year']}年{int(found['month'])}月{int(found['day'])}日"
        yield Hit(found.start(), found.end(), "正文里的日期写成“年月日”。", right)


def year_in_han(passage: Passage, _: Office) -> Iterator[Hit]:
    """A year in Chinese numerals with 零, 0 or a letter for 〇, or one in figures with a letter for 0 (GB/T 15835—2011 5.2.2)."""
    for found in _HAN_YEAR.finditer(passage.text):
        right = re.sub("[零0○ＯOo]", "〇", found[0])
        if right != found[0]:
            yield Hit(found.start(), found.end(), "汉字年份里的零写“〇”。", right)
    for found in _LETTER_YEAR.finditer(passage.text):
        right = re.sub("[OoＯ]", "0", found[0])
        if right != found[0]:
            yield Hit(found.start(), found.end(), "年份里混进了字母。", right)


def mixed_date(passage: Passage, _: Office) -> Iterator[Hit]:
    """A date partly in figures, partly in Chinese numerals (GB/T 15835—2011 4.3)."""
    for found in _MIXED.finditer(passage.text):
        month = found["month"] or found["month2"] or found["month3"] or found["month4"]
        day = found["day"] or found["day2"] or found["day3"] or found["day4"]
        right = (
            (f"{parse_numeral(found['year'] or found['year4'])}年" if found["year"] or found["year4"] else "")
            + f"{parse_numeral(month)}月"
            + (f"{parse_numeral(day)}日" if day else "")
        )
        yield Hit(found.start(), found.end(), "同一个日期里不要混用数字和汉字。", right)


def spoken_day(passage: Passage, _: Office) -> Iterator[Hit]:
    """号 for 日, as one speaks."""
    for found in _SPOKEN.finditer(passage.text):
        yield Hit(found.end() - 1, found.end(), "书面语写“日”。", "日")


def backward_span(passage: Passage, _: Office) -> Iterator[Hit]:
    """A span of days, months, years or hours that ends before it begins; one over the turn of a year may."""
    for found in _MONTHS.finditer(passage.text):
        if 1 <= int(found["first"]) - int(found["last"]) <= _FEW_MONTHS:
            yield Hit(found.start(), found.end(), "起止时间倒了。")
    for found in _HOURS_OF_A_HALF.finditer(passage.text):
        first, last = (
            60 * int(found[f"h{side}"]) + (30 if found[f"half{side}"] else int(found[f"m{side}"] or found[f"m{side}b"] or 0))
            for side in "12"
        )
        if last <= first <= 60 * 12:
            yield Hit(found.start(), found.end(), "起止时间倒了。")
    for found in _SPAN.finditer(passage.text):
        if found["y1"]:
            wrong = int(found["y2"]) < int(found["y1"]) + (found["ym1"] is None and found["ym2"] is None)
        else:
            first, last = int(found["m1"]), int(found["m2"] or found["m1"])
            wrong = (last, int(found["d2"])) <= (first, int(found["d1"])) and first - last < _OVER_THE_TURN
        if wrong:
            yield Hit(found.start(), found.end(), "起止时间倒了。")


RULES = (
    PassageRule(About("date.impossible", "不存在的日期", Level.ERROR, "历法"), impossible_date, needs="月时点：:季周星礼"),
    PassageRule(About("date.minute", "钟点的分少一位", Level.ERROR, "GB/T 15835—2011 5.1.4"), short_minute, needs=":："),
    PassageRule(About("date.zero", "月日虚位", Level.ERROR, "GB/T 9704—2012 7.3.5.4"), zero_in_date, needs="月日"),
    PassageRule(About("date.short_year", "年份简写", Level.ERROR, "GB/T 15835—2011 5.1.4"), short_year, needs="年"),
    PassageRule(About("date.decade", "年代缺世纪", Level.QUERY, "GB/T 15835—2011；实务"), decade, needs="代"),
    PassageRule(
        About("date.dashed", "日期写法（用短横、斜线）", Level.QUERY, "GB/T 15835—2011 5.1.4；实务"), dashed_date, RUNNING, needs="-/.．、"
    ),
    PassageRule(About("date.han_year", "年份里的零", Level.ERROR, "GB/T 15835—2011 5.2.2"), year_in_han, needs="年"),
    PassageRule(About("date.mixed", "日期数字混用", Level.ERROR, "GB/T 15835—2011 4.3"), mixed_date, needs="月"),
    PassageRule(About("date.spoken", "“号”与“日”", Level.QUERY, "实务"), spoken_day, needs="号"),
    PassageRule(About("date.backward", "起止时间颠倒", Level.ERROR, "历法"), backward_span, needs="至到—～-"),
)
