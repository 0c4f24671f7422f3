"""What each of the office's lists says of itself in the window, and how wide its columns are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.desk.leader_sheet import LeaderSheet
from app.desk.sheet import Cells, Draft, Sheet
from app.desk.unit_sheet import UnitSheet
from app.desk.wording_sheet import WordingSheet
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Adding:
    """A button that adds a row: its words, the cells of the row, the column in which writing begins."""

    words: str
    cells: Cells
    column: int


@dataclass(frozen=True, slots=True)
class SheetLook:
    """`widths` of the columns but the last, which takes the room that is left; `counted` says how many rows there are."""

    sheet: Sheet[Any]
    lead: str
    empty: str
    pasting: str
    adding: tuple[Adding, ...]
    widths: tuple[int, ...]
    counted: Callable[[tuple[Draft, ...]], str]


def _leaders(drafts: tuple[Draft, ...]) -> str:
    names = {draft.cells[0] for draft in drafts if draft.kept is not None}
    return f"共 {len(names)} 位。" if names else ""


def _rows(drafts: tuple[Draft, ...]) -> str:
    own = sum(draft.kept is not None and draft.kept != draft.below for draft in drafts)
    delivered, off = sum(draft.below is not None for draft in drafts), sum(not draft.on for draft in drafts)
    told = [f"自带 {delivered} 条", f"本单位的 {own} 条", *([f"不用的 {off} 条"] if off else [])]
    return "，".join(told) + "。"


_WORDING = WordingSheet()

LOOKS = (
    SheetLook(
        LeaderSheet(),
        "领导的姓名、职务写错了会提示。从上到下就是排名次序；兼任几个职务的可以写成几行，任职日期不写就是一直有效。",
        "名单还是空的。\n点“添加”一位一位写，或者在 Excel、Word 里复制名单，到这里粘贴。",
        "一行一位：“姓名　职务”或“职务　姓名”都认得",
        (Adding("添加", LeaderSheet().blank(), 1),),
        (56, 120, 280, 110, 110),
        _leaders,
    ),
    SheetLook(
        UnitSheet(),
        "第一次出现用全称，后面可以用规范简称；遇到旧称、其他写法会提示改成全称。几种写法用顿号隔开。自带的可以改，也可以不用。",
        "没有这样的单位。",
        "各栏依次是全称、规范简称、旧称",
        (Adding("添加", UnitSheet().blank(), 1),),
        (44, 250, 200, 270),
        _rows,
    ),
    SheetLook(
        _WORDING,
        "“词语”遇到左栏的写法，提示改成右栏；“提法”写上完整的全称（会议、文件、固定表述），写错、漏字就提示。自带的可以改，也可以不用。",
        "没有这样的词语。",
        "各栏依次是不写、应写；只有一栏的当作提法",
        (Adding("添加词语", _WORDING.blank(), 2), Adding("添加提法", _WORDING.blank_phrase(), 3)),
        (44, 84, 180, 290, 84, 170),
        _rows,
    ),
)
"""The lists in the order of their tabs."""
