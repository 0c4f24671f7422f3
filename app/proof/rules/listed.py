"""A comma or semicolon among the items of a list, and a pause mark too many behind its last one, become hits (GB/T 15834—2011 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.lexicon import Lexicon
from app.proof.nominal import DONE, KINDS, TAKES, WHO
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.proof.segment import cut
from app.text.chars import HAN

_COUNTS = dict(zip("两二三四五六七八九", (2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_ITEM = rf"[{HAN}“”]{{1,10}}"
_RUNS_ON = re.compile("[，；][^，。；、]{2,8}、")
_ALONE = re.compile(
    rf"(?P<verb>{TAKES})(?:了|过)?(?P<first>[{HAN}]{{2,7}})(?P<mark>[，；])"
    rf"(?P<next>[{HAN}“”]{{2,8}})(?:、{_ITEM}){{1,6}}?(?:(?:等|和|及)[{HAN}\d]{{0,6}}?(?:{KINDS})|等)(?=[，。；])"
)
"""聚焦医保基金，养老服务、校园食堂等领域，: behind the comma stands the rest of a list and nothing else."""
_GOVERNED = re.compile(
    rf"(?=[对向为给到与])(?:(?:(?<![面针反绝核应结相比派成])(?=对)|(?<![{HAN}]))(?P<lead>[对向为给到][{HAN}]{{2,6}})(?P<mark>[，；])(?P<next>[{HAN}]{{2,8}})(?:、{_ITEM}){{1,6}}?等[{HAN}]{{0,6}}?"
    "(?:场所|地方|区域|路段|部位|环节|设施|设备|领域|行业|作物|产品|河段|点位|车辆|内容|问题|情况|行为|现象|事项)(?=[^，。；])"
    rf"|(?<![参赋授])(?P<with>与[{HAN}]{{2,6}})(?P<mark2>[，；])(?P<next2>[{HAN}]{{2,8}})(?:、{_ITEM}){{1,6}}?(?:等)?(?:相?挂钩|相?结合|有机结合|相?衔接))"
)
"""对商场，宾馆、网吧等场所开展检查: what 对 leads in can't end before it is said what is done."""
_PEOPLE = re.compile(
    rf"(?:组织|邀请|会同|联合|选派|抽调|发动|动员|聘请|招募)(?:了)?(?P<first>[{HAN}]{{1,6}}?(?:{WHO}))(?P<mark>[，；])"
    rf"(?P<next>[{HAN}]{{1,6}}?(?:{WHO}))(?:、{_ITEM}){{1,6}}?等"
)
_ALIKE = re.compile(
    rf"(?=..[、，；])(?:(?P<end>[{HAN}]{{2}})、[{HAN}]{{1,4}}(?P=end)(?P<mark>[，；])[{HAN}]{{1,4}}(?P=end)(?![{HAN}]{{0,3}}、)"
    rf"|(?P<head>[{HAN}])(?P<a>[{HAN}])(?P<mark2>[，；])(?P=head)[{HAN}]、(?P=head)[{HAN}](?=[{HAN}]))"
)
"""残疾患者，外地患者提供 behind 老年患者、; 用地，用工、用能难题."""
_UNIT_END = "局|委|办|部|院|中心|队|站|所|校|公司|银行|协会|学会|联合会|街道|乡|镇|馆|园|场|社|企业|集团|医院|学校"
_UNITS = re.compile(
    rf"(?:会同|联合|来自|邀请|组织|抽调|走访|慰问了?|走进)(?P<one>[{HAN}]{{2,10}}?(?P<end>{_UNIT_END}))(?P<mark>，)"
    rf"(?P<other>[{HAN}]{{2,8}}?(?:{_UNIT_END}))(?=[，、和及等]|\d+(?:家|个))"
)
_COUNTED = re.compile(
    rf"(?:^|(?<=[，。；：])|(?<=[{HAN}]))(?:[{HAN}“”]{{2,10}}、)+[{HAN}“”]{{2,8}}(?P<mark>，)(?!自[^主身己])(?P<other>[{HAN}]{{2,6}}?)"
    rf"(?<![一二两三四五六七八九十])(?P<count>[两三四五六七八九]|[2-9])(?P<kind>个方面|个环节|个领域|个层面|个重点|项机制|项制度|项工作|张清单|支队伍|个|项|家|方面|环节|支|所|张|本|门|块)(?![月百千万])(?:(?<=[个项家支所张本门块])[{HAN}]|)"
)
_SO_MANY = re.compile("[两三四五六七八九2-9][个项张支家方环所本门块]")
_LEVELS = re.compile(
    rf"(?:^|(?<=[，。；：“]))?(?P<list>(?:[{HAN}]{{1,6}}、){{2,8}})(?P<count>[两三四五六七八九]|[3-9])"
    rf"(?:级|大(?![小型多会家])|方(?!面积)|项|类|种|个方面|个环节|支队伍|者|地(?![块区方段])|关|张清单|本台账)(?![月年、])"
)
_SO_MANY_IN_ALL = re.compile("、[两三四五六七八九3-9][级大方项类种个支者地关张本]")
_DISTRICTS = re.compile(
    "(?:各|(?<=[与和对向从由在及跨、]))[省市县区乡镇村](?P<mark>，)[市县区乡镇村街](?![委政里上直级长内外人办主纪域容道场边])"
)
_TWO_RANKS = re.compile("[省市县区乡镇村]，[市县区乡镇村街]")
_SPLIT = re.compile("；")
_SEMICOLON = re.compile(rf"(?:^|[，。；：])(?P<part>[对将把向在][{HAN}]{{2,5}})(?P<mark>；)[{HAN}]{{2,6}}、[{HAN}]{{2,8}}")
_PARALLEL = re.compile(rf"(?P<head>[每再各先])[{HAN}]{{3,10}}、(?P=head)[{HAN}]{{3,10}}(?P<mark>；)(?P=head)[{HAN}]{{3,12}}(?=[，。])")
_UNFIT = re.compile("[一二两三几每][次年天月周个]|时间|优势|方法|方式|目标|原则|机制|模式|算法|契机|[的了着过此后时中来]")
"""What stands in a clause of its own: 利用两个月时间，集中开展."""
_NAMES = re.compile(
    rf"(?<=”)，(?=“[^“”，。]{{2,10}}”(?:等)?[{HAN}]{{0,2}}(?:模式|机制|活动|行动|工作法|制度|服务|工程|品牌|理念|意识|精神|举措|做法)(?![在由于]))"
)
_TITLES = re.compile("(?<=》)，(?=《[^《》]{2,30}》(?:等|、|《|和《))")
_TO_DO = frozenset("以从对向把将按由让使给为就在与和并也还又都即需要可能会是有无不未已曾推抓落加全各上本我其同每共均先再设送含")
"""What a clause begins with, or words that speak of a whole."""


