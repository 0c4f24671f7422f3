"""A copy that came back from review becomes the changes that can be taken over into the issue at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.desk.articles import paragraph_roles
from app.edit.comments import comments_carried
from app.edit.review.apply import apply_review
from app.edit.review.find import find_changes
from app.edit.review.words import described, signed
from app.edit.state import EditorState
from app.errors import UserError
from app.layout.sent import sent_paragraphs
from app.layout.table_heads import rows_below_heads
from app.model.issue import joined_title
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
    copy = _read(data, name)
    sent = copy.sent or sent_paragraphs(layout, rows_below_heads(layout))
    if not _is_copy(issue, sent, copy):
        raise UserError(f"“{name}”和这一期对不上，请核对是不是这一期的送审稿。")
    return find_changes(issue, sent, copy, paragraph_roles)


def _read(data: bytes, name: str) -> ReturnedCopy:
    """Read the file, in a process of its own where a bad or a long one could hold up the program."""
    from app.desk.intake import SMALL_BYTES
    from app.desk.worker import Worker
    from app.importers.readers import is_read_apart
    from app.importers.returned import read_returned

    if len(data) <= SMALL_BYTES and not is_read_apart(data):
        return read_returned(data, name)
    with Worker() as worker:
        return worker.read(read_returned, data, name)


def _is_copy(issue: Issue, sent: Sequence[SentParagraph], copy: ReturnedCopy) -> bool:
    """Whether a file goes back to this issue: it names it, or what went out shares its words with the issue and with the copy."""
    if copy.issue_key and issue.key:
        return copy.issue_key == issue.key
    words = "".join(paragraph.text for paragraph in sent)
    others = ("".join(block.text for block in issue.blocks()), "".join(paragraph.text for paragraph in copy.paragraphs))
    return all(likeness(words, other) >= _RELATED for other in others)


def accepted(review: Review, issue: Issue) -> Issue:
    """The issue with every change taken over."""
    done = apply_review(EditorState(issue), review.base, review.changes)
    return comments_carried(issue, done[0].issue, done[1]) if done else issue


def review_text(review: Review, issue: Issue) -> str:
    """The changes and remarks in lines, article by article."""
    lines = [f"{len(review.changes)} 处改动，{len(review.remarks)} 条批注。"]
    for article, title in ((0, "报头、栏目和报尾"), *((one.id, joined_title(one.title)) for one in issue.articles())):
        said = [(one.kind.value, described(one, review.base), one.author) for one in review.changes if one.article == article]
        said += [("批注", f"“{one.near}”：{one.text}", one.author) for one in review.remarks if one.article == article]
        lines += [title, *(f"  {kind}　{words}　{signed(author)}".rstrip() for kind, words, author in said)] if said else []
    if review.derived:
        lines.append(f"另有 {review.derived} 处改的是程序生成的文字（目录、标签），没有采用。")
    return "\n".join(lines)


def review_json(review: Review, issue: Issue) -> dict[str, Any]:
    """The same as plain dictionaries."""
    titles = {article.id: joined_title(article.title) for article in issue.articles()}
    changes = [
        {
            "kind": change.kind.value,
            "article": titles.get(change.article),
            "old": change.old,
            "new": change.new,
            "author": change.author.name,
            "date": change.author.date,
            "words": described(change, review.base),
        }
        for change in review.changes
    ]
    remarks = [
        {"article": titles.get(one.article), "near": one.near, "text": one.text, "author": one.author.name, "date": one.author.date}
        for one in review.remarks
    ]
    return {"changes": changes, "remarks": remarks, "derived": review.derived}
