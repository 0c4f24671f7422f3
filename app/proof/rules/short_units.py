"""Units by a short name that not every reader knows become hits where their full name stands nowhere before: 市药监, 县农担公司, 市专指."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import branches, found_by, guarded
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.rules.abbreviations import full_names, introduced, is_short_for
from app.proof.rules.departments import LOCAL
from app.proof.spans import quoted, within
from app.text.chars import HAN

_LEVEL = "省市县区旗州镇乡"
_BARE = (
    "药监|疾控|融媒|工信|卫健|住建|文旅|人社|发改|市监|自规|医保|城管|产投|城投|交投|水投|旅投|国投|科投|文投|农投|农担|信合|农信|残联会|农合"
    "|商投|退役军人|应急|农综|环综|交综|广电|体彩|福彩|人防|轨交|城运|交警|疫控|交投|水务投|民宗|供热|排水|环卫"
)
_ACTS = (
    "[，、]|检测|组织|开展|联合|派|牵头|同期|同步|滚动|工作人员|干部|负责|与|和|已|将|在|对|推出|发放|签订|负责人|会同|发布|专家|医生|人员|介绍|表示|统计"
    "|举办|召开|投入|发[放布]|为|累计|共"
)
_SHORT = (
    rf"(?<=[{_LEVEL}])(?P<bare>{_BARE})(?={_ACTS})"
    rf"|(?<=[{_LEVEL}])(?P<staff>(?:(?![委的各是里上人民领干要会长级出])[{HAN}]){{1,3}}?(?<![要所专特泛手食单直别])指|专指)(?!挥(?!长)|战|[导示标定南数望出向引责令纹针控点明认]|派(?!员))"
    rf"|(?<=[{_LEVEL}])(?P<group>(?:[“][^”“]{{2,6}}[”]|(?:(?![一的各级建成设组由了和个立工以])[{HAN}]){{2,4}})专班)(?!班)"
    rf"|(?<=[{_LEVEL}])(?P<staff_alone>专班)(?={_ACTS}|编|印|会|每|按|围|结|深|赴|到)"
    r"|(?P<quoted>“[^”“]{2,6}”专班)"
    rf"|(?<=[{_LEVEL}])(?P<party>委(?:“[^”]{{2,4}}”|(?![教机直党编台农网巡督改审国外]|联合|共同|牵头|组织|统一|同意|决定)[{HAN}]{{2,3}})(?:工委|(?<![主承举协开督合创停代催交查])办(?=[，。、的有主副牵召组会同发在将对部负每指协统派联与和已])))"
    rf"|(?<=[{_LEVEL}])(?P<committee>(?:消|绿|关工|法工|财经工|农工|代工|侨工|商调|妇儿工|房征|征管|食安|药安|道安|减灾|抗灾)委|(?:老促|扶促|农促|老体|老科|青企|女企|新联|知联|海联)[会协])(?![员会议])"
    rf"|(?<=[{_LEVEL}])(?P<firm>(?:农担|农发|城发|交发|旅发|文发|水发|产投|城投|交投|水投|国投|农投|建投|科投|文投|担保|粮储|国资|公运|公租|环投|轨交|文体|医健|乡投|数投|能投|金控|金投|交建|振兴|乡村振兴)(?:公司|集团))"
    rf"|(?<=[{_LEVEL}])(?P<place>(?:农经|农技|农机|林技|水保|经管|规建|动监|动检|种畜|文保|城建|劳保|社保|交管|路政|水产|畜检|土肥|植检|防疫|农综|林果)站"
    rf"|(?:林科|农科|水科|药检|质检|文保|考古|路灯|疾控|动监|计量|公路|运管|航道|地环|特检)所|(?:林科|农科|水科|社科|质检|特检|建科|规划设计)院|农广校|老干校|公积金中心|就业中心|农技中心|人才中心|登记中心|供水中心|公服中心|指导中心)(?!长)"
)
_PATTERN = re.compile(guarded(branches(_SHORT)))
_LONE = (
    rf"(?P<lone>[{_LEVEL}](?:站|所|院|校|社|博|图|馆)|[{HAN}]检院|[{HAN}]中院|[{HAN}]领组|[{HAN}]投(?:集团|公司))"
    "(?=[推开举组联将对要还已共在与和把党办])"
)
_COURT = re.compile("[市县区州](?P<court>中院|检院|[一二三四五]院|妇保院)(?![长校落内墙士])")
_STREET = re.compile(f"(?<=[{HAN}]{{2}})(?P<street>街道办)(?![事公理学好])")
_HEAD = "(?:^|(?<=[，。；：、由与和请向]))"
_BODY_SIGN = re.compile("专班|[会建法经卫司资外代任算表]委|[管监服保调执](?:中心|会|队|站)|工委|[商发开储口]行|[城交水旅国农产]投")
_BODY = re.compile(
    rf"{_HEAD}(?P<body>(?![在对与比该各我本此从到经把将全有为是请原的市县区镇乡省])[{HAN}](?:[管监服保调执](?:中心|会(?![议场谈])|队(?![伍员])|站(?![在上好点稳]))"
    rf"|(?![直关][工])[{HAN}]工委))"
    rf"|{_HEAD}(?P<bank>(?:农商|农发|国开|邮储|进出口)行)(?![业动情])|{_HEAD}(?P<invested>(?:城|交|水|旅|国|农|产|文旅)投)(?=所属|旗下|下属|负责|牵头|与|和|已|将|在)"
    rf"|{_HEAD}(?P<congress>(?:社会|社建|法制|财经|教科文卫|监司|监察司法|城建环资|环资|民宗侨外|民侨外|人代|选任|预算|代表)工?委)(?=[将对组在召牵就与和向]|负责|开展|已)"
    rf"|{_HEAD}(?P<team>专班)(?=由|每|召开|成员|下设|坚持|采取|组织|定期|负责)"
    rf"|其中[{HAN}]{{0,4}}是(?P<invested_too>(?:城|交|水|旅|国|农|产|文旅)投)(?=所属|旗下|下属)"
)
"""Bodies, banks and firms that no level stands before: 数管中心, 膳管会, 两新工委, 农商行, 城投所属."""
_BUREAU_SIGN = re.compile("(?:局|中心)[，、牵负组开将已对为派发接号]")
_BUREAU = re.compile(
    rf"[市县区州](?P<bureau>(?![在对与各我本此和全])[{HAN}]{{2}}(?:局(?![长势面域部限])|中心(?![城校小])))(?=[，、牵负组开将已对为派发接号])"
)
"""A bureau or centre of a government that is called by two characters of its name: 市政数局, 县燃服中心."""
_ORDINARY_WORDS = """
证监会 银监会 保监会 街道工委 城管队 直属工委 直机工委 人保中心 社保中心 机关工委 职教中心 疾控中心 融媒中心
政务中心 文体中心 会展中心 农技中心
"""
_ORDINARY = frozenset(_ORDINARY_WORDS.split())
_DEPARTMENTS = "|".join(sorted(name for name in LOCAL if name[-1] in "局委"))
_OF_NOBODY = re.compile(rf"(?:会同|[由向与])(?P<name>{_DEPARTMENTS})(?![、等和与及员托]|[{HAN}]{{0,2}}(?:部门|单位))")
_OPENS, _OPENED = re.compile(_LONE), re.compile(f"[，。；、由]{_LONE}")
"""A unit by its first character and its last at the head of a clause: 镇站, 凤检院, 宁投集团."""
_SIGNS = re.compile(
    "促会|老体协|老科协|青企协|女企协|新联会|知联会|海联会|指|专班|[消绿]委|工委|调委|办|公司|集团|站|所|院|农广校|老干校|中心|" + _BARE
)
_SERIES = re.compile(
    r"[^。；]{0,24}?(?:等[多\d一二三四五六七八九十]*[个家]?(?:部门|单位|方面|职能)|部门|系统|战线|[一二两三四五六七八九十]家|领域)"
)
"""What follows departments that are named together by their fields: 公安、住建、城管等部门."""
_FIELD_SERIES = frozenset({"bare"})
_STEM = 2
_KNOWN = frozenset(["疾控所", "社科院", "规划设计院"])


def unknown_short_name(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """The first place of each, where no full name and no introduction stands before it."""
    known = {form for unit in office.units for form in (*unit.short, *unit.former)}
    told: set[str] = set()
    for turn, passage in enumerate(document.passages):
        if passage.role not in RUNNING:
            continue
        for found in _shorts(passage.text):
            kind = found.lastgroup or ""
            words = found[kind]
            if words in told or words in known or words in _KNOWN or (kind in _FIELD_SERIES and _SERIES.match(passage.text, found.end())):
                continue
            told.add(words)
            if kind in ("body", "bureau") and (words in _ORDINARY or _is_word(words, office)):
                continue
            inside = kind not in ("quoted", "group") and within(quoted(passage.text), found.start(), found.end())
            if not inside and not _explained(document, turn, found):
                yield passage, Hit(*found.span(kind), f"“{words}”第一次出现，最好用全称。")


def department_of_nobody(passage: Passage, _: Office) -> Iterator[Hit]:
    """会同人社局: of the city, of the county?"""
    for found in _OF_NOBODY.finditer(passage.text):
        yield Hit(*found.span("name"), f"“{found['name']}”前面写明是哪一级的，或者用全称。")


def _is_word(body: str, office: Office) -> bool:
    """Whether a dictionary has a body's name, or what it is called by: 烘干中心, 社保中心."""
    costs, alone = office.lexicon.costs, office.lexicon.left_alone
    return body in costs or (body[:_STEM] in costs and body[:_STEM] not in alone)


