"""What came in, went out and is there, and what was there a year ago, become hits where the figures don't balance (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.amounts import NUMBER, UNIT, number_of
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule

_A = rf"(?P<a>{NUMBER})(?P<scale>[万亿]?)(?P<unit>{UNIT})(?![余多左以])"
_B = rf"(?P<b>{NUMBER})(?P=scale)(?P=unit)(?![余多左以])"
_C = rf"(?P<c>{NUMBER})(?P=scale)(?P=unit)(?![余多左以])"
_SAY = r"[^，。；、\d约近超逾]{0,8}?"
_NEXT = r"[^，。；、\d]{0,4}[，、；]" + _SAY
_THEN = "(?:去年|上年|年初|去年末|上年末|去年底|上年底|原来|原有|此前|改造前|上届|上期|上月末)"
_LESS = (
    (
        re.compile("实际"),
        re.compile(rf"(?:计划|目标|任务|预算|应有){_SAY}{_A}{_NEXT}实际{_SAY}{_B}{_NEXT}(?:少|缺|差|欠|短缺|结余|节约){_SAY}{_C}"),
    ),
    (
        re.compile("实[到参出]"),
        re.compile(rf"应[到参出]{_SAY}{_A}{_NEXT}实[到参出]{_SAY}{_B}{_NEXT}(?:请假|缺席|因[事病公]|未到){_SAY}{_C}"),
    ),
    (
        re.compile("净增"),
        re.compile(
            rf"新(?:登记|增|设立|设|发展|注册|建|入库|入统){_SAY}{_A}[^。；\d]{{0,14}}[，、；](?:[^，。；\d]{{0,6}}均[^，。；\d]{{0,6}}{NUMBER}(?P=unit)[，；])?(?:同期|同时)?(?:注销|退出|减少|流失|关停|吊销|转出|出库|撤销|淘汰){_SAY}"
            rf"{_B}{_NEXT}净增加?{_SAY}{_C}"
        ),
    ),
    (
        re.compile("(?:比|较)(?:去年|上年|年初|原来|原有|此前|改造前|上届|上期|上月末)"),
        re.compile(
            rf"(?:总数|总量|总户数|总人数)(?:达到|达|增至|增加到|为)?{_SAY}{_A}{_NEXT}(?:比|较){_THEN}[^，。；、\d]{{0,4}}(?:的|为)?{_B}(?:净?增加?了?|多了?|增长了?){_SAY}{_C}"
        ),
    ),
    (
        re.compile("结余|余额|剩余|结存|节余"),
        re.compile(
            rf"(?:收入|到账|筹集|募集|到位资金|拨付){_SAY}{_A}{_NEXT}(?:支出|已支出|使用|已使用|花费|用去){_SAY}{_B}{_NEXT}(?:结余|余额|剩余|结存|节余){_SAY}{_C}(?!（含|（包括|（不含)"
        ),
    ),
)
"""a less b is c, each with a sign of it."""
_MORE = (
    (
        re.compile("实际"),
        re.compile(
            rf"(?:计划|目标|任务|预算){_SAY}{_A}{_NEXT}实际{_SAY}(?P<c>{NUMBER})(?P=scale)(?P=unit){_NEXT}(?:超额|超计划|超出|超|多)[完成]{{0,2}}{_SAY}{_B}"
        ),
    ),
    (re.compile("[改扩]建"), re.compile(rf"新建{_SAY}{_A}{_NEXT}[改扩]建{_SAY}{_B}{_NEXT}(?:共|合计|累计)?新[、（]?[改扩]建{_SAY}{_C}")),
    (
        re.compile("，占"),
        re.compile(
            rf"(?<![\d.约近]){_A}，占[^，。；、\d]{{0,10}}(?P<c>{NUMBER})(?P=scale)(?P=unit)的[\d.]+[%％]{_NEXT}(?:剩余|其余|余下|尚有|还有|还剩){_SAY}{_B}"
        ),
    ),
    (
        re.compile("[原现已]有|已建|[上去]年[末底]"),
        re.compile(
            rf"(?:原有|现有|已有|已建|已建成|已建设|上年末|去年末|去年底){_SAY}{_A}{_NEXT}(?:今年|又|再|还|另)?(?:新增|新建|增设|增加|扩建|新招|新增设){_SAY}{_B}"
            rf"[^，。；\d]{{0,10}}[，、；](?:总数|总量|现有|共有|总共|累计|合计|达到)(?:达到|达|为|增至|有)?{_SAY}{_C}"
        ),
    ),
    (
        re.compile("，而?(?:去年|上年|年初|原来|原有|此前|改造前|上届|上期|上月末)"),
        re.compile(
            rf"新(?:增|建|招|设){_SAY}{_A}{_NEXT}(?:总数|总量|累计|总计)(?:达到|达|为|增至|增加到)?{_SAY}(?P<c>{NUMBER})(?P=scale)(?P=unit)，(?:而)?{_THEN}[^，。；、\d]{{0,6}}(?:为|有|是|仅有?)?{_B}"
        ),
    ),
)
"""a and b are c."""
_GROWN = (
    re.compile(
        rf"(?P<now>{NUMBER})(?P<scale>[万亿]?)(?P<unit>{UNIT}|千瓦时)(?:，|（)(?:同比|环比|(?:比|较)[^，。；\d]{{1,8}})?(?:净)?(?P<way>增长|增加|上升|提高|下降|减少|降低|下滑)了?"
        rf"(?P<percent>{NUMBER})[%％][，；）。（][^，。；、\d]{{0,4}}(?:去年|上年|上月|上季度)(?:同期|全年)?(?![增减多少升降提])[^，。；、\d]{{0,6}}?(?:为|是|只有|仅有?|仅为)?(?P<then>{NUMBER})(?P=scale)(?P=unit)"
    ),
    re.compile(
        rf"(?:去年|上年|上月|上季度)(?:同期|全年)?[^，。；、\d]{{0,8}}?(?P<then>{NUMBER})(?P<scale>[万亿]?)(?P<unit>{UNIT}|千瓦时)，[^，。；、\d]{{0,4}}(?:今年|本月|本季度|目前|现在)[^，。；、\d]{{0,10}}?"
        rf"(?P<now>{NUMBER})(?P=scale)(?P=unit)，(?:同比|环比)?(?P<way>增长|增加|上升|提高|下降|减少|降低|下滑)了?(?P<percent>{NUMBER})[%％]"
    ),
)
_WAN = 10_000
_NET = re.compile(
    rf"新(?:登记|增|设立|设|注册)[^，。；、\d约近]{{0,8}}(?P<a>{NUMBER})万(?P<unit>户|家|人|名|个)[^。]{{0,40}}?[，、；]"
    rf"(?:注销|退出|减少|吊销)[^，。；、\d约近]{{0,6}}(?P<b>{NUMBER})(?P=unit)[，、；]净增加?[^，。；、\d约近]{{0,4}}(?P<c>{NUMBER})(?P<c_scale>万?)(?P=unit)"
)
_UP = frozenset({"增长", "增加", "上升", "提高"})
_NEAR, _SHARE, _FAR = 0.6, 0.02, 2.5
_DIFFERENCE = re.compile("(?:增加|减少|多|少|增长|下降|提高)了?$")
"""Before what isn't last year's figure, but how much more or less it was."""


def balance(passage: Passage, _: Office) -> Iterator[Hit]:
    """应到120名，实到118名，请假3名; 新登记1.2万户，注销0.3万户，净增0.8万户; 原有6个，新建12个，总数达到20个."""
    for sign, patterns in ((-1, _LESS), (1, _MORE)):
        for signs, pattern in patterns:
            for found in found_by(signs, pattern, passage.text):
                a, b, c = (number_of(found[name]) for name in "abc")
                right = round(a + sign * b, 4)
                decimals = max(len(found[name].partition(".")[2]) for name in "abc")
                if right > 0 and abs(right - c) > (0 if not decimals else 1.01 * 10**-decimals) and 1 / _FAR < c / right < _FAR:
                    word = "加" if sign > 0 else "减"
                    told = f"{found['a']}{word}{found['b']}是{right:.10g}，和{found['c']}不等，请核对。"
                    yield Hit(found.start("c") if found.start("c") > found.start("a") else found.start("a"), found.end(), told)


def balance_across(passage: Passage, _: Office) -> Iterator[Hit]:
    """1.2万户…，注销3200户，净增8600户: the first figure has 万, the others haven't."""
    for found in _NET.finditer(passage.text):
        a, b, c = number_of(found["a"]) * _WAN, number_of(found["b"]), number_of(found["c"]) * (_WAN if found["c_scale"] else 1)
        decimals = len(found["a"].partition(".")[2])
        if abs(a - b - c) > 0.51 * _WAN * 10**-decimals or (a - b != c and a - b == round(a - b, -2) and c == round(c, -2)):
            yield Hit(found.start("c"), found.end(), f"{found['a']}万减{found['b']}是{a - b:.10g}，请核对。")


