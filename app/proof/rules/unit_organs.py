"""Organs that an area of this kind doesn't have become hits: a 社区 has no 村民委员会, a 镇 no 党工委 (组织法；实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import branches, guarded
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_ORGANS = (
    "(?P<residents>社区村(?:民委员会|委会))"
    rf"|(?P<villagers>(?<=[{HAN}])(?<![城社山新乡农小各个镇县区市全的和及等属])村居(?:民委员会|委会)(?![{HAN}]{{0,6}}[等和、]))"
    "|(?P<town>(?<![街城乡村德])(?<![各乡])镇(?:党工委|办事处(?=主任|副主任|党|[，、。）]|已|将|与|和|把|对|在|组织|联合|会同|工作人员|干部|负责)))"
    "|(?P<street>街道(?:人民政府|乡长|镇长|政府(?!办|服务|采购|购买|投资|网)))"
    "|(?P<township>(?<=[^各城])乡(?:党工委|办事处(?=主任|副主任)))"
    "|(?P<village>(?:村|社区)党工委|村人民政府)"
    "|(?P<youth>(?<=[省市县区州旗镇乡])共青团委(?:员会)?|共青团(?=[省市县区州旗镇乡]团委))"
    "|(?P<office>(?<=[省市县区])府(?:督查室|研究室|新闻办|新闻办公室|参事室|办公厅|秘书长))"
    "|(?P<council>(?<![村社区和邻独同定])居委(?![会员主托屈派婉曲任]))"
    "|(?P<staff>(?<=委)编制办(?![公理法])|(?<=[省市县区旗])编制办(?![公理法]))"
    "|(?P<discipline>(?<=[省市县区旗州镇乡])(?:纪检委(?!员)|纪律检查委(?!员)))"
    rf"|(?P<party>(?<=[{HAN}]{{2}}[县市])委会(?=办公室|书记|副书记))"
    "|(?P<congress>(?<=[省市县区旗州])人大委员会)"
    rf"|(?P<consult>(?<=[{HAN}]{{2}}[省市县区旗州])(?:人民)?政治协商会议)"
    "|(?P<towns>[镇乡]人民政府办事处|人民政府委员会)"
    "|(?P<zone>(?:高新区|经开区|开发区|保税区|工业园区|产业园区)(?:人民政府|区政府))"
    "|(?P<zone_party>(?:高新区|经开区|经济开发区|技术开发区|产业开发区)党委(?=书记|副书记|委员(?!会)))"
    "|(?P<army>人民武装局)"
    "|(?P<tail>人民检察局|监察委员局|政法委员局|(?<=[省市县区旗州])纪监委)"
    "|(?P<school>(?<=[省市县区州旗])委党委校|(?<=[省市县区州旗])委?党校委)"
    "|(?P<court>(?<=[市县旗])人民法庭(?![庭长审巡]))"
    rf"|(?P<post>(?<=[{HAN}]{{2}}[市县旗])(?<![全各本该两邻跨我][市县旗])(?<![个省]级[市县])(?:司法所|财政所|自然资源所|市场监管所|税务所))"
    "|(?P<grade>中专学院|职高学院|高中学院|中等专业学院|技校学院)"
    "|(?P<front>(?<=[市县区旗])政协(?:委员会)?办事处|(?<=[省市县区州旗])委政府督查室)"
    rf"|(?P<women>(?<=[省市县区州旗镇乡])(?:妇联委员会|(?:妇联|残联|文联|侨联|社科联|工商联|律协|科协|作协|书协|美协|记协|消协)会(?=$|[^{HAN}]|副?主席|副?会长|秘书长|干部)|妇女会(?!议)))"
    "|(?P<union>(?<=[省市县区州旗])(?:总工会会(?![同议长员见晤商址])|工会总会|总工联|工总会|总工委(?!员)))"
    "|(?P<red>(?<=[省市县区州旗])(?:红十字协会|红十字总会|红十会|红字会))"
    "|(?P<lost>(?<=[市县区旗])(?:财局|民政政局|教局|公安分局局(?!长)|税局|审局|统局|林局|水局|法局|商局))"
)
_PATTERN = re.compile(guarded(branches(_ORGANS)))
_RIGHT = {
    "discipline": "纪委",
    "party": "委",
    "congress": "人大常委会",
    "army": "人民武装部",
    "council": "居委会",
    "staff": "编办",
    "residents": "社区居民委员会",
    "villagers": "村民委员会",
    "red": "红十字会",
    "court": "人民法院",
    "school": "委党校",
}
_SAID = {
    "residents": "社区设居民委员会，村设村民委员会，请核对。",
    "villagers": "村设村民委员会，请核对。",
    "town": "乡镇设党委、人民政府，党工委和办事处是街道的，请核对。",
    "township": "乡镇设党委、人民政府，党工委和办事处是街道的，请核对。",
    "street": "街道设办事处，请核对。",
    "village": "村、社区设党支部、党总支或者党委，请核对。",
    "youth": "共青团的地方组织写作“共青团××市委员会”，简称“团市委”，请核对。",
    "post": "市、县设局，所是乡镇、街道的，请核对。",
    "grade": "中等职业学校不叫“学院”，请核对。",
    "office": "“府”前面少了“政”，写全称。",
    "council": "居民委员会简称“居委会”，请核对。",
    "staff": "机构编制委员会办公室简称“编办”，请核对。",
    "discipline": "纪律检查委员会简称“纪委”，请核对。",
    "consult": "地方政协写作“中国人民政治协商会议××县委员会”，简称“县政协”，请核对。",
    "towns": "没有这样的机构名称：政府和办事处是两种机关，请核对。",
    "zone": "开发区、园区设管理委员会，请核对。",
    "zone_party": "开发区、高新区一般设党工委，请核对。",
    "lost": "单位名称是不是漏了字？请核对。",
}
_RUN_BY_ZONES = re.compile("开发区|高新区|经开区|新区|园区|示范区|管委会")
"""Towns that a zone's committee runs have a 党工委, too."""
_STREET = re.compile(rf"(?P<name>[{HAN}]{{2}})街道(?P<wrong>党委(?!委员))")


def organ_of_another_area(passage: Passage, _: Office) -> Iterator[Hit]:
    """社区村民委员会, 镇党工委, 县共青团委员会, 市府督查室."""
    spans: tuple[tuple[int, int], ...] | None = None
    for found in _PATTERN.finditer(passage.text):
        kind = found.lastgroup or ""
        if kind in ("town", "township") and _RUN_BY_ZONES.search(passage.text):
            continue
        spans = quoted(passage.text) if spans is None else spans
        if not within(spans, found.start(), found.end()):
            right = f"政{found[0]}" if kind == "office" else _RIGHT.get(kind)
            yield Hit(found.start(), found.end(), _SAID.get(kind, "没有这样的机构名称，请核对。"), right)


def party_committee_of_street(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """古城街道党委 where the issue writes 古城街道党工委."""
    if "街道党委" not in document.text:
        return
    for passage in document.passages:
        for found in _STREET.finditer(passage.text):
            right = f"{found['name']}街道党工委"
            if right in document.text:
                yield passage, Hit(found.start(), found.end(), f"本期还写作“{right}”，请核对。", right)


RULES = (
    PassageRule(
        About("unit.organ", "不该有的机构", Level.QUERY, "《村民委员会组织法》《城市居民委员会组织法》；实务"),
        organ_of_another_area,
        needs="社村镇街乡共府党法政妇会局所学居编纪工军开",
    ),
    DocumentRule(About("unit.street_party", "街道党委和党工委混用", Level.QUERY, "实务"), party_committee_of_street),
)
