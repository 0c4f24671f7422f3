"""The units in their groups as a sheet: group, unit, what it is called as well, how many it owes each month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from app.desk.sheet import Cells, Draft, plain, tight
from app.desk.statistics.sheets.rows import RuleSheet, listed
from app.model.statistics import Member, StatisticsRules
from app.store.library.schema import LONGEST_UNIT

EACH = "全组"
"""In the place of a unit: what is said here is said of each unit of the group."""
UNGROUPED = "未分组"
"""The group into which units are put that the office has not placed yet."""
_QUOTA = re.compile(r"\d{1,4}")
_LONGEST_ALIASES, _MOST = 1000, 1000


class MemberSheet(RuleSheet):
    """Cells: group, unit or 全组, other names with 、 between, quota."""

    name: ClassVar[str] = "单位分组"
    heads: ClassVar[Cells] = ("组", "单位", "也叫", "每月任务")
    names: ClassVar[Mapping[str, int]] = {"组别": 0, "分组": 0, "类别": 0, "单位名称": 1, "别名": 2, "简称": 2, "任务": 3, "任务数": 3}

    def rows(self, rules: StatisticsRules) -> Iterable[Cells]:
        """A row for each."""
        for one in rules.members:
            yield one.group, one.unit or EACH, "、".join(one.aliases), "" if one.quota is None else str(one.quota)

    def taken(self, lists: StatisticsRules, drafts: Sequence[Draft]) -> StatisticsRules:
        """The rules with these groups."""
        return replace(lists, members=tuple(_member(draft.kept) for draft in drafts if draft.kept))

    def tidy(self, cells: Cells) -> Cells:
        """Names without blanks, other names parted by 、."""
        return plain(cells[0]), tight(cells[1]), "、".join(listed(cells[2])), tight(cells[3])

    def key(self, cells: Cells) -> Cells:
        """The unit; what is said of all of a group by the group."""
        return (EACH, cells[0]) if cells[1] == EACH else (cells[1],)

    def blank(self) -> Cells:
        """Nothing."""
        return "", "", "", ""

    def title(self, cells: Cells) -> str:
        """The unit."""
        return cells[1]

    def faults(self, drafts: Sequence[Draft]) -> list[str]:
        """What is missing, and names that two units have."""
        units = {draft.cells[1] for draft in drafts}
        owners: dict[str, str] = {}
        for draft in drafts:
            for alias in listed(draft.cells[2]):
                owners.setdefault(alias, draft.cells[1])
        return [_fault(draft.cells, units, owners) for draft in drafts]

    def double(self, at: int, others: Sequence[int], drafts: Sequence[Draft]) -> str:
        """Where the same one stands."""
        return f"第 {others[0] + 1} 行已经有这个单位，一个单位只能在一组里。"

    def from_parts(self, parts: Sequence[Sequence[str]]) -> list[Cells]:
        """A group that is written once, above its units, goes for all of them; a list in one column holds units."""
        if parts and all(len(row) == 1 for row in parts):
            parts = [("", row[0]) for row in parts]
        found: list[Cells] = []
        for cells in super().from_parts(parts):
            found.append((cells[0] or (found[-1][0] if found else ""), *cells[1:]))
        return found


def with_units(rules: StatisticsRules, units: Sequence[str]) -> StatisticsRules:
    """The rules with these units behind the others, in a group of those that are to be placed."""
    known = {one.unit for one in rules.members}
    return replace(rules, members=(*rules.members, *(Member(UNGROUPED, unit) for unit in units if unit not in known)))


def _fault(cells: Cells, units: set[str], owners: Mapping[str, str]) -> str:
    group, unit, aliases, quota = cells
    if not group:
        return "写上组名，例如 县市区、市直、企业。"
    if not unit:
        return f"写上单位；这一组每个单位的任务写在单位是“{EACH}”的一行。"
    if quota and not (_QUOTA.fullmatch(quota) and int(quota) <= _MOST):
        return "任务写每月几条，例如 4；没有任务就不写。"
    if max(len(group), len(unit)) > LONGEST_UNIT or len(aliases) > _LONGEST_ALIASES:
        return "写得太长了。"
    for alias in listed(aliases):
        if alias in units and alias != unit:
            return f"“{alias}”自己有一行，不能又算作“{unit}”。"
        if owners.get(alias, unit) != unit:
            return f"“{alias}”已经算作“{owners[alias]}”。"
    return ""


def _member(cells: Cells) -> Member:
    unit = "" if cells[1] == EACH else cells[1]
    return Member(cells[0], unit, listed(cells[2]) if unit else (), int(cells[3]) if cells[3] else None)
