"""Units under names that they no longer have, or spelled in two ways, become hits (党和国家机构改革方案 of 2018 and 2023; 实务)."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from app.model.issue import Role
from app.proof.document import TITLES, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office, Unit
from app.proof.rule import About, DocumentRule
from app.proof.rules.institutions import told_of_the_past
from app.proof.spans import quoted, within
from app.text.chars import HAN

_REFORM = datetime.date(2019, 1, 1)
"""By then the reform of 2018 had reached the counties."""
_SUFFIX = re.compile(
    "局|委员会|办公室|办事处|街道|社区|医院|学校|小学|中学|幼儿园|公司|集团|中心|支队|大队|村|镇|乡|广场|公园|大街|路|小区|法院|检察院"
    "|市场|大桥|隧道|产业园|园区|基地|卫生院|敬老院|客运站|车站|渡口|码头|水厂|电站|林场|农场|煤矿|古镇|古城|湿地"
    "|渔具|食品|机械|建材|纺织|陶瓷|家具|服饰|药业|酒业|茶业|物流|重工|股份"
    "|银行|学院|大学|协会|商会|合作社|景区|水库"
)
_PLACED = re.compile(rf"[{HAN}]{{1,3}}[省市县区州盟旗]")
_JOINED = re.compile(rf"(?:文化|广电|广播电视|体育|文物|新闻出版)和$|(?![省市县区州盟旗原的和与及由向在对到、级各])[{HAN}]$")
_TAIL = re.compile(f"[{HAN}]+$")
_NO_NAME = frozenset("个各全该本每某几两使是让把被将对向为由从在与和及到经按据因以")
_LENGTHS = range(3, 9)
_HOLE = "*"
_INTRODUCED = re.compile("(?:简称|统称)为?[：:]?[“《]?(?:[市县区省州旗镇乡])?$")
_FRAME = frozenset({Role.ISSUER, Role.MASTHEAD, Role.RECIPIENTS, Role.EDITORS, Role.COPIES, Role.BYLINE, Role.SIGNATURE, Role.TOC_TITLE})
"""What stands round the articles has forms of its own."""
_EVERYDAY = frozenset({"人民代表大会常务委员会", "政府办公室", "发展和改革委员会", "卫生健康委员会"})
"""Units whose short form everybody uses beside the full one."""


def former_name(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """A unit under a name from before a reform; 原 before it, and quotations, are right."""
    if document.date and document.date < _REFORM:
        return
    pattern, names = _known(office.units)
    if pattern is None:
        return
    for passage in document.passages:
        spans: tuple[tuple[int, int], ...] | None = None
        for found in pattern.finditer(passage.text):
            right = names[found[0]]
            if not _PLACED.match(found[0]) and _JOINED.search(passage.text[: found.start()]):
                continue  # the end of a longer name: 文化广电旅游局, 森林消防大队
            if right is None or re.search("原[^，。、；]{0,6}$", passage.text[: found.start()]):
                continue
            right = _of_level(right, passage.text[: found.start()], office.units)
            spans = quoted(passage.text) if spans is None else spans
            past = told_of_the_past(passage.text, found.start(), _REFORM.year - 1)
            if not past and not within(spans, found.start(), found.end()):
                yield passage, Hit(found.start(), found.end(), f"“{found[0]}”机构改革后改称“{right}”，请核对。", right)


def _of_level(right: str, before: str, units: tuple[Unit, ...]) -> str:
    """A province has a 农业农村厅, where those below have a 农业农村局."""
    department = f"{right.removesuffix('局')}厅"
    return department if before.endswith("省") and any(unit.name == department for unit in units) else right


def spelled_in_two_ways(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """A unit or a place that is another one of the issue but for one character which sounds or looks like it. The rarer form is told."""
    counts: Counter[str] = Counter()
    places: dict[str, list[tuple[Passage, int]]] = {}
    for passage in document.passages:
        for name, start in _names(passage.text):
            counts[name] += 1
            places.setdefault(name, []).append((passage, start))
    told: set[tuple[int, int]] = set()
    for name, variants in _variants(counts, office.lexicon.confusion.alike):
        for other in variants:
            for passage, start in places[name][:1] if counts[name] == counts[other] else places[name]:
                at = next(place for place, (a, b) in enumerate(zip(name, other, strict=True)) if a != b)
                if at == 0 and re.match(f"[{HAN}]", passage.text[max(0, start - 1) : start]):
                    continue  # 和市税务局, the end of one name and the beginning of another
                if _beside(document.text, name, other):
                    break  # 栗园镇与栗元镇签订协议: the two stand side by side
                if (passage.key, start + at) not in told and _tells(name, other, counts, places):
                    told.add((passage.key, start + at))
                    yield passage, Hit(start, start + len(name), f"“{name}”和本期的“{other}”只差一个字，请核对。", other)


def _beside(text: str, name: str, other: str) -> bool:
    """Whether an enumeration names both forms, so that they are two; what stands before the name, as in 县栗元镇, aside."""
    pairs = [(name[at:], other[at:]) for at in range(len(name) - 2) if name[at:] != other[at:]]
    beside = [f"{one}[和与、及][{HAN}]{{0,4}}{two}" for pair in pairs for one, two in (pair, pair[::-1])]
    beside += [f"{one}[和与、及]{two}两" for one, two in ((name[:-1], other[:-1]), (other[:-1], name[:-1]))]  # 鹭溪、鹭西两村
    return any(re.search(either, text) for either in beside)


def two_forms(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """A unit under its full and its short name in one issue; not where the short one is introduced, or is that of a title."""
    passages = [one for one in document.passages if one.role not in _FRAME]
    for unit in office.units:
        if unit.name in _EVERYDAY:
            continue
        seen: dict[str, tuple[Passage, int]] = {}
        for form in (form for form in (unit.name, *unit.short) if form in document.text):
            for passage in passages:
                at = _alone(passage.text, form, unit)
                if at >= 0 and form != unit.name:
                    if passage.text.find(unit.name) == at or passage.role in TITLES:
                        continue
                    if _INTRODUCED.search(passage.text[:at]):
                        break
                if at >= 0:
                    seen.setdefault(form, (passage, at))
        if len(seen) > 1:
            form, (passage, at) = list(seen.items())[-1]
            others = "、".join(f"“{one}”" for one in seen if one != form)
            yield passage, Hit(at, at + len(form), f"本期还写作{others}，全期宜用一种。")


def _alone(text: str, form: str, unit: Unit) -> int:
    """The first place of a form that isn't part of a longer one: 审批局 in 行政审批局; -1 for none."""
    at = text.find(form)
    longer = [one for one in unit.short if len(one) > len(form) and form in one] if at >= 0 else []
    while at >= 0 and any(text.startswith(one, at - one.find(form)) for one in longer if at >= one.find(form)):
        at = text.find(form, at + 1)
    return at


