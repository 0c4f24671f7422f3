"""Pause marks in a row of clauses of one form, or between persons of whom one has two posts, become hits (GB/T 15834—2011 4.4, 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.people import people_in
from app.proof.rule import About, PassageRule
from app.text.chars import HAN

_CHANGES = "同比|环比|增长|增加|提高|提升|上升|上涨|回升|回落|下降|下跌|减少|降低|增产|减产|增收"
_CHANGE = rf"[{HAN}A-Z（）]{{1,14}}?(?:{_CHANGES}){{1,2}}\d[\d.]*(?:%|个百分点|[万亿]?[{HAN}]{{1,2}})"
_CHANGED = re.compile(
    rf"{_CHANGE}(?:，{_CHANGE}(?P<mark>、)(?:[{HAN}]{{1,8}}、){{0,4}}{_CHANGE}|(?P<mark2>、){_CHANGE}，(?:[{HAN}]{{1,8}}、){{0,4}}{_CHANGE})(?=[，。；])"
)
_CHANGE_SIGN = re.compile(rf"(?:{_CHANGES})\d[^，。；、]*、")
_SENTENCE = re.compile("[^。；：！？“”（）]+")
_PIECE = re.compile("[^，、]+")
_FIGURE = re.compile(r"\d+(?:\.\d+)?|[一两二三四五六七八九十]+(?=[次级个名户])")
_DOES = re.compile("[由每按向归经]")
"""What stands in a clause, and not in a bare name."""
_SUBJECT = re.compile(rf"[{HAN}A-Z“”]{{2,}}")
_TAIL = 2
_POSTS_BETWEEN = re.compile("(?:书记|长|主任|主席|常委|委员|成员)[^，。；]{2,4}、[^，。；、]{2,16}(?:书记|长|主任|主席|常委|委员|成员)、")


def pause_among_changes(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark in a row of clauses that tell how figures change, where commas part the others: 增长2.1%，…增长8.3%、…增长4.4%."""
    if _CHANGE_SIGN.search(passage.text):
        for found in _CHANGED.finditer(passage.text):
            at = found.start("mark") if found["mark"] else found.start("mark2")
            yield Hit(at, at + 1, "各分句之间的标点前后不一致，都用逗号。", "，")


def pause_among_clauses(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark in a row of clauses that end alike, among commas: 红色每周随访一次、黄色每月随访一次，…每季度随访一次."""
    for sentence in _SENTENCE.finditer(passage.text):
        words = sentence[0]
        if "、" not in words or "，" not in words:
            continue
        pieces = list(_PIECE.finditer(words))
        for one, two, three in zip(pieces, pieces[1:], pieces[2:], strict=False):
            marks = words[one.end()] + words[two.end()]
            if marks in ("，、", "、，") and _alike(one[0], two[0], three[0]):
                at = sentence.start() + (one.end() if marks[0] == "、" else two.end())
                yield Hit(at, at + 1, "各分句之间的标点前后不一致，都用逗号。", "，")


def _alike(*pieces: str) -> bool:
    """Whether clauses of subjects of their own end in the same words, with 每, 由 or their like before."""
    if len({piece[-1] for piece in pieces}) > 1 or min(map(len, pieces)) < 6:
        return False
    plain = [_FIGURE.sub("#", piece) for piece in pieces]
    backwards = enumerate(zip(*map(reversed, plain), strict=False))
    tail = next((size for size, chars in backwards if len(set(chars)) > 1), min(map(len, plain)))
    does = set.intersection(*(set(_DOES.findall(piece, 2)) for piece in pieces)) and all(map(_SUBJECT.match, pieces))
    return tail >= _TAIL and bool(does) and len({piece[:2] for piece in pieces}) == len(pieces)


def pause_between_persons(passage: Passage, _: Office) -> Iterator[Hit]:
    """A pause mark before a person with two posts, which pause marks part: 县委书记某某、县委副书记、县长某某."""
    text = passage.text
    if not _POSTS_BETWEEN.search(text):
        return
    for one, other in pairwise(people_in(text)):
        posts = "、".join(other.posts)
        if len(other.posts) > 1 and text[one.end : other.start] == f"、{posts}":
            yield Hit(one.end, one.end + 1, "后一人的职务之间用了顿号，两人之间用逗号。", "，")


_SOURCE = "GB/T 15834—2011 4.4、4.5"
RULES = (
    PassageRule(About("pause.changes", "增减分句间的顿号", Level.QUERY, _SOURCE), pause_among_changes, RUNNING, needs="、"),
    PassageRule(About("pause.clauses", "同类分句间的顿号", Level.QUERY, _SOURCE), pause_among_clauses, RUNNING, needs="由每按向归经"),
    PassageRule(About("pause.persons", "人员之间的顿号", Level.QUERY, "GB/T 15834—2011 4.4、4.5；实务"), pause_between_persons, needs="、"),
)
