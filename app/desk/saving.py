"""An issue becomes its file, after a look at what stands there now, and a numbered copy in the user's own folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.atomic import write_atomically
from app.edit.counts import characters_of_issue
from app.errors import UserError
from app.model.issue import Issue
from app.model.unlooked import Unlooked
from app.records import dataclass
from app.store import backups
from app.store.backups import Version, versions
from app.store.jianbao import Opened, Original, digest_of, from_bytes, load, read_whole, to_bytes

if TYPE_CHECKING:
    from app.fonts.faceset import FaceFingerprint


class ChangedMeanwhileError(Exception):
    """Somebody else has changed the file since it was opened; nothing was written."""


@dataclass(frozen=True, slots=True)
class ToSave:
    """What goes into the file. `digest` is that of the file as it was opened or saved last, "" where it may not be there."""

    issue: Issue
    originals: Sequence[Original]
    faces_record: Sequence[FaceFingerprint]
    pages: int
    digest: str = ""
    unlooked: Sequence[Unlooked] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """A written file: its digest, and the sentence on a copy that could not be kept, "" where it was."""

    digest: str
    no_copy: str = ""


def save_issue_file(what: ToSave, path: Path, copies: Path, *, overwrite: bool = False) -> Saved:
    """Write the file whole or not at all, then keep a numbered copy.

    Raises `ChangedMeanwhileError`, unless told to `overwrite`, and `UserError`. What is overwritten and was not saved from here is kept
    as a copy, too.
    """
    data = to_bytes(Opened(what.issue, tuple(what.faces_record), tuple(what.originals), tuple(what.unlooked)), path.name)
    standing = _standing(path)
    if what.digest and standing is not None and digest_of(standing) != what.digest and not overwrite:
        raise ChangedMeanwhileError
    folder = backups.folder_for(copies, path)
    no_copy = ""
    try:
        _keep_foreign(folder, path, standing)
    except UserError as error:
        no_copy = error.sentence
    write_atomically(path, data)
    try:
        backups.keep(folder, data, datetime.now(), what.pages, characters_of_issue(what.issue))
    except UserError as error:
        no_copy = error.sentence
    return Saved(digest_of(data), no_copy)


def earlier_versions(copies: Path, path: Path) -> list[Version]:
    """The kept copies of a file, newest first."""
    return versions(backups.folder_for(copies, path))


def open_version(version: Version) -> Opened:
    """What a copy holds. Raises `UserError`."""
    return replace(load(version.file), digest="")


def forget_versions(copies: Path, path: Path) -> None:
    """Remove the kept copies of a file."""
    folder = backups.folder_for(copies, path)
    with suppress(OSError):
        for item in list(folder.iterdir()):
            item.unlink()
        folder.rmdir()


def _standing(path: Path) -> bytes | None:
    """What stands at the path now; None where nothing does. What can't be read counts as content of somebody else's."""
    try:
        return read_whole(path)
    except UserError:
        return b"" if path.exists() else None


def _keep_foreign(folder: Path, path: Path, standing: bytes | None) -> None:
    """Keep what another program or person saved there before it is overwritten."""
    if standing is None or digest_of(standing) in {version.digest for version in versions(folder)}:
        return
    try:
        issue = from_bytes(standing, path.name).issue
        changed_at = datetime.fromtimestamp(os.stat(path).st_mtime)  # noqa: PTH116 - of the link's end, as it was read
    except (UserError, OSError, ValueError):  # no issue of ours: the person was asked before it is replaced
        return
    backups.keep(folder, standing, changed_at, 0, characters_of_issue(issue))
