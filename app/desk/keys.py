"""A new submission gets an id and an issue its key, by which the library knows them whatever their files are called."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from app.model.issue import Issue


def new_id() -> str:
    """An id that no other submission and no other issue has: 32 hex digits."""
    return uuid4().hex


def keyed(issue: Issue) -> Issue:
    """The issue with its key; one without gets it now, and its file with the next save."""
    return issue if issue.key else replace(issue, key=new_id())
