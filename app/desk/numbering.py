"""An issue's number or date as printed becomes the next one, or the open form that waits for the sign-off."""

from __future__ import annotations

import re

from app.text.numerals import HAN_NUMERAL, HIGHEST, format_numeral, parse_numeral
from app.text.open_figures import OPEN_FIGURE

OPEN_DATE = f"{OPEN_FIGURE * 2}年{OPEN_FIGURE}月{OPEN_FIGURE}日"

_FIGURE = rf"\d+|[{HAN_NUMERAL}]+"
_NUMBER = rf"(?P<lead>第\s*)(?P<figure>{_FIGURE})(?P<tail>\s*[期号辑])"
_BARE_NUMBER = rf"(?P<lead>)(?P<figure>{_FIGURE})(?P<tail>\s*[期号辑]?[)）]?$)"
_OPEN_NUMBER = re.compile(r"第\s*[期号辑]|^\s+年")
_OPEN_DATE = re.compile(r"(?:^|[年月])\s*(?=[年月日])")
_YEAR = re.compile(r"^\s*(?P<year>[^\s年]+)\s*年")


def next_number(text: str) -> str:
    """The number one higher, written as the last one was.

    第7期 → 第8期, 第十七期 → 第十八期, 2024年第3期 → 2024年第4期, 第3期（总第23期） → 第4期（总第24期）, 增刊第2期 → 增刊第3期.
    A text in which no figure can be found comes back as it is.
    """
    changed, count = re.subn(_NUMBER, _raised, text)
    return changed if count else re.sub(_BARE_NUMBER, _raised, text, count=1)


def _raised(match: re.Match[str]) -> str:
    figure = match["figure"]
    value = parse_numeral(figure)
    if value is None or (value >= HIGHEST and not figure.isdecimal()):
        return match[0]
    if figure.isdecimal():
        following = str(value + 1).zfill(len(figure)) if figure.startswith("0") else str(value + 1)
    else:
        following = format_numeral(value + 1)
    return f"{match['lead']}{following}{match['tail']}"


def open_number(form: str, date: str = "") -> str:
    """A template's number form with its figure left open: 第{}期 → 第　期. {year} is the date's, open where the date is."""
    return _with_year(form, date).replace("{}", OPEN_FIGURE)


def _with_year(form: str, date: str) -> str:
    year = _YEAR.match(date)
    return form.replace("{year}", year["year"] if year else OPEN_FIGURE * 2)


def open_date_of(date: str) -> str:
    """The form in which the next issue's date waits: the year of the last one, month and day open."""
    year = _YEAR.match(date)
    return f"{year['year']}年{OPEN_FIGURE}月{OPEN_FIGURE}日" if year else OPEN_DATE


def is_open_number(text: str) -> bool:
    """Whether the number still waits for its figure. A title such as 春节专刊, which needs none, is not open."""
    return not text.strip() or _OPEN_NUMBER.search(text) is not None


def is_open_date(text: str) -> bool:
    """Whether year, month or day is still open."""
    return not text.strip() or _OPEN_DATE.search(text.strip()) is not None


def completed_number(text: str, form: str, date: str = "") -> str:
    """What a clerk types for short, as it is printed: 8 → 第8期 by the template's form, or 2024年第8期 by the date's year.

    Everything else comes back as it is.
    """
    figure = text.strip()
    return _with_year(form, date).replace("{}", figure) if re.fullmatch(_FIGURE, figure) else text


def completed_date(text: str) -> str:
    """2021-3-8, 2021/03/08 or 2021.3.8 → 2021年3月8日. Everything else, also an open date, comes back as it is."""
    from app.text.dates import parse_date  # a printed issue asks only whether its date is open

    iso = parse_date(text)
    if iso is None or "年" in text:
        return text
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{year}年{month}月{day}日"
