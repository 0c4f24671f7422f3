"""A text becomes what the library has that it goes back to: submissions and printed articles that are the same, cut, merged, reworded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import UserError
from app.model.submission import KeptArticle, KeptIssue, SubmissionRecord
from app.records import dataclass
from app.text.relation import Kind, Relation, relation
from app.text.similar import hashes_of

if TYPE_CHECKING:
    from app.store.library.library import Library, Near

_LEAST_SHARED = 2
"""Hashes; one alone may be a phrase of the trade."""
_ORDER = (Kind.SAME, Kind.VERSION, Kind.CUT, Kind.MERGED, Kind.REWORDED)


@dataclass(frozen=True, slots=True)
class Relative:
    """What a text goes back to: a submission, or an article that was printed (then `issue` says where)."""

    relation: Relation
    title: str
    text: str
    record: SubmissionRecord | None = None
    issue: KeptIssue | None = None
    article: KeptArticle | None = None

    def sentence(self) -> str:
        """与《云湖镇植树》（第7期）相同"""
        where = self.issue.where if self.issue else self.record.received[:10] if self.record else ""
        verb = {Kind.SAME: "相同", Kind.VERSION: "大体相同，是新稿", Kind.CUT: "的删节", Kind.MERGED: "并在其中", Kind.REWORDED: "的改写"}
        return f"《{self.title}》（{where}）{verb[self.relation.kind]}"


def relatives(library: Library, text: str, but: frozenset[str] = frozenset()) -> tuple[Relative, ...]:
    """What the text goes back to, the nearest first; `but` are ids of submissions and keys of issues that don't count."""
    hashes = hashes_of(text)
    found = []
    for near in library.near(hashes):
        if near.shared < min(_LEAST_SHARED, len(hashes)) or near.submission in but:
            continue
        relative = _relative(library, near, text)
        if relative is not None and not (relative.issue and relative.issue.key in but):
            found.append(relative)
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.relation.kind), -one.relation.old_in_new)))


def _relative(library: Library, near: Near, text: str) -> Relative | None:
    try:
        if near.submission:
            record, old = library.record(near.submission), library.text(near.submission)
            held = relation(old, text)
            return Relative(held, record.title, old, record=record) if held else None
        issue, article = _signed(library, near) if near.turn else library.article(near.issue, near.article)
    except UserError:  # gone meanwhile
        return None
    old = f"{article.title}\n{article.text}"
    held = relation(old, text)
    return Relative(held, article.title, old, issue=issue, article=article) if held else None


def _signed(library: Library, near: Near) -> tuple[KeptIssue, KeptArticle]:
    """An article as it was signed. Raises `UserError` where it is gone."""
    signed = next((one for one in library.signed.of(near.issue) if one.turn == near.turn), None)
    article = next((one for one in library.signed.articles(near.issue, near.turn) if one.position == near.article), None)
    if signed is None or article is None:
        raise UserError("签发的那一份已经不在来稿库里了。")
    issue = KeptIssue(signed.issue, signed.bulletin, signed.number, signed.date, "", signed.signed)
    return issue, KeptArticle(signed.issue, article.article, article.title, article.text, article.unit, article.sources)
