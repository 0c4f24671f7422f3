"""Records of submissions become rows and rows become records again: put in, changed, looked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import fields
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, or_, select, update

from app.errors import UserError
from app.model.submission import State, SubmissionRecord, Way, standing
from app.records import dataclass
from app.store.library.schema import SUBMISSION_HASHES, SUBMISSIONS, UNITS

Order = Literal["received", "unit", "title"]

_NAMES = tuple(field.name for field in fields(SubmissionRecord))
_COLUMNS = [SUBMISSIONS.c[name] for name in _NAMES]
_SEARCHED = [SUBMISSIONS.c[name] for name in ("title", "unit", "writer", "telephone", "note", "came_in", "text")]
_own_unit = func.coalesce(UNITS.c.name, SUBMISSIONS.c.unit)
"""The unit of a submission by the name that the clerk has given it."""


@dataclass(frozen=True, slots=True)
class Query:
    """Which records are wanted: all of the words stand somewhere in each, in any order.

    `states` are those that show, none for all; `unit` is a name of the unit or one that counts as its own, "" for all.
    """

    words: str = ""
    states: tuple[State, ...] = ()
    unit: str = ""
    order: Order = "received"
    descending: bool = True


def add(connection: Connection, record: SubmissionRecord, text: str, hashes: Iterable[int]) -> None:
    """Put a new submission in."""
    connection.execute(insert(SUBMISSIONS), {**_values(record), "text": text})
    rows = [{"submission": record.id, "hash": value} for value in set(hashes)]
    if rows:
        connection.execute(insert(SUBMISSION_HASHES), rows)


def change(connection: Connection, record: SubmissionRecord) -> None:
    """Write what is known of a submission anew; its text stays. Raises `UserError` where it is gone."""
    done = connection.execute(update(SUBMISSIONS).where(SUBMISSIONS.c.id == record.id).values(_values(record)))
    if not done.rowcount:
        raise UserError("这份来稿已经被删掉了，没有改成。")


def set_state(connection: Connection, ids: Sequence[str], state: State) -> None:
    """Set the state of several by hand."""
    if state is State.ADOPTED:
        raise ValueError("a submission is adopted by its use in an article")
    connection.execute(update(SUBMISSIONS).where(SUBMISSIONS.c.id.in_(ids)).values(state=state.value))


def remove(connection: Connection, ids: Sequence[str]) -> None:
    """Take submissions out, with what hangs on them."""
    connection.execute(delete(SUBMISSIONS).where(SUBMISSIONS.c.id.in_(ids)))


def record(connection: Connection, submission: str) -> SubmissionRecord | None:
    """What is known of a submission."""
    row = connection.execute(select(*_COLUMNS).where(SUBMISSIONS.c.id == submission)).one_or_none()
    return _record(row) if row is not None else None


def text_of(connection: Connection, submission: str) -> str | None:
    """The text of a submission."""
    return connection.execute(select(SUBMISSIONS.c.text).where(SUBMISSIONS.c.id == submission)).scalar_one_or_none()


def records(connection: Connection, query: Query, used: Collection[str]) -> tuple[SubmissionRecord, ...]:
    """The records that a query asks for, in its order, among equals the newest first; `used` are the ids of those in saved issues."""
    joined = SUBMISSIONS.outerjoin(UNITS, UNITS.c.alias == SUBMISSIONS.c.unit)
    wanted = select(*_COLUMNS, _own_unit.label("own_unit")).select_from(joined).where(*_conditions(connection, query))
    day, newest = SUBMISSIONS.c.received, query.descending or query.order != "received"
    rows: Sequence[Any] = connection.execute(wanted.order_by(day.desc() if newest else day, SUBMISSIONS.c.id)).all()
    key = _KEYS.get(query.order)
    found = map(_record, sorted(rows, key=key, reverse=query.descending) if key else rows)
    return tuple(item for item in found if not query.states or standing(item, used=item.id in used) in query.states)


def _conditions(connection: Connection, query: Query) -> Iterable[ColumnElement[bool]]:
    for word in query.words.lower().split():
        yield or_(*(func.lower(column).contains(word, autoescape=True) for column in (*_SEARCHED, UNITS.c.name)))
    if query.unit:
        name = connection.execute(select(UNITS.c.name).where(UNITS.c.alias == query.unit)).scalar_one_or_none()
        yield _own_unit == (name or query.unit)


def in_pinyin(text: str) -> bytes:
    """What sorts common Chinese words by their sound: GB/T 2312 has its first 3,755 characters in the order of pinyin."""
    return text.encode("gb18030", "replace")


_KEYS: dict[Order, Callable[[Row[Any]], bytes]] = {
    "unit": lambda row: in_pinyin(row.own_unit),
    "title": lambda row: in_pinyin(row.title),
}


def _values(record: SubmissionRecord) -> dict[str, object]:
    return {field.name: getattr(record, field.name) for field in fields(record)} | {"way": record.way.value, "state": record.state.value}


def _record(row: Row[Any]) -> SubmissionRecord:
    values = dict(zip(_NAMES, row, strict=False))  # the columns come first, in this order
    return SubmissionRecord(**{**values, "way": Way(row.way), "state": State(row.state)})