@lru_cache(maxsize=4)
def _known(units: tuple[Unit, ...]) -> tuple[re.Pattern[str] | None, Mapping[str, str | None]]:
    """All names of the table in one pattern, the longest first, and what each should be: None for one that is right."""
    names: dict[str, str | None] = {former: unit.name for unit in units for former in unit.former}
    names |= {name: None for unit in units for name in (unit.name, *unit.short)}
    if not names:
        return None, names
    by_first: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_first.setdefault(re.escape(name[0]), []).append(re.escape(name[1:]))
    groups = (f"{first}(?:{'|'.join(group)})" for first, group in by_first.items())
    return re.compile(f"(?=[{''.join(by_first)}])(?:{'|'.join(groups)})"), names


@lru_cache(maxsize=8192)
def _names(text: str) -> tuple[tuple[str, int], ...]:
    return tuple(_names_in(text))


def _names_in(text: str) -> Iterator[tuple[str, int]]:
    """Every stretch of Han characters of a name's length that ends with a suffix, with its place."""
    for found in _SUFFIX.finditer(text):
        end = found.end()
        run = _TAIL.search(text, max(0, end - _LENGTHS[-1]), end)
        for length in range(max(_LENGTHS[0], len(found[0]) + 1), (end - run.start() if run else 0) + 1):
            if text[end - length] not in _NO_NAME:
                yield text[end - length : end], end - length


def _variants(counts: Counter[str], alike: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, list[str]]]:
    """Each name, the short ones first, with those as frequent as itself that differ from it in one character which is like its own.

    The last character, of the suffix, is the same.
    """
    alone: dict[str, str] = {}  # most are: a list for each would be a great many
    holed: dict[str, list[str]] = {}
    for name in counts:
        for place in range(len(name) - 1):
            key = f"{name[:place]}{_HOLE}{name[place + 1 :]}"
            first = alone.setdefault(key, name)
            if first is not name:
                holed.setdefault(key, [first]).append(name)
    found: dict[str, list[tuple[int, str]]] = {}
    for holed_name, names in ((key, holed[key]) for key in alone if key in holed):
        place = holed_name.index(_HOLE)
        for name in names:
            near = alike[name[place]]
            others = [(place, other) for other in names if other[place] in near and counts[other] >= counts[name]]
            if others:
                found.setdefault(name, []).extend(others)
    for name in sorted(found, key=len):
        yield name, [other for _, other in sorted(found[name])]


def _tells(name: str, other: str, counts: Counter[str], places: Mapping[str, list[tuple[Passage, int]]]) -> bool:
    """Whether of two forms this is the one to tell: the rarer, of equally frequent ones the later."""
    if counts[name] != counts[other]:
        return counts[name] < counts[other]
    first, second = places[name][0], places[other][0]
    return (first[0].key, first[1]) > (second[0].key, second[1])


RULES = (
    DocumentRule(
        About("unit.former", "机构旧称", Level.QUERY, "《深化党和国家机构改革方案》（2018年）、《党和国家机构改革方案》（2023年）"),
        former_name,
    ),
    DocumentRule(About("unit.two_ways", "单位、地名两种写法", Level.QUERY, "实务"), spelled_in_two_ways),
    DocumentRule(About("unit.two_forms", "单位全称与简称混用", Level.HINT, "实务"), two_forms),
)
