"""Dots of omission, dashes and range marks in wrong forms become hits (GB/T 15834—2011 4.10, 4.11, 4.13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.text.chars import HAN

_DOTS = re.compile(rf"(?=[.。·•・…‥．⋯])(?:(?<![.\w])\.{{3,}}|(?<=[{HAN}”’》）])\.{{2,}}|。{{3,}}|[·•・]{{3,}}|．{{2,}}|…+|‥+|⋯+)")
_ETC = re.compile(r"(?<!再等)(?<![再稍])等(?P<after>…{1,4})|(?P<before>…{1,4}[。，、]?)等(?![待候到])")
_STOP = re.compile(r"(?<=……)[。、；]")
_AND_SO_ON = re.compile(rf"(?<=、)[{HAN}“”]{{2,12}}(?P<etc>等等)(?=[。；，])")
_WEAK = re.compile(r"[，、；,;](?=……)")
_DASH = re.compile(rf"(?<=[{HAN}”’》），：])(?:-{{2,}}|－{{2,}}|–{{2,}}|―{{1,}}|─{{1,}}|—{{3,}}|_{{2,}})(?=[{HAN}“‘《（])")
_BESIDE_DASH = re.compile(r"[，、；](?=——(?!—))|(?<=[^—]——)[，。；、]")
_WEEKDAYS = re.compile(r"(?<=[周期])(?:[一二三四五六日])(?P<mark>[-－–~]{1,2}|——|－－)(?=(?:周|星期)?[一二三四五六日])")
_HAN_RANGE = re.compile(
    r"(?<=[一二三四五六七八九十])(?P<mark>[-－–~]{1,2})(?=[一二三四五六七八九十]{1,3}[月日年级楼组层号期批班区])"
    r"|(?<=[一二三四五六七八九十][月日年级])(?P<mark2>[-－–~]{1,2})(?=[一二三四五六七八九十]{1,3}[月日年级])"
)
_SINGLE = re.compile(
    rf"(?<=[{HAN}”’》），])(?<![日月年时号])—(?!—)(?=[{HAN}“‘《]{{7}})(?![^，。；]*(?:—|路|线|段|通道|走廊|机制|模式|体系|格局))"
)
_HYPHEN = re.compile(rf"(?<=[{HAN}])[-－–](?=[{HAN}])")
_UNIT = (
    "年|月|日|时|点|号|岁|元|万元|亿元|%|％|℃|度|米|公里|人|名|天|周|倍|期|届|吨|亩"
    "|个|家|处|户|种|项|次|只|辆|位|支|份|分|小时|层|条|件|台|级|所|场|千"
    "|成|章|款|节|页|档|枚|株|头|棵|毫米|厘米|克|毫升|升|万|亿|折|轮|批|遍|趟|瓶|座|公顷|平方|立方|千瓦|兆|秒|季度|步|组|本|篇|字|张|幅|块|袋|箱"
    "|例|段|片|根|套|桶|圈|盏|顿|桌|斤|角|寸|尺|车|部|口|门|课时|学时|班次|立方米|摄氏度|勺|粒|颗|架|艘|间|册|代|句"
)
_RANGE = re.compile(
    rf"(?<![\d.\-－/A-Za-z])(?P<low>\d+(?:\.\d+)?(?:{_UNIT})?(?:\d+日|\d+月(?:\d+日)?)?)"
    rf"(?P<mark>-|－|–|~|--|——|－－|―|‐|‑|‒|−|〜|∼)(?P<high>\d+(?:\.\d+)?)"
    rf"(?!号楼)(?P<unit>{_UNIT}|公[斤里顷]|千克|(?![号比型栋幢室线井队班胜平负的等和及与或、]|单元)[{HAN}])(?![-－/])"
)
_ODD_RANGE = re.compile(
    r"(?<![\d.\-－/A-Za-z—～])(?P<low>\d+(?:\.\d+)?(?:[%％℃万亿]|月\d+日|[年月日时])?)"
    "(?P<mark>(?!到至)[-－–—―~～至到]{2}[-－–—―~～]*"
    rf"|[一·•．](?=\d+(?:\.\d+)?[万亿%％℃{HAN}])|~)"
    rf"(?P<high>\d+(?:\.\d+)?)(?=[万亿%％℃{HAN}])"
)
_FROM = re.compile(
    r"(?<![\d])从(?P<low>(?:\d{4}年)?\d[\d.]*(?:万|亿|%)?(?:年|月份?|日|时|点|岁)?(?:\d+日|\d+月)?)(?P<mark>[～—~－-])\d[\d.]*(?:[万亿%％]|年|月|日|时|点|岁)"
    r"(?!\d*日?份?(?:的|以?来|情况|数据|看|各项|全[市县区镇]))"
)
_HOURS = re.compile(r"(?<!比[为例])(?<![\d:：])\d{1,2}[:：]\d{2}(?P<mark>[-－–~～]|[一丨]|(?!——)[-－–~～—]{2,3})\d{1,2}[:：]\d{2}")
_DOTTED_HOUR = re.compile(r"(?<![\d.])\d{1,2}(?P<mark>[.．])[0-5]\d(?=(?:[—～至~－-]{1,2})\d{1,2}[:：][0-5]\d)")
_UNIT_CHARACTERS = _UNIT.replace("|", "")
_DATE = re.compile("[年月日时点号周]")


_PAGE = re.compile(r"[ \u3000]*[（(]?\d{1,3}[）)]?[ \u3000]*")


def dots(passage: Passage, _: Office) -> Iterator[Hit]:
    """Dots of omission that are not the six dots in the middle of two places: ……, twelve where whole lines are left out."""
    for found in _DOTS.finditer(passage.text):
        sign = passage.text[: found.start()].endswith("“") and passage.text.startswith("”", found.end())  # “…”表示数据不足
        leader = len(found[0]) > len("……") and _PAGE.fullmatch(passage.text, found.end())  # of an entry in the contents
        if found[0] not in ("……", "…………") and not sign and not leader:
            yield Hit(found.start(), found.end(), "省略号是六个点“……”。", "……")


def dots_and_etc(passage: Passage, _: Office) -> Iterator[Hit]:
    """Dots of omission beside 等, which says the same."""
    for found in _ETC.finditer(passage.text):
        group = "after" if found["after"] else "before"
        yield Hit(found.start(group), found.end(group), "省略号和“等”只用一个。", "")


def mark_before_dots(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma or pause mark before dots of omission."""
    for found in _WEAK.finditer(passage.text):
        yield Hit(found.start(), found.end(), "省略号前面不用这个标点。", "")


