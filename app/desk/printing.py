"""A layout and the wishes of a print room become the sides to print (M12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.publish import Task, pdf_info
from app.desk.shifts import FARTHEST_MM
from app.desk.unsigned import proof_head, stage_head
from app.errors import UserError
from app.layout.changes import Changes, change_bars
from app.layout.imposition import Printed, booklet, imposed, in_inks, moved, side_by_side
from app.layout.proof_sheets import head_line, proof_pages
from app.layout.sheet_marks import PT_PER_MM, marked
from app.records import dataclass

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout, Page
    from app.model.issue import Issue

PROOFS = ("一校", "二校", "三校", "送签")
"""The proofs that an office makes (M7)."""


class Arrangement(StrEnum):
    """How pages come onto sheets."""

    PAGES = "单页"
    BOOKLET = "A3 折页（骑马钉）"
    SIDE_BY_SIDE = "A3 并排两页"


class Ink(StrEnum):
    """What of it is printed: all, or for paper with the red printed before, or that red alone (套印)."""

    ALL = "全部"
    NO_RED = "不印红（套在预印的红头纸上）"
    RED_ALONE = "只印红"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What to print.

    `proof` says which proof it is (一校), "" for none; then line numbers stand beside the text, and bars beside what is in `changes`,
    those since an earlier proof. The shift moves everything right and down, mm, for paper that was printed before; `marks` are at the
    fold, `cuts` at the corners, on larger paper. `changed_only` leaves out the sheets that nothing of `changes` is on. `made_at` stands
    in a proof's head, None: now. `unsigned`: nobody has signed the issue, so that pages that are no proof say 清样 above the text.
    """

    arrangement: Arrangement = Arrangement.PAGES
    ink: Ink = Ink.ALL
    copies: int = 1
    shift_mm: tuple[float, float] = (0.0, 0.0)
    marks: bool = False
    cuts: bool = False
    proof: str = ""
    changes: Changes | None = None
    changed_only: bool = False
    made_at: datetime | None = None
    unsigned: bool = False

    @property
    def is_a3(self) -> bool:
        """Whether a sheet has two pages on each side."""
        return self.arrangement is not Arrangement.PAGES

    @property
    def paper(self) -> str:
        """A3 or A4: the sheet that is left when it is cut."""
        return "A3" if self.is_a3 else "A4"


def sides_to_print(layout: Layout, issue: Issue, faces: FaceSet, job: PrintJob) -> tuple[Page, ...]:
    """The sides in printing order. Raises `UserError`."""
    if max(map(abs, job.shift_mm)) > FARTHEST_MM:
        raise UserError(f"套印最多移 {FARTHEST_MM:.0f} 毫米。")
    red = issue.template.colours.red
    pages = list(layout.pages)
    if job.ink is Ink.NO_RED:
        pages = [in_inks(page, lambda colour: colour != red) for page in pages]
    elif job.ink is Ink.RED_ALONE:
        pages = [in_inks(page, lambda colour: colour == red, images=False) for page in pages]
    if job.proof:
        bars = {page.number: change_bars(layout, job.changes.stretches, page.number) for page in pages} if job.changes else {}
        pages = list(proof_pages(pages, issue.template, faces, proof_head(issue, job.proof, job.made_at or datetime.now()), bars))
    elif job.unsigned and job.ink is not Ink.RED_ALONE:  # red alone goes on the same sheets as the rest
        head = head_line(issue.template, faces, stage_head(issue, job.made_at or datetime.now()))
        pages = [page._replace(head=head) for page in pages]
    order = sides_of(job, len(pages))
    sides = [marked(side, folds=job.marks and bool(order), cuts=job.cuts) for side in (imposed(pages, order) if order else pages)]
    wanted = {sheet - 1 for sheet in sheets_to_print(job, len(pages))}
    if not wanted:
        raise UserError("和那一份清样比没有改动，没有要重印的。")
    right, down = job.shift_mm
    return tuple(moved(side, right * PT_PER_MM, down * PT_PER_MM) for at, side in enumerate(sides) if at // 2 in wanted)


def made_now(job: PrintJob) -> PrintJob:
    """The job with the time on the clock in its head."""
    return replace(job, made_at=datetime.now())


def sheets_to_print(job: PrintJob, pages: int) -> list[int]:
    """The sheets to print, from 1: all, or those that are not as they were, both sides of each."""
    now = sheets_of(job, pages)
    if job.changes is None or not job.changed_only:
        return list(range(1, len(now) + 1))
    before = sheets_of(job, job.changes.pages_before)
    changed = job.changes.pages
    return [number for number, sheet in enumerate(now, 1) if sheet not in before or any(changed.intersection(side) for side in sheet)]


def sheets_of(job: PrintJob, pages: int) -> list[tuple[tuple[int, ...], ...]]:
    """The pages on each side of each sheet, the last one's back where it has one."""
    sides: Sequence[tuple[int, ...]] = sides_of(job, pages) or [(page,) for page in range(1, pages + 1)]
    return [tuple(sides[at : at + 2]) for at in range(0, len(sides), 2)]


def sides_of(job: PrintJob, pages: int) -> tuple[tuple[int, int], ...]:
    """Which pages stand on each side; none where each page is a side."""
    if job.arrangement is Arrangement.BOOKLET:
        return booklet(pages)
    return side_by_side(pages) if job.arrangement is Arrangement.SIDE_BY_SIDE else ()


def publish_print(issue: Issue, layout: Layout, faces: FaceSet, job: PrintJob, path: Path, task: Task) -> int:
    """Write the sides as PDF; how many there are. Raises `UserError`."""
    from app.exporters.pdf.export import export_pdf

    if path.suffix.lower() != ".pdf":
        raise UserError("印刷用的文件要导出成 .pdf。")
    sides = sides_to_print(layout, issue, faces, job)
    export_pdf(Printed(sides), path, pdf_info(issue), lambda done, total: task.step("正在写出PDF", done / total))
    return len(sides)
