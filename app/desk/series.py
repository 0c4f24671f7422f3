"""A number as it is printed becomes what is counted, and what is counted the printed form: 第7期（总第31期） ↔ 7 of its year, 31 in all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from app.desk.numbering import is_open_number, open_number
from app.model.signing import Series
from app.text.chars import BLANKS
from app.text.dates import parse_date
from app.text.numerals import HAN_NUMERAL, format_numeral, parse_numeral

if TYPE_CHECKING:
    from app.desk.numbers import Proposal
    from app.model.issue import Issue

EXTRA_WORDS = ("增刊", "特刊", "专刊")
"""An issue whose number says so is counted apart."""

_FIGURE = rf"(?P<figure>\d+|[{HAN_NUMERAL}]+|[{BLANKS}]*)"
_ORDINARY = re.compile(rf"(?P<lead>(?<!总)第[{BLANKS}]*){_FIGURE}(?P<tail>[{BLANKS}]*[期号辑])")
_TOTAL = re.compile(rf"(?P<lead>总[{BLANKS}]*第?[{BLANKS}]*){_FIGURE}(?P<tail>[{BLANKS}]*[期号辑])")
_BARE = re.compile(rf"(?P<lead>){_FIGURE}(?P<tail>[期号辑]?$)")
_YEAR = re.compile(rf"(?P<year>\d{{4}}|[{HAN_NUMERAL}]{{4}})[{BLANKS}]*年")
_OPEN_YEAR = re.compile(rf"(?:^|(?<=[（(]))[{BLANKS}]+(?=年)")
_HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


class Counted(NamedTuple):
    """A number as it is counted; `figure` and `total` are 0 where there is none, `year` where neither number nor date say one."""

    series: Series
    year: int
    figure: int
    total: int


def counted(issue: Issue) -> Counted:
    """What the number of an issue says, in the masthead's two places."""
    head = issue.masthead
    return counted_words(head.number.text, head.date.text, head.total.text if head.total else "")


def counted_words(text: str, date: str, total: str = "") -> Counted:
    """What a number, a date and a running total say as they are printed."""
    series = Series.EXTRA if any(word in text for word in EXTRA_WORDS) else Series.YEARLY
    year = _YEAR.search(text) or _YEAR.search(date)
    return Counted(series, _value(year["year"]) if year else 0, _ordinary(text), _total(total) or _total(text))


def with_proposal(issue: Issue, found: Proposal) -> tuple[str, str]:
    """Number and 总期号 with proposed figures, the date left as it is."""
    number, total, _ = with_figures(issue, found.figure, found.total, f"{found.year or 2000}-01-01")
    return number, total


def with_figures(issue: Issue, figure: int, total: int, day: str) -> tuple[str, str, str]:
    """Number, 总期号 and date of an issue as they are printed with these figures (0: as it stands) and the ISO date.

    A figure takes the place of that which stands, or is open, in the issue's own words; without any the template's form serves.
    """
    head = issue.masthead
    masthead = issue.template.masthead
    number = head.number.text
    if figure and not number.strip():
        number = open_number(masthead.number_form)
    if figure:
        number = _put(_ORDINARY, number, figure) or _put(_BARE, number.strip(), figure) or number
    total_text = head.total.text if head.total else ""
    if total and head.total is not None:
        total_text = _put(_TOTAL, total_text, total) or _put(_ORDINARY, total_text, total) or masthead.total_form.replace("{}", str(total))
    elif total:
        number = _put(_TOTAL, number, total) or number
    year = day[:4]
    number, total_text = (_OPEN_YEAR.sub(year, text) for text in (number, total_text))
    if figure or "{year}" in masthead.number_form:  # 2024年第12期 that is signed in January is one of the new year
        number = _YEAR.sub(lambda found: (year if found["year"].isdecimal() else year.translate(_HAN_DIGITS)) + "年", number, count=1)
    return number, total_text, date_words(day, head.date.text)


def date_words(day: str, like: str) -> str:
    """2021-03-08 as it is printed, in Chinese numerals where the date before it was."""
    year, month, date = (int(part) for part in day.split("-"))
    old = _YEAR.search(like)
    if old is not None and not old["year"].isdecimal():
        return f"{str(year).translate(_HAN_DIGITS)}年{format_numeral(month)}月{format_numeral(date)}日"
    return f"{year}年{month}月{date}日"


def is_day(text: str) -> bool:
    """Whether a text is a whole date."""
    return parse_date(text) is not None


def takes_number(issue: Issue) -> bool:
    """Whether an issue is counted: a 春节专刊 without a figure is not."""
    text = issue.masthead.number.text
    return is_open_number(text) or bool(_ordinary(text))


def has_total(issue: Issue) -> bool:
    """Whether the issue prints a running total."""
    head = issue.masthead
    return head.total is not None or _TOTAL.search(head.number.text) is not None


def _ordinary(text: str) -> int:
    found = _ORDINARY.search(text)
    if found is None and "第" not in text:
        bare = re.search(rf"(\d+|[{HAN_NUMERAL}]+)[期号辑]?$", text.strip())
        return _value(bare[1]) if bare else 0
    return _value(found["figure"]) if found else 0


def _total(text: str) -> int:
    found = _TOTAL.search(text)
    return _value(found["figure"]) if found else 0


def _value(figure: str) -> int:
    return parse_numeral(figure.strip(BLANKS)) or 0


def _put(form: re.Pattern[str], text: str, figure: int) -> str:
    """The text with a figure in its place, written as the one that stood there; "" where there is no such place."""
    found = form.search(text)
    if found is None or (form is _BARE and not found["figure"].strip(BLANKS)):
        return ""
    old = found["figure"]
    if old.strip(BLANKS) and not old.isdecimal():
        new = format_numeral(figure)
    else:
        new = str(figure).zfill(len(old)) if old.startswith("0") else str(figure)
    lead, tail = found["lead"].rstrip(BLANKS), found["tail"].lstrip(BLANKS)
    return f"{text[: found.start()]}{lead}{new}{tail}{text[found.end() :]}"
