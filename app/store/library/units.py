"""What the clerk says once, that two names are one unit, becomes a name for each unit with those that count as its own."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from app.errors import UserError
from app.records import dataclass
from app.store.library.schema import LONGEST_UNIT, SUBMISSIONS, UNITS


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by the name that it is counted under; `aliases` are the other names that it has signed with."""

    name: str
    aliases: tuple[str, ...] = ()


def units(connection: Connection) -> tuple[Unit, ...]:
    """All units that are known, from submissions or by what was said, in no order that means anything."""
    own = {row.alias: row.name for row in connection.execute(select(UNITS).order_by(UNITS.c.alias))}
    signed = connection.execute(select(SUBMISSIONS.c.unit).where(SUBMISSIONS.c.unit != "").distinct().order_by(SUBMISSIONS.c.unit))
    names = dict.fromkeys(own.get(name, name) for name in [*signed.scalars(), *own.values()])
    return tuple(Unit(name, tuple(alias for alias, named in own.items() if named == name)) for name in names)


def join(connection: Connection, alias: str, name: str) -> None:
    """From now on `alias` counts as `name`, and so does what counted as `alias`. Raises `UserError` for a name that is none."""
    name = connection.execute(select(UNITS.c.name).where(UNITS.c.alias == name)).scalar_one_or_none() or name
    if not alias.strip() or not name.strip() or max(len(alias), len(name)) > LONGEST_UNIT:
        raise UserError("单位名称是空的或者太长，没有合并，请先填写单位。")
    if alias == name:
        return
    connection.execute(update(UNITS).where(UNITS.c.name == alias).values(name=name))
    connection.execute(delete(UNITS).where(UNITS.c.alias == alias))
    connection.execute(insert(UNITS), {"alias": alias, "name": name})


def separate(connection: Connection, alias: str) -> None:
    """From now on `alias` is a unit of its own."""
    connection.execute(delete(UNITS).where(UNITS.c.alias == alias))
