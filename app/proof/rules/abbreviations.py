"""Short names of units before their full one, whatever the unit, become hits: 区公服中心 before 区公共法律服务中心 (首次用全称)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, DocumentRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_ENDS = (
    "办公室|领导小组|委员会|指挥部|博物馆|图书馆|文化馆|档案馆|科技馆|中心|集团|有限公司|公司|支队|大队|总队|协会"
    "|市场|学校|中学|小学|学院|医院|基地|园区|开发区|管委会|服务站|工作站|合作社|银行|局|联合会|联合社|联社|研究所|研究院|管理所|管理站|技术站"
    "|推广站|法院|检察院|联席会议|专班"
)
_FIRSTS = "".join(sorted({end[0] for end in _ENDS.split("|")}))
_END = re.compile(f"(?=[{_FIRSTS}])(?:{_ENDS})")
_FULL = re.compile(
    rf"(?:[{HAN}]{{0,3}}[市县区省旗州镇乡])?(?P<name>[{HAN}]{{4,24}}?(?=[{_FIRSTS}])(?:{_ENDS}))(?![{HAN}]{{0,3}}(?:办公室|领导小组|有限公司))"
)
_SHORT = re.compile(
    rf"(?<=[市县区镇乡旗州校])(?P<words>[{HAN}]{{1,4}}?(?:办(?![公理法事学案])|委(?![员托])|中心(?!城|校|小学|任务|工作)|集团|公司|支队"
    "|大队|总队|协会|市场(?!监|化|主体|需求)|管委会)"
    rf"|(?!场)(?:(?![的和与及在局])[{HAN}]){{2,3}}(?:局(?!局)|站|所|院|(?<!学)校|联|会|馆|社)|中院|博(?=[推开举组联将对在的，、])|(?:(?![的和与及在])[{HAN}]){{1,3}}指(?=[，、副组派召]|指挥长))"
)
_FIRM = re.compile(rf"(?:(?<=[，。、；由与和对向为导合给])|^)(?P<words>(?:(?![的和与及该本各分子总])[{HAN}]){{2}}(?:公司|集团))")
_COMPANY = re.compile("公司|集团")
_COMPANY_ITSELF = re.compile("(?:该|本|总|分|子|集团|有限)*(?:公司|集团)$")
_TOLD_OTHERWISE = re.compile("（[^（）]{0,4}称")
_WHOLE_ENDS = {
    "办": ("办公室",),
    "委": ("委员会", "委"),
    "联": ("联合会",),
    "校": ("学校",),
    "指": ("指挥部",),
    "社": ("合作社", "联合社", "社"),
    "会": ("协会", "联合会", "委员会", "会议"),
    "博": ("博物馆",),
    "站": ("站",),
    "所": ("所",),
    "院": ("院",),
    "局": ("局",),
    "馆": ("馆",),
}
"""What the last character of a short name stands for."""
_BEFORE_NAME = re.compile(rf"^.*[在与及的等](?=[{HAN}]{{4}})|^[{HAN}]{{0,6}}[市县区旗州镇乡](?![场民区域长级])(?=[{HAN}]{{4}})")
_TWO_NAMES = re.compile("局.{1,8}局$|[在与及的等]")
_LEAST, _FIRM_LENGTH = 4, 4
_AT_THE_TOP = frozenset({Role.ISSUER, Role.MASTHEAD, Role.TITLE})
"""A full name that stands there has been read before."""
_BARELY = re.compile("办[，。；、统牵负组通会同汇]")
_BARE_OFFICE = re.compile(rf"(?:(?<=[由向经与和报对])|(?<=[，。；、]))(?P<words>[{HAN}]{{2,3}}办)(?=[，。；、统牵负组通会同汇])")
_GENERIC_WORDS = """
公安局 教育局 财政局 民政局 司法局 水利局 审计局 统计局 信访局 交通局 农业局 林业局 商务局 文旅局 卫健委 卫健局 发改委 发改局 住建局
人社局 医保局 应急局 城管局 税务局 检察院 法院 政府办 组织部 宣传部 统战部 政法委 纪委 监委 纪检委 团委 妇联 工会 总工会 党委 党组 人大
政协 政府 人民政府 人大常委会 常委会 机关 学校 中学 小学 医院 人民医院 中医院 妇保院 党校 直机关 委 公司 集团 中心 市场 大队 支队 办 馆
院 校 站 所 局 社 行 组 中小学校 直单位 属中心 供销社 新闻办 台办 外办 侨办 编办 党政办 综治办 河长办 国资委 农委 工信局 科技局
自然资源局 生态环境局 市监局 市场监管局 退役军人局 融媒体中心 气象局 供电公司 林草局 体育局 粮储局 数据局 政数局 行政审批局 残联 文联
卫生院 卫生所 卫生室 敬老院 养老院 福利院 幼儿园 派出所 司法所 文化站 文化馆 档案馆 图书馆 气象站 林场站
文化宫 少年宫 科协 工商联 红十字会 安委会 安委 安委办 防指 防汛办 食安委 食安办 双拥办 禁毒办 爱卫办 征兵办 深改委 改革办 督查室
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())


