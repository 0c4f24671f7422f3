"""A title in one line becomes a title with turns where a reader would pause (S1, L40, L68)."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from math import ceil
from unicodedata import east_asian_width

from app.text.breaking import can_break, last_break
from app.text.words import word_starts

GAP = "\u3000"
"""An ideographic space parts a two-part title; a turn at it stands for the space."""

# The last character or two of a unit's name, unless the next character makes another word of it (局面, 会议, 区域).
_UNIT_ENDS = (
    "办公室",
    "委员会",
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
    "(?<![全小片辖地城老])区(?![域块间分别级委政直局街中小第])",
    "(?<![城乡集])镇(?![域级政])",
    "(?<![城家故下])乡(?![村镇亲愁土贤级政])",
    "(?<![乡农驻全])村(?![庄民级委镇])",
)
_UNIT_END = re.compile("|".join(_UNIT_ENDS))
# What a unit does: behind one of these the name is over.
_VERBS = re.compile(
    "开展|召开|举行|举办|组织|启动|推进|贯彻|落实|加强|强化|多措|积极|扎实|持续|全力|有序|深入|稳步|助力|打造|聚焦|凝聚|创新|做好|部署|传达|学习|全面|大力|认真|迅速|优化|提升"
)
# Marks and small words that no unit's name has: what holds one is a phrase, or a person who goes somewhere.
_NOT_IN_A_NAME = re.compile("[，、：“《到在赴对向于以]")
# Behind a unit's name these go on with it: a post, a part of the unit, another unit.
_GOES_ON = re.compile("[的和与及、]|副|党[组委员]|书记|主任|主席|[局处科部院厅校所站队]长|常委|领导|负责|干部|职工|机关|系统|全体")
_LONGEST = 120
"""What is longer is a paragraph that somebody took for a title: it is broken like text, without weighing every way to do it."""
_UPPER_SHORTER = 0.05
"""What an em on an upper line costs beside the squares: two splits that are even alike are told apart by it (上短下长)."""
_SUBJECT_MOST, _REST_LEAST, _CHAIN_MOST = 16, 6, 6


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


def subject_end(title: str) -> int:
    """Where the name of the acting unit ends at the title's head; 0 when it does not begin with one or little follows."""
    end = 0
    for found in _UNIT_END.finditer(title):
        between = title[end : found.start()]
        if found.end() > _SUBJECT_MOST or found.end() < 3 or (end and (len(between) > _CHAIN_MOST or _VERBS.search(between))):
            break
        if not end and (_VERBS.search(between) or _NOT_IN_A_NAME.search(between)):
            break
        end = found.end()
    if not end or len(title) - end < _REST_LEAST or _GOES_ON.match(title, end):
        return 0
    return end if can_break(title, end) else 0


def split_lines(title: str, line_cells: float) -> list[str]:
    """Lines no wider than `line_cells` em, broken by sense: at gaps first, else between words, evenly.

    A line that ends at a gap keeps its ideographic space, so that the lines joined give the title again.
    """
    if cells(title) <= line_cells:
        return [title]
    if len(title) > _LONGEST:
        return _greedy(title, line_cells)
    gaps = _gaps(title)
    anywhere = [at for at in range(1, len(title)) if can_break(title, at)]
    fewest = ceil(cells(title) / line_cells)
    for count in range(fewest, fewest + 3):
        for places in (gaps, _by_words(title), anywhere):
            lines = _most_even(title, places, count, line_cells)
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


def _by_words(title: str) -> list[int]:
    """Places between words where a title may turn: not before 的, 和 …, not inside quotation or book marks."""
    starts = word_starts(title)
    inside = _depths(title)
    return [
        at for at, char in enumerate(title) if at in starts and not inside[at] and char not in "的地得了和与及、，" and can_break(title, at)
    ]


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
                total = cost + (width - mean) ** 2 + _UPPER_SHORTER * (count - line) * width
                if end not in following or total < following[end][0]:
                    following[end] = (total, (*cuts, end))
        best = following
    if len(title) not in best:
        return []
    return [title[a:b] for a, b in pairwise((0, *best[len(title)][1]))]
