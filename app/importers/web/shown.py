"""What a web page shows, as values: lines with their marks, links and places, pictures by their addresses; and lines as one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from app.model.issue import MarkKind
from app.records import dataclass


@dataclass(slots=True, eq=False)
class Table:
    """A table that is open; one that holds another one only lays out."""

    lays_out: bool = False
    row: int = -1
    column: int = -1


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a line stands."""

    table: Table
    row: int
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Line:
    """A line: characters and the kinds of marks on each. `linked` counts those that lead elsewhere; `home` is the box it stands in."""

    chars: list[str] = field(default_factory=list)
    kinds: list[frozenset[MarkKind]] = field(default_factory=list)
    level: int = 0
    centred: bool = False
    linked: int = 0
    aside: bool = False
    home: int = 0
    cell: Cell | None = None
    label: int = 0

    @property
    def text(self) -> str:
        """The words."""
        return "".join(self.chars)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page by its address. `lazy` is where scripts would take it from."""

    address: str
    lazy: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, in order, its title, and what its writer hid in it with Word."""

    items: tuple[Line | Picture, ...]
    title: str = ""
    hidden: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines alone."""
        return tuple(item for item in self.items if isinstance(item, Line))


def joined(lines: Sequence[Line]) -> tuple[str, list[frozenset[MarkKind]]]:
    """Lines as one text with the kinds on each character; cells of one row are parted by tabs."""
    chars: list[str] = []
    kinds: list[frozenset[MarkKind]] = []
    before: Line | None = None
    for line in lines:
        if before is not None:
            chars.append("\t" if _beside(before.cell, line.cell) else "\n")
            kinds.append(frozenset())
        chars += line.chars
        kinds += line.kinds
        before = line
    return "".join(chars), kinds


def _beside(one: Cell | None, other: Cell | None) -> bool:
    return one is not None and other is not None and one.table is other.table and one.row == other.row and one.column != other.column
