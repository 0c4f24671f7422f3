"""The library becomes what stands: rules, closed months and every line; a month is closed as it stands at that moment."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from app.desk.statistics import months
from app.desk.statistics.closing import closed_month, last_closed, months_to_close, standing_lines
from app.desk.statistics.lines import uncounted
from app.desk.statistics.names import UNKNOWN
from app.desk.statistics.report import Report, by_sound, report_on
from app.errors import UserError
from app.model.statistics import ClosedMonth, FormColumn, Line, PrintedArticle, StatisticsRules
from app.records import dataclass

if TYPE_CHECKING:
    from app.desk.statistics.months import Period
    from app.store.library.library import Library
    from app.store.library.statistics import Counted

_EARLY_DAYS = 10
"""So long into a month an office still reckons the one before."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands. `nameless` are printed articles that count for nobody."""

    rules: StatisticsRules
    closed: tuple[ClosedMonth, ...]
    lines: tuple[Line, ...]
    nameless: tuple[PrintedArticle, ...] = ()

    def report(self, period: Period) -> Report:
        """The report on a period."""
        return report_on(period, self.lines, self.rules.members, self.rules.subject)

    def columns(self, form: str) -> tuple[FormColumn, ...]:
        """The columns of a form."""
        return tuple(one for one in self.rules.columns if one.form == form)

    @property
    def closed_through(self) -> str:
        """The last closed month, "" for none."""
        return last_closed(self.closed)

    @property
    def ungrouped(self) -> tuple[str, ...]:
        """The units that have lines and stand in no group, by the sound of their names."""
        known = {one.unit for one in self.rules.members}
        return tuple(sorted({line.unit for line in self.lines} - known - {UNKNOWN}, key=by_sound))

    def closed_on(self, month: str) -> str:
        """When a month was closed; one that said nothing was closed along with a later one. "" for an open one."""
        return next((one.closed for one in sorted(self.closed, key=lambda one: one.month) if one.month >= month), "")

    def to_close(self, month: str) -> list[str]:
        """The months that are closed along with this one, itself the last."""
        return months_to_close(month, self.lines, self.closed)


def read_standing(library: Library) -> Standing:
    """Read all of it. Raises `UserError`."""
    return _standing(library.statistics.read())


def close_months(library: Library, month: str, now: datetime) -> None:
    """Close a month, with those before it, as they stand now. Raises `UserError`, too, for one that has not begun."""
    if month > months.of(now.date()):
        raise UserError(f"{months.words(month)}还没有到，不能结账。")
    when = now.isoformat(timespec="seconds")

    def made(counted: Counted) -> list[ClosedMonth]:
        standing = _standing(counted)
        return [closed_month(one, standing.lines, standing.rules, when) for one in standing.to_close(month)]

    library.statistics.close(made)


def _standing(counted: Counted) -> Standing:
    facts, rules, closed = counted
    return Standing(rules, closed, standing_lines(facts, rules, closed), uncounted(facts.printed))


def now() -> datetime:
    """The moment of this computer's clock."""
    return datetime.now()


def today() -> date:
    """The day of this computer's clock."""
    return date.today()


def first_month(day: date) -> str:
    """The month that an office looks at on a day: in its first days the one before."""
    month = months.of(day)
    return months.later(month, -1) if day.day <= _EARLY_DAYS else month
