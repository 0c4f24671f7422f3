"""Lines as they are now, and months as they were closed, become the lines that stand: what changed since counts in the next open month.

What a closed month says never changes. Where today's facts, at the points of its day, say something else, the difference - less what was
already put right in a month that is closed, too - stands as a correction in the month after the last closed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from app.desk.statistics import months
from app.desk.statistics.lines import in_order, lines_of
from app.model.statistics import ClosedMonth, Facts, Kind, Line, StatisticsRules

_Ident = tuple[str, str, str, Kind, str]


def last_closed(closed: Iterable[ClosedMonth]) -> str:
    """The last closed month; whatever lies before it is closed, too. "" where none is."""
    return max((one.month for one in closed), default="")


def standing_lines(facts: Facts, rules: StatisticsRules, closed: Sequence[ClosedMonth]) -> tuple[Line, ...]:
    """Every line that stands."""
    boundary = last_closed(closed)
    today = lines_of(facts, rules)
    if not boundary:
        return today
    frozen = [line for one in closed for line in one.lines]
    changed = corrections(_as_of_their_day(today, facts, rules, closed, boundary), frozen, months.later(boundary))
    return tuple(sorted((*frozen, *changed, *(line for line in today if line.month > boundary)), key=in_order))


def corrections(now: Iterable[Line], frozen: Iterable[Line], month: str) -> tuple[Line, ...]:
    """What has to be added in `month` so that all lines together come to what stands `now`.

    What comes to nothing for a unit, such as a line whose title was put right, is no correction.
    """
    owed: dict[_Ident, tuple[int, Fraction]] = {}
    told: dict[_Ident, Line] = {}
    for lines, sign in ((frozen, -1), (now, 1)):
        for line in lines:
            ident = (line.of or line.month, line.key, line.unit, line.kind, line.venue)
            count, points = owed.get(ident, (0, Fraction(0)))
            owed[ident] = count + sign * line.count, points + sign * line.points
            told[ident] = line
    found = []
    sums: dict[tuple[object, ...], tuple[int, Fraction]] = {}
    for (of, _, *whose), (count, points) in owed.items():
        before = sums.get((of, *whose), (0, Fraction(0)))
        sums[of, *whose] = before[0] + count, before[1] + points
    for ident, (count, points) in owed.items():
        of, _, *whose = ident
        if (count or points) and any(sums[of, *whose]):
            note = f"更正{months.words(ident[0])}"
            found.append(replace(told[ident], month=month, of=ident[0], count=count, points=points, note=note))
    return tuple(found)


def months_to_close(month: str, lines: Iterable[Line], closed: Sequence[ClosedMonth]) -> list[str]:
    """The month, with those before it that are open and say something, from the first one on."""
    boundary = last_closed(closed)
    return sorted({line.month for line in lines if boundary < line.month < month} | ({month} if month > boundary else set()))


def closed_month(month: str, lines: Iterable[Line], rules: StatisticsRules, when: str) -> ClosedMonth:
    """A month as it stands now."""
    return ClosedMonth(month, when, tuple(line for line in lines if line.month == month), rules.points, rules.even_joint)


def _as_of_their_day(
    today: tuple[Line, ...], facts: Facts, rules: StatisticsRules, closed: Sequence[ClosedMonth], boundary: str
) -> list[Line]:
    """Today's lines of closed months, by the points that each was closed with; a month that said nothing then takes the next one's."""
    by_rules: dict[object, tuple[Line, ...]] = {(rules.points, rules.even_joint): today}
    found: list[Line] = []
    before = ""
    for one in sorted(closed, key=lambda one: one.month):
        key = (one.points, one.even_joint)
        if key not in by_rules:
            by_rules[key] = lines_of(facts, replace(rules, points=one.points, even_joint=one.even_joint))
        found += [line for line in by_rules[key] if before < line.month <= min(one.month, boundary)]
        before = one.month
    return found
