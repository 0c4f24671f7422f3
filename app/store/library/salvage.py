"""A damaged library becomes what can still be read of it, row by row, for a library that has lost something.

A row is believed where every value is of its column's kind and files are what their digest says. A page that no table leads to any more
belongs to the one table that all its records fit.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Connection, Integer, LargeBinary, String, Table, and_, delete, insert, select
from sqlalchemy.exc import IntegrityError

from app.store.library.pages import Blob, Pages, Record, Value
from app.store.library.rows import Row, carried_tables
from app.store.library.schema import CONTENTS

_IDS = frozenset({"id", "issue", "submission", "version_of", "key"})
_ID = 32


def bring_back(damaged: Path, into: Connection) -> tuple[int, bool]:
    """Put what can be read of a damaged file into an open library: how many rows are new or other ones, and whether any were lost.

    A table that can be read as a whole is what it was at the end, so rows that only the library has were deleted since. Of another one
    the rows that can be read take the place of older ones, and what the library has of the rest stays.
    """
    came, lost = 0, False
    found = _readable(Pages(damaged.read_bytes()))
    for table in reversed(carried_tables()):
        rows, whole = found[table]
        if whole and not any(found[other][1] is False for other in _below(table)):
            keys = {_key(table, row) for row in rows}
            for row in [dict(one) for one in into.execute(select(table)).mappings()] if table is not CONTENTS else []:
                if _key(table, row) not in keys:
                    into.execute(delete(table).where(_is(table, row)))
    for table in carried_tables():
        rows, whole = found[table]
        lost = lost or not whole
        for row in rows:
            came += _put(into, table, row)
    return came, lost


def _below(table: Table) -> list[Table]:
    """The tables whose rows would go with rows of this one."""
    return [other for other in carried_tables() if any(key.referred_table is table for key in other.foreign_key_constraints)]


def _put(into: Connection, table: Table, row: Row) -> bool:
    there = into.execute(select(table).where(_is(table, row))).mappings().first()
    if there is not None and dict(there) == row:
        return False
    with suppress(IntegrityError), into.begin_nested():  # a row whose parent is lost, or a number that is taken
        if there is None:
            into.execute(insert(table), row)
        else:
            into.execute(table.update().where(_is(table, row)).values(row))
        return True
    return False


def _readable(pages: Pages) -> dict[Table, tuple[list[Row], bool]]:
    """By table the rows that can be read and believed, and whether that is the whole table."""
    found: dict[Table, tuple[list[Row], bool]] = {}
    for table in carried_tables():
        read = pages.tables.get(table.name)
        records = read.records if read is not None else []
        rows = [row for record in records if (row := _believed(table, record)) is not None]
        found[table] = rows, read is not None and read.whole and len(rows) == len(records)
    for records in pages.stray:
        fitting = [table for table in carried_tables() if any(_believed(table, record) for record in records)]
        if len(fitting) == 1:
            more = [row for record in records if (row := _believed(fitting[0], record)) is not None]
            found[fitting[0]] = [*found[fitting[0]][0], *more], False
    return found


def _believed(table: Table, record: Record) -> Row | None:
    number, values = record
    if len(values) != len(table.columns):
        return None
    row: Row = {}
    for column, value in zip(table.columns, values, strict=True):
        try:
            row[column.name] = _value(column, number if value is None and _is_number(table, column) else value)
        except ValueError:
            return None
    if table is CONTENTS and sha256(row["data"]).hexdigest() != row["digest"]:
        return None
    return row


def _is_number(table: Table, column: Column[Any]) -> bool:
    """Whether a column is another name of the row's number, which stands beside the record and not in it."""
    return isinstance(column.type, Integer) and list(table.primary_key.columns) == [column]


def _value(column: Column[Any], value: Value) -> object:
    """A value as its column holds it. Raises `ValueError` for one that can't be."""
    if value is None:
        if not column.nullable:
            raise ValueError(column.name)
        return None
    if isinstance(column.type, BigInteger | Integer | Boolean):
        if not isinstance(value, int) or (isinstance(column.type, Boolean) and value not in (0, 1)):
            raise ValueError(column.name)
        return bool(value) if isinstance(column.type, Boolean) else value
    if isinstance(column.type, LargeBinary):
        if not isinstance(value, Blob):
            raise ValueError(column.name)
        return bytes(value)
    if not isinstance(value, bytes) or isinstance(value, Blob):
        raise ValueError(column.name)
    text = value.decode("utf-8")
    if isinstance(column.type, String) and column.type.length:
        named = column.name in _IDS and column.type.length == _ID and text
        if len(text) > column.type.length or (named and (len(text) != _ID or set(text) - set("0123456789abcdef"))):
            raise ValueError(column.name)
    return text


def _key(table: Table, row: Row) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in table.primary_key.columns)


def _is(table: Table, row: Row) -> Any:  # noqa: ANN401 - an expression of SQLAlchemy's
    return and_(*(column == row[column.name] for column in table.primary_key.columns))
