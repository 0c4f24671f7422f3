"""A whole office is handed over in one file, and such a file becomes the office here, or part of it."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.atomic import make_private_folder
from app.desk.files import sentence_of
from app.desk.handing_files import Written, coming, counts_of, doubles_of, office_files, write_coming
from app.desk.handing_settings import fitting_settings, settings_of_office
from app.desk.library import copy_anew
from app.desk.own_templates import EARLIER
from app.desk.publish import Task
from app.errors import UserError
from app.records import dataclass
from app.store import slots
from app.store.handover import LIBRARY, SETTINGS, SUFFIX, VERSION, Handover, Manifest, opened, write_handover

if TYPE_CHECKING:
    from app.store.library.doubles import Choice, Double
    from app.store.library.library import Library

FILTER = f"编报交接文件 (*{SUFFIX})"
_FOLDER = "handover"
_LONG_AGO_S = 24 * 3600
_KEPT = 5
"""So many libraries as they were before a merge."""


MEASURES = {
    **dict.fromkeys(("来稿", "分发单"), "份"),
    **dict.fromkeys(("编过的简报", "签发"), "期"),
    **dict.fromkeys(("不再提醒的词", "一条规则不再提醒的词", "单位名称", "已结的月份"), "个"),
    **dict.fromkeys(("统计表", "统计设置"), "项"),
    **{"同一单位": "对", "领导名单": "人"},
}
"""What the kinds of things of a library are counted by, but for 条."""


@dataclass(frozen=True, slots=True)
class Comes:
    """What a file holds, in the words of the office."""

    made: datetime
    originals: bool
    counts: tuple[tuple[str, int], ...]

    def words(self) -> str:
        """One sentence for the clerk."""
        held = _listed(dict(self.counts)) or "还没有内容"
        with_originals = "连同来稿原件" if self.originals else "不含来稿原件"
        return f"{self.made.year}年{self.made.month}月{self.made.day}日导出，{with_originals}：{held}。"


@dataclass(frozen=True, slots=True)
class HandingPlan:
    """What opening a file would do. `empty`: there is no office here yet, so it becomes this one as it is.

    The last `files` of the doubles are files beside the library, such as templates.
    """

    empty: bool
    doubles: tuple[Double, ...]
    new: Mapping[str, int]
    same: int
    files: int = 0


@dataclass(slots=True)
class Outcome:
    """What was done. `settings` are those of an office that was taken over whole, to be noted; `failed` says what was not done."""

    whole: bool
    added: Mapping[str, int] = field(default_factory=dict)
    replaced: Mapping[str, int] = field(default_factory=dict)
    kept: int = 0
    backup: Path | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    failed: tuple[str, ...] = ()
    overwritten: bool = False

    def add(self, written: Written) -> None:
        """Let it tell of the office's own files, too."""
        self.added = Counter(self.added) + written.added
        self.replaced = Counter(self.replaced) + written.replaced
        self.kept += written.kept
        self.failed += tuple(written.failed)
        self.overwritten |= bool(written.replaced)

    def words(self) -> str:
        """What was done, for the clerk."""
        added, replaced = _listed(self.added), _listed(self.replaced)
        if self.whole:
            said = f"接过来了：{added or '没有内容'}，核对过没有差错"
        else:
            said = f"并好了：新增{added}" if added else "并好了：没有新的内容"
        said += f"；换成交来的{replaced}" if replaced else ""
        said += f"；留本机的 {self.kept} 条" if self.kept else ""
        sentences = [f"{said}。"]
        if self.backup:
            sentences.append("并之前的来稿库另存了一份。")
        if self.overwritten:
            sentences.append(f"换下来的文件留在“{EARLIER}”文件夹里。")
        return "".join((*sentences, *self.failed))


class Incoming:
    """A hand-over file that stands open, its library beside the user's own; `close` lets go of both."""

    def __init__(self, handover: Handover, library: Library) -> None:
        self._handover, self.library = handover, library
        self.comes = _comes(handover.manifest)

    def plan(self, own: Library, data: Path) -> HandingPlan:
        """Hold it against the office here. Raises `UserError`."""
        from app.store.library.merging import plan
        from app.store.library.transfer import is_empty

        with own.access.reading() as connection:
            empty = is_empty(connection)
        found = plan(own.access, self.library.access)
        files = tuple(doubles_of(self._handover, data, empty=empty))
        doubles = (*(() if empty else found.doubles), *files)
        return HandingPlan(empty, doubles, found.new, sum(found.same.values()), len(files))

    def take(self, own: Library, data: Path, decisions: Mapping[str, Choice], task: Task) -> Outcome:
        """Let it become the office here, or merge it in; one transaction, and a copy of the library of before. Raises `UserError`."""
        from app.store.library.merging import merge
        from app.store.library.transfer import carry, is_empty

        with own.access.reading() as connection:
            empty = is_empty(connection)
        settings = fitting_settings(self._handover.settings())
        files = coming(self._handover, data, decisions, empty=empty)
        if empty:
            counts = _counts(self.library)
            carry(self.library.access, own.access, lambda part: task.step("正在接过来", part))
            outcome = Outcome(True, dict(counts), settings=settings)
        else:
            task.step("正在另存一份来稿库", 0)
            backup = keep_copy(own, data)
            merged = merge(own.access, self.library.access, decisions, lambda part: task.step("正在并入", part))
            outcome = Outcome(False, merged.added, merged.replaced, merged.kept, backup)
        copy_anew(own, data)
        outcome.add(write_coming(self._handover, files))
        return outcome


