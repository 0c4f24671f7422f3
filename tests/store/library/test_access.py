"""A transaction whose end nobody heard of is told from one that was lost, and a desk that holds a lock keeps nobody for ever."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from app.errors import UserError
from app.store.library import database
from app.store.library.access import OutOfReach
from app.store.library.library import Library
from tests.store.library.server import Server

pytestmark = pytest.mark.postgresql


class StoppedError(Exception):
    """Stops a transaction in its middle."""


def test_a_server_lost_at_the_last_word_names_the_transaction_and_tells_later_whether_it_was_kept(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.on_server(server.new_database())
    engine = library.access._engine
    real = engine.dialect.do_commit

    def lost_on_the_way_back(connection: object) -> None:
        real(connection)  # type: ignore[arg-type]
        raise OperationalError("COMMIT", None, Exception("the connection is lost"))

    with monkeypatch.context() as patched:
        patched.setattr(engine.dialect, "do_commit", lost_on_the_way_back)
        with pytest.raises(OutOfReach) as kept:
            library.ignore_word("创城办")
    assert kept.value.doubtful and library.access.was_kept(kept.value.doubtful)
    assert library.ignored_words() == ("创城办",)
    dropped = 0
    with pytest.raises(StoppedError), library.access.writing() as connection:
        dropped = connection.execute(text("SELECT txid_current()")).scalar_one()
        raise StoppedError
    assert dropped and not library.access.was_kept(dropped)
    library.close()


def test_a_lock_that_another_desk_holds_is_said_and_nothing_is_written(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_PATIENCE_S", 1)
    address = server.new_database()
    one, other = Library.on_server(address), Library.on_server(address)
    with one.access.writing() as connection:
        connection.execute(text("LOCK TABLE ignored_words IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(UserError, match="正被别的一台电脑占用"):
            other.ignore_word("创城办")
    other.ignore_word("创城办")
    assert one.ignored_words() == ("创城办",)
    one.close()
    other.close()


def test_a_server_that_stopped_and_came_back_is_used_again(server: Server) -> None:
    library = Library.on_server(server.new_database())
    server.stop()
    try:
        with pytest.raises(OutOfReach):
            library.ignore_word("创城办")
        with pytest.raises(OutOfReach):
            library.revision()
    finally:
        server.start()
    library.ignore_word("创城办")
    assert library.ignored_words() == ("创城办",)
    library.close()
