"""Marks that differ from those of their fellows become hits: between 一是 and 二是, behind headings, behind a title that stands twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.ordinals import Ordinal, clause_ordinals, head_ordinal
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.spans import quoted, within

_ENDS = "，；。"
_LONG = 30
"""A longer line is no heading."""


def mark_between_items(passage: Passage, _: Office) -> Iterator[Hit]:
    """A full stop before one of 一是, 二是, 三是 where semicolons stand before the others, or the other way round."""
    text = passage.text
    for series in _series(clause_ordinals(text)):
        joints = [one.start - 1 for one in series[1:]]
        marks = [text[at] for at in joints]
        if len(joints) < 2 or not set(marks) <= {"；", "。"} or len(set(marks)) == 1:
            continue
        spans = quoted(text)
        items = [text[one.end : at] for one, at in zip(series, joints, strict=False)]
        stopped = any("。" in item for item in items)  # items of several sentences are parted by full stops
        wrong, right = ("；", "。") if stopped else ("。", "；")
        if any("；" in item for item in items):
            continue  # semicolons part what is within the items
        for at, mark in zip(joints, marks, strict=True):
            if mark == wrong and not within(spans, at, at + 1):
                yield Hit(at, at + 1, f"并列各项之间的标点前后不一致，其他项用“{right}”。", right)


def _series(ordinals: Sequence[Ordinal]) -> Iterator[list[Ordinal]]:
    """Ordinals of one form that follow one another: 一是, 二是, 三是."""
    forms: dict[str, list[Ordinal]] = defaultdict(list)
    for one in ordinals:
        forms[one.form].append(one)
    for ones in forms.values():
        series = ones[:1]
        for earlier, later in pairwise(ones):
            if later.value != earlier.value + 1:
                yield series
                series = []
            series.append(later)
        yield series


def title_again_with_stop(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A line that is a title that stands elsewhere, with a mark behind it: a line of the contents, say."""
    lines = {passage.text.strip() for passage in document.passages}
    for passage in document.passages:
        text = passage.text.rstrip()
        if len(text) > 8 and text[-1] in "。，；、" and text[:-1].strip() in lines:
            yield passage, Hit(len(text) - 1, len(text), "标题末尾不用标点。", "")


def heading_with_stop(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A heading with a mark at its end, where most of its fellows have none: 二、主要做法。"""
    for article in {passage.article for passage in document.passages}:
        lines: dict[str, list[tuple[Passage, bool]]] = defaultdict(list)
        for passage in document.inside(article):
            ordinal = head_ordinal(passage.text)
            text = passage.text.rstrip()
            if passage.role in RUNNING and ordinal and ordinal.form in ("一、", "（一）") and len(text) <= _LONG and _one_line(text):
                lines[ordinal.form].append((passage, text[-1] in _ENDS))
        for ones in lines.values():
            stopped = [passage for passage, stop in ones if stop]
            if stopped and len(ones) - len(stopped) > len(stopped):
                for passage in stopped:
                    end = len(passage.text.rstrip())
                    yield passage, Hit(end - 1, end, "小标题末尾不用标点，与其他小标题一致。", "")


def _one_line(text: str) -> bool:
    return not re.search("[。；：]", text[:-1]) and text[-1] not in "：”）"


RULES = (
    PassageRule(
        About("series.marks", "并列各项间的标点", Level.QUERY, "GB/T 15834—2011 4.6；实务"), mark_between_items, RUNNING, needs="是要第首"
    ),
    DocumentRule(About("series.title", "重复标题末尾的标点", Level.ERROR, "GB/T 15834—2011 附录 A.1"), title_again_with_stop),
    DocumentRule(About("series.heading", "小标题末尾的标点", Level.QUERY, "GB/T 15834—2011 附录 A.1；实务"), heading_with_stop),
)
