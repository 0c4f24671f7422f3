"""The office's table of units becomes a pattern that finds them under any of their names, and says which name is valid today."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from app.proof.office import Office, Unit
from app.records import dataclass
from app.text.chars import HAN

_LEVELS = "省市州盟县区旗"
AREA = rf"(?:(?!.{{0,2}}[的和与及各个])[{HAN}]{{2,3}}[{_LEVELS}]|[{_LEVELS}](?![{_LEVELS}])|)"
_BEFORE = frozenset("由在对向和与及请让经为是到从据赴给于将把")
"""What stands before the name of a city and is none of it: 由聊城市税务局."""
_WORDS_BEFORE = ("联合", "会同", "协同", "配合", "协助", "依托", "陪同", "根据", "按照")
_LONGEST_AREA = 4


@dataclass(frozen=True, slots=True)
class UnitTable:
    """`pattern` has the groups `area` and `unit`; `units` are those of its words, `former` the words that are names no more."""

    pattern: re.Pattern[str]
    units: Mapping[str, Unit]
    former: frozenset[str]


@lru_cache(maxsize=4)
def unit_table(office: Office) -> UnitTable | None:
    """The table of an office, made once for it; None for one without units."""
    units = {form: unit for unit in office.units for form in (*unit.former, *unit.short, unit.name)}
    if not units:
        return None
    valid = {form for unit in office.units for form in (*unit.short, unit.name)}
    choice = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    return UnitTable(re.compile(rf"(?P<area>{AREA})(?P<unit>{choice})"), units, frozenset(units) - valid)


def area_in(text: str, start: int, area: str) -> tuple[int, str]:
    """Where an area begins, and its name, without what stands before it and was taken for its beginning."""
    if area.startswith(_WORDS_BEFORE):
        return start + 2, area[2:]
    return (start + 1, area[1:]) if len(area) == _LONGEST_AREA and area[0] in _BEFORE else (start, area)
