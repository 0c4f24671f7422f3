"""The library of a hand-over file becomes one that the program can read for sure, or one sentence that says it can't."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.errors import UserError
from app.store.library.library import Library
from app.store.library.reading import read_through


def checked_library(path: Path, name: str) -> Library:
    """Open a library that came in the file `name`, and read all of it as it will be read later. Raises `UserError`.

    What a forged file, or a newer program with tables of this version, wrote into it would otherwise stand in the office's library, and
    end each reading of it from then on.
    """
    try:
        library = Library.in_new_file(path)
        try:
            read_through(library)
            _reckon(library)
        except BaseException:
            library.close()
            raise
    except UserError:
        raise
    except Exception as error:  # whatever the readers make of values that nobody foresaw
        raise UserError(
            f"“{name}”里的来稿库有读不懂的内容，没有打开，这里什么也没有改；可能是更新版本的编报导出的，请先升级编报，或请对方重新导出一份。"
        ) from error
    return library


def _reckon(library: Library) -> None:
    """What is made of the rows at the desk: days, months, and what the proofreading knows."""
    from app.desk.office_lists import office_with, profile_of
    from app.desk.statistics import months
    from app.desk.statistics.standing import read_standing
    from app.proof.office import Office

    for record in library.records():
        date.fromisoformat(record.received[:10])
    standing = read_standing(library)
    for month in {*(line.month for line in standing.lines), *(one.month for one in standing.closed)}:
        if not months.MONTH.fullmatch(month):
            raise ValueError(f"no month: {month[:40]}")
    lists = library.office_lists()
    office_with(Office(), lists)
    profile_of(lists)
