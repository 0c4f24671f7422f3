"""What the sheets of 采用统计 have in common: rows in an order, none of them delivered, each known by all that it says."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import ClassVar

from app.desk.sheet import Cells, Draft, Sheet, plain, tight
from app.model.statistics import StatisticsRules
from app.proof.office import Office

_PARTS = re.compile(r"[、,，;；\n]+")
ALL = "全部"


class RuleSheet(Sheet[StatisticsRules]):
    """`names` are the heads that a file may name the columns by, beside those of the sheet."""

    ordered: ClassVar[bool] = True
    names: ClassVar[Mapping[str, int]] = {}

    def rows(self, rules: StatisticsRules) -> Iterable[Cells]:
        """The cells of each row."""
        raise NotImplementedError

    def drafts(self, lists: StatisticsRules, delivered: Office) -> tuple[Draft, ...]:
        """The rows in their order."""
        return tuple(Draft(cells, None, True, cells) for cells in self.rows(lists))

    def key(self, cells: Cells) -> Cells:
        """All that it says."""
        return cells

    def tidy(self, cells: Cells) -> Cells:
        """Without stray blanks."""
        return tuple(map(plain, cells))

    def double(self, at: int, others: Sequence[int], drafts: Sequence[Draft]) -> str:
        """Where the same one stands."""
        return f"和第 {others[0] + 1} 行一样，留一行就行。"

    def part(self, lists: StatisticsRules) -> Hashable:
        """Its rows."""
        return tuple(self.rows(lists))

    def from_parts(self, parts: Sequence[Sequence[str]]) -> list[Cells]:
        """By the heads where there are some, else as the columns stand."""
        count = len(self.heads)
        known = {**{tight(head): at for at, head in enumerate(self.heads)}, **self.names}
        heads = [known.get(tight(part), -1) for part in parts[0]] if parts else []
        if sum(head >= 0 for head in heads) >= min(2, count):
            rows = [_placed(row, heads, self.blank()) for row in parts[1:]]
        else:
            rows = [(*row, *self.blank()[len(row) :])[:count] for row in parts]
        tidied = [self.tidy(tuple(cells)) for cells in rows]
        return [cells for cells in tidied if cells != self.tidy(self.blank())]


def _placed(row: Sequence[str], heads: Sequence[int], blank: Cells) -> Cells:
    cells = list(blank)
    for part, head in zip(row, heads, strict=False):
        if head >= 0 and part.strip():
            cells[head] = part
    return tuple(cells)


def listed(cell: str) -> tuple[str, ...]:
    """What stands in a cell with 、 between, each once."""
    return tuple(dict.fromkeys(filter(None, map(tight, _PARTS.split(cell)))))
