"""Issues as they were saved last become what the library knows of print: which submissions were used where, and what was printed before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from hashlib import sha256
from typing import Any

from sqlalchemy import Column, Connection, Row, delete, func, insert, select

from app.model.submission import KeptArticle, KeptIssue, Share, Source, Use
from app.records import dataclass
from app.store.library.schema import ARTICLE_HASHES, ARTICLES, ISSUES, SUBMISSION_HASHES, USES
from app.store.library.schema_search import SIGNED_HASHES
from app.store.library.schema_signing import SIGNED_ARTICLES

_NEAREST = 20
_PARAMETERS = 500
"""Values in one statement, below every limit that an SQLite has had (999)."""


@dataclass(frozen=True, slots=True)
class Near:
    """A text that shares `shared` of the hashes asked for: a submission, or an article of an issue ("" and 0 for the other one).

    With a `turn` it is an article as it was signed: `issue` is the key of its issue, and `article` its position there.
    """

    shared: int
    submission: str = ""
    issue: str = ""
    article: int = 0
    turn: int = 0


def keep(connection: Connection, issue: KeptIssue, articles: Sequence[KeptArticle]) -> None:
    """Remember an issue as it is now in its file, in the place of what was known of that."""
    connection.execute(delete(ISSUES).where(ISSUES.c.key == issue.key, ISSUES.c.path == issue.path))
    own = {"id": sha256(f"{issue.key} {issue.path}".encode("utf-8", "replace")).hexdigest()[:32]}
    connection.execute(insert(ISSUES), {**own, **{field.name: getattr(issue, field.name) for field in fields(issue)}})
    for article in articles:
        of = {"issue": own["id"], "article": article.article}
        connection.execute(insert(ARTICLES), {**of, "title": article.title, "text": article.text, "unit": article.unit})
        uses = [{**of, "submission": source.submission, "share": source.share.value} for source in article.sources]
        hashes = [{**of, "hash": value} for value in set(article.hashes)]
        for table, rows in ((USES, uses), (ARTICLE_HASHES, hashes)):
            if rows:
                connection.execute(insert(table), rows)


def forget(connection: Connection, key: str) -> None:
    """Forget an issue with all its files; its articles and what they used go with it."""
    connection.execute(delete(ISSUES).where(ISSUES.c.key == key))


def issues(connection: Connection) -> tuple[KeptIssue, ...]:
    """The issues that are remembered, those saved last first."""
    return tuple(_issue(row) for row in _newest(connection).values())


def article(connection: Connection, issue: str, number: int) -> tuple[KeptIssue, KeptArticle] | None:
    """An article of an issue, as `near` names both, as it was saved last."""
    joined = ARTICLES.join(ISSUES, ISSUES.c.id == ARTICLES.c.issue)
    wanted = select(ISSUES, ARTICLES.c.title, ARTICLES.c.text, ARTICLES.c.unit).select_from(joined)
    row = connection.execute(wanted.where(ARTICLES.c.issue == issue, ARTICLES.c.article == number)).one_or_none()
    if row is None:
        return None
    rows = connection.execute(select(USES.c.submission, USES.c.share).where(USES.c.issue == issue, USES.c.article == number))
    sources = tuple(Source(use.submission, Share(use.share)) for use in rows)
    return _issue(row), KeptArticle(row.key, number, row.title, row.text, row.unit, sources)


def uses(connection: Connection) -> dict[str, tuple[Use, ...]]:
    """By submission, the articles of saved issues in which it was used, those saved last first."""
    joined = USES.join(ARTICLES, (ARTICLES.c.issue == USES.c.issue) & (ARTICLES.c.article == USES.c.article))
    by_issue: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(select(USES, ARTICLES.c.title).select_from(joined).order_by(USES.c.article)):
        by_issue.setdefault(row.issue, []).append(row)
    found: dict[str, list[Use]] = {}
    for name, issue in _newest(connection).items():
        for row in by_issue.get(name, ()):
            use = Use(row.submission, issue.key, issue.bulletin, issue.number, issue.date, row.article, row.title, Share(row.share))
            found.setdefault(row.submission, []).append(use)
    return {submission: tuple(items) for submission, items in found.items()}


def _newest(connection: Connection) -> dict[str, Row[Any]]:
    """By id the rows of issues, those saved last first; of copies, which have key and number in common, the one saved last."""
    seen: dict[tuple[str, str], Row[Any]] = {}
    for row in connection.execute(select(ISSUES).order_by(ISSUES.c.saved.desc(), ISSUES.c.id)):
        seen.setdefault((row.key, row.number), row)
    return {row.id: row for row in seen.values()}


def near(connection: Connection, hashes: Iterable[int]) -> tuple[Near, ...]:
    """The texts that share most of the hashes, submissions, saved and signed articles alike, the nearest first.

    An article that was saved and signed is there as it was signed.
    """
    wanted = sorted(set(hashes))
    counts = Counter[tuple[str, str, int, int]]()
    for at in range(0, len(wanted), _PARAMETERS):
        part = wanted[at : at + _PARAMETERS]
        for row in _counted(connection, part, SUBMISSION_HASHES.c.hash, SUBMISSION_HASHES.c.submission):
            counts[row[0], "", 0, 0] += row[1]
        for row in _counted(connection, part, ARTICLE_HASHES.c.hash, ARTICLE_HASHES.c.issue, ARTICLE_HASHES.c.article):
            counts["", row[0], row[1], 0] += row[2]
        signed = SIGNED_HASHES.c
        for row in _counted(connection, part, signed.hash, signed.issue, signed.position, signed.turn):
            counts["", row[0], row[1], row[2]] += row[3]
    for owner in _saved_of_signed(connection, counts):
        del counts[owner]
    nearest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_NEAREST]
    return tuple(Near(shared, *owner) for owner, shared in nearest)


def _saved_of_signed(connection: Connection, counts: Mapping[tuple[str, str, int, int], int]) -> list[tuple[str, str, int, int]]:
    """The saved articles that are there as they were signed, too."""
    signed = {(issue, turn) for _, issue, _, turn in counts if turn}
    if not signed:
        return []
    of = SIGNED_ARTICLES.c
    rows = connection.execute(select(of.issue, of.turn, of.position, of.article).where(of.issue.in_({issue for issue, _ in signed})))
    there = {(row.issue, row.article) for row in rows if ("", row.issue, row.position, row.turn) in counts}
    keys = {
        row.id: row.key for row in connection.execute(select(ISSUES.c.id, ISSUES.c.key).where(ISSUES.c.key.in_({key for key, _ in there})))
    }
    return [owner for owner in counts if owner[1] in keys and not owner[3] and (keys[owner[1]], owner[2]) in there]


def _counted(connection: Connection, hashes: Sequence[int], column: Column[int], *owner: Column[Any]) -> Sequence[Any]:
    """How many of the hashes each owner has, as rows of its columns and that number."""
    return connection.execute(select(*owner, func.count()).where(column.in_(hashes)).group_by(*owner)).all()


def _issue(row: Row[Any]) -> KeptIssue:
    return KeptIssue(row.key, row.bulletin, row.number, row.date, row.path, row.saved)
