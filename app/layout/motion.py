"""A cursor and a key become the next cursor: every way of walking and selecting, as pure functions on a layout and its issue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from app.edit.state import Place, Selection, in_order
from app.edit.tree import article_of_block
from app.layout.caret import Stop, caret_at, first_stop, last_stop, place_at, place_on
from app.layout.frames import Layout
from app.layout.places import LineAt, Side, block_beside, is_island, line_above, line_below, line_of, on_island, turn_of
from app.model.issue import ISLANDS, Issue, Role
from app.records import dataclass
from app.text.graphemes import next_boundary, previous_boundary
from app.text.words import next_word, previous_word, word_at


class Motion(StrEnum):
    """The keys that move a caret."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    LINE_START = "line_start"
    LINE_END = "line_end"
    WORD_LEFT = "word_left"
    WORD_RIGHT = "word_right"
    PARAGRAPH_UP = "paragraph_up"
    PARAGRAPH_DOWN = "paragraph_down"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Cursor:
    """A selection, the line on which its head is shown, and the column in points that up and down keep (None: the head's own)."""

    selection: Selection
    side: Side = Side.AFTER
    goal_x_pt: float | None = None


@dataclass(frozen=True, slots=True)
class _Walk:
    """What a motion may look at."""

    layout: Layout
    issue: Issue
    cursor: Cursor
    extend: bool = False

    @property
    def head(self) -> Place:
        return self.cursor.selection.head

    @property
    def text(self) -> str:
        """The text of the head's block."""
        return self.issue.block_index[self.head.block].text

    @property
    def line(self) -> LineAt | None:
        return line_of(self.layout, self.head, self.cursor.side)

    def beside(self, step: int) -> int | None:
        """The block before or after the head's; a selection passes tables over."""
        return block_beside(self.layout, self.head.block, step, into_cells=not self.extend)

    @property
    def goal_x_pt(self) -> float:
        """The column to keep."""
        if self.cursor.goal_x_pt is not None:
            return self.cursor.goal_x_pt
        caret = caret_at(self.layout, self.head, self.cursor.side)
        return caret.x_pt if caret else 0.0


_Step = tuple[Place, Side]


def move(layout: Layout, issue: Issue, cursor: Cursor, motion: Motion, *, extend: bool = False) -> Cursor:
    """The cursor after a key; with `extend` (Shift) the anchor stays. At the end of its way a cursor stays where it is.

    Left and right of a selection go to its ends, as everywhere. A head in a block that is gone or not printed goes to the start.
    """
    selection = cursor.selection
    if (
        any(place.block not in issue.block_index for place in (selection.anchor, selection.head))
        or selection.head.block not in layout.blocks
    ):
        first = _first(layout)
        return Cursor(Selection(first, first)) if first else cursor
    if not selection.collapsed and not extend and motion in (Motion.LEFT, Motion.RIGHT):
        place = in_order(issue, selection)[motion is Motion.RIGHT]
        return Cursor(Selection(place, place))
    walk = _Walk(layout, issue, cursor, extend)
    found = _MOTIONS[motion](walk)
    if found is None:
        return cursor if extend else replace(cursor, selection=Selection(selection.head, selection.head))
    place, side = found
    goal = walk.goal_x_pt if motion in _KEEP_COLUMN else None
    moved = extend_to(layout, issue, cursor, place, side) if extend else Cursor(Selection(place, place), side)
    return replace(moved, goal_x_pt=goal)


def extend_to(layout: Layout, issue: Issue, cursor: Cursor, place: Place, side: Side = Side.AFTER) -> Cursor:
    """The selection drawn from its anchor to a place (a drag, Shift and click).

    A 目录题 stands apart from the text it names, and so do the cells of a table: a selection that begins in one stays in it, and others
    do not enter one.
    """
    anchor = cursor.selection.anchor
    if place.block != anchor.block:
        if on_island(layout, anchor.block):
            last = len(issue.block_index[anchor.block].text)
            ahead = turn_of(layout, place.block) > turn_of(layout, anchor.block)
            place, side = Place(anchor.block, last if ahead else 0), Side.BEFORE if ahead else Side.AFTER
        elif on_island(layout, place.block):
            return cursor
    return Cursor(Selection(anchor, place), side)


def select_word(issue: Issue, place: Place) -> Cursor:
    """The word at a place (a double click)."""
    start, end = word_at(issue.block_index[place.block].text, place.offset)
    return Cursor(Selection(Place(place.block, start), Place(place.block, end)), Side.BEFORE)


def select_block(issue: Issue, place: Place) -> Cursor:
    """The whole paragraph, title or field (a triple click)."""
    return Cursor(Selection(Place(place.block, 0), Place(place.block, len(issue.block_index[place.block].text))), Side.BEFORE)


def select_more(layout: Layout, issue: Issue, cursor: Cursor) -> Cursor:
    """Ctrl+A: the article that the head stands in, or the field outside of one; what is selected so already: the issue (S3)."""
    block = cursor.selection.head.block
    found = article_of_block(issue, block)
    inside = [found.article.title, *found.article.paragraphs] if found else [issue.block_index[block]]
    if on_island(layout, block):
        inside = [issue.block_index[block]]
    shown = [paragraph for paragraph in inside if paragraph.id in layout.blocks]
    ends = (Place(shown[0].id, 0), Place(shown[-1].id, len(shown[-1].text))) if shown else None
    if ends is None or ends == in_order(issue, cursor.selection):
        first, last = _first(layout), _last(layout, issue)
        ends = (first, last) if first and last else None
    return Cursor(Selection(*ends), Side.BEFORE) if ends else cursor


