"""The tables of the search: a row for each signed article and each submission, and the index of their characters and pairs.

Each database has an index of its own kind: SQLite its FTS5, into which the numbers go as words, and PostgreSQL a GIN over an array of
them. Neither needs an extension. FTS5's own trigrams would find no name of two characters.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKeyConstraint, Index, Integer, String, Table, Text

from app.store.library.schema import METADATA

_ID = 32
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

SEARCHED = Table(
    "searched",
    METADATA,
    Column("id", _NUMBER, primary_key=True),
    Column("issue", String(_ID), nullable=False),
    Column("turn", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("submission", String(_ID), nullable=False),
    Column("day", String(10), nullable=False),
    Column("bulletin", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("title", Text, nullable=False),
    Index("searched_by_issue", "issue", "turn"),
    Index("searched_by_submission", "submission"),
    info={"derived": True},
)
"""An article (`submission` is "") or a submission (`issue` is "") as it stands in the index; its text stays where it is."""

SIGNED_HASHES = Table(
    "signed_hashes",
    METADATA,
    Column("hash", BigInteger, primary_key=True),
    Column("issue", String(_ID), primary_key=True),
    Column("turn", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Index("signed_hashes_by_issue", "issue", "turn"),
    ForeignKeyConstraint(["issue", "turn"], ["signed.issue", "signed.turn"], ondelete="CASCADE"),
    info={"derived": True},
)
"""By which a text like a signed article is found again."""

TABLES = (SEARCHED, SIGNED_HASHES)

INDEX = {
    "sqlite": ("CREATE VIRTUAL TABLE IF NOT EXISTS search_grams USING fts5(grams, content='', detail=none, tokenize='ascii')",),
    "postgresql": (
        "CREATE TABLE IF NOT EXISTS search_grams"
        " (id BIGINT PRIMARY KEY REFERENCES searched (id) ON DELETE CASCADE, grams BIGINT[] NOT NULL)",
        "CREATE INDEX IF NOT EXISTS search_grams_by_gram ON search_grams USING gin (grams)",
    ),
}
"""What makes the index, by the name of the database's kind. The tokenizer takes words of ASCII, and is in every SQLite."""