def stop_behind_dots(passage: Passage, _: Office) -> Iterator[Hit]:
    """A full stop, a semicolon or a pause mark behind dots of omission."""
    for found in _STOP.finditer(passage.text):
        yield Hit(found.start() - 2, found.end(), f"省略号后面一般不再用“{found[0]}”；没有省略的话，只用“{found[0]}”。", "……")


def and_so_on(passage: Passage, _: Office) -> Iterator[Hit]:
    """等等 at the end of a list whose items pause marks part."""
    for found in _AND_SO_ON.finditer(passage.text):
        yield Hit(found.start("etc"), found.end("etc"), "列举之后一般用一个“等”。", "等")


def dash(passage: Passage, _: Office) -> Iterator[Hit]:
    """A dash that is not two places long, without a gap: ——."""
    for found in _DASH.finditer(passage.text):
        yield Hit(found.start(), found.end(), "破折号占两个字“——”。", "——")


def short_dash(passage: Passage, _: Office) -> Iterator[Hit]:
    """One — before a clause, where a dash of two is likely to be meant; between two names it is a right connection mark."""
    for found in _SINGLE.finditer(passage.text):
        if re.search("—[^，。；]*$", passage.text[: found.start()]):
            continue  # 县—乡—村—组
        yield Hit(found.start(), found.end(), "如果是破折号，应占两个字“——”。", "——")


def hyphen(passage: Passage, _: Office) -> Iterator[Hit]:
    """A half-width hyphen between Chinese words."""
    for found in _HYPHEN.finditer(passage.text):
        yield Hit(found.start(), found.end(), "中文词之间的连接号用“—”，破折号用“——”。")


def range_mark(passage: Passage, _: Office) -> Iterator[Hit]:
    """A range of numbers or dates whose mark is neither — nor ～ (4.13.3.2, 4.13.3.3)."""
    for found in _RANGE.finditer(passage.text):
        if found["low"].startswith("0") and found["low"].isdigit() and len(found["high"]) > 5:
            continue  # a telephone number: 0736-5221188咨询
        if _DATE.search(found["low"]) is None and float(found["low"].rstrip(_UNIT_CHARACTERS)) >= float(found["high"]):
            continue  # a score, a model, a house number
        right = "—" if _DATE.search(found["low"]) or _DATE.match(found["unit"]) else "～"
        yield Hit(found.start("mark"), found.end("mark"), f"数值和时间的起止用“—”或“～”，不用“{found['mark']}”。", right)


def range_of_hours(passage: Passage, _: Office) -> Iterator[Hit]:
    """17:30-18:30, whose mark is a short stroke."""
    for found in _HOURS.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), f"起止时间用“—”或“至”，不用“{found['mark']}”。", "—")


def dot_in_hour(passage: Passage, _: Office) -> Iterator[Hit]:
    """8.00—18：00: hours and minutes are parted by a colon."""
    for found in _DOTTED_HOUR.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "时和分之间用冒号。", "：")


