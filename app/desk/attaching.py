"""Files that came apart from their text, as photos do, become attachments of a submission."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.files import read_file
from app.desk.intake import LARGEST_ENVELOPE_BYTES
from app.desk.publish import Task
from app.errors import UserError
from app.importers.kinds import COMPANIONS, kind_of
from app.model.submission import FileKind
from app.records import dataclass

if TYPE_CHECKING:
    from app.store.library.library import Library


@dataclass(frozen=True, slots=True)
class Attached:
    """What became of the files: names of those attached, files that are texts of their own, and sentences about those that failed."""

    names: tuple[str, ...] = ()
    texts: tuple[Path, ...] = ()
    refused: tuple[str, ...] = ()


def attach(library: Library, submission: str, files: Sequence[Path], *, texts_too: bool = False, task: Task | None = None) -> Attached:
    """Put pictures, tables and slides to a submission, and with `texts_too` any other file; folders count as texts of their own.

    Raises `UserError` where the library can't be written to or the submission is gone, `Cancelled` where the person said so; what was
    attached until then stays.
    """
    from app.store.library.library import NamedFile

    names: list[str] = []
    texts: list[Path] = []
    refused: list[str] = []
    for number, path in enumerate(files):
        if task is not None:
            task.step(f"正在添加附件“{path.name}”", number / len(files))
        if path.is_dir():
            texts.append(path)
            continue
        try:
            data = read_file(path, LARGEST_ENVELOPE_BYTES)
        except UserError as error:
            refused.append(error.sentence)
            continue
        if texts_too or kind_of(data) in COMPANIONS:
            library.attach(submission, NamedFile(path.name, data, FileKind.ATTACHED))
            names.append(path.name)
        else:
            texts.append(path)
    return Attached(tuple(names), tuple(texts), tuple(refused))
