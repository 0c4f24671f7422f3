"""Mass bodies, courts and other units whose name is the same everywhere become hits where it is nearly right: 红十字协会, 残疾联合会."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import guarded
from app.proof.rule import About, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN
from app.text.difference import difference

_BODIES_WORDS = """
红十字会 残疾人联合会 文学艺术界联合会 妇女联合会 工商业联合会 科学技术协会 社会科学界联合会 归国华侨联合会 计划生育协会
关心下一代工作委员会 供销合作社联合社 疾病预防控制中心 消防救援支队 消防救援大队 烟草专卖局 人民法院 中级人民法院 高级人民法院 人民检察院
人民武装部 住房公积金管理中心 公共资源交易中心 融媒体中心 妇幼保健院 机构编制委员会办公室 人民代表大会常务委员会 纪律检查委员会
监察委员会 精神文明建设指导委员会 爱国卫生运动委员会 防汛抗旱指挥部 国有资产监督管理委员会 气象局 邮政管理局
不动产登记中心 食品安全委员会 安全生产委员会 老龄工作委员会 少先队工作委员会 青年志愿者协会 法律援助中心 农村信用合作联社 老干部局
新的社会阶层人士联合会 职业技术学院 机关事务管理局 双拥工作领导小组 巡察工作领导小组 党史学习教育领导小组
"""
BODIES = frozenset(_BODIES_WORDS.split())
"""Names without the area before them."""
_LEAST = 5
"""Shorter names are too much like other words."""
_LEVEL = "省市县区州旗"
_ENDS = sorted({body[-2:] for body in BODIES})
_TURNED_ENDS = [end[::-1] for end in _ENDS if end != "中心"]
_END = guarded([*_ENDS, *_TURNED_ENDS, "协会", "总会", "委会", "联社", "合会"])
_UNIT = re.compile(
    rf"(?<=[{_LEVEL}])(?P<name>(?![场民区域长级直委])(?:(?![的了与及为将把被向由从到对各该本我在、和])[{HAN}]){{2,12}}?{_END})"
    rf"(?![{HAN}]?(?:长|会长|员))"
)
_OTHER_UNITS = re.compile(
    "[一二三四五六七八九十第]|农业|畜牧|动物|植物|园林|医疗|征兵|企业|公司|学校|老年|社区|矿山|应急|航空|森林|基层|巡回"
)
"""What makes another unit of a name that is nearly the same."""

_LEFT_OUT = frozenset({"工作", "建设", "监督", "常务"})
"""Words that are left out of a name by chance; without others it is another unit: 公积金中心, 公共资源交易服务中心."""


def nearly_a_body(passage: Passage, office: Office) -> Iterator[Hit]:
    """红十字协会, 文学艺术联合会: a character too much or missing, or one or two like the right ones."""
    spans: tuple[tuple[int, int], ...] | None = None
    for found in _UNIT.finditer(passage.text):
        name = found["name"]
        if name in BODIES or name in _forms(office) or any(name.endswith(body) or name.startswith(body) for body in BODIES):
            continue
        if any(passage.text.startswith(body, found.start()) for body in BODIES):
            continue
        right = next((body for body in _alike(name) if _near(name, body, office)), None)
        spans = quoted(passage.text) if right and spans is None else spans
        if right and spans is not None and not within(spans, found.start(), found.end()):
            yield Hit(found.start(), found.end(), f"规范名称一般是“{right}”，请核对。", right)


_EITHER_ORDER = ("规划和自然资源局",)
"""Names that some places have in the other order."""


def turned_name(passage: Passage, office: Office) -> Iterator[Hit]:
    """烟草局专卖, 消防大队救援: the characters of a unit's name in another order."""
    pattern, longest, names = _turned(office)
    text = passage.text
    for level in pattern.finditer(text):
        start, total = level.end(), 0
        for size, char in enumerate(text[start : start + longest], 1):
            total += ord(char)
            if (size, total) not in names:
                continue
            words, right = text[start : start + size], names[size, total]
            if words not in (right, *_EITHER_ORDER) and sorted(words) == sorted(right) and not within(quoted(text), start, start + size):
                yield Hit(start, start + size, f"是不是“{right}”？", right)


@lru_cache(maxsize=4)
def _turned(office: Office) -> tuple[re.Pattern[str], int, Mapping[tuple[int, int], str]]:
    """Where such a name may begin, the length of the longest, and the long names by what no order of their characters changes."""
    names = {name for name in (*BODIES, *(unit.name for unit in office.units)) if len(name) >= _LEAST}
    chars = "".join(sorted(set("".join(names))))
    pattern = re.compile(rf"[{_LEVEL}](?=[{chars}]{{{_LEAST}}})")
    return pattern, max(map(len, names)), {(len(name), sum(map(ord, name))): name for name in names}


@lru_cache(maxsize=4)
def _forms(office: Office) -> frozenset[str]:
    return frozenset(form for unit in office.units for form in (unit.name, *unit.short, *unit.former))


@lru_cache(maxsize=1024)
def _alike(name: str) -> tuple[str, ...]:
    """The names of about this length with the same first character."""
    return tuple(sorted(body for body in BODIES if body[0] == name[0] and abs(len(body) - len(name)) <= 2 and len(body) >= _LEAST - 1))


def _near(name: str, body: str, office: Office) -> bool:
    """Whether a name is this one with a slip in it: a character too much or missing, one that is like the right one, a word half right."""
    head, end, there = difference(name, body)
    here, tail = name[head:end], len(name) - end
    if _OTHER_UNITS.search(here + there) or head < 2 or 2 * (head + tail) < len(body):
        return False
    if not tail and head < _LEAST - 2:
        return False
    if len(here) != len(there):
        return len(here) + len(there) == 1 or (not here and there in _LEFT_OUT)
    alike = office.lexicon.confusion.alike
    return len(here) <= 2 and (
        all(char == right or right in alike[char] for char, right in zip(here, there, strict=True))
        or (len(here) == 2 and not set(here).isdisjoint(there))
    )


RULES = (
    PassageRule(About("unit.body", "团体、机关名称疑似有误", Level.QUERY, "各团体章程；实务"), nearly_a_body, needs=_LEVEL),
    PassageRule(About("unit.turned", "单位名称字序颠倒", Level.QUERY, "实务"), turned_name, needs=_LEVEL),
)
