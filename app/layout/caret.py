"""Places become carets and boxes, points become places: what an editor asks about a laid-out issue, as queries on its lines.

Horizontal places are points from the paper's left edge, vertical ones twips from its top, as in the frames. Nothing here keeps
state, and no page is made for an answer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.edit.state import Place
from app.layout.flow import Align
from app.layout.frames import GlyphRun, Layout
from app.layout.lines import Room
from app.layout.places import Area, LineAt, Segment, Side, editable, is_island, line_of, lines_on, segments, turn_of
from app.records import dataclass
from app.text.graphemes import is_boundary

Ranges = Mapping[int, Sequence[tuple[int, int]]]
"""Block id to stretches of it, (start, end) in characters."""
Stretch = tuple[int, int, int]
"""Block id, start and end in characters."""


@dataclass(frozen=True, slots=True)
class Caret:
    """Where a caret stands: page from 1, x in points, top and height of its line's slot in twips."""

    page: int
    x_pt: float
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of a line: page from 1, left and right in points, top and height of the slot in twips."""

    page: int
    left_pt: float
    right_pt: float
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Hit:
    """What a point of a page meets: a place with its side, or, in derived text, the block `target` that it comes from."""

    place: Place | None
    side: Side = Side.AFTER
    target: int = 0


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on a line where a caret may stand."""

    x_pt: float
    place: Place
    side: Side


def caret_at(layout: Layout, place: Place, side: Side = Side.AFTER) -> Caret | None:
    """The caret of a place; None where its block is not printed (a 目录题 outside the contents, a byline left out)."""
    at = line_of(layout, place, side)
    return Caret(at.page, x_of(layout, at, place), at.top, at.height) if at else None


def hit(layout: Layout, page: int, x_pt: float, y_pt: float) -> Hit | None:
    """What stands nearest to a point of a page: on the line whose slot is nearest, before or after the nearest character.

    Derived text gives no place but the block that it comes from; derived text that comes from none (目录) is passed over. None on
    a page without text.
    """
    lines = [at for at in lines_on(layout, page) if at.paragraph.target or editable(at.paragraph)]
    if not lines:
        return None
    at = _nearest(lines, x_pt, y_pt)
    if not editable(at.paragraph):
        return Hit(None, target=at.paragraph.target)
    stop = place_on(layout, at, x_pt)
    return Hit(stop.place, stop.side, at.paragraph.target) if stop else None


def place_at(layout: Layout, page: int, x_pt: float, y_pt: float, *, in_cells: bool = False) -> tuple[Place, Side] | None:
    """The place nearest to a point, as a drag wants it: derived text is passed over, a page without a place gives the one before.

    Cells of tables are passed over, too, unless `in_cells`.
    """
    for number in (*range(page, 0, -1), *range(page + 1, len(layout.pages) + 1)):
        shown = [at for at in lines_on(layout, number) if editable(at.paragraph)]
        lines = [at for at in shown if not is_island(at.paragraph) or (in_cells and at.area)]
        if lines:
            at = _nearest(lines, x_pt, y_pt) if number == page else lines[-1] if number < page else lines[0]
            stop = place_on(layout, at, x_pt)
            return (stop.place, stop.side) if stop else None
    return None


def place_on(layout: Layout, at: LineAt, x_pt: float) -> Stop | None:
    """The stop of a line that is nearest to x; None in a line of derived text alone."""
    return min(stops(layout, at), key=lambda stop: abs(stop.x_pt - x_pt), default=None)


def stops(layout: Layout, at: LineAt) -> Iterator[Stop]:
    """The places of a line where a caret may stand, left to right within each block; clusters of characters are not entered."""
    text = at.paragraph.text
    for segment in segments(at):
        for offset in range(segment.start, segment.end + 1):
            joined = segment.at + offset - segment.start
            if offset in (segment.start, segment.end) or is_boundary(text, joined):
                place = Place(segment.block, offset)
                side = Side.BEFORE if offset == segment.end else Side.AFTER
                yield Stop(x_of(layout, at, place), place, side)