def growth_against_last(passage: Passage, _: Office) -> Iterator[Hit]:
    """4.5亿千瓦时，同比增长20%，去年同期为4亿千瓦时: the growth that the two figures give is another."""
    for pattern in _GROWN:
        for found in pattern.finditer(passage.text):
            now, then, said = (number_of(found[name]) for name in ("now", "then", "percent"))
            change = (now - then) / then * 100 if then else 0.0
            up = found["way"] in _UP
            if not then or not change or _DIFFERENCE.search(passage.text, max(0, found.start("then") - 4), found.start("then")):
                continue
            if (change > 0) is not up:
                yield Hit(
                    found.start("way"), found.end("percent") + 1, f"由{then:g}到{now:g}，是{'增长' if change > 0 else '下降'}，请核对。"
                )
            elif abs(abs(change) - said) > max(_NEAR, abs(change) * _SHARE):
                yield Hit(found.start("way"), found.end("percent") + 1, f"由{then:g}到{now:g}，变化是{abs(change):.1f}%，请核对。")


RULES = (
    PassageRule(About("sum.balance", "增减结存不平", Level.QUERY, "实务"), balance, needs="应新总收到筹募拨原现已末底占实"),
    PassageRule(About("sum.net", "净增数不符", Level.QUERY, "实务"), balance_across, needs="净"),
    PassageRule(About("sum.growth_of_last", "增幅与同期数字不符", Level.QUERY, "实务"), growth_against_last, needs="去上"),
)
