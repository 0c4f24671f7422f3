"""Days of the calendar in Chinese text, 3月5日 or 2026年3月5日, become values with their places, whether or not there is such a day."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

from app.records import dataclass

_DAY = re.compile(
    r"(?<![\d.])(?:(?P<year>\d{4})[ \u3000]*年[ \u3000]*)?(?P<month>\d{1,2})[ \u3000]*月[ \u3000]*(?P<day>\d{1,2})[ \u3000]*[日号]"
)
_LUNAR = ("农历", "旧历", "阴历", "夏历")
_FAR = datetime.timedelta(days=150)
"""A day without a year that would lie further ahead is one of the year before."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day at `start:end` of a text; `year` is None where the text gives none."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    @property
    def possible(self) -> bool:
        """Whether the calendar has it; without a year 29 February counts as a day."""
        year = 2000 if self.year is None else self.year
        return 1 <= self.month <= 12 and year > 0 and 1 <= self.day <= calendar.monthrange(year, self.month)[1]

    def near(self, about: datetime.date) -> datetime.date | None:
        """The day it means in a text of the day `about`; None where there is no such day."""
        if self.year is not None:
            return self._in(self.year)
        found = self._in(about.year)
        return self._in(about.year - 1) if found and found - about > _FAR else found

    def _in(self, year: int) -> datetime.date | None:
        try:
            return datetime.date(year, self.month, self.day)
        except ValueError:
            return None


@lru_cache(maxsize=8192)  # rules on dates ask for those of each paragraph
def days_in(text: str) -> tuple[CalendarDay, ...]:
    """Every month and day in figures, those of the old calendar left out."""
    return tuple(_days_in(text))


def _days_in(text: str) -> Iterator[CalendarDay]:
    for found in _DAY.finditer(text):
        if not text[: found.start()].endswith(_LUNAR):
            year = int(found["year"]) if found["year"] else None
            yield CalendarDay(found.start(), found.end(), year, int(found["month"]), int(found["day"]))
