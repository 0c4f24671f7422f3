"""Facts from which the tables that two offices published come out: their columns and figures, with units of a made-up city."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from app.model.statistics import Facts, FormColumn, HandLine, Kind, Member, PointRow, StatisticsRules, Submitted
from app.model.statistics_defaults import BY_BULLETIN, BY_LEVEL, COLUMNS
from app.model.submission import Share
from tests.desk.statistics.made import article, source

# A city, January and February 2018: by unit what was sent in, what went to the 微信公众号, how many 约稿.
CITY = {"东湖街道": (2, 0, 1), "南湖街道": (12, 3, 0), "西湖街道": (1, 1, 0), "北湖街道": (15, 2, 0), "云湖街道": (15, 5, 0)}
CITY_OFFICES = {"市医保局": (0, 0, 0), "市社保局": (0, 0, 0), "市税务局": (4, 1, 0)}
_NAMES = {"市级采用": "通辽市采用", "省级采用": "自治区采用", "本级采用": "市本级采用", "市级": "通辽市", "省级": "自治区"}


def city() -> tuple[Facts, StatisticsRules, tuple[FormColumn, ...]]:
    """Facts, rules, and the delivered form with the heads that this office wrote into it."""
    columns = tuple(
        replace(
            one, heads=tuple(_NAMES.get(head, head) for head in one.heads), venues=tuple(_NAMES.get(venue, venue) for venue in one.venues)
        )
        for one in COLUMNS
        if one.form == BY_LEVEL
    )
    members = (*(Member("各街道办事处", unit) for unit in CITY), *(Member("市直部门", unit) for unit in CITY_OFFICES))
    submitted, printed, hands = [], [], []
    for unit, (sent, online, commissioned) in {**CITY, **CITY_OFFICES}.items():
        own = [Submitted(f"{unit}{at}", f"2018-0{1 + at % 2}-1{at % 10}", unit, "来稿") for at in range(sent)]
        submitted += own
        for one in own[:online]:
            printed.append(article(len(printed) + 1, source(one.id, unit), day="2018-02-20", venue="微信公众号"))
        if commissioned:
            hands.append(HandLine(unit, "2018-02", unit, Kind.COMMISSIONED, title="约稿", count=commissioned))
    points = (PointRow("", Kind.SOLE, Fraction(5)), PointRow("", Kind.COMMISSIONED, Fraction(5)))
    return Facts(tuple(submitted), tuple(printed)), StatisticsRules(points, members, tuple(hands), columns), columns


# A district's bureau, September 2016: by unit sent in September and before, 综合 and 独立 of its own bulletin, points before September.
BUREAU = {
    "资源科": (0, 0, 0, 0, 0),
    "产业科": (0, 12, 0, 0, 52),
    "公安科": (2, 5, 0, 2, 20),
    "监察科": (2, 7, 1, 1, 28),
    "工会": (4, 4, 0, 4, 32),
}


def bureau() -> tuple[Facts, StatisticsRules, tuple[FormColumn, ...]]:
    """Facts, rules - a point for what is sent, three for 独立, two for 综合 - and the delivered form."""
    submitted, printed, hands = [], [], []
    for unit, (sent, before, joint, sole, points) in BUREAU.items():
        own = [Submitted(f"{unit}{at}", f"2016-09-{at + 1:02}", unit) for at in range(sent)]
        submitted += own
        shares = [Share.JOINT] * joint + [Share.SOLE] * sole
        for one, share in zip(own, shares, strict=False):
            printed.append(article(len(printed) + 1, source(one.id, unit, share), day="2016-09-20", venue="园林动态"))
        if before:
            hands.append(HandLine(unit, "2016-08", unit, Kind.REPORTED, title="上半年起", count=before, points=Fraction(points)))
    columns = tuple(
        replace(one, heads=tuple("园林动态" if head == "本级刊物" else head for head in one.heads))
        for one in COLUMNS
        if one.form == BY_BULLETIN
    )
    rules = (PointRow("", Kind.REPORTED, Fraction(1)), PointRow("", Kind.SOLE, Fraction(3)), PointRow("", Kind.JOINT, Fraction(2)))
    members = tuple(Member("局机关科室", unit) for unit in BUREAU)
    return Facts(tuple(submitted), tuple(printed)), StatisticsRules(rules, members, tuple(hands), columns), columns
