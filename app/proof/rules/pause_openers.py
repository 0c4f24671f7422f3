"""Pause marks before a word that only a clause begins with, and behind a way of doing, become hits (GB/T 15834—2011 4.4, 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_OPENERS = (
    "将(?![军领士相帅])|与(?![会时世否])|但|而(?!立)|也(?!门)|均(?![衡等价])|仍|则|却(?!步)|才(?![能艺干智华俊])|都(?![市会江匀])|是(?![否非])|每(?![况日天周月年晚])|该|这(?![里边])|凡"
    "|其(?![他它余间实])|并(?![联网轨购列存入行进举])|已(?![婚育知经])|由(?![来于谁衷])|让(?![利步座位路行渡])|对(?![策接象账讲联口外内上公标照立虾手面比方应话称等折半流付抗准校焦偶]|[“\\d])"
    "|要(?!什么|[^，。；]{0,4}哪|[素求点害道事闻案务塞地情领件])|共有(?=\\d)|共(?![同青享建商富性振治管用有产情识患鸣生创赢通谋融联话读餐和])|被(?![告动褥子服害单套盗评])|经(?![营济验销纪费信贸理络常典开])|须|就(?![业医学诊近餐读地])"
    "|全部|其余|现在|如今|过去(?!的)|今年|去年|目前|截至|累计|合计|日均|户均|人均|年均|平均每|先后|分别|最终|终于|至今|力争|高于|低于|高出|我们|他们?(?![乡山])|她们?|大家(?!庭|族)"
    "|必须|不得|就是|而是|当天|年内|惠及|降幅|以下简称|可(?=[由在从到直享申按用供以])|应(?=[当于由按在依])|另有|关键在|原来|不料|谁知|一旦|只有|只要|如果|因为|虽然|即使|不仅|除了|除此"
    "|挨家挨户|随后|随即(?!随)|当即|于是|然后|接着|甚至|可是|不过|同时(?![段期])|另外|此外|为此|因此|所以|从而|以便|近日|日前|据悉|据了解|仅(?=\\d)|从(?=[医教警业军政]\\d)|现年|家住|[二三四五六]是(?!否)"
)
"""Words that lead a clause on; where pause marks part clauses of one form, each has it."""
_OPENED = re.compile(rf"、(?P<word>{_OPENERS})(?=[{HAN}\d“])")
_CLAUSE_END = re.compile("[，。；：！？]")
_SINGLE = frozenset("由让对并其每也而是要共都")
_RELATIVE = frozenset("由已经被可")
"""Words that often begin what stands before a noun: 由村集体领办的公司."""
_SLOGAN = 24
"""A longer quotation is speech, with clauses of its own."""
_SHORTEST = 4
"""What is shorter is an ordinal: 一、, 第一、."""
_SHORT = 5
_QUOTED = re.compile("“[^“”]*”")
_HELD = re.compile(rf"的(?:\d|$)|(?:的|等)[{HAN}]{{0,4}}$")
"""A noun at the end holds all: 自办食堂的247所、由校外单位供餐的55所; 持续时间长、累计雨量大等特点."""
_CASE = re.compile(
    rf"(?P<word>[{HAN}]{{2}})(?P<mark>、)(?:由|经)?(?P=word)(?:不|未|没|无|后仍|仍|失败)[{HAN}]{{0,6}}的(?![、和与及])"
    rf"|(?<=[{HAN}])(?P<mark2>、)(?:逾期|拒不|经[{HAN}]{{1,6}}(?:仍|后)|确需|确有|情节严重|达不到|不符合|不具备)[{HAN}]{{0,8}}的"
    "(?:再|则|就|一律|要|应|依法|予以|由|可|移)"
)
"""A clause on what else may be the case: 先行调解、调解不成的再导入诉讼程序."""
_CASE_SIGN = re.compile(f"、(?:逾期|拒不|经|确需|确有|情节|达不|不符|不具|由?[{HAN}]{{2}}(?:不|未|没|无|后?仍|失败))")
_CONDITION = re.compile("[对凡如若属因把将的、]")
_FIRST = re.compile("责令|限期|要求|督促|提醒|告知|约谈|警告|先|首次")
"""What is done at first, before the case is another."""
_RATE = re.compile(rf"、(?<=[\d万亿][{HAN}]、)(?=(?:[{HAN}]{{0,6}}率|增幅|占比|比重)(?:为|达到?)?[\d.]+%)")
_TURN = re.compile("、(?=(?:提高|下降|上升|提升|减少|增加|缩短|压缩|增长|降低|压减)了?\\d)")
_COME_TO = re.compile(rf"[至到][\d.]+(?:%|[万亿]?[{HAN}]{{1,2}})$")
"""What a figure has come to; how much that is more or less is another clause."""
_BY = re.compile(
    rf"(?:采取|采用|利用|依托|通过|按照|运用|借助|发挥)[^，。；、]{{2,20}}(?:方式|方法|办法|形式|模式|平台|原则|时间|机会|契机|渠道|手段|优势|作用|要求|标准|思路|系统)(?P<mark>、)"
    rf"(?P<next>[{HAN}]{{2}})(?![{HAN}]{{0,6}}(?:方式|方法|办法|形式|模式|渠道|手段))(?![^，。；]*等[{HAN}]{{0,2}}(?:方式|方法|办法|形式|模式|渠道|手段|途径))"
)
_BY_SIGN = re.compile("[式法台则间会机道段势用求准路统]、")


def pause_before_opener(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark before a word that leads a clause on: 设立投诉电话、由专人值守; 车辆闲置率降至17%、但仍有12辆未入库."""
    text = passage.text
    for found in _OPENED.finditer(text):
        word = found["word"]
        before = _CLAUSE_END.split(_QUOTED.sub("“”", text[: found.start()]))[-1]
        behind = _CLAUSE_END.split(text[found.end() :], maxsplit=1)[0]
        mark = word[0] if word[0] in _SINGLE else word
        if (word[0] in _RELATIVE and "的" in behind) or _alike(before, word + behind):
            continue
        if len(before) < _SHORTEST or len(word + behind) < _SHORT or _HELD.search(behind) or mark in before or f"、{mark}" in behind:
            continue
        if not within(tuple(span for span in quoted(text) if span[1] - span[0] < _SLOGAN), found.start(), found.end()):
            yield Hit(found.start(), found.start() + 1, "分句之间用逗号。", "，")
    for found in found_by(_CASE_SIGN, _CASE, text):
        group = "mark" if found["mark"] else "mark2"
        clause = _CLAUSE_END.split(text[: found.start(group)])[-1]
        if group == "mark" or (_FIRST.search(clause) and not _CONDITION.search(clause)):  # 对拒不整改、逾期不改的依法处罚: two of a kind
            yield Hit(found.start(group), found.end(group), "分句之间用逗号。", "，")


