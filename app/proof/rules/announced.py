"""A number that says how many follow, and another number that follows, become hits: 从三个方面：一是…四是; 六门课程：甲、乙、丙 (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.lists import lists_at_heads, lists_inside
from app.proof.office import Office
from app.proof.parts import part_chains
from app.proof.rule import About, DocumentRule, PassageRule
from app.text.numerals import parse_numeral

_N = r"[一二两三四五六七八九十]{1,2}|\d{1,2}"
_NOT_BEFORE = r"(?<![第\d一二两三四五六七八九十百千万几数多每近约超余上.／/])"
_PARTS = (
    "方面|特点|变化|问题|原因|亮点|环节|要求|意见|建议|措施|举措|做法|任务|工作|重点|关键|条件|阶段|步骤|转变|短板|不足|困难|难题|"
    "对策|制度|机制|行动|途径|渠道|抓手|层面|维度|角度|方向|领域|原则|目标|经验|体会|启示|教训|事|事情|实事|话|关|仗|牌|到位|结合|"
    "坚持|突出|强化|主题|优势|误区|纪律|规定|准备|案例|议题|事项|类别|情形|矛盾|倾向|现象|关系|底线|内容|成效|标准|字|招|条|点|步|项"
)
_SAID = re.compile(
    rf"{_NOT_BEFORE}(?P<number>{_N})(?P<measure>个|大|项|条|件|种|类|点|招|重|句|步|起|则|道|张|场|门|方面)"
    rf"(?P<what>[\u4e00-\u9fff“”‘’、]{{0,8}}?(?:{_PARTS})|)(?P<tail>[^。！？；\d]{{0,16}})$"
)
"""The count at the end of the sentence that a list follows: 从以下三个方面作出部署."""
_BARE_MEASURES = frozenset({"点", "条", "句", "招", "步", "项", "件", "方面"})
_BARE_TAIL = re.compile("(?:来|去)?(?:推进|谈|讲|抓|做|着手|发力|提出|入手|展开|进行|部署|开展|落实|说|强调|总结|概括)?")
"""Measures that need no noun where little more stands behind them: 提三点, 分五步推进."""
_TIMES = re.compile(r"[\u4e00-\u9fff]{0,2}(?:月|年|小时|星期|季度|工作日|百分点|县|区|乡|镇|街道|村|社区|单位|部门|企业|人|小组|团队)")
_FAR = 2
"""Numbers that are further apart mean something else."""
_LEAST, _LONG = 2, 3
_ENUMERATED = re.compile(
    rf"{_NOT_BEFORE}(?P<number>{_N})(?P<measure>个|大|项|条|件|种|类|门|家|名|位|支|所|座|处|张|块|套|道|部|款|点|方面|本|期|届|场|次|路|批|轮|样|股)"
    r"(?P<what>[\u4e00-\u9fff“”‘’]{0,12}?)(?:[：:]|，(?:即|分别[是为]|包括|它们是|依次是)[：:]?|——|包括|分别[是为])"
    r"(?P<items>[^。！？；，：:\n]{3,120})(?P<end>[。；]|$|，(?=[^。；、：]{3,}(?:[。；]|$))|，)"
)
_INNER = re.compile(r"《[^《》]*》|“[^“”]*”|‘[^‘’]*’|[（(][^（）()]*[）)]")
_OPEN = re.compile(r"[等\d]|为代表|左右|其中|分别|各|其他|之[一二三]|\.\.|……")
"""What shows that an enumeration isn't whole, or that its numbers count something else."""
_DAYS = re.compile(r"\d{1,2}月\d{1,2}日(?:[至—～-]\d{1,2}日)?")
_LAST = re.compile("最后|末|另|其余|剩下")
_AND = re.compile("以及|及其|[和与及]")
_QUOTED = re.compile(
    r"[“‘](?P<number>[一二两三四五六七八九十]{1,2})(?P<measure>个|大|项|条|种|类|张|道|支)?(?P<what>[\u4e00-\u9fff]{1,6})[”’]"
    r"(?P<between>[\u4e00-\u9fff]{0,10}(?:[：:]|，(?:即|做到|就是)[：:]?|——)|，即?)(?P<items>[^。！？\n“”]{4,200})"
)
_NAMED = re.compile(
    r"[“‘](?P<number>[二两三四五六七八九十])(?P<what>[\u4e00-\u9fff]{1,4})[”’](?:[：:]|，即|——)(?P<items>[^。！？；，：:、\n]{2,24}(?:、[^。！？；，：:、\n]{2,24})+)(?=[。；]|$)"
)
_KNOWN = frozenset({"三农", "两会", "三夏", "三秋", "三公", "两新", "四风", "三保", "两高", "三线"})
"""Names whose number counts something else than what may follow."""
_SPLIT = re.compile("[、；，;]")
_CLAUSE = re.compile("[，。；：！？]")
_BEHIND = re.compile(
    r"(?P<items>(?:[\u4e00-\u9fff]{2,10}、)+[\u4e00-\u9fff]{2,10})[“‘]"
    r"(?P<number>[一二两三四五六七八九十]{1,2})(?P<measure>[个大项条种类张道支本套])(?P<what>一|[\u4e00-\u9fff]{2,4})[”’]"
)


