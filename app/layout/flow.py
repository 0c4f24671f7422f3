"""The paragraphs that pages are filled from, each with its look and its lines: the hand-over to pages and to DOCX."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from app.layout.frames import BLACK, CellPlace, Line, MissingGlyph
from app.model.faces import FaceRole
from app.model.issue import Role
from app.model.picture import Image
from app.records import dataclass


class Align(StrEnum):
    """How the lines of a paragraph stand between its edges."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Stroke(StrEnum):
    """A line along a stretch of text."""

    NONE = ""
    UNDER = "under"
    THROUGH = "through"


class TextStyle(NamedTuple):
    """The look of a stretch of text.

    `letter_space` is added after each glyph but the last of a script run, twips; `fall` is how far the text stands below its line's
    baseline, twips. `stroke` is a line along it.
    """

    face: FaceRole
    size_pt: float
    letter_space: int = 0
    bold: bool = False
    colour: str = BLACK
    scale_x: float = 1.0
    fall: int = 0
    stroke: Stroke = Stroke.NONE


class ParagraphStyle(NamedTuple):
    """The look of a paragraph; lengths in twips. `name` is the style's name in an exported DOCX. A line that `grows` holds an image,
    which word processors would cut off in a line of exact height.
    """

    name: str
    text: TextStyle
    line: int
    align: Align = Align.JUSTIFY
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    outline_level: int | None = None
    grows: bool = False


class Span(NamedTuple):
    """Characters of one block, or derived text (block 0), in one style. The spans of a paragraph in order are its text."""

    text: str
    style: TextStyle
    block: int = 0
    start: int = 0


class RuleStyle(StrEnum):
    """How a rule under a paragraph is drawn, from top to bottom."""

    SINGLE = "single"
    THICK_THIN = "thick_thin"
    THIN_THICK = "thin_thick"


THIN = 15
"""The thin line beside a thick one, and the white between them, twips: word processors know this pair alone for borders of any width."""


class RuleBelow(NamedTuple):
    """A rule under a paragraph, as wide as the type area: white above it and the thickness of its (thick) line, twips."""

    gap: int
    thickness: int
    colour: str = BLACK
    style: RuleStyle = RuleStyle.SINGLE

    @property
    def bars(self) -> tuple[tuple[int, int], ...]:
        """(offset from the rule's upper edge, thickness) of each line, twips."""
        if self.style is RuleStyle.THICK_THIN:
            return (0, self.thickness), (self.thickness + THIN, THIN)
        if self.style is RuleStyle.THIN_THICK:
            return (0, THIN), (2 * THIN, self.thickness)
        return ((0, self.thickness),)

    @property
    def height(self) -> int:
        """What it adds to the paragraph, twips."""
        offset, thickness = self.bars[-1]
        return self.gap + offset + thickness


class RuleBeside(NamedTuple):
    """A rule on both sides of a paragraph's one line, half its characters' height up, that leaves `gap` twips to them."""

    gap: int
    thickness: int
    colour: str = BLACK


class CellFrame(NamedTuple):
    """A cell in a row of a table: its text, set in its room, and where the first line's slot begins, twips below the row's top.

    Each part of the text between two turns is a paragraph. The cell takes the grid from `column` on over `columns` and `rows`;
    `height` is that of its rows, twips.
    """

    paragraphs: tuple[FlowParagraph, ...]
    top: int
    height: int
    column: int
    columns: int
    rows: int


class Edge(NamedTuple):
    """A stretch of a rule of a table row, twips: from and to, right of the type area's left edge, and its thickness."""

    left: int
    right: int
    thickness: int


