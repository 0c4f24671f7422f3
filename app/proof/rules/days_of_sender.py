"""Days told from the sender's own day become hits: 今天, 上周五, 本月, 近日 (实务: a bulletin is read on another day)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, DocumentRule
from app.proof.rules.voice import told
from app.proof.spans import quoted, within

_RELATIVE = {
    "今天": 0,
    "今日": 0,
    "今晨": 0,
    "今早": 0,
    "今晚": 0,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "前天": -2,
    "前日": -2,
    "明天": 1,
    "明日": 1,
    "后天": 2,
}
_DAY = re.compile(
    "(?P<word>今天|今日|今晨|今早|今晚|昨天|昨日|昨晚|前天|前日(?=，|[上下]午|晚|凌晨|[在召组举])|明天|明日|后天(?!形成|失调|努力|培养|养成|环境|因素|不足|的))"
    "(?P<part>上午|下午|中午|晚上|早上|凌晨|清晨|夜间|晚)?"
)
_FIGURATIVE = frozenset(("今天", "明天", "昨天", "今日", "明日"))
_FIGURATIVE_BEFORE = re.compile(
    "(?<!年)(?<!月)(?<!周)的$|到$|美好$|了$|过$|在$|为$|与$|和$|面向$|更好的$|走向$|迎接$|是$|《$|“$|日益$|如$|比$|于$|我们$"
)
_FIGURATIVE_AFTER = re.compile("的(?!会|培训|活动|调研|检查)|更|之|会更|事今|头条|说法|世界|社会|中国|青年")
_ROOM = 400
"""Characters before a week within which that may be said."""
_AGAIN = re.compile("每周|每月|每逢|每个月|按月|逐月|逐周")
"""Where a report tells of every week, the next one is no day of the calendar."""
_VAGUE = re.compile(
    r"(?=[前这近上本下大当不头早昨今明后月周星礼])(?:前几天|前两天|前些天|前些日子|这几天|这两天|近几天|前阵子|前段时间|上周末|本周末|下周末|大前天|大后天|当天晚些时候|不久的将来"
    r"|前些时候|前不久的一天|头几天|前几日|前两日|这几日|前一阵子?|这阵子|早些时候|昨夜|昨晨|昨儿|今儿|明儿|前晚|明晚|明早|明晨|后日|大上周|上上周|下下周"
    r"|(?<![比较与同和])(?:本季度?|上季度?|下季度?|这个季度|上个季度|下个季度)(?![末底]?(?:累计|合计|均|度|第))(?=，|末|底|初|[将拟计已共全内])"
    r"|(?:^|(?<=[。；]))(?:月[初中底末]|周末)(?=，)"
    r"|(?:^|(?<=[。；]))(?:周|星期|礼拜)[一二三四五六日天](?=，|[上下]午|早上|晚上?|一早|凌晨|清晨|中午))"
)
_WEEK_OR_MONTH = re.compile("[上本下这个](?:周|星期|礼拜|月)")
_WEEK = re.compile(
    r"(?<![每一两几数第基成资山网岸路街比较])(?P<word>上周|本周|下周|这周|上星期|本星期|下星期|这星期|上个?礼拜|上个星期)(?P<day>[一二三四五六日天末])?(?!期|年|岁|边|密|围|转|全|到)"
)
_MONTH = re.compile(
    r"(?P<word>(?<!转入)(?<!结转)下个?月(?!份?的?第|均|度)|(?:上个?月|本月|这个月)(?!份?的?第|均|底线|度)(?=\d|[上中下]旬|[初底末]|[，以来]|份|共(?!同)|全[市县区镇乡校省]|累计|已(?!成为)"
    r"|将|还|计划|拟|内|(?:的)?(?:会议|检查|督查|例会|培训))"
    r"|(?<![比较与同])(?:上月|上个月)(?=[\u4e00-\u9fff])(?![季桂]))"
)
_RECENT = re.compile("近日|日前|近期|前不久|不久前|最近(?!的)")
_WEEKS = {"上": -7, "本": 0, "这": 0, "下": 7}
_DAYS = "一二三四五六日"


def relative_day(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """今天, 昨日, 明天 in a report: the day of the calendar should stand there, as the article's own day tells it."""
    for passage in told(document):
        spans = quoted(passage.text)
        facts = document.article_of(passage)
        for found in _DAY.finditer(passage.text):
            if within(spans, found.start(), found.end()):
                continue
            before, after = passage.text[max(0, found.start() - 4) : found.start()], passage.text[found.end() :]
            if not found["part"] and found["word"] in _FIGURATIVE and (_FIGURATIVE_BEFORE.search(before) or _FIGURATIVE_AFTER.match(after)):
                continue
            word = found["word"]
            part = found["part"] or {"今晨": "凌晨", "今早": "早上", "今晚": "晚", "昨晚": "晚"}.get(word, "")
            right = _written(facts.day + datetime.timedelta(days=_RELATIVE[word]), part) if facts and facts.day else None
            yield passage, Hit(found.start(), found.end(), f"“{found[0]}”要写成日期{f'：{right}' if right else ''}。", right)


def relative_week(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """上周五, 本周 and 上月 in a report."""
    for passage in told(document):
        spans = quoted(passage.text)
        facts = document.article_of(passage)
        for found in (
            *found_by(_WEEK_OR_MONTH, _WEEK, passage.text),
            *found_by(_WEEK_OR_MONTH, _MONTH, passage.text),
            *_VAGUE.finditer(passage.text),
        ):
            named = found.groupdict().get("day")
            since = max(passage.text.rfind(mark, 0, found.start()) for mark in ("，。" if named else "。")) + 1
            since = max(since, found.start() - _ROOM)
            again = _AGAIN.search(passage.text, since, found.start()) and not passage.text.startswith("起", found.end())
            if passage.text[: found.start()].endswith("日（") and passage.text.startswith("）", found.end()):
                continue  # 13日（本周六）: the date stands before it
            if not again and not within(spans, found.start(), found.end()):
                right = _week_day(facts.day, found) if facts and facts.day else None
                yield passage, Hit(found.start(), found.end(), f"“{found[0]}”要写成日期{f'：{right}' if right else ''}。", right)


def recent(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """近日, 日前: a report may say so, a date is better."""
    for passage in told(document):
        spans = quoted(passage.text)
        for found in _RECENT.finditer(passage.text):
            at_head = found.start() == 0 or passage.text[found.start() - 1] in "，。；　"
            if at_head and not within(spans, found.start(), found.end()):
                yield passage, Hit(found.start(), found.end(), f"“{found[0]}”能写明日期更好。")


def _written(day: datetime.date, part: str = "") -> str:
    return f"{day.month}月{day.day}日{part}"


def _week_day(day: datetime.date, found: re.Match[str]) -> str | None:
    name = found.groupdict().get("day")
    if not name or name == "末":
        return None
    monday = day - datetime.timedelta(days=day.weekday())
    return _written(monday + datetime.timedelta(days=_WEEKS[found["word"][0]] + _DAYS.index(name.replace("天", "日"))))


RULES = (
    DocumentRule(About("voice.day", "今天、昨日", Level.QUERY, "实务"), relative_day),
    DocumentRule(About("voice.week", "上周、本月", Level.QUERY, "实务"), relative_week),
    DocumentRule(About("voice.recent", "近日、日前", Level.HINT, "实务"), recent),
)
