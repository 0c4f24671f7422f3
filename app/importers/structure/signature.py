"""The last lines of a submission become its signature: who, and the date."""

from __future__ import annotations

import re

from app.importers.forms import ORG, heading_level
from app.importers.found import Signature
from app.importers.structure.line import Line
from app.text.chars import width_em
from app.text.dates import find_dates, parse_date, tidy_date

_BRACKETS = "（）() \u3000"
_MAX_ORG_EM = 36
_YEARLESS = re.compile(r"^\d{1,2}月\d{1,2}日$")
_PROSE = re.compile(r"[。；：，、！？]")


def signature_start(lines: list[Line], begin: int, end: int) -> int:
    """The line at which the signature of `lines[begin:end]` begins; `end` when there is none."""
    if end - begin < 2:
        return end
    last = lines[end - 1].text
    if _date_only(last) or (_YEARLESS.match(last) and _is_org(lines[end - 2])):
        first = end - 1
        while first - 1 > begin and end - first < 4 and _is_org(lines[first - 1]):
            first -= 1
        return first
    dates = list(find_dates(last))
    if dates and dates[-1].end >= len(last.rstrip(_BRACKETS)) and dates[-1].start > 0 and width_em(last) <= 60:
        org = last[: dates[-1].start].strip(_BRACKETS)
        if org and not _PROSE.search(org) and width_em(org) <= _MAX_ORG_EM:
            return end - 1
    if ORG.search(last) and _is_org(lines[end - 1]) and width_em(last) <= 24 and "。" in lines[end - 2].text[-2:]:
        return end - 1
    return end


def read_signature(lines: list[Line], marks: list[str]) -> Signature | None:
    """Read the lines that `signature_start` found."""
    if not lines:
        return None
    joined = " ".join(line.text for line in lines)
    date = next(iter(find_dates(joined)), None)
    if date is None:
        yearless = lines[-1].text if _YEARLESS.match(lines[-1].text) else None
        return Signature(" ".join(line.text for line in lines[: -1 if yearless else None]) or None, yearless, None)
    org = (joined[: date.start].rstrip(_BRACKETS) + joined[date.end :].strip(_BRACKETS)).strip(_BRACKETS)
    around = joined[: date.start] + joined[date.end :]
    marks += [bracket * (around.count(bracket) - org.count(bracket)) for bracket in "（）()"]
    return Signature(org or None, tidy_date(date.text), date.iso)


def _date_only(text: str) -> bool:
    return parse_date(text.strip(_BRACKETS)) is not None or any(
        date.start == 0 and date.end == len(text.strip(_BRACKETS)) for date in find_dates(text.strip(_BRACKETS))
    )


def _is_org(line: Line) -> bool:
    text = line.text
    return width_em(text) <= _MAX_ORG_EM and not _PROSE.search(text) and len(text) >= 3 and not heading_level(text)
