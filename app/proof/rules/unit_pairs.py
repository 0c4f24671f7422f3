"""Names of local units that differ as one unit's name and a wrong form of it do, in one issue, become hits (实务).

县教育局 and 县教育委员会, 市城市管理局 and 市城市综合管理局, 交通管理支队 and 交通警察支队: one field, so one unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.local_units import NamedUnit, local_units
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.proof.rules.departments import LOCAL
from app.proof.rules.unit_bodies import BODIES
from app.proof.rules.unit_rivals import are_rivals
from app.text.chars import HAN
from app.text.difference import difference

_KINDS = (
    ("局",),
    ("厅",),
    ("委员会", "委"),
    ("办公室", "办"),
    ("站",),
    ("所",),
    ("中心",),
    ("集团公司", "集团"),
    ("总公司",),
    ("协会",),
    ("联合会",),
    ("会",),
)
_KIND_OF = {tail: turn for turn, tails in enumerate(_KINDS) for tail in tails}
_RIVAL_TAILS = frozenset(
    frozenset((_KIND_OF[one], _KIND_OF[other]))
    for one, other in (
        ("局", "委"),
        ("局", "厅"),
        ("局", "办"),
        ("委", "厅"),
        ("站", "所"),
        ("集团", "总公司"),
        ("会", "协会"),
        ("协会", "联合会"),
    )
)
"""Tails of which a unit of one field has only one. A 委员会 has an 办公室 of its own, a bureau a 中心, a town a 站 and a 中心."""
_FIELDS = {
    "卫健": "卫生健康",
    "发改": "发展改革",
    "住建": "住房城乡建设",
    "人社": "人力资源社会保障",
    "文旅": "文化旅游",
    "文广旅": "文化广电旅游",
    "教体": "教育体育",
    "应急": "应急管理",
    "市监": "市场监督管理",
    "市场监管": "市场监督管理",
    "医保": "医疗保障",
    "工信": "工业信息化",
    "民宗": "民族宗教事务",
    "城管": "城市管理",
    "退役军人": "退役军人事务",
    "自规": "自然资源规划",
    "科技": "科学技术",
    "交运": "交通运输",
}
"""Fields in their short form."""
_POLICE = {"交警": "交通警察", "特警": "特殊警察", "刑警": "刑事侦查", "刑侦": "刑事侦查", "治安警察": "治安管理", "经侦": "经济犯罪侦查"}
"""What police units are called in short: 公安局交通警察支队 and 公安交警支队 are one."""
_BUREAU_OF_POLICE = "公安"
_ADDED_WORDS = "总 综合 工作 事业 事务 管理 服务 发展 公共 监督 人 界 大 行政 指导 建设"
_ADDED = frozenset(_ADDED_WORDS.split())
"""Words that get into a unit's name, or drop out of it, without its being another unit."""
_TAKEN_WORDS = """
管理 警察 监督 监察 督察 检察 执法 服务 指导 促进 推进 交流 交易 交换 保障 保护 事务 事业 工作 综合 公共 广播 广电 合作 协作 调度 救援 救护
"""
_TAKEN_FOR_ANOTHER = frozenset(_TAKEN_WORDS.split())
"""Words of which one gets into the place of another."""
_CENTRE, _OFFICE = "中心", "办公室"
_LEAST_SAME = 4
"""Characters that two names of one unit have in common, beside the word that differs."""
_LEAST_SURE = 6
_LEAST_FIELD = 2
_BESIDE = re.compile("[、和与及，]|以及")
_OTHER_JOINT = re.compile(
    rf"(?<=[省市县区州旗])(?![场民区域长级直内外里])(?P<one>[{HAN}]{{2,5}})(?P<joint>[与及])(?P<two>[{HAN}]{{2,6}}?(?:局|厅|委员会|委|办公室|中心))(?![长员])"
)
_PARTY_ORGAN = re.compile("(?P<level>[省市县区州旗])(?P<name>(?:直|直属)?(?:机关)(?:党)?工(?:作委员会|委))")
_NEXT = 4
"""Characters between two units that stand side by side."""


