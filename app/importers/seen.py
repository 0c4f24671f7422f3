"""What a Word file looks like, as values, before anybody knows which part of a bulletin is which: paper, type, rules, page numbers.

Lengths are twips unless a name says otherwise. The paragraphs stand in reading order; those of boxes follow the paragraph that
their box hangs on, and those of tables say where they stand.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from app.records import dataclass

RuleShape = Literal["single", "thick_thin", "thin_thick"]
DrawnBy = Literal["border", "table", "shape", "picture", "signs"]
SeenAlign = Literal["left", "centre", "right", "both"]
LineRule = Literal["exact", "least", "auto"]
BLACK = "#000000"
LEAST_TEXT = 1440
"""Margins that leave less than an inch are no margins."""
LINES_OF_AUTO = 240
"""A line height of the rule "auto" counts in parts of a line: 240 is a single one."""


@dataclass(frozen=True, slots=True)
class SeenPage:
    """The sheet of the first section, and its grid: pitch 0 for none, `grid_space` in 4096ths of a point."""

    width: int = 11906
    height: int = 16838
    top: int = 1440
    bottom: int = 1440
    left: int = 1800
    right: int = 1800
    footer: int = 992
    grid_pitch: int = 0
    grid_space: int = 0

    @property
    def text_width(self) -> int:
        """Between the margins."""
        return max(self.width - self.left - self.right, LEAST_TEXT)

    @property
    def text_height(self) -> int:
        """Between the margins."""
        return max(self.height - self.top - self.bottom, LEAST_TEXT)


@dataclass(frozen=True, slots=True)
class SeenRun:
    """Text of one look. `family` is the Chinese family, `latin` that of letters and digits; `space` follows each character."""

    text: str
    family: str = ""
    latin: str = ""
    size_pt: float = 10.5
    bold: bool = False
    colour: str = BLACK
    space: int = 0
    scale: int = 100


@dataclass(frozen=True, slots=True)
class SeenRule:
    """A rule, however somebody drew it; `gap` parts it from the text where that is known."""

    width_pt: float
    colour: str = BLACK
    shape: RuleShape = "single"
    drawn: DrawnBy = "border"
    gap: int | None = None


@dataclass(frozen=True, slots=True)
class SeenPicture:
    """A picture with the size at which it prints."""

    data: bytes = field(repr=False)
    name: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class SeenParagraph:
    """A paragraph with all that its styles say of it.

    `line` is in twips, or in 240ths of a line for the rule "auto". `cell` is (table, row, column), counted from 0. `label` is an
    automatic number before the text. `page_breaks` are the places in the text where the program that saved it last began a page.
    """

    runs: tuple[SeenRun, ...] = ()
    align: SeenAlign = "both"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = LINES_OF_AUTO
    line_rule: LineRule = "auto"
    on_grid: bool = True
    new_page: bool = False
    level: int = 0
    label: str = ""
    above: SeenRule | None = None
    below: SeenRule | None = None
    shapes: tuple[SeenRule, ...] = ()
    pictures: tuple[SeenPicture, ...] = ()
    cell: tuple[int, int, int] | None = None
    boxed: bool = False
    mark: SeenRun = SeenRun("")
    page_breaks: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Its words without the automatic number."""
        return "".join(run.text for run in self.runs)

    @property
    def size_pt(self) -> float:
        """The largest size in it; that of its end where it is empty."""
        return max((run.size_pt for run in self.runs if run.text.strip()), default=self.mark.size_pt)


@dataclass(frozen=True, slots=True)
class SeenFolio:
    """The line with the page number: `form` holds {} for it. `even` is where it stands on even pages, where that differs."""

    form: str
    run: SeenRun
    align: SeenAlign
    inset: int = 0
    even: SeenAlign | None = None
    on_first_page: bool = True
    line: int = 0
    """The height of its line where that is exact, 0 where it is not."""


@dataclass(frozen=True, slots=True)
class SeenDocument:
    """A Word file. `pages` is how many it had when it was saved last, 0 where it does not say; `unread` counts drawn shapes."""

    page: SeenPage
    paragraphs: tuple[SeenParagraph, ...]
    folio: SeenFolio | None = None
    pages: int = 0
    unread: int = 0
