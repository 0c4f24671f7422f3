"""Years of two figures become hits, where what stands beside them tells them from a number of years: 23年签约的项目, 2024至25年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.rules.years import year_of
from app.proof.spans import quoted, within

_TO = "[至到—～~-]{1,2}"
_SHORT_END = re.compile(
    rf"(?<!\d)20(?P<first>\d\d)年?(?:度)?(?:{_TO}|[、和及与])(?:\d\d[、和及与]){{0,3}}(?P<last>\d\d)(?:(?P<unit>年)(?!代|期)|(?=[两二三四五]年))"
)
_PAIR = re.compile(
    rf"(?:^|(?<=[，。；：、（对自从在于比较与和同]))(?P<first>[012]\d)年?(?P<between>{_TO}|[、和])(?P<last>[012]\d)年(?P<behind>.?)"
)
_EVENT = (
    "查[处出办实]|签[约订]|建成|建设|开工|开建|竣工|完工|投产|投用|投入|完成|启动|实施|引进|开始|试点|创建|成立|获[得评批]|荣获|通过|入选|列入|纳入|立项"
    "|批复|批准|下达|安排|印发|出台|制定|发生|发现|反馈|交办|受理|办结|审结|侦破|破获|新建|新增|新签|新办|购置|采购|收购|种植|栽[植种]|收获|招[录聘生]|录[用取]|选派|选聘"
    "|毕业|入[学伍职党]|退[役伍]|参加|中标|落户|落地|注册|上市|改[建造]|修建|续建|移交|验收|整改|排查|督[查办]|审计|巡[察视]|考核|评[估选为]|全[省市县区镇乡年]|共|累计"
    "|前\\d|\\d{1,2}[至—-]\\d{1,2}月|[一二三四]季度|上半年|下半年|同期|末|底|以前[建投竣开完购出入交登]"
)
_TOLD = re.compile(
    rf"(?:^|(?<=[，。；：、（])|(?<=[对把将按])|(?<=[市县区镇乡村局])|(?<=项目)|(?<=工程)|(?<=企业)|(?<=公司))(?P<year>[012]\d)年(?={_EVENT})"
    r"|(?:(?<=截至)|(?<=截止)|(?<=早在)|(?<=继)|(?<=较)|(?<=相比)|(?<=[与同](?=\d\d年(?:相比|同期|[底末]|比)))|(?<=自)|(?<=[^龄经贷任])(?<=从)"
    r"|(?<=原计划)|(?<=计划于)|(?<=拟于)|(?<=将于)|(?<=预计)|(?<=力争)|(?<=已于))(?P<year2>[012]\d)年(?![来间前内多以级])"
    r"|(?<![达得满直超]到)(?<=到)(?P<year3>[012]\d)年(?=[，底末全实])|(?<=《)(?P<year4>[012]\d)年(?=[全度工重项\u4e00-\u9fff]{2})"
    r"|(?<=[比])(?P<year5>[012]\d)年(?=[增减多少提上下翻])"
)
_LASTED = re.compile(
    "(?:连续|坚守|坚持|从[业教医警军]|历[时经]|扎根|深耕|服务|工作|长达|将?近|约|满|整整|过去|经[过历]|了|期[为限]?|用[了时]?|为|达|超过?|已|有|守[护候]?|运行|使用|累计|至少|不少于|不足|不满|逾|每隔?)$"
)
_SHORT = re.compile(r"(?<!\d)[012]\d年")
_NEAR = range(-6, 2)
"""How far a year of two figures lies from the issue's."""
_SPELLED = re.compile(
    "(?<![一二三四五六七八九十百])[二两]千零(?P<tens>[一二三]?十)?(?P<ones>[一二三四五六七八九])?年(?![来前后间]|以[前后]|之)"
)
_GROWN = re.compile(r"(?<![\d近])(?P<year>20\d\d)年来(?![自到临访宾华信电稿源了的看说年]|[之宾])")
_UNNAMED = re.compile(r"(?<![\d.—－-])(?P<year>20[0-3]\d)以来")
_SEASON = re.compile(
    r"(?<!\d)(?P<year>20\d\d)年(?P<season>元旦|春节|开春|入春|入汛|入夏|五一|国庆|入秋|入冬|开学|春季开学|秋季开学|春耕|三夏|双抢)以来"
)
_SEASONS = {"元旦": 1, "春节": 2, "开春": 3, "入春": 3, "春耕": 3, "春季开学": 3, "入汛": 5, "五一": 5, "入夏": 6, "三夏": 6, "双抢": 7}
_SINCE = 8
"""Months within which one still tells of what has been since a season."""
_LATELY = re.compile(
    r"(?:近|过去|最近)(?P<count>[两二三四五六七八九十]|\d{1,2})年[（(](?P<first>20\d\d)年?" + _TO + r"(?P<last>20\d\d)年?[）)]"
)
_COUNTS = "零一二三四五六七八九十"


