"""Totals held against their parts, and growth against the figures before and after, become hits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.proof.amounts import NUMBER, UNIT, Amount, amounts_in
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule

_OF_WHICH = re.compile(r"其中[，：,:]?|包括|分别为|分别是")
_TOGETHER = re.compile(rf"(?:共计|合计|总计|总共|累计|一共|共)[^，。；、\d]{{0,8}}?(?P<amount>{NUMBER}[万亿]?(?:{UNIT}))")
_CHANGE = re.compile(
    rf"(?:由|从)[^，。；\d]{{0,10}}?(?P<low>{NUMBER})(?P<unit>[万亿]?(?:{UNIT}))[^，。；\d]{{0,6}}?(?:增加|增长|提高|上升|扩大|提升|增|减少|下降|降低|压减|减|降)(?:到|至|为)[^，。；\d]{{0,8}}?(?P<high>{NUMBER})(?P=unit)"
    rf"，[^，。；\d]{{0,8}}?(?:增加|增长|提高|上升|扩大|提升|增幅|减少|下降|降低|压减|降幅)(?:了|达|为)?(?P<change>{NUMBER})(?P<change_unit>[万亿]?(?:{UNIT})|[%％])"
)
_LEFT = re.compile(r"(?:剩余|其余|余下|尚有|还有|还剩|剩下|未(?:整改|完成|办结|化解|销号)的?(?:有)?)[^，。；、\d]{0,6}$")
_DONE = re.compile(r"(?:整改|完成|办结|化解|销号|处理|解决|修复|改造|发放|签订|兑付|拆除|清理|调解|审结|结案)[^，。；、\d]{0,6}$")
_MEAN = re.compile(rf"(?:平均|人均|户均|每(?=[人户]))每?(?P<per>[人户家名村件亩所个])?(?:获得|领取|增收|得到|补助|救助)?(?P<about>约|近)?(?P<amount>{NUMBER}[万亿]?元)")
_PERSONS = frozenset("人名位")
_BESIDE = re.compile("日均|平均|人均|户均|同比|环比|比上|比去|较上|较去|每[天日月年人户家]|增长|增加|减少|占|另|此外|还|并|累计|目前|截至|至今|以来|为.{0,6}发放|覆盖|惠及|涉及")
"""What parts no longer go on behind."""
_SENTENCE = re.compile(r"[^。；！？\n]+")
_ALMOST, _OVER = 0.8, 1.3
"""Parts that come to less, or more, of the whole than this are taken for some of many, or for parts of something else."""
_MOST_PARTS = 12
_GAP = 26
"""Characters between two parts of one list, at most."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """A total with its parts, from the first character to the last."""

    start: int
    end: int
    total: Amount
    parts: tuple[Amount, ...]

    @property
    def sum(self) -> float:
        return round(sum(part.value for part in self.parts), 4)


def parts_of_total(passage: Passage, _: Office) -> Iterator[Hit]:
    """其中 with parts that come to more than the whole."""
    for whole in _wholes(passage.text):
        if whole.sum > whole.total.value:
            yield Hit(whole.start, whole.end, f"其中各项加起来是{whole.sum:.10g}，多于总数{whole.total.shown}，请核对。")


def parts_below_total(passage: Passage, _: Office) -> Iterator[Hit]:
    """其中 with several parts that nearly come to the whole."""
    for whole in _wholes(passage.text):
        if len(whole.parts) > 1 and whole.total.value * _ALMOST <= whole.sum < whole.total.value:
            yield Hit(whole.start, whole.end, f"其中各项加起来是{whole.sum:.10g}，和总数{whole.total.shown}不等，请核对。")


def total_behind(passage: Passage, _: Office) -> Iterator[Hit]:
    """Amounts of one unit and then their total in one sentence: 甲3件、乙4件，共计8件."""
    for sentence in _SENTENCE.finditer(passage.text):
        text, amounts = sentence[0], list(amounts_in(sentence[0]))
        for found in _TOGETHER.finditer(text):
            total = next((one for one in amounts if one.start == found.start("amount")), None)
            if total is None or total.rough:
                continue
            parts: list[Amount] = []
            for one in reversed([one for one in amounts if one.end <= found.start()]):
                limit = parts[-1].start if parts else found.start()
                between = text[one.end : limit]
                if one.unit != total.unit or one.rough or len(between) > _GAP or (parts and "、" not in between):
                    break
                parts.append(one)
            if len(parts) < 2 or "其中" in text[: found.start()]:
                continue
            sum_ = round(sum(part.value for part in parts), 4)
            if sum_ != total.value and 1 / _OVER < sum_ / total.value < _OVER if total.value else False:
                start, end = sentence.start() + total.start, sentence.start() + total.end
                yield Hit(start, end, f"前面各项加起来是{sum_:.10g}，和“{text[total.start : total.end]}”不等，请核对。")


def rest_of_total(passage: Passage, _: Office) -> Iterator[Hit]:
    """What is left over: 发现11处，整改9处，剩余3处."""
    for sentence in _SENTENCE.finditer(passage.text):
        text, amounts = sentence[0], list(amounts_in(sentence[0]))
        for total, done, left in zip(amounts, amounts[1:], amounts[2:], strict=False):
            if not total.unit == done.unit == left.unit or total.rough or done.rough or left.rough:
                continue
            if _DONE.search(text[total.end : done.start]) and _LEFT.search(text[done.end : left.start]) and done.value <= total.value:
                rest = round(total.value - done.value, 4)
                if rest != left.value:
                    words = f"{total.shown}减{done.shown}是{rest:.10g}，和“{text[left.start : left.end]}”不等，请核对。"
                    yield Hit(sentence.start() + left.start, sentence.start() + left.end, words)


def mean(passage: Passage, _: Office) -> Iterator[Hit]:
    """A mean that the sum and the number before it don't give: 向31人发放42.8万元，平均每人1.8万元."""
    for sentence in _SENTENCE.finditer(passage.text):
        amounts = list(amounts_in(sentence[0]))
        for found in _MEAN.finditer(sentence[0]):
            per = found["per"] or ("户" if "户" in found[0][:2] else "人")
            said = next((one for one in amounts if one.start == found.start("amount")), None)
            before = [one for one in amounts if one.end <= found.start()][-2:]
            sums = [one for one in before if one.unit == "元"]
            counts = [one for one in before if one.unit == per or (per in _PERSONS and one.unit in _PERSONS)]
            if said is None or len(sums) != 1 or len(counts) != 1 or not counts[0].value or sums[0].rough or counts[0].rough:
                continue
            right = sums[0].value / counts[0].value
            if 0.5 < said.value / right < 2 and abs(said.value / right - 1) > (0.08 if found["about"] else 0.04):
                start, end = sentence.start() + said.start, sentence.start() + said.end
                yield Hit(start, end, f"{sums[0].shown}元除以{counts[0].shown}是{right:.0f}元，请核对。")


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


