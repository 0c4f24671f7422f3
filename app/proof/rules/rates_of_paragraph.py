"""Rates, means and ratios become hits where no two figures of the paragraph give them: 1.5万批次…不合格260批次，不合格率17.3% (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.proof.amounts import NUMBER, UNIT, Amount, amounts_in, last_place, number_of, written
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.quantities import counted, likely_slip
from app.proof.rule import About, DocumentRule, PassageRule
from app.text.chars import HAN

_RATE = re.compile(
    rf"(?P<amount>{NUMBER}[万亿]?(?:{UNIT}))[^，。；、：\d（）]{{0,6}}，(?:平均|综合|总体|按期|及时|实际)?(?P<what>[{HAN}]{{2,5}})率(?:均?达到?|为|是|约为?|有)?"
    rf"(?P<percent>{NUMBER})[%％](?!以上|左右|以内)"
)
_CLAUSE_OF = re.compile("[，。；、：（）]")
_MEAN = re.compile(
    rf"(?:平均每(?P<one>[个支家所名件户项人])?(?P<of>[{HAN}]{{1,4}}?)|(?P<short>[人户亩村校班站队组家店社件株日月年])均)(?P<what>[{HAN}]{{0,4}}?)(?:达到?|为|约为?)?"
    rf"(?P<about>约|近|超过?)?(?P<amount>{NUMBER}[万亿]?(?:{UNIT}))(?P<more>[余多]?)"
)
_AFTER, _BACK = 12, 2
_ALL = 100
_OTHERWISE = "成功"
"""调解成功率 is of what was tried, which is seldom told."""
_RATIO = re.compile(rf"(?P<first>[{HAN}])(?P<second>[{HAN}])比(?:例)?(?:为|达到?|是)?(?P<one>{NUMBER})[:：∶](?P<two>{NUMBER})")
_WITHIN = 0.04


def rate_of_paragraph(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """办结3567件，办结率89%: what was told before, of one unit, gives another rate."""
    before: list[Passage] = []
    for passage in document.running:
        if before and before[-1].article != passage.article:
            before = []
        for found in _RATE.finditer(passage.text) if "率" in passage.text else ():
            if hit := _rate(passage.text, found, [one.text for one in before[-_BACK:]]):
                yield passage, hit
        before.append(passage)


def _rate(text: str, found: re.Match[str], paragraphs: Sequence[str]) -> Hit | None:
    """A rate of what was told in its own paragraph, or, where that tells nothing of the unit, in those before it."""
    amounts = [one for one in amounts_in(text) if one.end <= found.end()]
    part = next((one for one in amounts if one.start == found.start("amount")), None)
    if part is None or part.rough:
        return None
    label = _CLAUSE_OF.split(text[: part.start])[-1]
    said = number_of(found["percent"])
    if found["what"][-2:] not in label or found["what"].endswith(_OTHERWISE) or said >= _ALL:
        return None
    wholes = [one for one in amounts if one.end <= part.start and counted(one.unit) == counted(part.unit)]
    wholes = wholes or [one for words in paragraphs for one in amounts_in(words) if counted(one.unit) == counted(part.unit)]
    wholes = [one for one in wholes if one.value > part.value]
    step = float(10 ** -len(found["percent"].partition(".")[2]))
    rights = [(part.value / one.value * 100, one) for one in wholes]
    slack = last_place(text, part) / part.value * 100 if part.value else 0.0
    if not rights or any(abs(right - said) < step + slack or abs(_ALL - right - said) < step + slack for right, _ in rights):
        return None
    right, whole = min(rights, key=lambda one: abs(one[0] - said))
    if whole.rough or not likely_slip(said, right):
        return None
    words = f"{part.shown}占{written(whole.value)}的{right:.1f}%，请核对。"
    return Hit(part.start, found.end("percent") + 1, words)


def mean_of_paragraph(passage: Passage, _: Office) -> Iterator[Hit]:
    """36个班，可容纳学生1620人，班均48人: no sum of the sentence, shared out among those that are counted, gives the mean."""
    for found in _MEAN.finditer(passage.text):
        text = passage.text
        amounts = [one for one in amounts_in(text) if one.start <= found.start("amount")]
        if not amounts or amounts[-1].start != found.start("amount"):
            continue
        start = text.rfind("。", 0, max(0, text.rfind("。", 0, found.start()))) + 1
        said, before = amounts[-1], [one for one in amounts[:-1] if one.start >= start]
        per = found["short"] or found["of"]
        if found["what"] and found["what"].rstrip("为达约") not in text[: found.start()]:
            continue  # 亩均增收: not what was shared out
        counts = [one for one in before if _counts(text, one, per, found["one"])]
        sums = [one for one in before if one.unit == said.unit and one.value > said.value and one not in counts]
        means = [(total.value / count.value, total, count) for total in sums for count in counts if count.value > 1]
        if not means or said.rough or said.value <= 0 or any(abs(mean / said.value - 1) <= _WITHIN for mean, *_ in means):
            continue
        if any(abs(mean - said.value) < 1 and not last_place(text, said) for mean, *_ in means):
            continue  # rounded to whole ones
        mean, total, count = min(means, key=lambda one: abs(one[0] / said.value - 1))
        if not total.rough and not count.rough and 1 / 1.8 < said.value / mean < 1.8:
            start, end = found.start(), found.end()
            yield Hit(
                start,
                end,
                f"{total.shown}除以{count.shown}是{mean:.10g}，请核对。"
                if mean == round(mean, 2)
                else f"{total.shown}除以{count.shown}约是{mean:.1f}，请核对。",
            )


def _counts(text: str, one: Amount, per: str, measure: str | None) -> bool:
    """Whether an amount counts those that a mean is told of: 178个…实践站 of 每站, 643名 of 人均."""
    if one.unit == per:
        return True
    behind = re.split(r"[，。；、：（\d]", text[one.end : one.end + _AFTER + len(per)])[0]
    return one.unit in "个所家支座处间名" and (behind.endswith(per) or behind.startswith(per))


def ratio_of_sentence(passage: Passage, _: Office) -> Iterator[Hit]:
    """在校学生8.4万人…；专任教师5600人，生师比14:1."""
    for found in _RATIO.finditer(passage.text) if "比" in passage.text else ():
        text = passage.text
        amounts = [one for one in amounts_in(text) if one.end <= found.start() and not one.rough]
        if len(amounts) < 2 or not number_of(found["two"]):
            continue
        said = number_of(found["one"]) / number_of(found["two"])
        pairs = [
            (one, two) for one in amounts if found["first"] in _label(text, one) for two in amounts if found["second"] in _label(text, two)
        ]
        ratios = [one.value / two.value for one, two in pairs if one != two and one.unit == two.unit and two.value]
        if not ratios or any(abs(ratio / said - 1) < _WITHIN for ratio in ratios if said):
            continue
        ratio = min(ratios, key=lambda one: abs(one - said))
        if 1 / 1.8 < said / ratio < 1.8:
            yield Hit(found.start(), found.end(), f"按前面的数，应是{ratio:.3g}∶1，请核对。")


def _label(text: str, one: Amount) -> str:
    return _CLAUSE_OF.split(text[: one.start])[-1][-_AFTER:]


RULES = (
    DocumentRule(About("rate.of_paragraph", "比率与本段数字不符", Level.QUERY, "实务"), rate_of_paragraph),
    PassageRule(About("sum.mean_of_paragraph", "平均数与本段数字不符", Level.QUERY, "实务"), mean_of_paragraph, needs="均"),
    PassageRule(About("rate.ratio", "两数之比不符", Level.QUERY, "实务"), ratio_of_sentence, needs="比"),
)
