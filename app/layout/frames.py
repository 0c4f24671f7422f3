"""What layout hands over: pages of placed lines and rules, in which every glyph knows its character.

Vertical places are whole twips (1/20 pt) from the paper's top, so that a word processor's arithmetic is ours; horizontal
places are points from the paper's left edge. Nothing here decides anything: painters draw what stands here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, overload

from app.model.issue import Role
from app.model.picture import Image
from app.records import dataclass

if TYPE_CHECKING:
    from app.fonts.face import Face
    from app.layout.flow import FlowParagraph
    from app.layout.sheets import Plan

DERIVED = 0
"""The block id of text that stands in no block: bullets, brackets, page numbers, 报：."""

BLACK = "#000000"


class EvenPens(Sequence[float]):
    """The pens of evenly spaced glyphs, worked out when somebody looks: most lines of a long issue are never painted.

    `pens` are those of the whole paragraph in one endless line; the glyphs here are `count` from `first` on, moved by `shift` and
    parted by `extra` more, all in points.
    """

    __slots__ = ("_count", "_extra", "_first", "_pens", "_shift")

    def __init__(self, pens: Sequence[float], first: int, count: int, shift: float, extra: float) -> None:
        self._pens = pens
        self._first = first
        self._count = count
        self._shift = shift
        self._extra = extra

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> float: ...
    @overload
    def __getitem__(self, index: slice) -> list[float]: ...
    def __getitem__(self, index: int | slice) -> float | list[float]:
        if isinstance(index, slice):
            return list(self)[index]
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError(index)
        return self._pens[self._first + index] + self._shift + self._extra * index

    def __iter__(self) -> Iterator[float]:
        shift, extra = self._shift, self._extra
        return (pen + shift + extra * i for i, pen in enumerate(self._pens[self._first : self._first + self._count]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EvenPens) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash((self._first, self._count))


class GlyphRun(NamedTuple):
    """Glyphs of one face and size that stand on one baseline; a tuple, which is made in a sixth of a dataclass's time.

    `glyphs`, `xs` and `sources` run in parallel; `shaped` is None where each character has its face's own glyph. `xs[i]` is the pen
    of glyph i in points from the paper's left edge. A glyph stands for text[sources[i] - sources[0] : sources[i + 1] - sources[0]]
    (the last one for the rest), and `sources[i]` is its first character's offset in the block `block`. Mostly a glyph stands for one
    character and `sources` is a range. `even_pt` is what parts each glyph's advance from the next pen where that is the same all
    along the run and nothing is shaped; None where it is not so. `fall_pt` is how far it stands below its line's baseline. `stroke` is
    "under" or "through" where a line is drawn along it.
    """

    face: Face
    size_pt: float
    text: str
    shaped: Sequence[int] | None
    xs: Sequence[float]
    end_x_pt: float
    block: int = DERIVED
    sources: Sequence[int] = ()
    bold: bool = False
    colour: str = BLACK
    scale_x: float = 1.0
    even_pt: float | None = None
    fall_pt: float = 0.0
    stroke: str = ""

    @property
    def glyphs(self) -> Sequence[int]:
        """Glyph ids in painting order, looked up when somebody asks: most lines of a long issue are never painted."""
        return list(map(self.face.glyphs.__getitem__, self.text)) if self.shaped is None else self.shaped

    def clusters(self) -> Iterator[tuple[int, str, float]]:
        """(glyph, its characters, x in points) in painting order."""
        glyphs = self.glyphs
        if len(glyphs) == len(self.text):
            yield from zip(glyphs, self.text, self.xs, strict=True)
            return
        starts = [s - self.sources[0] for s in self.sources] + [len(self.text)]
        for i, glyph in enumerate(glyphs):
            yield glyph, self.text[starts[i] : starts[i + 1]], self.xs[i]


class Line(NamedTuple):
    """One line, not yet placed on a page: the same value serves wherever its paragraph moves to.

    `block`, `start` and `end` say which characters of the main block it shows (`start` == `end` in a line of derived text
    alone). `height` is its slot in twips; the baseline lies at `ascent` twips below the slot's top.
    """

    runs: tuple[GlyphRun, ...]
    block: int
    start: int
    end: int
    height: int
    role: Role | None = None

    @property
    def ascent(self) -> int:
        """Slot top to baseline: four fifths, where word processors put the text of a line of exact height."""
        return self.height * 4 // 5

    @property
    def text(self) -> str:
        """The characters as they print, left to right."""
        return "".join(run.text for run in self.runs)

    @property
    def x_pt(self) -> float:
        """Left end of the first glyph."""
        return self.runs[0].xs[0] if self.runs and self.runs[0].xs else 0.0

    @property
    def end_x_pt(self) -> float:
        """Right end of the last glyph's advance."""
        return self.runs[-1].end_x_pt if self.runs else 0.0


