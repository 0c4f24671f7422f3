"""Lists with a count (四个意识, 新发展理念) become hits: a wrong count or verb, an item missing, wrong or out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import LONGEST_ITEM, Counted, Office
from app.proof.rule import About, PassageRule
from app.records import dataclass
from app.text.numerals import parse_numeral

_COUNTS = {
    "意识": "四",
    "自信": "四",
    "维护": "两",
    "确立": "两",
    "全面": "四",
    "毫不动摇": "两",
    "区分开来": "三",
    "不摘": "四",
    "最严": "四",
}
"""What is counted in one way only."""
_EARLIER = frozenset({"三个自信", "四个意识"})
"""Counts that held in former years."""
_COUNTED = re.compile(
    "(?:(?<=[“‘])|(?<=增强)|(?<=坚定)|(?<=做到)|(?<=树牢))([一二两三四五六七八九十])个"
    "(意识|自信|维护|确立|全面|毫不动摇|区分开来|不摘|最严)"
)
_SESSION = re.compile(r"(?<=党的)(?P<committee>[一二三四五六七八九十]{1,4})届(?P<session>[一二三四五六七八九十]{1,2})中全会")
_COMMITTEE, _SESSIONS = 20, 7
"""The central committee of today (elected in 2022, in office till 2027), and the most sessions that one ever held."""
_ONE_ITEM = rf"[“‘]?[\u4e00-\u9fff“”‘’]{{2,{LONGEST_ITEM}}}"
_ENUMERATION = re.compile(rf"{_ONE_ITEM}(?:[、，,；]{_ONE_ITEM}){{2,}}")
_ITEM = re.compile(r"[^、，,；]+")
_MARKS = "、，,；“”‘’"
"""What alone stands between items that are out of their order; with words between them they are told one by one."""
_ENOUGH = 5
"""Items of a list of which one may be missed without its name beside it."""
_BESIDE = 14
_PLAIN = 2
"""Characters of items that are everyday words (医保, 医药): beside one another they make a list only where its name stands by."""
_FORMER = re.compile("^[的]?[“‘]?(?:三位一体|四位一体)")
"""What follows a list of former years, which had fewer items."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """An item of an enumeration at `start:end`, and its turn in the list, -1 for none."""

    start: int
    end: int
    turn: int


def wrong_count(passage: Passage, _: Office) -> Iterator[Hit]:
    """A number that the list never had."""
    for found in _COUNTED.finditer(passage.text):
        right = _COUNTS[found[2]]
        if found[1] != right and found[0] not in _EARLIER:
            yield Hit(found.start(1), found.end(2), f"应为“{right}个{found[2]}”。", f"{right}个{found[2]}")


def wrong_session(passage: Passage, _: Office) -> Iterator[Hit]:
    """A plenary session of a central committee that hasn't been elected: 二十四届四中全会."""
    for found in _SESSION.finditer(passage.text):
        if (parse_numeral(found["committee"]) or 0) > _COMMITTEE or (parse_numeral(found["session"]) or 0) > _SESSIONS:
            yield Hit(found.start("committee"), found.end(), f"没有“{found[0]}”，请核对届次。")


def wrong_verb(passage: Passage, office: Office) -> Iterator[Hit]:
    """A verb that belongs to another list."""
    text = passage.text
    for one in office.lists:
        if not one.verbs or one.name not in text:
            continue
        for found in re.finditer(rf"[“‘]?{one.name}", text):
            verb = next((verb for verb in office.verbs if text.endswith(verb, 0, found.start())), None)
            if verb and verb not in one.verbs and not any(text.endswith(own, 0, found.start()) for own in one.verbs):
                start = found.start() - len(verb)
                yield Hit(
                    start,
                    found.end(),
                    f"“{one.name}”前一般用“{one.verbs[0]}”，是不是搭配错了？",
                    text[start : found.end()].replace(verb, one.verbs[0], 1),
                )


def wrong_items(passage: Passage, office: Office) -> Iterator[Hit]:
    """An item of a known list that is missing, written otherwise, or out of its turn."""
    text = passage.text
    if text.count("、") + text.count("，") < 2:
        return
    done = 0
    likely = office.lists_in(text)
    for run in _ENUMERATION.finditer(text) if likely else ():
        best: tuple[int, Hit] | None = None
        for one in likely:
            if sum(item in run[0] for item in one.items) >= len(one.items) - 1 - (len(one.items) > _ENOUGH):
                hit = _judge(text, run, one)
                if hit and (best is None or len(one.items) > best[0]):
                    best = len(one.items), hit
        if best and best[1].start >= done and not (best[0] <= _ENOUGH and _whole(text[max(0, run.start() - 2) : run.end() + 2], office)):
            done = best[1].end
            yield best[1]


