"""Spans of styled text become measured text: a glyph, an advance and a pen for every character of a paragraph."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add

from app.fonts.face import Face, MissingGlyphError
from app.fonts.faceset import FaceSet
from app.layout.flow import Span, TextStyle
from app.layout.frames import MissingGlyph
from app.model.faces import FaceRole
from app.text.breaking import LATIN_RUN, is_han, is_letter

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


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph's text with its glyphs, in one endless line.

    `pens[i]` and `rights[i]` are the left and right ends of character i in points. `rigid` holds the places where justification
    may not widen: inside Latin words and dash pairs. `uneven` lists, in order, the characters after which the space is another than
    the style's letter space or cannot be widened.
    """

    text: str
    pieces: tuple[Piece, ...]
    glyphs: array[int]
    pens: Sequence[float]
    rights: Sequence[float]
    rigid: frozenset[int]
    uneven: Sequence[int]
    missing: tuple[MissingGlyph, ...] = ()


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
    """Measures text in one set of faces. Gaps of `gap_em` part Han characters from letters and digits (L119)."""

    def __init__(self, faces: FaceSet, gap_em: float) -> None:
        self._faces = faces
        self._gap_em = gap_em
        self._widths: dict[tuple[Face, float], _Widths] = {}

    def measure(self, spans: Sequence[Span]) -> Measured:
        """Measure the joined text of the spans."""
        text = "".join(span.text for span in spans)
        pieces: list[Piece] = []
        glyphs: list[int] = []
        widths: list[float] = []
        spaces: list[float] = []
        missing: list[MissingGlyph] = []
        at = 0
        for span in spans:
            for start, end, face in _by_face(span, self._faces):
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
            spaces += [span.style.letter_space / 20] * len(span.text)
            at += len(span.text)
        rigid = _join_pairs(text, pieces, glyphs, widths) if "——" in text or "……" in text else set()
        gaps = _part_scripts(text, pieces, spaces, rigid, self._gap_em)
        uneven = sorted(gaps.union(place - 1 for place in rigid))
        if spaces:
            spaces[-1] = 0.0
        pens = list(accumulate(map(add, widths, spaces), initial=0.0))
        rights = list(map(add, pens, widths))
        return Measured(text, tuple(pieces), array("H", glyphs), pens, rights, frozenset(rigid), uneven, tuple(missing))


def _by_face(span: Span, faces: FaceSet) -> list[tuple[int, int, Face]]:
    """(start, end, face) of the span's stretches; one stretch where the role's face has every character."""
    text, role = span.text, span.style.face
    face = faces.faces[role]
    latin = faces.faces.get(FaceRole.DIGITS, face) if role is FaceRole.BODY else face
    if latin is face and all(map(face.glyphs.__getitem__, text)):
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
        piece = next(p for p in pieces if p.start <= first < p.end)
        end = min(found.end(), piece.end)
        size = piece.style.size_pt * piece.style.scale_x
        shaped = piece.face.shape(text[first:end])
        for i in range(first, end):
            glyphs[i], widths[i] = JOINED, 0.0
        for glyph, cluster, advance in shaped:
            glyphs[first + cluster] = glyph
            widths[first + cluster] += advance * size
    return inside


def _part_scripts(text: str, pieces: Sequence[Piece], spaces: list[float], rigid: set[int], gap_em: float) -> set[int]:
    """Between a Han character and a letter or digit put the gap in, of the size of the left one, besides the letter space.

    Adds the places inside Latin words to `rigid` and gives the characters that have a gap behind them.
    """
    gaps: set[int] = set()
    for found in LATIN_RUN.finditer(text):
        start, end = found.span()
        rigid.update(range(start + 1, end))
        if start and is_han(text[start - 1]) and is_letter(text[start]):
            gaps.add(start - 1)
        if end < len(text) and is_letter(text[end - 1]) and is_han(text[end]):
            gaps.add(end - 1)
    for place in gaps:
        spaces[place] += gap_em * _size_at(pieces, place)
    return gaps


def _size_at(pieces: Sequence[Piece], at: int) -> float:
    """Size in points of the character at a place."""
    return next(p.style.size_pt for p in pieces if p.start <= at < p.end)
