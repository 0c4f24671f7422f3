"""Days, hours and periods held against one another become hits: 4月29日至31日, 14时至11时, 三季度（4—6月）, 四月三十一日."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.text.numerals import parse_numeral

_TO = "[至到—～~-]{1,2}"
_DAYS_OF_MONTH = re.compile(
    rf"(?<![\d.])(?P<month>\d{{1,2}})月\d{{1,2}}日?(?:(?:{_TO}|[、和及与])\d{{1,2}}(?=日|[、和及与]\d{{1,2}}日)日?)+"
)
_LATER_DAY = re.compile(rf"(?:{_TO}|[、和及与])(?P<day>\d{{1,2}})日?")
_HAN_DAY = re.compile(
    r"(?P<lunar>农历|阴历|旧历|夏历)?(?P<month>正|冬|腊|十[一二]?|[一二三四五六七八九])月(?P<day>[二三]?十[一二三四五六七八九]?|[四五六七八九]十)"
    r"(?P<unit>日|号)?(?![个余多来几月年天家名人万百])"
)
_LEAP = 2000
_LUNAR_MOST = 30
_POINT = (
    r"(?:(?P<year{n}>20\d\d)年)?(?P<month{n}>\d{{1,2}})月(?:(?P<day{n}>\d{{1,2}})日)?"
    r"(?:上午|下午|晚上?)?(?:(?P<hour{n}>\d{{1,2}})(?:时|[:：]\d\d)(?:\d{{1,2}}分|整|许)?)?"
)
_TO_A_MONTH = re.compile(r"[至到—～~-](?:20\d\d年)?\d{1,2}月")
_POINTS = re.compile(rf"(?<![\d.]){_POINT.format(n=1)}(?:{_TO})(?!次年){_POINT.format(n=2)}")
_DAY_HOURS = re.compile(
    rf"(?<![\d月.])(?P<day>\d{{1,2}})日(?P<hour>\d{{1,2}})时(?:\d{{1,2}}分)?{_TO}(?P<day2>\d{{1,2}})日(?P<hour2>\d{{1,2}})时"
)
_HOURS = re.compile(
    rf"(?<![\d日.:：午晨晚上夜间点])(?P<hour1>\d{{1,2}})(?:时(?:(?P<half1>半)|(?P<minute1>\d{{1,2}})分)?|[:：](?P<sharp1>\d\d))(?:持续|延续|一直)?(?:{_TO})"
    r"(?P<hour2>\d{1,2})(?:时(?:(?P<half2>半)|(?P<minute2>\d{1,2})分)?|[:：](?P<sharp2>\d\d))(?![\d:：])"
)
_SAME_DAY = range(6, 17)
"""Hours of a working day: what begins in them and ends sooner, but not at night, doesn't go over midnight."""
_EARLIEST_END = 6
_PART_OF_DAY = re.compile(r"(?P<part>中午|下午|傍晚|晚上?|夜间|夜里|凌晨)(?P<hour>\d{1,2})(?:时|点(?!名|位|赞|多)|[:：]\d\d)(?![\d:：])")
_HOURS_OF = {
    "中午": {10, 11, 12, 13, 14, 1, 2},
    "下午": {12, 13, 14, 15, 16, 17, 18, 19, 1, 2, 3, 4, 5, 6, 7},
    "傍晚": {4, 5, 6, 7, 8, 16, 17, 18, 19, 20},
    "晚": {17, 18, 19, 20, 21, 22, 23, 24, 0, 1, 2, 5, 6, 7, 8, 9, 10, 11, 12},
    "夜": {17, 18, 19, 20, 21, 22, 23, 24, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
    "凌晨": {0, 1, 2, 3, 4, 5, 6, 7, 12, 24},
}
_ENDS_IN_PART = re.compile(
    rf"下午(?P<hour1>[1-7])(?:时|点|[:：]\d\d)(?:半|\d{{1,2}}分)?{_TO}(?P<hour2>[1-9])(?:时|点|[:：]\d\d)(?![\d:：])"
)
_PERIOD = re.compile(
    r"(?P<period>第?[一二三四]季度|[上下]半年|(?P<of>\d{1,2})月份?[上中下]旬)末?[，、]?[（(](?:即)?(?:\d{4}年)?"
    rf"(?P<first>\d{{1,2}})(?P<unit>月(?:(?P<first_day>\d{{1,2}})日)?|日)?(?:{_TO}|、)(?P<last>\d{{1,2}})(?P<last_unit>月(?:(?P<last_day>\d{{1,2}})日)?|日)[）)]"
)
_TENTH = re.compile(r"(?P<of>\d{1,2})月(?P<part>[上中下])旬[，（(]?(?:(?P=of)月)?(?P<day>\d{1,2})日")
_TENTHS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
_TENTHS_TO = re.compile(rf"(?P<of>\d{{1,2}})月(?P<first>[中下])旬{_TO}(?:(?P=of)月)?(?P<last>[上中])旬")


def day_of_short_month(passage: Passage, _: Office) -> Iterator[Hit]:
    """4月29日至31日, 2月15日、30日: a day that stands behind another one of its month, and that the month hasn't."""
    for found in _DAYS_OF_MONTH.finditer(passage.text):
        month = int(found["month"])
        if 1 <= month <= 12:
            most = calendar.monthrange(_LEAP, month)[1]
            for later in _LATER_DAY.finditer(passage.text, found.start(), found.end()):
                if not 1 <= int(later["day"]) <= most:
                    yield Hit(later.start("day"), later.end(), f"{month}月没有{later['day']}日。")


def no_such_day_in_han(passage: Passage, _: Office) -> Iterator[Hit]:
    """四月三十一日, 农历腊月三十一: a day in Chinese numerals that its month hasn't."""
    for found in _HAN_DAY.finditer(passage.text):
        lunar = found["lunar"] or found["month"] in "正冬腊"
        if not lunar and not found["unit"]:
            continue
        month, day = parse_numeral(found["month"]) or 12, parse_numeral(found["day"]) or 0
        if day > (_LUNAR_MOST if lunar else calendar.monthrange(_LEAP, month)[1]):
            yield Hit(found.start(), found.end(), f"没有“{found[0]}”这一天。")


def ends_sooner(passage: Passage, _: Office) -> Iterator[Hit]:
    """5月26日8时至5月24日8时, 2025年9月至2025年6月, 21日9时至20日17时: a span that ends before it begins."""
    for found in found_by(_TO_A_MONTH, _POINTS, passage.text):
        one, other = ([int(found[f"{part}{n}"] or 0) for part in ("year", "month", "day", "hour")] for n in (1, 2))
        dated = found["day1"] and found["day2"]
        if bool(found["day1"]) != bool(found["day2"]) or (other[0] and not one[0]):
            continue
        known = bool(one[0] and other[0])
        told = dated or (known and found["year1"])
        if not known:
            one[0] = other[0] = 0
        if not (found["hour1"] and found["hour2"]):
            one[3] = other[3] = 0
        year_turns = not known and one[1] - other[1] > _TURN
        if told and other < one and not year_turns:
            yield Hit(found.start(), found.end(), "起止时间倒了。")
    for found in _DAY_HOURS.finditer(passage.text):
        if 0 < int(found["day"]) - int(found["day2"]) < _NEXT_MONTH:
            yield Hit(found.start(), found.end(), "起止时间倒了。")


_TURN = 4
"""Without years, a span that ends so many months sooner goes over the turn of one."""
_NEXT_MONTH = 20
"""A span of days without their month that ends so much sooner ends in the next one: 30日8时至2日8时."""


def hours_turned(passage: Passage, _: Office) -> Iterator[Hit]:
    """14时至11时, 9时30分至8时50分: hours of one working day, and no night between them; so are 下旬至中旬 of one month."""
    for found in _HOURS.finditer(passage.text):
        first, last = (
            60 * int(found[f"hour{n}"]) + (30 if found.groupdict().get(f"half{n}") else int(found[f"minute{n}"] or found[f"sharp{n}"] or 0))
            for n in (1, 2)
        )
        if first // 60 in _SAME_DAY and last // 60 >= _EARLIEST_END and last < first:
            yield Hit(found.start(), found.end(), "起止时间倒了，请核对。")
    for found in _TENTHS_TO.finditer(passage.text):
        if "上中下".index(found["first"]) > "上中下".index(found["last"]):
            yield Hit(found.start("first"), found.end(), "起止时间倒了，请核对。")


def hour_of_other_part(passage: Passage, _: Office) -> Iterator[Hit]:
    """中午8时, 夜间14时, 下午9时: an hour that the part of the day before it hasn't."""
    for found in _PART_OF_DAY.finditer(passage.text):
        part = found["part"]
        if int(found["hour"]) not in _HOURS_OF.get(part, _HOURS_OF.get(part[0], ())):
            yield Hit(found.start(), found.end(), f"“{found[0]}”前后不合，请核对。")
    for found in _ENDS_IN_PART.finditer(passage.text):
        if int(found["hour2"]) <= int(found["hour1"]) and ":" not in found[0] and "：" not in found[0] and "分" not in found[0]:
            yield Hit(found.start(), found.end(), "起止时间倒了，请核对。")


def months_of_other_period(passage: Passage, _: Office) -> Iterator[Hit]:
    """三季度（4—6月）, 上半年（1—7月）, 5月下旬（5月11日至15日）, 5月上旬15日: a span that isn't in the period before it."""
    for found in _PERIOD.finditer(passage.text):
        within = _within(found)
        if within is False:
            yield Hit(found.start(), found.end(), f"“{found['period']}”和后面的时间对不上，请核对。")
    for found in _TENTH.finditer(passage.text):
        low, high = _TENTHS[found["part"]]
        if not low <= int(found["day"]) <= high:
            yield Hit(found.start(), found.end(), f"{found['day']}日不在{found['part']}旬，请核对。")


def _within(found: re.Match[str]) -> bool | None:
    """Whether a span lies within the period before it; None where they are of different kinds."""
    period, first, last = found["period"], int(found["first"]), int(found["last"])
    if found["of"]:
        return None  # its first day tells, which another pattern looks at
    if found["last_unit"] == "日" or found["first_day"] or found["last_day"]:
        return None
    if period.endswith("季度"):
        quarter = "一二三四".index(period[-3]) + 1
        return 3 * quarter - 2 <= first <= last <= 3 * quarter
    return (1 <= first <= last <= 6) if period[0] == "上" else (7 <= first <= last <= 12)


_LASTING = re.compile("[为历]时|为期|[，（](?:共|前后)[\\d一二三四五六七八九十两]")
_LASTS_SO_LONG = re.compile("(?:为期|历时|连续|持续)[\\d一二三四五六七八九十两]")
_LASTS = re.compile(
    r"(?P<month1>\d{1,2})月(?P<day1>\d{1,2})日(?:正式)?(?:开始|启动|起|开幕)?，?(?:一直)?(?:至|到|持续到|持续至)(?:同年|当年)?"
    r"(?P<month2>\d{1,2})月(?P<day2>\d{1,2})日(?:结束|止|闭幕)?[，（](?:共|为期|历时|为时|前后)(?P<count>\d{1,3}|[一二三四五六七八九十百两]{1,4})(?P<unit>天|个月|周)(?!（不含|（扣除|（工作日|工作日)"
)
_LONGER = re.compile(
    r"(?<![\d月])(?P<month>\d{1,2})月(?P<first>\d{1,2})日(?:（[^（）]{1,6}）)?[至到—～-](?:(?P=month)月)?(?P<last>\d{1,2})日(?:（[^（）]{1,6}）)?，?"
    r"(?:[^，。；\d前后每分共]{0,16}?(?:为期|历时)|连续|持续)(?P<count>\d{1,2}|[一二三四五六七八九十两]{1,2})天(?!半)"
)
_SLIP_OF_DAYS, _AFTER = 2, 14
_LONG_ONE = re.compile("参加|终于|缓解|尾声|返岗|结束")
"""What a few days are only a part of, or the end of."""
_LOOSE = {"天": (1, 0), "周": (7, 6), "个月": (30.4, 16)}
"""Days of a unit, and by how many days a stretch told in it may differ; a day may be counted at one end or at both."""


def lasts_longer(passage: Passage, _: Office) -> Iterator[Hit]:
    """从6月20日开始，至9月27日结束，为期90天: the two days lie a hundred apart."""
    for found in found_by(_LASTING, _LASTS, passage.text):
        first, last = ((int(found[f"month{end}"]), int(found[f"day{end}"])) for end in "12")
        count = int(found["count"]) if found["count"].isdigit() else parse_numeral(found["count"].replace("两", "二"))
        if count is None or not all(1 <= month <= 12 and 1 <= day <= calendar.monthrange(_LEAP, month)[1] for month, day in (first, last)):
            continue
        days = (date(_LEAP + 1, last[0], min(last[1], 28)) - date(_LEAP + 1, first[0], min(first[1], 28))).days
        days += (last[1] - min(last[1], 28)) - (first[1] - min(first[1], 28))
        days += 365 if days < 0 else 0
        size, loose = _LOOSE[found["unit"]]
        if not days - loose - 1 <= count * size <= days + loose + 2:
            yield Hit(found.start("count"), found.end(), f"从起到止是{days + 1}天，请核对。")


def longer_than_its_days(passage: Passage, _: Office) -> Iterator[Hit]:
    """4月8日至11日，为期5天的培训班: it may last less than from the one day to the other, not more."""
    for found in found_by(_LASTS_SO_LONG, _LONGER, passage.text):
        count = parse_numeral(found["count"].replace("两", "二")) or 0
        days = int(found["last"]) - int(found["first"]) + 1
        if 0 < days < count <= days + _SLIP_OF_DAYS and not _LONG_ONE.search(passage.text, found.start(), found.end() + _AFTER):
            yield Hit(found.start("count"), found.end(), f"从起到止是{days}天，请核对。")


RULES = (
    PassageRule(About("date.lasts", "起止日期与天数不合", Level.QUERY, "历法"), lasts_longer, needs="期历共时后"),
    PassageRule(About("date.lasts_longer", "天数多于起止日期", Level.QUERY, "历法"), longer_than_its_days, needs="期历续"),
    PassageRule(About("date.short_month", "当月没有的日子", Level.ERROR, "历法"), day_of_short_month, needs="月"),
    PassageRule(About("date.han_day", "汉字日期不存在", Level.ERROR, "历法"), no_such_day_in_han, needs="月"),
    PassageRule(About("date.ends_sooner", "起止时间颠倒（连着写明月、日、时）", Level.ERROR, "历法"), ends_sooner, needs="月时"),
    PassageRule(About("date.hours_turned", "起止钟点颠倒", Level.QUERY, "实务"), hours_turned, needs="时:：旬"),
    PassageRule(About("date.part_of_day", "时段与钟点不合", Level.QUERY, "实务"), hour_of_other_part, needs="午晚夜晨"),
    PassageRule(About("date.period", "时段与月份不合", Level.QUERY, "历法"), months_of_other_period, needs="季半旬"),
)
