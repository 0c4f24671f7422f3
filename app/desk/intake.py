"""A path, or standard input, becomes a text that was read, or an issue that was opened."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.files import LARGEST_INPUT_BYTES, read_file
from app.errors import UserError
from app.paths import is_file
from app.records import dataclass

if TYPE_CHECKING:
    from app.desk.worker import Worker
    from app.importers.intake import Intake, ReadOptions
    from app.importers.raw import RawDocument
    from app.model.issue import Issue
    from app.store.jianbao import Opened

ISSUE_SUFFIX = ".jianbao"
STANDARD_INPUT = "-"

CLIPBOARD = "剪贴板"
_SAME_WORDS = 0.98
"""The part of a text's characters that a page must have to stand for it."""
SMALL_BYTES = 1_000_000
"""A file as offices send them is read before a process for it would have begun."""
LARGEST_DOCUMENT_BYTES = 64 * 2**20
"""A Word file with a dozen photos as the camera took them."""
LARGEST_ENVELOPE_BYTES = 256 * 2**20
"""An archive of many documents; each of them is held to its own limit."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission as it came, what a reader took out of it (None for plain text), and what was recognised in that."""

    name: str
    data: bytes
    intake: Intake
    document: RawDocument | None = None

    def again(self, options: ReadOptions) -> Intake:
        """Read once more with other options."""
        from app.importers.read import read_bytes, read_raw, read_text

        if self.document is not None:
            return read_raw(self.document, self.name, options)
        if self.intake.encoding is None:
            return read_text(self.intake.source, self.name, options)
        return read_bytes(self.data, self.name, options)


def cautious(found: Submission, options: ReadOptions) -> Submission:
    """The same submission, read so that nothing long goes that nobody has looked at; what stays in the text for that is told."""
    waiting = [repair for repair in found.intake.repairs if repair.pending]
    drops = sum(repair.kind in ("drop", "lift") for repair in waiting)
    if not waiting:
        return found
    again = found.again(replace(options, off_items=options.off_items | {repair.key for repair in waiting}))
    told = (f"有 {drops} 处较长的文字可能不是正文，没有删，请看一眼。",) if drops else ()
    return replace(found, intake=replace(again, notes=(*again.notes, *told)))


def read_submission(name: str, options: ReadOptions | None = None) -> Submission:
    """Read a file of any kind that has a reader, an issue as text, or UTF-8 text from standard input for "-". Raises `UserError`."""
    from app.importers.intake import ReadOptions
    from app.importers.read import read_text

    options = options or ReadOptions()
    if name == STANDARD_INPUT:
        data = _standard_input()
        return Submission("标准输入.txt", data, read_text(_utf8(data), "", options))
    path = Path(name)
    if path.suffix.lower() == ISSUE_SUFFIX:
        from app.exporters.text import export_text

        text = export_text(open_issue(path).issue)
        return Submission(path.name, text.encode(), read_text(text, path.name, options))
    return submission_of(read_file(path, LARGEST_DOCUMENT_BYTES), path.name, options)


@dataclass(frozen=True, slots=True)
class Read:
    """The submissions in a file. `inside`: it is a mail or an archive, which may hold several; `told` are sentences on the rest."""

    submissions: tuple[Submission, ...]
    inside: bool = False
    told: tuple[str, ...] = ()


def read_submissions(name: str, options: ReadOptions | None = None) -> Read:
    """Read a file as `read_submission` does, or all files in a mail or an archive. Raises `UserError` where nothing can be read."""
    from app.importers.envelope import is_envelope

    path = Path(name)
    if name == STANDARD_INPUT or path.suffix.lower() == ISSUE_SUFFIX:
        return Read((read_submission(name, options),))
    data = read_file(path, LARGEST_ENVELOPE_BYTES)
    if not is_envelope(data):
        return Read((read_submission(name, options),))
    return _inside(data, path.name, options)


def _inside(data: bytes, name: str, options: ReadOptions | None) -> Read:
    from app.desk.unpacking import unpack

    found: list[Submission] = []
    told: list[str] = []
    for item in unpack(data, name):
        told += item.notes
        try:
            if item.refused:
                raise UserError(item.refused)
            found.append(submission_of(item.data, item.name, options))
        except UserError as error:
            told.append(error.sentence)
    if not found:
        raise UserError(told[0] if len(told) == 1 else f"“{name}”里没有读得了的文稿：{''.join(told)}")
    return Read(tuple(found), inside=True, told=tuple(told))


