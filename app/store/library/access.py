"""An open database becomes transactions, each whole or not at all, whose failure is one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from app.errors import UserError
from app.store.library.database import server_is_gone, writing
from app.store.library.migrations import count_up
from app.store.library.schema import COUNTERS

_LOCKED = frozenset({"55P03", "57014", "40P01", "40001"})
"""PostgreSQL: the lock was not to be had in time, the statement took too long, two desks waited for one another."""
_FULL = frozenset({"53100", "53200"})


class OutOfReach(UserError):  # noqa: N818 - like Cancelled, it is a state more than a mistake
    """The office's server can't be reached now, and may be again. `doubtful` is the transaction whose end nobody heard of, 0 for none."""

    def __init__(self, doubtful: int = 0) -> None:
        unsure = "单位的来稿库正好在最后断了线，不知道这一步做成没有，请检查网络；连上以后看一看，没有做成再试。"
        super().__init__(unsure if doubtful else "单位的来稿库连不上了，这一步没有做，请检查网络；连上以后再试。")
        self.doubtful = doubtful


def _take_time(connection: Connection) -> None:
    """Let this one transaction last as long as it takes."""
    if connection.dialect.name == "postgresql":
        for name in ("statement_timeout", "idle_in_transaction_session_timeout"):
            connection.execute(text(f"SET LOCAL {name} = 0"))


class Access:
    """What every part of the library asks for its transactions. May be used from several threads at once."""

    def __init__(self, engine: Engine, *, read_only: bool) -> None:
        self._engine = engine
        self.read_only = read_only

    @property
    def on_server(self) -> bool:
        """Whether it is an office's PostgreSQL, which other desks work on at the same time."""
        return self._engine.dialect.name == "postgresql"

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads one state of the library, however many statements it takes. Raises `UserError` where it is out of reach.

        SQLite does so by itself. On a server such a transaction costs nothing more, and as it writes nothing it never has to be repeated.
        """
        try:
            with self._of_one_moment(self._engine).begin() as connection:
                yield connection
        except DBAPIError as error:
            raise self._failed(error, "来稿库现在读不出来，请检查磁盘或网络后再试。") from error

    @contextmanager
    def still(self) -> Iterator[Connection]:
        """A long transaction that reads one state of the library; meanwhile nobody can write to a file, and what is written to a server is
        not seen. Raises `UserError`.
        """
        try:
            with self._of_one_moment(self._still_engine()).begin() as connection:
                _take_time(connection)
                yield connection
        except DBAPIError as error:
            raise self._failed(error, "来稿库现在读不出来，请检查磁盘或网络后再试。") from error

    @contextmanager
    def writing(
        self, crossed: str = "来稿库里的这一条刚刚在别处改动或删掉了，这一步没有做，请刷新后再试。", *, first_looks: bool = False
    ) -> Iterator[Connection]:
        """A transaction that writes, and counts the library's revision up. Raises `UserError`; then nothing was written.

        `crossed` is the sentence for a row that another desk put in or took out meanwhile. `first_looks`: what is written follows from
        what is read here, so until its end no other desk's writing is finished. Where a server is lost just as it was told to keep the
        transaction, nobody knows whether it did: `OutOfReach` then names it, and `was_kept` tells when the server is back.
        """
        if self.read_only:
            raise UserError("来稿库现在只能看不能改，这一步没有做。")
        named = 0
        try:
            with writing(self._engine).begin() as connection:
                if first_looks:  # every desk ends by counting up there; SQLite has its lock already, and knows no other
                    connection.execute(select(COUNTERS).with_for_update())
                yield connection
                count_up(connection)
                if self.on_server:
                    named = connection.execute(text("SELECT txid_current()")).scalar_one()
        except IntegrityError as error:
            raise UserError(crossed) from error
        except DBAPIError as error:
            raise self._failed(error, "来稿库现在写不进去（磁盘已满，或正被别处占用），这一步没有做，请稍后再试。", named) from error

    def snapshot(self, path: Path) -> bool:
        """Copy a library that is a file into another one, at once, so that a long reading of it keeps nobody from writing.

        False for a server, which needs no copy for that. Raises `UserError`.
        """
        if self.on_server:
            return False
        try:
            with self._engine.connect() as connection, closing(sqlite3.connect(path)) as target:
                source: Any = connection.connection.driver_connection
                source.backup(target)
        except (DBAPIError, sqlite3.Error) as error:
            raise UserError("来稿库现在读不出来，或者磁盘已满，请检查以后再试。") from error
        return True

    def _of_one_moment(self, engine: Engine) -> Engine:
        return engine.execution_options(isolation_level="REPEATABLE READ") if self.on_server else engine

    def _still_engine(self) -> Engine:
        return self._engine if self.read_only else writing(self._engine)

    def was_kept(self, transaction: int) -> bool:
        """Whether a transaction of `OutOfReach.doubtful` was kept after all. Raises `UserError` while the server is still away."""
        with self.reading() as connection:
            return bool(connection.execute(text("SELECT txid_status(:number)"), {"number": transaction}).scalar_one() == "committed")

    def _failed(self, error: DBAPIError, sentence: str, transaction: int = 0) -> UserError:
        """What a failure of the database means to the clerk."""
        if self.on_server and server_is_gone(error):
            return OutOfReach(transaction)
        state = getattr(error.orig, "sqlstate", None)
        if state in _LOCKED:
            return UserError("来稿库正被别的一台电脑占用，等了一会儿还没有空出来，这一步没有做，请稍后再试。")
        if state in _FULL:
            return UserError("单位的来稿库所在的磁盘满了，这一步没有做，请找管理员。")
        return UserError(sentence)
