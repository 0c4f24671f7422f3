"""A document becomes the table of its units, people and their posts: the forms in which each occurs, how often and where (统一称谓)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.naming_forms import Form, Kept, Kind, Naming, Spot
from app.proof.naming_posts import posts_in
from app.proof.naming_units import area_in, unit_table
from app.proof.naming_valid import full_of, preset_of
from app.proof.near_names import alike
from app.proof.office import Office
from app.proof.roster import Mention, roster
from app.proof.rules.abbreviations import may_stand_for
from app.proof.spans import quoted
from app.records import dataclass
from app.text.chars import HAN

_TAIL = "局|委员会|委|办公室|办|中心|集团|公司|支队|大队|法院|检察院|医院|学校|学院|协会|商会|总工会|团委|妇联"
_GENERIC = re.compile(
    rf"(?:^|(?<=[^{HAN}])|(?<=[和与及向由在赴对为经请])|(?<=联合|会同))(?P<area>(?![^，]{{0,3}}[的个各])[{HAN}]{{2,3}}(?<![市县区].)"
    "(?<![市县区]..)[市县区]|[市县区])"
    rf"(?P<base>(?:(?![和与邀])[{HAN}]){{1,16}}?(?:{_TAIL})(?!员|长|托|办公室))"
)
_NO_BASE = re.compile(
    r"直|等|委$|委(?:常|书|副)|委(?!办|党校|宣传|组织|统战|政法)|政府(?!办)|级|内|里|各|相关|有关|属|人大|政协|场|民|常委|区|县|镇"
)
_HEAD, _FOOT = frozenset({Role.ISSUER, Role.MASTHEAD}), frozenset({Role.RECIPIENTS, Role.EDITORS})
_TITLE_MARKS = "《〈"

_Key = tuple[str, ...]
_Found = tuple[_Key, Kind, int, int]


@dataclass(slots=True)
class _Group:
    kind: Kind
    who: str = ""
    joined: bool = False
    forms: dict[str, list[Spot]] = field(default_factory=dict)


def namings(document: Document, office: Office, joins: Sequence[frozenset[str]] = ()) -> tuple[Naming, ...]:
    """Every unit and person of the document, and posts that differ; those in more than one form first, then by the order of their places.

    `joins` are sets of forms that somebody said are of one.
    """
    groups: dict[_Key, _Group] = {}
    people: dict[int, list[Mention]] = {}
    for mention in roster(document, office):
        people.setdefault(mention.passage.key, []).append(mention)
    for turn, passage in enumerate(document.passages):
        spans = quoted(passage.text)
        for key, kind, start, end in (*_units(passage, office), *_people(people.get(passage.key, ())), *_posts(passage)):
            group = groups.setdefault(key, _Group(kind, key[1] if kind == "职务" else ""))
            spot = Spot(passage.key, start, end, _kept(passage, spans, start, end), turn, passage.article, passage.role in RUNNING)
            group.forms.setdefault(passage.text[start:end], []).append(spot)
    found = [_naming(group, office) for group in _by_hand(_joined(groups, office), joins) if group.kind != "职务" or len(group.forms) > 1]
    return tuple(sorted(found, key=lambda naming: len(naming.forms) == 1))


def _naming(group: _Group, office: Office) -> Naming:
    forms = [Form(words, tuple(sorted(spots, key=lambda spot: (spot.turn, spot.start)))) for words, spots in group.forms.items()]
    counts = {form.words: len(form.spots) for form in forms}
    preset = preset_of(group.kind, counts, office, group.who)
    ordered = tuple(sorted(forms, key=lambda form: -len(form.spots)))
    return Naming(group.kind, ordered, preset, full_of(group.kind, counts, office), group.who, group.joined)


def _kept(passage: Passage, spans: tuple[tuple[int, int], ...], start: int, end: int) -> Kept:
    if passage.role in _HEAD:
        return "报头"
    if passage.role in _FOOT:
        return "报尾"
    around = next((low for low, high in spans if low <= start and end <= high), None)
    return "" if around is None else "书名" if passage.text[around] in _TITLE_MARKS else "引文"


def _units(passage: Passage, office: Office) -> Iterator[_Found]:
    """Units of the table under any of their names, and others that follow an area: (unit, level of area, name of area)."""
    taken: list[tuple[int, int]] = []
    others = [found for found in _GENERIC.finditer(passage.text) if not _NO_BASE.match(found["base"])]
    table = unit_table(office)
    for found in table.pattern.finditer(passage.text) if table is not None else ():
        inside = any(one.start() < found.start() and found.end() <= one.end() for one in others)
        if inside and not found["area"]:
            continue  # 审批局 in 市行政审批局 is no unit by itself
        start, area = area_in(passage.text, found.start(), found["area"])
        taken.append(found.span())
        assert table is not None
        yield ("单位", table.units[found["unit"]].name, area[-1:], area[:-1]), "单位", start, found.end()
    for found in others:
        if any(low < found.end() and found.start() < high for low, high in taken):
            continue
        start, area = area_in(passage.text, found.start(), found["area"])
        yield ("单位", found["base"], area[-1:], area[:-1]), "单位", start, found.end()


def _people(mentions: Iterable[Mention]) -> Iterator[_Found]:
    for mention in mentions:
        yield ("人名", mention.name), "人名", mention.start, mention.end


def _posts(passage: Passage) -> Iterator[_Found]:
    for post in posts_in(passage.text):
        yield ("职务", post.who, post.base), "职务", post.start, post.end


def _joined(groups: Mapping[_Key, _Group], office: Office) -> Iterable[_Group]:
    """Groups of one unit: 市税务局 is that of the one city which is named, 市旅发集团 is 市旅游发展集团; people whose names differ by one
    like character are one.
    """
    known = frozenset(form for unit in office.units for form in (unit.name, *unit.short, *unit.former))
    named = [key for key in groups if key[0] == "单位"]
    joined: dict[_Key, _Group] = {}
    for key, group in groups.items():
        target = key
        if key[0] == "单位":
            unit, level, area = key[1:]
            whole = {other[1] for other in named if other[2] == level and unit not in known and may_stand_for(unit, other[1])}
            unit = next(iter(whole)) if len(whole) == 1 else unit
            areas = {other[3] for other in named if other[1:3] == (unit, level) and other[3]}
            target = ("单位", unit, level, area or (next(iter(areas)) if len(areas) == 1 else ""))
        elif key[0] == "人名":
            target = next((known for known in joined if known[0] == "人名" and _like(key[1], known[1], office)), key)
        _add(joined.setdefault(target, _Group(group.kind, group.who)), group)
    return joined.values()


def _by_hand(groups: Iterable[_Group], joins: Sequence[frozenset[str]]) -> list[_Group]:
    """Groups that hold forms of one set become one, in the place of the first."""
    homes: dict[int, _Group] = {}
    found: list[_Group] = []
    for group in groups:
        at = next((at for at, forms in enumerate(joins) if not forms.isdisjoint(group.forms)), None)
        if at is None or group.kind == "职务":
            found.append(group)
        elif at in homes:
            homes[at].joined = True
            _add(homes[at], group)
        else:
            homes[at] = group
            found.append(group)
    return found


def _add(home: _Group, other: _Group) -> None:
    for words, spots in other.forms.items():
        home.forms.setdefault(words, []).extend(spots)


def _like(one: str, other: str, office: Office) -> bool:
    return len(one) == len(other) and one[0] == other[0] and alike(one, other, office)
