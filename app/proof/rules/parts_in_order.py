"""Parts told one after the other become hits where they don't come to their whole: 85人，第一批28人，第二批30人，第三批29人 (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.amounts import NUMBER, UNIT, Amount, amounts_in, last_place, written
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule

_AMOUNT = rf"{NUMBER}[万亿]?(?:{UNIT})"
_ORDER = "一二三四五六七八"
_NTH = re.compile(rf"第(?P<nth>[{_ORDER}])(?P<kind>[批期组轮类场次年季阶])(?:段|度|档)?[^，。；、：\d]{{0,8}}(?P<amount>{_AMOUNT})")
_NOT = re.compile(
    rf"(?P<what>[\u4e00-\u9fff]{{2}})(?:的|项目|产品|有|为)?(?P<one>{_AMOUNT})[，、；](?:其中)?(?:不|未|非)(?P=what)(?:的|项目|产品|有|为)?(?P<other>{_AMOUNT})"
)
_NOT_SIGN = re.compile("[，、；](?:其中)?[不未非]")
_LEFT = re.compile(
    rf"(?:已|已经)[\u4e00-\u9fff]{{2,6}}(?P<done>{_AMOUNT})[，、；]?(?:占|[\u4e00-\u9fff]{{2,6}}率|完成率)(?:达到?|为)?{NUMBER}[%％][，；]"
    rf"(?:还有|尚有|剩余|其余|剩下|余下|尚余|还剩)(?P<left>{_AMOUNT})"
)
_BESIDE = 26
_GROWTH = r"(?:，(?:同比|比|较|占)[^，。；、]{0,16}[%％])?"
_MONEY = re.compile(
    rf"收入[^，。；、：\d]{{0,4}}(?P<a>{_AMOUNT}){_GROWTH}[，；][^，。；、：\d]{{0,6}}支出[^，。；、：\d]{{0,4}}(?P<b>{_AMOUNT}){_GROWTH}"
    rf"[，；][^，。；、：\d]{{0,6}}(?:结余|余额|结存|节余)[^，。；、：\d]{{0,3}}(?P<c>{_AMOUNT})(?!（含|（包括|（不含)"
)
_MONEY_SIGN = re.compile("支出.*(?:结余|余额|结存|节余)")
_WHICH = re.compile("其中[，：]?")
_ROWS = 2
_CLOSE = 1.12
"""What comes to more, or less, of the whole than this may leave some parts out."""
_NEAR = 1.25
"""A sum further off than this is one of something else."""


def in_order(passage: Passage, _: Office) -> Iterator[Hit]:
    """第一批, 第二批 and so on to the last one, and a whole of their unit before the first."""
    text = passage.text
    row: list[tuple[re.Match[str], Amount]] = []
    nth = list(_NTH.finditer(text))
    amounts = amounts_in(text) if len(nth) > 1 else ()
    for found in (*nth, None) if amounts else ():
        if found and row and found["kind"] == row[0][0]["kind"] and _ORDER.index(found["nth"]) == len(row):
            part = next((one for one in amounts if one.start == found.start("amount")), None)
            if part and part.unit == row[0][1].unit and "。" not in text[row[-1][1].end : part.start]:
                row.append((found, part))
                continue
        yield from _summed(text, [part for _, part in row], amounts, row[0][0].start()) if len(row) > 1 else ()
        first = found and next((one for one in amounts if one.start == found.start("amount")), None)
        row = [(found, first)] if found and first and found["nth"] == "一" else []


def with_its_negation(passage: Passage, _: Office) -> Iterator[Hit]:
    """电子秤158台，合格149台，不合格11台: what is so, and what isn't."""
    for found in found_by(_NOT_SIGN, _NOT, passage.text):
        amounts = {one.start: one for one in amounts_in(passage.text)}
        one, other = amounts.get(found.start("one")), amounts.get(found.start("other"))
        if one and other and one.unit == other.unit:
            yield from _summed(passage.text, [one, other], tuple(amounts.values()), found.start())


def left_over(passage: Passage, _: Office) -> Iterator[Hit]:
    """积案86件…已化解73件，化解率84.9%，还有15件: what is done, its rate, and what is left of that which the paragraph tells before."""
    for found in _LEFT.finditer(passage.text):
        amounts = {one.start: one for one in amounts_in(passage.text)}
        done, left = amounts.get(found.start("done")), amounts.get(found.start("left"))
        if done and left and done.unit == left.unit:
            yield from _summed(passage.text, [done, left], tuple(amounts.values()), found.start())


