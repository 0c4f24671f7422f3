"""What a marked stretch of a page belongs to, and the kind of element that it is a part of (ISO 32000-1, 14.8.4)."""

from __future__ import annotations

from typing import NamedTuple

from app.model.issue import Role

_TAGS = {
    Role.MASTHEAD: "H1",
    Role.SECTION: "H1",
    Role.TITLE: "H2",
    Role.HEADING_1: "H3",
    Role.HEADING_2: "H4",
    Role.HEADING_3: "H5",
    Role.HEADING_4: "H6",
}
_FIGURE = "Figure"


class Part(NamedTuple):
    """What a marked stretch of a page belongs to: a block in its role, or with a `target` an entry that leads to that block.

    With `alt` it is a picture, which these words stand for, and `box` its place on the page (left, bottom, right, top in points).
    """

    block: int
    role: Role | None
    target: int = 0
    alt: str = ""
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)

    @property
    def tag(self) -> str:
        """The kind of element that it is a part of."""
        if self.alt:
            return _FIGURE
        return "P" if self.target or self.role is None else _TAGS.get(self.role, "P")