def _whole(text: str, office: Office) -> bool:
    """Whether some list stands in a text as it should."""
    return any(one.items and "、".join(one.items) in text for one in (*office.lists, *office.formula_lists))


def _judge(text: str, run: re.Match[str], known: Counted) -> Hit | None:
    slots = [_slot(text, run.start() + item.start(), run.start() + item.end(), known) for item in _ITEM.finditer(run[0])]
    turns = [place for place, slot in enumerate(slots) if slot.turn >= 0]
    if len(turns) < 2:
        return None
    first, last = turns[0], turns[-1]
    inner = slots[first : last + 1]
    present = [slot.turn for slot in inner if slot.turn >= 0]
    start, end = inner[0].start, inner[-1].end
    size = len(known.items)
    if _FORMER.match(text[end : end + _BESIDE]):
        return None
    named = known.name in text[max(0, start - _BESIDE) : start] or known.name in text[end : end + _BESIDE]
    if len(set(present)) == size and len(inner) == size:
        right = "、".join(known.items)
        if size <= 3 and not named and max(map(len, known.items)) <= _PLAIN:
            return None
        turned = present != sorted(present) and not any(text[one.end : other.start].strip(_MARKS) for one, other in pairwise(inner))
        return Hit(start, end, f"次序应为“{right}”。", right) if turned else None
    if len(set(present)) != size - 1 or present != sorted(present):
        return None
    lacking = next(turn for turn in range(size) if turn not in present)
    strange = [slot for slot in inner if slot.turn < 0]
    if not strange and lacking == 0 and first > 0:
        edge = _cut(slots[first - 1], known.items[0], from_end=True)
        strange = [edge] if _near(edge, known.items[0], text) else []
    if not strange and lacking == size - 1 and last + 1 < len(slots):
        edge = _cut(slots[last + 1], known.items[-1], from_end=False)
        strange = [edge] if _near(edge, known.items[-1], text) else []
    if len(strange) == 1 and (len(inner) == size or strange[0] not in inner):
        slot = strange[0]
        if named or size >= _ENOUGH or _near(slot, known.items[lacking], text):
            return Hit(slot.start, slot.end, f"“{known.name}”中应为“{known.items[lacking]}”，请核对。", known.items[lacking])
    if not strange and len(inner) == size - 1 and (named or size >= _ENOUGH):
        return Hit(start, end, f"“{known.name}”中少了“{known.items[lacking]}”，请核对。")
    return None


def _slot(text: str, start: int, end: int, known: Counted) -> _Slot:
    """The item that stands there; what leads the first one in, or follows the last one, is left out."""
    for turn, item in enumerate(known.items):
        place = text.find(item, start, end)
        if place >= 0:
            return _Slot(place, place + len(item), turn)
    return _Slot(start, end, -1)


def _cut(slot: _Slot, item: str, *, from_end: bool) -> _Slot:
    """The part of a slot at the edge of an enumeration that is as long as an item: what leads in, or follows, stands in it, too."""
    size = min(len(item), slot.end - slot.start)
    return _Slot(slot.end - size, slot.end, slot.turn) if from_end else _Slot(slot.start, slot.start + size, slot.turn)


def _near(slot: _Slot, item: str, text: str) -> bool:
    """Whether what stands there shares half of its characters, in their places, with an item of the same length."""
    there = text[slot.start : slot.end].strip("“”‘’")
    return len(there) == len(item) and 2 * sum(one == other for one, other in zip(there, item, strict=True)) >= len(item)


RULES = (
    PassageRule(About("phrase.count", "固定提法的数目", Level.ERROR, "党章、党和国家公开文件"), wrong_count, needs="个"),
    PassageRule(About("phrase.session", "全会届次", Level.ERROR, "党的公开文件"), wrong_session, needs="届"),
    PassageRule(About("phrase.verb", "固定提法的搭配", Level.QUERY, "党和国家公开文件"), wrong_verb),
    PassageRule(About("phrase.items", "固定提法的内容和次序", Level.QUERY, "党章、党和国家公开文件"), wrong_items),
)
