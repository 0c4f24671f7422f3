"""A text becomes totals with the parts that are told of them: 受理62件，其中甲类40件、乙类22件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from app.proof.amounts import Amount, amounts_in
from app.records import dataclass

SENTENCE = re.compile(r"[^。；！？\n]+")
NO_PART = re.compile(
    "（含|日均|平均|人均|户均|同比|环比|比上|比去|较上|较去|每[天日月年人户家]|增长|增加|减少|占|另|此外|(?<![偿归返退交])还(?![贷款清本])|，并|累计|目前|截至|至今|以来|为.{0,6}发放|覆盖|惠及|涉及|奖励|投入(?!使用|运营|生产|运行|试用)|出动|完成率"
)
"""What parts no longer go on behind."""
OVER = 1.3
"""Parts that come to more of the whole than this are taken for parts of something else."""
FEW = 2
CENT = 1e-6
GAP = 26
"""Characters between two parts of one list, at most."""
_OF_WHICH = re.compile(
    r"其中[，：,:]?|包括|分别为|分别是|(?<=[\u4e00-\u9fff])中，(?=[^。]{0,20}\d)|(?<=，)(?=[一首]期[^，。]{0,6}\d)|(?<=[人名户家件个项处])（(?=\D{1,10}\d+[人名户家件个项处]、)|(?<=\d[人名户家件个项处起台辆条所])[\u4e00-\u9fff]{1,6}（(?=[^\d，。；、（）]{1,8}\d+[人名户家件个项处起台辆条所]、)"
)
_CHANGED = re.compile(
    "(?:比|较)[^，。；]{1,12}(?:净增加?|增加|增长|增收|减收|减少|下降|多|少|提高)了?$|同比(?:净增加?|增加|增长|增收|减收|减少|下降|多|少)了?$"
)
_EACH = re.compile("每|平均|人均|户均")
_NEARLY = 0.88
_SIZES_OF_NAME = 4, 2
"""How many characters before an amount may be its name."""
_SIGNS = (re.compile("[男女]"), re.compile("岁"), re.compile("学历|研究生|本科|大专"), re.compile("民族"))
"""By which people are told apart."""
_RATE = re.compile(r"，[\u4e00-\u9fff]{0,8}率(?:为|达到?|是)?(?P<rate>\d{1,3}(?:\.\d+)?)[%％]")
_ROUNDED = 0.11
_MOST_PARTS = 12
_LIMIT = re.compile(r"以[上下内]的|(?:至|到|—|～|-)\d")
"""Behind an amount that only says between which limits others lie: 其中50万元以上的9个、30万元至50万元的11个."""
_REST = re.compile(r"[，、](?:其余|其他|其它|另外|另有)[^，。；]{0,14}$|[，、](?:其余|其他)\d{1,3}[个家名所处][^，。；\d]{0,8}$")


@dataclass(frozen=True, slots=True)
class Whole:
    """A total with its parts, from the first character to the last; all places are those of the text."""

    start: int
    end: int
    total: Amount
    parts: tuple[Amount, ...]
    among: bool
    """Told as 212名毕业生中，…, which doesn't say that the parts are all, as 其中 does."""

    @property
    def sum(self) -> float:
        """What the parts come to."""
        return round(sum(part.value for part in self.parts), 4)


@lru_cache(maxsize=64)
def wholes(text: str) -> tuple[Whole, ...]:
    """What the text says of totals and their parts, once for the two rules that ask one after the other."""
    return tuple(_wholes_in(text))


def _wholes_in(text: str) -> Iterator[Whole]:
    """Each 其中 whose parts have the unit of the total before it, in its sentence or in the one before."""
    sentences = list(SENTENCE.finditer(text)) if _OF_WHICH.search(text) else []
    for turn, sentence in enumerate(sentences):
        marks = list(_OF_WHICH.finditer(sentence[0]))
        amounts = amounts_in(sentence[0]) if marks else ()
        for mark in marks:
            shift = sentence.start()
            before = [one for one in amounts if one.end <= mark.start()]
            phased = sentence[0].startswith(("一期", "首期"), mark.end()) and not before
            if not before and turn and (phased or not sentence[0][: mark.start()].strip()):
                shift = sentences[turn - 1].start()
                before = list(amounts_in(sentences[turn - 1][0]))
            after = [one for one in amounts if one.start >= mark.end() and not _told_by(sentence[0], one, amounts)]
            if not before or not after:
                continue
            across = shift != sentence.start()
            total = _total(before, after, across=across)
            parts = _list_of(sentence[0], mark.end(), after, total.unit) if total else ()
            if across and len(parts) > 1:
                total = _of_one_name(total, before, parts, sentences[turn - 1][0], sentence[0])
            told_in = sentences[turn - 1][0] if across else sentence[0]
            if total and parts and _CHANGED.search(told_in, 0, total.start):
                total = _before_change(total, before, parts)  # 收购62万吨，比上年增加3万吨，其中稻谷41万吨
            each = total and _EACH.search(sentence[0] if not across else "", max(0, total.start - 4), total.start)
            if total is None or each or not parts or len(parts) > _MOST_PARTS or total.rough or any(part.rough for part in parts):
                continue
            if _succeeded(sentence[0], parts):
                continue  # 调解236件，调解成功165件，成功率69.9%: a part of the part
            if len(parts) > 1 and max(part.value for part in parts) <= total.value and _bare(sentence[0], parts):
                continue  # 71个孔，其中53个见水，46个水量达到: a part of the part
            if max(part.value for part in parts) <= total.value and _crossed(sentence[0], mark.end(), parts):
                continue
            parts = _with_rest(sentence[0], parts, after, total)
            sum_ = round(sum(one.value for one in parts), 4)
            if len(parts) > 1 and any(one.value == sum_ for one in before):
                continue  # 受理4.6万件，办结4.55万件，其中…: they are parts of another
            whole = Whole(
                sentence.start() + parts[0].start if across else shift + total.start,
                sentence.start() + parts[-1].end,
                _moved(total, shift),
                tuple(_moved(part, sentence.start()) for part in parts),
                mark[0] == "中，",
            )
            if not across or (len(parts) > 1 and whole.sum < total.value * OVER):
                yield whole


