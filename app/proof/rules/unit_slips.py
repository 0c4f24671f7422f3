"""Units whose name is nearly a known one, and areas that are called by two ranks in one issue, become hits (实务)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office, Unit
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_UNIT = re.compile(rf"(?<=[省市县区州盟旗])(?P<name>[{HAN}]{{4,12}}?(?:局|委员会|办公室))(?!长)")
_LEAST = 5
_HIGH = re.compile(rf"(?<=[市县区旗])(?!场)(?:(?![国局向由按据对请报达落贯传学的和与及在经是赴从给])[{HAN}]){{2,8}}?(?P<wrong>总局)(?!长)")
_FIELD = (
    "民政|教育|财政|司法|水利|自然资源|生态环境|交通运输|商务|农业农村|科学技术|科技|公安|人力资源和社会保障|住房和城乡建设"
    "|文化和旅游|应急管理|退役军人事务|工业和信息化|审计"
)
_DEPARTMENT = re.compile(
    rf"(?P<assets>国资局)|(?<![全各本我外跨出在])省(?P<field>{_FIELD})局|(?P<area>市|县|(?<!自治)区)(?P<low>{_FIELD})厅"
)
_RANKED = re.compile(
    rf"(?P<stem>[{HAN}]{{2}})(?P<rank>[市县区旗乡镇])(?![级域长内委政府直]|(?<=市)[场容民])|(?P<stem2>[{HAN}]{{2}})(?P<rank2>街道)"
)
_GROUPS = ("市县区旗", "乡镇街道")
_COMMON_WORDS = """
示范 试点 先进 自治 直辖 模范 重点 贫困 文明 卫生 园林 森林 旅游 资源 农业 工业 中心 沿海 城乡 开发 新型 特色 重要 百强 强镇 边境 牧业
产粮 产煤 各个 两个 三个 四个 五个 六个 七个 八个 九个 十个 多个 部分 有关 相关 周边 全国 全省 全市 全县 全区 下辖 所在 主城 老城 新城
县城 城郊 郊区 创建 建制 中心 卫星 移民 生态 美丽 幸福 平安 法治 智慧 数字 海绵 无废 健康 双拥 试验 经济 高新 园区 库区 山区 片区 矿区
灾区 景区 小区 社区 辖区 地级 县级 副省 省级 邻近 外省 跨省 跨市 本地 进城 返乡 下乡 回乡 到乡 驻村 赴县 来县 在县 由县 从县 对县
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_NO_STEM = re.compile("[全各我本该两几每某个省市县区州乡镇村的和与及在到赴向对由为从于、于是等给让把将]")
_OFTEN = 3
_SELDOM = 4
"""A rank is doubted where the other one stands so many times as often."""
_EARLIER = re.compile("先后任|历任|参加工作|撤县|撤乡|设市|改市|改区|升格")
_ONE_OF_TWO = ({"乡", "镇"}, {"镇", "街道"}, {"乡", "街道"}, {"县", "区"})
"""Ranks of which a name has one; a 市 and a 县 of one name there are many of."""


def nearly_known(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """退役军人服务局: a unit that differs from one of the table by a word of it."""
    known, full = _table(office.units)
    for passage in document.passages:
        spans: tuple[tuple[int, int], ...] | None = None
        for found in _UNIT.finditer(passage.text):
            name = found["name"]
            right = None if name in known else next((one for one in full if _near(name, one)), None)
            if right is None or any(known_one in name for known_one in known if len(known_one) > 2 and name.endswith(known_one)):
                continue
            spans = quoted(passage.text) if spans is None else spans
            if not within(spans, found.start(), found.end()):
                yield passage, Hit(found.start("name"), found.end("name"), f"规范名称一般是“{right}”，请核对。", right)


def department_of_province(passage: Passage, _: Office) -> Iterator[Hit]:
    """省民政局, 县民政厅: departments of a province are 厅, those below are 局, and the commission on state assets is a 委 everywhere."""
    for found in _DEPARTMENT.finditer(passage.text):
        right = "国资委" if found["assets"] else f"省{found['field']}厅" if found["field"] else f"{found['area']}{found['low']}局"
        yield Hit(found.start(), found.end(), f"规范名称一般是“{right}”，请核对。", right)


def too_high(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """市税务总局: only the state has a 总局."""
    for passage in document.passages:
        for found in _HIGH.finditer(passage.text):
            yield passage, Hit(found.start("wrong"), found.end("wrong"), "市、县没有“总局”，请核对。", "局")


def rank_differs(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """金沙县 again and again, and 金沙市 once."""
    places = document.once(area_names)
    counts = Counter({key: len(spots) for key, spots in places.items()})
    for (stem, rank), spots in places.items():
        group = next(one for one in _GROUPS if rank in one)
        others = [(counts[stem, other], other) for other in ("街道", *group) if other != rank and other in group and counts[stem, other]]
        count, usual = max(others, default=(0, ""))
        once = len(spots) == 1 and count > 1 and {rank, usual} in _ONE_OF_TWO
        if once or count >= max(_OFTEN, _SELDOM * len(spots) - 1):
            for passage, start, end in spots:
                if _EARLIER.search(passage.text):
                    continue  # 先后任地区水电局副局长、栾湖县水利局局长: before the county became a city
                yield passage, Hit(start, end, f"本期其他地方写的是“{stem}{usual}”，请核对。", f"{stem}{usual}")


def area_names(document: Document) -> dict[tuple[str, str], list[tuple[Passage, int, int]]]:
    """What stands before 市, 县, 镇 with this rank, and where."""
    places: dict[tuple[str, str], list[tuple[Passage, int, int]]] = {}
    for passage in document.passages:
        for found in _RANKED.finditer(passage.text):
            stem, rank = found["stem"] or found["stem2"], found["rank"] or found["rank2"]
            if stem not in _COMMON and not _NO_STEM.search(stem):
                places.setdefault((stem, rank), []).append((passage, found.start(), found.end()))
    return places


@lru_cache(maxsize=4)
def _table(units: tuple[Unit, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """All names in use or in former use, and the full ones that are long enough to be known by their like."""
    known = frozenset(form for unit in units for form in (unit.name, *unit.short, *unit.former))
    return known, tuple(unit.name for unit in units if len(unit.name) >= _LEAST)


def _near(name: str, known: str) -> bool:
    """Whether one word of two characters, or of one, differs, or two characters are left out, in the middle or the end of a name."""
    if len(name) == len(known) and sorted(name) == sorted(known):
        return True  # 综合执法行政局
    head = next((place for place, (a, b) in enumerate(zip(name, known, strict=False)) if a != b), min(len(name), len(known)))
    tail = next((place for place, (a, b) in enumerate(zip(reversed(name), reversed(known), strict=False)) if a != b), 0)
    same = min(head + tail, len(name), len(known))
    return head >= 2 and tail >= 1 and len(known) - len(name) in (0, 2) and len(known) - same <= 2 and same >= _LEAST - 2


RULES = (
    PassageRule(About("unit.department", "省与市县部门的名称", Level.QUERY, "机构改革方案；实务"), department_of_province, needs="厅省资"),
    DocumentRule(About("unit.nearly", "单位名称疑似有误", Level.QUERY, "《党和国家机构改革方案》；实务"), nearly_known),
    DocumentRule(About("unit.too_high", "市县的“总局”", Level.QUERY, "《党和国家机构改革方案》；实务"), too_high),
    DocumentRule(About("unit.rank", "地名级别前后不一", Level.QUERY, "实务"), rank_differs),
)
