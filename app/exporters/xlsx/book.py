"""What a workbook is made of, as plain values: a table of figures with its heads and sums, a chart of it, a list of what is behind it."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

Format = Literal["figure", "share", "change"]
RowKind = Literal["group", "unit", "sum", "total"]


class Head(NamedTuple):
    """A head over columns; column 0 is that of the names."""

    text: str
    level: int
    column: int
    columns: int = 1
    levels: int = 1


class Column(NamedTuple):
    """How the figures of a column are written, and whether its sums are sums of its rows."""

    format: Format
    summed: bool


class Row(NamedTuple):
    """A row: the name of a group alone, a unit, the sum of the group's units above it, the sum of all units."""

    name: str
    values: tuple[Fraction | None, ...]
    kind: RowKind


class FigureTable(NamedTuple):
    """The table of figures. `notes` stand below it."""

    title: str
    left: str
    right: str
    heads: tuple[Head, ...]
    levels: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


class Bars(NamedTuple):
    """A chart: names with a figure each, in order."""

    title: str
    unit: str
    bars: tuple[tuple[str, Fraction], ...]


class Listing(NamedTuple):
    """A list behind the table. `widths` are those of the columns in characters."""

    name: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str | int | Fraction, ...], ...]