def list_of_another_length(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """从三个方面作出部署：一是…二是…三是…四是: the ordinals go on to another number than was said."""
    for passages in _articles(document):
        listed = [(turn, one) for turn, passage in enumerate(passages) for one in lists_inside(passage, passages[turn + 1 :])]
        listed += list(lists_at_heads(passages))
        yield from _parts_otherwise(passages)
        for turn, one in listed:
            lead = passages[turn]
            said = _said_before(lead.text[: one.start])
            if said is None or one.length < _LEAST or not 0 < abs(_value(said) - one.length) <= _FAR:
                continue
            if _CLAUSE.split(lead.text[: said.start()])[-1].count("、") == _value(said) - 1:
                continue  # 从学位、师资、质量三个方面发力: they are named already
            if re.search(rf"\d{said['measure']}、[^，。；：、]{{1,10}}$", lead.text[: said.start()]):
                continue  # 较好的11个、一般的5个: one count of several
            words = said["number"] + said["measure"]
            place = said.start("number"), said.end("measure")
            yield lead, Hit(*place, f"前面说“{words}{said['what']}”，后面列了{one.length}项，请核对。")


def _parts_otherwise(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Hit]]:
    """分三路慰问：第一路…第二路…第三路…第四路; each part has the measure that was counted."""
    for turn, passage in enumerate(passages):
        for name, chain in part_chains(passage):
            if name[0] != "第" or [one.value for one in chain] != list(range(1, len(chain) + 1)) or len(chain) < _LEAST:
                continue
            lead = passages[turn - 1] if turn and not passage.text[: chain[0].start].strip() else passage
            end = chain[0].start if lead is passage else len(lead.text)
            begin = max(lead.text.rfind(mark, 0, max(0, end - 1)) for mark in "。！？；") + 1
            found = re.compile(rf"{_NOT_BEFORE}(?P<number>[二两三四五六七八九十])(?:大)?{name[1]}(?![天日])").search(lead.text, begin, end)
            between = lead.text[found.end() : end] + (passage.text if lead is passage else "")[chain[-1].end :] if found else ""
            if not found or not 0 < abs(_value(found) - len(chain)) <= _FAR or _value(found) < _LEAST:
                continue
            if len(chain) < _value(found) and ("：" not in between or _LAST.search(between)):
                continue  # not all are spoken of in these words
            yield lead, Hit(found.start(), found.end(), f"前面说“{found[0]}”，后面列了{len(chain)}{name[1]}，请核对。")


def enumeration_of_another_length(passage: Passage, _: Office) -> Iterator[Hit]:
    """五门课程：甲、乙、丙、丁: as many stand there as the words say, or not."""
    for found in _ENUMERATED.finditer(passage.text):
        items = _DAYS.sub("某日", _INNER.sub("某", found["items"]))
        least = items.count("、") + 1
        if least < _LEAST or _OPEN.search(items) or (found["what"] and _TIMES.fullmatch(found["what"]) and found["what"][-1] in "月年时"):
            continue
        if found["end"] == "，" and least <= _LONG and re.match("[^。；]*[、：]", passage.text[found.end() :]):
            continue  # the list may go on
        most = least + len(_AND.findall(items))
        value = _value(found)
        if value < _LEAST or least - _FAR > value or value > most + _FAR:
            continue
        if value < least or value > most:
            told = least if value < least else most
            yield Hit(found.start("number"), found.end("items"), f"前面说“{found['number']}{found['measure']}”，后面列了{told}个，请核对。")


def quoted_count_differs(passage: Passage, _: Office) -> Iterator[Hit]:
    """“四到位”：思想认识到位、组织领导到位、物资储备到位: each item has the word that is counted."""
    for found in _QUOTED.finditer(passage.text):
        parts = [part.strip(" 　") for part in _SPLIT.split(_INNER.sub("某", found["items"]))]
        said, what = _value(found), found["what"]
        if found["number"] + what in _KNOWN:
            continue
        count = next((turn for turn, part in enumerate(parts) if not _has(part, what)), len(parts))
        behind = parts[count:]
        if said >= 3 and count >= _LEAST and 0 < abs(said - count) <= _FAR and not any(_has(part, what) for part in behind):
            if count < said and any("等" in part for part in parts[: count + 1]):
                continue
            end = found.start("items") + _length(found["items"], count)
            yield Hit(found.start("number"), end, f"说的是“{found['number']}{found['measure'] or ''}{what}”，列了{count}个，请核对。")
    yield from _named_by_a_number(passage.text)
    for found in _BEHIND.finditer(passage.text):
        items = found["items"].split("、")
        count = 0
        for item in reversed(items):
            if not (item.endswith(found["what"]) or (found["what"] == "一" and "一" in item)) or item == found["what"]:
                break
            count += 1
        if count >= _LEAST and 0 < abs(_value(found) - count) <= _FAR and (count < len(items) or _value(found) > 1):
            start = found.start("number") - 1
            yield Hit(start, found.end("what"), f"前面列了{count}个，这里是“{found['number']}{found['measure']}{found['what']}”，请核对。")


