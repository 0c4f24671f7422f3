"""Submissions and issues of a made-up town for the library's tests."""

from __future__ import annotations

from itertools import count

from app.model.submission import KeptArticle, KeptIssue, Share, Source, SubmissionRecord, Way

_numbers = count(1)


def record(title: str = "云湖镇开展春季植树活动", unit: str = "云湖镇", **known: object) -> SubmissionRecord:
    """A record with an id of its own."""
    values: dict[str, object] = {"received": "2026-03-05T09:30", "way": Way.WECHAT, "characters": 12, **known}
    return SubmissionRecord(id=f"{next(_numbers):032x}", title=title, unit=unit, **values)  # type: ignore[arg-type]


def kept_issue(key: str = "a" * 32, number: str = "第7期", saved: str = "2026-03-06T17:00") -> KeptIssue:
    """An issue as it was saved."""
    return KeptIssue(key, "云湖工作简报", number, "2026年3月6日", "/云湖/本期.jianbao", saved)


def kept_article(*submissions: str, key: str = "a" * 32, article: int = 5, hashes: tuple[int, ...] = ()) -> KeptArticle:
    """An article made of these submissions."""
    sources = tuple(Source(item, Share.JOINT if at else Share.SOLE) for at, item in enumerate(submissions))
    return KeptArticle(key, article, "云湖镇植树", "三月五日，云湖镇栽树三千株。", "云湖镇", sources, hashes)
