"""A few words that stand apart from the flow become a placed line: a page number, the head of a proof, the number of a line."""

from __future__ import annotations

from itertools import accumulate, groupby
from typing import NamedTuple

from app.fonts.faceset import FaceSet
from app.layout.flow import Align
from app.layout.frames import BLACK, GlyphRun, Line, PlacedLine
from app.model.faces import FaceRole
from app.text.breaking import LATIN_RUN


class LabelStyle(NamedTuple):
    """The faces of a label, `digits` for its letters and figures, its size and its colour."""

    face: FaceRole
    digits: FaceRole
    size_pt: float
    colour: str = BLACK


def label(text: str, style: LabelStyle, faces: FaceSet, edges_pt: tuple[float, float], baseline: int, align: Align) -> PlacedLine:
    """The words between two edges, points from the paper's left; the baseline in twips from its top."""
    by_face = groupby(text, lambda char: faces.face_for(style.digits if LATIN_RUN.match(char) else style.face, char))
    stretches = [(face, "".join(chars)) for face, chars in by_face]
    advances = [[face.advances[char] * style.size_pt if face.covers(char) else 0.0 for char in part] for face, part in stretches]
    left, right = edges_pt
    spare = right - left - sum(map(sum, advances))
    x = left + {Align.CENTRE: spare / 2, Align.RIGHT: spare}.get(align, 0.0)
    runs: list[GlyphRun] = []
    for (face, part), widths in zip(stretches, advances, strict=True):
        *pens, end = accumulate(widths, initial=x)
        even_pt = 0.0 if all(map(face.covers, part)) else None
        sources = range(len(part))
        runs.append(GlyphRun(face, style.size_pt, part, None, pens, end, 0, sources, colour=style.colour, even_pt=even_pt))
        x = end
    line = Line(tuple(runs), 0, 0, 0, round(style.size_pt * 24))
    return PlacedLine(line, baseline - line.ascent)
