"""A library becomes the same library in another database, in one transaction and counted over, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, exists, func, select, text
from sqlalchemy.exc import DataError

from app.errors import UserError
from app.model import statistics_defaults
from app.records import dataclass
from app.store.library import statistics_rows
from app.store.library.access import Access
from app.store.library.derived import rebuild
from app.store.library.rows import Row, Scale, carried_tables, put_rows, rows_of
from app.store.library.schema import CONTENTS, FILES
from app.store.library.schema_signing import SIGNED
from app.store.library.schema_statistics import COLUMNS, POINTS

Step = Callable[[float], None]
"""Called with the part that is done, 0 to 1; may raise `Cancelled`."""
_NUL = "\0"


@dataclass(frozen=True, slots=True)
class Carried:
    """How many rows came over, by table."""

    rows: Mapping[str, int]

    def of(self, *tables: Table) -> int:
        """How many of some tables."""
        return sum(self.rows.get(table.name, 0) for table in tables)


def carry(source: Access, target: Access, step: Step = lambda _part: None, *, originals: bool = True, derived: bool = True) -> Carried:
    """Carry everything over into an empty library; without `originals` the files that submissions came in stay behind.

    Without `derived` what can be worked out from the rest is not made there: the library is only to be carried on from.

    While it runs nobody can write to a source that is a file, so nothing is left behind. Raises `UserError` where the target holds
    something already, or where what arrived is not what was sent; then the target is as it was.
    """
    with source.still() as reading, target.writing("来稿库没有搬成：内容对不上，原来的没有动，请重新搬一次。") as connection:
        if not is_empty(connection):
            raise UserError("那边的来稿库里已经有内容了，没有搬，两边都没有动；要合到一起，请用“打开交接文件”。")
        carried = _carry(reading, connection, step, originals=originals)
        if derived:
            rebuild(connection)
        return carried


def is_empty(connection: Connection) -> bool:
    """Whether a library holds nothing but what every new one begins with."""
    begun = _begun()
    return all(
        _unchanged(connection, table, begun[table])
        if table in begun
        else not connection.execute(select(exists().select_from(table))).scalar_one()
        for table in carried_tables()
    )


def _begun() -> Mapping[Table, list[Row]]:
    """Tables in which a new library finds something, and what."""
    return {
        POINTS: [statistics_rows.of_point(one) for one in statistics_defaults.POINTS],
        COLUMNS: [statistics_rows.of_column(one) for one in statistics_defaults.COLUMNS],
    }


def _unchanged(connection: Connection, table: Table, begun: list[Row]) -> bool:
    """Whether a table has nothing, or just what it began with."""
    rows = [{name: value for name, value in row.items() if name != "position"} for row in rows_of(connection, table)]
    return rows in ([], begun)


def _carry(source: Connection, target: Connection, step: Step, *, originals: bool) -> Carried:
    tables = carried_tables()
    conditions: dict[Table, list[Any]] = (
        {} if originals else {FILES: [text("1 = 0")], CONTENTS: [CONTENTS.c.digest.in_(select(SIGNED.c.digest))]}
    )
    counts = {table: _count(source, table, conditions.get(table, [])) for table in tables}
    whole, done = 2 * sum(counts.values()) or 1, 0
    scales: dict[Table, Scale] = {}
    server = target.dialect.name == "postgresql"
    for table in reversed(tables):
        target.execute(table.delete())
    try:
        for table in tables:
            scale = scales[table] = Scale()
            sent = (scale.add(_fit(row) if server else row) for row in rows_of(source, table, *conditions.get(table, [])))
            for came in put_rows(target, table, sent):
                done += came
                step(done / whole)
    except DataError as error:
        raise UserError("来稿库里有一条内容太长，那边放不下，没有搬，两边都没有动，请把这件事告诉开发者。") from error
    for table in tables:
        arrived = Scale()
        for row in rows_of(target, table):
            arrived.add(row)
            done += 1
            if not done % 200 or table is CONTENTS:
                step(min(1.0, done / whole))
        step(min(1.0, done / whole))
        if arrived != scales[table]:
            raise UserError("搬过去的内容和原来的对不上，没有搬成，原来的来稿库没有动，请再试一次。")
        _count_on(target, table)
    return Carried({table.name: scale.count for table, scale in scales.items()})


def _count(connection: Connection, table: Table, conditions: list[Any]) -> int:
    return int(connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())


def _fit(row: Row) -> Row:
    """A row as PostgreSQL takes it: it knows no character of the number 0, which no text has a use for."""
    return {name: value.replace(_NUL, "\ufffd") if isinstance(value, str) else value for name, value in row.items()}


def _count_on(target: Connection, table: Table) -> None:
    """Let PostgreSQL number further rows behind those that were carried with their numbers."""
    column = table.autoincrement_column
    if column is not None and target.dialect.name == "postgresql":
        highest = target.execute(select(func.coalesce(func.max(column), 0) + 1)).scalar_one()
        target.execute(
            text("SELECT setval(pg_get_serial_sequence(:table, :column), :highest, false)"),
            {"table": table.name, "column": column.name, "highest": highest},
        )
