"""An office becomes one file to hand over (.jiaojie), and such a file the parts of an office again: library, templates, forms, settings.

A zip with `mimetype`, stored first; `manifest.json` with what is in it and the SHA-256 of each part; `library.db`, a SQLite library;
`templates/…`, `forms/…` and `settings.json`. Nothing in it is believed that its digest does not speak for.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary

from app.atomic import write_atomically
from app.errors import UserError
from app.model.shape import ShapeError, build, plain
from app.records import dataclass
from app.store.library.rows import carried_tables
from app.store.library.schema import COUNTERS
from app.zipread import Limits, ZipParts, open_zip_file

SUFFIX = ".jiaojie"
MIMETYPE = b"application/x-bianbao-handover"
VERSION = 1
LIBRARY, SETTINGS = "library.db", "settings.json"
TEMPLATES, FORMS = "templates/", "forms/"
_MIMETYPE, _MANIFEST = "mimetype", "manifest.json"
_LIMITS = Limits(parts=4_000, part_bytes=64 * 2**30, total_bytes=65 * 2**30, ratio=1_000)
_LARGEST_MANIFEST, LARGEST_FILE = 4 * 2**20, 32 * 2**20
_PIECE_BYTES = 2**20
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_SPARE_BYTES = 64 * 2**20
_INDEX = "search_grams"
Step = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its length and its SHA-256."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a file says of itself: when it was made and of what it holds how many, by the words of the office."""

    version: int
    made: str
    program: str
    originals: bool
    counts: tuple[tuple[str, int], ...] = ()
    parts: tuple[tuple[str, Part], ...] = ()

    def part(self, name: str) -> Part | None:
        """What is said of a part."""
        return dict(self.parts).get(name)


class Handover:
    """An open hand-over file."""

    def __init__(self, parts: ZipParts, manifest: Manifest, name: str) -> None:
        self._parts, self.manifest, self._name = parts, manifest, name

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the office's own files, each behind that of its folder."""
        return tuple(name for name, _ in self.manifest.parts if name.startswith((TEMPLATES, FORMS)))

    def file(self, name: str) -> bytes:
        """One of them. Raises `UserError`."""
        return self._read(name)

    def settings(self) -> dict[str, object]:
        """The settings that are the office's. Raises `UserError`."""
        try:
            found = json.loads(self._read(SETTINGS))
        except (ValueError, RecursionError) as error:
            raise self._damaged() from error
        return found if isinstance(found, dict) else {}

    def take_library(self, into: Path, step: Step) -> None:
        """Write the library into a file of its own, and look whether it is one. Raises `UserError`; then it is not to be used."""
        size = self._parts.size(LIBRARY)
        if shutil.disk_usage(into.parent).free < size + _SPARE_BYTES:
            raise UserError(f"打开“{self._name}”要用 {size // 2**20 + 1} MB 空间，磁盘不够了，请先腾出空间。")
        digest, done = sha256(), 0
        try:
            with into.open("wb") as file:
                for piece in self._parts.pieces(LIBRARY):
                    digest.update(piece)
                    file.write(piece)
                    done += len(piece)
                    step(done / max(1, size))
        except OSError as error:
            raise UserError(f"“{self._name}”解不开（{error.strerror or error}），请检查磁盘。") from error
        part = self.manifest.part(LIBRARY)
        if part is None or digest.hexdigest() != part.sha256:
            raise self._damaged()
        if not _is_library(into):
            raise UserError(f"“{self._name}”里的来稿库不对，为安全起见没有打开，请向来源核实这个文件。")

    def _read(self, name: str) -> bytes:
        data = self._parts.read(name, LARGEST_FILE)
        part = self.manifest.part(name)
        if part is None or sha256(data).hexdigest() != part.sha256:
            raise self._damaged()
        return data

    def _damaged(self) -> UserError:
        return UserError(f"“{self._name}”已损坏或不完整，请让对方重新导出一份。")


