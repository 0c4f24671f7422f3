"""A path, or standard input, becomes a text that was read, or an issue that was opened."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.files import LARGEST_INPUT_BYTES, read_file
from app.errors import UserError
from app.paths import is_file

if TYPE_CHECKING:
    from app.importers.read import Intake, ReadOptions
    from app.model.issue import Issue
    from app.store.jianbao import Opened

ISSUE_SUFFIX = ".jianbao"
STANDARD_INPUT = "-"

_NOT_YET = {
    ".docx": " Word 文档",
    ".docm": " Word 文档",
    ".doc": " Word 文档",
    ".wps": " WPS 文档",
    ".rtf": " RTF 文档",
    ".pdf": " PDF 文件",
    ".ofd": " OFD 文件",
    ".html": "网页",
    ".htm": "网页",
}


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission as it came, and what was read of it."""

    name: str
    data: bytes
    intake: Intake


def read_submission(name: str, options: ReadOptions | None = None) -> Submission:
    """Read a text file, an issue as text, or UTF-8 text from standard input for "-". Raises `UserError`."""
    from app.importers.read import ReadOptions, read_bytes, read_text

    options = options or ReadOptions()
    if name == STANDARD_INPUT:
        data = _standard_input()
        return Submission("标准输入.txt", data, read_text(_utf8(data), "", options))
    path = Path(name)
    suffix = path.suffix.lower()
    if suffix == ISSUE_SUFFIX:
        from app.exporters.text import export_text

        text = export_text(open_issue(path).issue)
        return Submission(path.name, text.encode(), read_text(text, path.name, options))
    data = read_file(path)
    if kind := unreadable_kind(path):
        raise UserError(f"“{path.name}”是{kind}，现在只能读纯文本，请复制其中的文字粘贴进来，或另存为 .txt。")
    try:
        return Submission(path.name, data, read_bytes(data, path.name, options))
    except UserError as error:
        raise UserError(f"“{path.name}”：{error.sentence}") from error


def unreadable_kind(path: Path) -> str:
    """What a file is that another program has to open: Word 文档, PDF 文件; "" for a file that can be read here or is not known."""
    return _NOT_YET.get(path.suffix.lower(), "")


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