@dataclass(frozen=True, slots=True)
class RowFrame:
    """What a paragraph that is a row of a table holds besides its spans, which are the texts of its cells.

    `table` is the caption's block, `number` counts the rows from 0. `columns` are the edges of the table's columns, twips right of
    the type area's left edge. The rules `above` and `below` are drawn where the row begins and ends on a page, `sides` along it.
    `repeated` are the rows, as derived text, that stand once more above this one where it begins a page. A `cut` row is higher than
    a page.
    """

    table: int
    number: int
    head: bool
    columns: tuple[int, ...]
    cells: tuple[CellFrame, ...]
    above: tuple[Edge, ...]
    below: tuple[Edge, ...]
    sides: tuple[Edge, ...]
    repeated: tuple[FlowParagraph, ...] = ()
    cut: bool = False

    def place(self, index: int) -> CellPlace:
        """Where a cell stands in the grid."""
        cell = self.cells[index]
        return CellPlace(cell.paragraphs[0].block, self.table, self.number, cell.column, cell.rows, cell.columns, self.head)


class Figure(NamedTuple):
    """An image in the one line of its paragraph, which is as high as whole slots: its left end and size in points, and how many
    twips it stands below the line's top. `block` is its caption's, 0 in the place of the bulletin's name.
    """

    image: Image
    x_pt: float
    top: float
    width_pt: float
    height_pt: float
    block: int


class FlowParagraph(NamedTuple):
    """A paragraph as it flows over pages; a tuple, since long issues have thousands of them.

    `before` and `after` are twips (those of the style, or less under a 栏目 head); the space between two paragraphs is the
    larger of the two, and `before` is dropped at a page top after an automatic break and kept at a forced one. `breaks` are
    the offsets in the joined text of `spans` at which lines 2, 3, … start. `tab_split` (issuer and date on one line) is the
    index of the span that stands flush right. `target` is the block that a click leads to. `title` names a run-in article,
    whose title is a part of the text. A row of a table is one paragraph, too: its `lines` are empty slots, and what it shows
    stands in `row`. `figure` is an image that stands in its one line in the place of text.
    """

    role: Role
    style: ParagraphStyle
    spans: tuple[Span, ...]
    lines: Sequence[Line]
    breaks: tuple[int, ...]
    before: int
    after: int
    forced_page: bool = False
    tab_split: int | None = None
    rule_below: RuleBelow | None = None
    rule_beside: RuleBeside | None = None
    target: int = 0
    title: str = ""
    missing: tuple[MissingGlyph, ...] = ()
    row: RowFrame | None = None
    figure: Figure | None = None

    @property
    def texts(self) -> tuple[FlowParagraph, ...]:
        """The paragraphs with the lines that print here: those of the cells of a row, else the paragraph itself."""
        return tuple(part for cell in self.row.cells for part in cell.paragraphs) if self.row else (self,)

    @property
    def text(self) -> str:
        """The paragraph's characters, derived ones among them."""
        return "".join(span.text for span in self.spans)

    @property
    def split_line(self) -> bool:
        """Whether it is set from both ends, as issuer and date are; words behind justified text leave that as it is."""
        return self.tab_split is not None and self.style.align is not Align.JUSTIFY

    @property
    def block(self) -> int:
        """The block the paragraph mainly shows."""
        own = self.figure.block if self.figure else 0
        return next((span.block for span in self.spans if span.block), own)

    @property
    def height(self) -> int:
        """Its lines and what hangs below them, without the space around, twips."""
        return self.style.line * len(self.lines) + (self.rule_below.height if self.rule_below else 0)

    def part(self, cell: int, part: int) -> FlowParagraph:
        """A paragraph in one of the row's cells; with cell -1 the paragraph itself."""
        return self.row.cells[cell].paragraphs[part] if self.row and cell >= 0 else self

    def printed_lines(self, first: int, count: int) -> Iterator[tuple[int, int, int, int]]:
        """(cell or -1, part in it, line of the part, twips below the top of slot `first`) of the lines that stand in `count` slots."""
        slot = self.style.line
        if self.row is None:
            yield from ((-1, 0, first + i, i * slot) for i in range(count))
            return
        for at, cell in enumerate(self.row.cells):
            top = cell.top
            for number, part in enumerate(cell.paragraphs):
                for line in range(len(part.lines)):
                    if count == len(self.lines) or first <= top // slot < first + count:
                        yield at, number, line, top - first * slot
                    top += part.style.line