def submission_of(data: bytes, name: str, options: ReadOptions | None = None, worker: Worker | None = None) -> Submission:
    """Read the bytes of a file called `name`; what they are is told by themselves. Raises `UserError` that names the file.

    With `worker` that reads and repairs it; without, a process is started where a bad or a long file could hold up the program.
    """
    from app.importers.intake import ReadOptions
    from app.importers.readers import is_read_apart

    options = options or ReadOptions()
    if worker is not None:
        return _read_in(worker, data, name, options)
    if len(data) <= SMALL_BYTES and not is_read_apart(data):
        return replace(_read(options, data, name), data=data)
    from app.desk.worker import Worker

    with Worker() as own:
        return _read_in(own, data, name, options)


def _read_in(worker: Worker, data: bytes, name: str, options: ReadOptions) -> Submission:
    return replace(worker.read(partial(_read, options), data, name), data=data)


def _read(options: ReadOptions, data: bytes, name: str) -> Submission:
    """What is in a file, without its bytes: those need not come back from the process that reads them."""
    from app.importers.read import read_bytes, read_raw
    from app.importers.readers import read_document

    document = read_document(data, name)
    try:
        if document is not None:
            return Submission(name, b"", read_raw(document, name, options), document)
        if len(data) > LARGEST_INPUT_BYTES:
            raise UserError(f"有 {len(data) / 1_000_000:.0f} MB，太大，不像是简报文稿，请拆开后再试。")
        return Submission(name, b"", read_bytes(data, name, options))
    except UserError as error:
        raise UserError(f"“{name}”：{error.sentence}") from error


def pasted_submission(text: str, page: str, options: ReadOptions | None = None) -> Submission:
    """Read what was copied: the `page`, where it holds the words of the plain `text`, for its looks and tables; else the text."""
    from app.importers.intake import ReadOptions
    from app.importers.read import read_raw, read_text
    from app.importers.web.page import read_source, words_of

    options = options or ReadOptions()
    wanted, shown = Counter("".join(text.split())), Counter("".join(words_of(page).split()))
    if not wanted and not shown:
        raise UserError("剪贴板里没有文字，请先在来稿里复制，再回来粘贴。")
    if shown and (wanted & shown).total() >= wanted.total() * _SAME_WORDS:
        document = read_source(page, CLIPBOARD)
        return Submission(f"{CLIPBOARD}.html", page.encode(errors="replace"), read_raw(document, CLIPBOARD, options), document)
    return Submission(f"{CLIPBOARD}.txt", text.encode(), read_text(text, CLIPBOARD, options))


def open_issue(path: Path) -> Opened:
    """Open a .jianbao file. Raises `UserError` for one that is missing, broken, hostile or newer than this program."""
    from app.store.jianbao import load

    if path.suffix.lower() != ISSUE_SUFFIX and is_file(path):
        raise UserError(f"“{path.name}”不是 {ISSUE_SUFFIX} 文件，请先用 compose 把文稿排成一期简报。")
    return load(path)


def save_issue(issue: Issue, path: Path, submissions: Sequence[Submission] = ()) -> None:
    """Save as a .jianbao file in one step, with the submissions as they came.

    Raises `UserError`; then the file that was there stays as it was.
    """
    from app.store.jianbao import Original, save

    if path.suffix.lower() != ISSUE_SUFFIX:
        raise UserError(f"简报文件的名字要以 {ISSUE_SUFFIX} 结尾，不能存成“{path.name}”。")
    save(issue, path, originals=[Original(submission.name, submission.data) for submission in submissions])


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed by whoever started us
        raise UserError("没有标准输入可读，请直接给出文件名。")
    data = sys.stdin.buffer.read(LARGEST_INPUT_BYTES + 1)
    if len(data) > LARGEST_INPUT_BYTES:
        raise UserError("从标准输入读到的文字太多，不像是简报文稿，请拆开后再试。")
    return data


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("从标准输入读到的不是 UTF-8 文本，请转换编码，或者直接给出文件名。") from error
