"""A Chinese or Arabic date in a text becomes a match with its ISO form; a date left open (2021年3月　日) has none."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from app.text.chars import BLANKS, GAP
from app.text.numerals import parse_numeral

_YEAR_HAN = r"[〇零○Ｏ一二三四五六七八九]{4}"
_SMALL_HAN = r"[〇零○一二三四五六七八九十廿卅]{1,3}"
_YMD = rf"(?P<year>\d{{4}}|{_YEAR_HAN}){GAP}年{GAP}(?P<month>\d{{1,2}}|{_SMALL_HAN})?{GAP}月{GAP}(?P<day>\d{{1,2}}|{_SMALL_HAN})?{GAP}日"
_DASHED = r"(?P<dyear>(?:19|20)\d{2})(?P<sep>[-/.])(?P<dmonth>0?[1-9]|1[0-2])(?P=sep)(?P<dday>0?[1-9]|[12]\d|3[01])"
DATE = re.compile(rf"{_YMD}|(?<![\d/.-]){_DASHED}(?![\d/.-])")
"""A whole date with its year, possibly with month or day left open."""


class FoundDate(NamedTuple):
    """A date at `start:end` of a text; `iso` is None where month or day is open or the day doesn't exist."""

    start: int
    end: int
    text: str
    iso: str | None


def find_dates(text: str) -> Iterator[FoundDate]:
    """All dates with a year, in order."""
    for match in DATE.finditer(text):
        yield FoundDate(match.start(), match.end(), match.group(), _iso(match))


def parse_date(text: str) -> str | None:
    """The ISO form of a text that is one date and nothing else, else None."""
    match = DATE.fullmatch(text.strip())
    return _iso(match) if match else None


def tidy_date(text: str) -> str:
    """A date without the blanks that layout left in it; the blank of an open month or day stays one ideographic space."""
    tight = re.sub(rf"[{BLANKS}]+", "", text)
    return re.sub(r"(?<=年)(?=月)|(?<=月)(?=日)", "\u3000", tight)


def _iso(match: re.Match[str]) -> str | None:
    parts = (match["year"], match["month"], match["day"]) if match["year"] else (match["dyear"], match["dmonth"], match["dday"])
    if not all(parts):
        return None
    year, month, day = (parse_numeral(part) for part in parts)
    try:
        return datetime.date(year or 0, month or 0, day or 0).isoformat()
    except ValueError:
        return None
