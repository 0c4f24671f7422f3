"""The tables of 采用统计: points, groups, lines by hand, forms of table, and every month as it was closed.

Points are exact: a fraction as text (3/2), which both databases keep as it is written.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from app.store.library.schema import LONGEST_UNIT, METADATA

_ID, _MONTH, _KIND = 32, 7, 16

POINTS = Table(
    "statistics_points",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("venue", String(LONGEST_UNIT), nullable=False),
    Column("kind", String(_KIND), nullable=False),
    Column("points", String(32), nullable=False),
)

MEMBERS = Table(
    "statistics_members",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("group", String(LONGEST_UNIT), nullable=False),
    Column("unit", String(LONGEST_UNIT), nullable=False),
    Column("aliases", Text, nullable=False),
    Column("quota", Integer, nullable=True),
)
"""Units in their groups, in the office's order; `unit` "" speaks for each of the group."""

HANDS = Table(
    "statistics_hands",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", String(_ID), nullable=False),
    Column("month", String(_MONTH), nullable=False),
    Column("unit", String(LONGEST_UNIT), nullable=False),
    Column("kind", String(_KIND), nullable=False),
    Column("venue", String(LONGEST_UNIT), nullable=False),
    Column("title", Text, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("points", String(32), nullable=False),
    Column("note", Text, nullable=False),
)
"""`points` "" for those of the table."""

COLUMNS = Table(
    "statistics_columns",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("form", String(LONGEST_UNIT), nullable=False),
    Column("heads", Text, nullable=False),
    Column("measure", String(_KIND), nullable=False),
    Column("span", String(_KIND), nullable=False),
    Column("kinds", Text, nullable=False),
    Column("venues", Text, nullable=False),
    Column("blank", Boolean, nullable=False),
)

OPTIONS = Table("statistics_options", METADATA, Column("name", String(32), primary_key=True), Column("value", Text, nullable=False))

CLOSED = Table(
    "statistics_closed",
    METADATA,
    Column("month", String(_MONTH), primary_key=True),
    Column("closed", String(32), nullable=False),
    Column("points", Text, nullable=False),
    Column("even_joint", Boolean, nullable=False),
)
"""A month that is closed; `points` is the table of points of that day, as JSON."""

CLOSED_LINES = Table(
    "statistics_closed_lines",
    METADATA,
    Column("in_month", String(_MONTH), ForeignKey("statistics_closed.month", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("key", String(80), nullable=False),
    Column("unit", String(LONGEST_UNIT), nullable=False),
    Column("kind", String(_KIND), nullable=False),
    Column("venue", String(LONGEST_UNIT), nullable=False),
    Column("amount", Integer, nullable=False),
    Column("points", String(64), nullable=False),
    Column("day", String(32), nullable=False),
    Column("label", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("of", String(_MONTH), nullable=False),
    Column("issue", String(_ID), nullable=False),
    Column("article", Integer, nullable=False),
)
"""The detail of a closed month, which no later change of anything else touches."""

TABLES = (POINTS, MEMBERS, HANDS, COLUMNS, OPTIONS, CLOSED, CLOSED_LINES)
