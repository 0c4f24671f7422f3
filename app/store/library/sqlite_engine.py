"""A file becomes an engine of SQLite's whose transactions are SQLite's own, and which a writing one locks before it looks."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

_PATIENCE_S = 10
"""How long a desk waits for another one's write."""


def writing(engine: Engine) -> Engine:
    """The same database for a transaction that writes: SQLite then takes its lock first, so that two desks wait and never fail half-way."""
    return engine.execution_options(writes=True)


def sqlite_engine(path: Path, mode: str) -> Engine:
    """An engine whose transactions are SQLite's own: Python's driver would end them before every change of a table."""

    def connect() -> sqlite3.Connection:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(address, uri=True, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _prepare(database: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        database.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine
