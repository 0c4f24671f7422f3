"""Numbered parts out of turn become hits: 第一步…第二步…第二步; 案例一、案例三; 一抓…二抓…四抓; ①②④ (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from app.model.issue import Role
from app.proof.contents import LONGEST, contents_lines
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.lists import chains_in_line, misplaced
from app.proof.office import Office
from app.proof.ordinals import brackets_in_line, head_ordinal, written
from app.proof.parts import Numbered, join, parts
from app.proof.rule import About, DocumentRule, PassageRule
from app.text.numerals import format_numeral, parse_numeral

_HAN = "[一二三四五六七八九十]{1,3}"
_SERIES = re.compile(
    r"(?=[第一二三四五六七八九十])(?:(?P<ordinal>第(?P<nth>[一二三四五六七八九十]{1,3}))(?P<what>[\u4e00-\u9fff])"
    r"|(?:(?<=[，。；：、！？”])|^)(?P<ordinal2>(?P<count>[一二三四五六七八九十]))(?P<word>(?![是要])[\u4e00-\u9fff]{2}))"
)
"""第二篇章, 二必须: the ordinals of parts that a sentence goes through, each with the same word."""
_TIMES = frozenset("季度批次届名轮期天年月日夜站")
"""What comes again in its turn: 第二季度 may be spoken of twice."""
_STEPS = frozenset("步段节章关")
"""Ends of the names of parts that are gone through one by one: 第一步, 第一阶段."""
_MARKS = frozenset("，,、：: \u3000是（(】”")
_LEAST = 3
_NUMERALS = "一二三四五六七八九十0123456789"
_OVER = frozenset({Role.SECTION, Role.TOC_TITLE, Role.TITLE})


def series_broken(passage: Passage, _: Office) -> Iterator[Hit]:
    """第一篇章…第二篇章…第二篇章…第四篇章, 一必须…二必须…四必须: a part has its neighbour's number, or is left out."""
    series: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for found in _SERIES.finditer(passage.text):
        value = parse_numeral(found["nth"] or found["count"])
        if value:
            series.setdefault(found["what"] or found["word"], []).append((value, found))
    for placed in series.values():
        values = [value for value, _ in placed]
        for turn in range(2, len(placed)):
            before, last, value = values[turn - 2 : turn + 1]
            found = placed[turn][1]
            group = "ordinal" if found["ordinal"] else "ordinal2"
            if last == value == before + 1 and values[turn + 1 : turn + 2] == [value + 2]:
                right = format_numeral(value + 1)
                yield Hit(found.start(group), found.end(group), "序数重复。", f"第{right}" if group == "ordinal" else right)
            elif before == last - 1 and value == last + 2 and not found["ordinal"]:
                yield Hit(found.start(group), found.end(group), f"序数前面缺“{format_numeral(last + 1)}”。")


