"""A damaged library becomes a whole one again: its last copy, what was written since by the journal, and what can still be read of it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, update
from sqlalchemy.exc import DBAPIError

from app.store.library import backups
from app.store.library.derived import rebuild
from app.store.library.migrations import revision_of, upgrade
from app.store.library.salvage import bring_back
from app.store.library.schema import COUNTERS
from app.store.library.sqlite_engine import sqlite_engine, writing
from app.store.library.writes import bring_up, journal_of


def repaired(path: Path, copies: Path, today: date) -> str:
    """Put a damaged file aside and a repaired one in its place; the sentence that says so, "" for a file without damage.

    Nothing of the damaged file is deleted. Raises `OSError`, `DBAPIError`.
    """
    if not path.exists() or backups.is_whole(path):
        return ""
    aside = backups.put_aside(path, today)
    copy = backups.last_whole(copies)
    part = path.with_name(f"{path.name}-repairing")  # so that a repair that is cut off is begun again, and not taken for the library
    part.unlink(missing_ok=True)
    if copy is not None:
        shutil.copyfile(copy, part)
    engine = sqlite_engine(part, "rwc")
    try:
        with writing(engine).begin() as connection:
            upgrade(connection)
        done, complete = bring_up(engine, journal_of(aside))
        complete = complete and journal_of(aside).exists() and not _behind(engine, aside) and (copy is not None or done > 0)
        came, lost = (0, False) if complete else _read_the_rest(engine, aside)
    finally:
        engine.dispose()
    part.replace(path)
    left = f"损坏的留在“{aside}”，没有删除。"
    day = backups.day_of(copy) if copy is not None else None
    since = f"{day.month}月{day.day}日 的备份" if day else ""
    if complete:
        with_journal = f"和那以后的 {done} 次改动记录" if since and done else "改动记录" if done else ""
        return f"来稿库损坏了，已经用{since}{with_journal}修好，没有少什么；{left}"
    if not since and not came and not done:
        return f"来稿库损坏了，也没有备份，已经另建一个新的；损坏的留在“{aside}”，没有删除，请找管理员看看。"
    parts = "、".join(filter(None, (since, f"{done} 次改动记录" if done else "", f"还读得出来的 {came} 条" if came else "")))
    doubt = "有些读不出来，后来收的来稿可能少了几份，请核对" if lost or not came else "请核对最近收的来稿"
    return f"来稿库损坏了，已经用{parts}修好；{doubt}；{left}"


def _behind(engine: Engine, damaged: Path) -> bool:
    """Whether the damaged file is known to have had more than what was brought back."""
    wanted = backups.revision_in(damaged)
    with engine.begin() as connection:
        return wanted is not None and wanted > revision_of(connection)


def _read_the_rest(engine: Engine, damaged: Path) -> tuple[int, bool]:
    try:
        with writing(engine).begin() as connection:
            came, lost = bring_back(damaged, connection)
            rebuild(connection)
            wanted = max(revision_of(connection), backups.revision_in(damaged) or 0) + 1
            connection.execute(update(COUNTERS).where(COUNTERS.c.name == "revision").values(number=wanted))
    except DBAPIError:  # what was read of it fits nowhere
        return 0, True
    return came, lost
