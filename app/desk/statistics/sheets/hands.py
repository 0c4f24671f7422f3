"""The lines by hand as a sheet: what higher offices used, remarks of leaders, 约稿, and what came without a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from app.desk.keys import new_id
from app.desk.sheet import Cells, Draft, plain, tight
from app.desk.statistics import months
from app.desk.statistics.figures import read_figure, written
from app.desk.statistics.sheets.rows import RuleSheet
from app.model.statistics import HandLine, Kind, Line, StatisticsRules
from app.store.library.schema import LONGEST_UNIT

_KINDS = {str(kind): str(kind) for kind in Kind}
_COUNT = re.compile(r"-?\d{1,5}")
_MOST, _MOST_POINTS, _LONGEST = 10_000, 100_000, 500


class HandSheet(RuleSheet):
    """Cells: month, unit, kind, place, title, how many, points ("" by the table), note."""

    name: ClassVar[str] = "手工登记"
    heads: ClassVar[Cells] = ("月份", "单位", "方式", "刊物、载体", "标题", "条数", "总分", "说明")
    names: ClassVar[Mapping[str, int]] = {
        "日期": 0,
        "单位名称": 1,
        "采用方式": 2,
        "刊物": 3,
        "载体": 3,
        "题目": 4,
        "得分": 6,
        "分值": 6,
        "备注": 7,
    }

    def rows(self, rules: StatisticsRules) -> Iterable[Cells]:
        """A row for each."""
        return map(_cells, rules.hands)

    def taken(self, lists: StatisticsRules, drafts: Sequence[Draft]) -> StatisticsRules:
        """The rules with these lines."""
        return replace(lists, hands=_known(lists.hands, [draft.kept for draft in drafts if draft.kept]))

    def tidy(self, cells: Cells) -> Cells:
        """A month as 2026-03, a figure as it is read."""
        month, unit, kind, venue, title, count, points, note = map(plain, cells)
        found = read_figure(points)
        return (
            months.read_month(month) or month,
            tight(unit),
            kind,
            venue,
            title,
            count or "1",
            written(found) if found is not None else points,
            note,
        )

    def blank(self) -> Cells:
        """One that a higher office used."""
        return "", "", str(Kind.HIGHER), "", "", "1", "", ""

    def choices(self, cells: Cells, column: int) -> Mapping[str, str]:
        """The kinds."""
        return _KINDS if column == 2 else {}

    def title(self, cells: Cells) -> str:
        """Unit and title."""
        return cells[4] or f"{cells[1]}：{cells[2]}"

    def faults(self, drafts: Sequence[Draft]) -> list[str]:
        """What can't be counted."""
        return [_fault(draft.cells) for draft in drafts]

    def double(self, at: int, others: Sequence[int], drafts: Sequence[Draft]) -> str:
        """Where the same one stands."""
        return f"和第 {others[0] + 1} 行一样；真有两条的话，条数写 2，或者在说明里分开。"


def noted(rules: StatisticsRules, line: Line, kind: Kind, month: str) -> StatisticsRules:
    """The rules with an extra that the text of a line got, in a month; the same rules where it is written down already."""
    cells = HandSheet().tidy((month, line.unit, str(kind), "", line.title, "1", "", line.label))
    return rules if cells in map(_cells, rules.hands) else replace(rules, hands=(*rules.hands, _line(cells, new_id())))


def _fault(cells: Cells) -> str:
    month, unit, kind, venue, title, count, points, note = cells
    if not months.MONTH.fullmatch(month):
        return "写上月份，例如 2026-03。"
    if not unit:
        return "写上单位。"
    if kind not in _KINDS:
        return f"方式要写{'、'.join(_KINDS)}中的一种。"
    if not _COUNT.fullmatch(count) or abs(int(count)) > _MOST:
        return "条数要写整数。"
    if points and ((found := read_figure(points)) is None or abs(found) > _MOST_POINTS):
        return "总分要写数字；不写就按分值表算。"
    if max(len(unit), len(venue)) > LONGEST_UNIT or max(len(title), len(note)) > _LONGEST:
        return "写得太长了。"
    return ""


def _cells(one: HandLine) -> Cells:
    points = "" if one.points is None else written(one.points)
    return one.month, one.unit, str(one.kind), one.venue, one.title, str(one.count), points, one.note


def _known(before: Sequence[HandLine], found: Sequence[Cells]) -> tuple[HandLine, ...]:
    """The lines that stand on the sheet, each under the id that it had: one that says the same, else the next that was changed."""
    same: dict[Cells, list[str]] = {}
    for one in before:
        same.setdefault(_cells(one), []).append(one.id)
    ids = [same[cells].pop(0) if same.get(cells) else None for cells in found]
    left = iter([one.id for one in before if one.id in same[_cells(one)]])
    return tuple(_line(cells, (next(left, "") or new_id()) if own is None else own) for cells, own in zip(found, ids, strict=True))


def _line(cells: Cells, own: str) -> HandLine:
    month, unit, kind, venue, title, count, points, note = cells
    return HandLine(own, month, unit, Kind(kind), venue, title, int(count), read_figure(points) if points else None, note)
