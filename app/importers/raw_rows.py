"""The cells of a table, row by row with their borders, become a table whose cells know how far they reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from enum import Enum

from app.importers.raw import RawCell, RawTable
from app.records import dataclass

_NEAR_TWIPS = 15
"""Borders of two rows that lie so near are one column's."""


class Merge(Enum):
    """How a cell belongs to another one."""

    NONE = 0
    LEFT = 1
    ABOVE = 2


@dataclass(frozen=True, slots=True)
class RowShape:
    """The place of each cell's right border in twips, and what it is merged with; `left` is where the first cell begins."""

    left: int = 0
    rights: tuple[int, ...] = ()
    merges: tuple[Merge, ...] = ()


@dataclass(slots=True)
class TableRows:
    """A table in the making: finished rows with their shapes, and the cells and lines of the row under way."""

    rows: list[tuple[list[str], RowShape]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.rows or self.cells or self.lines)

    def end_cell(self) -> None:
        """Close the cell under way."""
        self.cells.append("\n".join(self.lines))
        self.lines = []

    def end_row(self, shape: RowShape) -> None:
        """Close the row under way. A shape of another number of cells is not its shape."""
        if self.lines:
            self.end_cell()
        if self.cells:
            fits = len(shape.rights) == len(shape.merges) == len(self.cells)
            self.rows.append((self.cells, shape if fits else RowShape()))
        self.cells = []

    def table(self) -> RawTable:
        """The table, with the row under way as its last."""
        self.end_row(RowShape())
        grid = _grid([shape for _, shape in self.rows])
        rows: list[list[RawCell]] = []
        above: dict[int, tuple[int, int]] = {}  # column -> row and place of the cell that reaches down there
        more: dict[tuple[int, int], list[str]] = {}
        for cells, shape in self.rows:
            row: list[RawCell] = []
            rows.append(row)
            for index, text in enumerate(cells):
                column, columns = _reach(index, shape, grid)
                merge = shape.merges[index] if shape.merges else Merge.NONE
                if merge is Merge.LEFT and row:
                    row[-1] = replace(row[-1], columns=row[-1].columns + columns)
                    more.setdefault((len(rows) - 1, len(row) - 1), []).append(text)
                elif merge is Merge.ABOVE and column in above:
                    at, place = above[column]
                    rows[at][place] = replace(rows[at][place], rows=len(rows) - at)
                    more.setdefault((at, place), []).append(text)
                else:
                    above[column] = (len(rows) - 1, len(row))
                    row.append(RawCell(text, columns))
        for (at, place), texts in more.items():
            cell = rows[at][place]
            rows[at][place] = replace(cell, text="\n".join(text for text in (cell.text, *texts) if text))
        return RawTable(tuple(map(tuple, rows)))


def _reach(index: int, shape: RowShape, grid: dict[int, int]) -> tuple[int, int]:
    """The column in which a cell begins, and how many it takes."""
    if not shape.rights:
        return index, 1
    column = grid[shape.rights[index - 1] if index else shape.left]
    return column, max(1, grid[shape.rights[index]] - column)


def _grid(shapes: Sequence[RowShape]) -> dict[int, int]:
    """The column that begins at each border."""
    grid: dict[int, int] = {}
    column, last = -1, None
    for border in sorted({border for shape in shapes if shape.rights for border in (shape.left, *shape.rights)}):
        if last is None or border - last > _NEAR_TWIPS:
            column += 1
            last = border
        grid[border] = column
    return grid