def _wholes(text: str) -> Iterator[_Whole]:
    """Each 其中 whose parts have the unit of the total before it, in its sentence or in the one before."""
    sentences = list(_SENTENCE.finditer(text))
    for turn, sentence in enumerate(sentences):
        amounts = list(amounts_in(sentence[0]))
        for mark in _OF_WHICH.finditer(sentence[0]):
            shift = sentence.start()
            before = [one for one in amounts if one.end <= mark.start()]
            if not before and turn and not sentence[0][: mark.start()].strip():
                shift = sentences[turn - 1].start()
                before = list(amounts_in(sentences[turn - 1][0]))
            after = [one for one in amounts if one.start >= mark.end()]
            if not before or not after:
                continue
            across = shift != sentence.start()
            total = next((one for one in reversed(before) if one.unit == after[0].unit), None) if across else before[-1]
            parts = _list_of(sentence[0], mark.end(), after, total.unit) if total else ()
            if total is None or not parts or len(parts) > _MOST_PARTS or total.rough or any(part.rough for part in parts):
                continue
            whole = _Whole(sentence.start() + parts[0].start if across else shift + total.start, sentence.start() + parts[-1].end, total, tuple(parts))
            if not across or (len(parts) > 1 and whole.sum < total.value * _OVER):
                yield whole


def _list_of(text: str, start: int, amounts: Sequence[Amount], unit: str) -> Sequence[Amount]:
    """The amounts of one unit that stand in a row: where the first ones are parted by 、, a comma ends the list."""
    parts: list[Amount] = []
    place, by_pause = start, False
    for one in amounts:
        between = text[place : one.start]
        if one.unit != unit or len(between) > _GAP or (parts and _BESIDE.search(between)) or _OF_WHICH.search(between):
            break
        if len(parts) == 1:
            by_pause = "、" in between
        if len(parts) > 1 and by_pause and "、" not in between and not between.startswith(("和", "及", "以及")):
            break
        parts.append(one)
        place = one.end
    return parts


RULES = (
    PassageRule(About("sum.parts", "分项超过总数", Level.ERROR, "实务"), parts_of_total),
    PassageRule(About("sum.parts_below", "分项与总数不等", Level.QUERY, "实务"), parts_below_total),
    PassageRule(About("sum.total", "合计不等", Level.QUERY, "实务"), total_behind),
    PassageRule(About("sum.rest", "余数不等", Level.QUERY, "实务"), rest_of_total),
    PassageRule(About("sum.mean", "平均数不符", Level.QUERY, "实务"), mean),
    PassageRule(About("sum.growth", "增减与前后数字不符", Level.ERROR, "实务"), growth),
)
