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
from app.proof.ordinals import head_ordinal
from app.proof.rule import About, DocumentRule, PassageRule
from app.records import dataclass
from app.text.numerals import format_numeral, parse_numeral

_HAN = "[一二三四五六七八九十]{1,3}"
_SERIES = re.compile(
    r"(?=[第一二三四五六七八九十])(?:(?P<ordinal>第(?P<nth>[一二三四五六七八九十]{1,3}))(?P<what>[\u4e00-\u9fff])"
    r"|(?:(?<=[，。；：、！？”])|^)(?P<ordinal2>(?P<count>[一二三四五六七八九十]))(?P<word>(?![是要])[\u4e00-\u9fff]{2}))"
)
"""第二篇章, 二必须: the ordinals of parts that a sentence goes through, each with the same word."""
_HEAD = r"(?:(?<=[。；：，、！？”])|^)[ \u3000•●★▲◆■·【“‘]*"
_PART = re.compile(
    rf"{_HEAD}(?:第(?P<nth>{_HAN}|\d{{1,2}})(?P<what>[\u4e00-\u9fff]{{1,4}}?)(?=[，,、：:　 是（(】”]|$)"
    rf"|(?P<name>[\u4e00-\u9fff]{{0,3}}(?:案例|典型|做法|经验|启示|问题|任务|措施|建议|特点|变化|故事|镜头|议题|场景|看点|亮点|成效|附件|附表|表|之))"
    rf"(?P<after>{_HAN}|\d{{1,2}})(?=[：:、　 ，—】”]|$)"
    rf"|(?P<count>{_HAN})(?P<verb>[\u4e00-\u9fff]))"
)
_TIMES = frozenset("季度批次届名轮期天年月日夜站")
"""What comes again in its turn: 第二季度 may be spoken of twice."""
_NO_VERB = frozenset("、是要个些月日年点时样般定直切次下分方位只件条名家户万千百十一二三四五六七八九亩元人种项则")
_LEAST = 3
_NUMERALS = "一二三四五六七八九十0123456789"
_OVER = frozenset({Role.SECTION, Role.TOC_TITLE, Role.TITLE})


@dataclass(frozen=True, slots=True)
class _Numbered:
    passage: Passage
    start: int
    end: int
    value: int
    right: str

    figures: bool


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
        heads: dict[str, list[list[_Numbered]]] = {}
        for passage in passages:
            inside: dict[str, list[list[_Numbered]]] = {}
            for name, one in _parts(passage):
                if not passage.text[: one.start].strip(" \u3000•●★▲◆■·【“‘"):
                    _join(heads, name, one)
                _join(inside, name, one)
            yield from _told(inside)
        yield from _told(heads)
    yield from _sections(document)


def signs_out_of_turn(passage: Passage, _: Office) -> Iterator[Hit]:
    """（1）…（2）…（2）, ①②④, A. B. D. within a passage."""
    for kind, chain in chains_in_line(passage.text):
        turn = misplaced([one.value for one in chain])
        if turn is None or len(chain) < _LEAST or (kind == "一、" and not turn):
            continue
        one = chain[turn]
        word = "重复" if one.value <= turn else f"前面缺“{_sign(passage.text[one.start : one.end], turn + 1)}”"
        yield Hit(one.start, one.end, f"序数{word}。", _sign(passage.text[one.start : one.end], turn + 1))


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


def _parts(passage: Passage) -> Iterator[tuple[str, _Numbered]]:
    for found in _PART.finditer(passage.text):
        if found["nth"]:
            value = parse_numeral(found["nth"])
            start, end, name = found.start("nth") - 1, found.end("what"), f"第{found['what']}"
            right = f"第{{}}{found['what']}"
            figures = found["nth"].isdecimal()
        elif found["after"]:
            value = parse_numeral(found["after"])
            start, end, name, right = found.start("name"), found.end("after"), found["name"], found["name"] + "{}"
            figures = found["after"].isdecimal()
        else:
            value = parse_numeral(found["count"])
            start, end, name, right, figures = found.start("count"), found.end("verb"), found["verb"], "{}" + found["verb"], False
            if found["verb"] in _NO_VERB:
                continue
        if value:
            yield name, _Numbered(passage, start, end, value, right, figures)


def _join(chains: dict[str, list[list[_Numbered]]], name: str, one: _Numbered) -> None:
    known = chains.setdefault(name, [])
    if not known or (one.value == 1 and known[-1][-1].value != 1):
        known.append([])
    known[-1].append(one)


def _told(chains: dict[str, list[list[_Numbered]]]) -> Iterator[tuple[Passage, Hit]]:
    for name, known in chains.items():
        for chain in known:
            values = [one.value for one in chain]
            turn = misplaced(values)
            if turn is None and name[0] != "第":
                turn = next((place for place in range(2, len(values)) if values[place] == values[place - 1] == place), None)
            if turn is None or len(chain) < _LEAST:
                continue
            one = chain[turn]
            again = one.value <= turn
            if name[-1] in _TIMES and again and turn == len(chain) - 1:
                continue
            right = one.right.format(turn + 1 if one.figures else format_numeral(turn + 1))
            yield one.passage, Hit(one.start, one.end, "序数重复。" if again else f"这里应是“{right}”，请核对。", right)


def _sections(document: Document) -> Iterator[tuple[Passage, Hit]]:
    """The 栏目 of an issue, over its articles and in its contents: 第一部分…第一部分…第三部分; 一、…二、…四、."""
    chains: dict[str, list[list[_Numbered]]] = {}
    listed = {line.key for line in contents_lines(document)}
    for passage in document.passages:
        over = passage.role in _OVER or passage.key in listed or (passage.article < 0 and passage.role == Role.BODY)
        if len(passage.text) > LONGEST or not over:
            continue
        head = head_ordinal(passage.text)
        if head and head.form in ("一、", "1.") and passage.role != Role.TITLE:
            right = passage.text[head.start : head.end].strip(_NUMERALS)
            _join(chains, head.form, _Numbered(passage, head.start, head.end, head.value, "{}" + right, head.form == "1."))
        for name, one in _parts(passage):
            if name[0] == "第" and not passage.text[: one.start].strip():
                _join(chains, name, one)
    yield from _told(chains)


def _articles(document: Document) -> Iterator[Sequence[Passage]]:
    for _, passages in groupby((one for one in document.passages if one.role in _TEXT), key=lambda one: one.article):
        yield tuple(passages)


_TEXT = RUNNING - {Role.CELL, Role.TABLE, Role.PICTURE}

RULES = (
    PassageRule(About("ordinal.series", "分部序数", Level.ERROR, "实务"), series_broken, needs="一二三四五六七八九十"),
    DocumentRule(About("ordinal.part", "分部序数次序", Level.QUERY, "实务"), parts_out_of_turn),
    PassageRule(About("ordinal.in_line", "段中序号次序", Level.ERROR, "GB/T 9704—2012 7.3.3；实务"), signs_out_of_turn, _TEXT),
)
