"""A slice of a table row becomes the rules around its cells: thin filled bars, centred on the edges of the grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.layout.flow import Edge, RowFrame
from app.layout.frames import Rule
from app.layout.pages import Slice
from app.model.table_grid import Spot


def row_rules(part: Slice, left: int, top: int, *, first: bool, last: bool) -> Iterator[Rule]:
    """The rules of a slice whose upper edge is at `top`, in a type area whose left edge is at `left`, twips; none but of a table's row.

    A row that is cut over pages is closed by its rules on each of them, and so is a cell over several rows at the `first` and at the `last`
    slice of a page. Two rows that meet give the same rule twice.
    """
    row = part.paragraph.row
    if row is None:
        return
    bottom = top + part.count * part.paragraph.style.line
    above = _closed(row.above, row) if first else row.above
    below = _closed(row.below, row) if last else row.below
    for edges, y in ((above, top), (below, bottom)):
        for edge in edges:
            half = edge.thickness / 2
            x = left + edge.left - half
            yield Rule(x / 20, (y - half) / 20, (edge.right - edge.left + edge.thickness) / 20, edge.thickness / 20)
    for side in row.sides:
        yield Rule((left + side.left - side.thickness / 2) / 20, top / 20, side.thickness / 20, (bottom - top) / 20)


def _closed(edges: Sequence[Edge], row: RowFrame) -> Sequence[Edge]:
    """A rule over the whole row where cells go on through this one."""
    left, right = row.columns[0], row.columns[-1]
    if sum(edge.right - edge.left for edge in edges) == right - left:
        return edges
    return (Edge(left, right, min(side.thickness for side in row.sides)),)


def edges_below(row: int, rows: int, cells: Sequence[Spot], columns: Sequence[int], rules: tuple[int, int]) -> tuple[Edge, ...]:
    """The rule under a row (-1: above the first one), left out where one of the row's cells goes on.

    `rules` are the thicknesses outside and inside.
    """
    thickness = rules[0] if row in (-1, rows - 1) else rules[1]
    going_on = [cell for cell in cells if cell.row <= row < cell.end_row - 1]
    open_columns = {column for cell in going_on for column in range(cell.column, cell.end_column)}
    found: list[Edge] = []
    for column in range(len(columns) - 1):
        if column in open_columns:
            continue
        left, right = columns[column], columns[column + 1]
        if found and found[-1].right == left:
            found[-1] = Edge(found[-1].left, right, thickness)
        else:
            found.append(Edge(left, right, thickness))
    return tuple(found)


def sides_of(row: int, cells: Sequence[Spot], columns: Sequence[int], rules: tuple[int, int]) -> tuple[Edge, ...]:
    """The upright rules of a row, one at each border between two of its cells and at both ends."""
    starts = {cell.column for cell in cells if cell.row <= row < cell.end_row}
    places = [(0, rules[0]), *((column, rules[1]) for column in sorted(starts - {0})), (len(columns) - 1, rules[0])]
    return tuple(Edge(columns[column], columns[column], thickness) for column, thickness in places)
