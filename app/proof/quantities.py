"""A text becomes the quantities it reckons with: shares (占60%) with their parts, and how one figure is held against another."""

from __future__ import annotations

import re
from functools import lru_cache

from app.proof.amounts import NUMBER, Amount, amounts_in, last_place, number_of
from app.records import dataclass

_SHARE = re.compile(
    rf"(?:[^，。；、：\d（）%％]{{0,8}})[，（、]?(?:分别)?占(?:到|了|比|(?!地)[^，。；、\d%％）]{{1,14}}?)?(?:为|达|约|约为|高达)?"
    rf"(?P<percents>{NUMBER}[%％](?:[、和]{NUMBER}[%％])*)"
)
"""From the end of an amount on: what it is a share of, and how much."""
_PERCENT = re.compile(rf"(?P<number>{NUMBER})[%％]")
_BETWEEN = 14
_SLIP_OF_TEN = 10
CLOSE, FACTOR = 16.0, 1.7
"""A percentage further off, in points and as a factor, than both of these is one of something else."""


@dataclass(frozen=True, slots=True)
class Share:
    """`part` is said to be `percent` of something; `start:end` is the percentage, `step` what one of its last figure is."""

    part: Amount
    percent: float
    step: float
    start: int
    end: int
    rounding: float
    """What the part itself may be off by."""

    def of(self, whole: float) -> bool:
        """Whether it is so much of this whole, rounded or cut off."""
        if not whole:
            return False
        low, high = ((self.part.value + sign * self.rounding) / whole * 100 for sign in (-1, 1))
        return low - self.step / 2 - 1e-9 <= self.percent <= high + self.step / 2 + 1e-9 or 0 <= low - self.percent < self.step - 1e-9


@lru_cache(maxsize=1024)
def shares_in(text: str) -> tuple[Share, ...]:
    """Every share that stands right behind its part, in order; of 728件、1092件，分别占20%、30% each with its own."""
    if "占" not in text or not _PERCENT.search(text):
        return ()
    shares: list[Share] = []
    amounts = amounts_in(text)
    for turn, part in enumerate(amounts):
        found = _SHARE.match(text, part.end)
        if found is None or part.unit == "个百分点":
            continue
        percents = list(_PERCENT.finditer(text, found.start("percents"), found.end("percents")))
        if len(percents) > 1 and "分别" not in found[0]:
            continue
        parts = amounts[turn + 1 - len(percents) : turn + 1] if turn + 1 >= len(percents) else ()
        if not parts or len({one.unit for one in parts}) > 1 or any(one.rough for one in parts):
            continue
        for one, percent in zip(parts, percents, strict=True):
            step = float(10 ** -len(percent["number"].partition(".")[2]))
            shares.append(Share(one, number_of(percent["number"]), step, percent.start(), percent.end(), last_place(text, one) / 2))
    return tuple(shares)


def counted(unit: str) -> str:
    """A unit by what it counts: 件 for 件次, 人 for 人次."""
    return unit[:-1] if len(unit) == len("件次") and unit.endswith("次") else unit


def likely_slip(said: float, right: float) -> bool:
    """Whether somebody who meant the one percentage may well have written the other: not far off, or by a place of the point."""
    if min(said, right) <= 0:
        return False
    near = abs(said - right) < CLOSE and 1 / FACTOR < said / right < FACTOR
    tenfold = any(abs(said / right / ten - 1) < 0.06 for ten in (_SLIP_OF_TEN, 1 / _SLIP_OF_TEN))
    return near or tenfold
