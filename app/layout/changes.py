"""Two layouts become the pages that print otherwise, and changed stretches the bars beside the lines that show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from app.layout.frames import Layout, Page, PlacedLine
from app.layout.places import LineAt, Segment, lines_on, segments


class Changes(NamedTuple):
    """What is other than in an earlier version: stretches by block, (start, end) with start == end where something went, and `pages`
    that print otherwise; the earlier version had `pages_before`.
    """

    stretches: Mapping[int, tuple[tuple[int, int], ...]]
    pages: frozenset[int]
    pages_before: int

    def to_print(self, pages: int) -> bool:
        """Whether any sheet of an issue of so many pages has to be printed again."""
        return bool(self.pages) or pages != self.pages_before


class Bar(NamedTuple):
    """A stretch of a page's margin, twips from its top."""

    top: int
    bottom: int


def changed_pages(before: Sequence[Page], after: Sequence[Page]) -> Iterator[int]:
    """The numbers of the pages that don't show what the earlier page of that number showed, at the same places."""
    for number, page in enumerate(after):
        if number >= len(before) or _seen(before[number]) != _seen(page):
            yield page.number


def change_bars(layout: Layout, stretches: Mapping[int, tuple[tuple[int, int], ...]], page: int) -> list[Bar]:
    """The bars of one page, top to bottom, one for lines that follow one another."""
    found: list[Bar] = []
    for at in sorted(lines_on(layout, page), key=lambda line: line.top):
        if not any(_touched(part, stretches.get(part.block, ()), at) for part in segments(at)):
            continue
        bottom = at.top + at.height
        if found and at.top <= found[-1].bottom:
            found[-1] = Bar(found[-1].top, max(found[-1].bottom, bottom))
        else:
            found.append(Bar(at.top, bottom))
    return found


def _touched(part: Segment, stretches: Sequence[tuple[int, int]], at: LineAt) -> bool:
    """Whether a line shows some of the stretches. What went at a soft line end is shown by the lower line, at a block's end by the last."""
    last = part.end == max(span.start + len(span.text) for span in at.paragraph.spans if span.block == part.block)
    for start, end in stretches:
        if max(start, part.start) < min(end, part.end):
            return True
        if start == end and (part.start <= start < part.end or (last and start == part.end)):
            return True
    return False


def _seen(page: Page) -> object:
    """What a reader sees of a page, as a value that is equal for equal pages."""
    folio = _seen_line(page.folio) if page.folio else None
    images = tuple((image.image, *image[1:5]) for image in page.images)
    return [_seen_line(line) for line in page.lines], page.rules, folio, images


def _seen_line(placed: PlacedLine) -> object:
    runs = [(run.text, run.face.postscript_name, run.size_pt, run.bold, run.colour, run.stroke) for run in placed.line.runs]
    return placed.top, placed.line.x_pt, placed.line.end_x_pt, runs
