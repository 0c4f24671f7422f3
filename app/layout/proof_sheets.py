"""Pages become those of a proof on paper: which proof it is above the text, and the number of each line beside it (清样)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.fonts.faceset import FaceSet
from app.layout.changes import Bar
from app.layout.flow import Align
from app.layout.frames import Layout, Page, PlacedLine, Rule
from app.layout.labels import LabelStyle, label
from app.model.faces import FaceRole
from app.model.template import Template, twips

HEAD = LabelStyle(FaceRole.BODY, FaceRole.BODY, 10.5)
_NUMBER = LabelStyle(FaceRole.BODY, FaceRole.BODY, 9.0, "#808080")
HEAD_ABOVE_MM = 10.0
"""The head's baseline stands so far above the type area: between it and the paper's edge, where nothing else is."""
BAR_BESIDE_PT, BAR_WIDTH_PT = 6.0, 1.2
"""From the type area to the middle of a bar, and the bar's width."""
_BESIDE_PT, _ROOM_PT = 11.0, 20.0
"""From the type area to a line's number, and the room that two figures take."""


def proof_pages(
    pages: Sequence[Page], template: Template, faces: FaceSet, head: str, bars: Mapping[int, Sequence[Bar]]
) -> tuple[Page, ...]:
    """The pages with `head` above and line numbers on the outer side, right on odd pages; nothing of the text moves.

    `bars` by page number stand between the text and the line numbers.
    """
    return tuple(
        page._replace(
            lines=(*page.lines, *_added(page, template, faces, head)),
            rules=(*page.rules, *(_rule(bar, page, template) for bar in bars.get(page.number, ()))),
        )
        for page in pages
    )


def headed(layout: Layout, template: Template, faces: FaceSet, head: str) -> Layout:
    """The layout with `head` in the middle above each page, where a DOCX has a header; nothing of the text moves."""
    line = head_line(template, faces, head)
    return replace(layout, pages=tuple(page._replace(head=line) for page in layout.pages))


def head_line(template: Template, faces: FaceSet, head: str) -> PlacedLine:
    """Words in the middle above the type area."""
    paper = template.paper
    edges = paper.left / 20, (paper.left + paper.text_width) / 20
    return label(head, HEAD, faces, edges, paper.top - twips(HEAD_ABOVE_MM), Align.CENTRE)


def outer_edge(page: int, template: Template) -> tuple[float, int]:
    """The type area's edge towards the outer margin, points from the paper's left, and the way out: 1 right, on odd pages, or -1 left."""
    paper = template.paper
    return ((paper.left + paper.text_width) / 20, 1) if page % 2 else (paper.left / 20, -1)


def bar_x(page: int, template: Template) -> float:
    """The left edge of a page's bars, points from the paper's left."""
    edge, way = outer_edge(page, template)
    return edge + way * BAR_BESIDE_PT - BAR_WIDTH_PT / 2


def _rule(bar: Bar, page: Page, template: Template) -> Rule:
    return Rule(bar_x(page.number, template), bar.top / 20, BAR_WIDTH_PT, (bar.bottom - bar.top) / 20)


def numbered_slots(page: Page, template: Template) -> list[int]:
    """The line slots of a page, from 1, in which words stand."""
    paper, pitch = template.paper, template.line_twips
    slots = {(placed.baseline - paper.top) // pitch + 1 for placed in page.lines if placed.line.text.strip()}
    return sorted(slot for slot in slots if 1 <= slot <= template.grid.lines)


def _added(page: Page, template: Template, faces: FaceSet, head: str) -> list[PlacedLine]:
    paper, pitch = template.paper, template.line_twips
    left, right = paper.left / 20, (paper.left + paper.text_width) / 20
    edge, way = outer_edge(page.number, template)
    outer_right = way > 0
    found = [label(head, HEAD, faces, (left, right), paper.top - twips(HEAD_ABOVE_MM), Align.RIGHT if outer_right else Align.LEFT)]
    near, far = edge + way * _BESIDE_PT, edge + way * (_BESIDE_PT + _ROOM_PT)
    edges = (min(near, far), max(near, far))
    align = Align.LEFT if outer_right else Align.RIGHT
    for slot in numbered_slots(page, template):
        baseline = paper.top + (slot - 1) * pitch + pitch * 4 // 5
        found.append(label(str(slot), _NUMBER, faces, edges, baseline, align))
    return found
