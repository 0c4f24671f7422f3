"""Commas within a list that its frame, its end, or the form of its items shows to be one become hits (GB/T 15834—2011 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.lexicon import Lexicon
from app.proof.nominal import (
    CLAUSE_WORDS,
    DEEDS,
    DONE,
    KINDS,
    NO_ITEM,
    TAKEN_UP,
    THINGS,
    WHO,
    is_nominal,
    is_verb,
    names_deed,
    opens_clause,
)
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.proof.segment import cut
from app.text.chars import HAN

_PIECE = rf"(?:[{HAN}A-Z\d]{{2,9}}|“[^“”，。]{{1,10}}”)"
_ETC = "等(?![待到级候次同边腰距离于高额你我他她它着了])"
_END = "(?=[，。；）]|$)"
_COMMA = re.compile(r"，(?=[^，。；、]{2,10}(?:[、等和与及以]|(?<=[\u4e00-\u9fff])\d))")
_REST = re.compile(
    rf"(?P<mark>，)(?P<pieces>(?P<next>{_PIECE})(?:、{_PIECE})*?){_ETC}(?P<head>[{HAN}]{{0,5}}?(?:{KINDS}|{THINGS})(?:[\d.]+[万亿]?[{HAN}]{{1,2}})?|[\d.]+[万亿]?(?:[多余]?[个项种类处家名条件所])?[{HAN}]{{0,4}}|){_END}"
)
"""A clause that is nothing but the rest of a list: 发现管涌，渗漏、滑坡等险情，"""
_EACH = re.compile(
    rf"(?P<mark>，)(?P<pieces>(?P<next>[{HAN}]{{2,4}})(?:、[{HAN}]{{2,4}})+)(?:各个?|[两三四五六七八九]个|等各?)?(?P<head>环节|领域|行业|阶段|方面|部位|渠道|岗位|科目|工序)"
    rf"(?:的?(?:全过程|全流程)?(?:安全|质量|风险|日常|衔接)?(?:管理|监管|管控|工作|监督|检查|服务|成本|问题|短板|隐患|标准|流程))?{_END}"
)
"""A list that ends with what its items are: 加强采购，运输、储存各环节管理."""
_EACH_BEFORE = re.compile(
    rf"(?:加强|强化|规范|做好|抓好|抓实|严把|优化|完善|把控|严控|管控|细化|覆盖|涵盖|理顺|整治|梳理)(?P<item>[{HAN}]{{2,6}})$"
)
_OVER_ALL = re.compile(
    "(?:管理|监管|治理|责任|防控|管控|监督|服务|改革|链条|源头|导向|标准|工作|机制|制度|建设|质量|安全|规范|审批|检查|周期|过程|流程|全程|主线|重点|目标|要求|理念|原则|防线)$"
)
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    "|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_PLACES_ETC = re.compile(rf"(?<=，)(?:{_PROVINCES})(?P<mark>，)(?=(?:{_PROVINCES})等(?:地|省份|省市|国家|[省市县区国])(?![{HAN}]?级))")
_LONGEST_STEP = 6
_PERSON = (
    "校长|园长|教师|老师|学生|家长|教练|干部|党员|职工|员工|工人|农民|村民|居民|群众|医生|村医|护士|医师|药师|医护人员|工作人员|专家|学者|代表|委员|骨干|书记|主任|民警|辅警"
    "|法官|检察官|律师|网格员|志愿者|社工|人才|工匠|技师|专员|劳模|老人|儿童|妇女|残疾人|青年|户主|业主|商户|经营者|负责人|村长|组长|队员|队长|战士|官兵|军人|司机|驾驶员|学员"
)
_PERSONS = re.compile(rf"(?P<mark>，)(?P<next>[{HAN}]{{0,4}}(?:{_PERSON}))(?=[\d.,]+[余多]?万?(?:名|人次?|位)[余多]?{_END})")
_PERSONS_BEFORE = re.compile(
    rf"(?:培训|轮训|轮岗|交流|选派|选聘|招聘|招录|引进|慰问|走访|抽调|选调|遴选|表彰|表扬|聘请|配备|调配|调整|提拔|资助|救助|培养|惠及|覆盖|服务|组织|选树|评选|处分|问责|吸纳|招募|发动)"
    rf"(?:了|全[省市县区镇乡校])?(?P<one>[{HAN}]{{0,4}}(?:{_PERSON}))$"
)
"""Whom something is done to, and whom besides, counted together: 全县交流轮岗校长，教师216人."""
_ROW = re.compile(rf"(?P<mark>，)(?P<next>{_PIECE}){_ETC}(?=[{HAN}\d])")
_ROW_BEFORE = re.compile(rf"、(?P<one>{_PIECE})$")
"""A list that goes on behind the comma: 篮球、武术，健美操等社团课2节."""
_JOINED = re.compile(
    rf"(?P<mark>，)(?P<next>[{HAN}]{{2,7}})(?:和(?!美)|与|及|以及)(?P<last>[{HAN}]{{2,8}})(?:\d+[余多]?[名人个家支项台辆块张]?)?{_END}"
)
_GUESTS = re.compile(rf"(?P<mark>，)(?P<next>[{HAN}]{{1,5}}?(?:{WHO}))(?:和|与|及|以及)(?P<last>[{HAN}]{{1,5}}?(?:{WHO}))(?=[{HAN}\d，。])")
_GUESTS_BEFORE = re.compile(rf"(?:邀请|组织|聘请|发动|动员|抽调|选派|联合|会同)(?P<one>[{HAN}]{{1,5}}(?:{WHO}))$")
"""邀请农技专家，种植能手和企业代表授课."""
_UNTIL = re.compile(
    rf"(?:从(?P<one>[{HAN}、“”]{{2,24}})(?P<mark>，)(?P<next>[{HAN}“”、]{{2,24}}?)(?=(?:等[{HAN}]{{0,6}})?(?:当?中|里)(?:选|挑|遴|抽|聘|招|吸|发展|择优|产生|培养|推荐))"
    rf"|作为(?P<one2>[{HAN}、]{{2,8}})(?P<mark2>，)(?P<next2>[{HAN}，、]{{2,16}})(?=的(?:重要|主要|基本|直接|必要|关键)?(?:参考|依据|内容|指标|抓手|手段|条件|标准|途径))"
    rf"|(?:因|由于|受)(?P<one3>[^，。；：因]{{2,16}})(?P<mark3>，)(?P<next3>[^，。；：]{{2,20}})(?=等(?:多种|诸多|多重|客观|各种)?(?:原因|因素|影响))"
    rf"|由(?P<one5>(?!于)[{HAN}]{{2,7}}(?:、[{HAN}]{{2,7}})*)(?P<mark5>，)(?P<next5>[{HAN}、和]{{2,24}}?)(?=(?:等[{HAN}]{{0,4}})?组成)"
    rf"|对(?P<one4>[{HAN}\d]{{3,10}})(?P<mark4>，)(?P<next4>[{HAN}]{{2,6}})(?=等(?:基本|重点|关键|突出|有关|相关)?(?:要求|内容|问题|情况|环节|事项|政策|知识|工作|指标|设施|设备|部位|场所|行为|方面|领域|人群|人员|对象|群体)(?!部门)[{HAN}，]))"
)
"""What 从, 作为, 因, 对 lead in isn't ended before what answers them: 从退役军人，返乡大学生中选拔."""
_ANSWERED = re.compile("从[^，。；]{2,24}，|作为[^，。；]{2,8}，|[因由受][^，。；]{2,18}，|对[^，。；]{3,10}，")
_TAKEN = re.compile(
    rf"(?:将|把)(?P<one>[{HAN}“”]{{2,10}}(?:、[{HAN}“”]{{2,10}})*)(?P<mark>，)(?P<rest>[{HAN}“”、和]{{2,40}}?)(?=(?:一并|全部|统一|同步|均)?(?:列入|纳入|列为|作为|融入|移交|下放|合并|整合))"
)
_ADVICE = re.compile(r"(?:收集|征集|征求|听取|收到|提出|梳理|吸纳|采纳|反馈)[^，。；、]{0,10}意见(?P<mark>，)建议(?=\d|[，。；]|等)")
_QUOTED_PAIR = re.compile(
    rf"(?<=[{HAN}])“[^“”，。；]{{2,12}}”(?P<mark>，)“[^“”，。；]{{2,12}}”(?=(?:等|\d|[两三四五六七八九]|[{HAN}]{{0,4}}(?:专线|专区|专栏|活动|行动|制度|机制|模式|品牌|工程|服务|做法|理念|原则|思路|平台|小程序|窗口|课堂|讲堂|专项|系列)(?:\d|[，。；、等]|$)))"
)
_BOOK_PAIR = re.compile("(?<=》)，(?=《[^《》]{2,50}》(?:（[^（）]{1,20}）)?(?:[，。；]|等|和|及|的?(?:有关|相关)?(?:规定|要求|精神)))")
_AGENCY = rf"[省市县区][{HAN}]{{1,9}}?(?:局|委|办|部|院|中心|公司|银行|联合会|联|站|所)"
_AGENCIES = re.compile(rf"(?:^|(?<=[。；！？]))(?P<one>{_AGENCY})(?P<mark>，)(?P<next>{_AGENCY})(?=(?:和|与|及|、)[{HAN}])")
_TWO_AGENCIES = re.compile("，[省市县区][^，。；、和与及]{1,12}[和与及、]")
_PLUS = re.compile(r"[、，](?=[+＋])|(?<=[+＋])[、，]")
_WHEN = re.compile(
    "[来前后时间中里上下内外日月年天际初末底度期]$|[^、]{0,3}\\d+[日月年时号]$|^(?:其中|此外|同时|目前|今年|去年|近日|为此|对此|据|截至|一方面|另一方面)"
)
_FIGURED = re.compile(r"\d[\d.]*[万亿]?[\u4e00-\u9fff]{1,2}$")
"""What ends with a figure is told in full: 落实资金4130万元."""
_CLAUSE_END = re.compile("[，。；：！？（）]")
_SUBJECT = re.compile("^(?:志愿者|群众|村民|居民|企业|干部|党员|代表|专家|记者|市民|游客|职工|学生|教师|老人)$")


