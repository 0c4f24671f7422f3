"""The day by which a passage is read: what is past on it has been, what lies behind it is still to come."""

from __future__ import annotations

import datetime
import re

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.text.calendar_dates import days_in
from app.text.dates import find_dates

_SIGNED = (Role.SIGNATURE_DATE, Role.SIGNATURE, Role.BYLINE)

_LISTED = (Role.SECTION, Role.BODY)
_HEAD, _NOTE = 3, 60
"""In how many passages an article may say when it was written, and their length."""
_NOTED = re.compile(
    r"[（(][^（）()]{0,50}20\d\d年\d{1,2}月\d{1,2}日[^（）()]{0,10}[）)][ \u3000]*$|^[（(][^（）()]{2,50}20\d\d年\d{1,2}月\d{1,2}日[）)]"
)
"""（县公安局办公室根据录音整理，2025年8月15日）, also before or behind a title."""
_NOTED_BEHIND = re.compile(r"(?<=[。！？”])[（(][^（）()，。；]{2,30}20\d\d年\d{1,2}月\d{1,2}日[）)]$")
"""…。（汀海市商务局　2025年11月3日）: the byline behind the last sentence."""
_HAN_YEAR = re.compile("[一二][〇零○0OoＯ一二三四五六七八九]{3}(?=年)")
_NOUGHTS = str.maketrans(dict.fromkeys("零○0OoＯ", "〇"))
_SHORT_YEAR = re.compile(r"(?<!\d)(?=[12]\d年\d{1,2}月\d{1,2}日)")
_DATE_ALONE = re.compile(r"[ \u3000]*20\d\d年\d{1,2}月\d{1,2}日[ \u3000]*")


def day_of(document: Document, passage: Passage) -> datetime.date | None:
    """The issue's day, or else that of the passage's article, or the whole date under it or in its byline."""
    facts = document.article_of(passage)
    if known := document.date or (facts.day if facts else None) or document.once(_day_at_head):
        return known
    return document.once(_days_noted).get(passage.article)


def _days_noted(document: Document) -> dict[int, datetime.date | None]:
    """What each article says of its day: article to day."""
    return {article: _day_noted(document.inside(article)) for article in {one.article for one in document.passages}}


def _day_noted(inside: tuple[Passage, ...]) -> datetime.date | None:
    for turn, one in enumerate(inside):
        last = turn == len(inside) - 1
        noted = (turn < _HEAD or last) and len(one.text) < _NOTE and _NOTED.search(one.text)
        if one.role in _SIGNED or noted or (last and (_DATE_ALONE.fullmatch(one.text) or _NOTED_BEHIND.search(one.text))):
            whole = [day for day in days_in(one.text) if day.year and day.possible]
            if whole:
                return datetime.date(whole[-1].year or 0, whole[-1].month, whole[-1].day)
    return None


def _day_at_head(document: Document) -> datetime.date | None:
    """The day under the name of a whole issue, where a slip in its year has kept it from being taken for a date: 25年5月23日, 二0二五年."""
    if not document.masthead:
        return None
    for passage in document.passages:
        if passage.role == Role.TITLE:
            break
        if passage.role not in _LISTED and len(passage.text) < _NOTE:
            whole = _SHORT_YEAR.sub("20", _HAN_YEAR.sub(lambda found: found[0].translate(_NOUGHTS), passage.text))
            iso = next((found.iso for found in find_dates(whole) if found.iso), None)
            if iso:
                return datetime.date.fromisoformat(iso)
    return None