class CellPlace(NamedTuple):
    """A cell of the table that hangs on the caption `table`: the row and the column in which it begins, and how many it takes.

    `block` is the cell's own, `DERIVED` in a head that is repeated.
    """

    block: int
    table: int
    row: int
    column: int
    rows: int
    columns: int
    head: bool


class PlacedLine(NamedTuple):
    """A line on a page: `top` of its slot in twips from the paper's top; a click leads to the block `target` (0: nowhere); the `cell`
    that it stands in, if any.
    """

    line: Line
    top: int
    target: int = 0
    cell: CellPlace | None = None

    @property
    def baseline(self) -> int:
        """Twips from the paper's top."""
        return self.top + self.line.ascent


class Rule(NamedTuple):
    """A filled horizontal bar: left end, upper edge, size in points from the paper's top left corner."""

    x_pt: float
    top_pt: float
    width_pt: float
    thickness_pt: float
    colour: str = BLACK


class PlacedImage(NamedTuple):
    """An image on a page: left end, upper edge, size in points from the paper's top left corner; `block` is the caption's, or
    `DERIVED` where the image stands in the place of the bulletin's name.
    """

    image: Image
    x_pt: float
    top_pt: float
    width_pt: float
    height_pt: float
    block: int


class Page(NamedTuple):
    """One printed page; `number` counts from 1. The page number's own line stands in `folio`, apart from the text, and
    so does in `head` what says above the text that this is no final copy.

    `trim_pt` is what is cut off on every side, where the paper is larger than the page.
    """

    number: int
    width_pt: float
    height_pt: float
    lines: tuple[PlacedLine, ...]
    rules: tuple[Rule, ...] = ()
    folio: PlacedLine | None = None
    images: tuple[PlacedImage, ...] = ()
    trim_pt: float = 0.0
    head: PlacedLine | None = None

    @property
    def own(self) -> tuple[PlacedLine, ...]:
        """The page's own lines, which are no part of the text: the head of a 清样, and the page number."""
        return tuple(line for line in (self.head, self.folio) if line is not None)


class OutlineEntry(NamedTuple):
    """A bookmark: `level` 0 for 栏目 or an article outside of one, 1 for an article in a 栏目."""

    level: int
    text: str
    block: int
    page: int
    top: int


class MissingGlyph(NamedTuple):
    """A character that no face at hand can show, and where its first occurrence stands."""

    char: str
    block: int
    offset: int


@dataclass(frozen=True)
class Layout:
    """An issue laid out: pages to paint, and the flow that the pages were filled from (the DOCX writer's source)."""

    pages: Sequence[Page]
    flow: Sequence[FlowParagraph]
    plan: Plan

    @property
    def footer(self) -> tuple[FlowParagraph, ...]:
        """The footer's paragraphs, apart from the flow: they stand on the bottom of the type area of `footer_page`."""
        return self.plan.footer.paragraphs

    @property
    def footer_page(self) -> int:
        """The footer's page, 0 where there is no footer. Pages between the last text page and this one are blank."""
        return self.plan.footer_page

    @property
    def footer_height(self) -> int:
        """Rules and lines of the footer, twips."""
        return self.plan.footer.height

    @cached_property
    def page_starts(self) -> Sequence[tuple[int, int]]:
        """For each page that the flow fills: its first flow paragraph's index and that paragraph's first line on it."""
        return [(fill.index, fill.line) for fill in self.plan.fills]

    @cached_property
    def printed(self) -> Sequence[FlowParagraph]:
        """Everything that is printed, in printing order: the flow and behind it the footer."""
        return (*self.flow, *self.footer)

    @cached_property
    def blocks(self) -> Mapping[int, int]:
        """Block id to the index in `printed` of the first paragraph that shows it, in printing order; what is not printed lacks."""
        found: dict[int, int] = {}
        for index, paragraph in enumerate(self.printed):
            for span in paragraph.spans:
                if span.block and span.block not in found:
                    found[span.block] = index
        return found

    @cached_property
    def outline(self) -> Sequence[OutlineEntry]:
        """Bookmarks of 栏目 and articles in printing order."""
        entries: list[OutlineEntry] = []
        in_section = False
        for number, fill in enumerate(self.plan.fills, 1):
            for part in fill.slices:
                paragraph = part.paragraph
                titled = paragraph.role in (Role.SECTION, Role.TITLE) or bool(paragraph.title)
                if part.first or not titled:
                    continue
                is_section = paragraph.role is Role.SECTION
                in_section = in_section or is_section
                text = (paragraph.title or paragraph.text).replace("\n", "")
                if not text:  # an article that waits for its first word
                    continue
                entries.append(OutlineEntry(int(in_section and not is_section), text, paragraph.block, number, self.plan.top + part.top))
        return entries

    @cached_property
    def missing(self) -> tuple[MissingGlyph, ...]:
        """Characters that no face at hand can show, each at its first place."""
        found = [m for paragraph in (*self.flow, *self.footer) for m in paragraph.missing]
        return tuple({m.char: m for m in reversed(found)}.values())
