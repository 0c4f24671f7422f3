"""A document becomes the table of its units and people: the forms in which each occurs, how often and where (统一称谓)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Literal

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.proof.office import Office
from app.proof.roster import Mention, roster
from app.proof.spans import quoted, within
from app.records import dataclass
from app.text.chars import HAN

Kind = Literal["单位", "人名"]

_LEVELS = "省市州盟县区旗"
_AREA = rf"(?:(?!.{{0,2}}[的和与及各个])[{HAN}]{{2,3}}[{_LEVELS}]|[{_LEVELS}](?![{_LEVELS}])|)"
_TAIL = "局|委员会|委|办公室|办|中心|集团|公司|支队|大队|法院|检察院|医院|学校|学院|协会|商会|总工会|团委|妇联"
_GENERIC = re.compile(
    rf"(?:^|(?<=[^{HAN}])|(?<=[和与及向由在赴对为经请]))(?P<area>(?![^，]{{0,3}}[的个各])[{HAN}]{{2,3}}(?<![市县区].)"
    "(?<![市县区]..)[市县区]|[市县区])"
    rf"(?P<base>(?:(?![和与邀])[{HAN}]){{1,11}}?(?:{_TAIL})(?!员|长|托))"
)
_NO_BASE = re.compile(
    r"直|委$|委(?:常|书|副)|委(?!办|党校|宣传|组织|统战|政法)|政府(?!办)|级|内|里|各|相关|有关|属|人大|政协|场|民|常委|区|县|镇"
)
_KEPT_ROLES = frozenset({Role.RECIPIENTS, Role.ISSUER, Role.MASTHEAD, Role.EDITORS})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a form stands. `kept`: in a quotation, a title of a work, the masthead or the footer, where it is changed only if asked."""

    key: int
    start: int
    end: int
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a name, with all its places in printing order."""

    words: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """A unit or a person with the forms in which the document names it, the commonest first."""

    kind: Kind
    forms: tuple[Form, ...]


@dataclass(slots=True)
class _Group:
    kind: Kind
    forms: dict[str, list[Spot]] = field(default_factory=dict)


def namings(document: Document, office: Office) -> tuple[Naming, ...]:
    """Every unit and person of the document; those in more than one form first, then by the order in which they occur."""
    groups: dict[tuple[str, ...], _Group] = {}
    people: dict[int, list[Mention]] = {}
    for mention in roster(document, office):
        people.setdefault(mention.passage.key, []).append(mention)
    for passage in document.passages:
        spans = quoted(passage.text)
        for key, kind, start, end in (*_units(passage, office), *_people(people.get(passage.key, ()))):
            kept = passage.role in _KEPT_ROLES or within(spans, start, end)
            group = groups.setdefault(key, _Group(kind))
            group.forms.setdefault(passage.text[start:end], []).append(Spot(passage.key, start, end, kept))
    found = [_naming(group) for group in _joined(groups, office)]
    return tuple(sorted(found, key=lambda naming: len(naming.forms) == 1))


def _naming(group: _Group) -> Naming:
    forms = [Form(words, tuple(spots)) for words, spots in group.forms.items()]
    return Naming(group.kind, tuple(sorted(forms, key=lambda form: -len(form.spots))))


def _units(passage: Passage, office: Office) -> Iterator[tuple[tuple[str, ...], Kind, int, int]]:
    """Units of the table under any of their names, and others that follow an area: (unit, level of area, name of area)."""
    taken: list[tuple[int, int]] = []
    pattern, names = _table(office)
    if pattern is not None:
        for found in pattern.finditer(passage.text):
            area = found["area"]
            taken.append(found.span())
            yield ("单位", names[found["unit"]], area[-1:], area[:-1]), "单位", found.start(), found.end()
    for found in _GENERIC.finditer(passage.text):
        if _NO_BASE.match(found["base"]) or any(low < found.end() and found.start() < high for low, high in taken):
            continue
        yield ("单位", found["base"], found["area"][-1:], found["area"][:-1]), "单位", found.start(), found.end()


def _table(office: Office) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    names = {form: unit.name for unit in office.units for form in (*unit.former, *unit.short, unit.name)}
    if not names:
        return None, names
    choice = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf"(?P<area>{_AREA})(?P<unit>{choice})"), names


def _people(mentions: Iterable[Mention]) -> Iterator[tuple[tuple[str, ...], Kind, int, int]]:
    for mention in mentions:
        yield ("人名", mention.name), "人名", mention.start, mention.end


def _joined(groups: Mapping[tuple[str, ...], _Group], office: Office) -> Iterable[_Group]:
    """Groups of one unit: 市税务局 is that of the one city which is named; people whose names differ by one like character are one."""
    joined: dict[tuple[str, ...], _Group] = {}
    for key, group in groups.items():
        target = key
        if key[0] == "单位":
            unit, level, area = key[1:]
            named = {other[3] for other in groups if other[:3] == key[:3] and other[3]}
            target = ("单位", unit, level, area or (next(iter(named)) if len(named) == 1 else ""))
        else:
            target = next((known for known in joined if known[0] == "人名" and _like(key[1], known[1], office)), key)
        home = joined.setdefault(target, _Group(group.kind))
        for words, spots in group.forms.items():
            home.forms.setdefault(words, []).extend(spots)
    return joined.values()


def _like(one: str, other: str, office: Office) -> bool:
    if len(one) != len(other) or one[0] != other[0]:
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and pairs[0][1] in office.lexicon.confusion.alike[pairs[0][0]]
