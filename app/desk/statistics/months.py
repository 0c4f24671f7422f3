"""Months are counted, put together to periods, and named as an office names them."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from app.records import dataclass
from app.text.numerals import format_numeral

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_WRITTEN = re.compile(r"(\d{4})\s*[年\-/.](?:\s*)(\d{1,2})\s*月?")
Reach = Literal["month", "quarter", "year"]
"""One month, its quarter, or the year to its end."""


def number(month: str) -> int:
    """The months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def month_of(count: int) -> str:
    """The month in the form 2026-03."""
    return f"{count // 12:04}-{count % 12 + 1:02}"


def later(month: str, by: int = 1) -> str:
    """The month so many months later."""
    return month_of(number(month) + by)


def of(day: date) -> str:
    """The month of a day."""
    return f"{day.year:04}-{day.month:02}"


def words(month: str) -> str:
    """2026年3月."""
    return f"{int(month[:4])}年{int(month[5:7])}月"


def read_month(text: str) -> str:
    """The month that a person wrote, as 2026-03, 2026年3月, 2026.3 or with a day; "" for none."""
    found = _WRITTEN.match(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12:
        return ""
    return f"{found[1]}-{int(found[2]):02}"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last month, both included; `to_date`: it is a year as far as it has come, and no month or quarter."""

    first: str
    last: str
    to_date: bool = False

    @classmethod
    def around(cls, month: str, reach: Reach) -> Period:
        """The month, its quarter, or its year up to it."""
        if reach == "quarter":
            start = number(month) // 3 * 3
            return cls(month_of(start), month_of(start + 2))
        return cls(f"{month[:4]}-01", month, to_date=True) if reach == "year" else cls(month, month)

    @property
    def length(self) -> int:
        """How many months it has."""
        return number(self.last) - number(self.first) + 1

    @property
    def before(self) -> Period:
        """The month or the quarter before it; a part of a year is held against last year's, as nothing like it lies before."""
        if self.to_date or self.length not in (1, 3):
            return self.last_year
        return Period(later(self.first, -self.length), later(self.last, -self.length))

    @property
    def last_year(self) -> Period:
        """The same months a year before."""
        return Period(later(self.first, -12), later(self.last, -12), self.to_date)

    @property
    def year(self) -> Period:
        """From January of its last month's year."""
        return Period(f"{self.last[:4]}-01", self.last, to_date=True)

    def holds(self, month: str) -> bool:
        """Whether a month is of it."""
        return self.first <= month <= self.last

    @property
    def this(self) -> str:
        """本月, 本季度, 全年 or 累计: what a table of it calls its own figures."""
        if self.length == 1:
            return "本月"
        return "累计" if self.to_date and self.length < 12 else {3: "本季度", 12: "全年"}.get(self.length, "累计")

    @property
    def words(self) -> str:
        """2026年3月, 2026年第一季度, 2026年1—5月 or 2026年."""
        year, first, last = int(self.last[:4]), int(self.first[5:7]), int(self.last[5:7])
        if self.length == 1:
            return words(self.last)
        if self.first[:4] != self.last[:4]:
            return f"{words(self.first)}至{words(self.last)}"
        if self.length == 12:
            return f"{year}年"
        if self.length == 3 and first % 3 == 1 and not self.to_date:
            return f"{year}年第{format_numeral(last // 3)}季度"
        return f"{year}年{first}—{last}月"
