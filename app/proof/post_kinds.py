"""A post becomes its kind and level, so that two posts can be held against one another: 县委书记, 县长, 副县长, 县政协主席."""

from __future__ import annotations

import re
from functools import lru_cache

from app.records import dataclass
from app.text.chars import HAN

_LEVELS = "省市州盟县区旗镇乡"
_TOWN = "乡"
"""The level of a 党委书记, 镇长 or 乡长."""
_KINDS: tuple[tuple[str, str], ...] = (
    ("acting", rf"代(?P<level>[{_LEVELS}])长"),
    ("first_deputy", rf"常务副(?P<level>[{_LEVELS}])长"),
    ("deputy", rf"副(?P<level>[{_LEVELS}])长"),
    ("head", rf"(?<![副代原小社支行路林河自校地街])(?P<level>[{_LEVELS}])长"),
    ("deputy_secretary", rf"(?P<level>[{_LEVELS}街])(?:道)?(?:委|党委|党工委)副书记|(?<!局)(?<!院)党(?:工)?委副书记"),
    ("secretary", r"(?P<level>[省市州盟县区旗])委书记|(?P<town>(?:[镇乡]|街道|^)党工?委书记)"),
    ("discipline", rf"(?:(?P<level>[{_LEVELS}])纪委|^纪委)书记"),
    ("politics", rf"(?:(?P<level>[{_LEVELS}])委政法委|^政法委)书记"),
    ("organisation", rf"(?:(?P<level>[{_LEVELS}])委)?组织部部?长"),
    ("publicity", rf"(?:(?P<level>[{_LEVELS}])委)?宣传部部?长"),
    ("united_front", rf"(?:(?P<level>[{_LEVELS}])委)?统战部部?长"),
    ("secretary_general", rf"(?P<level>[{_LEVELS}])委秘书长"),
    ("congress", rf"(?:(?P<level>[{_LEVELS}]))?人大(?:常委会)?主(?:任|席)"),
    ("deputy_congress", rf"(?:(?P<level>[{_LEVELS}]))?人大(?:常委会)?副主(?:任|席)"),
    ("consultative", rf"(?:(?P<level>[{_LEVELS}]))?政协主席"),
    ("deputy_consultative", rf"(?:(?P<level>[{_LEVELS}]))?政协副主席"),
    ("court", rf"(?:(?P<level>[{_LEVELS}])(?:中级)?(?:人民)?)?(?:人民|中级)?法院院长"),
    ("procuratorate", rf"(?<!副)(?:(?P<level>[{_LEVELS}])(?:人民)?)?(?:检察院)?检察长"),
    ("military", r"(?:军分区|人武部)(?:司令员|政委|部长)"),
    ("member", rf"(?P<level>[{_LEVELS}])委常委"),
    ("department", rf"(?P<level>[省市州盟县区旗])(?:[{HAN}]{{2,12}}(?:局局长|厅厅长|委主任))"),
)
_KIND = tuple((kind, re.compile(rf"(?:{pattern})$")) for kind, pattern in _KINDS)
_LAST = frozenset("长记任席委员")

_TOGETHER = frozenset(
    map(
        frozenset,
        (
            ("secretary", "congress"),
            ("deputy_secretary", "head"),
            ("deputy_secretary", "acting"),
            ("deputy_secretary", "politics"),
            ("deputy_secretary", "united_front"),
            ("deputy_secretary", "discipline"),
            ("deputy_secretary", "first_deputy"),
            ("deputy_secretary", "deputy"),
            ("organisation", "united_front"),
            ("united_front", "deputy_consultative"),
            ("politics", "deputy"),
            ("deputy", "publicity"),
            ("deputy", "united_front"),
            ("deputy", "secretary_general"),
            ("military", "member"),
            ("head", "acting"),
            ("first_deputy", "deputy"),
            *((("member", other)) for other in ("acting", "first_deputy", "deputy", "discipline", "politics", "organisation", "publicity")),
            *(
                (("member", other))
                for other in ("united_front", "secretary_general", "deputy_consultative", "deputy_congress", "secretary")
            ),
        ),
    )
)
"""Kinds that one person may hold at one time, though never all of them are written; and those that other rules tell of."""
_RANK = {
    "secretary": 10,
    "head": 20,
    "acting": 20,
    "congress": 30,
    "consultative": 40,
    "deputy_secretary": 25,
    "discipline": 50,
    "politics": 50,
    "organisation": 50,
    "publicity": 50,
    "united_front": 50,
    "secretary_general": 50,
    "military": 50,
    "first_deputy": 50,
    "member": 50,
    "deputy_congress": 60,
    "deputy": 70,
    "deputy_consultative": 80,
    "department": 100,
}
"""The order in which the leaders of one level are named; 25 is anywhere between the head of the government and the members."""
ONE_HOLDER = frozenset(
    {"secretary", "head", "acting", "congress", "consultative", "discipline", "organisation", "publicity", "united_front", "politics"}
)
"""Kinds of which an area has one."""
_DEPARTMENT = "department"
_ANYWHERE = 25
_MEMBERS = 50


@dataclass(frozen=True, slots=True)
class Kind:
    """What a post is (secretary, head, deputy …) and of which level ("" where it isn't said)."""

    name: str
    level: str


@lru_cache(maxsize=4096)
def kind_of(post: str) -> Kind | None:
    """The kind of a post of the leaders of an area; None for all others."""
    if post[-1:] not in _LAST:
        return None
    for name, pattern in _KIND:
        found = pattern.search(post)
        if found:
            groups = found.groupdict()
            level = groups.get("level") or ""
            return Kind(name, _TOWN if level in ("镇", "乡", "街") or groups.get("town") else level)
    return None


def exclude(one: str, other: str) -> bool:
    """Whether nobody holds both posts at one time."""
    first, second = kind_of(one), kind_of(other)
    if first is None or second is None or first.name == second.name or _DEPARTMENT in (first.name, second.name):
        return False
    return _of_one_level(first, second) and frozenset((first.name, second.name)) not in _TOGETHER


def stands_before(posts: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether who holds the posts is named before who holds the others, as leaders of one level."""
    kinds = [kind for post in posts if (kind := kind_of(post)) and kind.name in _RANK]
    against = [kind for post in others if (kind := kind_of(post)) and kind.name in _RANK]
    if not kinds or not against or not all(_of_one_level(one, other) for one in kinds for other in against):
        return False
    first, second = (min(_RANK[kind.name] for kind in held) for held in (kinds, against))
    return first < second and not (first == _ANYWHERE and second < _MEMBERS)


def _of_one_level(one: Kind, other: Kind) -> bool:
    return one.level == other.level or "" in (one.level, other.level)
