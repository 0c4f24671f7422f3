"""Every rule of the proofreading becomes a row in its group, at the level that is delivered and at that which the office set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.model.office_lists import OFF, OfficeLists
from app.proof.finding import LEVEL_WORDS
from app.proof.page_rules import PAGE_RULES
from app.proof.rules import RULES
from app.records import dataclass

LEVEL_CHOICES: dict[str, str] = {**{str(level): word for level, word in LEVEL_WORDS.items()}, OFF: "不查"}
"""The levels in words, the surest first."""
_GROUPS: dict[str, tuple[str, ...]] = {
    "错别字和用词": ("word",),
    "固定提法": ("phrase",),
    "标点": ("mark", "half", "pair", "pause", "dots", "dash", "range"),
    "日期和时间": ("date",),
    "数字、百分数和单位": ("number", "percent", "rate", "sum", "measure", "unit.forbidden", "unit.old"),
    "序数和层次": ("ordinal",),
    "书名号和发文字号": ("work",),
    "人名和职务": ("name",),
    "单位名称": ("unit", "short"),
    "来稿口气": ("voice",),
    "号码和隐私": ("private",),
    "目录": ("contents",),
    "期号、日期、报送": ("issue",),
    "残留和空格": ("left",),
    "版面": ("page",),
}
"""Groups in the order of the list: ids, or what ids begin with."""
_OTHER = "其他"


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as the clerk sees it; `delivered` and `level` are keys of `LEVEL_CHOICES`."""

    id: str
    name: str
    source: str
    group: str
    delivered: str
    level: str

    @property
    def changed(self) -> bool:
        """Whether the office set another level."""
        return self.level != self.delivered


def rule_rows(levels: Mapping[str, str]) -> tuple[RuleRow, ...]:
    """All rules, group by group, in the order in which they are read."""
    rows = []
    for rule in (*RULES, *PAGE_RULES):
        about, delivered = rule.about, str(rule.about.level)
        level = levels.get(about.id, delivered)
        known = level if level in LEVEL_CHOICES else delivered
        rows.append(RuleRow(about.id, about.name, about.basis, group_of(about.id), delivered, known))
    order = {group: at for at, group in enumerate((*_GROUPS, _OTHER))}
    return tuple(sorted(rows, key=lambda row: order[row.group]))


def group_of(rule: str) -> str:
    """The group of a rule; one of a new kind stands under 其他."""
    by_id = {key: group for group, keys in _GROUPS.items() for key in keys}
    return by_id.get(rule) or by_id.get(rule.partition(".")[0], _OTHER)


def with_levels(lists: OfficeLists, rules: Sequence[str], level: str | None) -> OfficeLists:
    """The lists with these rules at a level; None, and the level that is delivered, are no wish of the office's."""
    delivered = {rule.about.id: str(rule.about.level) for rule in (*RULES, *PAGE_RULES)}
    levels = {rule: wished for rule, wished in lists.levels.items() if rule not in rules}
    if level is not None:
        levels |= {rule: level for rule in rules if delivered.get(rule) != level}
    return replace(lists, levels=levels)


def matching(rows: Sequence[RuleRow], words: str, only_changed: bool = False) -> tuple[RuleRow, ...]:
    """The rows whose name, group or source has all the words."""
    wanted = words.lower().split()
    return tuple(
        row
        for row in rows
        if (row.changed or not only_changed) and all(word in f"{row.name}{row.group}{row.source}{row.id}".lower() for word in wanted)
    )