def parts_out_of_turn(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """第一步…第二步…第二步…第四步, 案例一…案例三, 一抓…二抓…四抓: within a passage, or at the heads of an article's passages."""
    for passages in _articles(document):
        heads: dict[str, list[list[Numbered]]] = {}
        for passage in passages:
            inside: dict[str, list[list[Numbered]]] = {}
            for name, one in parts(passage):
                if not passage.text[: one.start].strip(" \u3000•●★▲◆■·【“‘"):
                    join(heads, name, one)
                join(inside, name, one)
            yield from _told(inside)
        yield from _told(heads)
    yield from _sections(document)


def marks_of_parts(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """系列一、…系列二：…系列三：: one part of a row has another mark behind its number."""
    for passages in _articles(document):
        chains: dict[str, list[list[Numbered]]] = {}
        for passage in passages:
            for name, one in parts(passage):
                if one.mark:
                    join(chains, name, one)
        for known in chains.values():
            for chain in known:
                marks = [one.mark for one in chain]
                if len(chain) >= _LEAST and sorted(set(marks)) == ["、", "："] and marks.count("、") == 1:
                    one = chain[marks.index("、")]
                    yield (
                        one.passage,
                        Hit(one.end, one.end + 1, f"其他几处“{one.passage.text[one.start : one.end][:-1]}”的序数后面是冒号。", "："),
                    )


def signs_out_of_turn(passage: Passage, _: Office) -> Iterator[Hit]:
    """（1）…（2）…（2）, ①②④, A. B. D. within a passage."""
    for kind, chain in chains_in_line(passage.text):
        turn = misplaced([one.value for one in chain])
        if turn is None or len(chain) < _LEAST or (kind == "一、" and not turn):
            continue
        one = chain[turn]
        word = "重复" if one.value <= turn else f"前面缺“{_sign(passage.text[one.start : one.end], turn + 1)}”"
        yield Hit(one.start, one.end, f"序数{word}。", _sign(passage.text[one.start : one.end], turn + 1))


def level_skipped_in_line(passage: Passage, _: Office) -> Iterator[Hit]:
    """（二）…主要任务有两项：（1）…；（2）…: right below （一） comes 1."""
    head = head_ordinal(passage.text)
    if not head or head.form != "（一）":
        return
    row = [one for one in brackets_in_line(passage.text) if one.form == "（1）"]
    if len(row) > 1 and [one.value for one in row] == list(range(1, len(row) + 1)):
        for one in row:
            yield Hit(one.start, one.end, "“（一）”下面一层是“1.”，层次依次是一、（一）1.（1）。", written("1.", one.value))


def _sign(there: str, value: int) -> str:
    """The sign that stands there with another value."""
    core = there.strip("（()）.．、")
    if core in "①②③④⑤⑥⑦⑧⑨⑩":
        return "①②③④⑤⑥⑦⑧⑨⑩"[value - 1] if value <= 10 else there
    if core.isdecimal():
        return there.replace(core, str(value))
    if core.isascii():
        return there.replace(core, chr(ord("A") + value - 1))
    return there.replace(core, format_numeral(value))


def _told(chains: dict[str, list[list[Numbered]]]) -> Iterator[tuple[Passage, Hit]]:
    for name, known in chains.items():
        for chain in known:
            values = [one.value for one in chain]
            turn = misplaced(values)
            if turn is None and name[0] != "第":
                turn = next((place for place in range(2, len(values)) if values[place] == values[place - 1] == place), None)
            if turn is None and name[0] == "第" and name[-1] in _STEPS:
                turn = next((place for place in range(1, len(values)) if _leaves_out(values, place)), None)
            if turn is None or len(chain) < _LEAST:
                continue
            one = chain[turn]
            again = one.value <= turn
            behind = one.passage.text[one.end : one.end + 1]
            if again and turn == len(chain) - 1 and (name[-1] in _TIMES or (name[0] == "第" and behind not in _MARKS)):
                continue  # spoken of again: 第三类由企业配
            right = one.right.format(turn + 1 if one.figures else format_numeral(turn + 1))
            yield one.passage, Hit(one.start, one.end, "序数重复。" if again else f"这里应是“{right}”，请核对。", right)


def _leaves_out(values: Sequence[int], turn: int) -> bool:
    """Whether a row is whole but for the number of that turn: 1, 3, 4."""
    return list(values) == [*range(1, turn + 1), *range(turn + 2, len(values) + 2)]


def _sections(document: Document) -> Iterator[tuple[Passage, Hit]]:
    """The 栏目 of an issue, over its articles and in its contents: 第一部分…第一部分…第三部分; 一、…二、…四、."""
    chains: dict[str, list[list[Numbered]]] = {}
    listed = {line.key for line in contents_lines(document)}
    for passage in document.passages:
        over = passage.role in _OVER or passage.key in listed or (passage.article < 0 and passage.role == Role.BODY)
        if len(passage.text) > LONGEST or not over:
            continue
        head = head_ordinal(passage.text)
        if head and head.form in ("一、", "1.") and passage.role != Role.TITLE:
            right = passage.text[head.start : head.end].strip(_NUMERALS)
            join(chains, head.form, Numbered(passage, head.start, head.end, head.value, "{}" + right, head.form == "1."))
        for name, one in parts(passage):
            if name[0] == "第" and not passage.text[: one.start].strip():
                join(chains, name, one)
    yield from _told(chains)


def _articles(document: Document) -> Iterator[Sequence[Passage]]:
    for _, passages in groupby((one for one in document.passages if one.role in _TEXT), key=lambda one: one.article):
        yield tuple(passages)


_TEXT = RUNNING - {Role.CELL, Role.TABLE, Role.PICTURE}

RULES = (
    PassageRule(About("ordinal.series", "分部序数", Level.ERROR, "实务"), series_broken, needs="一二三四五六七八九十"),
    DocumentRule(About("ordinal.part", "分部序数次序", Level.QUERY, "实务"), parts_out_of_turn),
    DocumentRule(About("ordinal.part_mark", "分部序数后的标点", Level.QUERY, "实务"), marks_of_parts),
    PassageRule(
        About("ordinal.level_in_line", "段中层次跳级", Level.HINT, "GB/T 9704—2012 7.3.3"), level_skipped_in_line, _TEXT, needs="（("
    ),
    PassageRule(About("ordinal.in_line", "段中序号次序", Level.ERROR, "GB/T 9704—2012 7.3.3；实务"), signs_out_of_turn, _TEXT),
)
