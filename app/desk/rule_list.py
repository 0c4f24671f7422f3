"""Every rule of the proofreading becomes a row in its group, at the level that is delivered and at that which the office set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.model.office_lists import OFF, OfficeLists
from app.proof.finding import LEVEL_WORDS
from app.proof.page_rules import PAGE_RULES
from app.proof.rule import About
from app.proof.rules import RULES
from app.records import dataclass

LEVEL_CHOICES: dict[str, str] = {**{str(level): word for level, word in LEVEL_WORDS.items()}, OFF: "不查"}
"""The levels in words, the surest first."""
_UNITS_OF_MEASURE = tuple(
    f"unit.{one}"
    for one in ("forbidden", "old", "celsius", "twice_per", "slash", "acidity", "money", "electricity", "pressure", "told_twice", "per")
)
"""Rules on units of measure; other rules on units are on those of an office."""
_GROUPS: dict[str, tuple[str, ...]] = {
    "错别字和用词": ("word",),
    "固定提法": ("phrase", "place.country", "place.whole"),
    "标点": ("mark", "half", "pair", "pause", "dots", "dash", "range", "stop", "place", "listed", "colon", "series"),
    "日期和时间": ("date",),
    "数字、百分数和单位": ("number", "percent", "rate", "sum", "level", "count", "measure", *_UNITS_OF_MEASURE),
    "序数和层次": ("ordinal",),
    "书名号、发文字号和法律": ("work", "law"),
    "人名和职务": ("name", "leader", "person", "post"),
    "单位名称": ("unit", "short", "institution"),
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
        level = _wished(levels, about) or delivered
        known = level if level in LEVEL_CHOICES else delivered
        rows.append(RuleRow(about.id, about.name, about.basis, group_of(about.id), delivered, known))
    order = {group: at for at, group in enumerate((*_GROUPS, _OTHER))}
    return tuple(sorted(rows, key=lambda row: order[row.group]))


def group_of(rule: str) -> str:
    """The group of a rule; one of a new kind stands under 其他."""
    by_id = {key: group for group, keys in _GROUPS.items() for key in keys}
    return by_id.get(rule) or by_id.get(rule.partition(".")[0], _OTHER)


def with_levels(lists: OfficeLists, rules: Sequence[str], level: str | None) -> OfficeLists:
    """The lists with these rules at a level; None, and the level that is delivered, are no wish of the office's.

    A rule that was part of another one, and went by what was wished for that, stays as it was when that is set anew.
    """
    abouts = {rule.about.id: rule.about for rule in (*RULES, *PAGE_RULES)}
    levels = {rule: wished for rule, wished in lists.levels.items() if rule not in rules}
    if level is not None:
        levels |= {rule: level for rule in rules if rule not in abouts or abouts[rule].level != level}
    for about in abouts.values():
        if not about.former or (level is None and about.id not in rules):
            continue
        own = level if about.id in rules else _wished(lists.levels, about)
        wished, inherited = own or about.level, _wished(levels, replace(about, id="")) or about.level
        levels.pop(about.id, None)
        levels |= {about.id: str(wished)} if wished != inherited else {}
    return replace(lists, levels=levels)


def _wished(levels: Mapping[str, str], about: About) -> str | None:
    """What an office wished for a rule, or for the one that it was part of."""
    return next((levels[rule] for rule in about.ids if rule in levels), None)


def matching(rows: Sequence[RuleRow], words: str, only_changed: bool = False) -> tuple[RuleRow, ...]:
    """The rows whose name, group or source has all the words."""
    wanted = words.lower().split()
    return tuple(
        row
        for row in rows
        if (row.changed or not only_changed) and all(word in f"{row.name}{row.group}{row.source}{row.id}".lower() for word in wanted)
    )
