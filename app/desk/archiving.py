"""A signed issue becomes its folder in the archive: .jianbao, PDF, DOCX, OFD, 审签单, 花脸稿 and originals, all of them or nothing.

Everything is written into a folder beside the place, which takes its name at the end. What stands in the archive is never written over.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from app.atomic import write_atomically
from app.desk.archive_names import ArchiveRules, safe_name, short_bulletin, stem_of, year_folder
from app.desk.files import sentence_of
from app.desk.publish import FORMATS, Task, pdf_info, publish_layout
from app.errors import UserError
from app.records import dataclass

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout
    from app.model.issue import Issue
    from app.model.signing import SignedIssue
    from app.model.template import Template
    from app.store.jianbao import Original

SUFFIX = ".jianbao"
ORIGINALS = "来稿原件"
REDLINE, SHEET = "_花脸稿.pdf", "_审签单.pdf"
_MOST_NAMES = 50
_BESIDE = ".正在归档"
_LONG_AGO_S = 24 * 3600

FacesOf = Callable[["Template"], "FaceSet"]
"""Finds the faces of a template."""
_QUIET = Task()


@dataclass(frozen=True, slots=True)
class ToArchive:
    """What goes into the archive: a signature with the bytes of its file, and what belongs to it.

    `earlier` is the issue as it was submitted, or its first proof, against which the 花脸稿 is made; None for none. `forms` is the
    folder of the user's data, in which an office may have a 审签单 of its own.
    """

    signed: SignedIssue
    data: bytes
    earlier: Issue | None = None
    originals: Sequence[Original] = ()
    forms: Path | None = None


@dataclass(frozen=True, slots=True)
class Archived:
    """Where it went; `notices` are sentences on what isn't there and why."""

    folder: Path
    files: tuple[str, ...]
    notices: tuple[str, ...] = ()


def archive_signed(what: ToArchive, rules: ArchiveRules, faces_of: FacesOf, task: Task = _QUIET) -> Archived:
    """Write the folder of a signed issue. Raises `UserError` and `Cancelled`; then nothing was written.

    The same signature a second time leaves the folder of the first as it is, and gives that.
    """
    from app.layout.engine import lay_out
    from app.store.jianbao import from_bytes

    issue = from_bytes(what.data, what.signed.number).issue
    stem = stem_of(what.signed, short_bulletin(issue), rules.pattern)
    parent = rules.folder / year_folder(what.signed)
    standing = _standing(parent, stem, what.data)
    if standing is not None:
        return Archived(standing, _files_in(standing), ("这一期已经归过档了，没有再写一遍。",))
    task.step("正在排版", 0.0)
    faces = faces_of(issue.template)
    layout = lay_out(issue, faces)
    _make(parent)
    _sweep(parent)
    beside = parent / f"{_BESIDE}-{os.getpid()}-{threading.get_ident()}"
    try:
        beside.mkdir()
        notices = _fill(beside, stem, what, rules, issue, layout, faces, task)
        files = _files_in(beside)
        task.step("正在放进档案", 0.99)
        folder = _settle(beside, parent, stem)
    except OSError as error:
        raise UserError(sentence_of(error, parent)) from error
    finally:
        if beside.exists():
            shutil.rmtree(beside, ignore_errors=True)
    task.progress("完成", 1.0)
    return Archived(folder, files, tuple(notices))


def archived_folder(signed: SignedIssue, issue: Issue, data: bytes, rules: ArchiveRules) -> Path | None:
    """Where a signature stands in the archive, None where it doesn't."""
    try:
        return _standing(rules.folder / year_folder(signed), stem_of(signed, short_bulletin(issue), rules.pattern), data)
    except UserError:  # a pattern that names nothing
        return None


def _fill(
    folder: Path, stem: str, what: ToArchive, rules: ArchiveRules, issue: Issue, layout: Layout, faces: FaceSet, task: Task
) -> list[str]:
    """Write every file; sentences on what was left out."""
    notices: list[str] = []
    write_atomically(folder / f"{stem}{SUFFIX}", what.data)
    formats = [suffix for suffix in rules.formats if suffix in FORMATS]
    for at, suffix in enumerate(formats):
        begin, share = 0.1 + 0.6 * at / len(formats), 0.6 / len(formats)
        publish_layout(issue, layout, folder / f"{stem}{suffix}", faces, final=True, task=_part(task, begin, share))
    if rules.sheet:
        task.step("正在做审签单", 0.7)
        _write_sheet(issue, len(layout.pages), faces, folder / f"{stem}{SHEET}", what.forms)
    if rules.redline:
        task.step("正在做花脸稿", 0.75)
        notices += _write_redline(what.earlier, issue, folder / f"{stem}{REDLINE}", faces, _part(task, 0.75, 0.15))
    if rules.originals:
        task.step("正在放来稿原件", 0.92)
        notices += _write_originals(folder / ORIGINALS, what.originals)
    return notices


def _write_sheet(issue: Issue, pages: int, faces: FaceSet, path: Path, forms: Path | None) -> None:
    from app.desk.approval import approval_page, approval_template
    from app.exporters.pdf.export import export_pdf
    from app.layout.imposition import Printed

    export_pdf(Printed((approval_page(issue, pages, faces, approval_template(forms)),)), path, pdf_info(issue))


def _write_redline(earlier: Issue | None, issue: Issue, path: Path, faces: FaceSet, task: Task) -> Iterable[str]:
    from app.desk.redlining import compared, publish_redline

    if earlier is None:
        return ["没有送签稿或清样可比，没有花脸稿。"]
    try:
        compared(earlier, issue)
    except UserError:
        return ["签发的和送签时一字不差，没有花脸稿。"]
    publish_redline(earlier, issue, path, faces, task)
    return []


def _write_originals(folder: Path, originals: Sequence[Original]) -> Iterable[str]:
    if not originals:
        return ["这一期没有用到有原件的来稿。"]
    folder.mkdir()
    for at, original in enumerate(originals, 1):
        write_atomically(folder / f"{at:02}-{safe_name(original.name)}", original.data)
    return []


def _part(task: Task, begin: float, share: float) -> Task:
    """A task whose whole is a part of another."""
    return Task(lambda what, part: task.progress(what, begin + share * part), task.cancelled)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(sentence_of(error, folder)) from error


def _sweep(parent: Path) -> None:
    """Remove what programs left here that died in the middle of it, a day ago or earlier."""
    for left in parent.glob(f"{_BESIDE}-*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LONG_AGO_S:
                shutil.rmtree(left)


def _settle(beside: Path, parent: Path, stem: str) -> Path:
    """Give the folder its name, the next free one where that is taken."""
    for name in _names(stem):
        target = parent / name
        if not target.exists():
            with suppress(FileExistsError):  # a colleague took it just now
                beside.rename(target)
                return target
    raise UserError(f"“{parent}”里叫“{stem}”的太多了，请改一改文件名样式。")


def _standing(parent: Path, stem: str, data: bytes) -> Path | None:
    """The folder that holds exactly this file already."""
    wanted = sha256(data).digest()
    for name in _names(stem):
        try:
            kept = (parent / name / f"{stem}{SUFFIX}").read_bytes()
        except OSError:
            if not (parent / name).exists():
                return None
            continue
        if sha256(kept).digest() == wanted:
            return parent / name
    return None


def _names(stem: str) -> Iterable[str]:
    return (stem, *(f"{stem}-{number}" for number in range(2, _MOST_NAMES)))


def _files_in(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()))
