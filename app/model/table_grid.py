"""A table becomes its cells with the places of the grid that they take, and such cells become a table again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.model.issue import Cell, Row, Table
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell and the row and column of the grid in which it begins, from 0."""

    cell: Cell
    row: int
    column: int

    @property
    def end_row(self) -> int:
        """The row behind it."""
        return self.row + self.cell.rows

    @property
    def end_column(self) -> int:
        """The column behind it."""
        return self.column + self.cell.columns

    def covers(self, row: int, column: int) -> bool:
        """Whether it takes a place of the grid."""
        return self.row <= row < self.end_row and self.column <= column < self.end_column


def spots(table: Table) -> tuple[Spot, ...]:
    """The cells of a table whose grid is good, row by row, each with its place."""
    found: list[Spot] = []
    free_from = [0] * len(table.widths)  # the first row in which each column is free
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            while free_from[column] > number:
                column += 1
            found.append(Spot(cell, number, column))
            for taken in range(column, column + cell.columns):
                free_from[taken] = number + cell.rows
            column += cell.columns
    return tuple(found)


def table_of(widths: Sequence[float], rows: int, cells: Iterable[Spot], head_rows: int) -> Table:
    """The table of so many rows that has its cells at these places."""
    ordered = sorted(cells, key=lambda spot: (spot.row, spot.column))
    return Table(
        tuple(widths),
        tuple(Row(tuple(spot.cell for spot in ordered if spot.row == number)) for number in range(rows)),
        head_rows,
    )


def grid_texts(table: Table) -> list[list[str]]:
    """The text of each place of the grid; a merged cell's stands in its first place, and the others are empty."""
    texts = [[""] * len(table.widths) for _ in table.rows]
    for spot in spots(table):
        texts[spot.row][spot.column] = spot.cell.paragraph.text
    return texts
