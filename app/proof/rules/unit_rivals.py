"""Two names of which a government has only one, such as 市水利局 and 市水务局, become hits where one issue has both (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.text.chars import HAN

_RIVALS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("水利局",), ("水务局",)),
    (("教育局",), ("教体局", "教育体育局", "教育和体育局"), ("教科局", "教育科技局"), ("教体委", "教育体育委员会")),
    (("卫健委", "卫生健康委"), ("卫健局", "卫生健康局")),
    (("发改委", "发展改革委", "发展和改革委员会"), ("发改局", "发展改革局", "发展和改革局")),
    (("住建局", "住房城乡建设局", "住房和城乡建设局"), ("建委", "住建委", "住房城乡建设委"), ("建设局",), ("住房建设局",)),
    (("工信局", "工业和信息化局"), ("经信局", "经济和信息化局"), ("工信委",), ("经信委", "经济和信息化委")),
    (("林业局",), ("林草局", "林业和草原局")),
    (("供销合作社",), ("供销联社",)),
    (("投资促进局",), ("招商局", "招商引资局")),
    (("信访局",), ("信访办",)),
    (("退役军人事务局", "退役军人局"), ("退伍军人事务局", "退伍军人局")),
    (("医疗保障局", "医保局"), ("医疗保险局",)),
    (("供电公司",), ("电力公司",)),
    (("防汛抗旱指挥部",), ("防汛防旱指挥部",)),
    (("农业农村局",), ("农业局",), ("农牧局",)),
    (("民宗局", "民族宗教事务局"), ("民宗委", "民族宗教事务委员会")),
    (("商务局",), ("商务委",)),
    (("城管局", "城市管理局"), ("城管委", "城市管理委员会")),
    (
        ("文旅局", "文化和旅游局"),
        ("文广旅局", "文化广电和旅游局", "文化广电旅游局"),
        ("文化旅游广电局", "文化旅游和广电局"),
        ("文旅体局", "文化旅游体育局"),
        ("文旅委", "文化旅游委"),
    ),
    (("自然资源局",), ("自然资源和规划局", "自规局", "自然资源规划局"), ("规划和自然资源局",)),
    (("科技局", "科学技术局"), ("科工局", "科技和工业信息化局"), ("工信和科技局", "工业信息化和科技局")),
    (("数据局",), ("大数据局", "大数据管理局"), ("数据和政务服务局",), ("政务服务和数据局",)),
    (("公路事业发展中心", "公路发展中心", "公路中心"), ("公路局", "公路管理局")),
    (("道路运输服务中心", "道路运输事业发展中心"), ("运管局", "运管处", "道路运输管理局", "道路运输管理处")),
    (("就业服务中心", "公共就业服务中心"), ("就业局", "就业服务局", "劳动就业局", "劳动就业服务局")),
    (("公积金中心", "住房公积金管理中心"), ("公积金局", "住房公积金管理局")),
    (("社保中心", "社会保险事业中心", "社会保险服务中心"), ("社保局", "社会保险局", "社会保险事业局", "社会保险事业管理局")),
    (("国动办", "国防动员办公室"), ("人防办", "人民防空办公室", "民防局")),
    (("直属机关工委", "直机关工委", "直属机关工作委员会", "直机关工作委员会"), ("直属机关党工委", "直机关党工委", "直属机关党委")),
    (("行政审批局", "行政审批服务局"), ("政务审批局",), ("政务服务管理局", "政务服务局"), ("政务服务和数据管理局",)),
)
"""Groups of names; a government has one of a group, in its full or its short form. A 信访局 has a 信访办公室 of its own."""
_LEVELS = "省市县区州盟旗"
_OF = {name: (group, turn) for group, names in enumerate(_RIVALS) for turn, forms in enumerate(names) for name in forms}
_PLACED = re.compile(rf"[{_LEVELS}](?:{'|'.join(sorted(_OF))})")
_NAME = re.compile(
    rf"(?P<area>(?:(?![由和与及向在对从经据各原])[{HAN}]){{0,3}})(?<!原)(?P<level>[{_LEVELS}])"
    rf"(?P<name>{'|'.join(sorted(_OF, key=len, reverse=True))})(?!公室)"
)


_RENAMED = re.compile("前身|更名|改称|改为|原名|并入|合并")


class _Named(NamedTuple):
    """A unit of a government, and where it is named; `area` is what stands before its level, "" for one that isn't named."""

    passage: Passage
    start: int
    end: int
    area: str
    turn: int


def two_rivals(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """The rarer of two names of one kind of unit and one level; of equally frequent ones both: only the clerk knows which is right."""
    found: dict[tuple[str, int], list[_Named]] = {}
    there = [name for name in _OF if name in document.text]
    for passage in document.passages:
        if not any(name in passage.text for name in there) or not _PLACED.search(passage.text):
            continue
        for one in _NAME.finditer(passage.text) if not _RENAMED.search(passage.text) else ():
            group, turn = _OF[one["name"]]
            named = _Named(passage, one.start("level"), one.end(), one["area"], turn)
            found.setdefault((one["level"], group), []).append(named)
    former = frozenset(name for unit in office.units for name in unit.former)
    yield from chain.from_iterable(_told(named, former) for named in found.values())


def are_rivals(one: str, other: str) -> bool:
    """Whether two names are of one group, so that they are told of here."""
    return one in _OF and other in _OF and _OF[one][0] == _OF[other][0]


def _told(named: list[_Named], former: frozenset[str]) -> Iterator[tuple[Passage, Hit]]:
    counts = {turn: sum(one.turn == turn for one in named) for turn in {one.turn for one in named}}
    most = max(counts.values())
    usual = [turn for turn, count in counts.items() if count == most]
    for one in named:
        others = [other for other in named if other.turn in usual and other.turn != one.turn]
        areas = {other.area for other in others}
        if others and (one.turn not in usual or len(usual) > 1) and (not one.area or "" in areas or one.area in areas):
            words, right = (each.passage.text[each.start : each.end] for each in (one, others[0]))
            if right[1:] in former and words[1:] not in former:
                continue  # the other one is told of, with this one in its place
            yield one.passage, Hit(one.start, one.end, f"本期还写作“{right}”，“{words}”是不是同一个单位？")


RULES = (DocumentRule(About("unit.rival", "同一部门两个名称", Level.QUERY, "实务"), two_rivals),)
