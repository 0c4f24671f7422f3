"""Signed articles and submissions go into the index and out of it with what writes them; phrases become the rows that may hold them.

A gram of a title is there a second time, as a negative number, so that titles are found apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, delete, insert, select, text

from app.model.signing import SignedArticle, SignedIssue
from app.store.library.schema import SUBMISSIONS
from app.store.library.schema_search import INDEX, SEARCHED, SIGNED_HASHES, TABLES
from app.store.library.schema_signing import SIGNED, SIGNED_ARTICLES
from app.text.phrases import fold, grams, needed
from app.text.similar import hashes_of

_DAY = 10
"""Characters of a day in ISO form, whatever time follows it."""
_AT_ONCE = 200


def searched_text(title: str, unit: str, text_: str) -> str:
    """What is looked through, folded."""
    return fold("\n".join((title, unit, text_)))


def make(connection: Connection) -> None:
    """Make the index, where it isn't there yet."""
    for statement in INDEX[connection.dialect.name]:
        connection.execute(text(statement))


def empty(connection: Connection) -> None:
    """Take everything out."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO search_grams (search_grams) VALUES ('delete-all')"))
    for table in TABLES:
        connection.execute(delete(table))


def fill(connection: Connection) -> None:
    """Put everything in that the library has."""
    signed = select(SIGNED.c.issue, SIGNED.c.turn, SIGNED.c.bulletin, SIGNED.c.day).where(SIGNED.c.lifted == "").order_by(SIGNED.c.day)
    for issue in connection.execute(signed).all():
        of = (SIGNED_ARTICLES.c.issue == issue.issue) & (SIGNED_ARTICLES.c.turn == issue.turn)
        for row in connection.execute(select(SIGNED_ARTICLES).where(of)).all():
            _put_article(connection, issue, row)
    ids = connection.execute(select(SUBMISSIONS.c.id).order_by(SUBMISSIONS.c.received)).scalars().all()
    for submission in ids:
        _put_submission(connection, connection.execute(select(SUBMISSIONS).where(SUBMISSIONS.c.id == submission)).one())


def put_issue(connection: Connection, issue: SignedIssue, articles: Iterable[SignedArticle]) -> None:
    """Put the articles of an issue in that was signed just now."""
    for article in articles:
        _put_article(connection, issue, article)


def take_issue(connection: Connection, issue: str, turn: int) -> None:
    """Take the articles of a signed issue out."""
    of = (SIGNED_ARTICLES.c.issue == SEARCHED.c.issue) & (SIGNED_ARTICLES.c.turn == SEARCHED.c.turn)
    joined = SEARCHED.join(SIGNED_ARTICLES, of & (SIGNED_ARTICLES.c.position == SEARCHED.c.position))
    rows = select(SEARCHED, SIGNED_ARTICLES.c.text).select_from(joined).where(SEARCHED.c.issue == issue, SEARCHED.c.turn == turn)
    _take(connection, connection.execute(rows).all())
    connection.execute(delete(SIGNED_HASHES).where(SIGNED_HASHES.c.issue == issue, SIGNED_HASHES.c.turn == turn))


def put_submission(connection: Connection, submission: str) -> None:
    """Put a submission in whose row stands already, in the place of what was in the index of it."""
    take_submissions(connection, [submission])
    _put_submission(connection, connection.execute(select(SUBMISSIONS).where(SUBMISSIONS.c.id == submission)).one())


def take_submissions(connection: Connection, ids: Sequence[str]) -> None:
    """Take submissions out, while their rows are still there."""
    joined = SEARCHED.join(SUBMISSIONS, SUBMISSIONS.c.id == SEARCHED.c.submission)
    for at in range(0, len(ids), _AT_ONCE):
        rows = select(SEARCHED, SUBMISSIONS.c.text).select_from(joined).where(SEARCHED.c.submission.in_(ids[at : at + _AT_ONCE]))
        _take(connection, connection.execute(rows).all())


def candidates(dialect: str, every: Sequence[str], any_of: Sequence[str], *, in_title: bool = False) -> TextClause:
    """A query for the ids of all rows that may hold every one of some phrases and any of others; at least one phrase is given."""
    sign = -1 if in_title else 1
    groups = [[tuple(sign * code for phrase in every for code in needed(phrase))]] if every else []
    if any_of:
        groups.append([tuple(sign * code for code in needed(phrase)) for phrase in any_of])
    if dialect == "sqlite":
        asked = " AND ".join(f"({' OR '.join(map(_all_of, group))})" for group in groups)
        return text("SELECT rowid AS id FROM search_grams WHERE search_grams MATCH :asked").bindparams(asked=asked)
    conditions: list[str] = []
    values: dict[str, list[int]] = {}
    for group in groups:
        names = []
        for codes in group:
            name = f"codes{len(values)}"
            values[name] = list(codes)
            names.append(f"grams @> CAST(:{name} AS BIGINT[])")
        conditions.append("(" + " OR ".join(names) + ")")
    # The OFFSET keeps the planner from looking at the rows one by one from outside, which would read all the arrays.
    return text(f"SELECT id FROM search_grams WHERE {' AND '.join(conditions)} OFFSET 0").bindparams(
        *(bindparam(name, value) for name, value in values.items())
    )


def _all_of(codes: Iterable[int]) -> str:
    return f"({' AND '.join(map(_word, codes))})"


def _put_article(connection: Connection, issue: Any, article: Any) -> None:  # noqa: ANN401 - what was signed, or rows of it
    of = {"issue": issue.issue, "turn": issue.turn, "position": article.position}
    row = {**of, "submission": "", "day": issue.day, "bulletin": issue.bulletin, "unit": article.unit, "title": article.title}
    _put(connection, row, article.text)
    hashes = [{**of, "hash": value} for value in hashes_of(f"{article.title}\n{article.text}")]
    if hashes:
        connection.execute(insert(SIGNED_HASHES), hashes)


def _put_submission(connection: Connection, record: Any) -> None:  # noqa: ANN401 - a row
    of = {"issue": "", "turn": 0, "position": 0, "submission": record.id, "bulletin": ""}
    _put(connection, {**of, "day": record.received[:_DAY], "unit": record.unit, "title": record.title}, record.text)


def _put(connection: Connection, row: dict[str, Any], text_: str) -> None:
    made = connection.execute(insert(SEARCHED), row).inserted_primary_key
    codes = _codes(row["title"], row["unit"], text_)
    value: str | list[int]
    if connection.dialect.name == "sqlite":
        statement, value = "INSERT INTO search_grams (rowid, grams) VALUES (:id, :grams)", _words(codes)
    else:
        statement, value = "INSERT INTO search_grams (id, grams) VALUES (:id, CAST(:grams AS BIGINT[]))", codes
    connection.execute(text(statement), {"id": made[0] if made else None, "grams": value})


def _take(connection: Connection, rows: Sequence[Any]) -> None:
    if connection.dialect.name == "sqlite" and rows:  # an FTS5 without texts of its own is told what stood there
        statement = text("INSERT INTO search_grams (search_grams, rowid, grams) VALUES ('delete', :id, :grams)")
        connection.execute(statement, [{"id": row.id, "grams": _words(_codes(row.title, row.unit, row.text))} for row in rows])
    for at in range(0, len(rows), _AT_ONCE):
        connection.execute(delete(SEARCHED).where(SEARCHED.c.id.in_([row.id for row in rows[at : at + _AT_ONCE]])))


def _codes(title: str, unit: str, text_: str) -> list[int]:
    return sorted({*grams(searched_text(title, unit, text_)), *(-code for code in grams(fold(title)))})


def _words(codes: Iterable[int]) -> str:
    return " ".join(map(_word, codes))


def _word(code: int) -> str:
    return f"{code:x}" if code > 0 else f"t{-code:x}"
