"""A table of a Word file becomes rows of cells with their spans; one that only lays text out becomes that text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.importers.docx.runs import chosen_of, words_inside
from app.importers.docx.xml import Element, attribute, child, kind, number, value
from app.importers.raw import LeftOut, RawBlock, RawCell, RawPicture, RawTable, Reason
from app.importers.raw_text import lines_of_block
from app.records import dataclass

Blocks = Callable[[Element], list[RawBlock]]

_CONTAINERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"})
_WIDEST = 1_000


@dataclass(slots=True)
class _Cell:
    blocks: list[RawBlock]
    column: int
    columns: int
    goes_on: bool
    rows: int = 1


def read_table(element: Element, blocks: Blocks, left_out: list[LeftOut]) -> list[RawBlock]:
    """The table, behind it the pictures in it. Rows that were deleted with changes tracked go to `left_out`."""
    rows: list[list[_Cell]] = []
    for line in _inside(element, "w:tr"):
        gone = child(child(line, "w:trPr"), "w:del")
        if gone is None:
            rows.append(list(_cells(line, blocks)))
        else:
            left_out.append(LeftOut(Reason.DELETED, words_inside(line), attribute(gone, "author")))
    if all(len(row) <= 1 for row in rows):
        return [block for row in rows for cell in row for block in cell.blocks]
    shown = _merged(rows)
    table = RawTable(tuple(tuple(RawCell(_text(cell), cell.columns, cell.rows) for cell in row) for row in shown))
    pictures = [block for row in rows for cell in row for block in cell.blocks if isinstance(block, RawPicture)]
    return [table, *pictures]


def _merged(rows: list[list[_Cell]]) -> list[list[_Cell]]:
    """The rows without the cells that one above reaches over."""
    above: dict[int, _Cell] = {}
    out: list[list[_Cell]] = []
    for row in rows:
        here: list[_Cell] = []
        for cell in row:
            upper = above.get(cell.column)
            if cell.goes_on and upper is not None and upper.columns == cell.columns and not _text(cell):
                upper.rows += 1
            else:
                here.append(cell)
                above[cell.column] = cell
        out.append(here)
    return out


def _cells(row: Element, blocks: Blocks) -> Iterator[_Cell]:
    column = number(value(child(row, "w:trPr"), "w:gridBefore"), 0)
    for cell in _inside(row, "w:tc"):
        properties = child(cell, "w:tcPr")
        columns = min(max(number(value(properties, "w:gridSpan"), 1), 1), _WIDEST)
        merged = child(properties, "w:vMerge")
        yield _Cell(blocks(cell), column, columns, merged is not None and attribute(merged, "val", "continue") == "continue")
        column += columns


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those in content controls and the like."""
    for inner in element:
        found = kind(inner)
        if found == name:
            yield inner
        elif found == "mc:AlternateContent":
            chosen = chosen_of(inner)
            if chosen is not None:
                yield from _inside(chosen, name)
        elif found in _CONTAINERS:
            yield from _inside(inner, name)


def _text(cell: _Cell) -> str:
    return "\n".join(line for block in cell.blocks for line in lines_of_block(block)).strip("\n")
