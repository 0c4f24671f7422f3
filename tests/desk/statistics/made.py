"""Facts and rules of a made-up city, for tests of 采用统计: short ways to write them, and any of them for laws."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from app.desk.statistics.closing import standing_lines
from app.desk.statistics.months import Period
from app.desk.statistics.report import Report, report_on
from app.model.statistics import (
    ClosedMonth,
    Facts,
    HandLine,
    Kind,
    Member,
    PointRow,
    PrintedArticle,
    PrintedSource,
    StatisticsRules,
    Submitted,
)
from app.model.submission import Share

MARCH = "2026-03"
UNITS = ("市税务局", "云湖区", "云湖镇", "市教育局", "市司法局")
MEMBERS = (
    Member("县市区", "云湖区"),
    Member("县市区", "云湖镇"),
    Member("市直", "市税务局", ("市国税局",)),
    Member("市直", "市教育局"),
)
POINTS = (
    PointRow("", Kind.REPORTED, Fraction(1)),
    PointRow("", Kind.SOLE, Fraction(5)),
    PointRow("", Kind.JOINT, Fraction(2)),
    PointRow("", Kind.BRIEF, Fraction(3, 2)),
    PointRow("工作简报", Kind.SOLE, Fraction(6)),
    PointRow("", Kind.HIGHER, Fraction(10)),
)
RULES = StatisticsRules(POINTS, MEMBERS)


def submitted(name: str, unit: str, day: str = "2026-03-02") -> Submitted:
    return Submitted(name, day, unit, f"{unit}来稿{name}")


def article(number: int, *sources: PrintedSource, day: str = "2026-03-08", unit: str = "", venue: str = "工作简报") -> PrintedArticle:
    return PrintedArticle("a" * 32, number, day, venue, f"{venue}第7期", f"第{number}篇", unit, sources)


def source(submission: str, unit: str, share: Share = Share.SOLE) -> PrintedSource:
    return PrintedSource(submission, unit, share)


def report(facts: Facts, rules: StatisticsRules = RULES, closed: tuple[ClosedMonth, ...] = (), month: str = MARCH) -> Report:
    return report_on(Period.around(month, "month"), standing_lines(facts, rules, closed), rules.members)


months = st.sampled_from(["2025-03", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04"])
_days = st.builds(lambda month, day: f"{month}-{day:02}", months, st.integers(1, 28))
_units = st.sampled_from(["", *UNITS, "市国税局"])
_ids = st.integers(0, 30).map(str)
_points = st.fractions(0, 10, max_denominator=6)
_sources = st.lists(st.builds(PrintedSource, _ids, _units, st.sampled_from(list(Share))), max_size=4).map(tuple)
_articles = st.builds(
    PrintedArticle,
    st.sampled_from(["a" * 32, "b" * 32]),
    st.integers(1, 40),
    _days,
    st.sampled_from(["工作简报", "工作简报（增刊）", "信息快报"]),
    st.just("第7期"),
    st.just("题"),
    _units,
    _sources,
)
facts = st.builds(
    Facts,
    st.lists(st.builds(Submitted, _ids, _days, _units), max_size=8, unique_by=lambda one: one.id).map(tuple),
    st.lists(_articles, max_size=8, unique_by=lambda one: (one.issue, one.article)).map(tuple),
    st.sampled_from([(), (("云湖镇", "云湖区"),), (("市司法局", "市教育局"),)]),
)
_hands = st.builds(
    HandLine,
    _ids,
    months,
    _units,
    st.sampled_from(list(Kind)),
    st.sampled_from(["", "省级"]),
    st.just("题"),
    st.integers(-1, 4),
    st.none() | _points,
)
rules = st.builds(
    StatisticsRules,
    st.lists(
        st.builds(PointRow, st.sampled_from(["", "工作简报"]), st.sampled_from(list(Kind)), _points),
        max_size=6,
        unique_by=lambda one: (one.venue, one.kind),
    ).map(tuple),
    st.sampled_from([MEMBERS, (), MEMBERS[:2]]),
    st.lists(_hands, max_size=5, unique_by=lambda one: one.id).map(tuple),
    st.just(()),
    st.booleans(),
)