def income_and_spending(passage: Passage, _: Office) -> Iterator[Hit]:
    """收入31.5亿元，同比增长5.0%；支出27.3亿元，同比增长4.2%；结余4.6亿元."""
    for found in found_by(_MONEY_SIGN, _MONEY, passage.text):
        amounts = {one.start: one for one in amounts_in(passage.text)}
        income, spent, left = (amounts.get(found.start(name)) for name in "abc")
        if not (income and spent and left) or any(one.rough or one.unit != "元" for one in (income, spent, left)):
            continue
        right = round(income.value - spent.value, 4)
        off = 0.51 * sum(last_place(passage.text, one) for one in (income, spent, left))
        if right > 0 and abs(right - left.value) > off:
            yield Hit(found.start("c"), found.end("c"), f"{income.shown}减{spent.shown}是{written(right)}，请核对。")


def by_turns(passage: Passage, _: Office) -> Iterator[Hit]:
    """项目12个，总投资48.6亿元，其中甲类5个、投资21.3亿元，乙类4个、投资…: figures of two units by turns, each with its whole."""
    for mark in _WHICH.finditer(passage.text):
        amounts = amounts_in(passage.text)
        start = max(passage.text.rfind(sign, 0, mark.start()) for sign in "。；") + 1
        stop = min(at if (at := passage.text.find(sign, mark.end())) >= 0 else len(passage.text) for sign in "。；")
        before = [one for one in amounts if start <= one.start and one.end <= mark.start()]
        after = [one for one in amounts if mark.end() <= one.start and one.end <= stop]
        units = tuple(one.unit for one in after[:2])
        turns = [one for turn, one in enumerate(after) if one.unit == units[turn % 2]] if len(set(units)) > 1 else []
        if len(turns) != len(after) or len(after) % 2 or len(after) < 2 * _ROWS or any(one.rough for one in after):
            continue
        for turn, unit in enumerate(units):
            parts, wholes = after[turn::2], [one for one in before if one.unit == unit and not one.rough]
            sum_ = round(sum(one.value for one in parts), 4)
            off = 0.51 * sum(last_place(passage.text, one) for one in parts)
            if len(wholes) == 1 and off < abs(wholes[0].value - sum_) and 1 / _CLOSE < sum_ / wholes[0].value < _CLOSE:
                told = f"各项的{unit}数加起来是{written(sum_)}，和总数{wholes[0].shown}不等，请核对。"
                yield Hit(parts[-1].start, parts[-1].end, told)


def _summed(text: str, parts: list[Amount], amounts: tuple[Amount, ...], place: int) -> Iterator[Hit]:
    """The parts against the amounts of their unit before them, as far as the sentence before: none of which they come to."""
    start = text.rfind("。", 0, max(0, text.rfind("。", 0, place))) + 1
    before = [one for one in amounts if start <= one.start and one.end <= place and one.unit == parts[0].unit]
    sum_ = round(sum(one.value for one in parts), 4)
    slack = 0.51 * sum(last_place(text, one) for one in parts)
    near = [one for one in before if one.value and 1 / _NEAR < sum_ / one.value < _NEAR and one.value > max(part.value for part in parts)]
    if not near or any(one.rough for one in (*near, *parts)) or any(abs(one.value - sum_) <= slack for one in before):
        return
    words = f"{'加'.join(one.shown for one in parts)}是{written(sum_)}，和总数{near[-1].shown}不等，请核对。"
    whole = near[-1]
    yield Hit(whole.start if parts[0].start - whole.end < _BESIDE else parts[0].start, parts[-1].end, words)


RULES = (
    PassageRule(About("sum.money_left", "收支结余不平", Level.QUERY, "实务"), income_and_spending, needs="支"),
    PassageRule(About("sum.by_turns", "交替两项之和与总数", Level.QUERY, "实务"), by_turns, needs="其"),
    PassageRule(About("sum.in_order", "逐批之和与总数", Level.QUERY, "实务"), in_order, needs="第"),
    PassageRule(About("sum.negation", "正反两项之和与总数", Level.QUERY, "实务"), with_its_negation, needs="不未非"),
    PassageRule(About("sum.left_over", "余数与前面的总数", Level.QUERY, "实务"), left_over, needs="还尚剩其余"),
)