def _left(walk: _Walk) -> _Step | None:
    head = walk.head
    if head.offset:
        return Place(head.block, previous_boundary(walk.text, head.offset)), Side.AFTER
    return _end_of(walk, walk.beside(-1))


def _right(walk: _Walk) -> _Step | None:
    head = walk.head
    if head.offset < len(walk.text):
        return Place(head.block, next_boundary(walk.text, head.offset)), Side.AFTER
    return _start_of(walk.beside(1))


def _word_left(walk: _Walk) -> _Step | None:
    head = walk.head
    return (Place(head.block, previous_word(walk.text, head.offset)), Side.AFTER) if head.offset else _left(walk)


def _word_right(walk: _Walk) -> _Step | None:
    head = walk.head
    if head.offset == len(walk.text):
        return _right(walk)
    return Place(head.block, next_word(walk.text, head.offset)), Side.AFTER


def _paragraph_up(walk: _Walk) -> _Step | None:
    head = walk.head
    return _start_of(head.block if head.offset else walk.beside(-1))


def _paragraph_down(walk: _Walk) -> _Step | None:
    return _start_of(walk.beside(1)) or _end(walk)


def _line_start(walk: _Walk) -> _Step | None:
    line = walk.line
    return _at(first_stop(walk.layout, line)) if line else None


def _line_end(walk: _Walk) -> _Step | None:
    line = walk.line
    return _at(last_stop(walk.layout, line)) if line else None


def _up(walk: _Walk) -> _Step | None:
    return _vertical(walk, line_above, _line_start)


def _down(walk: _Walk) -> _Step | None:
    return _vertical(walk, line_below, _line_end)


def _vertical(
    walk: _Walk, beside: Callable[[Layout, LineAt, float], LineAt | None], at_end: Callable[[_Walk], _Step | None]
) -> _Step | None:
    """The nearest place in the next line that has one; in the first and the last line their ends."""
    line = walk.line
    anchor = walk.cursor.selection.anchor.block
    while line is not None and (line := beside(walk.layout, line, walk.goal_x_pt)) is not None:
        passed = walk.extend and is_island(line.paragraph) and line.paragraph.block != anchor
        stop = None if passed else place_on(walk.layout, line, walk.goal_x_pt)
        if stop:
            return _at(stop)
    return at_end(walk)


def _page_up(walk: _Walk) -> _Step | None:
    return _by_page(walk, -1) or _start(walk)


def _page_down(walk: _Walk) -> _Step | None:
    return _by_page(walk, 1) or _end(walk)


def _by_page(walk: _Walk, step: int) -> _Step | None:
    """The place at the same height of the next page."""
    caret = caret_at(walk.layout, walk.head, walk.cursor.side)
    if caret is None or not 1 <= caret.page + step <= len(walk.layout.pages):
        return None
    return place_at(walk.layout, caret.page + step, walk.goal_x_pt, (caret.top + caret.height / 2) / 20, in_cells=not walk.extend)


def _start(walk: _Walk) -> _Step | None:
    first = _first(walk.layout)
    return (first, Side.AFTER) if first else None


def _end(walk: _Walk) -> _Step | None:
    last = _last(walk.layout, walk.issue, in_cells=not walk.extend)
    return (last, Side.BEFORE) if last else None


_MOTIONS: dict[Motion, Callable[[_Walk], _Step | None]] = {
    Motion.LEFT: _left,
    Motion.RIGHT: _right,
    Motion.UP: _up,
    Motion.DOWN: _down,
    Motion.LINE_START: _line_start,
    Motion.LINE_END: _line_end,
    Motion.WORD_LEFT: _word_left,
    Motion.WORD_RIGHT: _word_right,
    Motion.PARAGRAPH_UP: _paragraph_up,
    Motion.PARAGRAPH_DOWN: _paragraph_down,
    Motion.PAGE_UP: _page_up,
    Motion.PAGE_DOWN: _page_down,
    Motion.START: _start,
    Motion.END: _end,
}

_KEEP_COLUMN = frozenset({Motion.UP, Motion.DOWN, Motion.PAGE_UP, Motion.PAGE_DOWN})


def _at(stop: Stop | None) -> _Step | None:
    return (stop.place, stop.side) if stop else None


def _start_of(block: int | None) -> _Step | None:
    return None if block is None else (Place(block, 0), Side.AFTER)


def _end_of(walk: _Walk, block: int | None) -> _Step | None:
    return None if block is None else (Place(block, len(walk.issue.block_index[block].text)), Side.BEFORE)


def _first(layout: Layout) -> Place | None:
    """The first place of what is printed."""
    return next((Place(block, 0) for block in layout.blocks if not on_island(layout, block)), None)


def _last(layout: Layout, issue: Issue, *, in_cells: bool = False) -> Place | None:
    """The last place of what is printed; one in a cell only if `in_cells`."""
    passed = (Role.TOC_TITLE,) if in_cells else ISLANDS
    block = next((block for block in reversed(list(layout.blocks)) if issue.block_index[block].role not in passed), None)
    return None if block is None else Place(block, len(issue.block_index[block].text))
