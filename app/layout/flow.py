"""The paragraphs that pages are filled from, each with its look and its lines: the hand-over to pages and to DOCX."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.layout.frames import BLACK, Line, MissingGlyph
from app.model.faces import FaceRole
from app.model.issue import Role


class Align(StrEnum):
    """How the lines of a paragraph stand between its edges."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The look of a stretch of text.

    `letter_space` is added after each glyph but the last of a script run, twips; `fall` is how far the text stands below its line's
    baseline, twips.
    """

    face: FaceRole
    size_pt: float
    letter_space: int = 0
    bold: bool = False
    colour: str = BLACK
    scale_x: float = 1.0
    fall: int = 0


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """The look of a paragraph; lengths in twips. `name` is the style's name in an exported DOCX."""

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


@dataclass(frozen=True, slots=True)
class Span:
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


@dataclass(frozen=True, slots=True)
class RuleBelow:
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


@dataclass(frozen=True, slots=True)
class RuleBeside:
    """A rule on both sides of a paragraph's one line, half its characters' height up, that leaves `gap` twips to them."""

    gap: int
    thickness: int
    colour: str = BLACK


@dataclass(frozen=True, slots=True)
class FlowParagraph:
    """A paragraph as it flows over pages.

    `before` and `after` are twips (those of the style, or less under a 栏目 head); the space between two paragraphs is the
    larger of the two, and `before` is dropped at a page top after an automatic break and kept at a forced one. `breaks` are
    the offsets in the joined text of `spans` at which lines 2, 3, … start. `tab_split` (issuer and date on one line) is the
    index of the span that stands flush right. `target` is the block that a click leads to. `title` names a run-in article,
    whose title is a part of the text.
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
        return next((span.block for span in self.spans if span.block), 0)

    @property
    def height(self) -> int:
        """Its lines and what hangs below them, without the space around, twips."""
        return self.style.line * len(self.lines) + (self.rule_below.height if self.rule_below else 0)
