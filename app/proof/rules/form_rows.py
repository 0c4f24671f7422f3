"""Commas in a row whose items have one form, where pause marks part the others, become hits (GB/T 15834—2011 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.nominal import is_nominal, opens_clause
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.people import people_in
from app.proof.rule import About, PassageRule
from app.text.chars import HAN

_MIDDLE = re.compile(rf"(?P<one>[、，])(?=(?P<middle>[{HAN}]{{3,8}})(?P<two>[、，]))")
_WHOLE = re.compile(rf"[{HAN}]+(?=[，。；、”]|$)")
_BOUNDS = ("", "，", "。", "；", "：", "“")
_SHORT = 4
_HEADED = re.compile(
    rf"(?:^|(?<=[，。；：“]))(?P<head>[对向从有无能会敢善抓促保靠按再更最])[{HAN}]{{2,12}}(?:、(?P=head)[{HAN}]{{2,12}}(?P<mark>，)(?P=head)[{HAN}]{{2,12}}(?=[，。；”]|$)"
    rf"|(?P<mark2>，)(?P=head)[{HAN}]{{2,12}}、(?P=head)[{HAN}]{{2,12}}(?=[，。；”]|$))"
)
_TAILED = re.compile(
    rf"[{HAN}]{{1,8}}(?P<tail>[{HAN}])、[{HAN}]{{1,6}}(?P=tail)(?P<mark>，)(?P<next>[{HAN}]{{1,6}}(?P=tail))(?=\d|等[{HAN}\d]|[和与及][{HAN}])"
    rf"|、[{HAN}]{{2,8}}(?P<mark2>，)(?P<next2>[{HAN}]{{2,8}})各(?=\d)"
)
_TAILED_SIGN = re.compile(rf"、[{HAN}]{{2,8}}，[{HAN}]{{2,8}}[\d等和与及]")
_TWO = re.compile(rf"(?<=[{HAN}])(?P<mark>，)(?P<next>[{HAN}]{{2,8}})两[类种项场级档][{HAN}]{{0,2}}(?=[，。；])")
_TWO_SIGN = re.compile("两[类种项场级档]")
_PLAIN = re.compile("[的了等]")
_AMOUNT = r"\d[\d.,]*[万亿]?(?P<unit>[个件家名人户起台辆条处所座项份次张吨亩元]|万?公里|千米)"
_AMONG = re.compile(
    rf"其中[{HAN}]{{2,14}}{_AMOUNT}(?P<mark>，)[{HAN}]{{2,14}}[\d.,]+[万亿]?(?P=unit)、[{HAN}]{{2,14}}[\d.,]+[万亿]?(?P=unit)"
)
_NTH = "[一二三四五六七八九十百〇零\\d]{1,6}"
_ORDINALS = re.compile(
    rf"第{_NTH}(?P<unit>[条款项批期次章节届组名])(?P<mark>，)(?=第{_NTH}(?P=unit)(?![，：是，]))"
    r"|\d{1,2}日、\d{1,2}日(?P<mark2>，)(?=\d{1,2}日(?![上下]午))"
    r"|（[市县区旗]、?[市县区旗]?(?P<mark3>，)(?=[市县区旗]）)"
)
_ORDINAL_SIGN = re.compile("[条款项批期次章节届组名日市县区旗]，[第\\d市县区旗]")
_POST = "(?:书记|常委|委员|主任|主席|代表|检察长|董事长|总经理|秘书长|理事长|教授|工程师|[局院部县市区镇乡校处科所站队会组]长)"
_POST_SIGN = re.compile(f"{_POST}，")
_HOLDER = re.compile(rf"(?:^|[，。；：！？、“”]|(?<=[由]))(?P<post>[{HAN}（）]{{1,20}}?{_POST})，$")
_NO_HOLDER = re.compile("[是为任向对和与及让请的说在有了，]")


def comma_among_forms(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma in a row of three items of one length and one form: 县管统筹、县招乡用，乡聘村用; 雨前有准备、雨中有人盯，雨后有复盘."""
    text = passage.text
    for found in _MIDDLE.finditer(text):
        if found["one"] == found["two"]:
            continue
        size, first, last = len(found["middle"]), found.start("one"), found.end("two")
        ahead, behind = text[max(0, first - size) : first], text[last : last + size]
        before = text[: first - size][-1:] if first >= size else ""
        if found["one"] == "，":
            mark, whole, pairs = first, before in _BOUNDS, before == "、"
        else:
            rest = _WHOLE.match(text, last)
            following = text[last + size : last + size + 1]
            mark, pairs = last - 1, following == "、"
            whole = rest is not None and (len(rest[0]) == size or following in ("的", "等"))
            if not whole:
                continue
        if not pairs and _one_form(ahead, found["middle"], behind, whole=whole):
            yield Hit(mark, mark + 1, "并列的各项之间标点要一致，用顿号。", "、")


