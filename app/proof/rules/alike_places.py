"""Areas and zones that one issue writes in two ways, 临汐县 and 临西县, 望溪高新区 and 望溪经开区, become hits (实务)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.local_units import local_units
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.proof.rules.unit_slips import area_names
from app.text.chars import HAN

_AREAS = frozenset("市县区旗州")
_KINDS = {
    "经济技术开发区": "经开区",
    "经济开发区": "经开区",
    "经开区": "经开区",
    "高新技术产业开发区": "高新区",
    "高新技术开发区": "高新区",
    "高新区": "高新区",
    "工业园区": "工业园",
    "工业园": "工业园",
    "保税区": "保税区",
    "度假区": "度假区",
}
"""Kinds of zones, in full and in short, with what they have in common."""
_SIGN = re.compile("[发新业税假园开]区|工业园")
_ZONE = re.compile(
    rf"(?P<stem>(?![全各省市县区州旗个的和与及在到是为入])[{HAN}]{{2}})(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))})"
)
_BRANCH = re.compile(rf"市(?P<bureau>(?:(?![和与及、])[{HAN}]|和(?=规划)){{2,8}}局)(?P<area>[{HAN}]{{2,3}})分局")
_COMMITTEE = re.compile(rf"中共(?P<stem>[{HAN}]{{2}})(?P<rank>[市县区旗])(?=委)")
_HEAD = re.compile(rf"^[ \u3000]*(?P<stem>[{HAN}]{{2}})(?P<rank>[市县区旗])")
_AT_THE_TOP = frozenset({Role.MASTHEAD, Role.ISSUER})
_BESIDE = re.compile(r"[、和与及]")
_OFTEN = 3
"""A place that is named so often is meant where another one that nearly has its name is named once."""
_LONG_NAME = 7

_Spot = tuple[Passage, int, int]


def area_of_like_name(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """An area named once, whose name of two characters is another one's but for a character that sounds or looks like it."""
    alike = office.lexicon.confusion.alike
    by_part: dict[tuple[int, str, str], list[str]] = {}
    names = {key: list(spots) for key, spots in document.once(area_names).items() if key[1] in _AREAS}
    for passage in document.passages:
        heads = _HEAD.finditer(passage.text) if passage.role in _AT_THE_TOP else ()
        for found in (*_COMMITTEE.finditer(passage.text), *heads):
            known, spot = names.setdefault((found["stem"], found["rank"]), []), (passage, found.start("stem"), found.end("rank"))
            known += [spot] if spot not in known else []
    for stem, rank in names:
        for place, char in enumerate(stem):
            by_part.setdefault((1 - place, char, rank), []).append(stem)
    for (place, _, rank), stems in by_part.items():
        for one, other in combinations(stems, 2):
            spots, others = names[one, rank], names[other, rank]
            if min(len(spots), len(others)) > 1 or _side_by_side(spots, others):
                continue
            if len(spots) == len(others):
                wrong, right = (spots, other) if _at_the_top(others) else (others, one)
                if _at_the_top(spots) is not _at_the_top(others) and other[place] in alike[one[place]]:
                    yield from _told(wrong, f"{right}{rank}")
                continue
            if other[place] in alike[one[place]]:
                wrong, right = (spots, other) if len(spots) < len(others) else (others, one)
                yield from _told(wrong, f"{right}{rank}")


def zone_in_two_names(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A place with zones of two kinds, or two zones of one kind whose places share a character; the rarer is told, or both."""
    zones: dict[tuple[str, str], list[_Spot]] = {}
    for passage in document.passages:
        for found in _ZONE.finditer(passage.text) if _SIGN.search(passage.text) else ():
            zones.setdefault((found["stem"], _KINDS[found["kind"]]), []).append((passage, found.start(), found.end()))
    if len(zones) < 2:
        return
    for one, other in combinations(zones, 2):
        spots, others = zones[one], zones[other]
        if _side_by_side(spots, others):
            continue
        if one[0] == other[0] and min(len(spots), len(others)) == 1:
            if len(spots) <= len(others):
                yield from _told(spots, _words(others[0]))
            if len(spots) >= len(others):
                yield from _told(others, _words(spots[0]))
        elif one[1] == other[1] and sum(a == b for a, b in zip(one[0], other[0], strict=True)) == 1:
            counts = Counter({key: document.text.count(key[0]) for key in (one, other)})
            (usual, often), (rare, once) = counts.most_common()
            if once == 1 and often >= _OFTEN:
                yield from _told(zones[rare], _words(zones[usual][0]))


def area_without_level(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """月湖养老服务指导中心 where the issue has 月湖区养老服务指导中心."""
    names = {
        unit.area[-2:] + unit.name: f"{unit.area[-2:]}{unit.level}{unit.name}"
        for unit in local_units(document)
        if len(unit.area) > 1 and unit.level in "县区" and len(unit.name) >= _LONG_NAME
    }
    for short, full in names.items():
        if short in document.text:
            for passage in document.passages:
                for found in re.finditer(re.escape(short), passage.text):
                    yield passage, Hit(found.start(), found.end(), f"本期还写作“{full}”，请核对。", full)


def branch_as_bureau(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """白石县生态环境局 where the issue has 市生态环境局白石分局: the county has a branch of the city's bureau."""
    if "分局" not in document.text:
        return
    branches = {found.group("area", "bureau"): found[0] for found in _BRANCH.finditer(document.text)}
    for (area, bureau), right in branches.items():
        own = re.compile(rf"{area}[县区]{bureau}")
        for passage in document.passages:
            for found in own.finditer(passage.text):
                yield passage, Hit(found.start(), found.end(), f"本期还写作“{right}”，请核对。", right)


def _at_the_top(spots: Sequence[_Spot]) -> bool:
    """Whether the head of the issue has a name, which is right there."""
    return any(passage.role in _AT_THE_TOP for passage, _, _ in spots)


def _told(spots: Sequence[_Spot], right: str) -> Iterator[tuple[Passage, Hit]]:
    for passage, start, end in spots:
        yield passage, Hit(start, end, f"本期其他地方写的是“{right}”，请核对。", right)


def _words(spot: _Spot) -> str:
    passage, start, end = spot
    return passage.text[start:end]


def _side_by_side(spots: Sequence[_Spot], others: Sequence[_Spot]) -> bool:
    """Whether an enumeration names both, so that they are two."""
    ends: Mapping[tuple[int, int], None] = {(passage.key, start): None for passage, start, _ in (*spots, *others)}
    return any(_BESIDE.match(passage.text, end) is not None and (passage.key, end + 1) in ends for passage, _, end in (*spots, *others))


RULES = (
    DocumentRule(About("unit.area", "县区名称近似字", Level.QUERY, "实务"), area_of_like_name),
    DocumentRule(About("unit.zone", "开发区、园区名称前后不一", Level.QUERY, "实务"), zone_in_two_names),
    DocumentRule(About("unit.branch", "分局写成县、区的局", Level.QUERY, "《深化党和国家机构改革方案》；实务"), branch_as_bureau),
    DocumentRule(About("unit.no_level", "单位名称漏写县、区", Level.QUERY, "实务"), area_without_level),
)
