"""A print job becomes the faces of its sheets, and the sentence that says how much paper it takes and where red is (M12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.desk.printing import Ink, PrintJob, sheets_of, sheets_to_print
from app.layout.imposition import BLANK, colours_of

if TYPE_CHECKING:
    from app.layout.frames import Layout
    from app.model.issue import Issue

_MOST_SIDES = 8


class Face(NamedTuple):
    """One face of a sheet, counted from 1: the pages that stand on it, left to right, and whether it carries red."""

    sheet: int
    back: bool
    pages: tuple[int, ...]
    red: bool

    @property
    def name(self) -> str:
        """第 1 张正面."""
        return f"第 {self.sheet} 张{'背面' if self.back else '正面'}"

    @property
    def order(self) -> str:
        """8-1: its pages as they lie, 白 for one that is not there."""
        return "-".join(str(page) if page != BLANK else "白" for page in self.pages)


def faces_of_sheets(layout: Layout, issue: Issue, job: PrintJob) -> list[Face]:
    """The faces to print, in printing order; red is where the issue has it, whatever ink is wished for."""
    pages, red = layout.pages, issue.template.colours.red
    red_pages = {page.number for page in pages if red in colours_of(page)}
    wanted = set(sheets_to_print(job, len(pages)))
    return [
        Face(number, bool(at), side, bool(red_pages.intersection(side)))
        for number, sheet in enumerate(sheets_of(job, len(pages)), 1)
        if number in wanted
        for at, side in enumerate(sheet)
    ]


def paper_words(layout: Layout, issue: Issue, job: PrintJob) -> str:
    """8 页 = 2 张 A3（双面），260 份 = 520 张。 and which sides carry red, and where blank pages are."""
    pages = len(layout.pages)
    sheets, printed = sheets_of(job, pages), sheets_to_print(job, pages)
    words = [f"{pages} 页 = {len(sheets)} 张 {job.paper}（双面），{job.copies} 份 = {len(printed) * job.copies} 张。"]
    if len(printed) < len(sheets):
        where = f"第 {numbers(sorted(job.changes.pages))} 页有改动，" if job.changes and job.changes.pages else ""
        some = f"要印的是第 {numbers(printed)} 张，{job.copies} 份 = {len(printed) * job.copies} 张。"
        words = [f"共 {len(sheets)} 张 {job.paper}（双面），{where}{some}"]
    blanks = blanks_of(job, pages)
    if blanks:
        words.append(f"末尾补 {blanks} 个空白面，没有页码。")
    faces = faces_of_sheets(layout, issue, job)
    if job.is_a3:
        shown = "，".join(face.order for face in faces[:_MOST_SIDES])
        words.append(f"各面的页：{shown}{'……' if len(faces) > _MOST_SIDES else ''}。")
    red = "、".join(red_faces(faces))
    if red:
        words.append(f"红头纸放在{red}。" if job.ink is Ink.NO_RED else f"有红色的是{red}。")
    return "".join(words)


def blanks_of(job: PrintJob, pages: int) -> int:
    """How many places of the sheets hold no page."""
    return sum(page == BLANK for sheet in sheets_of(job, pages) for side in sheet for page in side)


def red_faces(faces: Iterable[Face]) -> list[str]:
    """第 1 张正面: the names of those that carry red."""
    return [face.name for face in faces if face.red]


def numbers(wanted: Sequence[int]) -> str:
    """1-2、4: numbers in order, runs of them together."""
    runs: list[list[int]] = []
    for number in wanted:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
