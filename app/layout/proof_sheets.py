"""Pages become those of a proof on paper: which proof it is above the text, and the number of each line beside it (清样)."""

from __future__ import annotations

from collections.abc import Sequence

from app.fonts.faceset import FaceSet
from app.layout.flow import Align
from app.layout.frames import Page, PlacedLine
from app.layout.labels import LabelStyle, label
from app.model.faces import FaceRole
from app.model.template import Template, twips

_HEAD = LabelStyle(FaceRole.BODY, FaceRole.BODY, 10.5)
_NUMBER = LabelStyle(FaceRole.BODY, FaceRole.BODY, 9.0, "#808080")
_HEAD_ABOVE_MM = 10.0
"""The head's baseline stands so far above the type area: between it and the paper's edge, where nothing else is."""
_BESIDE_PT, _ROOM_PT = 11.0, 20.0
"""From the type area to a line's number, and the room that two figures take."""


def proof_pages(pages: Sequence[Page], template: Template, faces: FaceSet, head: str) -> tuple[Page, ...]:
    """The pages with `head` above and line numbers on the outer side, right on odd pages; nothing of the text moves."""
    return tuple(page._replace(lines=(*page.lines, *_added(page, template, faces, head))) for page in pages)


def numbered_slots(page: Page, template: Template) -> list[int]:
    """The line slots of a page, from 1, in which words stand."""
    paper, pitch = template.paper, template.line_twips
    slots = {(placed.baseline - paper.top) // pitch + 1 for placed in page.lines if placed.line.text.strip()}
    return sorted(slot for slot in slots if 1 <= slot <= template.grid.lines)


def _added(page: Page, template: Template, faces: FaceSet, head: str) -> list[PlacedLine]:
    paper, pitch = template.paper, template.line_twips
    left, right = paper.left / 20, (paper.left + paper.text_width) / 20
    outer_right = page.number % 2 == 1
    found = [label(head, _HEAD, faces, (left, right), paper.top - twips(_HEAD_ABOVE_MM), Align.RIGHT if outer_right else Align.LEFT)]
    edges = (right + _BESIDE_PT, right + _BESIDE_PT + _ROOM_PT) if outer_right else (left - _BESIDE_PT - _ROOM_PT, left - _BESIDE_PT)
    align = Align.LEFT if outer_right else Align.RIGHT
    for slot in numbered_slots(page, template):
        baseline = paper.top + (slot - 1) * pitch + pitch * 4 // 5
        found.append(label(str(slot), _NUMBER, faces, edges, baseline, align))
    return found
