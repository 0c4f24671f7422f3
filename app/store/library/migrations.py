"""A database of any earlier version becomes one of today's, step by step and whole or not at all."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select, text, update

from app.errors import UserError
from app.model.statistics_defaults import COLUMNS, POINTS
from app.store.library import schema_distribution, schema_search, schema_signing, schema_statistics, search_index, statistics_rows
from app.store.library.schema import (
    COUNTERS,
    IGNORED_BY_RULE,
    IGNORED_WORDS,
    LEADERS,
    METADATA,
    OWN_UNITS,
    OWN_WORDING,
    RULE_LEVELS,
    SILENCED,
)

_VERSION, _REVISION = "version", "revision"
_LOCK = 0x6269616E
"""The number by which two desks that start at once agree who goes first; any number that nobody else in the database takes."""


def _first(connection: Connection) -> None:
    """Make all tables. A later version that changes one has to spell out here what stood at the first."""
    METADATA.create_all(connection)
    connection.execute(insert(COUNTERS), [{"name": _VERSION, "number": 0}, {"name": _REVISION, "number": 0}])


def _second(connection: Connection) -> None:
    """Make the table of ignored words, which stands already where all tables were just made."""
    IGNORED_WORDS.create(connection, checkfirst=True)


def _third(connection: Connection) -> None:
    """Make the tables of what the office set for the proofreading."""
    for table in (RULE_LEVELS, LEADERS, OWN_UNITS, OWN_WORDING, SILENCED):
        table.create(connection, checkfirst=True)


def _fourth(connection: Connection) -> None:
    """Make the tables of sign-off."""
    for table in schema_signing.TABLES:
        table.create(connection, checkfirst=True)


def _fifth(connection: Connection) -> None:
    """Make the tables of 采用统计, with points and forms to begin with."""
    for table in schema_statistics.TABLES:
        table.create(connection, checkfirst=True)
    points = [{"position": at, **statistics_rows.of_point(one)} for at, one in enumerate(POINTS)]
    connection.execute(insert(schema_statistics.POINTS), points)
    columns = [{"position": at, **statistics_rows.of_column(one)} for at, one in enumerate(COLUMNS)]
    connection.execute(insert(schema_statistics.COLUMNS), columns)


def _sixth(connection: Connection) -> None:
    """Make the search, and put in what is there."""
    for table in schema_search.TABLES:
        table.create(connection, checkfirst=True)
    search_index.make(connection)
    search_index.fill(connection)


def _seventh(connection: Connection) -> None:
    """Make the table of distribution."""
    for table in schema_distribution.TABLES:
        table.create(connection, checkfirst=True)


def _eighth(connection: Connection) -> None:
    """Make the table of words that are ignored where one rule tells of them; those that are ignored altogether stay so."""
    IGNORED_BY_RULE.create(connection, checkfirst=True)


STEPS: tuple[Callable[[Connection], None], ...] = (_first, _second, _third, _fourth, _fifth, _sixth, _seventh, _eighth)
"""The step at place n leads from version n to n + 1. A step that was released is never changed."""


def upgrade(connection: Connection) -> None:
    """Bring the tables to today's version, in the transaction of `connection`. Raises `UserError` for a newer one."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
    standing = version_of(connection)
    check_version(standing)
    for step in STEPS[standing:]:
        step(connection)
    if standing < len(STEPS):
        connection.execute(update(COUNTERS).where(COUNTERS.c.name == _VERSION).values(number=len(STEPS)))


def version_of(connection: Connection) -> int:
    """The version of the tables; 0 where there are none."""
    if not inspect(connection).has_table(COUNTERS.name):
        return 0
    return _counter(connection, _VERSION)


def check_version(version: int) -> None:
    """Raise `UserError` where the tables are newer than this program."""
    if version > len(STEPS):
        raise UserError("来稿库是更新版本的编报建立的，这个版本读不了，请先升级编报；来稿库没有动。")


def revision_of(connection: Connection) -> int:
    """How often the library was written to."""
    return _counter(connection, _REVISION)


def count_up(connection: Connection) -> None:
    """Note that something was written."""
    connection.execute(update(COUNTERS).where(COUNTERS.c.name == _REVISION).values(number=COUNTERS.c.number + 1))


def _counter(connection: Connection, name: str) -> int:
    return int(connection.execute(select(COUNTERS.c.number).where(COUNTERS.c.name == name)).scalar_one())
