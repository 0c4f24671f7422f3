"""A table of a file becomes a line for each row, with word of its cells, or the lines of the text that it only lays out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.importers.raw import RawCell, RawTable
from app.records import dataclass

LINE_END = re.compile("\r\n?|[\n\u0085\u2028\u2029\u000b]")
_WIDEST = 200
"""Columns beyond these are not told apart."""
_MOST_COLUMNS, _MOST_ROWS = 20, 200
"""The most that a table of an issue has."""
_LEAST_CELLS, _LEAST_FULL_ROWS = 6, 2
_LONGEST_CELL, _MOST_CELL_LINES = 120, 8
"""A cell with more is text that stands in a frame or beside other text."""


@dataclass(frozen=True, slots=True)
class FlatCell:
    """A cell of a line that is a row: the `spans` of its own lines in that line, and the columns and rows that it takes."""

    spans: tuple[tuple[int, int], ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class FlatRow:
    """What a line says as a row: the table is number `table` of its text, with `of` rows in all; of 0 it is the line that names it."""

    table: int
    of: int
    cells: tuple[FlatCell, ...]


def lines_of_table(table: RawTable, number: int = 0) -> list[tuple[str, FlatRow | None]]:
    """The lines of a table, each with its row where the table holds data."""
    kept = _without_empty(table.rows)
    names = int(_is_name(kept))
    if not _holds_data(kept[names:]):
        return [(line, None) for line in _laid_out(table)]
    reaching: dict[int, int] = {}
    return [line_of_row(_in_columns(row, reaching), number, 0 if at < names else len(kept) - names) for at, row in enumerate(kept)]


def split_lines(text: str) -> list[str]:
    """The lines of a paragraph or a cell, whatever the source ends them with."""
    return LINE_END.split(text)


def _is_name(rows: tuple[tuple[RawCell, ...], ...]) -> bool:
    """Whether the first row is one cell over all columns: the table's name, or the title of the text that the table holds."""
    return bool(rows) and len(rows[0]) == 1 and rows[0][0].rows == 1 and bool(rows[0][0].text.strip()) and rows[0][0].columns > 1


def _holds_data(rows: tuple[tuple[RawCell, ...], ...]) -> bool:
    """Whether short cells stand in rows and columns; a masthead or a signature that was laid out with a table does not."""
    columns = max((sum(cell.columns for cell in row) for row in rows), default=0)
    full = sum(sum(bool(cell.text.strip()) for cell in row) > 1 for row in rows)
    return (
        2 <= columns <= _MOST_COLUMNS
        and full >= _LEAST_FULL_ROWS
        and len(rows) <= _MOST_ROWS
        and len(rows) * columns >= _LEAST_CELLS
        and all(len(cell.text) <= _LONGEST_CELL and len(split_lines(cell.text)) <= _MOST_CELL_LINES for row in rows for cell in row)
    )


def _without_empty(rows: tuple[tuple[RawCell, ...], ...]) -> tuple[tuple[RawCell, ...], ...]:
    """The rows that say something; a cell reaches over as many of them as it did before. An empty cell that reaches down holds its row."""
    says = [any(cell.text.strip() or cell.rows > 1 for cell in row) for row in rows]
    return tuple(
        tuple(replace(cell, rows=max(1, sum(says[at : at + cell.rows]))) for cell in row) for at, row in enumerate(rows) if says[at]
    )


def line_of_row(columns: Sequence[RawCell | None], number: int, of: int) -> tuple[str, FlatRow]:
    """A line with a tab between columns and a blank where a line of a cell ends."""
    text = ""
    cells: list[FlatCell] = []
    for at, cell in enumerate(columns):
        text += "\t" if at else ""
        if cell is None:
            continue
        spans: list[tuple[int, int]] = []
        for line in _lines(cell):
            text += " " if spans else ""
            spans.append((len(text), len(text) + len(line)))
            text += line
        cells.append(FlatCell(tuple(spans), cell.columns, cell.rows))
    return text.rstrip("\t"), FlatRow(number, of, tuple(cells))


def _laid_out(table: RawTable) -> Iterator[str]:
    """A row of cells of one line as one with tabs; the lines of other cells one after another."""
    reaching: dict[int, int] = {}
    for row in table.rows:
        cells = [_lines(cell) if cell else [] for cell in _in_columns(row, reaching)]
        if all(len(cell) <= 1 for cell in cells):
            line = "\t".join("".join(cell) for cell in cells).rstrip("\t")
            yield from [line] if line.strip() else []
        else:
            yield from (line for cell in cells for line in cell)


def _lines(cell: RawCell) -> list[str]:
    """The lines of a cell that say something; a tab in one would look like the next column's."""
    return [line.replace("\t", " ") for line in split_lines(cell.text) if line.strip()]


def _in_columns(row: tuple[RawCell, ...], reaching: dict[int, int]) -> list[RawCell | None]:
    """The cell that begins in each column, None where one reaches over; `reaching` counts for each column the rows still reached over."""
    out: list[RawCell | None] = []

    def pass_reached() -> None:
        while reaching.get(len(out), 0) > 0:
            reaching[len(out)] -= 1
            out.append(None)

    for cell in row:
        pass_reached()
        for column in range(min(cell.columns, _WIDEST)):
            reaching[len(out)] = cell.rows - 1
            out.append(None if column else cell)
    pass_reached()
    return out