def odd_range_mark(passage: Passage, _: Office) -> Iterator[Hit]:
    """Two marks for one, or 一 and a dot that only look like one: 5--8公斤, 7一15日, 2·2.5万人."""
    for found in _ODD_RANGE.finditer(passage.text):
        mark = found["mark"]
        of_days = _DATE.search(found["low"]) is not None
        dotted = mark in "·•．" and not of_days and _is_point(found["low"], found["high"])
        if len(mark) == 2 and mark[0] in "～~—" and mark[1] in "-－–" and re.match("[℃度]", passage.text[found.end() :]):
            continue  # 2～-3℃
        if dotted or (mark == "一" and passage.text[found.end() :].startswith(("是", "要"))):
            continue  # 2.5 with a raised point; 9一5 is no range
        right = "—" if _DATE.match(passage.text[found.end() :]) else "～"
        yield Hit(found.start("mark"), found.end("mark"), f"数值和时间的起止用“—”或“～”，不用“{mark}”。", right)


def _is_point(low: str, high: str) -> bool:
    """Whether the dot between two numbers is a raised point of one: 2·5, and 5·2, which no range would be."""
    return (low.isdigit() and "." not in high) or float(low) > float(high)


def mark_beside_dash(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma before or behind a dash, which parts what it stands between."""
    for found in _BESIDE_DASH.finditer(passage.text):
        yield Hit(found.start(), found.end(), "破折号前后不用这个标点。", "")


def range_in_words(passage: Passage, _: Office) -> Iterator[Hit]:
    """周一-周五 and 三-五月, whose mark is a short stroke."""
    for pattern in (_WEEKDAYS, _HAN_RANGE):
        for found in pattern.finditer(passage.text):
            group = "mark" if found["mark"] else "mark2"
            yield Hit(found.start(group), found.end(group), "起止用“—”或“至”，不用短横。", "至")


def from_with_mark(passage: Passage, _: Office) -> Iterator[Hit]:
    """从5月～6月: with 从 the end is told by 到 or 至."""
    for found in _FROM.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "前面有“从”，后面用“到”或“至”，不用连接号。", "到")


RULES = (
    PassageRule(About("dots.form", "省略号", Level.ERROR, "GB/T 15834—2011 4.11.2"), dots, needs=".。·•・…‥．⋯"),
    PassageRule(About("dots.etc", "省略号与“等”", Level.ERROR, "GB/T 15834—2011 4.11.3"), dots_and_etc, needs="…"),
    PassageRule(About("dots.before", "省略号前的标点", Level.ERROR, "GB/T 15834—2011 附录 A.7"), mark_before_dots, needs="…"),
    PassageRule(About("dots.stop", "省略号后的句号", Level.QUERY, "GB/T 15834—2011 4.11、附录 A.7"), stop_behind_dots, needs="…"),
    PassageRule(About("dots.and_so_on", "列举后的“等等”", Level.QUERY, "实务"), and_so_on, needs="等"),
    PassageRule(About("dash.form", "破折号", Level.ERROR, "GB/T 15834—2011 4.10.2"), dash, needs="-－–―─—_"),
    PassageRule(About("dash.short", "疑似破折号", Level.QUERY, "GB/T 15834—2011 4.10.2"), short_dash, needs="—"),
    PassageRule(About("dash.hyphen", "中文间的短横", Level.QUERY, "GB/T 15834—2011 4.13"), hyphen, needs="-－–"),
    PassageRule(About("range.hours", "时间起止号", Level.QUERY, "GB/T 15834—2011 4.13.3"), range_of_hours, needs="-－–~～一丨"),
    PassageRule(About("range.hour_dot", "时刻中的冒号", Level.QUERY, "GB/T 15834—2011 4.7.3.3"), dot_in_hour, needs=":："),
    PassageRule(About("dash.beside", "破折号旁的标点", Level.QUERY, "GB/T 15834—2011 4.10、5.1"), mark_beside_dash, needs="—"),
    PassageRule(About("range.words", "汉字起止号", Level.ERROR, "GB/T 15834—2011 4.13.3"), range_in_words, needs="-－–~—"),
    PassageRule(About("range.from", "“从”与连接号", Level.QUERY, "实务"), from_with_mark, needs="从"),
    PassageRule(About("range.odd", "起止号写错", Level.ERROR, "GB/T 15834—2011 4.13.3"), odd_range_mark, needs="-－–—―~～至到一·•．"),
    PassageRule(About("range.mark", "起止号", Level.ERROR, "GB/T 15834—2011 4.13.3"), range_mark, needs="-－–~—―‐‑‒−〜∼"),
)
