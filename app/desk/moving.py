"""The office's library moves to another place, its own PostgreSQL or back into a file, and the settings name that place from then on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.library import copy_anew, library_address, open_library, open_own, own_file, shown_address, write_address
from app.desk.publish import Task
from app.errors import UserError
from app.records import dataclass

if TYPE_CHECKING:
    from app.store.library.library import Library

OWN = "own"
"""The name of the user's own library as the place to move to."""
SERVER = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class Moved:
    """What was carried: so many submissions, signed issues and rows in all; `switched` where the settings name the new place now."""

    submissions: int
    signed: int
    rows: int
    switched: bool
    aside: Path | None = None

    def words(self) -> str:
        """One sentence for the clerk."""
        done = f"搬过去了：来稿 {self.submissions} 份，签发过的 {self.signed} 期，连同词表、领导名单和统计，核对过没有差错。"
        left = f"本机原来的来稿库改名留在“{self.aside}”。" if self.aside else "原来的来稿库没有动，可以留作备份。"
        return done + (left if self.switched else "设置没有改。")


@dataclass(frozen=True, slots=True)
class Tried:
    """What stands at an address: whether it is empty, so that a library can move there, and how many submissions it has."""

    empty: bool
    submissions: int
    read_only: bool

    def words(self) -> str:
        """One sentence for the clerk."""
        if self.read_only:
            return "连上了，但那边只能读，不能写，请找管理员放开权限。"
        if self.empty:
            return "连上了，那边还是空的，可以把这里的来稿库搬过去。"
        return f"连上了，那边已经有一个来稿库（来稿 {self.submissions} 份）：不用搬，直接改用它就行；这里的来稿库留在原处。"


def try_address(address: str) -> Tried:
    """Look what stands at an address of a server; tables are made where there are none. Raises `UserError`."""
    from app.store.library.library import Library
    from app.store.library.transfer import is_empty

    library = Library.on_server(address.strip())
    try:
        with library.access.reading() as connection:
            empty = is_empty(connection)
        return Tried(empty, len(library.records()), library.read_only)
    finally:
        library.close()


def use_library(data: Path, address: str) -> None:
    """Use the library at an address from now on, as it stands there; nothing is moved. Raises `UserError`."""
    try_address(address)
    write_address(data, address.strip())


def move_library(data: Path, to: str, task: Task) -> Moved:
    """Carry the library to an address postgresql://…, to `OWN`, or as a copy into a new file. Raises `UserError`, `Cancelled`.

    The place that it came from is left as it is. Only when everything arrived do the settings name the new place.
    """
    to = to.strip()
    if to == (library_address(data) or OWN):
        raise UserError("来稿库已经在那里了，不用搬。")
    aside = None
    source = open_library(data)
    try:
        if to.startswith(SERVER):
            from app.store.library.library import Library

            moved = _carry(source, Library.on_server(to), task)
            write_address(data, to)
        elif to == OWN:
            aside = _make_room(own_file(data))
            try:
                own = open_own(data)
                moved = _carry(source, own, task)
                copy_anew(own, data)
                write_address(data, "")
            except BaseException:
                own_file(data).unlink(missing_ok=True)
                if aside is not None:
                    aside.rename(own_file(data))
                    if (kept := _writes_of(aside)).exists():
                        kept.replace(_writes_of(own_file(data)))
                raise
        else:
            return _carry(source, _new_file(Path(to)), task)
    finally:
        source.close()
    return Moved(moved.submissions, moved.signed, moved.rows, True, aside)


def place_words(data: Path) -> str:
    """Where the library is now, without a password."""
    address = library_address(data)
    return f"单位的服务器（{shown_address(address)}）" if address else f"本机（{own_file(data)}）"


def _carry(source: Library, target: Library, task: Task) -> Moved:
    from app.store.library.schema import SUBMISSIONS
    from app.store.library.schema_signing import SIGNED
    from app.store.library.transfer import carry

    try:
        carried = carry(source.access, target.access, lambda part: task.step("正在搬来稿库", part))
    finally:
        target.close()
    return Moved(carried.of(SUBMISSIONS), carried.of(SIGNED), sum(carried.rows.values()), False)


def _new_file(path: Path) -> Library:
    from app.store.library.library import Library

    if path.exists():
        raise UserError(f"“{path}”已经有了，没有覆盖，请换一个文件名。")
    if not path.absolute().parent.is_dir():
        raise UserError(f"文件夹“{path.absolute().parent}”不存在，请换一个位置。")
    return Library.in_new_file(path)


def _make_room(path: Path) -> Path | None:
    """Put a library that was left behind here once out of the way; nothing is deleted."""
    if not path.exists():
        return None
    day, number = f"{datetime.now():%Y%m%d}", 1
    while (aside := path.with_name(f"{path.stem}-before-{day}{f'-{number}' if number > 1 else ''}{path.suffix}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        raise UserError(f"“{path}”挪不开（{error.strerror or error}），没有搬，请先关掉别的编报窗口。") from error
    if (kept := _writes_of(path)).exists():
        kept.replace(_writes_of(aside))
    return aside


def _writes_of(library: Path) -> Path:
    """The journal of writes beside a library, which goes where that goes."""
    from app.store.library.writes import journal_of

    return journal_of(library)
