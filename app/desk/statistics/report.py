"""Lines of detail become a report on a period: rows of units in their groups, and what stands in any column for any of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from fractions import Fraction
from functools import cached_property

from app.desk.statistics.months import Period
from app.desk.statistics.names import UNKNOWN
from app.model.statistics import ADOPTED, EXTRA_MARK, OWN_VENUES, SUBJECT, FormColumn, Kind, Line, Measure, Member, Span
from app.records import dataclass

OTHERS = "其他单位"
"""The group of those that stand in none."""
Value = Fraction | None
"""None where there is nothing to say, such as the rank of a sum."""
_USED = (*ADOPTED, Kind.COMMISSIONED, Kind.HIGHER, Kind.REMARK)
_Cell = tuple[Kind, str, bool]
"""Kind, venue, and whether it was signed here."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group with its units, in the office's order."""

    name: str
    units: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """The report. `lines` are all that stand, of any month."""

    period: Period
    groups: tuple[Group, ...]
    lines: tuple[Line, ...]
    quotas: dict[str, int]
    subject: str = SUBJECT
    doubled: tuple[str, ...] = ()
    """Units that stand in a further group as well, where they count no second time."""

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit, group by group."""
        return tuple(unit for group in self.groups for unit in group.units)

    def value(self, units: Collection[str], column: FormColumn) -> Value:
        """What a column says of one unit, or of several together."""
        match column.measure:
            case Measure.COUNT | Measure.POINTS:
                return self._sum(units, column)
            case Measure.QUOTA:
                return self._quota(units, self._span(column.span))
            case Measure.MET:
                return self._met(units, self._span(column.span))
        group = self.units if column.measure is Measure.OVERALL else self._group_of(units)
        place = self.ranks(group, column).get(next(iter(units))) if len(units) == 1 else None
        return Fraction(place) if place is not None else None

    def ranks(self, among: Sequence[str], column: FormColumn) -> dict[str, int]:
        """The place of each by its points: those that are equal share one, and the places behind it stay free.

        What no unit is known of has no place.
        """
        key = tuple(among), column.span, column.kinds, column.venues
        if key not in self._ranks:
            points = FormColumn("", (), Measure.POINTS, column.span, column.kinds, column.venues)
            self._ranks[key] = ranked({unit: self._sum([unit], points) for unit in among if unit != UNKNOWN})
        return self._ranks[key]

    def detail(self, units: Collection[str], column: FormColumn) -> tuple[Line, ...]:
        """The lines that a cell is the sum of; for a rank those that give points, for a quota what was sent in.

        Behind a difference stand the lines of both times.
        """
        others = {Span.SINCE_BEFORE: self.period.before, Span.SINCE_LAST_YEAR: self.period.last_year}
        periods = (self._span(column.span), others.get(column.span, self._span(column.span)))
        wanted = set(units)
        owed = column.measure in (Measure.QUOTA, Measure.MET)
        picked = selects(FormColumn("", (), kinds=(Kind.REPORTED,)) if owed else column)
        return tuple(
            line
            for line in self.lines
            if line.unit in wanted and any(one.holds(line.month) for one in periods) and picked(line.kind, line.venue, bool(line.issue))
        )

    def count(self, units: Collection[str], *kinds: Kind) -> int:
        """How many of these kinds in the period."""
        return int(self._sum(units, FormColumn("", (), kinds=kinds)))

    @property
    def silent(self) -> tuple[str, ...]:
        """The units of the groups that sent nothing in (零报送)."""
        return tuple(unit for unit in self._named if self.count([unit], Kind.REPORTED) <= 0)

    @property
    def unused(self) -> tuple[str, ...]:
        """The units of the groups of which nothing was used in any way (零采用)."""
        return tuple(unit for unit in self._named if self.count([unit], *_USED) <= 0)

    @property
    def corrections(self) -> tuple[Line, ...]:
        """The lines of the period that put a closed month right."""
        return tuple(line for line in self.lines if line.of and self.period.holds(line.month))

    @property
    def _named(self) -> tuple[str, ...]:
        return tuple(unit for group in self.groups if group.name != OTHERS for unit in group.units)

    @cached_property
    def _ranks(self) -> dict[object, dict[str, int]]:
        return {}

    @cached_property
    def _by_unit(self) -> dict[str, dict[str, dict[_Cell, tuple[int, Fraction]]]]:
        """By unit and month, of the time that the report looks at."""
        found: dict[str, dict[str, dict[_Cell, tuple[int, Fraction]]]] = defaultdict(lambda: defaultdict(dict))
        looked_at = looked_at_from(self.period)
        for line in self.lines:
            if any(span.holds(line.month) for span in looked_at):
                own, key = found[line.unit][line.month], (line.kind, line.venue, bool(line.issue))
                count, points = own.get(key, (0, Fraction(0)))
                own[key] = count + line.count, points + line.points
        return found

    def _sum(self, units: Collection[str], column: FormColumn) -> Fraction:
        if column.span in (Span.SINCE_BEFORE, Span.SINCE_LAST_YEAR):
            other = self.period.before if column.span is Span.SINCE_BEFORE else self.period.last_year
            return self._within(units, column, self.period) - self._within(units, column, other)
        return self._within(units, column, self._span(column.span))

    def _within(self, units: Collection[str], column: FormColumn, period: Period) -> Fraction:
        picked, at = selects(column), 1 if column.measure is Measure.POINTS else 0
        total = Fraction(0)
        for unit in units:
            for month, cells in self._by_unit.get(unit, {}).items():
                if period.holds(month):
                    total += sum(sums[at] for (kind, venue, own), sums in cells.items() if picked(kind, venue, own))
        return total

    def _span(self, span: Span) -> Period:
        spans = {Span.YEAR: self.period.year, Span.BEFORE: self.period.before, Span.LAST_YEAR: self.period.last_year}
        return spans.get(span, self.period)

    def _quota(self, units: Collection[str], period: Period) -> Value:
        owed = [self.quotas[unit] for unit in units if unit in self.quotas]
        return Fraction(sum(owed) * period.length) if owed else None

    def _met(self, units: Collection[str], period: Period) -> Value:
        """Sent in, of what was owed; those that owe nothing are left out."""
        owing = [unit for unit in units if self.quotas.get(unit)]
        owed = self._quota(owing, period)
        return self._within(owing, FormColumn("", (), kinds=(Kind.REPORTED,)), period) / owed if owed else None

    def _group_of(self, units: Collection[str]) -> Sequence[str]:
        return next((group.units for group in self.groups if set(units) <= set(group.units)), self.units)


def report_on(period: Period, lines: Sequence[Line], members: Sequence[Member], subject: str = SUBJECT) -> Report:
    """The report on a period: every unit of the groups, and behind them whoever else has a line in the time that it looks at."""
    looked_at = looked_at_from(period)
    groups: dict[str, list[str]] = {}
    home: dict[str, str] = {}
    for one in members:
        group = groups.setdefault(one.group, [])
        if one.unit and one.unit not in home:
            home[one.unit] = one.group
            group.append(one.unit)
    doubled = tuple(dict.fromkeys(one.unit for one in members if one.unit and home[one.unit] != one.group))
    others = sorted(
        {line.unit for line in lines if line.unit not in home and any(span.holds(line.month) for span in looked_at)},
        key=lambda unit: (unit == UNKNOWN, by_sound(unit)),
    )
    found = [Group(name, tuple(units)) for name, units in groups.items() if units]
    if others:
        found.append(Group(OTHERS, tuple(others)))
    return Report(period, tuple(found), tuple(lines), _quotas(members), subject, doubled)


def looked_at_from(period: Period) -> tuple[Period, ...]:
    """The times that a report on a period speaks of."""
    return period, period.year, period.before, period.last_year


def ranked(points: dict[str, Fraction]) -> dict[str, int]:
    """1, 1, 3: the place of each, the highest first."""
    order = sorted(points.values(), reverse=True)
    return {unit: order.index(own) + 1 for unit, own in points.items()}


def selects(column: FormColumn) -> Callable[[Kind, str, bool], bool]:
    """Whether a column counts a kind at a place, signed here or not; an extra issue is one of its bulletin, too."""
    kinds, venues = frozenset(column.kinds), frozenset(column.venues)

    def picked(kind: Kind, venue: str, own: bool) -> bool:
        if kinds and kind not in kinds:
            return False
        return not venues or venue in venues or venue.removesuffix(EXTRA_MARK) in venues or (own and OWN_VENUES in venues)

    return picked


def _quotas(members: Iterable[Member]) -> dict[str, int]:
    """By unit: its own, else that of its group."""
    rows = list(members)
    of_group = {one.group: one.quota for one in rows if not one.unit and one.quota is not None}
    own = {one.unit: one for one in reversed(rows) if one.unit}  # the first row of each, as in `report_on`
    found = {unit: one.quota if one.quota is not None else of_group.get(one.group) for unit, one in own.items()}
    return {unit: quota for unit, quota in found.items() if quota is not None}


def by_sound(name: str) -> bytes:
    """GB/T 2312 has its common characters in the order of pinyin."""
    return name.encode("gb18030", "replace")