def boxes(layout: Layout, start: Place, end: Place, page: int) -> list[Box]:
    """The stretches of one page's lines that a selection covers; `start` stands before `end` in printing order.

    Derived text between two covered stretches is covered, too; a line whose paragraph end is selected shows half an em more. A
    目录题 is covered only by a selection within it, and so are cells, which are covered whole where a selection takes their table.
    """
    found: list[Box] = []
    for at in lines_on(layout, page):
        if not is_island(at.paragraph) or start.block == end.block:
            found += _covered(layout, at, start, end)
        elif at.area and at.part == at.number == 0 and _takes_table(layout, at, start, end):
            found.append(_cell_box(layout, at, at.area))
    return found


def stretches(layout: Layout, ranges: Ranges, page: int) -> Iterator[tuple[Stretch, Box]]:
    """Where many stretches of text stand on one page, in one walk over its lines: each with a box on each line that shows it."""
    for at in lines_on(layout, page):
        for where, left, right in stretches_on(layout, at, ranges):
            yield where, Box(page, left, right, at.top, at.height)


def stretches_on(layout: Layout, at: LineAt, ranges: Ranges) -> Iterator[tuple[Stretch, float, float]]:
    """The stretches that one line shows, each with its left and right edge in points: the same as long as its paragraph is."""
    if not any(span.block in ranges for span in at.paragraph.spans):
        return
    for part in segments(at):
        for start, end in ranges.get(part.block, ()):
            first, last = max(part.start, start), min(part.end, end)
            if first < last:
                left, right = x_of(layout, at, Place(part.block, first)), x_of(layout, at, Place(part.block, last))
                if left < right:  # blanks that the line's end swallowed have no width
                    yield (part.block, start, end), left, right


def _takes_table(layout: Layout, at: LineAt, start: Place, end: Place) -> bool:
    """Whether a selection over several blocks holds the whole caption of the table that a line stands in."""
    row = layout.printed[at.index].row
    if row is None:
        return False
    caption = turn_of(layout, row.table)
    length = len(layout.printed[layout.blocks[row.table]].text)
    first, last = turn_of(layout, start.block), turn_of(layout, end.block)
    return (first, start.offset) <= (caption, 0) and (caption, length) <= (last, end.offset)


def _cell_box(layout: Layout, at: LineAt, area: Area) -> Box:
    plan = layout.plan
    top, bottom = max(area.top, plan.top), min(area.bottom, plan.top + plan.paper.text_height)
    return Box(at.page, area.left / 20, area.right / 20, top, bottom - top)


def first_stop(layout: Layout, at: LineAt) -> Stop | None:
    """The leftmost stop of a line."""
    return min(stops(layout, at), key=lambda stop: stop.x_pt, default=None)


def last_stop(layout: Layout, at: LineAt) -> Stop | None:
    """The rightmost stop of a line."""
    return max(stops(layout, at), key=lambda stop: stop.x_pt, default=None)


def x_of(layout: Layout, at: LineAt, place: Place) -> float:
    """Where on the line a place stands, points; inside a glyph of several characters it is shared out evenly.

    Blanks that the line's end swallowed take their room to the right, up to the edge of the text.
    """
    last: GlyphRun | None = None
    for run in at.line.runs:
        if run.block == place.block and run.sources:
            start = run.sources[0]
            if place.offset < start + len(run.text):
                return _x_in_run(run, max(place.offset, start))
            last = run
    if last is None:
        return _x_of_nothing(layout, at, place)
    text = _block_text(at, place.block, last.sources[0] + len(last.text), place.offset)
    right = last.end_x_pt + sum(last.face.advances[c] for c in text if last.face.covers(c)) * last.size_pt * last.scale_x
    return min(right, max(last.end_x_pt, _room(layout, at).right)) if text else right


def _nearest(lines: list[LineAt], x_pt: float, y_pt: float) -> LineAt:
    """The line whose slot is nearest; a line in a cell of a table is nearest within the whole cell."""
    x, y = x_pt * 20, y_pt * 20

    def away(at: LineAt) -> tuple[float, float, float]:
        from_slot = max(at.top - y, y - at.top - at.height, 0)
        if at.area is None:
            return from_slot, 0, 0
        area = at.area
        return max(area.top - y, y - area.bottom, 0), max(area.left - x, x - area.right, 0), from_slot

    return min(lines, key=away)