def _last_item(before: str, lexicon: Lexicon) -> str:
    """The item that stands at the end of a clause: what is behind its last pause mark, or behind its verb; "" for none."""
    if before.endswith("”"):
        return before[before.rfind("“") :]
    tail = re.split("[、和与及]", before)
    if len(tail) > 1:
        return tail[-1]
    parts = [before[start:end] for start, end in cut(before, lexicon).words]
    turn = next((turn for turn, part in reversed(list(enumerate(parts[:-1]))) if is_verb(part, lexicon)), None)
    if turn is not None:
        item = "".join(parts[turn + 1 :]).lstrip("了过")
        item = item[item.rfind("的") + 1 :]
        taken = TAKEN_UP.match(item)
        return item[taken.end() :] if taken else item
    taken = TAKEN_UP.match(before)
    return before[taken.end() :] if taken else before[before.rfind("的") + 1 :] if "的" in before else ""


def comma_before_rest(passage: Passage, office: Office) -> Iterator[Hit]:
    """A comma between the first items of a list and the rest, which ends with 等 or 和 and says nothing of its own."""
    text, lexicon = passage.text, office.lexicon
    for comma in _COMMA.finditer(text):
        at = comma.start()
        before = _CLAUSE_END.split(text[max(0, at - 40) : at])[-1]
        if len(before) > 1 and (_goes_on(text, at, before, lexicon) or _is_rest(text, at, before, lexicon)):
            yield Hit(at, at + 1, "并列的词语之间用顿号。", "、")


