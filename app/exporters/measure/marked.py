"""The lines of a file and the layout it was written from become lines that are known by their part: title, body text, footer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from app.exporters.measure.values import Printed, PrintedLine, PrintedRule
from app.layout.frames import Page, PlacedLine
from app.model.issue import Issue, Role
from app.model.template import Template
from app.records import dataclass

_NEAR_PT = 2.0

BODY = frozenset({Role.BODY, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4})
FOOT = frozenset({Role.RECIPIENTS, Role.EDITORS, Role.COPIES})


class Frames(Protocol):
    """What is asked of a layout: the pages, and which of them has the footer (0: none)."""

    @property
    def pages(self) -> Sequence[Page]:
        """The pages in printing order."""

    @property
    def footer_page(self) -> int:
        """The footer's page."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be gone to: on a page (from 1), its words, and where they stand in the issue (block 0: nowhere)."""

    page: int
    words: str = ""
    block: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """One rule as it was measured: `measured` and `limit` with their units; `spots` are places where it does not hold."""

    rule: str
    what: str
    measured: str
    limit: str
    holds: bool
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of the file with its part. `first` and `last`: it begins or ends its paragraph; `folio`: it is a page number."""

    line: PrintedLine
    role: Role | None
    block: int
    start: int
    first: bool
    last: bool
    folio: bool = False

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return Spot(self.line.page, self.line.text[:12], self.block, self.start)

    @property
    def body(self) -> bool:
        """Whether it is running text."""
        return self.role in BODY and not self.folio


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the rules ask for: the file, its lines with their parts, and what the template wants; lengths in points."""

    printed: Printed
    lines: tuple[MarkedLine, ...]
    issue: Issue
    footer_page: int
    strange: tuple[Spot, ...]
    absent: tuple[Spot, ...]
    heads: tuple[MarkedLine, ...] = ()
    """The heads of a 清样, which no rule measures: they are no part of the text."""

    @property
    def template(self) -> Template:
        """The look that the issue carries."""
        return self.issue.template

    @property
    def left(self) -> float:
        """Left edge of the type area."""
        return self.template.paper.left / 20

    @property
    def right(self) -> float:
        """Right edge of the type area."""
        return (self.template.paper.left + self.template.paper.text_width) / 20

    @property
    def top(self) -> float:
        """Upper edge of the type area."""
        return self.template.paper.top / 20

    @property
    def bottom(self) -> float:
        """Lower edge of the type area."""
        return (self.template.paper.top + self.template.paper.text_height) / 20

    @property
    def pitch(self) -> float:
        """From body line to body line."""
        return self.template.line_twips / 20

    @property
    def body(self) -> list[MarkedLine]:
        """The lines of running text."""
        return [line for line in self.lines if line.body]

    def of(self, *roles: Role) -> list[MarkedLine]:
        """The lines of these parts."""
        return [line for line in self.lines if line.role in roles and not line.folio]

    def rules_of(self, page: int) -> list[PrintedRule]:
        """The bars of a page, from top to bottom."""
        return [rule for rule in self.printed.rules if rule.page == page]


def mark(printed: Printed, issue: Issue, layout: Frames) -> Sheet:
    """Give each line of the file the part that stands on its baseline. Strange lines have none; absent ones are not in the file."""
    ends = {block.id: len(block.text) for block in issue.blocks()}
    behind = frozenset(article.paragraphs[0].id for article in issue.articles() if article.runin and article.paragraphs)
    found: list[MarkedLine] = []
    heads: list[MarkedLine] = []
    strange: list[Spot] = []
    absent: list[Spot] = []
    by_page: dict[int, list[PrintedLine]] = {}
    for line in printed.lines:
        by_page.setdefault(line.page, []).append(line)
    for page in layout.pages:
        rows = [*_rows(page, ends, behind)]
        above = _row([_placed(page, page.head, ends, behind)]) if page.head else None
        rows += [above] if above else []
        for line in by_page.pop(page.number, []):
            near = min(rows, key=lambda row: abs(row.line.baseline_pt - line.baseline_pt), default=None)
            if near is None or near.line.text != line.text or abs(near.line.baseline_pt - line.baseline_pt) > _NEAR_PT:
                strange.append(Spot(page.number, line.text[:12]))
                found.append(MarkedLine(line, None, 0, 0, first=True, last=True))
                continue
            rows.remove(near)
            if near is above:
                heads.append(replace(near, line=line))
                continue
            found.append(MarkedLine(line, near.role, near.block, near.start, near.first, near.last, near.folio))
        absent += [row.spot for row in rows]
    strange += [Spot(number, line.text[:12]) for number, lines in by_page.items() for line in lines]
    return Sheet(printed, tuple(found), issue, layout.footer_page, tuple(strange), tuple(absent), tuple(heads))


def _rows(page: Page, ends: dict[int, int], behind: frozenset[int]) -> Iterator[MarkedLine]:
    """The lines that the layout puts on a page; several on one baseline are one row, as a file knows no better.

    The blocks `behind` stand behind a title in its paragraph: their first character may begin a line that is not the first.
    """
    rows: list[list[MarkedLine]] = []
    placed = [(line, False) for line in page.lines] + ([(page.folio, True)] if page.folio else [])
    for each, folio in sorted(placed, key=lambda pair: (pair[0].baseline, pair[0].line.x_pt)):
        known = _placed(page, each, ends, behind, folio=folio)
        if not known.line.text:
            continue
        if rows and abs(rows[-1][-1].line.baseline_pt - known.line.baseline_pt) <= _NEAR_PT:
            rows[-1].append(known)
        else:
            rows.append([known])
    yield from map(_row, rows)


def _placed(page: Page, each: PlacedLine, ends: dict[int, int], behind: frozenset[int], *, folio: bool = False) -> MarkedLine:
    """One line of the layout, blanks left out as a file has none."""
    line = each.line
    shown = PrintedLine(page.number, "".join(line.text.split()), each.baseline / 20, line.x_pt, line.end_x_pt, 0.0, frozenset())
    turned = line.block in behind and bool(line.runs) and line.runs[0].block == line.block
    first, last = line.start == 0 and not turned, line.end >= ends.get(line.block, 0)
    return MarkedLine(shown, line.role, line.block, line.start, first, last, folio)


def _row(parts: Sequence[MarkedLine]) -> MarkedLine:
    """The lines on one baseline as one, known by the leftmost."""
    parts = sorted(parts, key=lambda part: part.line.x_pt)
    return replace(parts[0], line=parts[0].line._replace(text="".join(part.line.text for part in parts)))
