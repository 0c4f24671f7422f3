"""Values of 采用统计 become rows, and rows become values again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from fractions import Fraction
from typing import Any

from sqlalchemy import Row

from app.model.statistics import ClosedMonth, FormColumn, HandLine, Kind, Line, Measure, Member, PointRow, Span

_BETWEEN = "\n"
_LINE = tuple(field.name for field in fields(Line) if field.name not in ("month", "count"))
Values = dict[str, Any]


def of_point(one: PointRow) -> Values:
    """A row of points."""
    return {"venue": one.venue, "kind": str(one.kind), "points": str(one.points)}


def point(row: Row[Any]) -> PointRow:
    """The row read again."""
    return PointRow(row.venue, Kind(row.kind), Fraction(row.points))


def of_member(one: Member) -> Values:
    """A unit of a group."""
    return {"group": one.group, "unit": one.unit, "aliases": _BETWEEN.join(one.aliases), "quota": one.quota}


def member(row: Row[Any]) -> Member:
    """The row read again."""
    return Member(row.group, row.unit, _parted(row.aliases), row.quota)


def of_hand(one: HandLine) -> Values:
    """A line by hand."""
    own = {name: getattr(one, name) for name in ("id", "month", "unit", "venue", "title", "note")}
    return {**own, "amount": one.count, "kind": str(one.kind), "points": "" if one.points is None else str(one.points)}


def hand(row: Row[Any]) -> HandLine:
    """The row read again."""
    points = Fraction(row.points) if row.points else None
    return HandLine(row.id, row.month, row.unit, Kind(row.kind), row.venue, row.title, row.amount, points, row.note)


def of_column(one: FormColumn) -> Values:
    """A column of a form."""
    return {
        "form": one.form,
        "heads": _BETWEEN.join(one.heads),
        "measure": str(one.measure),
        "span": str(one.span),
        "kinds": _BETWEEN.join(map(str, one.kinds)),
        "venues": _BETWEEN.join(one.venues),
        "blank": one.blank,
    }


def column(row: Row[Any]) -> FormColumn:
    """The row read again."""
    kinds = tuple(map(Kind, _parted(row.kinds)))
    return FormColumn(row.form, _parted(row.heads), Measure(row.measure), Span(row.span), kinds, _parted(row.venues), row.blank)


def of_closed(one: ClosedMonth) -> Values:
    """A closed month without its lines."""
    points = json.dumps([of_point(row) for row in one.points], ensure_ascii=False, sort_keys=True)
    return {"month": one.month, "closed": one.closed, "points": points, "even_joint": one.even_joint}


def closed(row: Row[Any], lines: Iterable[Line]) -> ClosedMonth:
    """The row read again, with its lines."""
    points = [PointRow(one["venue"], Kind(one["kind"]), Fraction(one["points"])) for one in json.loads(row.points)]
    return ClosedMonth(row.month, row.closed, tuple(lines), tuple(points), row.even_joint)


def of_line(one: Line, position: int) -> Values:
    """A line of detail at its place."""
    own = {name: getattr(one, name) for name in _LINE}
    return {**own, "in_month": one.month, "position": position, "amount": one.count, "kind": str(one.kind), "points": str(one.points)}


def line(row: Row[Any]) -> Line:
    """The row read again."""
    own = {name: getattr(row, name) for name in _LINE}
    own |= {"kind": Kind(row.kind), "points": Fraction(row.points)}
    return Line(month=row.in_month, count=row.amount, **own)


def _parted(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(_BETWEEN)))
