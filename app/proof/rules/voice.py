"""The sender's voice left in an article becomes hits: 我局 in a city bulletin, 本单位, 贵局, 我区 (实务)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from app.model.issue import Role
from app.proof.document import RUNNING, TITLES, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.people import SURNAMES
from app.proof.rule import About, DocumentRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_UNITS = (
    "局|委(?!员|托)|办(?!法|理|事|公|学|案|得)|街道|镇|乡(?!村|镇|亲|音)|校(?![准对验正])|院(?!子)|所(?!有|在|以|谓|能|需|属|用|知|见|长|思|爱|愿|求)"
    "|站(?![在起出立稳到上])|中心(?!城)|支队|大队|总队|公司|集团|厅|处(?!于|理|在|境)|科(?!技|学|研)|社区"
    "|村(?!民)|社(?!会|区)|厂|矿|段(?!路|时)|队(?!伍|友|员|列)|馆|园区|单位|部门|系统|会(?=系统|机关|班子|党组)|分局|法院|检察院|医院|学校|党委|党组|支部"
    "|行(?!业|动|政|为|我|走|使)"
)
_SENDER = re.compile(rf"(?<![自忘无唯大小])我(?:{_UNITS})")
_OWN = re.compile(r"(?<![基成资样课原根书文账剧脚版])本(?:局|单位|部门|委(?!员)|办(?!法)|校|院|街道|镇|公司|中心(?!城)|支队|大队)")
_ANY_OWN = frozenset({"本单位", "本部门"})
"""What anybody's own unit is called, not only the sender's."""
_ADDRESSED = re.compile(r"(?<![珍宝昂富名高可尊华权显])贵(?:局|委|办|单位|部(?![件分位])|厅|处|院|校|公司)")
_AREA = re.compile(r"(?:我|(?<![基成资样课原根书文账剧脚版日、在离出])本(?=[县区]))(?P<area>[省市县区州盟旗])(?![里域城])")
_RANKS = "省市县区"
_OURS = re.compile(r"我们(?:局|单位|街道|镇|县|区|村|社区|学校|医院|公司)")
_WE = re.compile(
    "(?<!让)(?<!给)(?<!为)(?<!对)(?<!带)(?<!教)(?<!告诉)(?<!启示)(?<!提醒)我们(?!有所应|的?(?:党|国家|祖国|民族|人民|时代|中国|伟大|共和国))"
)
_SELVES = {
    "校": ("大学", "学院", "学校", "中学"),
    "公司": ("公司", "集团"),
    "集团": ("集团",),
    "院": ("医院", "法院", "检察院", "学院", "研究院"),
}
"""Who speaks for itself in its own bulletin."""
_BEHIND_NAME = re.compile("[ \u3000]|办公室|党政|党委|人民政府|综合|宣传|编")
"""What stands behind the name of the body whose office issues a bulletin."""
_SAYS = re.compile("(?:说|表示|谈到|坦言|讲|提出|认为|道)[，：,]")
_SPEAKER = re.compile(rf"[ \u3000]*(?:记者|问|答|编辑部|编辑同志|编者按?|[{SURNAMES}][\u4e00-\u9fff]{{1,3}})[：:]")
"""At the head of a paragraph of an interview or of a letter, whose words are somebody's own."""
_LETTER = re.compile("[ \u3000]*(?:编辑部|编辑同志)[：:]")
"""At the head of a letter to the editors."""
_FIRST_PERSON = 3
_TELLING = (RUNNING | TITLES | {Role.BYLINE}) - {Role.SECTION, Role.CELL}
_SPEECH = re.compile(
    r"(?:讲话|致辞|致词|发言|演讲|倡议|倡议书|公开信|一封信|慰问信|感谢信|寄语|献词|心得|体会|感言)"
    r"[ \u3000]*(?:[（(][^（）()]*[）)]|摘[要编登])*[ \u3000]*$"
)
_SALUTATION = re.compile(
    "[ \u3000]*(?:尊敬的[^，。：]{2,20}|(?:各位|亲爱的)[^，。：]{2,12}"
    "|[^，。：]{0,8}(?:同志们|朋友们|乡亲们|同学们|老师们))[^。]{0,20}[：:！]"
)


