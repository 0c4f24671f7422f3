"""Ordinals that leave out, repeat or mix become hits: 一是、三是; 二、 twice; 第一、二是 (GB/T 9704—2012 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.ordinals import (
    Form,
    Ordinal,
    brackets_in_line,
    clause_ordinals,
    figures_in_line,
    head_ordinal,
    loose_ordinals,
    strays,
    written,
)
from app.proof.rule import About, DocumentRule, PassageRule
from app.text.numerals import format_numeral, parse_numeral

_DEPTH: dict[Form, int] = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "①": 5}
_TEXT = RUNNING - {Role.CELL, Role.TABLE, Role.PICTURE, Role.ADDRESSEE, Role.EDITOR_NOTE}
_HEADING = 24
"""Characters that a heading has at most."""
_BULLETS = " \u3000•●·◆-"
_NOTES = re.compile("说明|注意|附注|备注|要点|问答|提示|须知|事项")
"""What is set out in 1. 2. 3. at once below such a heading are notes, which no order of levels is about."""
_Placed = tuple[Passage, Ordinal]
_SERIES = re.compile(
    r"(?=[第一二三四五六七八九十])(?:(?P<ordinal>第(?P<nth>[一二三四五六七八九十]{1,3}))(?P<what>[\u4e00-\u9fff])"
    r"|(?:(?<=[，。；：、！？”])|^)(?P<ordinal2>(?P<count>[一二三四五六七八九十]))(?P<word>(?![是要])[\u4e00-\u9fff]{2}))"
)
"""第二篇章, 二必须: the ordinals of parts that a sentence goes through, each with the same word."""


def out_of_turn(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """An ordinal that doesn't follow the one before it: left out, twice, or backwards."""
    for passages in _articles(document):
        taken = {(right, ordinal.value) for _, ordinal, right in _mixed(passages)}
        for chain in (*_headings(passages), *_rows(passages), *_clauses(passages)):
            yield from _turns(chain, taken)