def mark_within_list(passage: Passage, office: Office) -> Iterator[Hit]:
    """A comma or semicolon behind the first item of a list that is the object of one verb, or between items of one form."""
    text, lexicon = passage.text, office.lexicon
    for found in found_by(_RUNS_ON, _ALONE, text):
        unfit = _UNFIT.search(found["first"]) or _acts(found["first"], lexicon)
        if not unfit and not _begins_clause(found["next"], lexicon):
            yield Hit(found.start("mark"), found.end("mark"), "并列的词语之间用顿号。", "、")
    for found in found_by(_RUNS_ON, _GOVERNED, text):
        one, mark, other = ("lead", "mark", "next") if found["mark"] else ("with", "mark2", "next2")
        if not _UNFIT.search(found[one]) and not _acts(found[one][1:], lexicon) and not _begins_clause(found[other], lexicon):
            yield Hit(found.start(mark), found.end(mark), "并列的词语之间用顿号。", "、")
    for found in found_by(_RUNS_ON, _PEOPLE, text):
        if not _acts(found["first"], lexicon) and not found["first"].endswith("主办") and not _begins_clause(found["next"], lexicon):
            yield Hit(found.start("mark"), found.end("mark"), "并列的词语之间用顿号。", "、")
    for found in _ALIKE.finditer(text):
        group = "mark" if found["mark"] else "mark2"
        if not _acts(text[found.end(group) : found.end()], lexicon):
            yield Hit(found.start(group), found.end(group), "并列的词语之间用顿号。", "、")
    for found in found_by(_SPLIT, _SEMICOLON, text):
        if not _acts(found["part"][1:], lexicon) and found["part"] not in lexicon.costs and found["part"][:2] not in lexicon.verbs:
            yield Hit(found.start("mark"), found.end("mark"), "并列的词语之间用顿号。", "、")
    for found in (*_TITLES.finditer(text), *_NAMES.finditer(text)):
        yield Hit(found.start(), found.end(), "并列的引号、书名号之间通常不用标点。", "")
    for found in found_by(_SPLIT, _PARALLEL, text):
        yield Hit(found.start("mark"), found.end("mark"), "并列的各项之间标点要一致。", "、")


