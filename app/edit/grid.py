"""A table becomes another one: rows and columns come and go, cells are merged and split; every other cell is the same object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.edit.spans import joined
from app.model.issue import Cell, CellAlign, Paragraph, Role, Table
from app.model.table_grid import Spot, spots, table_of

MOST_COLUMNS, MOST_ROWS, MOST_HEAD_ROWS = 20, 500, 5
NewId = Callable[[], int]


def empty_table(rows: int, columns: int, new_id: NewId) -> Table:
    """A table of empty cells, whose first row is its head where it has others."""
    cells = [Spot(_empty(new_id), row, column) for row in range(rows) for column in range(columns)]
    return table_of([1.0] * columns, rows, cells, int(rows > 1))


def with_row(table: Table, at: int, new_id: NewId) -> Table:
    """The table with an empty row before row `at`; cells that reach over that place grow. The cells look as those beside them."""
    if len(table.rows) >= MOST_ROWS:
        return table
    old = spots(table)
    grown = [replace(spot, cell=_sized(spot.cell, rows=spot.cell.rows + 1)) if spot.row < at < spot.end_row else spot for spot in old]
    moved = [replace(spot, row=spot.row + 1) if spot.row >= at else spot for spot in grown]
    taken = {column for spot in moved if spot.row <= at < spot.end_row for column in range(spot.column, spot.end_column)}
    model = min(at, len(table.rows) - 1) if at == 0 else at - 1
    fresh = [Spot(_empty(new_id, _align_at(old, model, c)), at, c) for c in range(len(table.widths)) if c not in taken]
    return table_of(table.widths, len(table.rows) + 1, [*moved, *fresh], table.head_rows + (at < table.head_rows))


def without_row(table: Table, at: int) -> Table | None:
    """The table without a row; cells that reach over it shrink. None where it has no other row."""
    if len(table.rows) == 1:
        return None
    left = []
    for spot in spots(table):
        rows = spot.cell.rows - (spot.row <= at < spot.end_row)
        if rows:
            left.append(Spot(_sized(spot.cell, rows=rows), spot.row - (spot.row > at), spot.column))
    return table_of(table.widths, len(table.rows) - 1, left, table.head_rows - (at < table.head_rows))


def with_column(table: Table, at: int, new_id: NewId) -> Table:
    """The table with an empty column before column `at`, as wide as the one beside it; cells that reach over that place grow."""
    if len(table.widths) >= MOST_COLUMNS:
        return table
    old = spots(table)
    grown = [
        replace(spot, cell=_sized(spot.cell, columns=spot.cell.columns + 1)) if spot.column < at < spot.end_column else spot for spot in old
    ]
    moved = [replace(spot, column=spot.column + 1) if spot.column >= at else spot for spot in grown]
    taken = {row for spot in moved if spot.column <= at < spot.end_column for row in range(spot.row, spot.end_row)}
    beside = at - 1 if at else 0
    fresh = [Spot(_empty(new_id, _align_at(old, r, beside)), r, at) for r in range(len(table.rows)) if r not in taken]
    widths = (*table.widths[:at], table.widths[beside], *table.widths[at:])
    return table_of(widths, len(table.rows), [*moved, *fresh], table.head_rows)


def without_column(table: Table, at: int) -> Table | None:
    """The table without a column; cells that reach over it shrink. None where it has no other column."""
    if len(table.widths) == 1:
        return None
    left = []
    for spot in spots(table):
        columns = spot.cell.columns - (spot.column <= at < spot.end_column)
        if columns:
            left.append(Spot(_sized(spot.cell, columns=columns), spot.row, spot.column - (spot.column > at)))
    return table_of((*table.widths[:at], *table.widths[at + 1 :]), len(table.rows), left, table.head_rows)


def merged(table: Table, first: Spot, *, below: bool) -> Table | None:
    """The table with a cell and the one right of it, or below it, as one; None where their sides differ or the head would reach out."""
    whole = spots(table)
    if below:
        other = next((s for s in whole if (s.row, s.column, s.cell.columns) == (first.end_row, first.column, first.cell.columns)), None)
    else:
        other = next((s for s in whole if (s.column, s.row, s.cell.rows) == (first.end_column, first.row, first.cell.rows)), None)
    if other is None or first.row < table.head_rows < other.end_row:
        return None
    text = first.cell.paragraph
    if other.cell.paragraph.text:
        gap = replace(text, text=text.text + "\n") if text.text else text
        text = joined(gap, other.cell.paragraph)
    rows, columns = (other.end_row - first.row, first.cell.columns) if below else (first.cell.rows, other.end_column - first.column)
    cell = Cell(text, columns, rows, first.cell.align)
    left = [replace(spot, cell=cell) if spot == first else spot for spot in whole if spot is not other]
    return table_of(table.widths, len(table.rows), left, table.head_rows)


def split(table: Table, chosen: Spot, new_id: NewId) -> Table | None:
    """The table with a merged cell as the single cells that it takes, its text in the first; with a single cell as two side by side."""
    if chosen.cell.rows == chosen.cell.columns == 1:
        return _halved(table, chosen, new_id)
    first = replace(chosen, cell=_sized(chosen.cell, rows=1, columns=1))
    places = [(r, c) for r in range(chosen.row, chosen.end_row) for c in range(chosen.column, chosen.end_column)]
    fresh = [Spot(_empty(new_id, chosen.cell.align), row, column) for row, column in places[1:]]
    others = [spot for spot in spots(table) if spot != chosen]
    return table_of(table.widths, len(table.rows), [*others, first, *fresh], table.head_rows)


def _halved(table: Table, chosen: Spot, new_id: NewId) -> Table | None:
    """The table with a column as two, over which all of its cells reach but the one that is split."""
    if len(table.widths) >= MOST_COLUMNS:
        return None
    at = chosen.column
    cells = []
    for spot in spots(table):
        if spot != chosen and spot.column <= at < spot.end_column:
            spot = replace(spot, cell=_sized(spot.cell, columns=spot.cell.columns + 1))
        cells.append(replace(spot, column=spot.column + 1) if spot.column > at else spot)
    half = table.widths[at] / 2
    widths = (*table.widths[:at], half, half, *table.widths[at + 1 :])
    return table_of(widths, len(table.rows), [*cells, Spot(_empty(new_id, chosen.cell.align), chosen.row, at + 1)], table.head_rows)


def with_head_rows(table: Table, count: int) -> Table | None:
    """The table with so many head rows; None where a cell would reach out of them."""
    if count == table.head_rows or not 0 <= count <= min(len(table.rows), MOST_HEAD_ROWS):
        return None
    return None if any(spot.row < count < spot.end_row for spot in spots(table)) else replace(table, head_rows=count)


def widths_by_content(table: Table) -> tuple[float, ...]:
    """Shares that give each column the room of its longest line; a column of long text is turned rather than starve the others."""
    least, most = 3.0, 14.0
    widths = [least] * len(table.widths)
    for spot in spots(table):
        if spot.cell.columns == 1:
            longest = max(sum(0.5 if char.isascii() else 1.0 for char in line) for line in spot.cell.paragraph.text.split("\n"))
            widths[spot.column] = max(widths[spot.column], min(longest + 1, most))
    return tuple(widths)


def _empty(new_id: NewId, align: CellAlign = "centre") -> Cell:
    return Cell(Paragraph(new_id(), "", Role.CELL), align=align)


def _sized(cell: Cell, *, rows: int | None = None, columns: int | None = None) -> Cell:
    rows, columns = rows or cell.rows, columns or cell.columns
    return cell if (cell.rows, cell.columns) == (rows, columns) else replace(cell, rows=rows, columns=columns)


def _align_at(cells: tuple[Spot, ...], row: int, column: int) -> CellAlign:
    """How the cell at a place of the grid is aligned."""
    return next((spot.cell.align for spot in cells if spot.covers(row, column)), "centre")
