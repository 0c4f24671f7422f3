"""The tables of a library become rows that can be carried to another one: which tables are carried, in which order, and what a row weighs.

Works over `METADATA`, so a new table is carried without a word here. One that can be made again from others says so where it is declared:
`Table(..., info={"derived": True})`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, ForeignKeyConstraint, Table, insert, select

from app.store.library import migrations
from app.store.library.schema import CONTENTS, COUNTERS, METADATA

AT_ONCE = 400
"""Rows that are held at a time; those with the bytes of whole files go one by one."""
_LONGEST_SUM = 1 << 256
Row = dict[str, Any]


def carried_tables() -> tuple[Table, ...]:
    """The tables whose rows are carried, each behind those that it refers to."""
    assert migrations.STEPS  # which know every table; without them METADATA knows those that somebody has asked for
    return tuple(table for table in METADATA.sorted_tables if table is not COUNTERS and not table.info.get("derived"))


def rows_of(connection: Connection, table: Table, *conditions: Any) -> Iterator[Row]:  # noqa: ANN401 - SQLAlchemy's expressions
    """The rows of a table by their keys, a few at a time."""
    if table is CONTENTS:
        digests: Sequence[str] = (
            connection.execute(select(CONTENTS.c.digest).where(*conditions).order_by(CONTENTS.c.digest)).scalars().all()
        )
        for digest in digests:
            yield dict(connection.execute(select(CONTENTS).where(CONTENTS.c.digest == digest)).mappings().one())
        return
    ordered = select(table).where(*conditions).order_by(*table.primary_key.columns)
    with connection.execute(ordered, execution_options={"yield_per": AT_ONCE}) as found:
        for row in found.mappings():
            yield dict(row)


def put_rows(connection: Connection, table: Table, rows: Iterator[Row]) -> Iterator[int]:
    """Insert rows, and tell after each handful how many."""
    handful: list[Row] = []
    most = 1 if table is CONTENTS else AT_ONCE
    for row in rows:
        handful.append(row)
        if len(handful) == most:
            connection.execute(insert(table), handful)
            yield len(handful)
            handful = []
    if handful:
        connection.execute(insert(table), handful)
        yield len(handful)


def weight(row: Mapping[str, Any], leave_out: Sequence[str] = ()) -> bytes:
    """A digest of what stands in a row, the same in every database."""
    return sha256(repr([(name, _plain(row[name])) for name in sorted(row) if name not in leave_out]).encode("utf-8", "replace")).digest()


class Scale:
    """What rows weigh together, in whatever order they come."""

    def __init__(self) -> None:
        self.count = self.sum = 0

    def add(self, row: Row) -> Row:
        """Weigh a row on its way."""
        self.count += 1
        self.sum = (self.sum + int.from_bytes(weight(row), "big")) % _LONGEST_SUM
        return row

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scale) and (self.count, self.sum) == (other.count, other.sum)

    __hash__ = None  # type: ignore[assignment]


def parents_of(table: Table) -> Iterator[tuple[Table, Mapping[str, str]]]:
    """The tables with whose rows the rows of this one go, with the names of its columns by those of theirs."""
    for constraint in table.constraints:
        if isinstance(constraint, ForeignKeyConstraint) and constraint.ondelete == "CASCADE":
            yield constraint.referred_table, {element.column.name: element.parent.name for element in constraint.elements}


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, bytearray | memoryview) else value
