"""What was shared out against heads and what each of them got, and what was done against what was found, become hits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from app.proof.amounts import NUMBER, number_of, written
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.text.numerals import parse_numeral

_THINGS = "万?元|公斤|千克|斤|吨|袋|箱|册|本|棵|株|桶|套|份|件|个|盒|瓶|床|只|羽|尾|亩|平方米"
_UNITS = f"人次|户次|{_THINGS}|人|名|户|家|公里|米|篇|场|课时|亿元|立方米|吨"
_SHARED = re.compile(
    rf"(?<![约近超\d.,])(?P<count>{NUMBER})(?P<what>名|人|位|户|家|个村|个|所|校|村)(?![次天月年])[^。；\d]{{0,26}}?"
    rf"每(?P<per>人|名|位|户|家|村|个|所|校)[^，。；、\d约近]{{0,10}}?(?P<each>{NUMBER})(?P<unit>{_THINGS})(?![余多左以])[^。；\d]{{0,16}}?"
    rf"(?:总计|合计|共计|一共|(?<=，)共)[^，。；、\d约近超]{{0,8}}?(?P<total>{NUMBER})(?P<total_unit>{_THINGS})(?![余多左以])"
)
_BY_GROUPS = re.compile("每[期场栋幢组批班队支天日周次座箱袋桶套间排层车站轮标片所校]|日均")
_OF_GROUPS = re.compile(
    rf"(?<![约近超第\d.,—～至-])(?P<count>{NUMBER}|[两三四五六七八九十])个?(?P<what>期|场|栋|幢|组|小组|工作组|批|班|队|小队|天|周|次|座|箱|袋|桶|套|间|排|层|车|站|轮|标段|片区|支队伍|所学校)"
    rf"(?![次级学月年])[^。；\d]{{0,24}}?(?:每(?P<per>期|场|栋|幢|组|批|班|队|支|天|日|周|次|座|箱|袋|桶|套|间|排|层|车|站|轮|标段|片区|所|校)|(?P<daily>日均))"
    rf"[^，。；、\d约近]{{0,10}}?(?P<each>{NUMBER})(?P<unit>{_UNITS})(?![余多左以/])[^。；\d]{{0,16}}?"
    rf"(?:总计|合计|共计|一共|累计|总[^，。；、\d]{{1,4}}|(?<=[，、])共)[^，。；、\d约近超]{{0,8}}?(?P<total>{NUMBER})(?P=unit)(?![余多左以])"
)
_EACH = re.compile("，每")
_NOUN = (
    r"(?:(?P<named>[^，。；、\d]{1,8})"
    r"(?=[，；、](?:共|合计|总计|累计)[^，。；、\d]{0,2}\d[\d.]*[^\d，。；、]{1,2}?(?:(?P=named)|[，。；]|$)))?"
)
"""What each has so many of; all of them are told by the same word, or by none."""
_OF_EACH = re.compile(
    rf"(?<![约近超第\d.,—～至-])(?P<count>{NUMBER}|[两三四五六七八九十])个(?P<what>[^，。；、\d每]{{1,10}})，每个[^，。；、\d约近]{{0,12}}?"
    rf"(?P<each>{NUMBER})(?P<unit>{_UNITS})(?![余多左以/至～—]){_NOUN}[，；、][^，。；\d]{{0,6}}?(?:共|合计|总计|累计)[^，。；、\d约近超]{{0,8}}?(?P<total>{NUMBER})(?P=unit)(?![余多左以])"
)
_PARTED = re.compile(
    rf"(?<![约近超第\d.,—～至-])(?P<total>{NUMBER})(?P<unit>人|名|件|台|辆|套|吨|亩|公里|万元|元)(?![余多左以次])[^。；\d]{{0,20}}?"
    rf"(?:组成|组建|编成|分成|分为|划分为|分)了?(?P<count>{NUMBER}|[两三四五六七八九十])个?支?(?P<what>[^，。；、\d每]{{0,6}}?(?P<noun>组|队|班|批|期|片|段|车))，"
    rf"每(?:个|支)?[^，。；、\d]{{0,6}}?(?P=noun)[^，。；、\d约近]{{0,6}}?(?P<each>{NUMBER})(?P=unit)(?![余多左以至～—])"
)
_OF_HEADS = {"名": "人名位", "人": "人名位", "位": "人名位", "个村": "村", "村": "村个"}
_WAN = 10_000
_GROUPS_MOST = 1.6
_FOUND = (
    "(?:发现|排查出?|摸排出?|查出|查找出?|检查出|梳理出?|收集到?|征集到?|收到|受理|接到|接收|征求到?)[^，。；、（\\d]{0,10}?"
    rf"(?P<found>{NUMBER})(?P<unit>[个处件条项起宗例户])"
)
_DONE = re.compile(
    rf"{_FOUND}[^。；\d]{{0,14}}?[，；、]?(?:现已|目前已|均已|已|当场|现场|立即|限期)?"
    "(?:整改|办结|办理|完成|化解|解决|答复|处理|处置|销号|回复|调处|采纳|落实|修复|消除)[^，。；、（\\d]{0,6}?"
    rf"(?P<done>{NUMBER})(?P=unit)"
)
_MOST = 2
"""Done more than so many times what was found is something else."""


def shared_out(passage: Passage, _: Office) -> Iterator[Hit]:
    """慰问党员5名，每人500元，共3,000元: heads times what each got."""
    for found in _SHARED.finditer(passage.text):
        if found["per"] not in _OF_HEADS.get(found["what"], found["what"]):
            continue
        each, total = number_of(found["each"]), number_of(found["total"])
        if found["unit"] != found["total_unit"]:
            if {found["unit"], found["total_unit"]} != {"元", "万元"}:
                continue
            each, total = each * (_WAN if found["unit"] == "万元" else 1), total * (_WAN if found["total_unit"] == "万元" else 1)
        right = round(number_of(found["count"]) * each, 4)
        if right != round(total, 4) and 1 / _MOST <= total / right <= _MOST:
            words = f"{found['count']}{found['what']}、每{found['per']}{found['each']}{found['unit']}，算下来是{written(right)}，请核对。"
            yield Hit(found.start("total"), found.end("total_unit"), words)


def groups_of_each(passage: Passage, _: Office) -> Iterator[Hit]:
    """分4期，每期60人，累计培训260人: so many times what each has; 126人分成6组，每组25人: the whole is told first."""
    for found in chain(
        found_by(_BY_GROUPS, _OF_GROUPS, passage.text), found_by(_EACH, _OF_EACH, passage.text), found_by(_EACH, _PARTED, passage.text)
    ):
        groups = found.groupdict()
        per = groups.get("per") or ""
        if groups.get("daily") and found["what"] != "天":
            continue
        if per and not found["what"].endswith(per.replace("日", "天")) and not found["what"].startswith(per):
            continue
        count, each, total = _count(found["count"]), number_of(found["each"]), number_of(found["total"])
        right = round(count * each, 4)
        if right and right != round(total, 4) and 1 / _GROUPS_MOST < total / right < _GROUPS_MOST:
            first = min(found.span("total"), found.span("each"))
            yield Hit(first[0], found.end(), f"{found['count']}乘以{found['each']}是{written(right)}，和{found['total']}不等，请核对。")


def _count(words: str) -> float:
    return float(parse_numeral(words) or 0) if words in "两三四五六七八九十" else number_of(words)


def more_than_found(passage: Passage, _: Office) -> Iterator[Hit]:
    """发现问题9处，整改10处: no more is put right than was found."""
    for found in _DONE.finditer(passage.text):
        there, done = number_of(found["found"]), number_of(found["done"])
        if there < done <= _MOST * there:
            yield Hit(found.start("done"), found.end(), f"前面只有{found['found']}{found['unit']}，请核对。")


RULES = (
    PassageRule(About("sum.groups", "每组乘以组数", Level.QUERY, "实务"), groups_of_each, needs="每日"),
    PassageRule(About("sum.shared", "每份乘以份数", Level.QUERY, "实务"), shared_out, needs="每"),
    PassageRule(About("sum.done", "办结多于发现", Level.QUERY, "实务"), more_than_found, needs="现排查梳收征受接"),
)
