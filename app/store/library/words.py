"""Words that the proofreading shall tell nobody of again, as rows."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from app.store.library.schema import IGNORED_WORDS, LONGEST_WORDS


def ignored(connection: Connection) -> tuple[str, ...]:
    """All of them, in the order of their characters."""
    return tuple(connection.execute(select(IGNORED_WORDS.c.words).order_by(IGNORED_WORDS.c.words)).scalars())


def ignore(connection: Connection, words: str) -> None:
    """Put one in; one that is longer than any word of a table is cut, and then met by nothing."""
    heed(connection, words)
    connection.execute(insert(IGNORED_WORDS), {"words": words[:LONGEST_WORDS]})


def heed(connection: Connection, words: str) -> None:
    """Take one out."""
    connection.execute(delete(IGNORED_WORDS).where(IGNORED_WORDS.c.words == words[:LONGEST_WORDS]))