def _shorts(text: str) -> Iterator[re.Match[str]]:
    if _SIGNS.search(text):
        yield from _PATTERN.finditer(text)
    if first := _OPENS.match(text):
        yield first
    yield from _OPENED.finditer(text)
    yield from found_by(_BUREAU_SIGN, _BUREAU, text)
    yield from found_by(_BODY_SIGN, _BODY, text)
    yield from _COURT.finditer(text) if "院" in text else ()
    yield from _STREET.finditer(text) if "街道办" in text else ()


def _explained(document: Document, turn: int, found: re.Match[str]) -> bool:
    words = found[found.lastgroup or 0].removeprefix("委")
    before = document.passages[: turn + 1]
    if found.lastgroup in ("staff_alone", "team") and any(
        words in one.text[: found.start() if one is before[-1] else None] for one in before
    ):
        return True  # a longer name of it has been read
    if introduced(before, words) or introduced(before, words.strip("“”")):
        return True
    return any(
        is_short_for(words, name)
        for place, one in enumerate(before)
        for start, name in full_names(one.text)
        if place < turn or start < found.start()
    )


RULES = (
    DocumentRule(About("short.office", "单位简称首次出现", Level.HINT, "实务"), unknown_short_name),
    PassageRule(About("short.no_level", "部门没有写明级别", Level.HINT, "实务"), department_of_nobody, RUNNING, needs="局委"),
)
