"""The library's file becomes a copy for each day that it was used on, and a damaged one is replaced by the last that is whole."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from app.atomic import make_private_folder
from app.errors import UserError

KEPT = 14
"""Days of use: three weeks of an office."""
_NAME = re.compile(r"library-(\d{8})\.db")


def copies(folder: Path) -> list[Path]:
    """The copies, newest first."""
    try:
        return sorted((item for item in folder.iterdir() if _NAME.fullmatch(item.name)), reverse=True)
    except OSError:
        return []


def keep_daily(path: Path, folder: Path, today: date, *, anew: bool = False) -> bool:
    """Copy the library, once a day, or `anew` over the copy of today; whether that was done.

    Raises `UserError`, `OSError` or `sqlite3.Error` where that fails; then no half copy is left.
    """
    copy = folder / f"library-{today:%Y%m%d}.db"
    if copy.exists() and not anew:
        return False
    make_private_folder(folder)
    part = copy.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
        part.replace(copy)
    finally:
        part.unlink(missing_ok=True)
    for old in copies(folder)[KEPT:]:
        old.unlink(missing_ok=True)
    return True


def keep_anew(path: Path, folder: Path, today: date) -> bool:
    """Copy the library over today's copy, where so much came in that this morning's is another library; False where it fails."""
    try:
        return keep_daily(path, folder, today, anew=True)
    except (UserError, OSError, sqlite3.Error):
        return False


def revision_of_last(folder: Path, *, skip: int = 0) -> int:
    """The revision of the newest copy, or of one before it; 0 where there is none or it can't be read."""
    found = copies(folder)[skip : skip + 1]
    return revision_in(found[0]) or 0 if found else 0


def revision_in(path: Path) -> int | None:
    """The revision of the library in a file, None where that can't be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            row = database.execute("SELECT number FROM counters WHERE name = 'revision'").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    return row[0] if row and isinstance(row[0], int) else None


def is_whole(path: Path) -> bool:
    """Whether a file is a database without damage. A locked one is not called damaged. Raises `OSError` where it can't be opened."""
    with path.open("rb"):
        pass
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            database.text_factory = bytes
            return bool(database.execute("PRAGMA quick_check(1)").fetchone() == (b"ok",))
    except sqlite3.OperationalError:
        return True
    except (sqlite3.DatabaseError, UnicodeDecodeError):  # what SQLite says of damage may quote some of it
        return False


def put_aside(path: Path, today: date) -> Path:
    """Move a damaged library, with the journal beside it, out of the way; nothing is deleted. Raises `OSError`."""
    aside, number = path.with_name(f"{path.stem}-damaged-{today:%Y%m%d}{path.suffix}"), 2
    while aside.exists():
        aside, number = path.with_name(f"{path.stem}-damaged-{today:%Y%m%d}-{number}{path.suffix}"), number + 1
    path.rename(aside)
    for tail in ("-journal", "-wal", "-shm", "-writes"):
        beside = path.with_name(path.name + tail)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + tail))
    return aside


def day_of(copy: Path) -> date:
    """The day that a copy was made on."""
    digits = copy.stem.removeprefix("library-")
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def last_whole(folder: Path) -> Path | None:
    """The newest copy without damage."""
    return next((copy for copy in copies(folder) if is_whole(copy)), None)
