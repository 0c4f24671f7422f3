"""The rows of a table become `w:tbl`: a fixed grid, exact heights, merged cells, and the head rows above what goes on over a page.

A word processor repeats a head by itself, wherever the table then goes on; but LibreOffice does so after it has filled the pages behind the
table, and leaves lines there on the wrong page. So a file with locked lines holds the repeated rows themselves, where our pages begin.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from app.exporters.docx.locks import Locks
from app.exporters.docx.paragraphs import Writer
from app.exporters.docx.properties import eighths
from app.exporters.docx.styles import look_of
from app.exporters.docx.xml import Element, element, val
from app.layout.flow import CellFrame, Edge, FlowParagraph, RowFrame
from app.model.template import TableStyle


def table(rows: Sequence[FlowParagraph], writer: Writer, locks: Locks, style: TableStyle, page_rows: Collection[int]) -> Element:
    """The table of these rows, all there are; above those of the numbers `page_rows` the head stands once more."""
    columns = _frame(rows[0]).columns
    grid = element("tblGrid", [element("gridCol", w=right - left) for left, right in pairwise(columns)])
    frames = [(number, cell) for number, row in enumerate(rows) for cell in _frame(row).cells]
    made: list[Element] = []
    for number, row in enumerate(rows):
        if number in page_rows:
            heads = _frame(row).repeated
            of_heads = [(_frame(head).number, cell) for head in heads for cell in _frame(head).cells]
            made += [_row(head, _frame(head).number, of_heads, writer, locks, repeats=False, anew=False) for head in heads]
        made.append(_row(row, number, frames, writer, locks, repeats=not page_rows, anew=number in page_rows))
    return element("tbl", [_table_properties(_frame(rows[0]), round(style.padding_pt * 20), _inner(rows)), grid, *made])


def _frame(paragraph: FlowParagraph) -> RowFrame:
    assert paragraph.row
    return paragraph.row


def _inner(rows: Sequence[FlowParagraph]) -> int:
    """The thickness of the rules between cells, twips; that of the outer ones where there are none."""
    first = _frame(rows[0])
    edges: list[Edge] = [*(_frame(rows[0]).below if len(rows) > 1 else ()), *first.sides[1:-1], *first.above]
    return edges[0].thickness


def _table_properties(first: RowFrame, padding: int, inner: int) -> Element:
    outer = first.above[0].thickness
    rules = [(side, outer) for side in ("top", "left", "bottom", "right")] + [(side, inner) for side in ("insideH", "insideV")]
    borders = [element(side, val="single", sz=eighths(thickness), space=0, color="000000") for side, thickness in rules]
    margins = [element(side, w=width, type="dxa") for side, width in (("top", 0), ("left", padding), ("bottom", 0), ("right", padding))]
    properties = [
        element("tblW", w=first.columns[-1], type="dxa"),
        element("tblInd", w=0, type="dxa"),
        element("tblBorders", borders),
        element("tblLayout", type="fixed"),
        element("tblCellMar", margins),
    ]
    return element("tblPr", properties)


def _row(
    row: FlowParagraph, number: int, frames: Sequence[tuple[int, CellFrame]], writer: Writer, locks: Locks, *, repeats: bool, anew: bool
) -> Element:
    frame = _frame(row)
    properties = [] if frame.cut else [element("cantSplit")]
    properties.append(element("trHeight", val=row.height, hRule="atLeast" if frame.cut else "exact"))
    if frame.head and repeats:
        properties.append(element("tblHeader"))
    return element("tr", [element("trPr", properties), *_cells(row, number, frames, writer, locks, anew)])


def _cells(
    row: FlowParagraph, number: int, frames: Sequence[tuple[int, CellFrame]], writer: Writer, locks: Locks, anew: bool
) -> Iterator[Element]:
    """The cells that take a place in a row, left to right; those that go on from a row above are empty, and begin `anew` below a head."""
    columns = _frame(row).columns
    taken = sorted(
        ((begin, cell) for begin, cell in frames if begin <= number < begin + cell.rows),
        key=lambda entry: entry[1].column,
    )
    for begin, cell in taken:
        goes_on = begin < number
        properties = [element("tcW", w=columns[cell.column + cell.columns] - columns[cell.column], type="dxa")]
        if cell.columns > 1:
            properties.append(val("gridSpan", cell.columns))
        if cell.rows > 1:
            properties.append(element("vMerge") if goes_on and not anew else val("vMerge", "restart"))
        properties.append(val("vAlign", "center" if _is_middle(cell) else "top"))
        paragraphs = [_empty(cell, row, writer)] if goes_on else list(_paragraphs(cell, row, writer, locks))
        yield element("tc", [element("tcPr", properties), *paragraphs])


def _is_middle(cell: CellFrame) -> bool:
    """Whether the text stands in the middle of the whole cell, and not in its first row because a page's end may part the others."""
    return cell.top > 0 and abs(cell.height - sum(part.height for part in cell.paragraphs) - 2 * cell.top) <= 1


def _paragraphs(cell: CellFrame, row: FlowParagraph, writer: Writer, locks: Locks) -> Iterator[Element]:
    """The parts of a cell; in a row that keeps with the next they say so, which is how word processors know."""
    for number, part in enumerate(cell.paragraphs):
        look = look_of(part)._replace(keep_next=row.style.keep_next)
        space = 0 if number or _is_middle(cell) else cell.top
        yield from writer.paragraph(part, locks.of(part), look=look, space_above=space)


def _empty(cell: CellFrame, row: FlowParagraph, writer: Writer) -> Element:
    look = look_of(cell.paragraphs[0])._replace(keep_next=row.style.keep_next)
    return element("p", [element("pPr", writer.properties(look))])