def one_unit_in_two_names(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """The rarer of the two; of equally frequent ones both, since nobody but the clerk knows which is right."""
    by_level: dict[str, dict[str, list[NamedUnit]]] = {}
    for unit in local_units(document):
        by_level.setdefault(unit.level, {}).setdefault(unit.name, []).append(unit)
    told: set[tuple[int, int]] = set()
    usual = _usual(office)
    for names in by_level.values():
        for one, other in _pairs(names, office):
            for unit, right in _to_tell(*_sure_last(names[one], names[other], usual)):
                if (unit.passage.key, unit.start) not in told:
                    told.add((unit.passage.key, unit.start))
                    yield unit.passage, Hit(unit.start, unit.end, f"本期还写作“{right}”，“{unit.words}”是不是同一个单位？")


def _pairs(names: dict[str, list[NamedUnit]], office: Office) -> Iterator[tuple[str, str]]:
    """Names of one level that are likely to be one unit's: of one field, or with the same beginning or end."""
    forms, usual = _forms(office), _usual(office)
    buckets: dict[str, list[str]] = {}
    for name, units in names.items():
        field = _field(units[0].stem)
        for key in {f"={field}", f"<{name[:2]}", f">{name[-4:]}", f"#{''.join(sorted(name))}"}:
            buckets.setdefault(key, []).append(name)
    seen: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        for one, other in combinations(bucket, 2):
            known = forms.get(one)
            if (one, other) in seen or (known is not None and known == forms.get(other)) or are_rivals(one, other):
                continue
            seen.add((one, other))
            if _one_unit(names[one][0], names[other][0], usual) and not _side_by_side(names[one], names[other]):
                yield one, other


@lru_cache(maxsize=4)
def _forms(office: Office) -> dict[str, str]:
    """Every form of a unit of the table, with its name: forms of one unit are told of elsewhere."""
    return {form: unit.name for unit in office.units for form in (unit.name, *unit.short, *unit.former)}


@lru_cache(maxsize=4)
def _usual(office: Office) -> frozenset[str]:
    """Names that units have today."""
    return frozenset(form for unit in office.units for form in (unit.name, *unit.short)) | BODIES | LOCAL


def _sure_last(ones: list[NamedUnit], others: list[NamedUnit], usual: frozenset[str]) -> tuple[list[NamedUnit], list[NamedUnit], bool]:
    """The two, the one whose name is usual behind the other one; and whether the two are alike in this."""
    sure = [_is_usual(units[0], usual) for units in (ones, others)]
    return (others, ones, False) if sure == [True, False] else (ones, others, sure[0] == sure[1])


def _is_usual(unit: NamedUnit, usual: frozenset[str]) -> bool:
    return unit.name in usual and (unit.tail == "厅") == (unit.level == "省" and unit.tail in ("局", "厅"))


def _field(stem: str) -> str:
    return _FIELDS.get(stem, stem).replace("和", "")


def _one_unit(one: NamedUnit, other: NamedUnit, usual: frozenset[str]) -> bool:
    """Whether two names are rather one unit's. A 就业服务中心 and a 就业指导中心 are two, unless one is known."""
    kinds = _KIND_OF.get(one.tail), _KIND_OF.get(other.tail)
    fields = _field(one.stem), _field(other.stem)
    if fields[0] == fields[1]:
        own_office = _OFFICE in (one.tail, other.tail) and "局" in (one.tail, other.tail)
        return not own_office and len(fields[0]) >= _LEAST_FIELD and None not in kinds and frozenset(kinds) in _RIVAL_TAILS
    if sorted(one.name) == sorted(other.name):
        return len(one.name) >= _LEAST_SAME
    if one.tail != other.tail:
        return False
    here, there, same = _difference(_in_full(one.name), _in_full(other.name))
    if one.name.startswith(_BUREAU_OF_POLICE) and here + there == "局":
        return True
    if not here or not there:
        return here + there in _ADDED and same >= _LEAST_SAME - (one.tail == "局")
    if same < _LEAST_SAME:
        return False
    if one.tail == _CENTRE and usual.isdisjoint((one.name, other.name)):
        words = {name[: -len(_CENTRE)][-2:] for name in (one.name, other.name)}
        return same >= _LEAST_SURE and len(here) == len(there) == 1 and words <= _TAKEN_FOR_ANOTHER  # 产权交流中心, 产权交易中心
    return here in _TAKEN_FOR_ANOTHER and there in _TAKEN_FOR_ANOTHER


def _in_full(name: str) -> str:
    """A unit of the police with its short words in full."""
    if name.startswith(_BUREAU_OF_POLICE):
        for short, full in _POLICE.items():
            name = name.replace(short, full)
    return name


def _difference(one: str, other: str) -> tuple[str, str, int]:
    """The stretches in which two names differ, and how many characters they have in common."""
    start, end, there = difference(one, other)
    return one[start:end], there, len(one) - (end - start)


def _side_by_side(ones: Iterable[NamedUnit], others: Iterable[NamedUnit]) -> bool:
    """Whether an enumeration names both, so that they are two."""
    return any(
        one.passage is other.passage
        and 0 <= max(one.start, other.start) - min(one.end, other.end) <= _NEXT + len(max(one, other, key=lambda unit: unit.start).area)
        and _BESIDE.search(one.passage.text[min(one.end, other.end) : max(one.start, other.start)]) is not None
        for one in ones
        for other in others
    )


def _to_tell(ones: list[NamedUnit], others: list[NamedUnit], alike: bool) -> Iterator[tuple[NamedUnit, str]]:
    """The places to tell of, each with the other name; not where the two belong to areas of different names."""
    if alike and len(ones) > len(others):
        ones, others = others, ones
    told = [(ones, others)] if len(ones) <= len(others) else []
    if alike and len(ones) == len(others):
        told.append((others, ones))
    for units, rivals in told:
        areas = {rival.area for rival in rivals}
        yield from ((unit, rivals[0].words) for unit in units if _same_area(unit.area, areas))


def _same_area(area: str, areas: set[str]) -> bool:
    """Whether an area may be one of these: what stands before a level may begin with a word of the sentence."""
    return not area or any(not other or area.endswith(other[-2:]) or other.endswith(area[-2:]) for other in areas)


def joined_otherwise(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """市商务与投资促进局 where the issue has 市商务和投资促进局; 区机关党工委 where it has 区直机关工委: one body in two forms."""
    organs = {
        (found["level"], found["name"].replace("作委员会", "委").replace("直属", "直")) for found in _PARTY_ORGAN.finditer(document.text)
    }
    usual = {level: name for level, name in organs if name == "直机关工委"}
    for passage in document.passages:
        for found in _OTHER_JOINT.finditer(passage.text):
            right = f"{found['one']}和{found['two']}"
            if right in document.text:
                yield passage, Hit(found.start("one") - 1, found.end(), f"本期还写作“{right}”，请核对。")
        for found in _PARTY_ORGAN.finditer(passage.text) if usual else ():
            if found["level"] in usual and "直" not in found["name"]:
                right = found["level"] + usual[found["level"]]
                yield passage, Hit(found.start(), found.end(), f"本期还写作“{right}”，请核对。", right)


RULES = (
    DocumentRule(About("unit.pair", "一个单位两个名称", Level.QUERY, "实务"), one_unit_in_two_names),
    DocumentRule(About("unit.joint", "单位名称用字前后不一", Level.QUERY, "实务"), joined_otherwise),
)
