"""Pages become the sides of printed sheets: folded to a booklet or beside one another, in all inks or in some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from app.layout.frames import GlyphRun, OutlineEntry, Page, PlacedLine

BLANK = 0
"""The number of a page that is not there."""

Side = tuple[int, int]
"""The page on the left and the page on the right of one side of a sheet."""


class Printed(NamedTuple):
    """Sides to be written to a file: no bookmarks, since pages don't stand in reading order."""

    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...] = ()


def booklet(pages: int) -> tuple[Side, ...]:
    """The sides of sheets that are folded once and laid into one another (骑马钉): 8-1 and 2-7, 6-3 and 4-5 of eight pages."""
    whole = -(-pages // 4) * 4
    sides: list[Side] = []
    for low in range(1, whole // 2 + 1):
        outer, inner = whole + 1 - low, low
        pair = (outer, inner) if low % 2 else (inner, outer)
        sides.append((_there(pair[0], pages), _there(pair[1], pages)))
    return tuple(sides)


def side_by_side(pages: int) -> tuple[Side, ...]:
    """Two pages on each side, in reading order."""
    return tuple((first, _there(first + 1, pages)) for first in range(1, pages + 1, 2))


def imposed(pages: Sequence[Page], sides: Sequence[Side]) -> tuple[Page, ...]:
    """The sides as pages of double width."""
    by_number = {page.number: page for page in pages}
    made = []
    for number, side in enumerate(sides, 1):
        shown = [(by_number[page], at) for at, page in enumerate(side) if page in by_number]
        width, height = pages[0].width_pt, pages[0].height_pt
        halves = [moved(page, at * width, 0.0) for page, at in shown]
        lines = tuple(line for half in halves for line in (*half.lines, *half.own))
        rules = tuple(rule for half in halves for rule in half.rules)
        made.append(Page(number, 2 * width, height, lines, rules, None, tuple(image for half in halves for image in half.images)))
    return tuple(made)


def moved(page: Page, right_pt: float, down_pt: float) -> Page:
    """A page with all that stands on it moved; down in whole twips."""
    if not right_pt and not down_pt:
        return page
    return page._replace(
        lines=tuple(_moved_line(line, right_pt, down_pt) for line in page.lines),
        folio=_moved_line(page.folio, right_pt, down_pt) if page.folio else None,
        head=_moved_line(page.head, right_pt, down_pt) if page.head else None,
        rules=tuple(rule._replace(x_pt=rule.x_pt + right_pt, top_pt=rule.top_pt + down_pt) for rule in page.rules),
        images=tuple(image._replace(x_pt=image.x_pt + right_pt, top_pt=image.top_pt + down_pt) for image in page.images),
    )


def in_inks(page: Page, keep: Callable[[str], bool], *, images: bool = True) -> Page:
    """What of a page is printed in the colours to `keep`; all of it stays where it was."""
    lines = (_line_in_inks(line, keep) for line in page.lines)
    folio = _line_in_inks(page.folio, keep) if page.folio else None
    return page._replace(
        lines=tuple(line for line in lines if line.line.runs),
        folio=folio if folio and folio.line.runs else None,
        rules=tuple(rule for rule in page.rules if keep(rule.colour)),
        images=page.images if images else (),
    )


def colours_of(page: Page) -> frozenset[str]:
    """The colours of a page's text and bars."""
    lines: Iterable[PlacedLine] = (*page.lines, *page.own)
    return frozenset(run.colour for line in lines for run in line.line.runs if run.text.strip()) | {rule.colour for rule in page.rules}


def _there(page: int, pages: int) -> int:
    return page if page <= pages else BLANK


def _moved_line(placed: PlacedLine, right_pt: float, down_pt: float) -> PlacedLine:
    runs = tuple(_moved_run(run, right_pt) for run in placed.line.runs) if right_pt else placed.line.runs
    return placed._replace(line=placed.line._replace(runs=runs), top=placed.top + round(down_pt * 20))


def _moved_run(run: GlyphRun, right_pt: float) -> GlyphRun:
    return run._replace(xs=[x + right_pt for x in run.xs], end_x_pt=run.end_x_pt + right_pt)


def _line_in_inks(placed: PlacedLine, keep: Callable[[str], bool]) -> PlacedLine:
    runs = tuple(run for run in placed.line.runs if keep(run.colour))
    return placed if len(runs) == len(placed.line.runs) else placed._replace(line=placed.line._replace(runs=runs))