def sender(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """我局, 我街道, 我们局 outside quotations: the article's unit should stand there."""
    for passage, start, words in _senders(document):
        if not _of_the_office(document, passage, words):
            unit = _unit_for(document, passage, words)
            yield passage, Hit(start, start + len(words), f"“{words}”是来稿单位的口气，{_advice(unit)}。", unit)


def office_itself(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """我局 in the bulletin of that very bureau: some offices write so, most name themselves. One place stands for all."""
    of_itself = ((passage, start, words) for passage, start, words in _senders(document) if _of_the_office(document, passage, words))
    for passage, start, words in islice(of_itself, 1):
        yield passage, Hit(start, start + len(words), f"“{words}”宜写单位名称。", None)


def _senders(document: Document) -> Iterator[tuple[Passage, int, str]]:
    """(passage, place, words) wherever somebody speaks of the own unit who isn't the bulletin's own voice."""
    for passage in told(document):
        spans = quoted(passage.text)
        for found in (*_SENDER.finditer(passage.text), *_OURS.finditer(passage.text)):
            if not within(spans, found.start(), found.end()) and not _speaks_for_itself(document, passage, found[0]):
                yield passage, found.start(), found[0]


def we(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """我们 outside quotations, in a passage that names what somebody did: the unit should stand there."""
    speeches = _speeches(document)
    passages = [one for one in told(document) if one.role in RUNNING and not _SPEAKER.match(one.text) and one.article not in speeches]
    own = Counter(one.article for one in passages for _ in range(_ours(one.text)))
    for passage in passages:
        if "我们" not in passage.text or own[passage.article] >= _FIRST_PERSON:
            continue  # a speech, or notes, that speak of us throughout
        spans = quoted(passage.text)
        for found in _WE.finditer(passage.text):
            said = _SAYS.search(passage.text, passage.text.rfind("。", 0, found.start()) + 1, found.start())
            if not said and not within(spans, found.start(), found.end()) and not _OURS.match(passage.text, found.start()):
                facts = document.article_of(passage)
                unit = facts.unit if facts else ""
                yield passage, Hit(found.start(), found.end(), f"“我们”是来稿单位的口气，{_advice(unit)}。", unit or None)


def _ours(text: str) -> int:
    """How often it speaks of 我们 outside quotations."""
    return len(_WE.findall(_unquoted(text))) if "我们" in text else 0


def speaks_throughout(document: Document, passage: Passage) -> bool:
    """Whether an article is a speech, or notes, that speak of us throughout, or a report to somebody."""
    inside = document.inside(passage.article)
    ours = sum(_ours(one.text) for one in inside if one.role in RUNNING)
    return ours >= _FIRST_PERSON or passage.article in _speeches(document) or any(one.role is Role.ADDRESSEE for one in inside)


def _speeches(document: Document) -> frozenset[int]:
    """Articles that are somebody's own words: a speech, a letter."""
    return frozenset(
        one.article
        for one in document.passages
        if _SALUTATION.match(one.text) or (one.role in TITLES and one.role is not Role.TOC_TITLE and _SPEECH.search(one.text))
    )


def _unquoted(text: str) -> str:
    for start, end in reversed(quoted(text)):
        text = text[:start] + text[end:]
    return text


def own_unit(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """本单位, 本局: the sender's, or that of whoever the sentence speaks of."""
    for passage in told(document):
        spans = quoted(passage.text)
        for found in _OWN.finditer(passage.text):
            if not within(spans, found.start(), found.end()) and not _each_its_own(passage.text, found):
                unit = _unit_for(document, passage, found[0])
                yield passage, Hit(found.start(), found.end(), f"“{found[0]}”指哪个单位？{_advice(unit)}。", unit)


def _each_its_own(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence says to all of them what each is to do in its own place: 各党支部要结合本支部、本部门的实际."""
    sentence = text[max(text.rfind(mark, 0, found.start()) for mark in "。！？；") + 1 : found.start()]
    of_subject = sentence.endswith("是")  # 企业主要负责人是本单位安全生产第一责任人
    return found[0] in _ANY_OWN and (of_subject or re.search(f"[各每][{HAN}]|规定|不得|应当|有权", sentence) is not None)


def addressed(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """贵局, as one writes to somebody."""
    for passage in told(document):
        spans = quoted(passage.text)
        for found in _ADDRESSED.finditer(passage.text):
            if not within(spans, found.start(), found.end()):
                yield passage, Hit(found.start(), found.end(), f"“{found[0]}”是来往信函的口气，请改成单位名称。")


def sender_area(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """我区 or 我县 in a bulletin of a city, 我市 in one of a province or a county."""
    own = _own_area(document)
    speeches = _speeches(document)
    for passage in told(document):
        if not own and passage.article in speeches:
            continue
        spans = quoted(passage.text)
        for found in _AREA.finditer(passage.text):
            area = found["area"]
            fits = area in own if own else area in "省市"
            if not fits and not within(spans, found.start(), found.end()):
                yield passage, Hit(found.start(), found.end(), f"“{found[0]}”是来稿单位的口气，请改成地名。")


def told(document: Document) -> Iterator[Passage]:
    """What the bulletin tells in its own voice: titles and running text, no letters to the editors."""
    return (one for one in document.passages if one.role in _TELLING and not _LETTER.match(one.text))


def _unit_for(document: Document, passage: Passage, words: str) -> str | None:
    """The article's unit, where it is of the kind that the words name."""
    facts = document.article_of(passage)
    unit = facts.unit if facts else ""
    kind = words.removeprefix("我们").removeprefix("我").removeprefix("本")
    return unit if unit and (unit.endswith(kind) or kind in ("单位", "部门")) else None


def _speaks_for_itself(document: Document, passage: Passage, words: str) -> bool:
    """Whether the bulletin is that of the school or the firm which calls itself so, and no other unit sent the article."""
    if any(one.role is Role.ADDRESSEE for one in document.inside(passage.article)):
        return True  # a report to somebody
    facts = document.article_of(passage)
    own = "".join(one.text for one in document.of(Role.ISSUER, Role.MASTHEAD))
    kinds = _SELVES.get(_unit_in(words), ())
    return any(kind in own for kind in kinds) and not (facts and facts.unit and not any(kind in facts.unit for kind in kinds))


def _of_the_office(document: Document, passage: Passage, words: str) -> bool:
    """Whether it is the office that issues the bulletin which speaks, or a section of it: 我局 in that of the bureau."""
    facts, ours = document.article_of(passage), _unit_in(words)
    issuers = [_BEHIND_NAME.split(one.text.strip())[0] for one in document.of(Role.ISSUER)]
    own = [name for name in issuers if name.endswith(_SELVES.get(ours, (ours,)))]
    unit = facts.unit if facts else ""
    return bool(own) and (not unit.endswith(ours) or any(name.endswith(unit) for name in own))


def _unit_in(words: str) -> str:
    return words.removeprefix("我们").removeprefix("我")


def _advice(unit: str | None) -> str:
    return f"应写“{unit}”" if unit else "请改成单位名称"


def _own_area(document: Document) -> str:
    """The kinds of area that the bulletin itself may call 我: by the last area in the issuer's or the bulletin's name."""
    for role in (Role.ISSUER, Role.MASTHEAD):
        for passage in document.of(role):
            found = [(passage.text.rfind(rank), rank) for rank in _RANKS if passage.text.find(rank) > 0]
            if found:
                last = max(found)[1]
                return "市省" if last == "市" else "省" if last == "省" else f"{last}市省"
    return ""


RULES = (
    DocumentRule(About("voice.sender", "来稿口气：我局", Level.ERROR, "实务"), sender),
    DocumentRule(About("voice.office", "来稿口气：本局简报里的“我局”", Level.HINT, "实务"), office_itself),
    DocumentRule(About("voice.we", "来稿口气：我们", Level.QUERY, "实务"), we),
    DocumentRule(About("voice.own", "来稿口气：本单位", Level.QUERY, "实务"), own_unit),
    DocumentRule(About("voice.addressed", "来稿口气：贵局", Level.ERROR, "实务"), addressed),
    DocumentRule(About("voice.area", "来稿口气：我区、我县", Level.QUERY, "实务"), sender_area),
)
