"""A text becomes its amounts: 3.2万条 as 32000 of 条, with the place, and whether it is a rough one."""

from __future__ import annotations

import re
from functools import lru_cache

from app.records import dataclass

NUMBER = r"(?<!\d)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""A number in figures, with or without commas in threes; `number_of` reads it."""
UNIT = (
    "人次|户次|家次|件次|车次|场次|班次|平方千米|标箱|个百分点|千瓦时|吨公里|台（套）|台套|公斤|平方米|平方公里|立方米|公里|公顷|千克|千瓦|亩次|头次|册次|人|名|户|家|个|件"
    "|起|处|项|条|份|次|台|辆|吨|亩|元|米|套|间|所|座|只|头|棵|株"
    "|场|期|篇|位|册|张|批|例|宗|支|笔|本|幅|块|片|间|栋|幢|盏|艘|架|枚|袋|瓶|盒|箱|桶|门|课时|学时|款|级|站|集|部|队|组|班|村|镇|社区|乡|床"
    "|剂|针|例|讲|课|节|步|桌|罐|立方|尾|羽|颗|粒|枝|束|封|幕|首|层|道|眼|座|处|口|副|套|捆|车|船|趟|架次|艘次|辆次|台次|种|类|天|小时"
    "|分钟|克|升|毫升|厘米|毫米"
)
ABOUT = "(?<![附最邻临])近|(?<![预签契节履违解公合制集续邀条])约"
"""What makes a number a rough one, and is no end of another word: 附近, 签约."""
_AMOUNT = re.compile(rf"(?=\d)(?<![\d.,])(?P<number>{NUMBER})(?P<scale>[万亿]?)(?P<more>[余多]?)(?P<unit>{UNIT})(?!月|百分点|工作日)")
_ROUGH = re.compile(rf"(?:{ABOUT}|(?<!商)超过?|逾|至少|不少于)$")
_PERSONS = frozenset("人名位")
SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}
"""What stands between figures and their unit, to how many it is."""
_IN_TEN_THOUSANDS = 100_000
"""From this number on one counts by ten thousands."""


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` of `unit` (persons are counted in 人) at `start:end` of a text. `rough`: 近, 约, 余 or the like goes with it."""

    start: int
    end: int
    value: float
    unit: str
    rough: bool

    @property
    def shown(self) -> str:
        """The value as one writes it."""
        return written(self.value)


def written(value: float) -> str:
    """A number as a bulletin writes it: 864.3亿, 1.2万, 4210."""
    for scale, least in (("亿", SCALES["亿"]), ("万", _IN_TEN_THOUSANDS)):
        shown = f"{value / SCALES[scale]:.10g}"
        if abs(value) >= least and float(shown) * SCALES[scale] == value:
            return shown + scale
    return f"{value:.10g}"


def number_of(words: str) -> float:
    """The value of a number in figures."""
    return float(words.replace(",", ""))


@lru_cache(maxsize=1024)  # half a dozen rules ask for those of each sentence
def amounts_in(text: str) -> tuple[Amount, ...]:
    """Every amount, in order; the place begins with its figures."""
    amounts: list[Amount] = []
    for found in _AMOUNT.finditer(text):
        value = round(number_of(found["number"]) * SCALES[found["scale"]], 4)
        unit = "人" if found["unit"] in _PERSONS else found["unit"]
        rough = found["more"] or _ROUGH.search(text, max(0, found.start() - 3), found.start())
        amounts.append(Amount(found.start(), found.end(), value, unit, bool(rough)))
    return tuple(amounts)


def last_place(text: str, part: Amount) -> float:
    """What the last figure of an amount stands for, 万 and 亿 counted in; nothing where whole things were counted.

    Whole 亿 are taken as exact to a tenth: whoever rounds more says so.
    """
    scale, _ = scale_of(text, part)
    decimals = len(re.sub(r"[^\d]", "", text[part.start : part.end].partition(".")[2]))
    return 0.0 if scale == 1 and not decimals else scale / 10.0 ** max(decimals, 1)


def scale_of(text: str, part: Amount) -> tuple[int, str]:
    """What stands between the figures of an amount and its unit, and how many it is."""
    words = text[part.start : part.end]
    sign = next((one for one in ("亿", "万") if one in words), "")
    return SCALES[sign], sign
