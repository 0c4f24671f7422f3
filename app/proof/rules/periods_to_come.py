"""Months, quarters, halves of a year and feasts after the issue's day, told as past, become hits (截至二季度末 in May).

So do days gone by that are told as still to come.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.proof.spans import quoted, within
from app.proof.told_on import day_of
from app.records import dataclass
from app.text.calendar_dates import days_in
from app.text.numerals import parse_numeral

_TO = "[至到—～-]"
_PERIOD = re.compile(
    r"(?=[\d今前第上下全年清五端中国重高教元春一二三四“])(?<![\d.月])(?<!去年)(?<!上年)(?<!前年)(?:(?P<year>20\d\d)年|今年)?(?:"
    rf"(?P<day_month>\d{{1,2}})月(?P<day>\d{{1,2}})日{_TO}(?P<last_day>\d{{1,2}})日"
    rf"|(?:(?P<first>\d{{1,2}})月?{_TO})?(?P<month>\d{{1,2}})月(?!\d|[龄饼球季嫂])份?(?P<part>[上中下]旬|[初底末])?"
    r"|前(?P<months>\d{1,2}|[两三四五六七八九十]|十一)个月"
    r"|前(?P<quarters>[两二三])个?季度"
    r"|第?(?P<quarter>[一二三四])季度(?P<quarter_end>[底末])?|(?P<half>[上下])半年"
    r"|(?P<whole>全年)|(?P<year_end>年[底末])"
    r"|(?P<feast>清明|五一|“五一”|端午|中秋|国庆|“十一”|重阳|高考|“六一”|教师节|“七一”|“八一”|元旦|春节)"
    r"(?:节|国际劳动节|建党节|儿童节)?"
    r"(?:(?:小长假|假期|假日|长假|黄金周)(?:期间|前夕|当天|前后|(?=，))|期间|前夕|当天|前后))"
)
_FEASTS = {
    "清明": (4, 1),
    "五一": (4, 28),
    "“五一”": (4, 28),
    "端午": (5, 26),
    "中秋": (9, 6),
    "国庆": (9, 28),
    "“十一”": (9, 28),
    "重阳": (10, 1),
    "高考": (6, 6),
    "“六一”": (5, 28),
    "教师节": (9, 7),
    "“七一”": (6, 25),
    "“八一”": (7, 28),
    "元旦": (12, 28),
    "春节": (1, 15),
}
"""The earliest day on which one can tell of a feast."""
_OTHER_YEAR = re.compile("去年|上年|前年|上一年|往年|历年|常年|每年|同期|当年|次年|翌年|来年|明年|(?:19|20)\\d\\d年")
_AHEAD = re.compile(
    "将|拟|计划|规划|预计|预期|预测|预报|预判|力争|争取|力求|确保|目标|要(?![求素闻点害道案件塞地])|应(?![急用对届邀聘收诉战])|须|任务|打算|准备|有望|即将"
    "|抓住|借助|契机|建议|届时|到期|有效期|截止日|为期|报名|下一步|下步|方案|安排(?!了)|部署|定于|原定|例如|比如|如果|(?<![接招对善看优虐亏])待(?!遇|岗|业)|可(?!靠|持续|燃|视|回收|控)|时间为|不得|以前|之前|为止"
    "|仍未|仍不能|仍没有|分阶段|阶段|任期|考试时间|窗口期|汛期为|高发期|旺季|淡季|执行到|持续到|延续到|延长|推迟|订单|排到|排满|预约|预订|预售|上映|开学后|进入"
)
_LET = re.compile("(?:底|末|初|旬|月|年|度)?(?:之|以)?(?:前(?!往|夕)|起(?!草|火|诉)|开始|为(?!了|[^，。]{0,4}提供)|是|至|到|—|以来)")
_DONE = re.compile(
    "了|共(?!同|建|享|治|产|青|商|识|筹|赢|富)|累计|已|同比|环比|增长|下降|增至|降至|出动|完成|接待|办结|发放|顺利|圆满|荣获|获评|获得|建成|召开|举行|举办|开展|组织"
    "|抽检|检查|培训|检修|发布|通过|收到|兑现|受理|实现|启动|投用|竣工|通车|开工|实施|新增|查处|调解|化解|走访|慰问|巡查|成功|获批|入选|授予|揭牌|被(?:评为|授予|命名|列为|确定为)|破获|抓获|侦破|签约"
)
_HAPPENED = re.compile("(?:期间)?，[^，。；]{2,30}[\u4e00-\u9fff]了(?:[一两三四五六七八九十\\d“《]|全)")
"""Behind a period: something was done in it, whatever else the sentence speaks of."""
_SINCE_DONE = re.compile("起，[^，。；]{0,12}?已(?:经|累计|完成|查|发|建|受理|办|开展)")
"""Behind a period that hasn't begun: what has been done since."""
_SO_FAR = re.compile("已|目前|截至|正在")
"""Behind a span that has begun: what has been done of it so far."""
_COUNTED = re.compile(r"\d[\d.]*[万亿余多]*(?:处|个|人|户|家|名|场|次|件|元|亩|公里|吨|辆|台|份|起|期|座|条|项|套)")
_MET = re.compile(
    "(?:完成|占|达到?|超|超过|超额完成)(?:了)?(?:年度|全年|年初|省定|市定|计划|既定|预定)*(?:目标任务|任务目标|目标|任务|计划)"
)
"""What is said of a target that has been met is no target."""
_TOTAL = re.compile("共(?!同|建|享|治|产|青|商|识|筹|赢|富)|累计|同比|环比|比上年|较上年|增长\\d|下降\\d")
_UNTIL_NOW = re.compile("截(?:至|止到?|止至)(?:目前的?)?$")
_SINCE = re.compile("(?:自从?|从)(?:今年)?$")
_NOTICE = re.compile("计划|方案|安排|通知|要点|预告|倡议|日程|公告|预报|预测|展望|问答")
_WILL = re.compile("(?:将|拟|计划|定|预计|预定)(?:于|在)(?:今年)?$|(?<![即必])将$")
_WAS_TO = re.compile("原|曾|当时|通知|公告|提出|明确|决定|获悉|部署|此前|要求|推迟|提前|延期|“")
_BREAK = "。；！？"
_SLACK = datetime.timedelta(days=3)
"""A bulletin may close its month some days before the month does."""
_UNDER_WAY = datetime.timedelta(days=15)
_LAST_YEARS = datetime.timedelta(days=200)
"""What lies further ahead, without a year, was last year."""
_FEAST_AHEAD = datetime.timedelta(days=120)
_NEAR, _FAR = 12, 70
"""Characters in which a clause that goes on, and one behind a comma, says that something was done."""


