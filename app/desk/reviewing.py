"""A copy that came back from review becomes the changes that can be taken over into the issue at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desk.articles import paragraph_roles
from app.edit.review.find import find_changes
from app.errors import UserError
from app.layout.sent import sent_paragraphs
from app.text.align import likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.edit.review.change import Review
    from app.layout.frames import Layout
    from app.model.issue import Issue
    from app.model.reviewed import ReturnedCopy, SentParagraph

_RELATED = 0.2
"""Bigrams in common below which a file is no copy of this issue."""


def review_of(data: bytes, name: str, issue: Issue, layout: Layout) -> Review:
    """What was changed in a copy and said to it. Raises UserError for a file that can't be read or is no copy of this issue.

    Where the file doesn't say any more what it was when it went out, it is held against the issue as it is now.
    """
    from app.importers.returned import read_returned

    copy = read_returned(data, name)
    sent = copy.sent or sent_paragraphs(layout)
    if not _is_copy(issue, sent, copy):
        raise UserError(f"“{name}”和这一期对不上，请核对是不是这一期的送审稿。")
    return find_changes(issue, sent, copy, paragraph_roles)


def _is_copy(issue: Issue, sent: Sequence[SentParagraph], copy: ReturnedCopy) -> bool:
    """Whether a file goes back to this issue: it names it, or what went out shares its words with the issue and with the copy."""
    if copy.issue_key and issue.key:
        return copy.issue_key == issue.key
    words = "".join(paragraph.text for paragraph in sent)
    others = ("".join(block.text for block in issue.blocks()), "".join(paragraph.text for paragraph in copy.paragraphs))
    return all(likeness(words, other) >= _RELATED for other in others)
