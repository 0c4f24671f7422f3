"""A DOCX and the pages it was written from become one sentence: how many lines LibreOffice breaks as our PDF does, and where not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app.desk.publish import Task, pdf_info
from app.errors import UserError
from app.exporters.measure.marked import Spot
from app.fonts.faceset import FaceSet
from app.layout.frames import Layout
from app.model.issue import Issue
from app.records import dataclass

if TYPE_CHECKING:
    from app.exporters.measure.compare import Alike

LARGEST_BYTES = 200_000_000
Outcome = Literal["same", "different", "no_office", "other_faces", "failed"]


@dataclass(frozen=True, slots=True)
class DocxCheck:
    """`same` of `total` lines are alike, 0 of 0 where nothing was compared; `spot` is the first place that differs."""

    outcome: Outcome
    sentence: str
    same: int = 0
    total: int = 0
    spot: Spot | None = None


def check_docx(path: Path, issue: Issue, layout: Layout, faces: FaceSet, task: Task) -> DocxCheck:
    """Let LibreOffice print a DOCX, and compare. Where it would set other faces, no comparison says anything, so there is none.

    Raises `Cancelled` alone: what LibreOffice can't do is an outcome, too.
    """
    try:
        return _checked(path, issue, layout, faces, task)
    except UserError as error:
        return DocxCheck("failed", error.sentence)


def _checked(path: Path, issue: Issue, layout: Layout, faces: FaceSet, task: Task) -> DocxCheck:
    from app.desk.files import read_file
    from app.desk.office import docx_to_pdf, find_office
    from app.exporters.measure.compare import alike
    from app.exporters.measure.marked import mark
    from app.exporters.measure.printed import read_printed
    from app.exporters.pdf.export import PdfSession

    others = dict.fromkeys(found.official for found in faces.substitutions if found.substituted)
    if others:
        return DocxCheck("other_faces", f"本机没有{'、'.join(others)}，DOCX 里写的是这些字体，用代替字体逐行比较没有意义，没有比。")
    office = find_office()
    if office is None:
        return DocxCheck("no_office", "本机没有 LibreOffice，没有核对；请在 WPS 或 Word 里打开看一下。")
    task.step("正在请 LibreOffice 打印 DOCX", 0.2)
    theirs = read_printed(docx_to_pdf(office, read_file(path, LARGEST_BYTES), task.cancelled))
    task.step("正在逐行比较", 0.9)
    ours = read_printed(PdfSession().export(layout, pdf_info(issue)))
    found = alike(mark(ours, issue, layout), theirs)
    used = set(map(_plain, theirs.fonts))
    roles = {_plain(face.postscript_name) for face in faces.faces.values()}
    strange = [name for name in ours.fonts if _plain(name) in roles - used]
    if strange and found.first is not None:  # equal lines are equal whatever the faces
        return DocxCheck("other_faces", f"LibreOffice 没有用{'、'.join(strange)}，换了别的字体，逐行比较没有意义。")
    return _told(found)


def _told(found: Alike) -> DocxCheck:
    if found.first is None:
        return DocxCheck("same", f"DOCX 与 PDF 逐行一致 {found.same}/{found.total}。", found.same, found.total)
    place = f"第 {found.first.page} 页“{found.ours or found.first.words}”"
    instead = f"，LibreOffice 里是“{found.theirs}”" if found.theirs else "，LibreOffice 里那里没有这一行" if found.ours else ""
    sentence = f"DOCX 与 PDF 逐行一致 {found.same}/{found.total}，头一处不同在{place}{instead}。"
    return DocxCheck("different", sentence, found.same, found.total, found.first)


def _plain(name: str) -> str:
    """A face's name without the marks that writers of PDF hang on it."""
    return "".join(char for char in name.casefold() if char.isalnum()).removesuffix("regular")
