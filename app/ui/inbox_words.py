"""A submission's record, and what was made of it, become the words that the 来稿箱 shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time

from app.model.submission import SubmissionRecord, Use, Way

_DAY = re.compile(
    r"(?:(?P<year>\d{4})\s*[-./年]\s*)?(?P<month>\d{1,2})\s*[-./月]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:[T\s]*(?P<hour>\d{1,2})\s*[:：]\s*(?P<minute>\d{2})(?:[:：]\d{2})?)?"
)


def origin(record: SubmissionRecord) -> str:
    """云湖镇　微信"""
    way = "" if record.way is Way.OTHER else record.way.value
    return "　".join(filter(None, (record.unit or "单位不详", way, "有旧稿" if record.version_of else "")))


def measure(record: SubmissionRecord) -> str:
    """3月5日　1260字"""
    return "　".join(filter(None, (short_day(record.received), f"{record.characters}字" if record.characters else "")))


def second_line(record: SubmissionRecord) -> str:
    """云湖镇　微信　3月5日　1260字"""
    return f"{origin(record)}　{measure(record)}"


def short_day(received: str) -> str:
    """3月5日 for an ISO date with or without a time."""
    try:
        day = date.fromisoformat(received[:10])
    except ValueError:
        return received
    return f"{day.month}月{day.day}日"


def moment_written(text: str, year: int) -> str | None:
    """The ISO form of a day as clerks write it, with or without year and time (3月5日 9:30, 2026.3.5); None where it is no day."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    try:
        day = date(int(found["year"] or year), int(found["month"]), int(found["day"]))
        clock = time(int(found["hour"]), int(found["minute"])) if found["hour"] else None
    except ValueError:
        return None
    return f"{day.isoformat()}T{clock.isoformat('minutes')}" if clock else day.isoformat()


def used_in(uses: Iterable[Use]) -> str:
    """工作简报第7期（综合），one line for each article of a saved issue; "" for none."""
    return "\n".join(f"{use.bulletin}{use.number or '（期号未定）'}（{use.share.value}）" for use in uses)
