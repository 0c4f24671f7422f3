"""A submission's record, and what was made of it, become the words that the 来稿箱 shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.model.submission import SubmissionRecord, Use, Way


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


def used_in(uses: Iterable[Use]) -> str:
    """工作简报第7期（综合），one line for each article of a saved issue; "" for none."""
    return "\n".join(f"{use.bulletin}{use.number or '（期号未定）'}（{use.share.value}）" for use in uses)
