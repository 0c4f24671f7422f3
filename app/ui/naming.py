"""An issue becomes the words that it is called by: in the title bar, as a proposed file name, in messages."""

from __future__ import annotations

import re

from app.desk.archive_names import short_bulletin as bulletin_name
from app.desk.numbering import is_open_number
from app.model.issue import Issue

_UNFIT = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')


def number_words(issue: Issue) -> str:
    """第7期, or that the number is open."""
    text = issue.masthead.number.text
    return "期号待定" if is_open_number(text) else " ".join(text.split())


def issue_name(issue: Issue) -> str:
    """工作简报 第7期."""
    return f"{bulletin_name(issue)} {number_words(issue)}"


def file_stem(issue: Issue) -> str:
    """A name for its files: 工作简报第7期."""
    number = "" if is_open_number(issue.masthead.number.text) else issue.masthead.number.text
    return _UNFIT.sub("", bulletin_name(issue) + number)[:80] or "简报"


def stage_words(issue: Issue, sample: bool, read_only: bool) -> str:
    """How far it is: 二校; or why that does not matter."""
    return "示例" if sample else "只读" if read_only else issue.stage.value


def window_title(issue: Issue | None, pages: int, unsaved: bool, sample: bool, read_only: bool = False) -> str:
    """工作简报 第7期 · 二校 · 8页 · 未保存 — 编报."""
    if issue is None:
        return "编报"
    parts = [issue_name(issue), stage_words(issue, sample, read_only), f"{pages}页"]
    if unsaved:
        parts.append("未保存")
    return " · ".join(parts) + " — 编报"
