"""What is read of a server in several statements is of one moment, and so is what is written upon it, whatever others write meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import event

from app.desk.statistics.standing import close_months, read_standing
from app.errors import UserError
from app.model.signing import Stage
from app.model.statistics import HandLine, Kind
from app.store.library import signed
from app.store.library.library import Library
from tests.store.library.server import Server
from tests.store.library.test_signed import ARTICLES, SEVENTH

pytestmark = pytest.mark.postgresql
MARCH, APRIL, NOW = "2026-03", "2026-04", datetime(2026, 5, 2, 9, 30)
LONGEST_S, SOON_S = 20, 0.5


@pytest.fixture
def desks(server: Server) -> Iterator[tuple[Library, Library]]:
    """Two desks on one library."""
    address = server.new_database()
    found = Library.on_server(address), Library.on_server(address)
    yield found
    for one in found:
        one.close()


def once_after(monkeypatch: pytest.MonkeyPatch, module: object, name: str, act: Callable[[], object]) -> None:
    """Let something happen when a step of a transaction has been done for the first time."""
    real, left = getattr(module, name), [act]

    def step(*arguments: object) -> object:
        found = real(*arguments)
        while left:
            left.pop()()
        return found

    monkeypatch.setattr(module, name, step)


def once_asked(library: Library, table: str, act: Callable[[], object]) -> None:
    """Let something happen when a table has been asked for the first time."""
    left = [act]

    def heard(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        while left and f"FROM {table}" in " ".join(statement.split()):
            left.pop()()

    event.listen(library.access._engine, "after_cursor_execute", heard)


def meanwhile(act: Callable[[], object], refused: list[str]) -> tuple[Thread, Callable[[], None]]:
    """Another desk's work, and its start: there it gets all the time that it needs, unless it has to wait."""

    def work() -> None:
        try:
            act()
        except UserError as error:
            refused.append(error.sentence)

    thread = Thread(target=work)

    def start() -> None:
        thread.start()
        thread.join(SOON_S)

    return thread, start


def noted(library: Library) -> None:
    rules = library.statistics.rules()
    hand = HandLine("h" * 32, MARCH, "云湖镇", Kind.HIGHER, "省级", "经验", 4, Fraction(4))
    library.statistics.change(rules, replace(rules, hands=(hand,)))


def told(library: Library) -> list[tuple[str, str, int]]:
    return [(line.month, line.of, line.count) for line in read_standing(library).lines]


def test_a_month_that_is_closed_in_the_middle_of_a_reading_makes_no_correction(desks: tuple[Library, Library]) -> None:
    one, other = desks
    noted(one)
    once_asked(one, "statistics_closed_lines", lambda: close_months(other, MARCH, NOW))
    assert told(one) == told(one) == [(MARCH, "", 4)]


def test_a_month_that_is_closed_in_the_middle_of_a_later_ones_close_is_no_correction_for_good(desks: tuple[Library, Library]) -> None:
    one, other = desks
    noted(one)
    refused: list[str] = []
    closing, start = meanwhile(lambda: close_months(other, MARCH, NOW), refused)
    once_asked(one, "statistics_closed_lines", start)
    close_months(one, APRIL, NOW)
    closing.join(LONGEST_S)
    assert told(one) == [(MARCH, "", 4)]
    assert [month.month for month in read_standing(one).closed] == [MARCH, APRIL]
    assert refused == [], "what is closed already needs no second close"


def test_a_signature_that_is_taken_back_meanwhile_is_not_noted_as_printed(
    desks: tuple[Library, Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = desks
    one.signed.sign(SEVENTH, ARTICLES, b"1")
    lifting, start = meanwhile(lambda: other.signed.lift(SEVENTH.issue, "2026-03-09T09:00:00", "错一字"), [])
    once_after(monkeypatch, signed, "_of", start)
    one.signed.issued(SEVENTH.issue, "2026-03-09")
    lifting.join(LONGEST_S)
    assert (one.signed.of(SEVENTH.issue)[0].stands, one.signed.stage(SEVENTH.issue)) == (False, Stage.SUBMITTED)


def test_an_issue_that_two_desks_sign_at_once_is_signed_once(desks: tuple[Library, Library], monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = desks
    refused: list[str] = []
    second, start = meanwhile(lambda: other.signed.sign(replace(SEVENTH, figure=8, total=32), ARTICLES, b"2"), refused)
    once_after(monkeypatch, signed, "_of", start)
    one.signed.sign(SEVENTH, ARTICLES, b"1")
    second.join(LONGEST_S)
    assert refused == ["这一期已经签发了；要改的话，请先解除签发。"]
    assert one.signed.of(SEVENTH.issue) == (SEVENTH,)


def test_reading_says_no_more_to_the_server(desks: tuple[Library, Library]) -> None:
    one, _ = desks
    with one.access.reading() as connection:
        driver: Any = connection.connection.driver_connection
        assert driver.info.transaction_status.name == "IDLE", "the kind of transaction goes along with its first statement"
        assert connection.exec_driver_sql("SHOW transaction_isolation").scalar_one() == "repeatable read"
    with one.access.writing() as connection:
        assert connection.exec_driver_sql("SHOW transaction_isolation").scalar_one() == "read committed"