def short_before_full(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """A short name of a unit whose full name stands only later, or in another article: made of characters of the full one, in order."""
    known = {form: unit.name for unit in office.units for form in (unit.name, *unit.short, *unit.former)}
    full = [
        (turn, start, name)
        for turn, one in enumerate(document.passages)
        if one.role in RUNNING or one.role in _AT_THE_TOP
        for start, name in full_names(one.text)
    ]
    told: set[str] = set()
    for turn, passage in enumerate(document.passages) if full else ():
        if passage.role not in RUNNING or passage.role is Role.CELL:
            continue
        spans = quoted(passage.text)
        for found in _shorts(passage.text):
            words = found["words"]
            if words in told or words in _GENERIC or within(spans, found.start(), found.end()):
                continue
            if words.endswith("委") and passage.text.startswith("会", found.end("words")):
                continue  # 人大常委会
            told.add(words)
            where = [(at, start, name) for at, start, name in full if is_short_for(words, name)]
            if where and known.get(words, " ") in where[0][2]:
                continue  # of the units of the table another rule tells
            if where and where[0][:2] > (turn, found.start()) and not introduced(document.passages[: turn + 1], words):
                yield passage, Hit(found.start("words"), found.end("words"), f"“{words}”第一次出现，用全称“{where[0][2]}”，后面再用简称。")


def never_explained(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """市交通投资集团有限公司 … 市交投集团, and no （以下简称…）: told where the full name first stands in the article."""
    known = {form for unit in office.units for form in (unit.name, *unit.short, *unit.former)}
    for article in range(max(1, len(document.articles))):
        passages = [one for one in document.inside(article) if one.role in RUNNING]
        full = [(turn, start, name) for turn, one in enumerate(passages) for start, name in full_names(one.text)]
        told = _GENERIC | known
        for turn, passage in enumerate(passages) if full else ():
            for found in _shorts(passage.text):
                words = found["words"]
                if words in told or _COMPANY_ITSELF.match(words):
                    continue
                told |= {words}
                at = next((one for one in full if one[:2] < (turn, found.start()) and is_short_for(words, one[2])), None)
                if at is None or introduced(document.passages, words):
                    continue
                first, start, name = at
                if not _TOLD_OTHERWISE.match(passages[first].text, start + len(name)):
                    yield passages[first], Hit(start, start + len(name), f"后面用了简称“{words}”，这里写明（以下简称……）。")


@lru_cache(maxsize=8192)
def _shorts(text: str) -> tuple[re.Match[str], ...]:
    """What may be the short name of a unit."""
    return (*_SHORT.finditer(text), *found_by(_BARELY, _BARE_OFFICE, text), *found_by(_COMPANY, _FIRM, text))


@lru_cache(maxsize=8192)
def full_names(text: str) -> tuple[tuple[int, str], ...]:
    """Every long name, and where it begins."""
    return tuple(_full_names(text)) if _END.search(text) else ()


def _full_names(text: str) -> Iterator[tuple[int, str]]:
    for found in _FULL.finditer(text):
        name = _BEFORE_NAME.sub("", found["name"])
        if len(name) > _LEAST and not _TWO_NAMES.search(name):
            yield found.end("name") - len(name), name


def is_short_for(short: str, name: str) -> bool:
    """Whether the characters of one stand in the other in order, its first one among the first few, without being a stretch of it."""
    if len(name) < len(short) + 2 or short in name or not name.endswith(_WHOLE_ENDS.get(short[-1], "")):
        return False
    firm = short.endswith(("公司", "集团"))
    if firm and (not name.endswith(("公司", "集团")) or (len(short) == _FIRM_LENGTH and short[:2] in name)):
        return name.endswith(("公司", "集团"))
    place = -1
    for turn, char in enumerate(short):
        place = name.find(char, place + 1)
        if place < 0 or (not turn and place > 2):
            return False
    return True


def introduced(passages: Sequence[Passage], words: str) -> bool:
    """Whether one of the passages says what the short name stands for."""
    return any(
        "简称" in passage.text and re.search(rf"简称[为：]?[“《]?[{HAN}]{{0,2}}{re.escape(words)}", passage.text) for passage in passages
    )


def may_stand_for(short: str, name: str) -> bool:
    """Whether a unit's name is a short form of another's, and none that many units have."""
    return short not in _GENERIC and is_short_for(short, name)


RULES = (
    DocumentRule(About("short.before_full", "简称先于全称（各单位）", Level.QUERY, "实务"), short_before_full),
    DocumentRule(About("short.never_explained", "简称没有写明", Level.HINT, "实务"), never_explained),
)
