"""What was done and what is left, held against the whole, become hits: 发现11处，整改9处，剩余3处 (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from app.proof.amounts import Amount, amounts_in, written
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule

_SPENT = re.compile(r"(?:支出|支付|花费|使用|用去|用于|发放)[^，。；、\d]{0,6}$")
_LEFT = re.compile(
    r"(?:结余|余额|在建|正在[^，。；、\d]{0,4}|退回[^，。；、\d]{0,4}|驳回|不予[^，。；、\d]{0,4}|剩余|其余|余下|尚有|还有|还剩|剩下|尚未[^，。；、\d]{0,4}|未[\u4e00-\u9fff]{1,4}的?(?:有)?)[^，。；、\d]{0,6}$"
)
_REST = re.compile("余额|[结剩其]余|余下|在建|正在|[退驳]回|不予|[尚还]有|还剩|剩下|未")
_SENT_BACK = re.compile("[退驳]回|不予")
_UNDER_WAY = re.compile("正在|在建|推进|在办|办理中|处置中|整改中|已启动|已开工")
_DONE = re.compile(
    r"(?:已|建成|封顶|竣工|整改|完成|办结|化解|销号|处理|解决|修复|改造|发放|签订|兑付|拆除|清理|调解|审结|结案|通过|受理|批准|准予|核准)[^，。；、\d]{0,6}$"
)
_SENTENCE = re.compile(r"[^。；！？\n]+")
_STRETCH = re.compile(r"[^。！？\n]+")
_THE_REST = re.compile(r"(?:其余|剩余|余下|剩下)的?(?=\d)")
_GROWN = re.compile("同比|环比|比上年|比去年|较上年|较去年|增长|累计|计划|目标")
_CARRIED = re.compile("结转|滚存|年初结余|上年结余")
"""Where money of before comes in, what is left isn't what came in less what was spent."""
_MOST, _PARTS = 7, 4
"""Amounts of one unit in a stretch, and parts of a whole, of which it is still clear what they are."""
_ALMOST = 0.8
"""What comes to less of the whole than this is taken for parts of something else."""
_GAP = 26
"""Characters between two amounts that speak of one thing, at most."""


def rest_of_total(passage: Passage, _: Office) -> Iterator[Hit]:
    """What is left over: 发现11处，整改9处，剩余3处."""
    for sentence in found_by(_REST, _SENTENCE, passage.text):
        if not _REST.search(sentence[0]) or _CARRIED.search(sentence[0]):
            continue
        text, amounts = sentence[0], amounts_in(sentence[0])
        told = -1
        for turn, (done, left) in enumerate(pairwise(amounts)):
            if turn == told:
                continue  # the latter two of three parts
            rest = amounts[turn + 2] if turn + 2 < len(amounts) else None
            if (
                rest
                and rest.unit == left.unit
                and _UNDER_WAY.search(text[done.end : left.start])
                and _LEFT.search(text[left.end : rest.start])
            ):
                yield from _three(text, sentence.start(), amounts[:turn], (done, left, rest))
                told = turn + 1
                continue
            totals = [one for one in amounts[:turn] if one.unit == done.unit and one.value >= done.value and not one.rough]
            if not totals or done.unit != left.unit or done.rough or left.rough or not _opposed(text, totals[-1], done, left):
                continue
            sum_ = round(done.value + left.value, 4)
            total = min(totals, key=lambda one: abs(one.value - sum_))
            if rest and rest.unit == left.unit and round(sum_ + rest.value, 4) in [one.value for one in totals]:
                continue  # 分解42项，已完成18项，正在推进21项，进展较慢3项
            if sum_ < total.value and _SENT_BACK.search(text, done.end, left.start):
                continue  # 收到312份，审核通过276份，退回补正12份: the others may still lie there
            if total.value != sum_ and _ALMOST < sum_ / total.value < 1 / _ALMOST:
                start = total.start if done.start - total.end < _GAP else done.start
                words = f"{done.shown}加{left.shown}是{written(sum_)}，和总数{total.shown}不等，请核对。"
                yield Hit(sentence.start() + start, sentence.start() + left.end, words)


