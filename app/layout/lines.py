"""Measured text becomes lines: broken greedily, pushed out where a break may not be, justified, and cut into glyph runs."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from app.layout.flow import Align, ParagraphStyle
from app.layout.frames import EvenPens, GlyphRun, Line, OwnGlyphs
from app.layout.measure import JOINED, Measured, Piece
from app.model.issue import Role
from app.text.breaking import BLANKS, last_break

# Widths are sums of floats; a line that is full to the last twip must not be lost to the tenth decimal.
_EPSILON_PT = 0.005


@dataclass(frozen=True, slots=True)
class Room:
    """Where the lines of a paragraph may stand, in points from the paper's left edge."""

    left: float
    first_left: float
    right: float
    align: Align

    @classmethod
    def of(cls, style: ParagraphStyle, type_left: int, type_width: int) -> Room:
        """The room that a style leaves in a type area given in twips."""
        left = type_left + style.left
        return cls(left / 20, (left + style.first) / 20, (type_left + type_width - style.right) / 20, style.align)


def break_text(text: Measured, room: Room) -> tuple[int, ...]:
    """The places where lines 2, 3, … begin."""
    breaks: list[int] = []
    start, width, length = 0, room.right - room.first_left, len(text.text)
    while True:
        fits = text.fitting(start, text.pens[start] + width + _EPSILON_PT)
        while fits < length and text.text[fits] in BLANKS:  # blanks at a line end are swallowed
            fits += 1
        if fits >= length:
            return tuple(breaks)
        start = last_break(text.text, start, max(fits, start + 1))
        if start >= length:
            return tuple(breaks)
        breaks.append(start)
        width = room.right - room.left


def build_lines(text: Measured, breaks: Sequence[int], room: Room, height: int, role: Role) -> tuple[Line, ...]:
    """The lines between the breaks, each aligned in its room; `height` is the slot in twips."""
    edges = [0, *breaks, len(text.text)]
    last = len(edges) - 2
    return tuple(
        _line(text, (edges[i], edges[i + 1]), room, (room.first_left if i == 0 else room.left, i == last), height, role)
        for i in range(last + 1)
    )


def _line(text: Measured, edges: tuple[int, int], room: Room, place: tuple[float, bool], height: int, role: Role) -> Line:
    """One line of the characters between two edges; `place` is its left end in points and whether it ends the paragraph."""
    start, stop = edges
    left, is_last = place
    end = stop
    while end > start and text.text[end - 1] in BLANKS:
        end -= 1
    if end == start:
        end = stop  # a line of blanks alone keeps them: an open number is one
    if end == start:
        return Line((), 0, 0, 0, height, role)
    spare = room.right - left - (text.right(end - 1) - text.pens[start])
    extra = 0.0
    even = text.is_even(start, end)
    if room.align is Align.JUSTIFY:
        if not is_last and spare > 0:
            gaps = end - start - 1 - (0 if even else sum([at in text.rigid for at in range(start + 1, end)]))
            extra = spare / gaps if gaps > 0 else 0.0
    elif room.align is Align.CENTRE:
        left += spare / 2
    elif room.align is Align.RIGHT:
        left += spare
    pieces = text.pieces_between(start, end)
    if even and len(pieces) == 1 and not text.missing:
        runs: tuple[GlyphRun, ...] = (_even_run(text, pieces[0], (start, end), left, extra),)
    else:
        xs = _positions(text, (start, end), left, extra)
        runs = tuple([_run(text, piece, max(piece.start, start), min(piece.end, end), xs, start) for piece in pieces])
    own = [piece for piece in pieces if piece.block]
    if not own:
        return Line(runs, 0, 0, 0, height, role)
    head, tail = own[0], own[-1]
    if tail.block != head.block:
        tail = next(piece for piece in reversed(own) if piece.block == head.block)
    first = head.source + max(start - head.start, 0)
    after = tail.source + min(end, tail.end) - tail.start
    return Line(runs, head.block, first, after, height, role)


def _positions(text: Measured, edges: tuple[int, int], left: float, extra: float) -> array[float]:
    """The pens of the characters between two edges, justified."""
    start, end = edges
    shift = left - text.pens[start]
    if not extra:
        return array("d", [pen + shift for pen in text.pens[start:end]])
    rigid, xs = text.rigid, []
    for at, pen in enumerate(text.pens[start:end], start):
        if at in rigid:
            shift -= extra
        xs.append(pen + shift + extra * (at - start))
    return array("d", xs)


def _even_run(text: Measured, piece: Piece, edges: tuple[int, int], left: float, extra: float) -> GlyphRun:
    """The one run of a line whose characters are all spaced alike."""
    start, end = edges
    count = end - start
    style = piece.style
    source = piece.source + start - piece.start
    shift = left - text.pens[start]
    characters = text.text[start:end]
    return GlyphRun(
        piece.face,
        style.size_pt,
        characters,
        OwnGlyphs(piece.face, characters),
        EvenPens(text.pens, start, count, shift, extra),
        text.right(end - 1) + shift + extra * (count - 1),
        piece.block,
        range(source, source + count),
        style.bold,
        style.colour,
        style.scale_x,
        style.letter_space / 20 + extra,
        style.fall / 20,
    )


def _run(text: Measured, piece: Piece, first: int, last: int, xs: array[float], start: int) -> GlyphRun:
    """The run of characters first..last of one piece; `xs` begins at character `start`."""
    style, characters = piece.style, text.text[first:last]
    glyphs: Sequence[int] = OwnGlyphs(piece.face, characters)
    pens: Sequence[float] = xs[first - start : last - start]
    source = piece.source + first - piece.start
    sources: Sequence[int] = range(source, source + last - first)
    if not text.joined.keys().isdisjoint(range(first, last)):
        shown = [text.joined.get(at, glyph) for at, glyph in enumerate(glyphs, first)]
        kept = [i for i, glyph in enumerate(shown) if glyph != JOINED]
        glyphs, pens, sources = (
            array("H", [shown[i] for i in kept]),
            array("d", [pens[i] for i in kept]),
            [sources[i] for i in kept],
        )
    at = last - 1
    end_x = xs[at - start] + text.right(at) - text.pens[at]
    return GlyphRun(
        piece.face,
        style.size_pt,
        characters,
        glyphs,
        pens,
        end_x,
        piece.block,
        sources,
        style.bold,
        style.colour,
        style.scale_x,
        fall_pt=style.fall / 20,
    )
