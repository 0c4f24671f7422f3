"""Chance becomes rows in every table of a library, whatever its columns are, those of later versions as well."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from random import Random
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Connection, Integer, LargeBinary, String, Table, UniqueConstraint, insert, select

from app.store.library.library import Library
from app.store.library.rows import carried_tables, rows_of
from app.store.library.schema import CONTENTS, FILES
from app.store.library.schema_signing import SIGNED

_CHARACTERS = "云河市税务局植树报送简讯一二三四五六七八九十月日：，。ABC012𠮷\n"


def fill(library: Library, random: Random, most: int = 6, *, pool: int = 8) -> None:
    """Put some rows into every table; a small `pool` of ids and words lets rows of two libraries meet."""
    with library.access.writing() as connection:
        for table in carried_tables():
            for _ in range(random.randint(0, most)):
                _put(connection, table, random, pool)


def everything(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """All rows, by table, in an order of their own."""
    with library.access.reading() as connection:
        return {table.name: sorted(tuple(row.values()) for row in rows_of(connection, table)) for table in carried_tables()}


def _put(connection: Connection, table: Table, random: Random, pool: int) -> None:
    row = {column.name: _value(column, random, pool) for column in table.columns}
    if table is CONTENTS:
        row["digest"] = sha256(row["data"]).hexdigest()
    for constraint in table.foreign_key_constraints:
        parents = list(rows_of(connection, constraint.referred_table))
        if not parents:
            return
        parent = random.choice(parents)
        row.update({element.parent.name: parent[element.column.name] for element in constraint.elements})
    if table in (FILES, SIGNED) and "size" in row:
        row["size"] = 3
    if not any(_taken(connection, table, row, names) for names in _unique(table)):
        connection.execute(insert(table), row)


def _unique(table: Table) -> Iterator[list[str]]:
    yield [column.name for column in table.primary_key.columns]
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield [column.name for column in constraint.columns]


def _taken(connection: Connection, table: Table, row: dict[str, Any], names: list[str]) -> bool:
    return connection.execute(select(table).where(*(table.c[name] == row[name] for name in names))).first() is not None


def _value(column: Column[Any], random: Random, pool: int) -> object:
    kind = column.type
    if isinstance(kind, Boolean):
        return random.random() < 0.5
    if isinstance(kind, BigInteger):
        return random.randint(-(2**63), 2**63 - 1)
    if isinstance(kind, Integer):
        return random.randint(0, pool)
    if isinstance(kind, LargeBinary):
        return bytes(random.randrange(256) for _ in range(random.randint(1, 40)))
    if isinstance(kind, String) and kind.length == 32 and column.name not in ("received", "saved", "signed", "lifted", "closed", "changed"):
        return f"{random.randrange(pool):032x}"
    length = kind.length if isinstance(kind, String) and kind.length else 30
    if column.primary_key:
        return f"{column.name[:1]}{random.randrange(pool)}"[:length]
    return "".join(random.choice(_CHARACTERS) for _ in range(random.randint(0, min(length, 12))))
