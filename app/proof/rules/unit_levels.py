"""Bodies that an area of this rank doesn't have become hits: 县中级人民法院, 县委办公厅, 省政府办公室, 县委巡视组, 驻局纪检组."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import branches, found_by, guarded
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.rules.institutions import told_of_the_past
from app.proof.spans import quoted, within
from app.text.chars import HAN

_OWN_REGION = "(?<!自治区)(?<!地区)(?<!新区)(?<!开发区)(?<!管区)(?<!林区)(?<!矿区)"
"""What ends with 区 and is no district, or has bodies of a city's rank."""
_COUNTY = rf"(?<=[{HAN}][县区旗]){_OWN_REGION}"
_PROVINCE = "(?:(?<=省)(?<![全各跨外]省)|(?<=自治区))"
_LEVELS = (
    rf"(?P<court>{_COUNTY}(?:第[一二三])?[中高]级人民法院|(?<=[{HAN}][县旗])人民检察院分院)"
    rf"|(?P<hall>{_COUNTY}(?:委|政府|人民政府|人大常委会|政协)办公厅)"
    rf"|(?P<room>{_PROVINCE}(?:委|政府|人民政府|人大常委会|政协)办公室(?![（]))"
    rf"|(?P<general>(?<=[县旗])(?:委|政府|人民政府|人大常委会)副?秘书长)"
    rf"|(?P<patrol>(?<=[^省国央][市县区州旗]){_OWN_REGION}委(?:第[一二三四五六七八九十]{{1,2}})?巡视(?:办|组|机构|工作领导小组))"
    rf"|(?P<inspect>{_PROVINCE}委(?:第[一二三四五六七八九十]{{1,2}})?巡察(?:组|工作领导小组))"
    r"|(?P<squad>(?<=县)(?:公安局)?(?:交警|交通警察|刑警|刑侦|治安|特警|巡特警|消防救援|[农业文化市场生态环境保护交通运输监管]{4,8}综合(?:行政)?执法)支队)"
    r"|(?P<station>(?<=[镇乡])(?<!景德镇)(?:财政|司法|民政|税务|市场监管|市场监督管理)局(?!第|分局))"
    r"|(?P<township>(?<=[镇乡])(?<!景德镇)(?:人民法院(?!派出|.{0,4}法庭)|人民检察院|人大常委会|监察委员会))"
    rf"|(?P<finance>金融监(?:督管理|管)总局[{HAN}]{{2,6}}?(?<!监管)分局)"
    rf"|(?P<garrison>(?<=[{HAN}][县旗])军分区)"
)
_PATTERN = re.compile(guarded(branches(_LEVELS)))
_SIGN = re.compile("[中高]级人民法|院分院|办公[厅室]|秘书长|委[第巡]|军分区|金融监[督管]|支队|[镇乡道][财司民税市人监]")
_SAID = {
    "court": "县级设基层人民法院、人民检察院，请核对。",
    "hall": "县级设“办公室”，“办公厅”是省级以上和副省级城市的，请核对。",
    "room": "省级设“办公厅”，请核对。",
    "general": "县级党委、政府没有秘书长，一般是“办公室主任”，请核对。",
    "patrol": "市、县党委开展的是“巡察”，“巡视”是中央和省级的，请核对。",
    "inspect": "省级党委开展的是“巡视”，请核对。",
    "squad": "县级设大队，支队是市级的，请核对。",
    "station": "乡镇、街道设的是“所”或“办”，请核对。",
    "township": "乡镇没有这一级机关，请核对。",
    "finance": "全称是“国家金融监督管理总局××监管分局”，请核对。",
    "garrison": "县级设人民武装部，军分区是市级的，请核对。",
}
_CHANGES = {
    "hall": ("办公厅", "办公室"),
    "room": ("办公室", "办公厅"),
    "patrol": ("巡视", "巡察"),
    "inspect": ("巡察", "巡视"),
    "squad": ("支队", "大队"),
    "garrison": ("军分区", "人民武装部"),
}
_DISCIPLINE = re.compile(
    r"(?:驻[^，。、；驻]{1,14}?(?:局|委|厅|办|院|部|社|行|公司|集团|单位|联)|派驻)(?P<wrong>(?:第[一二三四五六七八九十]{1,2})?纪检组)"
)
_REFORM = 2018
"""The year in which the sent-out discipline groups became those of discipline and supervision."""


def of_another_level(passage: Passage, _: Office) -> Iterator[Hit]:
    """柳浦区中级人民法院: a district has the court of first instance."""
    spans: tuple[tuple[int, int], ...] | None = None
    for found in found_by(_SIGN, _PATTERN, passage.text):
        kind = found.lastgroup or ""
        spans = quoted(passage.text) if spans is None else spans
        if not within(spans, found.start(), found.end()):
            yield Hit(found.start(), found.end(), _SAID[kind], _right(kind, found[0]))


def _right(kind: str, words: str) -> str | None:
    if kind == "court" and words.endswith("法院"):
        return "人民法院"
    if kind == "finance":
        return words.replace("金融监管总局", "金融监督管理总局").removesuffix("分局") + "监管分局"
    change = _CHANGES.get(kind)
    return words.replace(*change) if change else None


def discipline_group(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """驻市教育局纪检组: since 2018 such a group is one of discipline and supervision."""
    if document.date and document.date.year <= _REFORM:
        return
    for passage in document.passages:
        for found in _DISCIPLINE.finditer(passage.text) if "纪检组" in passage.text else ():
            past = told_of_the_past(passage.text, found.start(), _REFORM)
            if not past and not within(quoted(passage.text), found.start(), found.end()):
                right = found["wrong"].replace("纪检组", "纪检监察组")
                yield passage, Hit(*found.span("wrong"), "派驻机构现在称“纪检监察组”，请核对。", right)


RULES = (
    PassageRule(
        About("unit.level", "机构和地方级别不合", Level.QUERY, "《人民法院组织法》《中国共产党巡视工作条例》；实务"),
        of_another_level,
        needs="院厅室秘巡军监队局会",
    ),
    DocumentRule(
        About("unit.discipline", "派驻纪检监察组", Level.QUERY, "《深化党和国家机构改革方案》（2018年）；《派驻机构工作规则》"),
        discipline_group,
    ),
)
