"""The units as a sheet: full name, short forms, and forms that are not used any more; the office's own rows over the delivered ones."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from app.desk.office_lists import delivered_units
from app.desk.sheet import Cells, Draft, Sheet, switched, tight
from app.model.office_lists import Kind, OfficeLists, UnitRow
from app.proof.office import Office

_PARTS = re.compile(r"[、,，;；/\n]+")
_LONGEST, _LONGEST_CELL = 100, 400
_HEADS = {
    "全称": 0,
    "单位全称": 0,
    "单位": 0,
    "单位名称": 0,
    "名称": 0,
    "规范简称": 1,
    "简称": 1,
    "旧称": 2,
    "旧称、其他写法": 2,
    "原名称": 2,
}


class UnitSheet(Sheet[OfficeLists]):
    """Cells: full name, short forms and other forms with 、 between them."""

    name: ClassVar[str] = "单位"
    heads: ClassVar[Cells] = ("全称", "规范简称", "旧称、其他写法")

    def drafts(self, lists: OfficeLists, delivered: Office) -> tuple[Draft, ...]:
        """The office's own units first, each over the delivered one of its name."""
        below = {row.name: _cells(row) for row in delivered_units(delivered)}
        own = {row.name: _cells(row) for row in lists.units}
        off = {name for kind, name in lists.silenced if kind is Kind.UNIT}
        return (
            *(Draft(cells, below.get(name), name not in off, cells) for name, cells in own.items()),
            *(Draft(cells, cells, name not in off, cells) for name, cells in below.items() if name not in own),
        )

    def taken(self, lists: OfficeLists, drafts: Sequence[Draft]) -> OfficeLists:
        """The lists with these units; a delivered one that is as it came is none of the office's."""
        standing = [draft for draft in drafts if draft.kept is not None]
        units = tuple(_row(draft.kept) for draft in standing if draft.kept and draft.kept != draft.below)
        on = {(Kind.UNIT, draft.kept[0]): draft.on for draft in standing if draft.kept}
        return replace(lists, units=units, silenced=switched(lists.silenced, on))

    def tidy(self, cells: Cells) -> Cells:
        """Forms parted by 、 however they were parted."""
        return tight(cells[0]), *("、".join(_listed(cell)) for cell in cells[1:])

    def key(self, cells: Cells) -> Cells:
        """The full name."""
        return cells[:1]

    def blank(self) -> Cells:
        """Nothing."""
        return "", "", ""

    def faults(self, drafts: Sequence[Draft]) -> list[str]:
        """What is wrong with a name, or would mark right ones."""
        right = {form: draft.cells[0] for draft in drafts if draft.on for form in (draft.cells[0], *_listed(draft.cells[1])) if form}
        return ["" if draft.delivered else _fault(draft.cells, right) for draft in drafts]

    def double(self, at: int, others: Sequence[int], drafts: Sequence[Draft]) -> str:
        """Where the same one stands."""
        if any(drafts[other].delivered for other in others):
            return "自带的表里已经有这个单位，删去这一行，直接改那一行。"
        return "这个单位已经有一行了，合成一行。"

    def part(self, lists: OfficeLists) -> Hashable:
        """The own units, and which are off."""
        return frozenset(lists.units), frozenset(key for key in lists.silenced if key[0] is Kind.UNIT)

    def from_parts(self, parts: Sequence[Sequence[str]]) -> list[Cells]:
        """By the heads where there are some, else as the columns stand."""
        heads = [_HEADS.get(tight(part), -1) for part in parts[0]] if parts else []
        rows = [by_heads(row, heads, 3) for row in parts[1:]] if 0 in heads else [tuple((*row, "", "", "")[:3]) for row in parts]
        return [cells for row in rows if any(cells := self.tidy(row))]


def by_heads(row: Sequence[str], heads: Sequence[int], count: int) -> Cells:
    """The cells of a row whose columns stand as their heads say."""
    cells = [""] * count
    for part, head in zip(row, heads, strict=False):
        if head >= 0:
            cells[head] = cells[head] or part
    return tuple(cells)


def _fault(cells: Cells, right: Mapping[str, str]) -> str:
    name, short, former = cells[0], _listed(cells[1]), _listed(cells[2])
    if not name:
        return "写上单位的全称。"
    lone = next((form for form in (name, *short, *former) if len(form) < 2), None)
    if lone is not None:
        return f"“{lone}”只有一个字，会到处误报。"
    if len(name) > _LONGEST or max(len(cells[1]), len(cells[2])) > _LONGEST_CELL:
        return "写得太长了，一行写一个单位，几种写法用顿号隔开。"
    twice = next((form for form in former if form == name or form in short), None) or next((form for form in short if form == name), None)
    if twice is not None:
        return f"“{twice}”写了两处，只能算一种。"
    wrong = next((form for form in former if right.get(form, name) != name), None)
    if wrong is not None:
        return f"“{wrong}”是“{right[wrong]}”现在的名称，会把对的标成错的。"
    return ""


def _cells(row: UnitRow) -> Cells:
    return row.name, "、".join(row.short), "、".join(row.former)


def _row(cells: Cells) -> UnitRow:
    return UnitRow(cells[0], _listed(cells[1]), _listed(cells[2]))


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(tight, _PARTS.split(cell)))))