def _three(text: str, base: int, before: Sequence[Amount], parts: tuple[Amount, Amount, Amount]) -> Iterator[Hit]:
    """任务46项，已完成17项，正在推进26项，尚未启动5项: what is done, under way and left to do is the whole."""
    done, _, rest = parts
    totals = [one for one in before if one.unit == done.unit and one.value >= done.value and not one.rough]
    sum_ = round(sum(one.value for one in parts), 4)
    if totals and _DONE.search(text[totals[-1].end : done.start]) and not any(one.rough for one in parts):
        total = totals[-1]
        if total.value != sum_ and _ALMOST < sum_ / total.value < 1 / _ALMOST:
            words = f"{'加'.join(one.shown for one in parts)}是{written(sum_)}，和总数{total.shown}不等，请核对。"
            yield Hit(base + total.start, base + rest.end, words)


def _opposed(text: str, total: Amount, done: Amount, left: Amount) -> bool:
    """Whether the one amount is what was done, or spent, and the other what is left of it."""
    rest, so_far = text[done.end : left.start], text[max(total.end, done.start - _GAP) : done.start]
    if not _LEFT.search(rest):
        return False
    undone = re.search(r"未(?P<verb>[\u4e00-\u9fff]{2})", rest)
    told = undone and (undone["verb"] in so_far or re.match(f"[个户家名人处项]?{undone['verb']}", rest))
    return bool(_DONE.search(so_far) or _SPENT.search(so_far) or told)


def rest_of_parts(passage: Passage, _: Office) -> Iterator[Hit]:
    """23个卫生院中，18个达标；其余6个正在创建: 其余 says that what was told before and what follows are all."""
    for stretch in found_by(_THE_REST, _STRETCH, passage.text):
        text, amounts = stretch[0], amounts_in(stretch[0])
        for mark in _THE_REST.finditer(text):
            rest = next((one for one in amounts if one.start == mark.end()), None)
            before = [one for one in amounts if rest and one.end <= mark.start() and one.unit == rest.unit]
            if rest is None or rest.rough or len(before) < 2 or len(before) > _MOST or any(one.rough for one in before):
                continue
            if any(_told(before[turn], before[turn + 1 :], rest) for turn in range(len(before) - 1)):
                continue
            turn = next(
                (turn for turn, one in enumerate(before[:-1]) if one.value > max(other.value for other in before[turn + 1 :])), None
            )
            if turn is None or _GROWN.search(text, before[turn].end, mark.start()):
                continue
            whole, parts = before[turn], before[turn + 1 :]
            sum_ = round(sum(one.value for one in parts) + rest.value, 4)
            if len(parts) <= _PARTS and _ALMOST < sum_ / whole.value < 1 / _ALMOST and text.count("其余", whole.end) < 2:
                words = f"{'加'.join(one.shown for one in (*parts, rest))}是{written(sum_)}，和总数{whole.shown}不等，请核对。"
                yield Hit(stretch.start() + mark.start(), stretch.start() + rest.end, words)


def _told(whole: Amount, parts: Sequence[Amount], rest: Amount) -> bool:
    """Whether some of the parts, those that stand last among them or not, and the rest make the whole."""
    numbers = [one.value for one in parts]
    return any(
        round(sum(chosen) + rest.value, 4) == whole.value for size in range(1, len(numbers) + 1) for chosen in combinations(numbers, size)
    )


RULES = (
    PassageRule(About("sum.rest", "余数不等", Level.QUERY, "实务"), rest_of_total, needs="余建正剩尚还未退驳予"),
    PassageRule(About("sum.rest_of_parts", "其余之数不符", Level.QUERY, "实务"), rest_of_parts, needs="余剩"),
)
