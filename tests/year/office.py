"""A folder becomes the office of 云湖市 after a year: submissions of twenty units, twelve signed issues of them, lists and a template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from app.desk.library import open_library
from app.desk.signing import filled, signed, signed_issue_of, submitted
from app.model.issue import Article, Issue, Masthead, Paragraph, Role
from app.model.office_lists import LeaderRow, OfficeLists
from app.model.source import Share, Source
from app.model.statistics import Member
from app.model.submission import SubmissionRecord, Way
from app.paths import templates
from app.store.jianbao import Opened, to_bytes
from app.store.library.library import Library, NamedFile
from app.text.similar import hashes_of
from tests.layout.bulletins import bulletin, template

YEAR, ISSUES, SUBMISSIONS = 2026, 12, 400
BULLETIN = "云湖市工作简报"
_TOWNS = ("青石镇", "白桥镇", "沙河镇", "南岭乡", "云台街道", "东湖街道", "柳溪镇", "石门乡")
_BUREAUS = ("市税务局", "市教育局", "市民政局", "市水利局", "市司法局", "市医保局", "市农业农村局", "市城管局", "市交通运输局", "市文旅局")
_FIRMS = ("云湖供水公司", "云湖公交公司")
GROUPS = {"县市区": _TOWNS, "市直": _BUREAUS, "企业": _FIRMS}
UNITS = (*_TOWNS, *_BUREAUS, *_FIRMS)
_SILENT = frozenset({"石门乡", "云湖公交公司"})
"""Units that send nothing in a whole year."""
_WHAT = ("义务植树", "安全检查", "便民服务", "政策宣讲", "河道清理", "技能培训", "走访慰问", "秋粮收购", "防汛演练", "普法宣传")
_PLACES = ("人民广场", "沿河公园", "产业园区", "中心小学", "文化礼堂", "老城社区", "客运枢纽", "水库大坝")
_WHO = ("王建国", "李秀兰", "赵文博", "孙晓梅", "周志远", "吴海燕", "郑国强", "冯立新")
_ENDS = (
    "活动受到群众欢迎。",
    "下一步，将把好做法固定下来，长期坚持。",
    "负责同志现场答复了群众提出的问题。",
    "有关情况已经列入月度督查。",
)


class Sent(NamedTuple):
    """A submission with its text."""

    record: SubmissionRecord
    text: str


def make_office(data: Path) -> Library:
    """Fill the folder of a user's data; the library stays open. The same office each time."""
    random = Random(YEAR)
    library = open_library(data)
    _set_lists(library)
    sent = list(_submissions(random))
    for one in sent:
        original = NamedFile(f"{one.record.title}.txt", one.text.encode())
        library.add(one.record, one.text, [original], hashes_of(f"{one.record.title}\n{one.text}"))
    for number in range(1, ISSUES + 1):
        _sign(library, number, [one for one in sent if int(one.record.received[5:7]) == number], random)
    _keep_template(data)
    return library


def _set_lists(library: Library) -> None:
    nothing = OfficeLists()
    leaders = (LeaderRow("王建国", "市委书记"), LeaderRow("李秀兰", "市长"))
    library.change_office_lists(nothing, replace(nothing, leaders=leaders, ignored=frozenset({"创城办"})))
    library.same_unit("税务局", "市税务局")
    rules = library.statistics.rules()
    members = tuple(Member(group, unit, quota=2) for group, units in GROUPS.items() for unit in units)
    library.statistics.change(rules, replace(rules, members=members))


def _submissions(random: Random) -> Iterator[Sent]:
    day = date(YEAR, 1, 1)
    senders = [unit for unit in UNITS if unit not in _SILENT]
    for number in range(SUBMISSIONS):
        when = day + timedelta(days=number * 365 // SUBMISSIONS)
        unit, what, place = random.choice(senders), random.choice(_WHAT), random.choice(_PLACES)
        title = f"{unit}在{place}开展{what}活动"
        people, who = random.randrange(20, 400), random.choice(_WHO)
        text = (
            f"{when.month}月{when.day}日，{unit}组织{people}人在{place}开展{what}活动，{who}参加。"
            f"全天共办理事项{people * 3}件次，发放资料{people * 5}份。{random.choice(_ENDS)}"
        )
        signed_as = "税务局" if unit == "市税务局" and number % 2 else unit
        known = {"title": title, "unit": signed_as, "way": Way.WECHAT, "characters": len(text), "opening": text[:60]}
        yield Sent(SubmissionRecord(f"{number + 1:032x}", f"{when.isoformat()}T09:30", **known), text)  # type: ignore[arg-type]


def _sign(library: Library, number: int, sent: Sequence[Sent], random: Random) -> None:
    """Make an issue of some of a month's submissions: alone, several as one, and briefs; then sign it on the month's last day."""
    picked = random.sample(list(sent), 14)
    made = [*((one,) for one in picked[:6]), tuple(picked[6:9]), *((one,) for one in picked[9:])]
    last = date(YEAR + number // 12, number % 12 + 1, 1) - timedelta(days=1)
    issue = _issue(number, made)
    moment = datetime(last.year, last.month, last.day, 15, 20)
    done = signed(filled(submitted(issue, moment), number, 30 + number, last.isoformat()), moment, "王建国")
    kept, articles = signed_issue_of(done, moment, "王建国", 8)
    library.signed.sign(kept, articles, to_bytes(Opened(done, (), ()), done.key))


def _issue(number: int, made: Sequence[tuple[Sent, ...]]) -> Issue:
    texts = [(_title(parts), [one.text for one in parts]) for parts in made]
    plain = bulletin(template(), texts)
    head: Masthead = plain.masthead
    name, line = head.lines
    spare = plain.next_id
    total = Paragraph(spare, "（总第　期）", Role.TOTAL)
    head = replace(
        head,
        lines=(replace(name, text="云湖市"), replace(line, text="工作简报")),
        number=replace(head.number, text="第　期"),
        date=replace(head.date, text=f"{YEAR}年　月　日"),
        total=total,
    )
    articles = tuple(_linked(article, parts) for article, parts in zip(plain.articles(), made, strict=True))
    section = replace(plain.sections[0], articles=articles)
    return replace(plain, masthead=head, sections=(section,), next_id=spare + 1, key=f"{YEAR * 100 + number:032x}")


def _title(parts: tuple[Sent, ...]) -> str:
    return parts[0].record.title if len(parts) == 1 else f"各单位扎实开展{parts[0].record.title[-6:-2]}等工作"


def _linked(article: Article, parts: tuple[Sent, ...]) -> Article:
    share = Share.JOINT if len(parts) > 1 else Share.SOLE if article.id % 2 else Share.BRIEF
    unit = parts[0].record.unit if len(parts) == 1 else ""
    return replace(article, unit=unit, sources=tuple(Source(one.record.id, share) for one in parts))


def _keep_template(data: Path) -> None:
    shipped = (templates() / "gongzuo-jianbao.toml").read_text("utf-8")
    (data / "templates").mkdir(parents=True, exist_ok=True)
    (data / "templates" / "云湖.toml").write_text(shipped.replace('name = "工作简报"', 'name = "云湖简报"'), "utf-8")