def write_handover(path: Path, manifest: Manifest, library: Path, files: Mapping[str, bytes], step: Step) -> Manifest:
    """Write the file whole or not at all; the manifest as it was written. `step` may raise `Cancelled`. Raises `UserError`."""
    parts = {name: Part(len(data), sha256(data).hexdigest()) for name, data in files.items()}
    parts[LIBRARY] = Part(library.stat().st_size, _digest(library, lambda part: step(part * 0.3)))
    whole = Manifest(manifest.version, manifest.made, manifest.program, manifest.originals, manifest.counts, tuple(parts.items()))

    def write(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            _put(archive, _MIMETYPE, MIMETYPE, zipfile.ZIP_STORED)
            _put(archive, _MANIFEST, json.dumps(plain(whole), ensure_ascii=False, indent=1).encode("utf-8"))
            for name, data in files.items():
                _put(archive, name, data)
            info = _info(LIBRARY, zipfile.ZIP_DEFLATED)
            info.file_size = parts[LIBRARY].bytes
            done = 0
            with library.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
                while piece := source.read(_PIECE_BYTES):
                    target.write(piece)
                    done += len(piece)
                    step(0.3 + 0.7 * done / max(1, info.file_size))

    write_atomically(path, write, private=True)
    return whole


@contextmanager
def opened(path: Path) -> Iterator[Handover]:
    """Open a hand-over file as long as the `with` lasts. Raises `UserError` for what is none, newer or damaged."""
    try:
        file = path.open("rb")
    except FileNotFoundError as error:
        raise UserError(f"找不到“{path}”，请检查文件名和位置。") from error
    except OSError as error:
        raise UserError(f"“{path}”读不出来（{error.strerror or error}），请检查磁盘或 U 盘后再试。") from error
    with file:
        parts = open_zip_file(file, path.name, _LIMITS)
        if _MIMETYPE not in parts or parts.read(_MIMETYPE, _LARGEST_MANIFEST) != MIMETYPE:
            raise UserError(f"“{path.name}”不是编报的交接文件，请另选一个。")
        manifest = _manifest(parts.read(_MANIFEST, _LARGEST_MANIFEST), path.name)
        if manifest.part(LIBRARY) is None or any(name not in parts for name, _ in manifest.parts):
            raise UserError(f"“{path.name}”已损坏或不完整，请让对方重新导出一份。")
        yield Handover(parts, manifest, path.name)


def _manifest(data: bytes, name: str) -> Manifest:
    try:
        found = json.loads(data)
        if isinstance(found, dict) and isinstance(found.get("version"), int) and found["version"] > VERSION:
            raise UserError(f"“{name}”是更新版本的编报导出的，请先升级编报再打开。")
        return build(Manifest, found)
    except (ValueError, RecursionError, ShapeError) as error:
        raise UserError(f"“{name}”已损坏或不完整，请让对方重新导出一份。") from error


def _digest(path: Path, step: Step) -> str:
    digest, done, size = sha256(), 0, max(1, path.stat().st_size)
    with path.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            digest.update(piece)
            done += len(piece)
            step(done / size)
    return digest.hexdigest()


def _info(name: str, method: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _FIXED_TIME)
    info.create_system = 3  # the same bytes on Windows
    info.external_attr = 0o600 << 16
    info.compress_type = method
    return info


def _put(archive: zipfile.ZipFile, name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> None:
    archive.writestr(_info(name, method), data)


def _is_library(path: Path) -> bool:
    """Whether a file that somebody made holds tables alone, whole, and in each column what belongs there: it may be hostile."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            database.text_factory = _text
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute("PRAGMA cell_size_check = ON")
            if database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                return False
            made = database.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
            if any(kind not in ("table", "index") or (_is_virtual(sql) and name != _INDEX) for kind, name, sql in made):
                return False
            there = {name for kind, name, _ in made if kind == "table"}
            known = [table for table in (COUNTERS, *carried_tables()) if table.name in there]
            return COUNTERS in known and all(_fits(database, table.name, column) for table in known for column in table.columns)
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _is_virtual(sql: str | None) -> bool:
    return "virtual" in (sql or "").lower().split("(")[0]


def _fits(database: sqlite3.Connection, table: str, column: Column[object]) -> bool:
    """Whether every value of a column is of its kind; a column that an older version did not have fits."""
    kind = (
        "integer" if isinstance(column.type, BigInteger | Integer | Boolean) else "blob" if isinstance(column.type, LargeBinary) else "text"
    )
    if not any(row[1] == column.name for row in database.execute(f'PRAGMA table_info("{table}")')):
        return True
    wrong = f'SELECT 1 FROM "{table}" WHERE typeof("{column.name}") NOT IN (?, ?) LIMIT 1'
    return database.execute(wrong, (kind, "null" if column.nullable else kind)).fetchone() is None
