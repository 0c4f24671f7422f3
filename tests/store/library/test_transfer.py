"""A library is carried to another database whole, or not at all, and is the same there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import delete

from app.errors import Cancelled, UserError
from app.model.statistics import StatisticsRules
from app.store.library import transfer
from app.store.library.library import Library, NamedFile
from app.store.library.schema import CONTENTS, FILES
from app.store.library.search import Wanted
from app.store.library.transfer import carry
from tests.store.library.conftest import TODAY
from tests.store.library.filling import everything, fill
from tests.store.library.records import record
from tests.store.library.server import Server
from tests.store.library.test_signed import ARTICLES, SEVENTH


def in_file(folder: Path, name: str = "other") -> Library:
    return Library.in_file(folder / name / "library.db", folder / name / "copies", TODAY)


@pytest.mark.parametrize("seed", range(4))
def test_everything_comes_over_and_goes_back(library: Library, tmp_path: Path, seed: int) -> None:
    """From either kind of database to a file, and from there to the other kind."""
    fill(library, Random(seed), 12)
    before = everything(library)
    other = in_file(tmp_path)
    steps: list[float] = []
    carried = carry(library.access, other.access, steps.append)
    assert everything(other) == before == everything(library)
    assert carried.rows == {name: len(rows) for name, rows in before.items()}
    assert steps == sorted(steps) and 0 < steps[-1] <= 1
    with library.access.writing() as connection:
        for table in reversed(transfer.carried_tables()):
            connection.execute(delete(table))
    carry(other.access, library.access)
    assert everything(library) == before
    asked = Wanted(("云",), submissions=True)
    assert library.search.find(asked) == other.search.find(asked)
    library.add(replace(record(), id="f" * 32), "还能收稿")
    other.close()


@pytest.mark.postgresql
def test_a_text_with_a_character_that_postgresql_does_not_know_comes_over(server: Server, tmp_path: Path) -> None:
    own, shared, item = in_file(tmp_path), Library.on_server(server.new_database()), record()
    own.add(item, "云湖\0镇")
    carry(own.access, shared.access)
    assert shared.text(item.id) == "云湖\ufffd镇"
    shared.close()
    own.close()


def changed_points(rules: StatisticsRules) -> StatisticsRules:
    return replace(rules, points=tuple(replace(one, points=Fraction(99)) for one in rules.points))


def changed_form(rules: StatisticsRules) -> StatisticsRules:
    return replace(rules, columns=rules.columns[1:])


@pytest.mark.parametrize("change", [changed_points, changed_form])
def test_points_and_forms_that_an_office_set_are_no_empty_library(
    library: Library, tmp_path: Path, change: Callable[[StatisticsRules], StatisticsRules]
) -> None:
    other = in_file(tmp_path)
    other.add(record(), "云湖镇栽树。")
    with library.access.reading() as connection:
        assert transfer.is_empty(connection)
    rules = library.statistics.rules()
    library.statistics.change(rules, change(rules))
    with library.access.reading() as connection:
        assert not transfer.is_empty(connection)
    with pytest.raises(UserError, match="已经有内容"):
        carry(other.access, library.access)
    assert library.statistics.rules() == change(rules)
    library.statistics.change(change(rules), rules)
    with library.access.reading() as connection:
        assert transfer.is_empty(connection)
    other.close()


def test_originals_stay_behind_by_choice_and_signed_issues_never(library: Library, tmp_path: Path) -> None:
    item = record()
    library.add(item, "云湖镇栽树。", [NamedFile("来稿.txt", b"0635-8234567")])
    library.signed.sign(SEVENTH, ARTICLES, b"as it was")
    other = in_file(tmp_path)
    carried = carry(library.access, other.access, originals=False)
    assert other.files(item.id) == () and other.text(item.id) == "云湖镇栽树。"
    assert other.signed.data(SEVENTH.issue, 1) == b"as it was"
    assert [hit.submission for hit in other.search.find(Wanted(("栽树",), submissions=True)).hits] == ["", item.id]
    assert carried.of(FILES) == 0 and carried.of(CONTENTS) == 1
    other.close()
    assert b"0635-8234567" not in (tmp_path / "other" / "library.db").read_bytes()


def test_a_library_that_holds_something_is_not_written_over(library: Library, tmp_path: Path) -> None:
    other = in_file(tmp_path)
    other.add(record(), "别处的")
    library.add(record(), "这里的")
    before = everything(other)
    with pytest.raises(UserError, match="已经有内容"):
        carry(library.access, other.access)
    assert everything(other) == before
    other.close()


def test_what_is_stopped_or_goes_wrong_leaves_nothing_behind(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(library, Random(1), 12)
    other = in_file(tmp_path)
    empty, whole = everything(other), everything(library)

    def stop(part: float) -> None:
        if part > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        carry(library.access, other.access, stop)
    assert everything(other) == empty
    monkeypatch.setattr(transfer, "put_rows", lambda _connection, _table, rows: (1 for _ in rows))
    with pytest.raises(UserError, match="对不上"):
        carry(library.access, other.access)
    assert (everything(other), everything(library)) == (empty, whole)
    other.close()
