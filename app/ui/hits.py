"""A point on a page becomes the character under it, and blocks the stretches of the page that they fill."""

from __future__ import annotations

from bisect import bisect_right

from app.layout.frames import GlyphRun, Page, PlacedLine
from app.model.issue import Role
from app.records import dataclass

_ROW_ROOM = 600
"""What may stand between the texts of two rows of a table, which belong together, twips."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point: a block with the offset of the nearest caret place, and the block a click leads to (0: nowhere)."""

    block: int
    offset: int
    target: int = 0


def hit_page(page: Page, x_pt: float, y_pt: float) -> Hit | None:
    """The character nearest to a point on a page, None on an empty page."""
    y_twips = y_pt * 20
    nearest: PlacedLine | None = None
    distance = 0.0
    for placed in page.lines:
        away = max(placed.top - y_twips, y_twips - placed.top - placed.line.height, 0.0)
        if nearest is None or away < distance:
            nearest, distance = placed, away
    return _hit_line(nearest, x_pt) if nearest is not None else None


def line_at(page: Page, x_pt: float, y_pt: float) -> PlacedLine | None:
    """The line whose ink box holds the point."""
    for placed in page.lines:
        line = placed.line
        if placed.top <= y_pt * 20 < placed.top + line.height and line.x_pt <= x_pt <= line.end_x_pt:
            return placed
    return None


def _hit_line(placed: PlacedLine, x_pt: float) -> Hit:
    line = placed.line
    run = _run_at([run for run in line.runs if run.block], x_pt)
    if run is None:
        return Hit(line.block, line.start, placed.target)
    return Hit(run.block, _offset_in(run, x_pt), placed.target)


def _run_at(runs: list[GlyphRun], x_pt: float) -> GlyphRun | None:
    chosen = None
    for run in runs:
        if chosen is None or (run.xs and run.xs[0] <= x_pt):
            chosen = run
    return chosen


def _offset_in(run: GlyphRun, x_pt: float) -> int:
    if not run.xs:
        return run.sources[0] if run.sources else 0
    glyph = max(0, bisect_right(run.xs, x_pt) - 1)
    right = run.xs[glyph + 1] if glyph + 1 < len(run.xs) else run.end_x_pt
    after = x_pt > (run.xs[glyph] + right) / 2
    last = run.sources[0] + len(run.text)
    following = run.sources[glyph + 1] if glyph + 1 < len(run.sources) else last
    return following if after else run.sources[glyph]


def marked_stretches(page: Page, blocks: frozenset[int]) -> list[tuple[int, int]]:
    """Where lines of these blocks stand, from top to bottom in twips, lines without room between them in one stretch."""
    stretches: list[tuple[int, int]] = []
    in_table = False
    for placed in page.lines:
        line = placed.line
        if line.block not in blocks or line.end <= line.start:
            continue
        top, bottom = placed.top, placed.top + line.height
        was_in_table, in_table = in_table, line.role is Role.CELL
        room = _ROW_ROOM if in_table or was_in_table else 0
        if stretches and top <= stretches[-1][1] + room:
            stretches[-1] = (min(top, stretches[-1][0]), max(bottom, stretches[-1][1]))
        else:
            stretches.append((top, bottom))
    return stretches
