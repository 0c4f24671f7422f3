"""The table of distribution: who gets how many copies of a bulletin, and of one issue where that has a list of its own."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table, Text

from app.store.library.schema import LONGEST_UNIT, METADATA

PORTIONS = Table(
    "portions",
    METADATA,
    Column("bulletin", String(LONGEST_UNIT), primary_key=True),
    Column("issue", String(32), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("group", String(LONGEST_UNIT), nullable=False),
    Column("name", Text, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("note", Text, nullable=False),
)
"""`issue` is "" for the list that stands for every issue of the bulletin."""

TABLES = (PORTIONS,)
