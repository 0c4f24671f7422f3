"""What the office set for the proofreading, as rows: read whole, and written by what one desk changed, so that another's change stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, func, insert, select

from app.model.office_lists import Kind, LeaderRow, OfficeLists, UnitRow, WordingRow
from app.store.library import words
from app.store.library.schema import LEADERS, OWN_UNITS, OWN_WORDING, RULE_LEVELS, SILENCED

_BETWEEN = "\n"
"""Between the forms of a unit; no name has it."""
_Row = dict[str, Any]


def lists(connection: Connection) -> OfficeLists:
    """Everything."""
    wording = connection.execute(select(OWN_WORDING).order_by(OWN_WORDING.c.position, OWN_WORDING.c.kind, OWN_WORDING.c.words))
    return OfficeLists(
        levels={row.rule: row.level for row in connection.execute(select(RULE_LEVELS).order_by(RULE_LEVELS.c.rule))},
        leaders=_leaders(connection),
        units=own_units(connection),
        wording=tuple(WordingRow(Kind(row.kind), row.words, row.right, row.level, row.source) for row in wording),
        silenced=frozenset((Kind(row.kind), row.words) for row in connection.execute(select(SILENCED))),
        ignored=frozenset(words.ignored(connection)),
        ignored_by=words.ignored_by(connection),
    )


def own_units(connection: Connection) -> tuple[UnitRow, ...]:
    """The units of the office's list."""
    units = connection.execute(select(OWN_UNITS).order_by(OWN_UNITS.c.position, OWN_UNITS.c.name))
    return tuple(UnitRow(row.name, _parted(row.short), _parted(row.former)) for row in units)


def change(connection: Connection, before: OfficeLists, after: OfficeLists) -> None:
    """Make what led from `before` to `after`; rows that another desk changed meanwhile stay as that desk left them."""
    _put(connection, RULE_LEVELS, _levels(before.levels), _levels(after.levels))
    _put(connection, OWN_UNITS, [_unit(row) for row in before.units], [_unit(row) for row in after.units])
    _put(connection, OWN_WORDING, [_wording(row) for row in before.wording], [_wording(row) for row in after.wording])
    _put(connection, SILENCED, [_silenced(*key) for key in before.silenced], [_silenced(*key) for key in after.silenced])
    for word in sorted(before.ignored - after.ignored):
        words.heed(connection, word)
    for word in sorted(after.ignored - before.ignored):
        words.ignore(connection, word)
    for word, rule in sorted(before.ignored_by - after.ignored_by):
        words.heed(connection, word, rule)
    for word, rule in sorted(after.ignored_by - before.ignored_by):
        words.ignore(connection, word, rule)
    if before.leaders != after.leaders:
        standing = merged(before.leaders, after.leaders, _leaders(connection))
        connection.execute(delete(LEADERS))
        if standing:
            connection.execute(insert(LEADERS), [{"position": at, **_leader(row)} for at, row in enumerate(standing)])


def merged(before: Sequence[LeaderRow], after: Sequence[LeaderRow], standing: Sequence[LeaderRow]) -> tuple[LeaderRow, ...]:
    """The leaders as one desk ordered them, without those that another took out and with those that another put in."""
    mine = [row for row in after if row in standing or row not in before]
    return (*mine, *(row for row in standing if row not in before and row not in after))


def _put(connection: Connection, table: Table, before: Iterable[_Row], after: Iterable[_Row]) -> None:
    """Take out the rows that went, and write those that came or changed; a new row goes behind the others."""
    known, wanted = _by_key(table, before), _by_key(table, after)
    gone = [key for key in known if key not in wanted]
    changed = {key: row for key, row in wanted.items() if known.get(key) != row}
    places = _places(connection, table, changed)
    for key in (*gone, *changed):
        columns = zip(table.primary_key.columns, key, strict=True)
        connection.execute(delete(table).where(and_(*(column == value for column, value in columns))))
    if changed:
        connection.execute(insert(table), [{**row, **places.get(key, {})} for key, row in changed.items()])


def _places(connection: Connection, table: Table, changed: Mapping[tuple[str, ...], _Row]) -> dict[tuple[str, ...], _Row]:
    """Where the rows stand in a table that knows an order: one that is there keeps its place."""
    if "position" not in table.c:
        return {}
    keys = list(table.primary_key.columns)
    there = {tuple(row[:-1]): row[-1] for row in connection.execute(select(*keys, table.c.position))}
    last = connection.execute(select(func.coalesce(func.max(table.c.position), 0))).scalar_one()
    found: dict[tuple[str, ...], _Row] = {}
    for key in changed:
        if key not in there:
            last += 1
        found[key] = {"position": there.get(key, last)}
    return found


def _by_key(table: Table, rows: Iterable[_Row]) -> dict[tuple[str, ...], _Row]:
    return {tuple(row[column.name] for column in table.primary_key.columns): row for row in rows}


def _leaders(connection: Connection) -> tuple[LeaderRow, ...]:
    found = connection.execute(select(LEADERS).order_by(LEADERS.c.position))
    return tuple(LeaderRow(row.name, row.post, row.since, row.until) for row in found)


def _parted(forms: str) -> tuple[str, ...]:
    return tuple(filter(None, forms.split(_BETWEEN)))


def _levels(levels: Mapping[str, str]) -> list[_Row]:
    return [{"rule": rule, "level": level} for rule, level in levels.items()]


def _leader(row: LeaderRow) -> _Row:
    return {"name": row.name, "post": row.post, "since": row.since, "until": row.until}


def _unit(row: UnitRow) -> _Row:
    return {"name": row.name, "short": _BETWEEN.join(row.short), "former": _BETWEEN.join(row.former)}


def _wording(row: WordingRow) -> _Row:
    return {"kind": str(row.kind), "words": row.words, "right": row.right, "level": row.level, "source": row.source}


def _silenced(kind: Kind, words_: str) -> _Row:
    return {"kind": str(kind), "words": words_}