def _told_by(text: str, one: Amount, amounts: Sequence[Amount]) -> bool:
    """Whether an amount only says of which another is told: 献400毫升的103人, 50万元以上的9个."""
    behind = next((other for other in amounts if other.start == one.end + 1), None)
    return (behind is not None and behind.unit != one.unit and text[one.end] == "的") or _LIMIT.match(text, one.end) is not None


def _with_rest(text: str, parts: Sequence[Amount], after: Sequence[Amount], total: Amount) -> Sequence[Amount]:
    """The parts with what is told behind the list, where it is the rest of them, or makes them the whole: 其余3家合计2.5万人次."""
    more = next((one for one in after if one.start >= parts[-1].end and one.unit == parts[-1].unit), None)
    if more is None or more.rough or "。" in text[parts[-1].end : more.start]:
        return parts
    rest = _REST.match(text[parts[-1].end : more.start]) is not None
    fits = round(sum(one.value for one in parts) + more.value, 4) == total.value
    return [*parts, more] if rest or (fits and len(text[parts[-1].end : more.start]) <= GAP) else parts


def _before_change(change: Amount, before: Sequence[Amount], parts: Sequence[Amount]) -> Amount | None:
    """What grew, where the parts are too large for the growth; the growth itself where they aren't, None where nothing else is told."""
    largest = max(part.value for part in parts)
    if largest <= change.value:
        return change
    return next((one for one in reversed(before) if one.unit == change.unit and one.value >= largest), None)


def _bare(text: str, parts: Sequence[Amount]) -> bool:
    """Whether a comma and the number alone begin the second part."""
    return text[parts[0].end : parts[1].start].endswith("，")


def _succeeded(text: str, parts: Sequence[Amount]) -> bool:
    """Whether a rate behind a part says that it is one of the part before it."""
    for one, other in pairwise(parts):
        rate = _RATE.match(text, other.end)
        if rate and one.value and abs(float(rate["rate"]) - other.value / one.value * 100) < _ROUNDED:
            return True
    return False


def _crossed(text: str, start: int, parts: Sequence[Amount]) -> bool:
    """Whether the parts are told by different signs, so that somebody may be in two of them: 女党员3人，35岁以下4人."""
    ends = [start, *(part.end for part in parts)]
    labels = [text[end : part.start] for end, part in zip(ends, parts, strict=False)]
    if any("男" in label for label in labels) and any("女" in label for label in labels):
        return False  # 男生、女生、教师: everybody is in one
    if any("妇女" in label for label in labels) and any(re.search("老人|儿童|老年|小孩", label) for label in labels):
        return False
    return len({next((turn for turn, sign in enumerate(_SIGNS) if sign.search(label)), -1) for label in labels}) > 1


def _total(before: Sequence[Amount], after: Sequence[Amount], *, across: bool) -> Amount | None:
    """What the parts are parts of: the amount before them, or of their unit the nearest one in which the largest part has room."""
    alike = [one for one in before if one.unit == after[0].unit]
    if across or not alike or before[-1].unit == after[0].unit:
        return (alike[-1] if alike else None) if across else before[-1]
    nearly = sum(one.value for one in after if one.unit == after[0].unit) / alike[-1].value if alike[-1].value else 0
    listed = len([one for one in after if one.unit == after[0].unit]) > 1 and _NEARLY < nearly < 1 / _NEARLY  # 31处，面积5800平方米，其中…
    return alike[-1] if listed or before[-1].value < after[0].value < alike[-1].value else before[-1]


def _of_one_name(total: Amount | None, before: Sequence[Amount], parts: Sequence[Amount], earlier: str, text: str) -> Amount | None:
    """The amount of the sentence before that is told by the word of all the parts: 完成投资214.6亿元，占计划381.2亿元的56%."""
    for size in _SIZES_OF_NAME:
        name = text[max(0, parts[0].start - size) : parts[0].start]
        named = [one for one in before if one.unit == parts[0].unit and earlier.endswith(name, 0, one.start)]
        if name.isalpha() and len(named) == 1 and all(text.endswith(name, 0, one.start) for one in parts):
            return named[0]
    return total


def _moved(one: Amount, by: int) -> Amount:
    return replace(one, start=one.start + by, end=one.end + by)


def _list_of(text: str, start: int, amounts: Sequence[Amount], unit: str) -> Sequence[Amount]:
    """The amounts of one unit that stand in a row: where the first ones are parted by 、, a comma ends the list."""
    parts: list[Amount] = []
    place, by_pause = start, False
    for one in amounts:
        between = text[place : one.start]
        if one.unit != unit or len(between) > GAP or (parts and NO_PART.search(between)) or _OF_WHICH.search(between):
            break
        if len(parts) == 1:
            by_pause = "、" in between
        if len(parts) > 1 and by_pause and "、" not in between and not between.startswith(("和", "及", "以及")):
            break
        parts.append(one)
        place = one.end
    return parts
