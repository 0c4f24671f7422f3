"""A file that is opened becomes one that others see as open, with who has it and since when."""

from __future__ import annotations

import getpass
import os
import platform
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from app.atomic import remove_leftovers
from app.records import dataclass
from app.store import file_lock
from app.store.file_lock import Holder


@dataclass(frozen=True, slots=True)
class Hold:
    """The file is ours until it is let go. `signed`: others can see it; not so in a folder where nothing can be written.

    `taken_from` had it before and died, or was silent for long.
    """

    path: Path
    me: Holder
    signed: bool
    taken_from: Holder | None = None

    def covers(self, path: Path | None) -> bool:
        """Whether that is the same file, however it is called."""
        return path is not None and file_lock.sign_of(path) == file_lock.sign_of(self.path)

    def lasts(self) -> bool:
        """Tell the others that we are still here; False where somebody else took the file over. Raises `OSError`."""
        return not self.signed or file_lock.touch(self.path, self.me)

    def let_go(self) -> None:
        """Free it."""
        if self.signed:
            file_lock.release(self.path, self.me)


def this_run(person: str) -> Holder:
    """Who we are: the name set in the program, or the one of the login; a token of this run's own."""
    return Holder(person.strip() or login_name(), platform.node(), os.getpid(), "", uuid4().hex)


def login_name() -> str:
    """The name that the person logged in with."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "同事"


def hold(path: Path, me: Holder) -> Hold | Holder:
    """Take a file; gives who has it where that is somebody else."""
    me = replace(me, since=datetime.now().astimezone().isoformat(timespec="seconds"))
    try:
        left = file_lock.signed_by(path)
        other = file_lock.acquire(path, me)
    except OSError:
        return Hold(path, me, signed=False)
    if other is not None:
        return other
    remove_leftovers(path)
    return Hold(path, me, signed=True, taken_from=left if left and left.token != me.token else None)


def held_by(path: Path, me: Holder) -> Holder | None:
    """Who else has the file now."""
    try:
        other = file_lock.holder_of(path, me.computer)
    except OSError:  # the share is out of reach: nothing is known
        return file_lock.UNKNOWN
    return None if other is not None and other.token == me.token else other


def words_on(holder: Holder) -> str:
    """王敏（电脑 BGS-03）从3月8日 9:12 起."""
    words = holder.person + (f"（电脑 {holder.computer}）" if holder.computer else "")
    try:
        since = datetime.fromisoformat(holder.since)
    except ValueError:
        return words
    return f"{words}从{moment_words(since)} 起"


def moment_words(at: datetime) -> str:
    """今天 9:12, 3月8日 9:12, 2025年3月8日 9:12: as short as can be told apart."""
    at = at.astimezone()
    today = datetime.now().astimezone().date()
    clock = f"{at.hour}:{at.minute:02}"
    if at.date() == today:
        return f"今天 {clock}"
    year = "" if at.year == today.year else f"{at.year}年"
    return f"{year}{at.month}月{at.day}日 {clock}"
