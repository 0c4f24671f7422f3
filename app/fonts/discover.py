"""Folders become an index of the faces on this machine, by every name they answer to; remembered between starts."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.fonts.record import FaceRecord, fold, read_records
from app.records import dataclass

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_CACHE_NAME = "fonts.json"
_CACHE_VERSION = 1
_REGULAR = 400


@dataclass(frozen=True, slots=True, eq=False)
class FontIndex:
    """The faces found, in the order of the folders, and the two ways to ask for one."""

    records: tuple[FaceRecord, ...]
    _by_own_name: dict[str, list[FaceRecord]]
    _by_family: dict[str, list[FaceRecord]]

    @staticmethod
    def of(records: Iterable[FaceRecord]) -> FontIndex:
        """Index records by full and PostScript name and by family; the usable ones only."""
        kept = tuple(record for record in records if record.usable)
        own: dict[str, list[FaceRecord]] = {}
        family: dict[str, list[FaceRecord]] = {}
        for record in kept:
            for name in record.names:
                own.setdefault(name, []).append(record)
            for name in record.families:
                family.setdefault(name, []).append(record)
        return FontIndex(kept, own, family)

    def find(self, name: str) -> FaceRecord | None:
        """The face of a full or PostScript name, else the upright face of a family whose weight is nearest to regular."""
        key = fold(name)
        own = self._by_own_name.get(key)
        if own:
            return own[0]
        family = self._by_family.get(key)
        if family:
            return min(family, key=lambda record: (record.italic, abs(record.weight - _REGULAR)))
        return None


def discover(places: Sequence[Path], cache_folder: Path) -> FontIndex:
    """Index every font file in `places` (folders, walked to the bottom, or single files; absent ones are passed over).

    `cache_folder` keeps what was read of each file, by path, time and size; a broken memory is made again and one that can't
    be written costs time only.
    """
    cache_file = cache_folder / _CACHE_NAME
    remembered = _load(cache_file)
    known: dict[str, Any] = {}
    records: list[FaceRecord] = []
    fresh = False
    for path, stamp in _font_files(places):
        entry = remembered.get(path)
        faces = _revive(path, entry, stamp)
        if faces is None:
            faces = read_records(path)
            entry = [stamp, [[getattr(face, field) for field in _FIELDS] for face in faces]]
            fresh = True
        known[path] = entry
        records += faces
    if fresh or len(known) != len(remembered):
        _save(cache_file, known)
    return FontIndex.of(records)


_FIELDS = ("index", "family", "postscript", "families", "names", "weight", "italic", "embeddable", "usable", "chinese")
_TYPES = (int, str, str, list, list, int, bool, bool, bool, bool)


def _font_files(places: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """(path, "mtime|size") of font files, each path once."""
    seen: set[str] = set()
    folders: set[tuple[int, int]] = set()
    for place in places:
        for path in _walk(str(place), folders):
            if path in seen:
                continue
            seen.add(path)
            try:
                status = os.stat(path)  # noqa: PTH116 - a Path for each of 500 files costs more than the stat
            except OSError:  # a dangling link
                continue
            if stat.S_ISREG(status.st_mode):  # a pipe of that name would be waited for
                yield path, f"{status.st_mtime_ns}|{status.st_size}"


def _walk(place: str, folders: set[tuple[int, int]]) -> Iterator[str]:
    """Font files below a folder, or the file itself. `folders` are those walked already: links may lead in circles."""
    if place.lower().endswith(_SUFFIXES):
        yield place
        return
    try:
        status = os.stat(place)  # noqa: PTH116
        entries = sorted(os.scandir(place), key=lambda entry: entry.name)
    except OSError:  # absent, or not ours to read
        return
    identity = (status.st_dev, status.st_ino)
    if identity in folders:
        return
    folders.add(identity)
    for entry in entries:
        if entry.name.lower().endswith(_SUFFIXES):
            yield entry.path
        elif entry.is_dir():
            yield from _walk(entry.path, folders)


def _load(cache_file: Path) -> dict[str, Any]:
    try:
        kept = json.loads(cache_file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict) or kept.get("version") != _CACHE_VERSION or not isinstance(kept.get("files"), dict):
        return {}
    files: dict[str, Any] = kept["files"]
    return files


def _revive(path: str, entry: object, stamp: str) -> list[FaceRecord] | None:
    """Records from the memory; None when the file has changed or the memory is not ours."""
    if not (isinstance(entry, list) and len(entry) == 2 and entry[0] == stamp and isinstance(entry[1], list)):
        return None
    faces = []
    for values in entry[1]:
        if not (isinstance(values, list) and len(values) == len(_FIELDS) and all(map(isinstance, values, _TYPES))):
            return None
        index, family, postscript, families, names, *rest = values
        if not all(isinstance(name, str) for name in [*families, *names]):
            return None
        faces.append(FaceRecord(path, index, family, postscript, tuple(families), tuple(names), *rest))
    return faces


def _save(cache_file: Path, files: dict[str, Any]) -> None:
    """Write beside and rename, so that two programs that start at once can't leave half a file."""
    beside = cache_file.with_name(f"{cache_file.name}.{os.getpid()}")
    text = json.dumps({"version": _CACHE_VERSION, "files": files}, ensure_ascii=False)
    try:
        cache_file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        beside.replace(cache_file)
    except OSError:  # a read-only home: the next start reads the files again
        with suppress(OSError):
            beside.unlink()
