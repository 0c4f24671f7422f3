"""Who gets how many copies of an issue, as values: 分发单 (M14)."""

from __future__ import annotations

from collections.abc import Iterable

from app.records import dataclass

EXTRA = "增发"
"""The label of a recipients' line, and the group of its bodies, that an issue has for itself alone (本期增发)."""
EXTRA_LABELS = ("本期增发", EXTRA)
MOST_COPIES = 100_000


@dataclass(frozen=True, slots=True)
class Portion:
    """What one body gets. `group` is 报, 送, 发, 增发, or what the office adds: 存档, 备用."""

    group: str
    name: str
    copies: int = 1
    note: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """By what it is known in a list."""
        return self.group, self.name


def total(portions: Iterable[Portion]) -> int:
    """How many copies they take."""
    return sum(portion.copies for portion in portions)
