"""The bytes of a saved file become one more numbered copy in the user's own folder; the oldest give way."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from app.atomic import make_private_folder, write_atomically
from app.records import dataclass
from app.store.jianbao import SUFFIX, digest_of

KEPT = 10
_NAME = re.compile(r"(\d{4,})_(\d{8}T\d{6})_(\d+)p_(\d+)c_([0-9a-f]{64})\.jianbao")
_TIME = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Version:
    """A kept copy. `pages` is 0 where nobody counted them."""

    file: Path
    number: int
    saved_at: datetime
    pages: int
    characters: int
    digest: str


def folder_for(backups: Path, path: Path) -> Path:
    """Where the copies of a file are kept."""
    return backups / sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def versions(folder: Path) -> list[Version]:
    """The copies, newest first."""
    try:
        names = [item for item in folder.iterdir() if item.suffix == SUFFIX]
    except OSError:
        return []
    found = [_version(item, match) for item in names if (match := _NAME.fullmatch(item.name))]
    return sorted(found, key=lambda version: version.number, reverse=True)


def keep(folder: Path, data: bytes, saved_at: datetime, pages: int, characters: int) -> None:
    """Keep a copy, unless the newest one is the same. Raises `UserError`."""
    kept, digest = versions(folder), digest_of(data)
    if kept and kept[0].digest == digest:
        return
    make_private_folder(folder)
    number = kept[0].number + 1 if kept else 1
    name = f"{number:04}_{saved_at.strftime(_TIME)}_{pages}p_{characters}c_{digest}{SUFFIX}"
    write_atomically(folder / name, data, private=True)
    for old in kept[KEPT - 1 :]:
        with suppress(OSError):
            old.file.unlink()


def _version(file: Path, match: re.Match[str]) -> Version:
    number, saved_at, pages, characters, digest = match.groups()
    return Version(file, int(number), datetime.strptime(saved_at, _TIME), int(pages), int(characters), digest)