def year_cut_short(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """23年签约的项目, 较24年增长, 23至25年: two figures near the issue's year, where no number of years can stand."""
    for passage in document.running:
        about = year_of(document, passage) if _SHORT.search(passage.text) else None
        if about is None:
            continue
        spans = quoted(passage.text)
        for found in _TOLD.finditer(passage.text):
            group = next(name for name in ("year", "year2", "year3", "year4", "year5") if found[name])
            year = 2000 + int(found[group])
            quotes = within(spans, found.start(), found.end()) and group != "year4"
            if year - about in _NEAR and not quotes and not _LASTED.search(passage.text[max(0, found.start() - 4) : found.start()]):
                yield passage, Hit(found.start(group), found.end(group) + 1, "年份写四位数。", f"{year}年")
        for found in _PAIR.finditer(passage.text):
            first, last = 2000 + int(found["first"]), 2000 + int(found["last"])
            near = first - about in _NEAR and last - about in _NEAR and first < last
            if (
                near
                and found["behind"] not in ("期", "的", "左")
                and (found["between"] in "、和" or not re.search("期", passage.text[: found.start()][-4:]))
            ):
                fix = f"{first}年{found['between']}{last}年"
                yield passage, Hit(found.start("first"), found.end("last") + 1, "年份写四位数。", fix)


def second_year_cut_short(passage: Passage, _: Office) -> Iterator[Hit]:
    """2024至25年, 2022年至24年, 2024年、25年, 2023、24两年."""
    for found in _SHORT_END.finditer(passage.text):
        if 0 < int(found["last"]) - int(found["first"]) <= len(_COUNTS):
            yield Hit(found.start("last"), found.end(), "年份写四位数。", f"20{found['last']}{found['unit'] or ''}")


def year_spelled_out(passage: Passage, _: Office) -> Iterator[Hit]:
    """两千零二十五年: a year is read figure by figure."""
    for found in _SPELLED.finditer(passage.text):
        tens = {None: 0, "十": 1}.get(found["tens"], "零一二三".index(found["tens"][0]) if found["tens"] else 0)
        ones = _COUNTS.index(found["ones"]) if found["ones"] else 0
        yield Hit(found.start(), found.end(), "年份用数字写。", f"{2000 + 10 * tens + ones}年")


def since_in_part(passage: Passage, _: Office) -> Iterator[Hit]:
    """2026年来, or 2026以来, for 2026年以来 or 近年来."""
    spans = quoted(passage.text)
    for found in _GROWN.finditer(passage.text):
        if not within(spans, found.start(), found.end()):
            yield Hit(found.start(), found.end(), "应是“年以来”，也请核对年份。", f"{found['year']}年以来")
    for found in _UNNAMED.finditer(passage.text):
        yield Hit(found.start(), found.end(), "是不是漏了“年”？", f"{found['year']}年以来")


def season_long_gone(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """2025年元旦以来 in January 2026: what has been since is told of a season of this year."""
    for passage in document.running:
        facts = document.article_of(passage)
        about = document.date or (facts.day if facts else None)
        for found in _SEASON.finditer(passage.text) if about and "以来" in passage.text else ():
            months = 12 * (about.year - int(found["year"])) + about.month - _SEASONS.get(found["season"], 10) if about else 0
            if _SINCE < months < 3 * _SINCE:
                yield passage, Hit(found.start("year"), found.end("year") + 1, "已经过去很久了，请核对年份。")


def years_counted(passage: Passage, _: Office) -> Iterator[Hit]:
    """近三年（2022年至2025年）: the years in brackets are more, or fewer, than is said."""
    for found in _LATELY.finditer(passage.text):
        said = int(found["count"]) if found["count"].isdecimal() else _COUNTS.index(found["count"].replace("两", "二"))
        years = int(found["last"]) - int(found["first"]) + 1
        if years != said:
            yield Hit(found.start(), found.end(), f"说的是{said}年，括号里是{years}年，请核对。")


RULES = (
    DocumentRule(About("date.cut_year", "年份简写（如“23年签约”）", Level.QUERY, "GB/T 15835—2011 5.1.4"), year_cut_short),
    PassageRule(About("date.cut_second_year", "起止年份简写", Level.ERROR, "GB/T 15835—2011 5.1.4"), second_year_cut_short, needs="年"),
    PassageRule(About("date.spelled_year", "年份念成数目", Level.QUERY, "GB/T 15835—2011 5.2.2"), year_spelled_out, needs="千"),
    PassageRule(About("date.year_since", "“年来”与“年以来”", Level.QUERY, "实务"), since_in_part, needs="来"),
    DocumentRule(About("date.season", "年份没有更新（节日以来）", Level.QUERY, "实务"), season_long_gone),
    PassageRule(About("date.years_counted", "年数与起止年份不合", Level.QUERY, "实务"), years_counted, needs="近去"),
)
