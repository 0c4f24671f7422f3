"""A title in one line becomes a title with turns where a reader would pause (S1, L40, L68)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate, pairwise
from math import ceil
from unicodedata import east_asian_width

from app.text.breaking import can_break, last_break
from app.text.chars import is_han
from app.text.words import word_starts

GAP = "\u3000"
"""An ideographic space parts a two-part title; a turn at it stands for the space."""

# The last character or two of a unit's name, unless the next character makes another word of it (局面, 会议, 区域).
_UNIT_ENDS = (
    "办公室",
    "委员会",
    "[管组]委会",
    "指挥部",
    "办事处",
    "街道",
    "集团",
    "公司",
    "中心",
    "小学",
    "中学",
    "大学",
    "学校",
    "幼儿园",
    "医院",
    "法院",
    "检察院",
    "支队",
    "大队",
    "协会",
    "社区",
    "(?<![结开全布大格])局(?![面势部长限])",
    "委(?![员托会以任])",
    "(?<![举承主协创开兴督严查试])办(?![理公法事好学案税证成])",
    "(?<![全内干外])部(?![门署长分队位])",
    "院(?![士长校落])",
    "厅(?![长级])",
    "校(?![园长企])",
    "(?<!全)县(?![域级委政城直处市区局])",
    "(?<![全小片辖地城老])区(?![域块间分别级委政直局街中小第长])",
    "(?<![城乡集])镇(?![域级政长])",
    "(?<![城家故下])乡(?![村镇亲愁土贤级政长])",
    "(?<![乡农驻全])村(?![庄民级委镇长])",
)
_UNIT_END = re.compile("|".join(_UNIT_ENDS))
# What a unit does: behind one of these the name is over.
_VERBS = re.compile(
    "开展|召开|举行|举办|组织|启动|推进|贯彻|落实|加强|强化|多措|积极|扎实|持续|全力|有序|深入|稳步|助力|打造|聚焦|凝聚|创新|做好|部署|传达|学习|全面|大力|认真|迅速|优化|提升"
)
_VERBS_TOGETHER = re.compile(f"(?:{_VERBS.pattern})+")
# Marks and small words that no unit's name has: what holds one is a phrase, or a person who goes somewhere.
_NOT_IN_A_NAME = re.compile("[，、：“《到在赴对向于以]|走[进访]|慰问|调研|检查|督[导查]|视察|参[观加]|出席|看望|宣讲|带队|率队|主持")
# Behind a unit's name these go on with it: a post, a part of the unit, another unit.
_GOES_ON = re.compile("[的和与及、]|副|党[组委员]|书记|主任|主席|[局处科部院厅校所站队]长|常委|领导|负责|干部|职工|机关|系统|全体")
_LONGEST = 120
"""What is longer is a paragraph that somebody took for a title: it is broken like text, without weighing every way to do it."""
_UPPER_SHORTER = 0.05
"""What an em on an upper line costs beside the squares: two splits that are even alike are told apart by it (上短下长)."""
_NO_PAUSE = 15.0
"""What a turn costs where a reader would not pause: lines may be some four em apart before it is worth one."""
_NUMBER = re.compile(r"第?[0-9０-９〇一二三四五六七八九十百千万亿.．%％—～-]+[余多]?[年月日号个项届次期名人户件条时点万亿元米里]?")
# Words of one character that may begin a line, and those that may end one; the others belong to their neighbours (推进|会, 市|机关).
_MAY_BEGIN = frozenset("在对为让把从向以赴到用促抓强助建做办获创迎保守护惠")
_MAY_END = frozenset("的了着过中上下里内外后前时等")
_NEVER_BEGINS = frozenset("的地得了着过和与及、，")
_SUBJECT_LEAST, _SUBJECT_MOST, _REST_LEAST, _CHAIN_MOST = 3, 16, 6, 6


def cells(text: str) -> float:
    """Width in em: full-width characters 1, the others one half."""
    return sum(1.0 if east_asian_width(char) in "WFA" else 0.5 for char in text)


def propose_break(title: str, mode: str, line_cells: float) -> str:
    """The title with a line feed at each turn.

    `mode` "subject" breaks a two-part title at its gap, another after the unit when at least six characters follow, even if one line
    would hold the title;
    "balance" breaks only what is wider than `line_cells` em; "keep" leaves the title alone. Turns that stand already stay.
    """
    if mode == "keep" or "\n" in title:
        return title
    if mode == "subject":
        gap = next(iter(_gaps(title)), 0)
        at = gap or subject_end(title)
        if at:
            return "\n".join([*split_lines(title[:at], line_cells), *split_lines(title[at:], line_cells)])
    return "\n".join(split_lines(title, line_cells))


@lru_cache(maxsize=1024)
def turns_of(title: str, mode: str, line_cells: float) -> tuple[int, ...]:
    """Where the second and later lines of a title begin, counted in the title without its line feeds.

    Turns that stand are kept and nothing is proposed beside them, but a line wider than `line_cells` em turns by sense in any mode.
    """
    parts = title.split("\n")
    chosen = mode if len(parts) == 1 and mode != "keep" else "balance"
    lines = [line for part in parts for line in propose_break(part, chosen, line_cells).split("\n")]
    ends = accumulate(len(line) for line in lines)
    return tuple(sorted({end for end in ends if 0 < end < sum(map(len, lines))}))


def turned(joined: str, turns: Iterable[int]) -> str:
    """A title of one line with a line feed at each of the places."""
    edges = [0, *sorted(turns), len(joined)]
    return "\n".join(joined[start:end] for start, end in pairwise(edges))


def subject_end(title: str) -> int:
    """Where the name of the acting unit ends at the title's head; 0 when it does not begin with one or little follows."""
    end = 0
    for found in _UNIT_END.finditer(title):
        between = title[end : found.start()]
        if found.end() < _SUBJECT_LEAST:
            continue
        if found.end() > _SUBJECT_MOST or (end and (len(between) > _CHAIN_MOST or _VERBS.search(between))):
            break
        if not end and (_VERBS.search(between) or _NOT_IN_A_NAME.search(between)):
            break
        end = found.end()
    if not end or len(title) - end < _REST_LEAST or _GOES_ON.match(title, end):
        return 0
    return end if can_break(title, end) else 0


