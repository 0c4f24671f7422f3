"""Rows of many tables become things that an office knows - a submission, a signed issue, a word - by which two libraries are held together.

What is said here is only what the tables don't say themselves: a table that is named nowhere goes with the rows that it hangs on by its
foreign key, and one that hangs on none is a thing for each of its keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_

from app.records import dataclass
from app.store.library.rows import Row, carried_tables, parents_of, rows_of, weight
from app.store.library.schema import (
    ARTICLE_HASHES,
    CONTENTS,
    FILES,
    IGNORED_BY_RULE,
    IGNORED_WORDS,
    ISSUES,
    LEADERS,
    OWN_UNITS,
    OWN_WORDING,
    RULE_LEVELS,
    SILENCED,
    SUBMISSION_HASHES,
    SUBMISSIONS,
    UNITS,
)
from app.store.library.schema_signing import NUMBERS, SIGNED, STAGES

Key = tuple[Any, ...]
_WHOLE = 1 << 256
_FOLLOW = (FILES, SUBMISSION_HASHES, ARTICLE_HASHES)
"""Tables that make no thing another one: hashes follow from the text, and of the files of a submission both sides' are kept."""


_REFERRING = ("submission", "version_of")
"""Columns by which rows of other things name a submission."""


@dataclass(frozen=True, slots=True)
class Member:
    """A table of a family, and the columns in which it has the key.

    `instead`: a column of the key that tells rows apart only where the others say nothing; in the key of any other row it is "".
    """

    table: Table
    key: tuple[str, ...]
    instead: str = ""

    @property
    def compared(self) -> bool:
        """Whether a difference in it makes another thing."""
        return self.table not in _FOLLOW

    def referred(self, row: Mapping[str, Any], refer: Mapping[str, str]) -> Row:
        """The columns in which a row of another thing names a submission, as that is named where it goes."""
        return {name: refer[row[name]] for name in _REFERRING if name not in self.key and row.get(name) in refer}

    def of(self, row: Mapping[str, Any]) -> Key:
        """The key of the thing that a row belongs to."""
        key = tuple(row[name] for name in self.key)
        return tuple("" if name == self.instead and self._says(key) else value for name, value in zip(self.key, key, strict=True))

    def where(self, key: Key) -> ColumnElement[bool]:
        """The rows of the thing with a key."""
        pairs = [(name, value) for name, value in zip(self.key, key, strict=True) if name != self.instead or not self._says(key)]
        return and_(*(self.table.c[name] == value for name, value in pairs))

    def _says(self, key: Key) -> bool:
        return any(value for name, value in zip(self.key, key, strict=True) if name != self.instead)


def _plain_words(row: Row) -> str:
    return " ".join(str(value) for name, value in row.items() if name != "position" and value not in ("", None))[:60]


def _issue_words(row: Row) -> str:
    return f"{row['bulletin']}{row['number']}" if "bulletin" in row else "还没有签发的一期"


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of thing: its tables, each behind those that it refers to. `words` says of a row of the first table which one it is."""

    label: str
    members: tuple[Member, ...]
    words: Callable[[Row], str] = field(default=_plain_words)

    @property
    def head(self) -> Table:
        """The table that is spoken of."""
        return self.members[0].table

    @property
    def listed(self) -> bool:
        """Whether its rows stand in an order of the office's own, which makes no row another one."""
        return "position" in self.head.c and self.head is not FILES

    def weights(self, connection: Connection, refer: Mapping[str, str] = MappingProxyType({})) -> dict[Key, int]:
        """What each thing weighs; equal things weigh the same in every library. `refer` leads to the ids of submissions there."""
        found: dict[Key, int] = {}
        leave_out = ("position",) if self.listed else ()
        for member in self.members:
            if member.compared:
                for row in rows_of(connection, member.table):
                    key = member.of(row)
                    row.update(member.referred(row, refer))
                    found[key] = (found.get(key, 0) + int.from_bytes(weight({**row, "": member.table.name}, leave_out), "big")) % _WHOLE
        return found

    def rows(self, connection: Connection, key: Key) -> Iterator[tuple[Table, Row]]:
        """All rows of one thing."""
        for member in self.members:
            for row in rows_of(connection, member.table, member.where(key)):
                yield member.table, row


_DECLARED: tuple[tuple[str, tuple[tuple[Table, tuple[str, ...]], ...], Callable[[Row], str]], ...] = (
    ("来稿", ((SUBMISSIONS, ("id",)),), lambda row: f"{row['title'] or '（没有标题）'}　{row['unit']}"),
    ("编过的简报", ((ISSUES, ("id",)),), lambda row: f"{row['bulletin']}{row['number']}"),
    ("签发", ((SIGNED, ("issue",)), (NUMBERS, ("issue",)), (STAGES, ("issue",))), _issue_words),
    ("同一单位", ((UNITS, ("alias",)),), lambda row: f"{row['alias']}＝{row['name']}"),
    ("不再提醒的词", ((IGNORED_WORDS, ("words",)),), lambda row: str(row["words"])),
    ("一条规则不再提醒的词", ((IGNORED_BY_RULE, ("words", "rule")),), lambda row: str(row["words"])),
    ("校对规则", ((RULE_LEVELS, ("rule",)),), lambda row: f"{row['rule']}：{row['level']}"),
    ("领导名单", ((LEADERS, ("name", "post")),), lambda row: f"{row['name']}　{row['post']}"),
    ("单位名称", ((OWN_UNITS, ("name",)),), lambda row: f"{row['name']}（{row['short']}）".replace("\n", "、")),
    ("词语", ((OWN_WORDING, ("kind", "words")),), lambda row: f"{row['words']}→{row['right']}"),
    ("停用的词条", ((SILENCED, ("kind", "words")),), lambda row: str(row["words"])),
)
_LATER = {
    "statistics_points": ("分值", ("venue", "kind")),
    "statistics_members": ("单位分组", ("group", "unit")),
    "statistics_hands": ("手工登记", ("id",)),
    "statistics_columns": ("统计表", ("form",)),
    "statistics_options": ("统计设置", ("name",)),
    "statistics_closed": ("已结的月份", ("month",)),
    "portions": ("分发单", ("bulletin", "issue")),
}
"""Further tables by their names, with what an office calls a row and what makes two rows the same."""
_INSTEAD = {"statistics_members": "group"}
"""A unit is in one group, whichever that is; what is said of each of a group is known by the group."""


def families() -> tuple[Family, ...]:
    """Every kind of thing, those that others refer to first."""
    members: dict[str, list[Member]] = {}
    words: dict[str, Callable[[Row], str]] = {}
    owner: dict[Table, tuple[str, Member]] = {}

    def put(label: str, member: Member) -> None:
        members.setdefault(label, []).append(member)
        owner[member.table] = label, member

    for label, tables, said in _DECLARED:
        words[label] = said
        for table, key in tables:
            put(label, Member(table, key))
    for table in carried_tables():
        if table in owner or table is CONTENTS:
            continue
        above = next(((parent, names) for parent, names in parents_of(table) if parent in owner), None)
        if above is not None:
            label, member = owner[above[0]]
            put(label, Member(table, tuple(above[1][name] for name in member.key)))
        else:
            label, key = _LATER.get(table.name, (table.name, tuple(column.name for column in table.primary_key.columns)))
            put(label, Member(table, key, _INSTEAD.get(table.name, "")))
    order = {table: at for at, table in enumerate(carried_tables())}
    return tuple(
        Family(label, (found[0], *sorted(found[1:], key=lambda member: order[member.table])), words.get(label, _plain_words))
        for label, found in members.items()
    )