def _named_by_a_number(text: str) -> Iterator[Hit]:
    """“三宝”：一把手电、一根竹竿。"""
    for found in _NAMED.finditer(text):
        items = _INNER.sub("某", found["items"])
        count, said = items.count("、") + 1, _value(found)
        most = count + len(_AND.findall(items))
        if _OPEN.search(items) or found["number"] + found["what"] in _KNOWN or said < _LEAST or count < _LEAST:
            continue
        if said - _FAR <= most < said or said < count <= said + _FAR:
            words = f"{found['number']}{found['what']}"
            yield Hit(found.start("number"), found.end("items"), f"说的是“{words}”，列了{count}个，请核对。")


def _has(part: str, what: str) -> bool:
    """Whether an item carries the word that is counted, at its head or at its end: 不闯红灯, 思想认识到位, 一张笑脸."""
    return len(part) > len(what) and (part.startswith(what) or part.endswith(what))


def _length(items: str, count: int) -> int:
    """How far the first `count` items reach."""
    at = 0
    for turn, part in enumerate(_SPLIT.split(items)):
        if turn == count:
            break
        at += len(part) + 1
    return min(max(at - 1, 1), len(items))


_ROOM = 400
"""Characters before a list within which its count may stand."""


def _said_before(lead: str) -> re.Match[str] | None:
    """The count that the sentence before a list gives."""
    bare = lead.rstrip(" 　。：:，,")
    sentence = re.split("[。！？；]", bare)[-1]
    at = max(lead.rfind(sentence), len(lead) - _ROOM)
    found = None
    for start in re.finditer(_NOT_BEFORE + rf"(?:{_N})", lead[at:]):
        one = _SAID.match(bare, at + start.start())
        if one and _names_parts(one) and not _TIMES.match(one["what"] + one["tail"]):
            found = one
    return found if found and _value(found) >= _LEAST else None


def _names_parts(one: re.Match[str]) -> bool:
    """Whether what is counted are the parts of what follows."""
    if one["tail"].startswith("词"):  # 三个关键词
        return False
    return bool(one["what"] or not one["tail"] or (one["measure"] in _BARE_MEASURES and _BARE_TAIL.fullmatch(one["tail"])))


def _value(found: re.Match[str]) -> int:
    return parse_numeral(found["number"]) or 0


def _articles(document: Document) -> Iterator[Sequence[Passage]]:
    for _, passages in groupby((one for one in document.passages if one.role in _TEXT), key=lambda one: one.article):
        yield tuple(passages)


_TEXT = RUNNING - {Role.CELL, Role.TABLE, Role.PICTURE}

_TITLED = re.compile(
    rf"{_NOT_BEFORE}(?P<number>{_N})(?P<measure>起|个|项|条|件|则|大)(?P<what>[\u4e00-\u9fff]{{4,14}}?)(?=的|情况|$|[，：])"
)
_BRIEFS = re.compile(rf"(?P<number>{_N})(?P<measure>则|条|篇)[）)]?[ \u3000]*$")
_BULLET = re.compile(r"[ \u3000]*(?:[★☆▲△●○◆◇■□◎►▶▷➢·•※]|【|\d{1,2}[.．、]|[①-⑩])")
_LEADS = 2


def title_counts_otherwise(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """关于三起典型案例的通报 over 现将四起典型案例通报如下; 简讯三则 over four of them."""
    for title in document.of(Role.TITLE, Role.SECTION):
        inside = [one for one in document.inside(title.article) if one.role in _TEXT] if title.article >= 0 else []
        for found in _TITLED.finditer(title.text):
            for lead in inside[:_LEADS]:
                other = re.search(rf"{_NOT_BEFORE}(?P<number>{_N}){found['measure']}{found['what']}", lead.text)
                if other and _value(other) != _value(found):
                    words = other["number"] + found["measure"]
                    yield title, Hit(found.start("number"), found.end("measure"), f"正文里是“{words}{found['what']}”，请核对。")
                    break
        briefs = _BRIEFS.search(title.text)
        count = sum(bool(_BULLET.match(one.text)) for one in inside)
        if briefs and count >= _LEAST and 0 < abs(_value(briefs) - count) <= _FAR:
            yield title, Hit(briefs.start("number"), briefs.end("measure"), f"下面是{count}{briefs['measure']}，请核对。")


RULES = (
    DocumentRule(About("count.title", "标题里的数目", Level.QUERY, "实务"), title_counts_otherwise),
    DocumentRule(About("count.list", "数目与所列不符", Level.QUERY, "实务"), list_of_another_length),
    PassageRule(
        About("count.enumeration", "数目与列举不符", Level.QUERY, "实务"), enumeration_of_another_length, _TEXT, needs="：:即是为括—"
    ),
    PassageRule(About("count.quoted", "概括的数目与列举不符", Level.QUERY, "实务"), quoted_count_differs, _TEXT, needs="“‘"),
)
