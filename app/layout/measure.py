"""Spans of styled text become measured text: a glyph, an advance and a pen for every character of a paragraph."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter

from app.fonts.face import Face, MissingGlyphError
from app.fonts.faceset import FaceSet
from app.layout.flow import Span, TextStyle
from app.layout.frames import MissingGlyph
from app.model.faces import FaceRole
from app.text.breaking import LATIN_RUN, SCRIPT_RUN

_PAIRS = re.compile("—{2,}|…{2,}")
JOINED = 0xFFFF
"""Glyph id of a character that the glyph before it shows, too (a joined ——)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the measured text, in one face and style, from one block."""

    start: int
    end: int
    face: Face
    style: TextStyle
    block: int
    source: int


_PIECE_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph's text with its glyphs, in one endless line.

    `pens[i]` is the left end of character i in points, `pens[-1]` where a next one would stand; `spaces` are what parts a
    character's right end from the next pen: `spaces[i]`, or `space` for those not named. `rigid` holds the places where
    justification may not widen: inside Latin words and dash pairs. `uneven` lists, in order, the characters after which the space is
    another than the style's letter space or cannot be widened.
    """

    text: str
    pieces: tuple[Piece, ...]
    glyphs: array[int]
    pens: array[float]
    space: float
    spaces: Mapping[int, float]
    rigid: frozenset[int]
    uneven: Sequence[int]
    missing: tuple[MissingGlyph, ...] = ()

    def right(self, at: int) -> float:
        """Right end of character `at`, points."""
        return self.pens[at + 1] - self.spaces.get(at, self.space)

    @property
    def width(self) -> float:
        """Right end of the last character, points; 0 without one."""
        return self.right(len(self.text) - 1) if self.text else 0.0

    def pieces_between(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that characters `start` to `end` (excluded, not empty) stand in."""
        if len(self.pieces) == 1:
            return self.pieces
        first = bisect_right(self.pieces, start, key=_PIECE_START) - 1
        return self.pieces[first : bisect_left(self.pieces, end, key=_PIECE_START)]

    def fitting(self, start: int, limit: float) -> int:
        """The first character from `start` on whose right end lies beyond `limit`; the text's length if none does."""
        at = max(bisect_right(self.pens, limit, start, len(self.text) + 1) - 1, start)
        while at > start and self.right(at - 1) > limit:  # glyphs that overlap reach over the next pen
            at -= 1
        while at < len(self.text) and self.right(at) <= limit:
            at += 1
        return at


class _Widths(dict[str, float]):
    """Character to advance in points, filled on first sight; raises `MissingGlyphError` where the face has none."""

    __slots__ = ("_advances", "_size")

    def __init__(self, face: Face, size: float) -> None:
        super().__init__()
        self._advances = face.advances
        self._size = size

    def __missing__(self, char: str) -> float:
        width = self[char] = self._advances[char] * self._size
        return width


class Measurer:
    """Measures text in one set of faces. Gaps of `gap_em` part Han characters from letters and digits (L119).

    Letters and digits of body text are of the digits' face, with `digits_everywhere` those of every other role, too (L-r).
    """

    def __init__(self, faces: FaceSet, gap_em: float, digits_everywhere: bool = False) -> None:
        self._faces = faces
        self._gap_em = gap_em
        self._own_digits = frozenset() if digits_everywhere else frozenset(FaceRole) - {FaceRole.BODY}
        self._widths: dict[tuple[Face, float], _Widths] = {}

    def measure(self, spans: Sequence[Span]) -> Measured:
        """Measure the joined text of the spans."""
        text = "".join(span.text for span in spans)
        pieces: list[Piece] = []
        glyphs: list[int] = []
        widths: list[float] = []
        missing: list[MissingGlyph] = []
        at = 0
        for span in spans:
            for start, end, face in _by_face(span, self._faces, span.style.face in self._own_digits):
                part = span.text[start:end]
                size = span.style.size_pt * span.style.scale_x
                table = self._widths.get((face, size)) or self._widths.setdefault((face, size), _Widths(face, size))
                glyphs += map(face.glyphs.__getitem__, part)
                try:
                    widths += map(table.__getitem__, part)
                except MissingGlyphError:  # no face has it: an empty cell keeps its place, and the layout says so
                    widths += [table[c] if face.covers(c) else size for c in part[len(widths) - at - start :]]
                    missing += [MissingGlyph(c, span.block, span.start + start + i) for i, c in enumerate(part) if not face.covers(c)]
                pieces.append(Piece(at + start, at + end, face, span.style, span.block, span.start + start))
            at += len(span.text)
        rigid = _join_pairs(text, pieces, glyphs, widths) if "——" in text or "……" in text else set()
        space, spaces = _spaces(text, pieces, rigid, self._gap_em)
        uneven = sorted(place for place in {*spaces, *(place - 1 for place in rigid)} if place != len(text) - 1)
        steps = [width + space for width in widths] if space else widths
        for place, special in spaces.items():
            steps[place] = widths[place] + special
        pens = array("d", accumulate(steps, initial=0.0))
        return Measured(text, tuple(pieces), array("H", glyphs), pens, space, spaces, frozenset(rigid), uneven, tuple(missing))


def _by_face(span: Span, faces: FaceSet, own_digits: bool) -> list[tuple[int, int, Face]]:
    """(start, end, face) of the span's stretches; one stretch where the role's face has every character.

    `own_digits`: letters and digits are of the role's own face.
    """
    text, role = span.text, span.style.face
    face = faces.faces[role]
    latin = face if own_digits else faces.faces.get(FaceRole.DIGITS, face)
    if latin is face and 0 not in map(face.glyphs.__getitem__, text):
        return [(0, len(text), face)] if text else []
    found: list[tuple[int, int, Face]] = []
    for i, char in enumerate(text):
        plain = role if latin is face or not LATIN_RUN.match(char) else FaceRole.DIGITS
        chosen = faces.face_for(plain, char)
        if found and found[-1][2] is chosen:
            found[-1] = (found[-1][0], i + 1, chosen)
        else:
            found.append((i, i + 1, chosen))
    return found


def _join_pairs(text: str, pieces: Sequence[Piece], glyphs: list[int], widths: list[float]) -> set[int]:
    """Set —— and …… as their face shapes them; gives the places inside them."""
    inside: set[int] = set()
    for found in _PAIRS.finditer(text):
        first = found.start()
        inside.update(range(first + 1, found.end()))
        piece = _piece_at(pieces, first)
        end = min(found.end(), piece.end)
        size = piece.style.size_pt * piece.style.scale_x
        shaped = piece.face.shape(text[first:end])
        for i in range(first, end):
            glyphs[i], widths[i] = JOINED, 0.0
        for glyph, cluster, advance in shaped:
            glyphs[first + cluster] = glyph
            widths[first + cluster] += advance * size
    return inside


def _spaces(text: str, pieces: Sequence[Piece], rigid: set[int], gap_em: float) -> tuple[float, dict[int, float]]:
    """The space behind a character, and by place where it is another one: the first style's letter space rules.

    Where the script turns between two letters, Han or Latin, there is a gap besides, of the size of the left one; behind the last
    character there is no space. The places inside Latin words are added to `rigid`.
    """
    if not pieces:
        return 0.0, {}
    space = pieces[0].style.letter_space / 20
    spaces: dict[int, float] = {}
    for piece in pieces[1:]:
        if piece.style.letter_space != pieces[0].style.letter_space:
            spaces.update(dict.fromkeys(range(piece.start, piece.end), piece.style.letter_space / 20))
    for found in LATIN_RUN.finditer(text):
        rigid.update(range(found.start() + 1, found.end()))
    for found in SCRIPT_RUN.finditer(text):
        for turn in found.span():
            if 0 < turn < len(text):
                place = turn - 1
                parted = max(spaces.get(place, space), 0.0)  # a negative letter space ends with its script
                if text[place].isalnum() and text[turn].isalnum():
                    parted += gap_em * _piece_at(pieces, place).style.size_pt
                if parted != spaces.get(place, space):
                    spaces[place] = parted
    spaces[len(text) - 1] = 0.0
    return space, spaces


def _piece_at(pieces: Sequence[Piece], at: int) -> Piece:
    """The piece that character `at` stands in; pieces follow one another without a gap."""
    return pieces[bisect_right(pieces, at, key=_PIECE_START) - 1]
