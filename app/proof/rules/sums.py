"""Totals held against their parts, and growth against the figures before and after, become hits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule

_N = r"\d+(?:\.\d+)?"
_UNIT = (
    "万元|亿元|元|万人次|人次|万人|人|名|户|家|个|件|起|处|项|条|份|次|台|辆|吨|亩|万亩|公顷|平方米|公里|米|套|间|所|座|只|头|棵|株|场|期|篇|位|册|张"
    "|批|万吨|万户|万家|万件|万份"
)
_AMOUNT = re.compile(rf"(?P<number>{_N})[余多]?(?P<unit>{_UNIT})")
_OF_WHICH = re.compile(r"其中[，：,:]?|包括|分别为|分别是")
_TOGETHER = re.compile(rf"(?:共计|合计|总计|总共|累计|一共|共)[^，。；\d]{{0,8}}?(?P<number>{_N})(?P<unit>{_UNIT})")
_CHANGE = re.compile(
    rf"(?:由|从)[^，。；\d]{{0,10}}?(?P<low>{_N})(?P<unit>{_UNIT})[^，。；\d]{{0,6}}?(?:增加|增长|提高|上升|扩大|提升|增|减少|下降|降低|压减|减|降)(?:到|至|为)[^，。；\d]{{0,8}}?(?P<high>{_N})(?P=unit)"
    rf"，[^，。；\d]{{0,8}}?(?:增加|增长|提高|上升|扩大|提升|增幅|减少|下降|降低|压减|降幅)(?:了|达|为)?(?P<change>{_N})(?P<change_unit>{_UNIT}|[%％])"
)
_ROUGH = re.compile("[余多近约]")
_SENTENCE = re.compile(r"[^。；！？\n]+")
_ALMOST = 0.9
"""Parts that come to less than this share of the whole are taken for some of many."""
_MOST_PARTS = 12


def parts_of_total(passage: Passage, _: Office) -> Iterator[Hit]:
    """其中 with parts that come to more than the whole."""
    for start, total, parts in _totals(passage.text):
        sum_ = sum(parts)
        if sum_ > total + 1e-6:
            yield Hit(*start, f"其中各项加起来是{sum_:g}，多于总数{total:g}，请核对。")


def parts_below_total(passage: Passage, _: Office) -> Iterator[Hit]:
    """其中 with several parts that nearly come to the whole."""
    for start, total, parts in _totals(passage.text):
        sum_ = sum(parts)
        if len(parts) > 1 and total * _ALMOST <= sum_ < total - 1e-6:
            yield Hit(*start, f"其中各项加起来是{sum_:g}，和总数{total:g}不等，请核对。")


def total_behind(passage: Passage, _: Office) -> Iterator[Hit]:
    """Amounts of one unit and then their total in one sentence: 甲3件、乙4件，共计8件."""
    for sentence in _SENTENCE.finditer(passage.text):
        text = sentence[0]
        for found in _TOGETHER.finditer(text):
            before = text[: found.start()]
            clause = before[max(before.rfind("其中"), before.rfind("：")) + 1 :]
            parts = [part for part in _AMOUNT.finditer(clause) if part["unit"] == found["unit"]]
            if len(parts) < 2 or _ROUGH.search(clause) or len(parts) != len(list(_AMOUNT.finditer(clause))):
                continue
            sum_ = sum(float(part["number"]) for part in parts)
            if abs(sum_ - float(found["number"])) > 1e-6 and "，" not in clause[parts[0].end() : parts[-1].start()].replace("、", ""):
                at = sentence.start() + found.start("number")
                yield Hit(at, sentence.start() + found.end("unit"), f"前面各项加起来是{sum_:g}，和“{found['number']}”不等，请核对。")


def growth(passage: Passage, _: Office) -> Iterator[Hit]:
    """From a to b, and then a growth that isn't their difference."""
    for found in _CHANGE.finditer(passage.text):
        low, high, change = (float(found[name]) for name in ("low", "high", "change"))
        start, end = found.start("change"), found.end("change_unit")
        if found["change_unit"] in "%％":
            right = abs(high - low) / low * 100 if low else 0.0
            if low and abs(right - change) > max(0.6, right * 0.02):
                yield Hit(start, end, f"由{low:g}到{high:g}，变化是{right:.1f}%，请核对。")
        elif found["change_unit"] == found["unit"] and abs(abs(high - low) - change) > 1e-6:
            yield Hit(start, end, f"由{low:g}到{high:g}，相差{abs(high - low):g}，请核对。")


def _totals(text: str) -> Iterator[tuple[tuple[int, int], float, list[float]]]:
    """(place of the last part, total, parts) of each 其中 whose parts have the unit of the total before it."""
    for sentence in _SENTENCE.finditer(text):
        for mark in _OF_WHICH.finditer(sentence[0]):
            before = list(_AMOUNT.finditer(sentence[0], 0, mark.start()))
            after = list(_AMOUNT.finditer(sentence[0], mark.end()))
            again = _OF_WHICH.search(sentence[0], mark.end())
            parts = [part for part in after if not again or part.end() <= again.start()]
            if not before or not parts or len(parts) > _MOST_PARTS:
                continue
            whole = before[-1]
            same = [part for part in parts if part["unit"] == whole["unit"]]
            if not same or len(same) != len(parts) or _ROUGH.search(sentence[0][whole.start() : parts[-1].end()]):
                continue
            place = (sentence.start() + parts[0].start(), sentence.start() + parts[-1].end())
            yield place, float(whole["number"]), [float(part["number"]) for part in parts]


RULES = (
    PassageRule(About("sum.parts", "分项超过总数", Level.ERROR, "实务"), parts_of_total),
    PassageRule(About("sum.parts_below", "分项与总数不等", Level.QUERY, "实务"), parts_below_total),
    PassageRule(About("sum.total", "合计不等", Level.QUERY, "实务"), total_behind),
    PassageRule(About("sum.growth", "增减与前后数字不符", Level.ERROR, "实务"), growth),
)
