"""The tables of sign-off: which numbers are taken, how far each issue has come, and every issue as it was signed."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Integer, String, Table, Text, UniqueConstraint

from app.store.library.schema import LONGEST_UNIT, METADATA

_ID = 32

NUMBERS = Table(
    "numbers",
    METADATA,
    Column("bulletin", String(LONGEST_UNIT), primary_key=True),
    Column("series", String(16), primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("issue", String(_ID), nullable=False),
    UniqueConstraint("issue", "series", name="numbers_by_issue"),
)
"""A number belongs to one issue: that two desks can't take the same is said by the key."""

STAGES = Table(
    "stages",
    METADATA,
    Column("issue", String(_ID), primary_key=True),
    Column("stage", String(16), nullable=False),
    Column("changed", String(32), nullable=False),
    Column("who", Text, nullable=False),
)

SIGNED = Table(
    "signed",
    METADATA,
    Column("issue", String(_ID), primary_key=True),
    Column("turn", Integer, primary_key=True, autoincrement=False),
    Column("bulletin", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("day", String(10), nullable=False),
    Column("signed", String(32), nullable=False),
    Column("signer", Text, nullable=False),
    Column("series", String(16), nullable=False),
    Column("year", Integer, nullable=False),
    Column("figure", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("lifted", String(32), nullable=False),
    Column("reason", Text, nullable=False),
    Column("issued", String(10), nullable=False),
    Column("digest", String(64), ForeignKey("contents.digest"), nullable=False, index=True),
    Index("signed_by_day", "day"),
)
"""`digest` names the whole `.jianbao` among the contents, so that what was signed can be opened again at any desk."""

SIGNED_ARTICLES = Table(
    "signed_articles",
    METADATA,
    Column("issue", String(_ID), primary_key=True),
    Column("turn", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("article", Integer, nullable=False),
    Column("section", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    ForeignKeyConstraint(["issue", "turn"], ["signed.issue", "signed.turn"], ondelete="CASCADE"),
)

SIGNED_SOURCES = Table(
    "signed_sources",
    METADATA,
    Column("issue", String(_ID), primary_key=True),
    Column("turn", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("submission", String(_ID), primary_key=True, index=True),
    Column("share", String(16), nullable=False),
    ForeignKeyConstraint(["issue", "turn"], ["signed.issue", "signed.turn"], ondelete="CASCADE"),
)

TABLES = (NUMBERS, STAGES, SIGNED, SIGNED_ARTICLES, SIGNED_SOURCES)
