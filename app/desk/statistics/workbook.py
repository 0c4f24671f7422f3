"""A statement, with the lines behind it, becomes a workbook: the table, a chart of the points, the detail."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from app.exporters.xlsx import book
from app.exporters.xlsx.write import xlsx_bytes
from app.model.statistics import FormColumn, Kind, Line, Measure, Span

if TYPE_CHECKING:
    from pathlib import Path

    from app.desk.statistics.report import Report
    from app.desk.statistics.statement import Row, Statement

POINTS = FormColumn("", (), Measure.POINTS)
MOST_BARS = 40
_HEADS = ("单位", "方式", "刊物、载体", "条数", "得分", "日期", "期号", "标题", "说明")
_WIDTHS = (20, 10, 18, 8, 8, 14, 24, 52, 24)


def bars_of(report: Report) -> tuple[tuple[str, Fraction], ...]:
    """The points of each unit that has some, the highest first; equals in the office's order."""
    points = [(unit, report.value([unit], POINTS) or Fraction(0)) for unit in report.units]
    return tuple(sorted((one for one in points if one[1] > 0), key=lambda one: -one[1]))[:MOST_BARS]


def workbook(report: Report, statement: Statement, made: date) -> bytes:
    """The workbook as a file."""
    rows: list[book.Row] = []
    for block in statement.blocks:
        rows.append(book.Row(block.name, (), "group"))
        rows += [book.Row(row.name, _values(statement, row), "unit") for row in block.rows]
        rows.append(book.Row(block.total.name, _values(statement, block.total), "sum"))
    rows.append(book.Row(statement.total.name, _values(statement, statement.total), "total"))
    table = book.FigureTable(
        statement.title,
        f"统计时间：{statement.period}",
        f"制表日期：{made.year}年{made.month}月{made.day}日",
        tuple(book.Head(head.text, head.level, head.column, head.columns, head.levels) for head in statement.heads),
        statement.levels,
        tuple(_column(statement, at) for at in range(len(statement.columns))),
        tuple(rows),
        statement.notes,
    )
    bars = book.Bars(f"{statement.period}各单位得分", "得分", bars_of(report))
    within = [line for line in report.lines if report.period.holds(line.month)]
    order = {unit: at for at, unit in enumerate(report.units)}
    within.sort(key=lambda line: (order.get(line.unit, len(order)), list(Kind).index(line.kind), line.day, line.key))
    return xlsx_bytes(table, bars, book.Listing("明细", _HEADS, _WIDTHS, tuple(map(_listed, within))))


def write_workbook(report: Report, statement: Statement, made: date, path: Path) -> None:
    """Write it whole or not at all. Raises `UserError`."""
    from app.atomic import write_atomically

    write_atomically(path, workbook(report, statement, made))


def _values(statement: Statement, row: Row) -> tuple[Fraction | None, ...]:
    """A zero that the form leaves unwritten is nothing, but for a sum, which stays a formula."""
    blank = [column.blank and not row.is_sum for column in statement.columns]
    return tuple(None if empty and not value else value for value, empty in zip(row.values, blank, strict=True))


def _column(statement: Statement, at: int) -> book.Column:
    column = statement.columns[at]
    if column.measure is Measure.MET:
        return book.Column("share", False)
    differs = column.span in (Span.SINCE_BEFORE, Span.SINCE_LAST_YEAR)
    return book.Column("change" if differs else "figure", statement.summed(at))


def _listed(line: Line) -> tuple[str | int | Fraction, ...]:
    return line.unit, str(line.kind), line.venue, line.count, line.points, line.day[:10] or line.month, line.label, line.title, line.note