@dataclass(frozen=True, slots=True)
class _Period:
    first: datetime.date
    last: datetime.date
    whole: bool
    """Whether it is told of as a whole: 1至5月, 前三季度."""


def period_in_future(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """截至二季度末 in May, 5月下旬 before there was one, 第三季度共 in its first weeks: told as what has been."""
    plans = {one.article for one in document.of(Role.TITLE) if _NOTICE.search(one.text)}
    for passage in document.running:
        about = day_of(document, passage)
        if about is None or passage.article in plans or passage.role is Role.CELL:
            continue
        spans = quoted(passage.text)
        for found in _PERIOD.finditer(passage.text):
            period = _period(found, about)
            if period and not within(spans, found.start(), found.end()) and _told_as_past(passage.text, found, period, about):
                words = f"“{found[0]}”在{about.month}月{about.day}日（本期或来稿日期）还没有过完，请核对。"
                yield passage, Hit(found.start(), found.end(), words)


def _told_as_past(text: str, found: re.Match[str], period: _Period, about: datetime.date) -> bool:
    if period.last <= about + _SLACK:
        return False
    before, behind = _around(text, found.start(), found.end())
    named = found["year"] or "今年" in found[0]
    if not named and (period.last - about > _LAST_YEARS or _OTHER_YEAR.search(before)):
        return False
    if found["day"] and period.first <= about and _SO_FAR.search(behind):
        return False
    if period.first > about and _SINCE_DONE.match(behind) and not _AHEAD.search(before):
        return True
    done = _HAPPENED.match(behind) if period.first > about + _SLACK else None
    if done and not _AHEAD.search(before + done[0]):
        return True
    if behind.startswith("以来") and period.first > about and not _AHEAD.search(before):
        return True
    if _AHEAD.search(before) or _AHEAD.search(_clauses(behind)) or (_LET.match(behind) and not _SINCE.search(before)):
        return False
    if _UNTIL_NOW.search(before):
        return True
    said = behind[:_FAR] if behind.startswith(("，", "份，", "期间，")) else behind.split("，")[0][:_NEAR]
    if period.whole or period.first > about + (_SLACK if found["feast"] else datetime.timedelta()):
        return not behind.startswith("的") and (_DONE.search(said) or _COUNTED.search(said)) is not None
    under_way = (found["quarter"] or found["half"]) and period.last - about > _UNDER_WAY
    return bool(under_way) and _TOTAL.search(said) is not None and "已" not in said


def _period(found: re.Match[str], about: datetime.date) -> _Period | None:
    year = int(found["year"] or about.year)
    if found["feast"]:
        first = datetime.date(year, *_FEASTS[found["feast"]])
        return _Period(first, first + _SLACK * 2, False) if found["year"] or first - about < _FEAST_AHEAD else None
    if found["whole"] or found["year_end"]:
        named = found["year"] or found[0].startswith("今")
        return _Period(datetime.date(year, 12, 1), datetime.date(year, 12, 20), found["whole"] is not None) if named else None
    if found["day"]:
        return _from_to(year, int(found["day_month"]), int(found["day"]), int(found["day_month"]), int(found["last_day"]), whole=True)
    if found["months"] or found["quarters"]:
        last = (
            parse_numeral((found["months"] or "").replace("两", "二")) if found["months"] else 3 * (3 if found["quarters"] == "三" else 2)
        )
        return _from_to(year, 1, 1, last or 0, 0, whole=True)
    if found["half"]:
        return _from_to(year, 1 if found["half"] == "上" else 7, 1, 6 if found["half"] == "上" else 12, 0)
    if found["quarter"]:
        last = 3 * ("一二三四".index(found["quarter"]) + 1)
        return _from_to(year, last if found["quarter_end"] else last - 2, 28 if found["quarter_end"] else 1, last, 0)
    month = int(found["month"])
    if found["first"]:
        return _from_to(year, int(found["first"]), 1, month, 0, whole=True)
    low, high = {"上": (1, 10), "中": (11, 20), "下": (21, 0), "初": (1, 8), "底": (26, 0), "末": (26, 0), "": (1, 0)}[
        (found["part"] or "")[:1]
    ]
    return _from_to(year, month, low, month, high)


def _from_to(year: int, month: int, day: int, last_month: int, last_day: int, *, whole: bool = False) -> _Period | None:
    """From a day of one month to that of another, whose last one is 0; None where there are none such."""
    if not (1 <= month <= last_month <= 12):
        return None
    length = calendar.monthrange(year, last_month)[1]
    if not (1 <= day <= 31 and last_day <= length):
        return None
    return _Period(datetime.date(year, month, min(day, 28)), datetime.date(year, last_month, last_day or length), whole)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What the sentence says before and behind a place."""
    first = max(text.rfind(mark, 0, start) for mark in _BREAK) + 1
    ends = [at for mark in _BREAK if (at := text.find(mark, end)) >= 0]
    return text[first:start], text[end : min(ends, default=len(text))]


def _clauses(behind: str) -> str:
    """The next clause or two."""
    return _MET.sub("", "，".join(behind.split("，")[:3])[:_FAR])


def gone_by(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """将于6月下旬开展 in September: a day or a month that has been, told as still to come."""
    for passage in document.running:
        about = day_of(document, passage)
        if about is None or not re.search("[将于]", passage.text):
            continue
        spans = quoted(passage.text)
        for start, end, last in (*_days(passage.text, about), *_months(passage.text, about)):
            before, behind = _around(passage.text, start, end)
            if (
                last < about
                and (about - last).days < _LAST_YEARS.days
                and _WILL.search(before)
                and not _WAS_TO.search(before)
                and not within(spans, start, end)
                and not re.match("的|以来|召开的|以后|前|(?:印发|下发|通过|发布)", behind)
            ):
                words = f"“{passage.text[start:end]}”在{about.month}月{about.day}日（本期或来稿日期）已经过去，请核对。"
                yield passage, Hit(start, end, words)


def _days(text: str, about: datetime.date) -> Iterator[tuple[int, int, datetime.date]]:
    for day in days_in(text):
        meant = day.near(about)
        if meant:
            yield day.start, day.end, meant


def _months(text: str, about: datetime.date) -> Iterator[tuple[int, int, datetime.date]]:
    for found in _PERIOD.finditer(text):
        if found["month"] and not found["first"]:
            period = _period(found, about)
            if period:
                yield found.start(), found.end(), period.last


RULES = (
    DocumentRule(About("date.future_period", "晚于本期的月份、季度", Level.QUERY, "实务"), period_in_future),
    DocumentRule(About("date.gone_by", "“将”在已过的日期", Level.QUERY, "实务"), gone_by),
)
