"""A layout becomes the lines an editor walks along: where each printed line of each block stands, without making a page.

A block's offsets and the joined text of the paragraph that prints it are kept apart here: `Place` counts in the block, a line's
edges count in the joined text, where derived characters (bullets, 报：, the full stop of a brief's title) stand between blocks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum

from app.edit.state import Place
from app.layout.flow import FlowParagraph
from app.layout.frames import Layout, Line
from app.layout.pages import Slice
from app.model.issue import ISLANDS
from app.records import dataclass


class Side(Enum):
    """On which line a place at a soft line end is shown: at the end of the upper one or at the head of the lower one."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Area:
    """What a cell takes of its page, twips from the paper's left edge and top."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class LineAt:
    """Line `number` of printed paragraph `index`, on a page from 1; `top` of its slot in twips from the paper's top.

    In a row of a table it is a line of the paragraph `part` of `cell`, which takes `area` of the page.
    """

    index: int
    number: int
    paragraph: FlowParagraph
    page: int
    top: int
    cell: int = -1
    part: int = 0
    area: Area | None = None

    @property
    def line(self) -> Line:
        """The line as it prints."""
        return self.paragraph.lines[self.number]

    @property
    def height(self) -> int:
        """Its slot, twips."""
        return self.paragraph.style.line

    @property
    def edges(self) -> tuple[int, int]:
        """Where it starts and ends in the joined text, with the blanks that its end swallows."""
        breaks = self.paragraph.breaks
        start = breaks[self.number - 1] if self.number else 0
        return start, breaks[self.number] if self.number < len(breaks) else len(self.paragraph.text)


@dataclass(frozen=True, slots=True)
class Segment:
    """The characters `start` to `end` of a block that stand side by side on one line; `at` is the first one's joined offset."""

    block: int
    start: int
    end: int
    at: int


def line_at(layout: Layout, index: int, number: int) -> LineAt:
    """A line of a printed paragraph with its place."""
    paragraph = layout.printed[index]
    plan, below = layout.plan, index - len(layout.flow)
    if below >= 0:
        return LineAt(index, number, paragraph, plan.footer_page, plan.footer_top + plan.footer.tops[below] + number * paragraph.style.line)
    page = bisect_right(layout.page_starts, (index, number))
    fill = plan.fills[page - 1]
    part = fill.slices[index - fill.index]
    return LineAt(index, number, paragraph, page, plan.top + part.top + (number - part.first) * paragraph.style.line)


def cell_lines(layout: Layout, index: int, cell: int) -> list[LineAt]:
    """The lines of a cell of the row `index`, top to bottom."""
    paragraph = layout.printed[index]
    slots = len(paragraph.lines)
    found: list[LineAt] = []
    for at, part, number, below in paragraph.printed_lines(0, slots):
        if at == cell:
            page = bisect_right(layout.page_starts, (index, min(below // paragraph.style.line, slots - 1)))
            fill = layout.plan.fills[page - 1]
            found.append(_in_cell(layout, page, index, fill.slices[index - fill.index], (at, part, number, below)))
    return found


def _in_cell(layout: Layout, page: int, index: int, part: Slice, line: tuple[int, int, int, int]) -> LineAt:
    """A line of a cell; `line` is as `printed_lines` gives it, from the row's first slot on."""
    at, number, of, below = line
    plan, row = layout.plan, part.paragraph.row
    assert row
    cell = row.cells[at]
    top = plan.top + part.top - part.first * part.paragraph.style.line
    sides = (plan.paper.left + row.columns[edge] for edge in (cell.column, cell.column + cell.columns))
    left, right = sides
    area = Area(left, top, right, top + cell.height)
    return LineAt(index, of, cell.paragraphs[number], page, top + below, at, number, area)


def lines_on(layout: Layout, page: int) -> Iterator[LineAt]:
    """The lines of one page from top to bottom, without its page number."""
    plan = layout.plan
    if page <= len(plan.fills):
        fill = plan.fills[page - 1]
        for index, part in enumerate(fill.slices, fill.index):
            paragraph, start = part.paragraph, part.first * part.paragraph.style.line
            for cell, inner, number, below in paragraph.printed_lines(part.first, part.count):
                if cell < 0:
                    yield LineAt(index, number, paragraph, page, plan.top + part.top + below)
                else:
                    yield _in_cell(layout, page, index, part, (cell, inner, number, below + start))
    if page == plan.footer_page:
        for below, paragraph in enumerate(layout.footer):
            for number in range(len(paragraph.lines)):
                yield line_at(layout, len(layout.flow) + below, number)


def line_of(layout: Layout, place: Place, side: Side = Side.AFTER) -> LineAt | None:
    """The line on which a caret at the place is shown; None where the block is not printed."""
    index = layout.blocks.get(place.block)
    if index is None:
        return None
    # A line of the masthead's name that is too wide is printed as several paragraphs.
    while (end := _end(layout.printed[index], place.block)) <= place.offset and index + 1 < len(layout.printed):
        if not shows(layout.printed[index + 1], place.block) or (end == place.offset and side is Side.BEFORE):
            break
        index += 1
    paragraph = layout.printed[index]
    if paragraph.row:
        return _line_in_row(layout, index, place, side)
    number = _line_number(paragraph, place, side)
    return line_at(layout, index, number)


def _line_in_row(layout: Layout, index: int, place: Place, side: Side) -> LineAt:
    """The line of a cell on which a place is shown: each part between two turns has places of its own."""
    row = layout.printed[index].row
    assert row
    cell = next(at for at, cell in enumerate(row.cells) if cell.paragraphs[0].block == place.block)
    parts = row.cells[cell].paragraphs
    part = max(at for at, paragraph in enumerate(parts) if not at or paragraph.spans[0].start <= place.offset)
    number = _line_number(parts[part], place, side)
    return next(at for at in cell_lines(layout, index, cell) if (at.part, at.number) == (part, number))


def _line_number(paragraph: FlowParagraph, place: Place, side: Side) -> int:
    """The line of a paragraph on which a place is shown."""
    at, bound = joined_offset(paragraph, place)
    number = bisect_right(paragraph.breaks, at)
    if number and paragraph.breaks[number - 1] == at and (bound or side) is Side.BEFORE:
        number -= 1
    return number


def shows(paragraph: FlowParagraph, block: int) -> bool:
    """Whether the paragraph has a span of the block."""
    return any(span.block == block for span in paragraph.spans)


def editable(paragraph: FlowParagraph) -> bool:
    """Whether a caret can stand in it; contents without a 目录题 and the heading 目录 are derived."""
    return any(span.block for span in paragraph.spans)


def is_island(paragraph: FlowParagraph) -> bool:
    """Whether it is a 目录题, which stands in the contents far from its article, or a cell: no selection goes in or out."""
    return paragraph.role in ISLANDS


def on_island(layout: Layout, block: int) -> bool:
    """Whether a block is printed as an island."""
    index = layout.blocks.get(block)
    return index is not None and (is_island(layout.printed[index]) or layout.printed[index].row is not None)


def turn_of(layout: Layout, block: int) -> tuple[int, int]:
    """A value that stands for a block's turn in printing order."""
    index = layout.blocks.get(block)
    if index is None:
        return len(layout.printed), 0
    return index, next(i for i, span in enumerate(layout.printed[index].spans) if span.block == block)


def joined_offset(paragraph: FlowParagraph, place: Place) -> tuple[int, Side | None]:
    """Where a place of a block is in the joined text, and the side that it has where the text leaves no choice.

    A block's first place belongs to what follows and its last one to what comes before, as do the places before and behind a turn
    set by hand, whose line feed is not set.
    """
    at, found, last_end = 0, None, None
    for span in paragraph.spans:
        if span.block == place.block:
            end = span.start + len(span.text)
            if place.offset < span.start:
                return (at, Side.AFTER) if found is None else (found, Side.BEFORE)
            if place.offset < end:
                return at + place.offset - span.start, Side.AFTER if place.offset == span.start != last_end else None
            found, last_end = at + len(span.text), end
        at += len(span.text)
    return found or 0, Side.BEFORE


def segments(at: LineAt) -> list[Segment]:
    """What the line shows of each block, left to right; an empty block has an empty one where its caret stands."""
    first, last = at.edges
    found: list[Segment] = []
    joined = 0
    for span in at.paragraph.spans:
        start, end = max(joined, first), min(joined + len(span.text), last)
        # An empty span at a line's edge stands on the upper line, as the last place of a block does.
        here = start < end or (not span.text and (first < joined <= last or at.number == joined == first))
        if span.block and here:
            piece = Segment(span.block, span.start + start - joined, span.start + end - joined, start)
            before = found[-1] if found else None
            if before and before.block == span.block and before.end == piece.start and before.at + before.end - before.start == start:
                found[-1] = Segment(before.block, before.start, piece.end, before.at)
            else:
                found.append(piece)
        joined += len(span.text)
    return found


def line_above(layout: Layout, at: LineAt, x_pt: float | None = None) -> LineAt | None:
    """The nearest editable line above, on whatever page; in a row of a table in the cell at `x_pt`."""
    if at.cell >= 0:
        own = cell_lines(layout, at.index, at.cell)
        if (number := own.index(at)) > 0:
            return own[number - 1]
    elif at.number:
        return line_at(layout, at.index, at.number - 1)
    return _line_beside(layout, range(at.index - 1, -1, -1), _column(at, x_pt), -1)


def line_below(layout: Layout, at: LineAt, x_pt: float | None = None) -> LineAt | None:
    """The nearest editable line below, on whatever page; in a row of a table in the cell at `x_pt`."""
    behind = at.index + 1
    if at.cell >= 0:
        own = cell_lines(layout, at.index, at.cell)
        if (number := own.index(at)) + 1 < len(own):
            return own[number + 1]
        row = layout.printed[at.index].row
        behind = at.index + (row.cells[at.cell].rows if row else 1)
    elif at.number + 1 < len(at.paragraph.lines):
        return line_at(layout, at.index, at.number + 1)
    return _line_beside(layout, range(behind, len(layout.printed)), _column(at, x_pt), 0)


def _column(at: LineAt, x_pt: float | None) -> float:
    """The x in twips by which a cell is chosen: the one given, held within the cell that the line stands in, or the line's own."""
    x = at.line.x_pt * 20 if x_pt is None else x_pt * 20
    return min(max(x, at.area.left), at.area.right - 1) if at.area else x


def _line_beside(layout: Layout, indices: range, x: float, end: int) -> LineAt | None:
    """The first (`end` 0) or last (-1) line of the first editable one among printed paragraphs."""
    for index in indices:
        paragraph = layout.printed[index]
        if paragraph.row:
            lines = cell_lines(layout, *_cell_at(layout, index, x))
            return lines[end]
        if editable(paragraph):
            return line_at(layout, index, range(len(paragraph.lines))[end])
    return None


def _cell_at(layout: Layout, index: int, x: float) -> tuple[int, int]:
    """(row, cell) of what takes the place at `x` in the row `index`: a cell of that row, or one above that reaches down to it."""
    row = layout.printed[index].row
    assert row
    edges = [layout.plan.paper.left + edge for edge in row.columns]
    column = min(max(bisect_right(edges, x) - 1, 0), len(edges) - 2)
    for above in range(index, index - row.number - 1, -1):
        upper = layout.printed[above].row
        for at, cell in enumerate(upper.cells if upper else ()):
            if cell.column <= column < cell.column + cell.columns and above + cell.rows > index:
                return above, at
    return index, 0


def block_beside(layout: Layout, block: int, step: int, *, into_cells: bool = True) -> int | None:
    """The editable block printed after (`step` 1) or before (-1) another, 目录题 left out; None at the ends.

    Without `into_cells` tables are passed over.
    """
    index = layout.blocks.get(block)
    if index is None:
        return None
    here = [span.block for span in layout.printed[index].spans if span.block]
    beside = [b for b in here[::step][here[::step].index(block) :] if b != block]
    while not beside and 0 <= index + step < len(layout.printed):
        index += step
        paragraph = layout.printed[index]
        if not is_island(paragraph) and (into_cells or paragraph.row is None):
            beside = [span.block for span in paragraph.spans[::step] if span.block and span.block != block]
    return beside[0] if beside else None


def _end(paragraph: FlowParagraph, block: int) -> int:
    """The last place of the block that the paragraph shows."""
    return max(span.start + len(span.text) for span in paragraph.spans if span.block == block)
