"""A file, or the address of the office's PostgreSQL, becomes an open database with today's tables, for reading alone where it must be."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from app.atomic import make_private_folder
from app.errors import UserError
from app.records import dataclass
from app.store.library import backups
from app.store.library.migrations import STEPS, check_version, upgrade, version_of
from app.store.library.repair import repaired
from app.store.library.sqlite_engine import sqlite_engine, writing
from app.store.library.writes import drop_before, journal_of, keep_writes

__all__ = ["Database", "make_file", "open_file", "open_server", "server_is_gone", "writing"]

_PATIENCE_S = 10
"""How long a desk waits for the server, and there for another one's write."""
_POSTGRESQL = ("postgresql://", "postgres://")
_LIVELY = {
    "connect_timeout": _PATIENCE_S,
    "keepalives_idle": _PATIENCE_S,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    "tcp_user_timeout": _PATIENCE_S * 1000,
}
"""A cable that was pulled is noticed after seconds and not after the quarter of an hour that systems wait."""
_LONGEST_STATEMENT_S = 60
"""A desk that hangs in the middle keeps the others from their work for so long and no longer."""
_GONE = ("08", "57P")
"""PostgreSQL's classes of errors that mean: no connection, or the server is being stopped or started."""
_READ_ONLY = "来稿库所在的文件夹不能写入，来稿现在只能看，不能收也不能改，请找管理员放开权限。"


@dataclass(frozen=True, slots=True)
class Database:
    """`notice` is a sentence for the clerk on how it was opened, "" for none."""

    engine: Engine
    read_only: bool = False
    notice: str = ""


def open_file(path: Path, copies: Path, today: date) -> Database:
    """Open the SQLite file, made where there is none, and keep today's copy of it in the folder `copies`.

    A damaged file is put aside and repaired from copies, from the journal of writes and from what can be read of it. Raises `UserError`.
    """
    try:
        make_private_folder(path.parent)
        notice = repaired(path, copies, today)
        if not _writable(path):
            return _for_reading(path)
        engine = sqlite_engine(path, "rwc")
        keep_writes(engine, path)
        with writing(engine).begin() as connection:
            changed = 0 < version_of(connection) < len(STEPS)
            upgrade(connection)
    except OSError as error:
        raise UserError(f"来稿库“{path}”打不开（{error.strerror or error}），请检查磁盘，或请管理员放开权限。") from error
    except DBAPIError as error:
        raise UserError(f"来稿库“{path}”打不开，可能正被别的程序占用，请稍后再试。") from error
    try:
        if backups.keep_daily(path, copies, today, anew=changed or bool(notice)):
            drop_before(engine, journal_of(path), backups.revision_of_last(copies, skip=1))
    except (UserError, OSError, sqlite3.Error):
        notice = notice or "来稿库今天的备份没有做成，请检查磁盘是否已满。"
    return Database(engine, notice=notice)


def make_file(path: Path) -> Database:
    """Open a SQLite file without a copy of it and without a look at what is damaged; made where there is none. Raises `UserError`."""
    engine = sqlite_engine(path, "rwc")
    try:
        with writing(engine).begin() as connection:
            upgrade(connection)
    except DBAPIError as error:
        engine.dispose()
        raise UserError(f"“{path.name}”写不了，或者里面的内容不对，请换一个位置或文件再试。") from error
    except BaseException:
        engine.dispose()
        raise
    return Database(engine)


def open_server(address: str) -> Database:
    """Open the office's PostgreSQL, by an address postgresql://user:password@host/database. Raises `UserError`."""
    try:
        if not address.startswith(_POSTGRESQL):
            raise ArgumentError
        engine = create_engine(
            "postgresql+psycopg://" + address.split("://", 1)[1],
            connect_args=_LIVELY,
            pool_pre_ping=True,
            hide_parameters=True,
        )
        event.listen(engine, "connect", _be_patient)
        return _server_of(engine)
    except (ArgumentError, ValueError) as error:
        raise UserError("设置里的来稿库地址不对，应当像 postgresql://用户名:密码@服务器/库名，请改正后再打开编报。") from error
    except OperationalError as error:
        raise UserError("单位的来稿库连不上，那里的来稿现在不能收也不能看，请检查网络、服务器的名称、用户名和密码，或找管理员。") from error
    except DBAPIError as error:
        raise UserError("单位的来稿库打不开，可能没有建表的权限，请找管理员。") from error


def _server_of(engine: Engine) -> Database:
    """The database of a server, its tables up to date; where that fails, no connection to it stays open."""
    try:
        with engine.connect() as connection:
            version = version_of(connection)
            read_only = connection.exec_driver_sql("SHOW transaction_read_only").scalar_one() == "on"
        if read_only and version:
            check_version(version)
            return Database(engine, read_only=True, notice="单位的来稿库现在只能读，来稿能看，不能收也不能改，请找管理员。")
        with engine.begin() as connection:
            upgrade(connection)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine)


def server_is_gone(error: DBAPIError) -> bool:
    """Whether a failure means that the server can't be reached, and not that it refused something."""
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return bool(state.startswith(_GONE))
    return error.connection_invalidated or isinstance(error, OperationalError)


def _be_patient(connection: Any, _record: ConnectionPoolEntry) -> None:  # noqa: ANN401 - psycopg's own, which is loaded only here
    """Let no desk wait for another one's lock for ever."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{_PATIENCE_S}s'")
        cursor.execute(f"SET statement_timeout = '{_LONGEST_STATEMENT_S}s'")
        cursor.execute(f"SET idle_in_transaction_session_timeout = '{_LONGEST_STATEMENT_S}s'")
    connection.commit()


def _writable(path: Path) -> bool:
    """Whether the file and its folder, where SQLite keeps its journal, can be written to."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _for_reading(path: Path) -> Database:
    engine = sqlite_engine(path, "ro")
    with engine.connect() as connection:
        version = version_of(connection)
    check_version(version)
    if version < len(STEPS):
        raise UserError(f"来稿库“{path}”不能写入，也就不能升级，请找管理员放开权限。")
    return Database(engine, read_only=True, notice=_READ_ONLY)
