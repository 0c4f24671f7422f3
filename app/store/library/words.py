"""Words that the proofreading shall tell nobody of again, where one rule finds them or altogether, as rows."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, insert, select

from app.store.library.schema import IGNORED_BY_RULE, IGNORED_WORDS, LONGEST_WORDS


def ignored(connection: Connection) -> tuple[str, ...]:
    """Those that are ignored altogether, in the order of their characters."""
    return tuple(connection.execute(select(IGNORED_WORDS.c.words).order_by(IGNORED_WORDS.c.words)).scalars())


def ignored_by(connection: Connection) -> frozenset[tuple[str, str]]:
    """Those that are ignored where one rule finds them, with the rule."""
    return frozenset((row.words, row.rule) for row in connection.execute(select(IGNORED_BY_RULE)))


def ignore(connection: Connection, words: str, rule: str = "") -> None:
    """Put one in, for all rules where none is named; one that is longer than any word of a table is cut, and then met by nothing."""
    heed(connection, words, rule)
    row = {"words": words[:LONGEST_WORDS]}
    connection.execute(insert(_table(rule)), {**row, "rule": rule} if rule else row)


def heed(connection: Connection, words: str, rule: str = "") -> None:
    """Take one out."""
    connection.execute(delete(_table(rule)).where(_is(words[:LONGEST_WORDS], rule)))


def _table(rule: str) -> Table:
    return IGNORED_BY_RULE if rule else IGNORED_WORDS


def _is(words: str, rule: str) -> ColumnElement[bool]:
    return and_(IGNORED_BY_RULE.c.words == words, IGNORED_BY_RULE.c.rule == rule) if rule else IGNORED_WORDS.c.words == words