def in_lines(title: str, count: int, line_cells: float) -> tuple[int, ...] | None:
    """Where a title turns when it is set in just so many lines, by sense; None where it can't be."""
    if count == 1:
        return () if cells(title) <= line_cells else None
    lines = _most_even(title, _gaps(title), count, line_cells) or _most_even(title, turn_places(title), count, line_cells)
    return tuple(accumulate(len(line) for line in lines[:-1])) if lines else None


def split_lines(title: str, line_cells: float) -> list[str]:
    """Lines no wider than `line_cells` em, broken by sense: at gaps first, else between words, evenly.

    A line that ends at a gap keeps its ideographic space, so that the lines joined give the title again.
    """
    if len(title) <= line_cells or cells(title) <= line_cells:
        return [title]
    if len(title) > _LONGEST:
        return _greedy(title, line_cells)
    fewest = ceil(cells(title) / line_cells)
    places = turn_places(title)
    anywhere = [at for at in range(1, len(title)) if can_break(title, at)]
    for count, marks in ((fewest, _gaps(title)), (fewest, places), (fewest + 1, places), (fewest, anywhere), (fewest + 1, anywhere)):
        lines = _most_even(title, marks, count, line_cells)
        if lines:
            return lines
    return _greedy(title, line_cells)


def _greedy(title: str, line_cells: float) -> list[str]:
    """Lines as full as they may be, for what is no title any more."""
    step = max(int(line_cells), 1)
    lines: list[str] = []
    start = 0
    while start < len(title):
        end = min(start + step, len(title))
        if end < len(title):
            end = last_break(title, start, end)
        lines.append(title[start:end])
        start = end
    return lines


def _gaps(title: str) -> list[int]:
    """Places behind the gaps that part the title; a gap inside a quotation or a book's name parts only that."""
    return [at + 1 for at, (char, depth) in enumerate(zip(title, _depths(title), strict=True)) if char == GAP and not depth]


def turn_places(title: str) -> list[int]:
    """Where a title may turn, by sense: between words, not before 的, 和 …, not inside a number, a quotation or the unit at its head."""
    starts = sorted(word_starts(title))
    lengths = {start: following - start for start, following in pairwise([*starts, len(title)])}
    before = {following: start for start, following in pairwise([*starts, len(title)])}
    inside, subject = _depths(title), subject_end(title)
    numbers = {at for found in _NUMBER.finditer(title) for at in range(found.start() + 1, found.end())}
    return [
        at
        for at in starts
        if at >= subject
        and not inside[at]
        and at not in numbers
        and title[at] not in _NEVER_BEGINS
        and (lengths[at] > 1 or not is_han(title[at]) or title[at] in _MAY_BEGIN)
        and (at - before.get(at, 0) > 1 or not is_han(title[at - 1]) or title[at - 1] in _MAY_END)
        and can_break(title, at)
    ]


def _pauses(title: str) -> set[int]:
    """Where a reader would pause: behind the acting unit and the marks, before what somebody does, around a quotation."""
    verbs = {found.start() for found in _VERBS_TOGETHER.finditer(title)}
    marks = {at for at, char in enumerate(title) if char in "“《" or title[at - 1 : at] in tuple(f"，、；：”》）{GAP}")}
    return verbs | marks | {subject_end(title)}


def _depths(title: str) -> list[int]:
    """How many quotation, book and round brackets are open before each character."""
    opened = accumulate(((char in "“《（") - (char in "”》）") for char in title), initial=0)
    return list(opened)[: len(title)]


def _most_even(title: str, places: list[int], count: int, line_cells: float) -> list[str]:
    """The most even split into `count` lines that all fit, upper lines the shorter ones in doubt; [] when there is none.

    Least squares over the places by dynamic programming: `best[at]` is the cheapest way to have set the title up to a place in so
    many lines, as (cost, places).
    """
    mean = cells(title) / count
    pauses = {*_pauses(title), len(title)}
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(count):
        ends = places if line < count - 1 else [len(title)]
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, cuts) in best.items():
            for end in ends:
                if end <= start:
                    continue
                width = cells(title[start:end].rstrip(GAP))
                if width > line_cells:
                    break
                total = cost + (width - mean) ** 2 + _UPPER_SHORTER * (count - line) * width + (end not in pauses) * _NO_PAUSE
                if end not in following or total < following[end][0]:
                    following[end] = (total, (*cuts, end))
        best = following
    if len(title) not in best:
        return []
    return [title[a:b] for a, b in pairwise((0, *best[len(title)][1]))]
