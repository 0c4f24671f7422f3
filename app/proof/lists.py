"""The lists of a text, whatever ordinals they carry: where each begins, and how far it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.proof.document import Passage
from app.proof.ordinals import Form, Ordinal, clause_ordinals, head_ordinal, loose_ordinals
from app.records import dataclass
from app.text.numerals import parse_numeral

_HAN = "[一二三四五六七八九十]{1,2}"
_IN_LINE = re.compile(
    rf"(?:(?<=[。；：，！？”）:])|^)[ \u3000]*(?P<all>[（(](?P<bracket>{_HAN})[）)]|[（(](?P<small>\d{{1,2}})[）)]|(?P<ring>[①-⑩])"
    rf"|(?P<letter>[A-H])[.．、](?=[\u4e00-\u9fff“])|(?P<half>\d{{1,2}})[）)](?=[\u4e00-\u9fff“])"
    rf"|(?P<figure>\d{{1,2}})[.．、](?=[ ]?[\u4e00-\u9fff“])"
    rf"|(?P<han>{_HAN})、(?![一二三四五六七八九十])(?=[\u4e00-\u9fff“]{{2}}))(?![、，]|[）)])"
)
_RINGS = "①②③④⑤⑥⑦⑧⑨⑩"
_LETTERS = "ABCDEFGH"
_LETTER, _HALF = "A.", "1）"


@dataclass(frozen=True, slots=True)
class ListedHere:
    """A list that begins at `start` of a passage's text and has `length` items in turn."""

    start: int
    length: int


@lru_cache(maxsize=8192)
def ordinals_in_line(text: str) -> tuple[tuple[str, Ordinal], ...]:
    """（1）, ①, 1., A. and 一、 at the heads of clauses, each with the name of its kind."""
    return tuple(_ordinals_in_line(text))


def _ordinals_in_line(text: str) -> Iterator[tuple[str, Ordinal]]:
    forms: dict[str, Form] = {"bracket": "（一）", "small": "（1）", "figure": "1.", "han": "一、"}
    for found in _IN_LINE.finditer(text):
        start, end = found.span("all")
        if found["ring"]:
            yield "①", Ordinal(start, end, "①", _RINGS.index(found["ring"]) + 1)
        elif found["letter"]:
            yield _LETTER, Ordinal(start, end, "①", _LETTERS.index(found["letter"]) + 1)
        elif found["half"]:
            yield _HALF, Ordinal(start, end, "（1）", int(found["half"]))
        else:
            name = next(one for one in forms if found[one])
            if value := parse_numeral(found[name]):
                yield forms[name], Ordinal(start, end, forms[name], value)


def chains_in_line(text: str) -> Iterator[tuple[str, list[Ordinal]]]:
    """The lists within one passage that carry signs, each from its first one on."""
    open_: dict[str, list[Ordinal]] = {}
    for kind, one in ordinals_in_line(text):
        if one.value == 1 and kind in open_ and open_[kind][-1].value != 1:
            yield kind, open_.pop(kind)
        open_.setdefault(kind, []).append(one)
    yield from open_.items()


def misplaced(values: Sequence[int]) -> int | None:
    """The turn of the one number that isn't its place's own where all others are: 1, 2, 2, 4 → 2."""
    wrong = [turn for turn, value in enumerate(values) if value != turn + 1]
    return wrong[0] if len(wrong) == 1 else None


def lists_inside(passage: Passage, following: Sequence[Passage]) -> Iterator[ListedHere]:
    """The whole lists within a passage; one that goes on at the heads of the following passages counts with these."""
    kinds: dict[str, list[list[Ordinal]]] = {}
    for ordinal in clause_ordinals(passage.text):
        _add(kinds, ordinal.form, ordinal)
    for kind, ordinal in ordinals_in_line(passage.text):
        if ordinal.start:
            _add(kinds, kind, ordinal)
    for kind, chains in kinds.items():
        for turn, chain in enumerate(chains):
            values = [one.value for one in chain]
            if kind == "首先" or not chain[0].start or not _whole(values) or _otherwise(passage.text, chain[-1]):
                continue
            more = _goes_on(kind, len(values), following) if turn == len(chains) - 1 else 0
            yield ListedHere(chain[0].start, len(values) + more)


def _whole(values: Sequence[int]) -> bool:
    """Whether the items of a list can be counted: all are in turn, or one alone has another's number."""
    return values == list(range(1, len(values) + 1)) or (len(values) > 2 and misplaced(values) is not None)


def _otherwise(text: str, last: Ordinal) -> bool:
    """Whether a list goes on with ordinals of another form, so that its end isn't known."""
    return _last_places(text).get(last.value + 1, -1) > last.start


@lru_cache(maxsize=4)
def _last_places(text: str) -> dict[int, int]:
    """The place of the last ordinal of each value, whatever its form."""
    places: dict[int, int] = {}
    for one in (*clause_ordinals(text), *loose_ordinals(text), *(one for _, one in ordinals_in_line(text))):
        places[one.value] = max(one.start, places.get(one.value, -1))
    return places


def _add(kinds: dict[str, list[list[Ordinal]]], kind: str, ordinal: Ordinal) -> None:
    chains = kinds.setdefault(kind, [])
    if ordinal.value == 1 or not chains:
        chains.append([])
    chains[-1].append(ordinal)


def _goes_on(kind: str, length: int, following: Sequence[Passage]) -> int:
    more = 0
    for passage in following:
        first = _first(passage.text)
        if first is None:
            continue
        if first.form != kind or first.value != length + more + 1:
            break
        inside = [one.value for one in clause_ordinals(passage.text) if one.form == kind] or [first.value]
        more += len(inside) if inside == list(range(first.value, first.value + len(inside))) else 1
    return more


def _first(text: str) -> Ordinal | None:
    """The ordinal at the head of a passage."""
    if head := head_ordinal(text):
        return head
    return next((one for one in clause_ordinals(text) if not text[: one.start].strip(" \u3000•●·◆-")), None)


def lists_at_heads(passages: Sequence[Passage]) -> Iterator[tuple[int, ListedHere]]:
    """The whole lists at the heads of passages, with the turn of the passage that leads one in."""
    for turn in range(len(passages) - 1):
        lead, first = passages[turn], _first(passages[turn + 1].text)
        if first is None or first.value != 1 or first.form == "首先" or lead.article != passages[turn + 1].article:
            continue
        values: list[int] = []
        for passage in passages[turn + 1 :]:
            one = _first(passage.text)
            if one is None or one.form != first.form:
                if one is not None and _DEPTHS.get(one.form, 9) < _DEPTHS.get(first.form, 9):
                    break
                continue
            if one.value == 1 and values:
                break
            values.append(one.value)
            if one.form not in _DEPTHS:
                values += [other.value for other in clause_ordinals(passage.text) if other.form == first.form and other.start > one.start]
        if _whole(values):
            yield turn, ListedHere(len(lead.text), len(values))


_DEPTHS: dict[str, int] = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "①": 5}
