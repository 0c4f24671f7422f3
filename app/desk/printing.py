"""A layout and the wishes of a print room become the sides to print, and the sentence that says how much paper they take (M12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.publish import Task, pdf_info
from app.errors import UserError
from app.layout.changes import Changes, change_bars
from app.layout.imposition import BLANK, Printed, booklet, colours_of, imposed, in_inks, moved, side_by_side
from app.layout.proof_sheets import proof_pages
from app.model.codec import issue_to_json

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout, Page
    from app.model.issue import Issue

PROOFS = ("一校", "二校", "三校", "送签")
"""The proofs that an office makes (M7)."""
_PT_PER_MM = 72 / 25.4
_FARTHEST_MM = 20.0
_MOST_SIDES = 8


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
    fold. `changed_only` leaves out the sheets that nothing of `changes` is on. `made_at` stands in a proof's head, None: now.
    """

    arrangement: Arrangement = Arrangement.PAGES
    ink: Ink = Ink.ALL
    copies: int = 1
    shift_mm: tuple[float, float] = (0.0, 0.0)
    marks: bool = False
    proof: str = ""
    changes: Changes | None = None
    changed_only: bool = False
    made_at: datetime | None = None

    @property
    def is_a3(self) -> bool:
        """Whether a sheet has two pages on each side."""
        return self.arrangement is not Arrangement.PAGES


def sides_to_print(layout: Layout, issue: Issue, faces: FaceSet, job: PrintJob) -> tuple[Page, ...]:
    """The sides in printing order. Raises `UserError`."""
    if max(map(abs, job.shift_mm)) > _FARTHEST_MM:
        raise UserError(f"套印最多移 {_FARTHEST_MM:.0f} 毫米。")
    red = issue.template.colours.red
    pages = list(layout.pages)
    if job.ink is Ink.NO_RED:
        pages = [in_inks(page, lambda colour: colour != red) for page in pages]
    elif job.ink is Ink.RED_ALONE:
        pages = [in_inks(page, lambda colour: colour == red, images=False) for page in pages]
    if job.proof:
        bars = {page.number: change_bars(layout, job.changes.stretches, page.number) for page in pages} if job.changes else {}
        pages = list(proof_pages(pages, issue.template, faces, proof_head(issue, job.proof, job.made_at or datetime.now()), bars))
    order = sides_of(job, len(pages))
    sides = imposed(pages, order, marks=job.marks) if order else tuple(pages)
    wanted = {sheet - 1 for sheet in sheets_to_print(job, len(pages))}
    if not wanted:
        raise UserError("和那一份清样比没有改动，没有要重印的。")
    right, down = job.shift_mm
    return tuple(moved(side, right * _PT_PER_MM, down * _PT_PER_MM) for at, side in enumerate(sides) if at // 2 in wanted)


def made_now(job: PrintJob) -> PrintJob:
    """The job with the time on the clock in its head."""
    return replace(job, made_at=datetime.now())


def sheets_to_print(job: PrintJob, pages: int) -> list[int]:
    """The sheets to print, from 1: all, or those that are not as they were, both sides of each."""
    now = _sheets(job, pages)
    if job.changes is None or not job.changed_only:
        return list(range(1, len(now) + 1))
    before = _sheets(job, job.changes.pages_before)
    changed = job.changes.pages
    return [number for number, sheet in enumerate(now, 1) if sheet not in before or any(changed.intersection(side) for side in sheet)]


def _sheets(job: PrintJob, pages: int) -> list[tuple[tuple[int, ...], ...]]:
    """The pages on each side of each sheet, the last one's back where it has one."""
    sides: Sequence[tuple[int, ...]] = sides_of(job, pages) or [(page,) for page in range(1, pages + 1)]
    return [tuple(sides[at : at + 2]) for at in range(0, len(sides), 2)]


def proof_head(issue: Issue, proof: str, now: datetime) -> str:
    """清样·二校　3月8日 15:20　a3f9: which proof, when, and a mark by which equal versions are known."""
    return f"清样·{proof}　{now.month}月{now.day}日 {now:%H:%M}　{version_mark(issue)}"


def version_mark(issue: Issue) -> str:
    """Four hex digits by which equal versions are known."""
    return sha256(issue_to_json(issue).encode()).hexdigest()[:4]


def sides_of(job: PrintJob, pages: int) -> tuple[tuple[int, int], ...]:
    """Which pages stand on each side; none where each page is a side."""
    if job.arrangement is Arrangement.BOOKLET:
        return booklet(pages)
    return side_by_side(pages) if job.arrangement is Arrangement.SIDE_BY_SIDE else ()


def paper_words(layout: Layout, issue: Issue, job: PrintJob) -> str:
    """8 页 = 2 张 A3（双面），260 份 = 520 张。 and which sides carry red, and where blank pages are."""
    pages = len(layout.pages)
    order = sides_of(job, pages)
    every, printed = len(_sheets(job, pages)), sheets_to_print(job, pages)
    size = "A3" if job.is_a3 else "A4"
    words = [f"{pages} 页 = {every} 张 {size}（双面），{job.copies} 份 = {len(printed) * job.copies} 张。"]
    if len(printed) < every:
        where = f"第 {_numbers(sorted(job.changes.pages))} 页有改动，" if job.changes and job.changes.pages else ""
        some = f"要印的是第 {_numbers(printed)} 张，{job.copies} 份 = {len(printed) * job.copies} 张。"
        words = [f"共 {every} 张 {size}（双面），{where}{some}"]
    blanks = sum(page == BLANK for side in order for page in side)
    if blanks:
        words.append(f"末尾补 {blanks} 个空白面，没有页码。")
    if order:
        shown = "，".join("-".join(str(page) if page != BLANK else "白" for page in side) for side in order[:_MOST_SIDES])
        words.append(f"各面的页：{shown}{'……' if len(order) > _MOST_SIDES else ''}。")
    red = [name for name in _red_sides(layout.pages, issue, order) if job.ink is not Ink.NO_RED]
    if red:
        words.append(f"有红色的是{'、'.join(red)}。")
    return "".join(words)


def publish_print(issue: Issue, layout: Layout, faces: FaceSet, job: PrintJob, path: Path, task: Task) -> int:
    """Write the sides as PDF; how many there are. Raises `UserError`."""
    from app.exporters.pdf.export import export_pdf

    if path.suffix.lower() != ".pdf":
        raise UserError("印刷用的文件要导出成 .pdf。")
    sides = sides_to_print(layout, issue, faces, job)
    export_pdf(Printed(sides), path, pdf_info(issue), lambda done, total: task.step("正在写出PDF", done / total))
    return len(sides)


def _numbers(numbers: Sequence[int]) -> str:
    """1-2、4: numbers in order, runs of them together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _red_sides(pages: Sequence[Page], issue: Issue, order: Sequence[tuple[int, int]]) -> Iterator[str]:
    """第 1 张正面: the sides that carry red."""
    red = {page.number for page in pages if issue.template.colours.red in colours_of(page)}
    sides: Sequence[tuple[int, ...]] = order or [(page.number,) for page in pages]
    for number, side in enumerate(sides):
        if red.intersection(side):
            yield f"第 {number // 2 + 1} 张{'背面' if number % 2 else '正面'}"
