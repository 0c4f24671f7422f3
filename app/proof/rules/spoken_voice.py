"""Other shapes of the sender's voice become hits: 咱局, 我派出所, 你单位, 笔者 (实务: a bulletin names who acts)."""

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
from app.text.chars import HAN

_KIND = "局|委|办|镇|乡|街道|校|院|所|站|中心|支队|大队|公司|集团|厅|处|科|部|社区|村|县|市|区|省|州|旗|单位|部门|园区|协会|队"
_OURS = re.compile(rf"[咱俺](?:们)?(?P<kind>{_KIND})?(?![家爸妈爹娘])")
_COMPOUND = re.compile(
    r"(?<![自忘无唯大小])我(?:部(?![分件队位门署])|会(?=(?:机关|党组|党委|秘书处|会员|领导|干部|工作人员|将于|于\d|已于|组织|积极|高度|认真|联合)[^，。]{2})|机关|派出所|司法所|卫生院|卫生室|工作队|工作站"
    r"|服务站|服务队"
    r"|指挥部|协会|商会|学会|联社|农场|林场|党支部|党总支|辖区|专班|工作组|课题组|基地|管委会|经开区|高新区|开发区|新区|幼儿园|小学|中学|法庭|妇联|工会|团委|纪委"
    r"|村委会|居委会|项目部|分公司|营业部|(?![们国省市县区])[\u4e00-\u9fff]{2,4}(?:支队|大队|中队|分局|办事处)(?![长员])|(?:审计|调查|督导|督查|检查|调研|考察|帮扶|专家|巡察|评审)(?:组|队|团)|营业所|供电所|税务所"
    r"|财政所|工商所|交警队|消防队|消防站|救援站|水库|景区|车间|班组|厂区|庭(?!院)|署|港务|团(?![结聚队圆体伙])|营(?![养业造])|连(?![续接夜忙日年])|团队|律所|银行|支行|分行|联合会|工作室|窗口)"
)
_SELF = re.compile(
    r"(?<![基成资样课原根书文账剧脚版日])本(?!乡本土|土)(?:所(?![在以有需])|站(?![点])|厅|厂|分局|辖区|机关|支行|分行|学院|医院|卫生院|派出所|司法所|协会|商会|学会|联社|党支部|党委|党组|工作队|指挥部|系统"
    r"|项目部|村委会|居委会|办公室)"
)
_YOU = re.compile(
    rf"(?<![迷请给帮让教同和与跟])(?:你|您)(?:们)?(?:局|委(?!屈|托)|单位|部门|厅|处|镇|乡|街道|县|区|市|校|院|公司|中心|社区|村|所(?!有|在|需|说|谓)|站|办(?![理事好]))(?=[{HAN}，。])"
    r"|(?<![珍宝昂富名高可尊华权显])贵(?:县|区(?=[\u4e00-\u9fff])|市(?=[政的领工开])|省|镇|乡|街道|村|社区|部门|中心|支队|大队|所(?![在以有谓属])|站|集团|协会|行(?!业))"
)
_AUTHOR = re.compile(
    "笔者|(?<![为对])本(?:报|刊|网|台)(?:讯|记者|通讯员)|(?:^|(?<=[。（(【]))记者(?:日前|近日|昨[日天]|今[日天])?(?:从|在)[^，。；]{2,24}(?:获悉|了解到|看到)|(?<=，)小编|^小编"
    "|小编(?=带|为|和)"
)
_SAYS = re.compile("(?:说|表示|谈到|坦言|讲|提出|认为|道|介绍|感慨|回忆)[，：,]")
_SPEAKER = re.compile(r"[ \u3000]*[\u4e00-\u9fff]{1,6}[：:]")
_EACH = re.compile(f"[各每][{HAN}]|不得|应当|可以|有权|规定")
_TELLING = (RUNNING | TITLES | {Role.BYLINE}) - {Role.SECTION, Role.CELL}


def _found(document: Document, pattern: re.Pattern[str], signs: str) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in document.passages:
        if passage.role in _TELLING and any(sign in passage.text for sign in signs) and not _SPEAKER.match(passage.text):
            spans = quoted(passage.text)
            for found in pattern.finditer(passage.text):
                if not within(spans, found.start(), found.end()):
                    yield passage, found


def spoken_ours(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """咱们, 咱镇, 俺村 outside quotations; without a unit behind it, what somebody said may hold it."""
    for passage, found in _found(document, _OURS, "咱俺"):
        said = _SAYS.search(passage.text, passage.text.rfind("。", 0, found.start()) + 1, found.start())
        if (found["kind"] or not said) and not speaks_throughout(document, passage):
            yield passage, Hit(found.start(), found.end(), f"“{found[0]}”是口头的说法，请改成单位或地方的名称。")


def our_unit(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """我派出所, 我指挥部: a unit's whole name behind 我."""
    for passage, found in _found(document, _COMPOUND, "我"):
        yield passage, Hit(found.start(), found.end(), f"“{found[0]}”是来稿单位的口气，请改成单位名称。")


def own_unit(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """本所, 本辖区, where no rule for all of them is told."""
    for passage, found in _found(document, _SELF, "本"):
        sentence = passage.text[max(passage.text.rfind(mark, 0, found.start()) for mark in "。！？；") + 1 : found.start()]
        if not _EACH.search(sentence):
            yield passage, Hit(found.start(), found.end(), f"“{found[0]}”指哪里？请改成名称。")


def you(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """你单位, 贵县, as one writes to somebody."""
    for passage, found in _found(document, _YOU, "你您贵"):
        yield passage, Hit(found.start(), found.end(), f"“{found[0]}”是来往信函的口气，请改成单位或地方的名称。")


def author(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """笔者, 本报讯, 记者从…获悉: a newspaper's voice."""
    for passage, found in _found(document, _AUTHOR, "者讯编"):
        yield passage, Hit(found.start(), found.end(), f"“{found[0]}”是报刊、网站的口气。")


RULES = (
    DocumentRule(About("voice.spoken", "口头说法：咱们、俺村", Level.QUERY, "实务"), spoken_ours),
    DocumentRule(About("voice.our_unit", "来稿口气：我派出所", Level.QUERY, "实务"), our_unit),
    DocumentRule(About("voice.own_place", "来稿口气：本所、本辖区", Level.QUERY, "实务"), own_unit),
    DocumentRule(About("voice.you", "信函口气：你单位、贵县", Level.QUERY, "实务"), you),
    DocumentRule(About("voice.author", "报刊口气：笔者、本报讯", Level.QUERY, "实务"), author),
)