def comma_between_units(passage: Passage, office: Office) -> Iterator[Hit]:
    """A comma between two units that do one thing, or between the kinds of districts: 会同市人武部，街道武装部，; 各县，区."""
    for found in _UNITS.finditer(passage.text):
        if not _acts(found["other"], office.lexicon):
            yield Hit(found.start("mark"), found.end("mark"), "并列的单位之间用顿号。", "、")
    for found in _DISTRICTS.finditer(passage.text) if _TWO_RANKS.search(passage.text) else ():
        yield Hit(found.start("mark"), found.end("mark"), "并列的词语之间用顿号。", "、")


def comma_in_counted_list(passage: Passage, office: Office) -> Iterator[Hit]:
    """A comma before the item with which a list has as many items as it is said to: 信息共享，联合执法三项机制."""
    for found in _COUNTED.finditer(passage.text) if _SO_MANY.search(passage.text) else ():
        known = len(found["kind"]) > 1 or len(found["other"]) > 3  # 做到三个到位
        if known and found[0].count("、") + 2 == _count(found["count"]) and not _clause(found["other"], office.lexicon):
            yield Hit(found.start("mark"), found.end("mark"), "并列的词语之间用顿号。", "、")


def pause_before_count(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark between a list and the number of its items: 省、市、县、三级."""
    for found in _LEVELS.finditer(passage.text) if _SO_MANY_IN_ALL.search(passage.text) else ():
        if found["list"].count("、") == _count(found["count"]):
            end = found.end("list")
            yield Hit(end - 1, end, "列举之后的总数前面不用顿号。", "")


def _count(figure: str) -> int:
    return _COUNTS.get(figure) or int(figure)


def _acts(words: str, lexicon: Lexicon) -> bool:
    """Whether a stretch begins with a verb, or with what opens a clause."""
    plain = words.strip("“”")
    if not plain:
        return False
    start, end = cut(plain, lexicon).words[0]
    return plain[start:end] in lexicon.verbs or plain[0] in _TO_DO


def _begins_clause(words: str, lexicon: Lexicon) -> bool:
    """Whether a stretch is likely to go on as a clause: 帮助解决住房. 违规养殖, verb and verb, is a name of what is done."""
    plain = words.strip("“”")
    parts = [plain[start:end] for start, end in cut(plain, lexicon).words]
    named = len(parts) > 1 and parts[-1] in lexicon.verbs and plain[0] not in _TO_DO
    return bool(DONE.match(plain)) or (_acts(words, lexicon) and not named)


def _clause(words: str, lexicon: Lexicon) -> bool:
    """Whether a stretch says what is done with something: 解决问题. 联合执法, verb and verb, is a name of what is done."""
    done = DONE.match(words)
    if words[0] in _TO_DO or (done and words[done.end() :] not in lexicon.verbs):
        return True
    parts = [words[start:end] for start, end in cut(words, lexicon).words]
    return len(parts) > 1 and parts[0] in lexicon.verbs and parts[-1] not in lexicon.verbs


RULES = (
    PassageRule(About("listed.mark", "列举里的标点", Level.QUERY, "GB/T 15834—2011 4.5"), mark_within_list, needs="，；"),
    PassageRule(About("listed.units", "并列单位间的逗号", Level.QUERY, "GB/T 15834—2011 4.5"), comma_between_units, needs="，"),
    PassageRule(About("listed.count", "列举总数前的逗号", Level.QUERY, "GB/T 15834—2011 4.5"), comma_in_counted_list, needs="，"),
    PassageRule(About("listed.total", "列举总数前的顿号", Level.ERROR, "GB/T 15834—2011 4.5；实务"), pause_before_count, needs="、"),
)