def _covered(layout: Layout, at: LineAt, start: Place, end: Place) -> list[Box]:
    """What a selection covers of one line."""
    found: list[Box] = []
    parts = segments(at)
    joins = False
    for number, part in enumerate(parts):
        clipped = _clipped(layout, part, start, end)
        if clipped is None:
            joins = False
            continue
        left, right = (x_of(layout, at, Place(part.block, offset)) for offset in clipped)
        if number == len(parts) - 1 and part.block != end.block and part.end == _last_place(at, part.block):
            right += at.paragraph.style.text.size_pt / 2
        if joins:
            found[-1] = replace(found[-1], right_pt=max(right, found[-1].right_pt))
        elif right > left:
            found.append(Box(at.page, left, right, at.top, at.height))
        joins = bool(found) and clipped[1] == part.end
    return found


def _clipped(layout: Layout, part: Segment, start: Place, end: Place) -> tuple[int, int] | None:
    """The offsets of a segment that a selection covers; None where it stands outside of it."""
    if start.block == end.block:
        first, last = (max(part.start, start.offset), min(part.end, end.offset)) if part.block == start.block else (1, 0)
        return (first, last) if first < last else None
    if part.block == start.block:
        return (max(part.start, start.offset), part.end) if start.offset <= part.end else None
    if part.block == end.block:
        return (part.start, min(part.end, end.offset)) if part.start < end.offset else None
    inside = turn_of(layout, start.block) < turn_of(layout, part.block) < turn_of(layout, end.block)
    return (part.start, part.end) if inside else None


def _last_place(at: LineAt, block: int) -> int:
    """The last place of the block that the line's paragraph shows."""
    return max(span.start + len(span.text) for span in at.paragraph.spans if span.block == block)


def _block_text(at: LineAt, block: int, start: int, end: int) -> str:
    """The characters of a block between two of its places, as far as the line's paragraph prints them."""
    parts = [span.text[max(start - span.start, 0) : max(end - span.start, 0)] for span in at.paragraph.spans if span.block == block]
    return "".join(parts)


def _x_in_run(run: GlyphRun, offset: int) -> float:
    """Left end of the character at an offset inside the run."""
    glyph = bisect_right(run.sources, offset) - 1
    first = run.sources[glyph]
    if first == offset:
        return run.xs[glyph]
    end = run.sources[0] + len(run.text)
    following, right = (run.sources[glyph + 1], run.xs[glyph + 1]) if glyph + 1 < len(run.sources) else (end, run.end_x_pt)
    return run.xs[glyph] + (right - run.xs[glyph]) * (offset - first) / (following - first)


def _x_of_nothing(layout: Layout, at: LineAt, place: Place) -> float:
    """Where a block stands of which the line shows nothing: an empty one, or blanks that its end swallowed."""
    paragraph, room = at.paragraph, _room(layout, at)
    if paragraph.tab_split is not None:
        on_right = any(span.block == place.block for span in paragraph.spans[paragraph.tab_split :])
        return room.right if on_right else room.first_left
    line = at.line
    if line.runs:
        before = sum(len(span.text) for span in paragraph.spans[: _span_index(at, place.block)]) - at.edges[0]
        x = line.x_pt
        for run in line.runs:
            if before <= 0:
                return run.xs[0] if run.xs else x
            before -= len(run.text)
            x = run.end_x_pt
        return x
    left = room.left if at.number else room.first_left
    return {Align.RIGHT: room.right, Align.CENTRE: (left + room.right) / 2}.get(room.align, left)


def _span_index(at: LineAt, block: int) -> int:
    return next(i for i, span in enumerate(at.paragraph.spans) if span.block == block)


def _room(layout: Layout, at: LineAt) -> Room:
    """Where the line may stand."""
    paper = layout.plan.paper
    return Room.of(at.paragraph.style, paper.left, paper.text_width)
