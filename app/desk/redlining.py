"""Two versions of an issue become a 花脸稿: pages on which what went is struck through and what came is underlined."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.publish import PAGED, export_suffix, publish_layout
from app.edit.redline import Redlined, redline_of
from app.errors import UserError
from app.layout.engine import lay_out

if TYPE_CHECKING:
    from app.desk.publish import Published, Task
    from app.fonts.faceset import FaceSet
    from app.model.issue import Issue


def publish_redline(old: Issue, new: Issue, path: Path, faces: FaceSet, task: Task) -> tuple[Published, int]:
    """Write the 花脸稿 of `new` against `old` as PDF or DOCX; how many blocks changed. Raises `UserError`."""
    suffix = export_suffix(path)
    if suffix not in PAGED:
        raise UserError("花脸稿要导出成 .pdf 或 .docx。")
    found = compared(old, new)
    layout = lay_out(found.issue, faces, found.redline)
    return publish_layout(found.issue, layout, path, faces, final=True, task=task), found.changed


def compared(old: Issue, new: Issue) -> Redlined:
    """The two versions in one. Raises `UserError` where they are not of one issue, or equal."""
    if old.key != new.key and old.key and new.key:
        raise UserError("这两份不是同一期简报，不能做花脸稿。")
    found = redline_of(old, new)
    if not found.changed:
        raise UserError("这两份的文字完全一样，没有改动。")
    return found
