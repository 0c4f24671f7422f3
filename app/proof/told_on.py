"""The day by which a passage is read: what is past on it has been, what lies behind it is still to come."""

from __future__ import annotations

import datetime
import re

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.text.calendar_dates import days_in

_SIGNED = (Role.SIGNATURE_DATE, Role.SIGNATURE, Role.BYLINE)

_HEAD, _NOTE = 3, 60
"""In how many passages an article may say when it was written, and their length."""
_NOTED = re.compile(r"[（(][^（）()]{0,50}20\d\d年\d{1,2}月\d{1,2}日[^（）()]{0,10}[）)][ \u3000]*$")
"""（县公安局办公室根据录音整理，2025年8月15日）, also behind a title."""
_DATE_ALONE = re.compile(r"[ \u3000]*20\d\d年\d{1,2}月\d{1,2}日[ \u3000]*")


def day_of(document: Document, passage: Passage) -> datetime.date | None:
    """The issue's day, or else that of the passage's article, or the whole date under it or in its byline."""
    facts = document.article_of(passage)
    if known := document.date or (facts.day if facts else None):
        return known
    inside = document.inside(passage.article)
    for turn, one in enumerate(inside):
        noted = (turn < _HEAD or turn == len(inside) - 1) and len(one.text) < _NOTE and _NOTED.search(one.text)
        if one.role in _SIGNED or noted or (turn == len(inside) - 1 and _DATE_ALONE.fullmatch(one.text)):
            whole = [day for day in days_in(one.text) if day.year and day.possible]
            if whole:
                return datetime.date(whole[-1].year or 0, whole[-1].month, whole[-1].day)
    return None
