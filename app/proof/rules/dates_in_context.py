"""Dates held against the issue's date and against weekdays become hits."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.likely_year import WEEKDAY, reckoned_from
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, DocumentRule
from app.proof.spans import quoted, within
from app.proof.told_on import day_of
from app.text.calendar_dates import CalendarDay, days_in

_BRACKETED = re.compile("[（(](?:星期|周|礼拜)")
_SPAN = re.compile(
    r"(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日[至到—～、和及-](?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日[（(]"
    r"(?P<word>星期|周|礼拜)(?P<one>[一二三四五六日天])(?P<to>[至到—～、和及-])(?P<word2>(?:星期|周|礼拜)?)(?P<other>[一二三四五六日天])[）)]"
)
_LAST_DAY = re.compile(
    r"(?P<first>\d{1,2}月\d{1,2}日)(?:[（(](?:星期|周|礼拜)[一二三四五六日天][）)])?[至到—～](?P<day>\d{1,2})日[（(]"
    r"(?P<word>星期|周|礼拜)(?P<said>[一二三四五六日天])[）)]"
)
_LAST_YEARS_MONTHS = 9
"""In January one may still tell of November without saying of which year."""
_DAYS = "一二三四五六日"
_SEVERAL = 2
"""Days after the issue's date that make one doubt it."""
_COMING = re.compile(
    "(?<!已)将|标准时点|拟|决定[，于从自在]|节[是为]|会期|工期|展期|原定|延长|延期|推迟|顺延|例如|比如|譬如|据预报|预报|预测|气象(?:部门|台|局)?[预分]|气象条件|时间为|时间是|定在|安排在|计划|定于|阶段|不得|期间|汛期|必须|分为|分三步|报名|预计|预期|力争|争取|截止|之前|以前"
    "|最迟|最晚|约定|约好|相约|抓住|借助|契机|建议|底前|日前完成|前完成|前报|前将|(?<![目此日])前，|(?<![目此])前。|为期|起施行|起实施|起执行|起正式|届时|即将|有效期|(?<![邀申聘])请|要在|应在|务必|目标|确保"
)
_TERM = re.compile(
    r"(?:之|以)?前(?!往|夕|后|去|来|召开|举行)|[^，。；、]{0,8}日前(?!往|夕|后|[召举])|起(?!草|火|诉)|(?:[至到—～-](?:\d{1,2}月)?\d{1,2}日)?(?:为(?!了|期)|是)|(?:开始|结束)[，。；]|入汛|入梅|开学|休渔|开渔|放假|供暖|停暖"
)
"""Behind a day that is still to come: until then, from then on; or what the calendar says of it (2月17日为农历正月初一)."""
_HAPPENED = re.compile(
    "(?:上午|下午|晚上?|凌晨|中午)?，[^，。；]{0,20}?(?:(?:召开|举行|举办|组织|开展|发布|发放|出动|完成|进行|查处|检查|走访|慰问|印发|收到|接到|启动)了|再次|荣获|顺利|圆满|已经?|全部(?:完成|到位|整改|销号|结束|建成)|召开[^，。；]{1,20}会议?(?=，))"
)
"""Behind a day: something was done on it, whatever else the sentence speaks of."""
_UP_TO = re.compile("，?[^，。；]{0,10}?(?:已|共(?!同|建)|累计|完成)")
"""Behind 截至 and a day: what had been done by then."""
_DONE_BY = re.compile("(?:(?:之|以)?前|起)，?已(?:经|全|累|完|检|建|实)")
"""Behind a day that would be a term: what has been done by then, or since."""
_PLAN = re.compile("将|拟|计划|定于|预计|力争|确保|要[在求]|(?<![邀申聘])请|应|务必|必须")
_NOTICE = re.compile("通知如下|特此通知|特此公告|(?:活动|报名|举办|开放|培训|会议|比赛|考试|公示)时间[：:]")
"""What tells a notice, which speaks of days to come throughout."""
_MONTHLY = re.compile(r"\d月(?:[上中下]旬|[初底末份])|[于在](?:今年)?\d{1,2}月")
_MONTH_PAST = re.compile(
    r"已经?[于在](?:今年)?(?P<month>\d{1,2})月(?!\d)|(?<!\d)(?<!\d年)(?P<month2>\d{1,2})月(?:上旬|中旬|下旬|初|底前?|末|份)，?[^，。；、]{0,8}?(?:已(?:经|于|全部"
    r"|全面)|被评为|荣获|获评)"
)
_REACH = 24
"""Characters behind a day that speak of it."""
_BREAK = "。；！？"
_TOLD_YEAR = re.compile(r"去年|上年|前年|上一年|(?:19|20)\d\d年|同期")


