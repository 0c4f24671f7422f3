"""A point on a page becomes the border between two columns of a table, and such a border moved becomes the columns' widths."""

from __future__ import annotations

from itertools import pairwise

from app.layout.frames import Layout
from app.records import dataclass

LEAST_WIDTH = 340
"""A column keeps this width when its border is moved, twips: a character with its padding."""


@dataclass(frozen=True, slots=True)
class Border:
    """The border before column `index` of the table under the caption `table`; `columns` are all of its edges in twips."""

    table: int
    index: int
    columns: tuple[int, ...]


def border_at(layout: Layout, page: int, x_pt: float, y_pt: float, reach_pt: float) -> Border | None:
    """The border between two columns within reach of a point; None where none is near, or a merged cell covers it."""
    plan = layout.plan
    x, y = x_pt * 20 - plan.paper.left, y_pt * 20 - plan.top
    for part in plan.slices(page) if 1 <= page <= plan.pages else ():
        row = part.paragraph.row
        if row is None or not part.top <= y < part.top + part.count * part.paragraph.style.line:
            continue
        shown = {side.left for side in row.sides}
        for index, edge in enumerate(row.columns[1:-1], 1):
            if edge in shown and abs(edge - x) <= reach_pt * 20:
                return Border(row.table, index, row.columns)
    return None


def moved(border: Border, layout: Layout, x_pt: float) -> tuple[float, ...]:
    """The widths of all columns with the border at `x_pt`, as far as its neighbours let it go."""
    columns = list(border.columns)
    left, right = columns[border.index - 1], columns[border.index + 1]
    x = round(x_pt * 20) - layout.plan.paper.left
    if right - left > 2 * LEAST_WIDTH:
        columns[border.index] = min(max(x, left + LEAST_WIDTH), right - LEAST_WIDTH)
    return tuple(float(end - start) for start, end in pairwise(columns))
