"""A whole office is handed over in one file, and such a file becomes the office here, or part of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.atomic import make_private_folder, write_atomically
from app.desk.library import copy_anew
from app.desk.publish import Task
from app.errors import UserError
from app.records import dataclass
from app.store import slots
from app.store.handover import LARGEST_FILE, LIBRARY, SETTINGS, SUFFIX, TEMPLATES, VERSION, Handover, Manifest, opened, write_handover

if TYPE_CHECKING:
    from app.store.library.doubles import Choice, Double
    from app.store.library.library import Library

FILTER = f"编报交接文件 (*{SUFFIX})"
_FOLDER, _TEMPLATES = "handover", "templates"
_TEMPLATE_FILES = frozenset({".toml", ".png", ".jpg", ".jpeg"})
_OFFICE_SETTINGS = ("off_rules", "helps", "digits_set_headings", "lock_lines", "print_paper", "print_spare", "print_contact")
"""What the office set; where windows stand, which printer there is and what was opened last are the machine's."""
_VERSIONS = "版式模板"
_KEPT = 5
"""So many libraries as they were before a merge."""
_NAME_LINE = re.compile(r'^(name\s*=\s*")([^"]*)(")', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comes:
    """What a file holds, in the words of the office."""

    made: datetime
    originals: bool
    counts: tuple[tuple[str, int], ...]
    templates: tuple[str, ...]

    def words(self) -> str:
        """One sentence for the clerk."""
        parts = [f"{label} {number}" for label, number in self.counts if number]
        with_originals = "连同来稿原件" if self.originals else "不含来稿原件"
        return f"{self.made.year}年{self.made.month}月{self.made.day}日导出，{with_originals}：{'，'.join(parts) or '还没有内容'}。"


@dataclass(frozen=True, slots=True)
class HandingPlan:
    """What opening a file would do. `empty`: there is no office here yet, so it becomes this one as it is."""

    empty: bool
    doubles: tuple[Double, ...]
    new: Mapping[str, int]
    same: int


@dataclass(slots=True)
class Outcome:
    """What was done."""

    whole: bool
    added: Mapping[str, int] = field(default_factory=dict)
    replaced: Mapping[str, int] = field(default_factory=dict)
    kept: int = 0
    backup: Path | None = None
    settings: Mapping[str, object] = field(default_factory=dict)

    def words(self) -> str:
        """One sentence for the clerk."""
        added = "，".join(f"{label} {number}" for label, number in self.added.items() if number)
        if self.whole:
            return f"接过来了：{added or '没有内容'}，核对过没有差错。"
        replaced = "，".join(f"{label} {number}" for label, number in self.replaced.items() if number)
        said = f"并好了：新增{added}" if added else "并好了：没有新的内容"
        said += f"；换成交来的{replaced}" if replaced else ""
        said += f"；留本机的 {self.kept} 条" if self.kept else ""
        return f"{said}。并之前的来稿库另存了一份。" if self.backup else f"{said}。"


class Incoming:
    """A hand-over file that stands open, its library beside the user's own; `close` lets go of both."""

    def __init__(self, handover: Handover, library: Library) -> None:
        self._handover, self.library = handover, library
        self.comes = _comes(handover.manifest, handover.templates)

    def plan(self, own: Library, data: Path) -> HandingPlan:
        """Hold it against the office here. Raises `UserError`."""
        from app.store.library.merging import plan
        from app.store.library.transfer import is_empty

        with own.access.reading() as connection:
            empty = is_empty(connection)
        found = plan(own.access, self.library.access)
        doubles = () if empty else (*found.doubles, *self._template_doubles(data))
        return HandingPlan(empty, doubles, found.new, sum(found.same.values()))

    def take(self, own: Library, data: Path, decisions: Mapping[str, Choice], task: Task) -> Outcome:
        """Let it become the office here, or merge it in; one transaction, and a copy of the library of before. Raises `UserError`."""
        from app.store.library.merging import merge
        from app.store.library.transfer import carry, is_empty

        with own.access.reading() as connection:
            empty = is_empty(connection)
        if empty:
            carried = carry(self.library.access, own.access, lambda part: task.step("正在接过来", part))
            copy_anew(own, data)
            self._take_templates(data, decisions)
            counts = {label: number for label, number in self.comes.counts if number}
            return Outcome(True, counts if carried.rows else {}, settings=self._handover.settings())
        task.step("正在另存一份来稿库", 0)
        backup = keep_copy(own, data)
        merged = merge(own.access, self.library.access, decisions, lambda part: task.step("正在并入", part))
        copy_anew(own, data)
        merged.added[_VERSIONS] = self._take_templates(data, decisions)
        return Outcome(False, merged.added, merged.replaced, merged.kept, backup)

    def _template_doubles(self, data: Path) -> Iterator[Double]:
        from app.store.library.doubles import Choice, Double

        for name in self._handover.templates:
            own = data / _TEMPLATES / name
            if own.exists() and own.read_bytes() != self._handover.template(name):
                why, choices = "同名的版式，内容不同", (Choice.OWN, Choice.CAME, Choice.BOTH)
                yield Double(_template_key(name), _VERSIONS, name, why, "本机的一份", "交来的一份", choices, Choice.OWN)

    def _take_templates(self, data: Path, decisions: Mapping[str, Choice]) -> int:
        from app.store.library.doubles import Choice

        written, folder = 0, data / _TEMPLATES
        for name in self._handover.templates:
            if not _may_be_template(name):
                continue
            came, path = self._handover.template(name), folder / name
            if path.exists():
                choice = decisions.get(_template_key(name), Choice.OWN)
                if path.read_bytes() == came or choice is Choice.OWN:
                    continue
                if choice is Choice.BOTH:
                    path, came = _beside(path), _renamed(came) if path.suffix == ".toml" else came
            make_private_folder(folder)
            write_atomically(path, came)
            written += 1
        return written


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
        files = _template_parts(data)
        files[SETTINGS] = json.dumps(_office_settings(data), ensure_ascii=False, indent=1).encode("utf-8")
        counts = (*counts, (_VERSIONS, sum(name.endswith(".toml") for name in files)))
        manifest = Manifest(VERSION, datetime.now().isoformat(timespec="seconds"), __version__, originals, counts)
        whole = write_handover(path, manifest, folder / LIBRARY, files, lambda part: task.step("正在导出交接文件", 0.6 + 0.4 * part))
    return _comes(whole, tuple(name.removeprefix(TEMPLATES) for name in files if name.startswith(TEMPLATES)))


def proposed_name() -> str:
    """A name for a hand-over file of today."""
    return f"交接-{datetime.now():%Y%m%d}{SUFFIX}"


def look_into(path: Path) -> Comes:
    """What a file says that it holds. Raises `UserError`."""
    with opened(path) as handover:
        return _comes(handover.manifest, handover.templates)


@contextmanager
def incoming(path: Path, data: Path, task: Task) -> Iterator[Incoming]:
    """Open a hand-over file, with its library in a place of its own, as long as the `with` lasts. Raises `UserError`, `Cancelled`."""
    from app.store.library.library import Library

    with opened(path) as handover, _place(data) as folder:
        handover.take_library(folder / LIBRARY, lambda part: task.step("正在打开交接文件", part))
        library = Library.in_new_file(folder / LIBRARY)
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
    part = path.with_suffix(".part")  # so that a copy that is cut off is taken for none
    if not library.access.snapshot(part):
        copy = Library.in_new_file(part)
        try:
            carry(library.access, copy.access)
        finally:
            copy.close()
    part.replace(path)
    for old in sorted(folder.glob("before-merge-*.db"))[:-_KEPT]:
        old.unlink(missing_ok=True)
    return path


def _comes(manifest: Manifest, templates: tuple[str, ...]) -> Comes:
    try:
        made = datetime.fromisoformat(manifest.made)
    except ValueError as error:
        raise UserError("交接文件的日期不对，可能已损坏，请让对方重新导出一份。") from error
    return Comes(made, manifest.originals, manifest.counts, templates)


def _counts(library: Library) -> tuple[tuple[str, int], ...]:
    """How many things of each kind a library has, by the words of the office."""
    from app.store.library.families import families

    with library.access.reading() as connection:
        return tuple((family.label, len(family.weights(connection))) for family in families())


def _template_parts(data: Path) -> dict[str, bytes]:
    found = {}
    with suppress(FileNotFoundError):
        for path in sorted((data / _TEMPLATES).iterdir()):
            if path.is_file() and _may_be_template(path.name) and path.stat().st_size <= LARGEST_FILE:
                found[TEMPLATES + path.name] = path.read_bytes()
    return found


def _may_be_template(name: str) -> bool:
    return Path(name).name == name and Path(name).suffix.lower() in _TEMPLATE_FILES and not name.startswith(".")


def _office_settings(data: Path) -> dict[str, object]:
    try:
        table = json.loads((data / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: table[key] for key in _OFFICE_SETTINGS if key in table} if isinstance(table, dict) else {}


def office_settings(found: Mapping[str, object]) -> dict[str, object]:
    """Of what came as settings, that which is the office's."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in found.items() if key in _OFFICE_SETTINGS}


def _template_key(name: str) -> str:
    return f"{_VERSIONS}:{name}"


def _beside(path: Path) -> Path:
    return next(other for at in count(1) if not (other := path.with_name(f"{path.stem}-交来{at if at > 1 else ''}{path.suffix}")).exists())


def _renamed(data: bytes) -> bytes:
    """A template under a name of its own, for a name leads to one template."""
    return _NAME_LINE.sub(r"\1\2（交来）\3", data.decode("utf-8", "surrogateescape"), count=1).encode("utf-8", "surrogateescape")


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
