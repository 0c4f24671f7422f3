"""A report and a form of table (表样) become a statement: heads in levels, a row for each unit, sums for each group and for all.

Screen, paper, spreadsheet and the notice's table all show this one value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.desk.statistics.figures import exact, figure, share
from app.desk.statistics.months import words
from app.desk.statistics.report import Report, Value, selects
from app.model.statistics import ADOPTED, OWN_VENUES, FormColumn, Measure, Span
from app.records import dataclass

UNIT_HEAD = "单　位"
_THIS_MONTH = "本月"
"""What heads of a form call the period; a table of a longer one says what it is."""
_SUMMED = (Measure.COUNT, Measure.POINTS, Measure.QUOTA)


@dataclass(frozen=True, slots=True)
class Head:
    """A head over columns: where it begins, over how many columns and down how many levels it goes."""

    text: str
    level: int
    column: int
    columns: int = 1
    levels: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a unit, or of a sum of units."""

    name: str
    units: tuple[str, ...]
    values: tuple[Value, ...]
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A group: its name, the rows of its units and their sum."""

    name: str
    rows: tuple[Row, ...]
    total: Row


@dataclass(frozen=True, slots=True)
class Statement:
    """The table. `levels` is how many rows the heads take; column 0 is the unit's name, column n + 1 holds value n."""

    title: str
    period: str
    columns: tuple[FormColumn, ...]
    heads: tuple[Head, ...]
    levels: int
    blocks: tuple[Block, ...]
    total: Row
    notes: tuple[str, ...] = ()

    def text(self, row: Row, at: int) -> str:
        """What stands in a cell."""
        value, column = row.values[at], self.columns[at]
        if value is None or (column.blank and not value):
            return ""
        return share(value) if column.measure is Measure.MET else signed(value, column)

    def summed(self, at: int) -> bool:
        """Whether the sum's cell of a column is the sum of its rows' cells."""
        return self.columns[at].measure in _SUMMED


def signed(value: Value, column: FormColumn) -> str:
    """A figure, with its sign where it is a difference."""
    assert value is not None
    differs = column.span in (Span.SINCE_BEFORE, Span.SINCE_LAST_YEAR)
    return f"+{figure(value)}" if differs and value > 0 else figure(value)


def statement_of(report: Report, columns: Sequence[FormColumn], *, by_rank: bool = False) -> Statement:
    """The table; `by_rank` puts the units of each group by their points, those that are equal in the office's order."""
    columns = tuple(columns)
    points = FormColumn("", (), Measure.POINTS)
    blocks = []
    for group in report.groups:
        units = list(group.units)
        if by_rank:
            ranks = report.ranks(units, points)
            units.sort(key=lambda unit: ranks.get(unit, len(units) + 1))
        rows = tuple(Row(unit, (unit,), _values(report, (unit,), columns)) for unit in units)
        blocks.append(Block(group.name, rows, Row("小　计", tuple(units), _values(report, units, columns, whole=True), is_sum=True)))
    everyone = report.units
    total = Row("合　计", everyone, _values(report, everyone, columns, whole=True), is_sum=True)
    said = [replace(column, heads=tuple(head.replace(_THIS_MONTH, report.period.this) for head in column.heads)) for column in columns]
    heads, levels = heads_of(said)
    title = f"{report.period.words}{report.subject}报送采用情况统计表"
    return Statement(title, report.period.words, columns, heads, levels, tuple(blocks), total, _notes(report, blocks, columns))


def strange_venues(report: Report, columns: Sequence[FormColumn]) -> tuple[str, ...]:
    """The bulletins that a form has columns of, where no line of the period is of any: a form that is still to be made one's own."""
    asked = tuple(dict.fromkeys(venue for column in columns for venue in column.venues if venue != OWN_VENUES))
    found = [line for line in report.lines if report.period.holds(line.month) and line.kind in ADOPTED]
    picked = selects(FormColumn("", (), venues=asked))
    return asked if found and not any(picked(line.kind, line.venue, False) for line in found) else ()


def heads_of(columns: Sequence[FormColumn]) -> tuple[tuple[Head, ...], int]:
    """The heads with what they span: neighbours under one head share it, and a head with nothing below it goes down to the last level."""
    levels = max((len(column.heads) for column in columns), default=1) or 1
    found = [Head(UNIT_HEAD, 0, 0, 1, levels)]
    paths = [column.heads or ("",) for column in columns]
    for level in range(levels):
        at = 0
        while at < len(paths):
            path = paths[at]
            if level >= len(path):
                at += 1
                continue
            end = at + 1
            if level + 1 < len(path):  # the last head of a column is its own
                while end < len(paths) and len(paths[end]) > level + 1 and paths[end][: level + 1] == path[: level + 1]:
                    end += 1
            down = levels - level if level + 1 == len(path) else 1
            found.append(Head(path[level], level, at + 1, end - at, down))
            at = end
    return tuple(found), levels


def _values(report: Report, units: Sequence[str], columns: Sequence[FormColumn], *, whole: bool = False) -> tuple[Value, ...]:
    ranks = (Measure.RANK, Measure.OVERALL)
    return tuple(None if whole and column.measure in ranks else report.value(units, column) for column in columns)


def _notes(report: Report, blocks: Sequence[Block], columns: Sequence[FormColumn]) -> tuple[str, ...]:
    silent, unused = report.silent, report.unused
    both = [unit for unit in silent if unit in unused]
    notes = []
    if both:
        notes.append(f"零报送、零采用单位（{len(both)}个）：{'、'.join(both)}。")
    if only := [unit for unit in silent if unit not in unused]:
        notes.append(f"零报送单位（{len(only)}个）：{'、'.join(only)}。")
    if only := [unit for unit in unused if unit not in silent]:
        notes.append(f"零采用单位（{len(only)}个）：{'、'.join(only)}。")
    if put_right := report.corrections:
        of = "、".join(words(month) for month in sorted({line.of for line in put_right}))
        notes.append(f"本期数字含对{of}的更正。")
    if report.doubled:
        notes.append(f"{'、'.join(report.doubled)}同时列在几个组里，只在第一个组里统计。")
    counted = [at for at, column in enumerate(columns) if column.measure is not Measure.MET]  # a share is written in tenths of a hundredth
    if any((value := row.values[at]) is not None and not exact(value) for block in blocks for row in block.rows for at in counted):
        notes.append("分数保留两位小数，合计按未舍入的分数计算。")
    return tuple(notes)
