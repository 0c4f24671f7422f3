"""A library that somebody else made is read once from end to end by the readers that will read it later, before anything of it is kept."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from app.store.library import files, printed
from app.store.library.schema import ARTICLES
from app.store.library.schema_distribution import PORTIONS
from app.store.library.schema_signing import NUMBERS
from app.store.library.schema_statistics import CLOSED, CLOSED_LINES, HANDS, POINTS

if TYPE_CHECKING:
    from app.store.library.library import Library

_POINTS = re.compile(r"(-?[0-9]{1,24}(/[0-9]{1,24})?)?")
"""As points are written: a fraction may be said in a few signs (1e99999999) that takes hours to be reckoned."""


def read_through(library: Library) -> None:
    """Read all of it; raises what its readers raise where a value is none that they know."""
    with library.access.reading() as connection:
        _check_points(connection)
        bulletins = connection.execute(select(NUMBERS.c.bulletin).distinct()).scalars().all()
        lists = connection.execute(select(PORTIONS.c.bulletin, PORTIONS.c.issue).distinct()).all()
        for row in connection.execute(select(ARTICLES.c.issue, ARTICLES.c.article)).all():
            printed.article(connection, row.issue, row.article)
    _read_submissions(library)
    for last in library.signed.lasts():
        for one in library.signed.of(last.issue):
            library.signed.articles(one.issue, one.turn)
    for bulletin in bulletins:
        library.signed.numbers(bulletin)
    for row in lists:
        library.distribution.read(row.bulletin, row.issue)
    library.signed.stages()
    library.archive.issues()
    library.statistics.read()
    library.office_lists()
    library.issues()
    library.uses()
    library.units()
    library.revision()


def _read_submissions(library: Library) -> None:
    records = library.records()
    with library.access.reading() as connection:
        for record in records:
            files.of_submission(connection, record.id)


def _check_points(connection: Connection) -> None:
    written = [row for table in (POINTS, HANDS, CLOSED_LINES) for row in connection.execute(select(table.c.points).distinct()).scalars()]
    closed = [row["points"] for points in connection.execute(select(CLOSED.c.points)).scalars() for row in json.loads(points)]
    for points in (*written, *closed):
        if not _POINTS.fullmatch(points):
            raise ValueError(f"no points: {points[:40]}")
