"""A new submission gets an id and an issue its key, by which the library knows them whatever their files are called."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from app.model.issue import Issue
from app.model.signing import Stage


def new_id() -> str:
    """An id that no other submission and no other issue has: 32 hex digits."""
    return uuid4().hex


def keyed(issue: Issue) -> Issue:
    """The issue with its key; one without gets it now, and its file with the next save."""
    return issue if issue.key else replace(issue, key=new_id())


def as_another(issue: Issue) -> Issue:
    """The issue as the beginning of another one: with a key of its own, unsigned, and without what people said of the one before."""
    return replace(issue, key=new_id(), sample=False, stage=Stage.EDITING, trail=(), comments=(), rounds=())
