"""The pieces of a page's lines become lines in the order in which they are read: column after column, rows of a table across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from app.importers.pages.glyph import Glyph
from app.importers.pages.lines import Line, line_of

_LEAST_ROWS = 5
"""Lines on each side of a gutter; fewer are a table's, or a pair of signatures."""
_LEAST_GUTTER_EM = 0.8
_LEAST_MEASURE_EM = 9
"""Columns of running text are at least so wide."""
_FULL = 0.8
"""A column's lines reach over this part of its width, by the median; entries of a table don't."""
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


def _blocks(pieces: list[_Piece]) -> list[list[_Piece]]:
    pieces = sorted(pieces, key=lambda piece: piece.y)
    gutter = _gutter(pieces)
    if gutter is None:
        return [pieces] if pieces else []
    left, right = gutter
    blocks: list[list[_Piece]] = []
    band: list[_Piece] = []
    for piece in pieces:
        if piece.left < left and piece.right > right:
            blocks += _band(band, left)
            band = []
            if blocks and blocks[-1][-1].left < left and blocks[-1][-1].right > right:
                blocks[-1].append(piece)
            else:
                blocks.append([piece])
        else:
            band.append(piece)
    return blocks + _band(band, left)


def _band(band: list[_Piece], gutter: float) -> list[list[_Piece]]:
    """What stands between two lines that reach over the gutter: the left column, then the right one, which may be parted again."""
    sides = ([piece for piece in band if piece.left < gutter], [piece for piece in band if piece.left >= gutter])
    return [block for side in sides if side for block in _blocks(side)]


def _gutter(pieces: Sequence[_Piece]) -> tuple[float, float] | None:
    """The widest upright strip that parts running text in two columns; None where the text is in one."""
    if len(pieces) < 2 * _LEAST_ROWS:
        return None
    size = median(piece.size for piece in pieces)
    strips: list[tuple[int, float, float]] = []
    for right in sorted({piece.right for piece in pieces}):
        start = min((piece.left for piece in pieces if piece.left > right), default=right)
        if start - right >= _LEAST_GUTTER_EM * size:
            over = _reaching_over(pieces, right, start, size)
            if over is not None:
                strips.append((over, right - start, right))
    if not strips:
        return None
    _, width, right = min(strips)
    return right, right - width


def _reaching_over(pieces: Sequence[_Piece], left: float, right: float, size: float) -> int | None:
    """How many pieces reach over a strip that parts two columns; None for one that doesn't."""
    one = [piece for piece in pieces if piece.right <= left + size * 0.1]
    other = [piece for piece in pieces if piece.left >= right - size * 0.1]
    over = len(pieces) - len(one) - len(other)
    if min(len(one), len(other)) < _LEAST_ROWS or over * 4 > len(pieces):
        return None
    beside = min(one[-1].y, other[-1].y) - max(one[0].y, other[0].y)
    if beside < size * _LEAST_ROWS or not all(_runs(side, size) for side in (one, other)):
        return None  # one above the other, or a table
    return over


def _runs(side: Sequence[_Piece], size: float) -> bool:
    """Whether a side holds running text: lines as wide as the column, and that wide enough."""
    measure = max(piece.right for piece in side) - min(piece.left for piece in side)
    return measure >= _LEAST_MEASURE_EM * size and median(piece.right - piece.left for piece in side) >= _FULL * measure


def _lines(pieces: Sequence[_Piece]) -> list[Line]:
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.left)):
        if rows and abs(piece.y - rows[-1][0].y) <= _SAME_ROW_EM * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [line_of([piece.glyphs for piece in sorted(row, key=lambda piece: piece.left)]) for row in rows]
