"""A title in one line becomes a title with turns where a reader would pause (S1, L40, L68)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import ceil
from unicodedata import east_asian_width

from app.text.breaking import can_break
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
_SUBJECT_MOST, _REST_LEAST, _CHAIN_MOST = 16, 6, 6


def cells(text: str) -> float:
    """Width in em: full-width characters 1, the others one half."""
    return sum(1.0 if east_asian_width(char) in "WFA" else 0.5 for char in text)


def propose_break(title: str, mode: str, line_cells: float) -> str:
    """The title with a line feed at each turn.

    `mode` "subject" breaks after the unit when at least six characters follow, even if one line would hold the title;
    "balance" breaks only what is wider than `line_cells` em; "keep" leaves the title alone. Turns that stand already stay.
    """
    if mode == "keep" or "\n" in title:
        return title
    if mode == "subject":
        at = subject_end(title)
        if at:
            first, rest = title[:at], title[at:].lstrip(GAP)
            gap = GAP if title[at : at + 1] == GAP else ""
            return "\n".join([first + gap, *split_lines(rest, line_cells)])
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
    at_gaps = [i + 1 for i, char in enumerate(title) if char == GAP]
    count = ceil(cells(title) / line_cells)
    for wanted in range(count, count + 3):
        for places in (at_gaps, _by_words(title), [i for i in range(1, len(title)) if can_break(title, i)]):
            best = _most_even(title, places, wanted, line_cells)
            if best:
                return best
    step = max(int(line_cells), 1)
    return [title[i : i + step] for i in range(0, len(title), step)]


def _by_words(title: str) -> list[int]:
    """Places between words where a title may turn: not before 的, 和 …, not inside quotation or book marks."""
    starts = word_starts(title)
    depth, places = 0, []
    for at, char in enumerate(title):
        if at in starts and not depth and char not in "的地得了和与及、，" and can_break(title, at):
            places.append(at)
        depth += (char in "“《（") - (char in "”》）")
    return places


def _most_even(title: str, places: list[int], count: int, line_cells: float) -> list[str]:
    """The most even split into `count` lines that all fit, the upper line the shorter one in doubt; [] when there is none."""
    best: tuple[float, list[str]] = (float("inf"), [])
    for lines in _splits(title, places, count):
        widths = [cells(line.rstrip(GAP)) for line in lines]
        if max(widths) > line_cells:
            continue
        mean = sum(widths) / count
        cost = sum((width - mean) ** 2 for width in widths) + (0.5 if widths[0] > widths[-1] else 0.0)
        best = min(best, (cost, lines), key=lambda one: one[0])
    return best[1]


def _splits(title: str, places: list[int], count: int) -> Iterator[list[str]]:
    """Every way to cut the title into `count` lines at the places."""
    for cuts in combinations(places, count - 1):
        edges = [0, *cuts, len(title)]
        yield [title[a:b] for a, b in pairwise(edges)]
