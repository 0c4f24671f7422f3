"""The day by which a passage is read: what is past on it has been, what lies behind it is still to come."""

from __future__ import annotations

import datetime

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.text.calendar_dates import days_in

_SIGNED = (Role.SIGNATURE_DATE, Role.SIGNATURE, Role.BYLINE)


def day_of(document: Document, passage: Passage) -> datetime.date | None:
    """The issue's day, or else that of the passage's article, or the whole date under it or in its byline."""
    facts = document.article_of(passage)
    if known := document.date or (facts.day if facts else None):
        return known
    for one in document.inside(passage.article):
        if one.role in _SIGNED:
            whole = [day for day in days_in(one.text) if day.year and day.possible]
            if whole:
                return datetime.date(whole[-1].year or 0, whole[-1].month, whole[-1].day)
    return None