def export_office(library: Library, data: Path, path: Path, task: Task, *, originals: bool) -> Comes:
    """Write everything that makes the office into one file, whole or not at all. Raises `UserError`, `Cancelled`."""
    from app.store.library.library import Library
    from app.store.library.transfer import carry

    if path.suffix.lower() != SUFFIX:
        raise UserError(f"交接文件的名字要以 {SUFFIX} 结尾，请改一下文件名。")
    with _place(data) as folder:
        task.step("正在导出交接文件", 0)
        still = folder / "still.db"
        source = Library.in_new_file(still) if library.access.snapshot(still) else library
        made = Library.in_new_file(folder / LIBRARY)
        try:
            carry(source.access, made.access, lambda part: task.step("正在导出交接文件", 0.6 * part), originals=originals, derived=False)
            counts = _counts(made)
        finally:
            made.close()
            if source is not library:
                source.close()
        files = office_files(data)
        counts = (*counts, *counts_of(files))
        files[SETTINGS] = json.dumps(settings_of_office(data), ensure_ascii=False, indent=1).encode("utf-8")
        manifest = Manifest(VERSION, datetime.now().isoformat(timespec="seconds"), __version__, originals, counts)
        whole = write_handover(path, manifest, folder / LIBRARY, files, lambda part: task.step("正在导出交接文件", 0.6 + 0.4 * part))
    return _comes(whole)


def proposed_name() -> str:
    """A name for a hand-over file of today."""
    return f"交接-{datetime.now():%Y%m%d}{SUFFIX}"


def look_into(path: Path) -> Comes:
    """What a file says that it holds. Raises `UserError`."""
    with opened(path) as handover:
        return _comes(handover.manifest)


@contextmanager
def incoming(path: Path, data: Path, task: Task) -> Iterator[Incoming]:
    """Open a hand-over file, with its library in a place of its own, as long as the `with` lasts. Raises `UserError`, `Cancelled`."""
    from app.desk.handing_check import checked_library

    with opened(path) as handover, _place(data) as folder:
        handover.take_library(folder / LIBRARY, lambda part: task.step("正在打开交接文件", part))
        library = checked_library(folder / LIBRARY, path.name)
        try:
            yield Incoming(handover, library)
        finally:
            library.close()


def keep_copy(library: Library, data: Path) -> Path:
    """Keep the library as it is now in a file of its own among the copies. Raises `UserError`."""
    from app.store.library.library import Library
    from app.store.library.transfer import carry

    folder = data / "backups" / "library"
    make_private_folder(folder)
    path = folder / f"before-merge-{datetime.now():%Y%m%d-%H%M%S-%f}.db"
    _sweep(folder)
    part = path.with_suffix(".part")  # so that a copy that is cut off is taken for none
    try:
        if not library.access.snapshot(part):
            copy = Library.in_new_file(part)
            try:
                carry(library.access, copy.access)
            finally:
                copy.close()
        part.replace(path)
    except OSError as error:
        raise UserError(sentence_of(error, path)) from error
    finally:
        _remove(part)
    for old in sorted(folder.glob("before-merge-*.db"))[:-_KEPT]:
        old.unlink(missing_ok=True)
    return path


def _sweep(folder: Path) -> None:
    """Remove what programs left of such copies that died in the middle of one, a day ago or earlier."""
    for left in folder.glob("before-merge-*.part*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LONG_AGO_S:
                left.unlink()


def _remove(part: Path) -> None:
    """Remove a half-written copy, and what SQLite wrote beside it."""
    for left in (part, part.with_name(f"{part.name}-journal")):
        with suppress(OSError):
            left.unlink()


def _listed(counts: Mapping[str, int]) -> str:
    return "，".join(f"{label} {number} {MEASURES.get(label, '条')}" for label, number in counts.items() if number)


def _comes(manifest: Manifest) -> Comes:
    try:
        made = datetime.fromisoformat(manifest.made)
    except ValueError as error:
        raise UserError("交接文件的日期不对，可能已损坏，请让对方重新导出一份。") from error
    return Comes(made, manifest.originals, manifest.counts)


def _counts(library: Library) -> tuple[tuple[str, int], ...]:
    """How many things of each kind a library has, by the words of the office."""
    from app.store.library.families import families

    with library.access.reading() as connection:
        return tuple((family.label, len(family.weights(connection))) for family in families())


@contextmanager
def _place(data: Path) -> Iterator[Path]:
    """A folder that only this program works in, empty, and gone afterwards; what a program that died left there goes, too."""
    for number in count(1):
        slot = slots.take(data / _FOLDER / str(number))
        if slot is None:
            continue
        try:
            for item in slot.folder.iterdir():
                if item.is_file() and item.name != "held":
                    item.unlink()
            yield slot.folder
        finally:
            slot.remove()
        return
