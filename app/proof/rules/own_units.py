"""Whole names of units behind 我, and 本村 and 本台 as who acts, become hits: 我领导小组将…, 我交警大队, 本社区成立… (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import RUNNING, TITLES, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.proof.rules.voice import speaks_throughout
from app.proof.spans import quoted, within

_TELLING = (RUNNING | TITLES | {Role.BYLINE}) - {Role.SECTION, Role.CELL}
_KIND = (
    "[\u4e00-\u9fff]{0,3}机关|办公室|领导小组|工作组|项目组|党组|[\u4e00-\u9fff]部|人大|政协|[\u4e00-\u9fff]联|红十字会|供销社|信用社|科协|文联|残联|工商联|[\u4e00-\u9fff]{0,3}中心|[\u4e00-\u9fff]{0,3}台|司|股|科室|场|园|港|港区|库区|景区|林区|牧区|灌区|矿区"
    "|监区|监狱|看守所|口岸|海关|网格|小区|管委会|管理处|管理局|[\u4e00-\u9fff]{2,6}(?:局|委|办|所|院|站|馆|校|大队|支队|公司|中心|集团|银行)|(?:大|总|支|中|分)队|分公司|企业|博物馆|图书馆|文化馆|档案馆"
    "|[\u4e00-\u9fff]{2,4}(?:组|队|社|厂|店|部)|组(?!织|合|建|成)|军分区|人武部|商户|医共体|合作社|社(?!会|区|保|情)|关(?![键于系注心怀爱停闭切])|机场|车站|电台|报社|出版社"
)
_ACTS = (
    "将|已|在|坚持|组织|开展|认真|积极|对|共|累计|成立|召开|高度|立足|联合|充分|持续|把|与|还|正|先后|切实|按照|围绕|聚焦|率先|通过|推行|实施|严格|建立|采取|党员|党委|党支部|党组|干部|领导|职工|工作人员"
    "|民警|全体|各|于|为|从|结合|根据|紧盯|紧扣|加强|加大|深入|扎实|始终|主动|迅速|及时|第一时间|负责|牵头|协同|配合|落实|督促|要求|制定|出台|投入|选派|抽调|派出|班子|拟|拨付|破获|查处|接[到报]"
    "|抓|办起|建起|搭起|开起|办了|建成|打造|探索|走出|建了|实现|完成|新增|举办|举行|获|被|以|推进|强化|创新|依托|利用|邀请|安排|启动|印发|下发|多措并举|全力|全面|着力|力争|向|也|又|再|仍|今年|去年|上半年|近年|近日|日前|现有|辖|，"
)
_OURS = re.compile(rf"(?<![自忘无唯大小敌你为以由])我(?![们国党军的是省市县区州旗校院]|公司|集团)(?:(?:{_KIND}))(?=\d|{_ACTS})")
_OURS_OF_ISSUER = re.compile(
    r"(?<![自忘无唯大小敌你])我(?P<unit>[省市县区州旗][\u4e00-\u9fff]{2,10}?(?:局|委|厅|办|中心|院|会|队|联|部))(?=[\u4e00-\u9fff，])"
)
_OWN = re.compile(
    rf"(?:^|(?<=[，。；：]))本(?:村|乡(?!本|土)|社区|馆|台|处|队|县|区|企业|厂|园区|景区|站|社|行|店|园|场|网格|小区|科室|科(?!以[上下])|办公室|小组|组|班)(?=\d|{_ACTS.removesuffix('|，')})"
)
_EACH = re.compile("[各每][\u4e00-\u9fff]|不得|应当|可以|有权|规定|要求|必须")
_REPORTER = re.compile(
    r"(?:^|(?<=[。，；（(]))(?:日前，|近日，)?记者(?:[日昨今近]?[日天前])?(?:在|从|了解到|获悉|看到|发现|注意到|走[进访]|来到|见到|跟随|随)(?!站)"
)
_SPEAKER = re.compile(r"[ \u3000]*[\u4e00-\u9fff]{1,6}[：:]")


def _told(document: Document, sign: str) -> Iterator[tuple[Passage, tuple[tuple[int, int], ...]]]:
    for passage in document.passages:
        if passage.role in _TELLING and sign in passage.text and not _SPEAKER.match(passage.text):
            yield passage, quoted(passage.text)


def our_office(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """我领导小组将…, 我交警大队查处…; 我市民政局 in the bulletin of that very bureau."""
    own = "".join(one.text for one in document.of(Role.ISSUER, Role.MASTHEAD))
    for passage, spans in _told(document, "我"):
        for found in _OURS.finditer(passage.text):
            if not within(spans, found.start(), found.end()) and not speaks_throughout(document, passage):
                yield passage, Hit(found.start(), found.end(), f"“{found[0]}”是来稿单位的口气，请改成单位名称。")
        facts = document.article_of(passage)
        for found in _OURS_OF_ISSUER.finditer(passage.text):
            known = found["unit"] in own or (facts is not None and facts.unit.endswith(found["unit"]))
            if known and not within(spans, found.start(), found.end()):
                yield passage, Hit(found.start(), found.end(), f"“{found[0]}”是来稿单位的口气。", found["unit"])


def own_place(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """本村成立…, 本台将…, where no rule for all of them is told."""
    for passage, spans in _told(document, "本"):
        for found in _OWN.finditer(passage.text):
            sentence = passage.text[max(passage.text.rfind(mark, 0, found.start()) for mark in "。！？；") + 1 : found.start()]
            if not within(spans, found.start(), found.end()) and not _EACH.search(sentence) and not speaks_throughout(document, passage):
                yield passage, Hit(found.start(), found.end(), f"“{found[0]}”指哪里？请改成名称。")


def reporter(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """记者在现场看到, 记者了解到: a newspaper's voice."""
    for passage, spans in _told(document, "记者"):
        for found in _REPORTER.finditer(passage.text):
            if not within(spans, found.start(), found.end()):
                yield passage, Hit(found.start(), found.end(), f"“{found[0]}”是报刊、网站的口气。")


RULES = (
    DocumentRule(About("voice.our_office", "来稿口气：我领导小组", Level.QUERY, "实务"), our_office),
    DocumentRule(About("voice.own_actor", "来稿口气：本村、本台", Level.QUERY, "实务"), own_place),
    DocumentRule(About("voice.reporter", "报刊口气：记者", Level.QUERY, "实务"), reporter),
)
