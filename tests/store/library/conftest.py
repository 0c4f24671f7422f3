"""A library of each kind that is there: SQLite always, PostgreSQL where its server program is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.store.library.library import Library
from tests.store.library.server import Server

TODAY = date(2026, 3, 5)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL of the tests' own, for as long as they run."""
    with Server() as running:
        yield running


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    if request.param == "sqlite":
        opened = Library.in_file(tmp_path / "library.db", tmp_path / "copies", TODAY)
    else:
        opened = Library.on_server(request.getfixturevalue("server").new_database())
    yield opened
    opened.close()
