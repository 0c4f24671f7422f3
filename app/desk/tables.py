"""Rows of a table of the file, and paragraphs that stand in columns, become a table of an issue, where their shape leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.desk.blocks import BlockMaker
from app.importers.found import FoundCell, FoundParagraph, FoundRow
from app.model.issue import Cell, Paragraph, Role, Table
from app.model.table_grid import Spot
from app.model.table_grid import table_of as table_with
from app.text.chars import width_em
from app.text.ordinals import head_a_list

_LEAST_CELLS = 6
"""Two lines of two columns may be anything: names beside one another, a label and its value."""
_MOST_COLUMNS, _MOST_ROWS, _LONGEST_CELL = 20, 500, 120
_MOST_HEAD_ROWS = 5
_NARROWEST_EM, _WIDEST_EM = 3, 16
"""What a column is given at least, and what it is given for a long text, which turns."""
_CAPTION = re.compile(r"^附?表(?:格)?\s*[0-9一二三四五六七八九十]+\D|^[^，。；：]{2,30}表$")


def rows_at(found: Sequence[FoundParagraph], at: int) -> int:
    """How many paragraphs from `at` on are the rows of one table; 0 where none begins."""
    whole = _whole_table(found, at)
    if whole:
        return whole
    columns = len(found[at].cells)
    end = at
    while end < len(found) and len(found[end].cells) == columns and max(map(len, found[end].cells), default=0) <= _LONGEST_CELL:
        end += 1
    rows = end - at
    good = 2 <= columns <= _MOST_COLUMNS and 2 <= rows <= _MOST_ROWS and rows * columns >= _LEAST_CELLS
    if good and columns == 2 and head_a_list([row.cells[0] for row in found[at:end]]):
        return 0
    return rows if good else 0


def captions_table(found: Sequence[FoundParagraph], at: int) -> bool:
    """Whether a paragraph is the caption of a table that follows it."""
    if at + 1 >= len(found) or found[at].level or not rows_at(found, at + 1):
        return False
    row = found[at].row
    return row.of == 0 if row else bool(_CAPTION.match(found[at].text))


def table_of(caption: str, rows: Sequence[FoundParagraph], make: BlockMaker) -> Paragraph:
    """The table of these rows under its caption, with its head: the first row, and what a cell of it reaches over."""
    head = make.paragraph(caption, Role.TABLE)
    if _whole_table(rows, 0):
        cells = _cells_in_grid([paragraph.row.cells for paragraph in rows if paragraph.row])
    else:
        cells = [(at, column, FoundCell(text)) for at, row in enumerate(rows) for column, text in enumerate(row.cells)]
    columns = max(column + cell.columns for _, column, cell in cells)
    spots = [Spot(Cell(Paragraph(make.new_id(), cell.text, Role.CELL), cell.columns, cell.rows), at, column) for at, column, cell in cells]
    return Paragraph(head.id, head.text, Role.TABLE, table=_with_head(table_with(_widths(cells, columns), len(rows), spots, 0), spots))


def _whole_table(found: Sequence[FoundParagraph], at: int) -> int:
    """How many rows a table of the file has that begins here and of which no row became something else; 0 where none does."""
    first = found[at].row
    if first is None:
        return 0
    rows: list[FoundRow] = []
    while at + len(rows) < len(found) and (row := found[at + len(rows)].row) and row.table == first.table:
        rows.append(row)
    return len(rows) if len(rows) == first.of else 0


def _cells_in_grid(rows: Sequence[Sequence[FoundCell]]) -> list[tuple[int, int, FoundCell]]:
    """Each cell with its row and column; spans end where the grid does or another cell stands, and places left over get an empty cell."""
    taken: set[tuple[int, int]] = set()
    placed: list[tuple[int, int, FoundCell]] = []

    def put(at: int, column: int, cell: FoundCell) -> int:
        right = next((c for c in range(column, column + cell.columns) if (at, c) in taken), column + cell.columns)
        below = min(at + cell.rows, len(rows))
        taken.update((row, c) for row in range(at, below) for c in range(column, right))
        placed.append((at, column, FoundCell(cell.text, right - column, below - at)))
        return right

    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            column = put(at, column, cell)
    columns = max(column for _, column in taken) + 1
    for at in range(len(rows)):
        for column in range(columns):
            if (at, column) not in taken:
                put(at, column, FoundCell(""))
    return sorted(placed, key=lambda place: place[:2])


def _widths(cells: Sequence[tuple[int, int, FoundCell]], columns: int) -> list[float]:
    """A share for each column by its longest line in a cell of its own: 序号 needs less room than 主要做法."""
    widths = [float(_NARROWEST_EM)] * columns
    for _, column, cell in cells:
        if cell.columns == 1:
            widths[column] = max(widths[column], min(max(map(width_em, cell.text.split("\n"))) + 1, _WIDEST_EM))
    return widths


def _with_head(table: Table, spots: Sequence[Spot]) -> Table:
    rows = 1
    while (reached := max(spot.end_row for spot in spots if spot.row < rows)) > rows:
        rows = reached
    return Table(table.widths, table.rows, rows if rows <= min(_MOST_HEAD_ROWS, len(table.rows) - 1) else 0)
