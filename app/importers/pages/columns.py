"""The pieces of a page's lines become lines in the order in which they are read: column after column, rows of a table across."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from app.importers.pages.glyph import Glyph
from app.importers.pages.lines import Line, line_of
from app.records import dataclass

_LEAST_ROWS = 5
"""Lines on each side of a gutter; fewer are a table's, or a pair of signatures."""
_LEAST_GUTTER_EM = 0.8
_LEAST_MEASURE_EM = 9
"""Columns of running text are at least so wide."""
_FULL, _LEAST_FULL = 0.8, 4
"""A column has so many lines that reach over this part of its width; entries of a table don't."""
_MOSTLY = 0.5
"""The part of what stands between the columns' first and last lines that is such lines."""
_SAME_ROW_EM = 0.35


@dataclass(frozen=True, slots=True)
class _Piece:
    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    @property
    def y(self) -> float:
        return self.glyphs[0].y

    @property
    def size(self) -> float:
        return self.glyphs[0].font.size


def columns_of(segments: Sequence[tuple[Glyph, ...]]) -> list[list[Line]]:
    """The columns of a page in reading order, each with its lines; what reaches over several columns is a column of its own."""
    return [_lines(block) for block in _blocks([_Piece(segment) for segment in segments])]


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The strip between two columns, and how far down the page they reach."""

    left: float
    right: float
    top: float
    bottom: float


def _blocks(pieces: list[_Piece]) -> list[list[_Piece]]:
    pieces = sorted(pieces, key=lambda piece: piece.y)
    gutter = _gutter(pieces)
    if gutter is None:
        return [pieces] if pieces else []
    above = [piece for piece in pieces if piece.y < gutter.top]
    below = [piece for piece in pieces if piece.y > gutter.bottom]
    between = [piece for piece in pieces if gutter.top <= piece.y <= gutter.bottom]
    return [*_blocks(above), *_columns(between, gutter), *_blocks(below)]


def _columns(pieces: Sequence[_Piece], gutter: _Gutter) -> list[list[_Piece]]:
    """The two columns, band by band where lines reach over both."""
    blocks: list[list[_Piece]] = []
    band: list[_Piece] = []
    for piece in pieces:
        if piece.left < gutter.left and piece.right > gutter.right:
            blocks += _band(band, gutter.left)
            band = []
            if blocks and blocks[-1][-1].left < gutter.left and blocks[-1][-1].right > gutter.right:
                blocks[-1].append(piece)
            else:
                blocks.append([piece])
        else:
            band.append(piece)
    return blocks + _band(band, gutter.left)


def _band(band: list[_Piece], gutter: float) -> list[list[_Piece]]:
    """What stands between two lines that reach over the gutter: the left column, then the right one, which may be parted again."""
    sides = ([piece for piece in band if piece.left < gutter], [piece for piece in band if piece.left >= gutter])
    return [block for side in sides if side for block in _blocks(side)]


def _gutter(pieces: Sequence[_Piece]) -> _Gutter | None:
    """The upright strip that parts running text in two columns with the fewest lines reaching over; None where the text is in one."""
    if len(pieces) < 2 * _LEAST_ROWS:
        return None
    size = median(piece.size for piece in pieces)
    strips: list[tuple[int, float, _Gutter]] = []
    for right in sorted({piece.right for piece in pieces}):
        start = min((piece.left for piece in pieces if piece.left > right), default=right)
        if start - right >= _LEAST_GUTTER_EM * size:
            found = _between(pieces, right, start, size)
            if found is not None:
                over = sum(piece.left < right and piece.right > start for piece in pieces)
                strips.append((over, right - start, found))
    return min(strips, key=lambda strip: strip[:2])[2] if strips else None


def _between(pieces: Sequence[_Piece], left: float, right: float, size: float) -> _Gutter | None:
    """The gutter in a strip, where lines of running text stand beside one another on both sides of it."""
    one, other = (
        _full([piece for piece in pieces if piece.right <= left + size * 0.1], size),
        _full([piece for piece in pieces if piece.left >= right - size * 0.1], size),
    )
    if min(len(one), len(other)) < _LEAST_FULL:
        return None
    if min(one[-1].y, other[-1].y) - max(one[0].y, other[0].y) < size * _LEAST_ROWS:
        return None  # one above the other
    pitch = median(later.y - earlier.y for earlier, later in pairwise(one))
    top, bottom = min(one[0].y, other[0].y), max(one[-1].y, other[-1].y)
    inside = [piece for piece in pieces if top <= piece.y <= bottom]
    if len(one) + len(other) < len(inside) * _MOSTLY:
        return None  # cells of a table
    return _Gutter(left, right, top, _with_last_lines(pieces, bottom, pitch, (left + right) / 2))


def _full(side: Sequence[_Piece], size: float) -> list[_Piece]:
    """The lines of a side that are about as wide as the widest, where that is wide enough for running text."""
    measure = max((piece.right - piece.left for piece in side), default=0.0)
    return [piece for piece in side if piece.right - piece.left >= _FULL * measure] if measure >= _LEAST_MEASURE_EM * size else []


def _with_last_lines(pieces: Sequence[_Piece], bottom: float, pitch: float, middle: float) -> float:
    """How far down the columns reach with the short lines in which their paragraphs may end; a row of several cells is none."""
    reached = bottom
    for row in _rows([piece for piece in pieces if bottom < piece.y <= bottom + pitch * 1.4]):
        left = sum(piece.left < middle for piece in row)
        if left > 1 or len(row) - left > 1:
            break
        reached = row[-1].y
    return reached


def _lines(pieces: Sequence[_Piece]) -> list[Line]:
    return [line_of([piece.glyphs for piece in sorted(row, key=lambda piece: piece.left)]) for row in _rows(pieces)]


def _rows(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """The pieces that stand on one line together, line by line down the page."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.left)):
        if rows and abs(piece.y - rows[-1][0].y) <= _SAME_ROW_EM * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows
