"""A layout becomes the lines an editor walks along: where each printed line of each block stands, without making a page.

A block's offsets and the joined text of the paragraph that prints it are kept apart here: `Place` counts in the block, a line's
edges count in the joined text, where derived characters (bullets, 报：, the full stop of a brief's title) stand between blocks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from app.edit.state import Place
from app.layout.flow import FlowParagraph
from app.layout.frames import Layout, Line
from app.model.issue import ISLANDS


class Side(Enum):
    """On which line a place at a soft line end is shown: at the end of the upper one or at the head of the lower one."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class LineAt:
    """Line `number` of printed paragraph `index`, on a page from 1; `top` of its slot in twips from the paper's top."""

    index: int
    number: int
    paragraph: FlowParagraph
    page: int
    top: int

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


def lines_on(layout: Layout, page: int) -> Iterator[LineAt]:
    """The lines of one page from top to bottom, without its page number."""
    plan = layout.plan
    if page <= len(plan.fills):
        fill = plan.fills[page - 1]
        for offset, part in enumerate(fill.slices):
            slot = part.paragraph.style.line
            for i in range(part.count):
                yield LineAt(fill.index + offset, part.first + i, part.paragraph, page, plan.top + part.top + i * slot)
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
    at, bound = joined_offset(paragraph, place)
    number = bisect_right(paragraph.breaks, at)
    if number and paragraph.breaks[number - 1] == at and (bound or side) is Side.BEFORE:
        number -= 1
    return line_at(layout, index, number)


def pages_of(layout: Layout, block: int) -> range:
    """The pages that show a block."""
    index = layout.blocks.get(block)
    if index is None:
        return range(0)
    last = index
    while last + 1 < len(layout.printed) and shows(layout.printed[last + 1], block):
        last += 1
    final = line_of(layout, Place(block, _end(layout.printed[last], block)), Side.BEFORE)
    first = line_of(layout, Place(block, 0))
    return range(first.page, final.page + 1) if first and final else range(0)


def shows(paragraph: FlowParagraph, block: int) -> bool:
    """Whether the paragraph has a span of the block."""
    return any(span.block == block for span in paragraph.spans)


def editable(paragraph: FlowParagraph) -> bool:
    """Whether a caret can stand in it; contents without a 目录题 and the heading 目录 are derived."""
    return any(span.block for span in paragraph.spans)


def is_island(paragraph: FlowParagraph) -> bool:
    """Whether it is a 目录题, which stands in the contents far from its article, or a cell: no selection goes in or out."""
    return paragraph.role in ISLANDS


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


def line_above(layout: Layout, at: LineAt) -> LineAt | None:
    """The nearest editable line above, on whatever page."""
    if at.number:
        return line_at(layout, at.index, at.number - 1)
    for index in range(at.index - 1, -1, -1):
        if editable(layout.printed[index]):
            return line_at(layout, index, len(layout.printed[index].lines) - 1)
    return None


def line_below(layout: Layout, at: LineAt) -> LineAt | None:
    """The nearest editable line below, on whatever page."""
    if at.number + 1 < len(at.paragraph.lines):
        return line_at(layout, at.index, at.number + 1)
    for index in range(at.index + 1, len(layout.printed)):
        if editable(layout.printed[index]):
            return line_at(layout, index, 0)
    return None


def block_beside(layout: Layout, block: int, step: int) -> int | None:
    """The editable block printed after (`step` 1) or before (-1) another, 目录题 left out; None at the ends."""
    index = layout.blocks.get(block)
    if index is None:
        return None
    here = [span.block for span in layout.printed[index].spans if span.block]
    beside = [b for b in here[::step][here[::step].index(block) :] if b != block]
    while not beside and 0 <= index + step < len(layout.printed):
        index += step
        paragraph = layout.printed[index]
        if not is_island(paragraph):
            beside = [span.block for span in paragraph.spans[::step] if span.block and span.block != block]
    return beside[0] if beside else None


def _end(paragraph: FlowParagraph, block: int) -> int:
    """The last place of the block that the paragraph shows."""
    return max(span.start + len(span.text) for span in paragraph.spans if span.block == block)
