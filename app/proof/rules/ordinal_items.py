"""Lists in a sentence whose items begin otherwise, and lone or turned ordinals, become hits: 一抓…三是抓, 一来…三来, a 1. without a 2.."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.items import VERBS, Item, items_in, rows_of, written_as
from app.proof.lists import misplaced, ordinals_in_line
from app.proof.office import Office
from app.proof.ordinals import Form, Ordinal, head_ordinal, written
from app.proof.rule import About, DocumentRule, PassageRule

_TEXT = RUNNING - {Role.CELL, Role.TABLE, Role.PICTURE, Role.ADDRESSEE, Role.EDITOR_NOTE}
_NUMERALS = "一二三四五六七八九十"
_DEPTH: dict[Form, int] = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "①": 5}
_VERBS = frozenset(f"#{verb}" for verb in VERBS)
_PLAIN = _VERBS | {"#来", "#则"}
_OF_HEADS = frozenset(("（#）", "（0）", "0.", "①", "#、"))
_LEAST, _PAIR = 3, 2
_ATTACHED = re.compile(r"[ \u3000]*附件?[：:][ \u3000]*1[.．、]")
_NEXT = re.compile(r"[ \u3000]*(?P<number>\d{1,2})(?P<mark>[.．、])(?!\d)")
_NAMED = re.compile(r"(?<![\u4e00-\u9fff])(?P<name>附?[图表])(?P<number>\d)(?!\d|[.．、-]\d)(?=[为是显列反所给，：:])")


def item_of_other_form(passage: Passage, _: Office) -> Iterator[Hit]:
    """一抓…二抓…三是抓…, 一是…二是…3是…: the one item of a list that begins otherwise than the others."""
    items = items_in(passage.text)
    if items and items[0].form in _OF_HEADS and not passage.text[: items[0].start].strip():
        items = items[1:]  # the paragraph's own
    if len(items) < _LEAST:
        return
    rows = rows_of(items)
    for form, row in rows.items():
        values = [one.value for one in row]
        for wanted in _lacking(values):
            before = next((one for one in reversed(row) if one.value == wanted - 1), None)
            after = next((one for one in row if one.value == wanted + 1), None)
            low, high = before.end if before else 0, after.start if after else len(passage.text)
            between = [one for one in items if low <= one.start < high and one.value == wanted and _strange(one, form, rows)]
            if len(between) == 1 and not (before is None and between[0].start != items[0].start):
                yield _told(passage.text, between[0], form, wanted)


def _lacking(values: Sequence[int]) -> Iterator[int]:
    """The number that a list lacks: the first of three, one in the middle, or the one behind its last."""
    if list(values) == list(range(2, len(values) + 2)) and len(values) > 1:
        yield 1
    if values and values[0] == 1 and len(values) > 1:
        whole = list(range(1, values[-1] + 1))
        missing = [value for value in whole if value not in values]
        if list(values) == whole:
            yield values[-1] + 1
        elif len(missing) == 1 and list(values) == [value for value in whole if value != missing[0]]:
            yield missing[0]


def _strange(one: Item, form: str, rows: dict[str, list[Item]]) -> bool:
    """Whether an item belongs to no list of its own, and isn't a verb that the list merely changes to: 一看…二看…三查."""
    alone = all(other.value == one.value for other in rows[one.form])
    varied = one.form in _VERBS and form in _VERBS
    return alone and one.form != form and not varied and not (one.form in _VERBS and form not in _PLAIN)


def _told(text: str, one: Item, form: str, wanted: int) -> Hit:
    end, right = one.end, written_as(form, wanted)
    if form in _VERBS and one.form in ("#是", "#要") and text[end : end + 1] == form[1]:
        end += 1  # 三是抓 for 三抓
    elif one.form == "0." and text[end : end + 1] == form[1:2]:
        end += 1  # 3是 for 三是
    elif form in ("#是", "#要") and text[end : end + 1] in ("，", "、"):
        end += 1  # 第三， for 三是
    return Hit(one.start, end, "同一层的序数用同一种写法。", right)


def verbs_out_of_turn(passage: Passage, _: Office) -> Iterator[Hit]:
    """一来…三来, 一看…三看…四看, 一则…一则: items with the same verb that leave one out, or repeat one."""
    rows = rows_of(items_in(passage.text))
    for form in _PLAIN & rows.keys():
        row = rows[form]
        joined = passage.text.rfind(f"一{form[1]}", 0, row[0].start)
        if row[0].value == _PAIR and joined > 0:  # 各队站一讲案例，二讲设施
            row = [Item(joined, joined + 2, form, 1), *row]
        values = [one.value for one in row]
        if values[0] != 1 or len(values) < 2:
            continue
        turn = misplaced(values)
        if len(values) == 2:
            turn = 1 if values in ([1, 3], [1, 1]) and form in ("#来", "#则") else None
        elif turn is None and values == [1, *range(3, len(values) + 2)]:
            turn = 1
        if turn is None or any(one.value == turn + 1 for one in items_in(passage.text) if one.form != form):
            continue
        one = row[turn]
        again = one.value in values[:turn]
        if again and passage.text[one.start - 1] == "。" != passage.text[row[turn - 1].start - 1]:
            continue  # spoken of again: 三抓并举
        words = "序数重复。" if again else f"序数前面缺“{written_as(form, turn + 1)}”。"
        yield Hit(one.start, one.end, words, written_as(form, turn + 1))