def _alike(one: str, other: str) -> bool:
    """Whether two clauses have one form: 群众有所呼, 我们有所应."""
    last = one.split("、")[-1][-len(other) :]
    return len(last) == len(other) and sum(a == b for a, b in zip(last, other, strict=True)) > 1


def pause_before_rate(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark between a number and the rate, or the change, that it comes to: 调解成功63件、成功率为94%; 降至17%、下降14个百分点."""
    text = passage.text
    for found in (*_RATE.finditer(text), *_TURN.finditer(text)):
        before = _CLAUSE_END.split(text[: found.start()])[-1]
        if "率" not in before if found.re is _RATE else _COME_TO.search(before):
            yield Hit(found.start(), found.end(), "前后是两个分句，之间用逗号。", "，")


def pause_behind_way(passage: Passage, office: Office) -> Iterator[Hit]:
    """A pause mark between the way in which something is done and what is done: 采取“专职+志愿”的方式、选拔教师24名."""
    for found in found_by(_BY_SIGN, _BY, passage.text):
        if found["next"] in office.lexicon.verbs or found["next"][0] in "对把将由为让向在":
            yield Hit(found.start("mark"), found.end("mark"), "方式、条件说完了，后面用逗号。", "，")


_SOURCE = "GB/T 15834—2011 4.4、4.5"
RULES = (
    PassageRule(About("pause.clause", "分句间的顿号", Level.QUERY, _SOURCE), pause_before_opener, RUNNING, needs="、"),
    PassageRule(About("pause.rate", "比率前的顿号", Level.QUERY, _SOURCE), pause_before_rate, RUNNING, needs="、"),
    PassageRule(About("pause.way", "方式后的顿号", Level.QUERY, _SOURCE), pause_behind_way, RUNNING, needs="、"),
)
