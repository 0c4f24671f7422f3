"""Marks that stand where one is enough, or where none may stand, become hits (GB/T 15834—2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import RUNNING, TITLES, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule

_RUN = re.compile(r"[，、；：。？！,;]{2,}")
_STRONG = re.compile(r"[？！]{2,3}")
_QUOTED = re.compile(r"(?P<inner>[。，；、])(?P<close>[”’])(?P<outer>[。，；、])|(?P<inner2>[？！])(?P<close2>[”’])(?P<outer2>[。])")
_WEAK = "，、；："
_AFTER_OPEN = re.compile(r"(?<=[“‘（《【〔])[，。、；：？！,;.]+")
_BEFORE_CLOSE = re.compile(r"[、，；：,;](?=[）》】〕])")
_START = re.compile(r"[ \u3000]*(?P<mark>[，。、；：？！”’）》】〕]+)")
_SOURCE = "GB/T 15834—2011 5.1.2"


def doubled_mark(passage: Passage, _: Office) -> Iterator[Hit]:
    """Two marks in a row. ？！ and ！！ may be (4.2.3.3, 4.3.3.2); three full stops and more are meant as dots of omission."""
    for found in _RUN.finditer(passage.text):
        run = found[0]
        if _STRONG.fullmatch(run) or re.fullmatch("。{3,}", run):
            continue
        yield Hit(found.start(), found.end(), "标点重复。", _one_of(run))


def _one_of(run: str) -> str | None:
    """The mark that was meant, where there is no doubt: the same one, or the one that ends the sentence behind a weaker one."""
    if len(set(run)) == 1:
        return run[0]
    if run[-1] in "。！？" and all(mark in _WEAK for mark in run[:-1]):
        return run[-1]
    return None


def mark_on_both_sides(passage: Passage, _: Office) -> Iterator[Hit]:
    """A mark on both sides of a closing quotation mark, which ends a sentence twice."""
    for found in _QUOTED.finditer(passage.text):
        inner, close, outer = (found[name] or found[f"{name}2"] for name in ("inner", "close", "outer"))
        fix = f"{inner}{close}" if outer == "。" and inner in "。？！" else f"{close}{outer}"
        yield Hit(found.start(), found.end(), "引号里外都有标点，只留一处。", fix)


def mark_behind_opening(passage: Passage, _: Office) -> Iterator[Hit]:
    """A mark that an opening quotation mark or bracket begins with, or a weak one before a closing bracket."""
    for pattern in (_AFTER_OPEN, _BEFORE_CLOSE):
        for found in pattern.finditer(passage.text):
            yield Hit(found.start(), found.end(), "这里不该有标点。", "")


def mark_at_start(passage: Passage, _: Office) -> Iterator[Hit]:
    """A paragraph that begins with a mark that belongs to what stands before (5.1.2)."""
    found = _START.match(passage.text)
    if found and len(passage.text) > found.end():
        yield Hit(found.start("mark"), found.end("mark"), "段首不能是这个标点。")


def stop_in_title(passage: Passage, _: Office) -> Iterator[Hit]:
    """A title that ends with a full stop, comma or the like; question and exclamation marks may stand."""
    text = passage.text.rstrip()
    if text and text[-1] in "。，、；：,;" and len(text) > 1:
        yield Hit(len(text) - 1, len(text), "标题末尾不用标点。", "")


def comma_at_end(passage: Passage, _: Office) -> Iterator[Hit]:
    """A paragraph that ends with a comma."""
    text = passage.text.rstrip()
    if len(text) > 1 and text[-1] in "，、,":
        yield Hit(len(text) - 1, len(text), "段末是逗号或顿号，句子没有完。")


def no_mark_at_end(passage: Passage, _: Office) -> Iterator[Hit]:
    """A paragraph of sentences whose last one ends without a mark."""
    text = passage.text.rstrip()
    if len(text) < 24 or "。" not in text[:-1]:
        return
    last = text[-1]
    if last not in '。！？…；：”’）》】.;:!?)"，、,' and "http" not in text[-60:] and not re.search(r"[:：]\s*[\w./@-]+$", text):
        yield Hit(len(text) - 1, len(text), "段末没有标点。", f"{last}。")


RULES = (
    PassageRule(About("mark.double", "标点重复", Level.ERROR, _SOURCE), doubled_mark),
    PassageRule(About("mark.both_sides", "引号里外都有标点", Level.ERROR, "GB/T 15834—2011 附录 B.2"), mark_on_both_sides),
    PassageRule(About("mark.misplaced", "标点位置不对", Level.ERROR, _SOURCE), mark_behind_opening),
    PassageRule(About("mark.start", "段首标点", Level.ERROR, _SOURCE), mark_at_start),
    PassageRule(About("mark.title_end", "标题末尾标点", Level.ERROR, "GB/T 15834—2011 附录 A.1"), stop_in_title, TITLES),
    PassageRule(About("mark.end_comma", "段末逗号", Level.ERROR, "GB/T 15834—2011 4.4"), comma_at_end, RUNNING - {Role.CELL}),
    PassageRule(About("mark.end_missing", "段末缺标点", Level.QUERY, "GB/T 15834—2011 4.1"), no_mark_at_end, frozenset({Role.BODY})),
)
