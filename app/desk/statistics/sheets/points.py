"""The points as a sheet: for which bulletin, for which kind, how many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from app.desk.sheet import Cells, Draft, plain
from app.desk.statistics.figures import read_figure, written
from app.desk.statistics.sheets.rows import ALL, RuleSheet
from app.model.statistics import Kind, PointRow, StatisticsRules
from app.store.library.schema import LONGEST_UNIT

_KINDS = {str(kind): str(kind) for kind in Kind}
_MOST = 10_000


class PointSheet(RuleSheet):
    """Cells: bulletin ("" for all), kind, points."""

    name: ClassVar[str] = "分值"
    heads: ClassVar[Cells] = ("刊物、载体", "方式", "每条分值")
    names: ClassVar[Mapping[str, int]] = {"刊物": 0, "载体": 0, "采用方式": 1, "分值": 2, "得分": 2, "分": 2}

    def rows(self, rules: StatisticsRules) -> Iterable[Cells]:
        """A row for each."""
        return ((row.venue, str(row.kind), written(row.points)) for row in rules.points)

    def taken(self, lists: StatisticsRules, drafts: Sequence[Draft]) -> StatisticsRules:
        """The rules with these points."""
        return replace(lists, points=tuple(_row(draft.kept) for draft in drafts if draft.kept))

    def tidy(self, cells: Cells) -> Cells:
        """全部 is said by nothing; a figure as it is read."""
        venue, kind, points = map(plain, cells)
        found = read_figure(points)
        return "" if venue == ALL else venue, kind, written(found) if found is not None else points

    def key(self, cells: Cells) -> Cells:
        """Bulletin and kind."""
        return cells[:2]

    def blank(self) -> Cells:
        """For all bulletins."""
        return "", str(Kind.SOLE), ""

    def shown(self, cells: Cells) -> Cells:
        """With 全部 in its place."""
        return cells[0] or ALL, *cells[1:]

    def choices(self, cells: Cells, column: int) -> Mapping[str, str]:
        """The kinds."""
        return _KINDS if column == 1 else {}

    def title(self, cells: Cells) -> str:
        """Bulletin and kind."""
        return f"{cells[0] or ALL}：{cells[1]}"

    def faults(self, drafts: Sequence[Draft]) -> list[str]:
        """What can't be counted."""
        return [_fault(draft.cells) for draft in drafts]

    def double(self, at: int, others: Sequence[int], drafts: Sequence[Draft]) -> str:
        """Where the same one stands."""
        return f"第 {others[0] + 1} 行已经定了这一种的分值，留一行就行。"


def _fault(cells: Cells) -> str:
    points = read_figure(cells[2])
    if cells[1] not in _KINDS:
        return f"方式要写{'、'.join(_KINDS)}中的一种。"
    if points is None:
        return "分值要写数字，例如 5、1.5 或 1/3。"
    if not 0 <= points <= _MOST:
        return f"分值要在 0 到 {_MOST} 之间。"
    return "刊物名称太长了。" if len(cells[0]) > LONGEST_UNIT else ""


def _row(cells: Cells) -> PointRow:
    points = read_figure(cells[2])
    assert points is not None
    return PointRow(cells[0], Kind(cells[1]), points)
