"""Measured text becomes lines: broken greedily, pushed out where a break may not be, justified, and cut into glyph runs."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from app.layout.flow import Align, ParagraphStyle
from app.layout.frames import EvenPens, GlyphRun, Line
from app.layout.measure import JOINED, Measured, Piece
from app.model.issue import Role
from app.text.breaking import BLANKS, last_break

# Widths are sums of floats; a line that is full to the last twip must not be lost to the tenth decimal.
_EPSILON_PT = 0.005
_new = tuple.__new__
"""Makes a named tuple in half the time of its own constructor."""


class Room(NamedTuple):
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
    characters, pens, space, spaces = text.text, text.pens, text.space, text.spaces
    breaks: list[int] = []
    start, width, length = 0, room.right - room.first_left + _EPSILON_PT, len(characters)
    while True:
        limit = pens[start] + width
        fits = bisect_right(pens, limit + space, start + 1, length + 1) - 1
        # Mostly right at once; a space of another width moves it.
        while fits > start and pens[fits] - spaces.get(fits - 1, space) > limit:
            fits -= 1
        while fits < length and pens[fits + 1] - spaces.get(fits, space) <= limit:
            fits += 1
        while fits < length and characters[fits] in BLANKS:  # blanks at a line end are swallowed
            fits += 1
        if fits >= length:
            return tuple(breaks)
        start = last_break(characters, start, fits if fits > start else start + 1)
        if start >= length:
            return tuple(breaks)
        breaks.append(start)
        width = room.right - room.left + _EPSILON_PT


def build_lines(text: Measured, breaks: Sequence[int], room: Room, height: int, role: Role) -> tuple[Line, ...]:
    """The lines between the breaks, each aligned in its room; `height` is the slot in twips."""
    characters, pieces, joined, pens, space, spaces, rigid, uneven, missing = text  # at once, and not for each of the lines
    left, right, align, length = room.first_left, room.right, room.align, len(characters)
    lines = []
    piece: Piece | None = None
    if not length:
        return (Line((), 0, 0, 0, height, role),)
    for start, stop in pairwise((0, *breaks, length)):
        end = stop
        if characters[stop - 1] in BLANKS:  # a line of blanks alone keeps them: an open number is one
            end = len(characters[:stop].rstrip(BLANKS))
            end = end if end > start else stop
        even = not uneven or text.is_even(start, end)
        width = pens[end] - spaces.get(end - 1, space) - pens[start]
        spare, extra = right - left - width, 0.0
        if align is Align.JUSTIFY:
            if stop < length and spare > 0:
                gaps = end - start - 1 - (0 if even else bisect_left(rigid, end) - bisect_right(rigid, start))
                extra = spare / gaps if gaps > 0 else 0.0
        elif align is Align.CENTRE:
            left += spare / 2
        elif align is Align.RIGHT:
            left += spare
        within = pieces if len(pieces) == 1 else text.pieces_between(start, end)
        if len(within) == 1 and (not joined or joined.keys().isdisjoint(range(start, end))):
            if within[0] is not piece:
                piece = within[0]
                face, block, style = piece.face, piece.block, piece.style
                size_pt, bold, colour, scale_x, stroke = style.size_pt, style.bold, style.colour, style.scale_x, style.stroke
                letter_pt, fall_pt, offset = style.letter_space / 20, style.fall / 20, piece.source - piece.start
            source, source_end = start + offset, end + offset
            xs: Sequence[float]
            if even and not missing:
                xs = EvenPens(pens, start, end - start, left - pens[start], extra)
                end_x, even_pt = left + width + extra * (end - start - 1), letter_pt + extra
            else:
                xs, even_pt = _positions(text, (start, end), left, extra), None
                end_x = xs[-1] + (pens[end] - spaces.get(end - 1, space)) - pens[end - 1]
            sources, look = range(source, source_end), (bold, colour, scale_x, even_pt, fall_pt, stroke)
            run = _new(GlyphRun, (face, size_pt, characters[start:end], None, xs, end_x, block, sources, *look))
            lines.append(_new(Line, ((run,), block, source, source_end, height, role) if block else ((run,), 0, 0, 0, height, role)))
        else:
            xs = _positions(text, (start, end), left, extra)
            runs = tuple([_run(text, piece, max(piece.start, start), min(piece.end, end), xs, start) for piece in within])
            lines.append(Line(runs, *_shown(within, start, end), height, role))
        left = room.left
    return tuple(lines)


def _positions(text: Measured, edges: tuple[int, int], left: float, extra: float) -> list[float]:
    """The pens of the characters between two edges, justified."""
    start, end = edges
    pens, rigid = text.pens, text.rigid
    shift = left - pens[start]
    if not extra:
        return [pen + shift for pen in pens[start:end]]
    xs: list[float] = []
    at = start
    for place in (*rigid[bisect_right(rigid, start) : bisect_left(rigid, end)], end):
        xs += [pen + shift + extra * i for i, pen in enumerate(pens[at:place], at - start)]
        at, shift = place, shift - extra
    return xs


def _shown(pieces: Sequence[Piece], start: int, end: int) -> tuple[int, int, int]:
    """The first block among the pieces, and which of its characters stand between the edges."""
    own = [piece for piece in pieces if piece.block]
    if not own:
        return 0, 0, 0
    head, tail = own[0], own[-1]
    if tail.block != head.block:
        tail = next(piece for piece in reversed(own) if piece.block == head.block)
    return head.block, head.source + max(start - head.start, 0), tail.source + min(end, tail.end) - tail.start


def _run(text: Measured, piece: Piece, first: int, last: int, xs: Sequence[float], start: int) -> GlyphRun:
    """The run of characters first..last of one piece; `xs` begins at character `start`."""
    style, characters = piece.style, text.text[first:last]
    shaped: Sequence[int] | None = None
    pens: Sequence[float] = xs[first - start : last - start]
    source = piece.source + first - piece.start
    sources: Sequence[int] = range(source, source + last - first)
    if text.joined and not text.joined.keys().isdisjoint(range(first, last)):
        shown = [text.joined.get(at, glyph) for at, glyph in enumerate(map(piece.face.glyph, characters), first)]
        kept = [i for i, glyph in enumerate(shown) if glyph != JOINED]
        shaped, pens, sources = (
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
        shaped,
        pens,
        end_x,
        piece.block,
        sources,
        style.bold,
        style.colour,
        style.scale_x,
        fall_pt=style.fall / 20,
        stroke=style.stroke,
    )
