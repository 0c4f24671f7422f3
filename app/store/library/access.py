"""An open database becomes transactions, each whole or not at all, whose failure is one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from app.errors import UserError
from app.store.library.database import writing
from app.store.library.migrations import count_up


class Access:
    """What every part of the library asks for its transactions. May be used from several threads at once."""

    def __init__(self, engine: Engine, *, read_only: bool) -> None:
        self._engine = engine
        self.read_only = read_only

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads. Raises `UserError` where the database is out of reach."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise UserError("来稿库现在读不出来，请检查磁盘或网络后再试。") from error

    @contextmanager
    def writing(self, crossed: str = "这份来稿刚刚被别处改动或删掉了，这一步没有做，请刷新后再试。") -> Iterator[Connection]:
        """A transaction that writes, and counts the library's revision up. Raises `UserError`; then nothing was written.

        `crossed` is the sentence for a row that another desk put in or took out meanwhile.
        """
        if self.read_only:
            raise UserError("来稿库现在只能看不能改，这一步没有做。")
        try:
            with writing(self._engine).begin() as connection:
                yield connection
                count_up(connection)
        except IntegrityError as error:
            raise UserError(crossed) from error
        except DBAPIError as error:
            raise UserError("来稿库现在写不进去（磁盘已满，或正被别处占用），这一步没有做，请稍后再试。") from error
