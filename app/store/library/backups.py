"""The library's file becomes a copy for each day that it was used on, and a damaged one is replaced by the last that is whole."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from app.atomic import make_private_folder

KEPT = 14
"""Days of use: three weeks of an office."""
_NAME = re.compile(r"library-(\d{8})\.db")


def copies(folder: Path) -> list[Path]:
    """The copies, newest first."""
    try:
        return sorted((item for item in folder.iterdir() if _NAME.fullmatch(item.name)), reverse=True)
    except OSError:
        return []


def keep_daily(path: Path, folder: Path, today: date) -> None:
    """Copy the library, once a day. Raises `UserError`, `OSError` or `sqlite3.Error` where that fails; then no half copy is left."""
    copy = folder / f"library-{today:%Y%m%d}.db"
    if copy.exists():
        return
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


def is_whole(path: Path) -> bool:
    """Whether a file is a database without damage. A locked one is not called damaged. Raises `OSError` where it can't be opened."""
    with path.open("rb"):
        pass
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            return bool(database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False


def put_aside(path: Path, today: date) -> Path:
    """Move a damaged library, with the journal beside it, out of the way; nothing is deleted. Raises `OSError`."""
    aside, number = path.with_name(f"{path.stem}-damaged-{today:%Y%m%d}{path.suffix}"), 2
    while aside.exists():
        aside, number = path.with_name(f"{path.stem}-damaged-{today:%Y%m%d}-{number}{path.suffix}"), number + 1
    path.rename(aside)
    for tail in ("-journal", "-wal", "-shm"):
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