def _is_rest(text: str, at: int, before: str, lexicon: Lexicon) -> bool:
    """Whether the clause behind a comma is nothing but the rest of the list that the clause before it begins."""
    found = _REST.match(text, at) or _EACH.match(text, at) or _JOINED.match(text, at)
    if not found or _SUBJECT.search(found["next"]) or opens_clause(found["next"]) or _WHEN.search(before):
        return False
    if found.re is _EACH:
        step = _EACH_BEFORE.search(before)
        return step is not None and all(_is_step(one, lexicon) for one in (step["item"], *found["pieces"].split("、")))
    if found.re is _REST:
        head = found["head"]
        others = [one for one in found["pieces"].split("、") if not head or not names_deed(one, lexicon)]
        if re.search("(?<![行作])[为是]", head) or (head and head not in DEEDS and not is_nominal(head, lexicon)):
            return False
    else:
        others = [found["next"], found["last"]]
        if opens_clause(found["last"]):
            return False
        bounds = cut(text[at + 1 : found.end()], lexicon).bounds
        if not {found.end("next") - at - 1, found.start("last") - at - 1} <= bounds:
            return False  # 群众参与度
    item = "" if _FIGURED.search(before) else _last_item(before, lexicon)
    unit = found["next"][0] in "省市县区州" and item[:1] != found["next"][0]
    if unit or not 2 <= len(item) <= 9 or item[0].isdigit():
        return False
    return item[-2:] == found["next"][-2:] or all(is_nominal(one, lexicon) for one in (item, *others))


def _is_step(words: str, lexicon: Lexicon) -> bool:
    """Whether words name a step of work that stands beside others: 煤炭采购; 全链条监管 is over them all."""
    told = 2 <= len(words) <= _LONGEST_STEP and not words[0].isdigit() and not _OVER_ALL.search(words)
    return told and not NO_ITEM.search(words) and (words[-2:] in lexicon.verbs or len(words) == 2 or is_nominal(words, lexicon))


