"""A library of the last version, filled by today's program, becomes the dump that later programs are tried with.

`python -m tests.store.library.write_version` writes `versions/N.sql` once, for today's N; what was released is never written anew.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from app.model.distribution import Portion
from app.model.statistics import ClosedMonth, Member
from app.store.library.library import Library, Query
from app.store.library.migrations import STEPS
from tests.store.library.conftest import TODAY
from tests.store.library.records import record
from tests.store.library.test_signed import ARTICLES, SEVENTH

SPRING = replace(record("春耕"), id="5" * 32)
VERSIONS = Path(__file__).parent / "versions"


def main() -> None:
    """Open the dump before, add a submission, sign an issue and close a month where none is, and dump."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with closing(sqlite3.connect(path)) as database:
            database.executescript((VERSIONS / f"{len(STEPS) - 1}.sql").read_text(encoding="utf-8"))
        library = Library.in_file(path, Path(folder) / "copies", TODAY)
        if not library.records(Query("春耕")):
            library.add(SPRING, "云湖镇春耕备耕全面展开。")
        if not library.signed.standing():
            library.signed.sign(SEVENTH, ARTICLES, b"as it was")
        if not library.statistics.rules().members:
            rules = library.statistics.rules()
            library.statistics.change(rules, replace(rules, members=(Member("乡镇", "云湖镇", ("云湖",), 2),)))
            library.statistics.close(lambda _: [ClosedMonth("2026-03", "2026-04-01T09:00:00", (), rules.points)])
        if not library.distribution.read("工作简报"):
            library.distribution.write("工作简报", [Portion("报", "市委常委", 12), Portion("存档", "本办", 3, "年底装订")])
        if not library.office_lists().ignored_by:
            library.ignore_word("太吴路", "word.slip")
        library.close()
        with closing(sqlite3.connect(path)) as database:
            # The index keeps no rows of its own: what Python takes for such is in the tables behind it.
            lines = "\n".join(line for line in database.iterdump() if not line.startswith('INSERT INTO "search_grams" VALUES'))
    (VERSIONS / f"{len(STEPS)}.sql").write_text(f"{lines}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