def mixed_forms(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """Ordinals of one list in two forms: 第一，…二是…; （一）…2.…（三）."""
    for passages in _articles(document):
        for passage, ordinal, right in _mixed(passages):
            yield passage, Hit(ordinal.start, ordinal.end, "同一层的序数用同一种写法。", written(right, ordinal.value))


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


def level_skipped(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """1. right under 一、 in a document whose other parts have （一） between them."""
    return ((passage, hit) for passage, hit, known in _skipped(document) if known)


def level_skipped_always(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """The same where no part has （一）: usual, but not the order of the standard."""
    return ((passage, hit) for passage, hit, known in _skipped(document) if not known)


def _skipped(document: Document) -> Iterator[tuple[Passage, Hit, bool]]:
    """Ordinals of a level that skips one, with what they should be, and whether the document uses the level that is skipped."""
    used = {ordinal.form for passage in document.passages if passage.role in _TEXT and (ordinal := head_ordinal(passage.text))}
    for passages in _articles(document):
        above, right, form, notes = 0, None, None, False
        for passage in passages:
            ordinal = head_ordinal(passage.text)
            if ordinal is None or ordinal.form not in _DEPTH:
                continue
            depth = _DEPTH[ordinal.form]
            missing = next((one for one, level in _DEPTH.items() if above < level < depth), None)
            if form != ordinal.form:
                right, form = (missing, ordinal.form) if above and missing and ordinal.value == 1 else (None, None)
            if right and notes:
                continue
            if right:
                words = f"“{right}”这一层跳过去了，层次依次是一、（一）1.（1）。"
                yield passage, Hit(ordinal.start, ordinal.end, words, written(right, ordinal.value)), right in used
            else:
                above, notes = depth, bool(_NOTES.search(passage.text)) and len(passage.text) < _HEADING


def _articles(document: Document) -> Iterator[tuple[Passage, ...]]:
    for _, passages in groupby((one for one in document.passages if one.role in _TEXT), key=lambda one: one.article):
        yield tuple(passages)


def _headings(passages: Sequence[Passage]) -> Iterator[list[_Placed]]:
    """The chains of ordinals at the heads of paragraphs; a shallower one ends those below it."""
    open_: dict[int, list[_Placed]] = {}
    for passage in passages:
        ordinal = head_ordinal(passage.text)
        depth = _DEPTH.get(ordinal.form) if ordinal else None
        if ordinal is None or depth is None:
            continue
        for below in [level for level in open_ if level > depth]:
            yield open_.pop(below)
        open_.setdefault(depth, []).append((passage, ordinal))
        open_[depth] += [(passage, one) for one in brackets_in_line(passage.text) if one.form == ordinal.form]
    yield from open_.values()


def _rows(passages: Sequence[Passage]) -> Iterator[list[_Placed]]:
    """Lists in brackets that run on in one paragraph, behind its first words: 采取以下措施：（1）…；（2）…."""
    for passage in passages:
        head = head_ordinal(passage.text)
        for form in ("（一）", "（1）"):
            row = [(passage, one) for one in brackets_in_line(passage.text) if one.form == form]
            if len(row) > 2 and row[0][1].value == 1 and not (head and head.form == form):
                yield row


def _clauses(passages: Sequence[Passage]) -> Iterator[list[_Placed]]:
    """The chains of ordinals of clauses; within one paragraph, or each at the head of a paragraph of its own. A first one begins anew."""
    heads: dict[Form, list[_Placed]] = {}
    for passage in passages:
        inside: dict[Form, list[_Placed]] = {}
        ordinal = head_ordinal(passage.text)
        if ordinal and ordinal.form in _DEPTH:  # under another heading a list begins anew
            yield from heads.values()
            heads = {}
        for found in clause_ordinals(passage.text):
            at_head = not passage.text[: found.start].strip(_BULLETS)
            chains = heads if at_head else inside
            if at_head and found.value == 1 and heads.get(found.form):
                yield heads.pop(found.form)
            if not at_head and found.value == 1 and len(inside.get(found.form, ())) > 1:
                yield inside.pop(found.form)
            if not at_head and found.form not in inside and heads.get(found.form) and heads[found.form][-1][0] is passage:
                inside[found.form] = heads.pop(found.form)
            chains.setdefault(found.form, []).append((passage, found))
        for form, chain in inside.items():
            if chain[0][1].value == 1 or form not in heads:
                yield chain
            else:
                heads[form] += chain
    yield from heads.values()


def _mixed(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Ordinal, Form]]:
    """Ordinals that stand for one of another form, with that form: within a paragraph, and at the heads of paragraphs."""
    heads: list[_Placed] = []
    openings: list[_Placed] = []
    for passage in passages:
        clauses = list(clause_ordinals(passage.text))
        loose = list(loose_ordinals(passage.text))
        if head := head_ordinal(passage.text):
            heads.append((passage, head))
            openings.append((passage, head))
        elif first := next((one for one in (*clauses[:1], *loose[:1]) if not passage.text[: one.start].strip(_BULLETS)), None):
            openings.append((passage, first))
        figures = [*figures_in_line(passage.text), *brackets_in_line(passage.text)] if clauses else []
        inside = sorted((*clauses, *figures, *(loose if clauses else ())), key=lambda one: one.start)
        yield from ((passage, inside[turn], right) for turn, right in strays(inside))
    told: set[int] = set()
    for places in (openings, heads):
        for turn, right in strays([ordinal for _, ordinal in places]):
            passage, ordinal = places[turn]
            if passage.key not in told:
                told.add(passage.key)
                yield passage, ordinal, right


def _turns(chain: Sequence[_Placed], taken: Set[tuple[Form, int]]) -> Iterator[tuple[Passage, Hit]]:
    last = 0
    values = [ordinal.value for _, ordinal in chain]
    for turn, (passage, ordinal) in enumerate(chain):
        wanted = last + 1
        if ordinal.value == 1:
            if last == 1 and (values[turn + 1 : turn + 2] in ([3], []) or ordinal.form in _DEPTH):  # 一、一、三
                yield passage, Hit(ordinal.start, ordinal.end, "序数重复。", written(ordinal.form, 2))
                last = 2
            else:
                last = 1
            continue
        if ordinal.value > wanted and all((ordinal.form, value) in taken for value in range(wanted, ordinal.value)):
            last = ordinal.value
            continue
        if ordinal.value == wanted + 1 and values[turn + 1 : turn + 2] == [ordinal.value] and wanted not in values[turn:]:
            right = written(ordinal.form, wanted)  # 一、三、三: the first one
            told = f"后面还有一个“{written(ordinal.form, ordinal.value)}”，这里应是“{right}”。"
            yield passage, Hit(ordinal.start, ordinal.end, told, right)
            last = wanted
            continue
        if ordinal.value != wanted:
            if len(chain) == 1 and not (ordinal.value == 2 and ordinal.form in ("一是", "一要")):
                return  # one alone may be no ordinal: 三是虚数, a line that only looks like a heading
            word = "重复" if ordinal.value in (last,) else "前面缺" if ordinal.value > wanted else "次序不对"
            missing = f"“{written(ordinal.form, wanted)}”" if word == "前面缺" else ""
            fix = written(ordinal.form, wanted) if ordinal.value < wanted or wanted not in values else None
            yield passage, Hit(ordinal.start, ordinal.end, f"序数{word}{missing}。", fix)
        last = max(wanted, ordinal.value) if ordinal.value <= wanted else ordinal.value


RULES = (
    DocumentRule(About("ordinal.turn", "序数次序", Level.ERROR, "GB/T 9704—2012 7.3.3；实务"), out_of_turn),
    DocumentRule(About("ordinal.mixed", "序数写法混用", Level.ERROR, "实务"), mixed_forms),
    PassageRule(About("ordinal.series", "分部序数", Level.ERROR, "实务"), series_broken, needs="一二三四五六七八九十"),
    DocumentRule(About("ordinal.level", "层次跳级", Level.QUERY, "GB/T 9704—2012 7.3.3"), level_skipped),
    DocumentRule(About("ordinal.level_always", "层次跳级（全文如此）", Level.HINT, "GB/T 9704—2012 7.3.3"), level_skipped_always),
)
