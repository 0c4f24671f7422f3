"""What a marked stretch of a page belongs to, and the kind of element that it is a part of (ISO 32000-1, 14.8.4)."""

from __future__ import annotations

from typing import NamedTuple

from app.layout.frames import DERIVED, CellPlace, PlacedLine
from app.model.issue import Role

_TAGS = {
    Role.MASTHEAD: "H1",
    Role.SECTION: "H1",
    Role.TITLE: "H2",
    Role.HEADING_1: "H3",
    Role.HEADING_2: "H4",
    Role.HEADING_3: "H5",
    Role.HEADING_4: "H6",
    Role.TABLE: "Caption",
}
_FIGURE = "Figure"


class Part(NamedTuple):
    """What a marked stretch of a page belongs to: a block in its role, or with a `target` an entry that leads to that block.

    With `alt` it is a picture, which these words stand for, and `box` its place on the page (left, bottom, right, top in points). With
    `cell` it is a cell of a table.
    """

    block: int
    role: Role | None
    target: int = 0
    cell: CellPlace | None = None
    alt: str = ""
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)

    @property
    def tag(self) -> str:
        """The kind of element that it is a part of."""
        if self.alt:
            return _FIGURE
        if self.cell is not None:
            return "TH" if self.cell.head else "TD"
        return "P" if self.target or self.role is None else _TAGS.get(self.role, "P")


def part_of(placed: PlacedLine) -> Part | None:
    """What a line is a part of; None for the page's own, such as the head of a table once more (14.8.2.2.2)."""
    line, cell = placed.line, placed.cell
    if cell is None:
        return Part(line.block, line.role, placed.target)
    return Part(cell.block, line.role, cell=cell) if cell.block != DERIVED else None