def wrong_weekday(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A weekday that isn't the one of its date. Without a year the one of the article or of the issue counts; where neither is known,
    the year that suits most of the document's weekdays, or the one that it speaks of."""
    for passage in document.passages:
        about = reckoned_from(document, passage) if "日" in passage.text else None
        for day in days_in(passage.text):
            found = WEEKDAY.match(passage.text, day.end) if about or day.year else None
            meant = day.near(about or datetime.date.max) if found else None
            if found is None or meant is None:
                continue
            right = _DAYS[meant.weekday()]
            if found["day"].replace("天", "日") != right:
                start = found.start("word")
                yield (
                    passage,
                    Hit(start, found.end("day"), f"{meant.year}年{meant.month}月{meant.day}日是星期{right}。", found["word"] + right),
                )


def wrong_weekdays_of_span(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """Weekdays of two days told together, 4月11日至12日（周五、周六）."""
    for passage in document.passages:
        about = reckoned_from(document, passage)
        for found in found_by(_BRACKETED, _SPAN, passage.text) if about else ():
            first = next((day for day in days_in(passage.text) if day.start == found.start()), None)
            meant = first.near(about) if first and about else None
            if meant is None:
                continue
            try:
                last = datetime.date(meant.year, int(found["month"] or meant.month), int(found["day"]))
            except ValueError:
                continue
            right = _DAYS[meant.weekday()], _DAYS[last.weekday()]
            if (found["one"].replace("天", "日"), found["other"].replace("天", "日")) != right:
                fix = f"{found['word']}{right[0]}{found['to']}{found['word2']}{right[1]}"
                yield (
                    passage,
                    Hit(found.start("word"), found.end("other"), f"{_named(meant)}和{_named(last)}是星期{right[0]}、星期{right[1]}。", fix),
                )


def wrong_weekday_of_last(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """6月3日（星期二）至6日（星期四）: the weekday of the last day, whose month stands before the first."""
    for passage in document.passages:
        about = reckoned_from(document, passage) if "日" in passage.text else None
        for found in _LAST_DAY.finditer(passage.text) if about else ():
            first = next((day for day in days_in(passage.text) if day.end == found.end("first")), None)
            meant = first.near(about) if first and about else None
            days = int(found["day"]) - meant.day if meant else 0
            if meant is None or days <= 0:
                continue
            last = meant + datetime.timedelta(days=days)
            right = _DAYS[last.weekday()]
            if last.month == meant.month and found["said"].replace("天", "日") != right:
                yield passage, Hit(found.start("word"), found.end("said"), f"{_named(last)}是星期{right}。", found["word"] + right)


def _named(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def past_in_future(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A day after the issue's, in a sentence that doesn't speak of what is to come."""
    yield from document.once(_later_days)


def _later_days(document: Document) -> tuple[tuple[Passage, Hit], ...]:
    return tuple(_told_too_soon(document))


def _told_too_soon(document: Document) -> Iterator[tuple[Passage, Hit]]:
    notices = {passage.article for passage in document.running if _NOTICE.search(passage.text)}
    for passage in document.running:
        about = day_of(document, passage)
        if about is None or passage.article in notices:
            continue
        spans = quoted(passage.text)
        for day in days_in(passage.text):
            meant = day.near(about)
            before = passage.text[max(0, day.start - 2) : day.start]
            until = before.endswith(("至", "到", "—")) and not before.startswith("截")  # a term that has begun
            if (
                meant
                and meant > about
                and not until
                and not within(spans, day.start, day.end)
                and (not _TERM.match(passage.text, day.end) or _DONE_BY.match(passage.text, day.end))
                and (
                    not _COMING.search(near := _about_day(passage.text, day))
                    or (_HAPPENED.match(passage.text, day.end) and not _PLAN.search(near))
                    or _DONE_BY.match(passage.text, day.end)
                    or (passage.text.endswith(("截至", "截止"), 0, day.start) and _UP_TO.match(passage.text, day.end))
                )
            ):
                words = passage.text[day.start : day.end]
                yield passage, Hit(day.start, day.end, f"“{words}”在{about.month}月{about.day}日（本期或来稿日期）之后，请核对。")


def issue_before_its_news(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """The issue's date, where news of several days after it is told: then that date is the likelier slip."""
    told = {hit.message for _, hit in document.once(_later_days)} if document.date and document.masthead else set()
    date = document.date
    if date is None or len(told) < _SEVERAL:
        return
    for passage in document.of(Role.DATE, Role.ISSUER, Role.NUMBER):
        for day in days_in(passage.text):
            if day.near(date) == date:
                yield passage, Hit(day.start, day.end, f"正文里有{len(told)}个日子在这一天之后，是不是本期的日期写错了？")


def month_in_future(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A month after the issue's by which something is said to have been done: 已于今年11月投用, 今年12月底前已全部配齐."""
    for passage in document.running:
        about = day_of(document, passage)
        if about is None:
            continue
        for found in found_by(_MONTHLY, _MONTH_PAST, passage.text):
            group = "month" if found["month"] else "month2"
            month = int(found[group])
            told = _TOLD_YEAR.search(passage.text[max(0, found.start() - 12) : found.start()])
            if about.month < month <= 12 and month - about.month < _LAST_YEARS_MONTHS and not told:
                start, end = found.start(group), passage.text.index("月", found.start(group)) + 1
                yield passage, Hit(start, end, f"“{passage.text[start:end]}”在{about.month}月{about.day}日（本期或来稿日期）之后，请核对。")


def turn_of_year(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A day of last November or December without a year, in an issue of January or February."""
    for passage in document.running:
        about = day_of(document, passage)
        if about is None or about.month > 2:
            continue
        spans = quoted(passage.text)
        for day in days_in(passage.text):
            told = _TOLD_YEAR.search(passage.text[max(0, day.start - 40) : day.start]) or within(spans, day.start, day.end)
            if day.year is None and day.month >= 11 and not told and not _COMING.search(passage.text, *_sentence(passage.text, day)):
                words = passage.text[day.start : day.end]
                yield passage, Hit(day.start, day.end, f"跨年了，“{words}”要写明年份。", f"{about.year - 1}年{words}")


def _about_day(text: str, day: CalendarDay) -> str:
    """The sentence up to the day, and the next words behind it: what stands further on is of other days."""
    start, end = _sentence(text, day)
    return text[start : min(end, day.end + _REACH)]


def _sentence(text: str, day: CalendarDay) -> tuple[int, int]:
    start = max((text.rfind(mark, 0, day.start) for mark in _BREAK), default=-1) + 1
    ends = [at for mark in _BREAK if (at := text.find(mark, day.end)) >= 0]
    return start, min(ends, default=len(text)) + 1


RULES = (
    DocumentRule(About("date.weekday", "星期与日期不符", Level.ERROR, "历法"), wrong_weekday),
    DocumentRule(About("date.weekday_last", "星期与日期不符（止日的星期）", Level.ERROR, "历法"), wrong_weekday_of_last),
    DocumentRule(About("date.weekday_span", "星期与日期不符（连着几天）", Level.ERROR, "历法"), wrong_weekdays_of_span),
    DocumentRule(About("date.future", "晚于本期的日期", Level.QUERY, "实务"), past_in_future),
    DocumentRule(About("date.of_issue", "本期日期早于正文", Level.QUERY, "实务"), issue_before_its_news),
    DocumentRule(About("date.future_month", "晚于本期的月份", Level.QUERY, "实务"), month_in_future),
    DocumentRule(About("date.turn", "跨年缺年份", Level.QUERY, "GB/T 15835—2011；实务"), turn_of_year),
)