def _one_form(*items: str, whole: bool) -> bool:
    """Whether items of one length have characters in common, each in its place, that aren't all of them."""
    if len({len(one) for one in items}) > 1 or len(set(items)) < len(items) or any(_PLAIN.search(one) for one in items):
        return False
    same = [place for place, chars in enumerate(zip(*items, strict=True)) if len(set(chars)) == 1]
    return len(same) > 1 or (whole and same in ([0], [len(items[0]) - 1]) and len(items[0]) <= _SHORT)


def comma_among_heads(passage: Passage, office: Office) -> Iterator[Hit]:
    """A comma in a row of three phrases that one word leads in, or of things that end alike, or have one 各 or 两."""
    text = passage.text
    for found in _HEADED.finditer(text):
        at = found.start("mark") if found["mark"] else found.start("mark2")
        yield Hit(at, at + 1, "并列的各项之间标点要一致，用顿号。", "、")
    for found in found_by(_TAILED_SIGN, _TAILED, text):
        if not opens_clause(found["next"] or found["next2"]):
            at = found.start("mark") if found["mark"] else found.start("mark2")
            yield Hit(at, at + 1, "并列的各项之间标点要一致，用顿号。", "、")
    for found in found_by(_TWO_SIGN, _TWO, text):
        if not opens_clause(found["next"]) and is_nominal(found["next"], office.lexicon):
            yield Hit(found.start("mark"), found.end("mark"), "并列的词语之间用顿号。", "、")


def comma_among_shares(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma between two of the shares that 其中 leads in, where a pause mark stands between others: 其中甲7项，乙9项、丙8项."""
    for found in _AMONG.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "并列的各项之间标点要一致，用顿号。", "、")


def comma_among_ordinals(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma between ordinals, days or ranks of one row: 第二十三条，第二十四条; 8日、18日，28日; 县（市，区）."""
    if _ORDINAL_SIGN.search(passage.text):
        for found in _ORDINALS.finditer(passage.text):
            at = next(found.start(name) for name in ("mark", "mark2", "mark3") if found[name])
            yield Hit(at, at + 1, "并列的词语之间用顿号。", "、")


def comma_between_posts(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma between the posts of one person: 集团公司党委书记，董事长某某."""
    text = passage.text
    if not _POST_SIGN.search(text):
        return
    for person in people_in(text):
        start = person.start - len("、".join(person.posts))
        holder = _HOLDER.search(text, max(0, start - 24), start) if person.posts else None
        if holder and not _NO_HOLDER.search(holder["post"]) and not any(one.end == holder.start("post") for one in people_in(text)):
            yield Hit(start - 1, start, "一个人的几个职务之间用顿号。", "、")


_SOURCE = "GB/T 15834—2011 4.5"
RULES = (
    PassageRule(About("listed.forms", "同形各项间的逗号", Level.QUERY, _SOURCE), comma_among_forms, RUNNING, needs="、"),
    PassageRule(About("listed.heads", "同头、同尾各项间的逗号", Level.QUERY, _SOURCE), comma_among_heads, RUNNING, needs="、两"),
    PassageRule(About("listed.shares", "“其中”各项间的逗号", Level.QUERY, _SOURCE), comma_among_shares, RUNNING, needs="其"),
    PassageRule(About("listed.ordinals", "序数、日期间的逗号", Level.QUERY, _SOURCE), comma_among_ordinals, RUNNING, needs="，"),
    PassageRule(About("listed.posts", "一人职务间的逗号", Level.QUERY, _SOURCE), comma_between_posts, needs="，"),
)
