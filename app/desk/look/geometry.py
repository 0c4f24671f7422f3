"""A seen paragraph becomes heights: how high its lines are, and how much white stands above and below what it prints (twips)."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from app.importers.seen import LINES_OF_AUTO, SeenPage, SeenParagraph
from app.layout.styles import space_above, space_below
from app.text.chars import width_em

STROKE_AT = 0.85
"""A typed underscore prints so far down its line."""
_NATURAL = 1.3
"""A single line of a Chinese face is so many em high in word processors."""


def slot(paragraph: SeenParagraph, page: SeenPage) -> int:
    """The height of one line."""
    natural = round(paragraph.size_pt * 20 * _NATURAL)
    if paragraph.line_rule == "exact":
        return paragraph.line
    if paragraph.line_rule == "least":
        return max(paragraph.line, natural)
    if page.grid_pitch and paragraph.on_grid:
        natural = ceil(natural / page.grid_pitch) * page.grid_pitch
    return round(natural * paragraph.line / LINES_OF_AUTO)


def lines_of(paragraph: SeenParagraph, page: SeenPage) -> int:
    """How many lines it takes, about."""
    width = max(page.text_width - paragraph.left - paragraph.right, 1)
    per_line = max(width / (paragraph.size_pt * 20), 1)
    return sum(max(ceil(width_em(part) / per_line), 1) for part in paragraph.text.split("\n"))


def height(paragraph: SeenParagraph, page: SeenPage) -> int:
    """All of it, with the space around it."""
    return paragraph.before + lines_of(paragraph, page) * slot(paragraph, page) + paragraph.after


def white_above(paragraph: SeenParagraph, page: SeenPage) -> float:
    """White inside its first line above the em box."""
    line = slot(paragraph, page)
    if paragraph.line_rule == "exact":
        return space_above(line, paragraph.size_pt)
    return (line - paragraph.size_pt * 20) / 2


def white_below(paragraph: SeenParagraph, page: SeenPage) -> float:
    """White inside its last line below the em box."""
    line = slot(paragraph, page)
    if paragraph.line_rule == "exact":
        return space_below(line, paragraph.size_pt)
    return (line - paragraph.size_pt * 20) / 2


def gap_between(paragraphs: Sequence[SeenParagraph], upper: int, lower: int, page: SeenPage) -> float | None:
    """White between the em boxes of two paragraphs, with the empty ones between them; None where one stands in a box and one does not."""
    first, second = paragraphs[upper], paragraphs[lower]
    if first.boxed != second.boxed:
        return None
    between = sum(height(one, page) for one in paragraphs[upper + 1 : lower] if _counts(one, boxed=first.boxed))
    return white_below(first, page) + first.after + between + second.before + white_above(second, page)


def top_of(paragraphs: Sequence[SeenParagraph], number: int, page: SeenPage) -> float | None:
    """From the top of the type area to the em box of a paragraph of page 1; None where it stands in a box."""
    if paragraphs[number].boxed:
        return None
    above = sum(height(one, page) for one in paragraphs[:number] if _counts(one, boxed=False))
    return above + paragraphs[number].before + white_above(paragraphs[number], page)


def _counts(paragraph: SeenParagraph, *, boxed: bool) -> bool:
    """Whether a paragraph takes height where another stands: in the same flow, and first in its row."""
    return paragraph.boxed == boxed and (paragraph.cell is None or paragraph.cell[2] == 0)