def lone_ordinal(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """（一）…（二）…1.…三、: a list of one item, which stands where the list above it goes on."""
    for passages in _articles(document):
        heads = [(one, ordinal) for one in passages if (ordinal := head_ordinal(one.text)) and ordinal.form in _DEPTH]
        for turn in range(1, len(heads)):
            passage, one = heads[turn]
            before = heads[turn - 1][1]
            depth = _DEPTH[one.form]
            if one.value != 1 or _DEPTH[before.form] >= depth or before.value < 2:
                continue
            below: list[Ordinal] = []
            for _later, other in heads[turn + 1 :]:
                if _DEPTH[other.form] < depth:
                    break
                below.append(other)
            follower = heads[turn + 1 + len(below)][1] if turn + 1 + len(below) < len(heads) else None
            goes_on = follower is not None and follower.form == before.form and follower.value == before.value + 1
            inside = [other for kind, other in ordinals_in_line(passage.text) if kind == one.form and other.value == 2]
            known = follower is not None and any(other.form == follower.form for _, other in heads[:turn])
            miswritten = follower is not None and follower.value == 2 and (follower.form == before.form or not known)  # its own second
            if not below and not inside and not goes_on and not miswritten:
                right = written(before.form, before.value + 1)
                yield passage, Hit(one.start, one.end, f"只有一条，不用编号；或者应是“{right}”，请核对。", right)


def levels_turned(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """（一）above 一、: the order of levels is 一、（一）1.（1）."""
    for passages in _articles(document):
        heads = [(one, ordinal) for one in passages if (ordinal := head_ordinal(one.text)) and ordinal.form in _DEPTH]
        if not heads or heads[0][1].value != 1:
            continue
        top = heads[0][1].form
        seconds = [turn for turn, (_, one) in enumerate(heads) if one.form == top and one.value == 2]
        higher = [turn for turn, (_, one) in enumerate(heads) if _DEPTH[one.form] < _DEPTH[top]]
        if seconds and higher and heads[1][1].value == 1 and 1 == higher[0] < seconds[0]:
            passage, one = heads[0]
            words = f"“{written(heads[1][1].form, 1)}”在“{written(top, 1)}”下面，层次依次是一、（一）1.（1）。"
            yield passage, Hit(one.start, one.end, words)


def attachments_out_of_turn(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """附件：1.… and below it 3.…."""
    last = 0
    for passage in document.passages:
        if _ATTACHED.match(passage.text):
            last = 1
            continue
        found = _NEXT.match(passage.text) if last else None
        if found is None:
            last = 0
            continue
        if int(found["number"]) != last + 1:
            yield passage, Hit(found.start("number"), found.end("mark"), f"附件的序号应是“{last + 1}”。", f"{last + 1}{found['mark']}")
        last += 1


def pictures_out_of_turn(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """图1为…，图3为…: a paragraph that goes through pictures or tables leaves one out, or names one twice."""
    for passage in document.running:
        rows: dict[str, list[re.Match[str]]] = {}
        for found in _NAMED.finditer(passage.text):
            rows.setdefault(found["name"], []).append(found)
        for name, row in rows.items():
            values = [int(found["number"]) for found in row]
            for turn in range(1, len(values)):
                if values[:turn] == list(range(1, turn + 1)) and values[turn] in (turn, turn + 2) and turn == len(values) - 1:
                    yield passage, Hit(row[turn].start(), row[turn].end(), f"这里应是“{name}{turn + 1}”，请核对。", f"{name}{turn + 1}")


def _articles(document: Document) -> Iterator[tuple[Passage, ...]]:
    for _, passages in groupby((one for one in document.passages if one.role in _TEXT), key=lambda one: one.article):
        yield tuple(passages)


RULES = (
    PassageRule(
        About("ordinal.item", "序数写法混用（其中一条不同）", Level.QUERY, "实务"), item_of_other_form, _TEXT, needs=f"{_NUMERALS}①-⑩1-9"
    ),
    PassageRule(About("ordinal.verb", "序数次序（一看…三看）", Level.QUERY, "实务"), verbs_out_of_turn, _TEXT, needs=_NUMERALS),
    DocumentRule(About("ordinal.lone", "单独一条的序数", Level.QUERY, "GB/T 9704—2012 7.3.3；实务"), lone_ordinal),
    DocumentRule(About("ordinal.levels_turned", "层次颠倒", Level.QUERY, "GB/T 9704—2012 7.3.3"), levels_turned),
    DocumentRule(About("ordinal.attached", "附件序号", Level.QUERY, "GB/T 9704—2012 7.3.4"), attachments_out_of_turn),
    DocumentRule(About("ordinal.picture", "图表序号", Level.QUERY, "实务"), pictures_out_of_turn),
)
