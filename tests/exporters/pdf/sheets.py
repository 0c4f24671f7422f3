"""Small layouts for tests of painters: lines of text, set by hand with whole cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.fonts.face import Face, FaceStore
from app.layout.frames import DERIVED, GlyphRun, Line, OutlineEntry, Page, PlacedLine, Rule

PAPER = (595.28, 841.89)
_LINE_TWIPS = 579


def run(
    face: Face,
    text: str,
    *,
    x_pt: float = 79.4,
    size_pt: float = 16.0,
    step_pt: float | None = None,
    bold: bool = False,
    colour: str = "#000000",
    scale_x: float = 1.0,
    block: int = 1,
) -> GlyphRun:
    """One run of single characters; each pen stands `step_pt`, or the glyph's own advance, after the one before."""
    xs, pen = [], x_pt
    for char in text:
        xs.append(pen)
        advance = face.advances[char] if face.covers(char) else 1.0
        pen += step_pt if step_pt is not None else advance * size_pt * scale_x
    glyphs = [face.glyph(char) for char in text]
    return GlyphRun(face, size_pt, text, glyphs, xs, pen, block, range(len(text)), bold, colour, scale_x)


def page(number: int, lines: Sequence[Sequence[GlyphRun]], *, targets: Sequence[int] = (), rules: Sequence[Rule] = ()) -> Page:
    """A page of lines below one another; `targets` names the blocks that the first lines lead to."""
    placed = []
    for i, runs in enumerate(lines):
        line = Line(tuple(runs), runs[0].block if runs else DERIVED, 0, sum(len(one.text) for one in runs), _LINE_TWIPS)
        placed.append(PlacedLine(line, 2098 + i * _LINE_TWIPS, targets[i] if i < len(targets) else 0))
    return Page(number, *PAPER, tuple(placed), tuple(rules))


@dataclass(frozen=True)
class Sheets:
    """Pages and bookmarks: all that the PDF writer asks of a layout."""

    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...] = ()


def layout(pages: Sequence[Page], outline: Sequence[OutlineEntry] = ()) -> Sheets:
    """Pages as if they came out of the layout."""
    return Sheets(tuple(pages), tuple(outline))


def open_face(path: Path | str, index: int = 0) -> Face:
    """A face of a file."""
    return FaceStore().face(str(path), index)