def _goes_on(text: str, at: int, before: str, lexicon: Lexicon) -> bool:
    """Whether the next item of a list, or of those who are invited, stands behind a comma: 篮球、武术，健美操等; 邀请专家，能手和代表."""
    for pattern, ahead in ((_ROW, _ROW_BEFORE), (_GUESTS, _GUESTS_BEFORE), (_PERSONS, _PERSONS_BEFORE)):
        found = pattern.match(text, at)
        opening = ahead.search(before) if found else None
        if not found or not opening:
            continue
        one, following = opening["one"], found["next"]
        if pattern is not _ROW:
            return not DONE.match(following) and not NO_ITEM.search(following) and not NO_ITEM.search(one)
        alike = one[-1] == following[-1] and len(one) == len(following)
        plain = alike or (is_nominal(one, lexicon) and is_nominal(following, lexicon))
        return plain and not _WHEN.search(one) and not _SUBJECT.search(following)
    return False


def comma_within_frame(passage: Passage, office: Office) -> Iterator[Hit]:
    """A comma between what opens a phrase and what ends it: 从退役军人，返乡大学生中选拔."""
    for found in found_by(_ANSWERED, _UNTIL, passage.text):
        turn = next(turn for turn in ("", "2", "3", "4", "5") if found[f"mark{turn}"])
        one, following = found[f"one{turn}"], found[f"next{turn}"]
        if turn == "4" and (NO_ITEM.search(one) or DONE.match(one) or NO_ITEM.search(following) or DONE.match(following)):
            continue
        if following[0] in CLAUSE_WORDS:
            continue
        at = found.start(f"mark{turn}")
        yield Hit(at, at + 1, "并列的词语之间用顿号。", "、")
    for found in _TAKEN.finditer(passage.text):
        if "、" in found["one"] + found["rest"] and not re.search("[把将]", found["rest"]):
            yield Hit(found.start("mark"), found.end("mark"), "并列的词语之间用顿号。", "、")


def comma_between_marked(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma between two names in quotation or book marks that go with one and the same word."""
    for found in (*_QUOTED_PAIR.finditer(passage.text), *_BOOK_PAIR.finditer(passage.text)):
        at = passage.text.index("，", found.start())
        yield Hit(at, at + 1, "并列的引号、书名号之间通常不用标点。", "")


def comma_between_agencies(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma between agencies that together begin a sentence: 区民政局，区市场监管局和街道; between 意见 and 建议."""
    for found in (*found_by(_TWO_AGENCIES, _AGENCIES, passage.text), *_ADVICE.finditer(passage.text)):
        yield Hit(found.start("mark"), found.end("mark"), "并列的词语之间用顿号。", "、")


def mark_beside_plus(passage: Passage, _: Office) -> Iterator[Hit]:
    """A mark beside the plus sign that joins two names: 党委+业委会、+物业."""
    for found in _PLUS.finditer(passage.text):
        yield Hit(found.start(), found.end(), "“+”旁边不用标点。", "")


_SOURCE = "GB/T 15834—2011 4.5"


def comma_between_places(passage: Passage, _: Office) -> Iterator[Hit]:
    """赴广东，江苏，浙江等地: behind a second comma it is plain that places are listed."""
    for found in _PLACES_ETC.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "并列的地名之间用顿号。", "、")


RULES = (
    PassageRule(
        About("listed.rest", "列举中间的逗号", Level.QUERY, _SOURCE),
        comma_before_rest,
        RUNNING,
        needs="等和与及各个环领行阶方部渠岗科工名人位",
    ),
    PassageRule(About("listed.places", "地名之间的逗号", Level.QUERY, _SOURCE), comma_between_places, needs="，"),
    PassageRule(About("listed.frame", "短语中间的逗号", Level.QUERY, _SOURCE), comma_within_frame, needs="从作因由受对将把"),
    PassageRule(About("listed.marked", "并列引号间的逗号", Level.QUERY, "GB/T 15834—2011 4.5.3.5"), comma_between_marked, needs="”》"),
    PassageRule(About("listed.agencies", "并列单位、意见建议间的逗号", Level.QUERY, _SOURCE), comma_between_agencies, needs="，"),
    PassageRule(About("listed.plus", "加号旁的标点", Level.QUERY, "实务"), mark_beside_plus, needs="+＋"),
)
