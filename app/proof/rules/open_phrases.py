"""Commas within a list that leave the words before them without what they lead to become hits (GB/T 15834—2011 4.4, 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.lexicon import Lexicon
from app.proof.nominal import CLAUSE_WORDS, NO_ITEM, WHO, is_nominal, is_verb, opens_clause
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.proof.segment import cut
from app.text.chars import HAN

_ITEM = rf"[{HAN}]{{2,8}}"
_BODY = "(?:局|委|院|中心|支队|大队|队|站|所|协会|联合会|公司|集团|银行|学校|街道|管委会|总工会|妇联|检察院|法院)"
_TOGETHER = re.compile(
    rf"(?:会同|(?<=[局委办院队站所镇乡道会将还并已，。；])联合|(?<![理缘事自理])由)(?P<one>[{HAN}]{{1,10}}?{_BODY}(?:、[{HAN}]{{1,10}}?{_BODY})*)(?P<mark>，)"
    rf"(?P<next>(?![对在就由以将把按从依利通采开组深集全共先每到为发])[{HAN}]{{1,10}}?{_BODY})(?=[{HAN}])"
)
_TOGETHER_SIGN = re.compile(f"(?:会同|联合|由)[^，。；]{{1,40}}{_BODY}，")
_NAMED = (
    rf"(?!各|全|该|本|其|有|如|以|在|对|从|由|为|到|共|含|向|是)[{HAN}]{{1,9}}?"
    "(?:[县市区镇乡村]|街道|社区|局|委|办|部|院|中心|集团|公司|银行|学校|大学|学院|协会|联合会|管委会|总工会)"
)
_BARE = re.compile(
    rf"(?:^|(?<=[，。；：]))(?:{_NAMED}、)+{_NAMED}(?P<mark>，){_NAMED}(?=(?:党委|主要|分管|有关)?(?:负责人|负责同志|领导|代表|书记|局长)?"
    "(?:等?分别|先后|依次|均|都|共同|联合|列席|参加|出席|作[了交经发书]|到场|到会|发言|派|分获|汇报|交流|[和与及、]))"
)
_BARE_SIGN = re.compile(
    "(?:[县市区镇乡村道局委办部院心团司会校学行])，[^，。；]{2,12}(?:分别|先后|依次|均|都|共同|联合|席|参加|作|到|发言|派|汇报|[和与及、])"
)
_PLACES = (
    "时段|部位|路段|区域|地段|点位|地点|节点|场所|卡口|路口|源头|学校|村|社区"
    "|患者|人员|群体|对象|情形|行为|问题|事项|资产|物品|产品|单位|企业"
)
_PLACED = re.compile(
    rf"[在对](?P<one>[{HAN}\d、]{{2,24}}?)(?<![上中下前后里内间来区县市镇乡村])(?<!\D时)(?P<mark>，)"
    rf"(?P<next>[{HAN}]{{2,10}}(?:、[{HAN}]{{2,10}})*)"
    rf"等(?=\d+(?:多|余)?[个所处家条类种项座]|[{HAN}]{{0,4}}(?:{_PLACES})(?:[{HAN}]{{2}}|，))"
)
_PLACED_SIGN = re.compile(rf"，[{HAN}、]{{2,40}}等(?:\d|[{HAN}]{{0,4}}(?:{_PLACES}))")
_TREATED = re.compile(
    rf"对(?P<one>{_ITEM}(?:、{_ITEM})+)(?P<mark>，)(?P<next>[{HAN}]{{2,7}}?)(?=开展|进行|实施|实行|予以|给予|逐一|逐户|逐项)"
)
_GIVEN = re.compile(
    rf"为(?<![{HAN}]为)(?!方便|便利|进一步|切实|更好|确保|解决|破解|帮助|让|了)(?P<one>(?:\d+[余多]?[名户位个家])?[{HAN}]{{2,8}}(?:、[{HAN}]{{2,8}})*)(?P<mark>，)(?P<next>[{HAN}]{{2,8}}(?:、[{HAN}]{{2,8}})*?)(?:等[{HAN}]{{0,4}})?(?=(?:免费)?(?:提供|发放|办理|开设|赠送))"
)
_WITH = re.compile(
    rf"与(?<![{HAN}]与)(?P<one>[{HAN}]{{2,8}}(?:、[{HAN}]{{2,8}})*)(?P<mark>，)(?P<next>[{HAN}]{{2,8}}(?:、[{HAN}]{{2,8}})*?)(?:等[{HAN}]{{0,4}})?(?=签订|签署|共同|开展|建立|联合|合作)"
)
_FIGURES = "0123456789余多名户位个家"
_SENT = re.compile(
    rf"(?:组织|发动|动员|聘请|邀请|选派|抽调|招募)(?P<one>[{HAN}]{{1,8}}?(?:{WHO}))(?P<mark>，)(?P<next>[{HAN}]{{1,8}}?(?:{WHO}))(?=\d+[余多]?[名位人]|到|走进|担任|参与|参加|捐|开展|深入|赴|协助)"
)
_TAKEN_FOR = re.compile(
    rf"以(?<![可予难得足加所何给据借是]以)(?![^，]*为)(?P<one>[{HAN}、]{{2,20}})(?P<mark>，)(?P<next>[{HAN}、]{{2,20}}?)(?=为(?:重点|抓手|载体|主线|中心|依托|核心|基础|牵引|支撑|契机|主题|主[，的]|突破口))"
)
_AGAINST = re.compile(
    rf"(?:针对|解决了?|破解了?|克服了?|化解了?)(?P<one>[{HAN}“”]{{3,14}}(?:、[{HAN}“”]{{3,14}})*)(?P<mark>，)(?P<next>[{HAN}“”、]{{3,16}}?)(?=(?:的|等)(?:突出|共性|现实|普遍|实际)?(?:问题|难题|现象|情况|实际|短板|困难|矛盾|弊端))"
)
_NO_FAULT = re.compile("(?:问题|情况|工作|困难)$")
_AGAINST_SIGN = re.compile("(?:的|等)[^，。；]{0,2}(?:问题|难题|现象|情况|实际|短板|困难|矛盾|弊端)")


def comma_between_partners(passage: Passage, office: Office) -> Iterator[Hit]:
    """A comma between those who do one thing together: 会同市公安局，市消防救援支队检查; a clause that is nothing but their names."""
    text = passage.text
    for found in found_by(_TOGETHER_SIGN, _TOGETHER, text):
        other, ahead = found["next"], text[max(0, found.start() - 16) : found.start("mark")]
        start, end = cut(other, office.lexicon).words[0]
        if other not in ahead and not is_verb(other[start:end], office.lexicon):
            yield Hit(found.start("mark"), found.end("mark"), "并列的单位之间用顿号。", "、")
    for found in found_by(_BARE_SIGN, _BARE, text):
        yield Hit(found.start("mark"), found.end("mark"), "并列的单位之间用顿号。", "、")


def comma_behind_preposition(passage: Passage, office: Office) -> Iterator[Hit]:
    """A comma behind the first words that 在, 对, 以 lead in, before what they are for is said: 以教室、食堂，宿舍为重点."""
    text = passage.text
    for found in (
        *found_by(_PLACED_SIGN, _PLACED, text),
        *(found for pattern in (_TREATED, _TAKEN_FOR, _SENT, _GIVEN, _WITH) for found in pattern.finditer(text)),
    ):
        items = f"{found['one']}、{found['next']}".split("、")
        actor = found.re is _TREATED and re.search(f"(?:{WHO})$", found["next"])
        if found.re in (_GIVEN, _WITH) and not all(is_nominal(one.lstrip(_FIGURES), office.lexicon) for one in found["one"].split("、")):
            continue
        named = not opens_clause(found["next"]) if found.re is _TAKEN_FOR else _ends_in_name(found["next"], office.lexicon)
        if named and not actor and not any(NO_ITEM.search(one) for one in items):
            yield Hit(found.start("mark"), found.end("mark"), "并列的词语之间用顿号。", "、")


def _ends_in_name(words: str, lexicon: Lexicon) -> bool:
    """Whether a stretch names something: 违规广告牌 does, though there is a verb in it."""
    start, end = cut(words, lexicon).words[-1]
    return is_nominal(words, lexicon) or not (opens_clause(words) or is_verb(words[start:end], lexicon))


def comma_before_problem(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma between two faults of which one word speaks: 针对思路不宽，办法不多的问题."""
    for found in found_by(_AGAINST_SIGN, _AGAINST, passage.text):
        if found["next"][0] not in CLAUSE_WORDS and "的" not in found["one"] and not _NO_FAULT.search(found["one"]):
            yield Hit(found.start("mark"), found.end("mark"), "并列的词语之间用顿号。", "、")


_SOURCE = "GB/T 15834—2011 4.5"
RULES = (
    PassageRule(About("listed.partners", "“会同”“由”后单位间的逗号", Level.QUERY, _SOURCE), comma_between_partners, RUNNING, needs="，"),
    PassageRule(
        About("listed.preposition", "介词短语里的逗号", Level.QUERY, _SOURCE),
        comma_behind_preposition,
        RUNNING,
        needs="在对以为与组发动聘邀选抽招",
    ),
    PassageRule(About("listed.problem", "并列问题间的逗号", Level.QUERY, _SOURCE), comma_before_problem, RUNNING, needs="的等"),
)
