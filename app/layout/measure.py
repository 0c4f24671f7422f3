"""Spans of styled text become measured text: a face and a pen for every character of a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from app.fonts.face import Face, MissingGlyphError
from app.fonts.faceset import FaceSet
from app.layout.flow import Span, TextStyle
from app.layout.frames import MissingGlyph
from app.model.faces import FaceRole
from app.text.breaking import LATIN_RUN, script_runs

_PAIRS = re.compile("—{2,}|…{2,}")
JOINED = 0xFFFF
"""Glyph id of a character that the glyph before it shows, too (a joined ——)."""


class Piece(NamedTuple):
    """Characters `start` to `end` of the measured text, in one face and style, from one block."""

    start: int
    end: int
    face: Face
    style: TextStyle
    block: int
    source: int


_PIECE_START = attrgetter("start")


class Measured(NamedTuple):
    """A paragraph's text in one endless line.

    A character's glyph is its face's own, but for those in `joined`. `pens[i]` is the left end of character i in points, and behind the
    last one of those where a next one would stand; `spaces` are what parts a character's right end from the next pen: `spaces[i]`, or
    `space` for those not named. `rigid` are, in order, the places where justification may not widen: inside Latin words and dash pairs.
    `uneven` lists, in order, the characters after which the space is another than the style's letter space or cannot be widened.
    """

    text: str
    pieces: tuple[Piece, ...]
    joined: Mapping[int, int]
    pens: Sequence[float]
    space: float
    spaces: Mapping[int, float]
    rigid: Sequence[int]
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

    def is_even(self, start: int, end: int) -> bool:
        """Whether justification may part characters `start` to `end` (excluded) all alike."""
        first = bisect_left(self.uneven, start)
        return first == len(self.uneven) or self.uneven[first] >= end - 1


class _Steps(dict[str, float]):
    """Character to what leads from its pen to the next one, points: its advance and a space; filled on first sight.

    Raises `MissingGlyphError` where the face has no glyph.
    """

    __slots__ = ("_advances", "_size", "_space")

    def __init__(self, face: Face, size: float, space: float) -> None:
        super().__init__()
        self._advances = face.advances
        self._size = size
        self._space = space

    def __missing__(self, char: str) -> float:
        step = self[char] = self._advances[char] * self._size + self._space
        return step


class Measurer:
    """Measures text in one set of faces. Gaps of `gap_em` part Han characters from letters and digits (L119).

    Letters and digits of body text are of the digits' face, with `digits_everywhere` those of every other role, too (L-r).
    """

    def __init__(self, faces: FaceSet, gap_em: float, digits_everywhere: bool = False) -> None:
        self._faces = faces
        self._gap_em = gap_em
        self._own_digits = frozenset() if digits_everywhere else frozenset(FaceRole) - {FaceRole.BODY}
        self._steps: dict[tuple[Face, float, int], _Steps] = {}
        self._even_pens: dict[float, list[float]] = {}

    def measure(self, spans: Sequence[Span]) -> Measured:
        """Measure the joined text of the spans."""
        text = "".join([span.text for span in spans])
        pieces: list[Piece] = []
        steps: list[float] = []
        missing: list[MissingGlyph] = []
        for span in spans:
            self._measure_span(span, pieces, steps, missing)
        rigid: set[int] = set()
        joined = _join_pairs(text, pieces, steps, rigid) if "——" in text or "……" in text else {}
        space, spaces = _spaces(text, pieces, rigid, self._gap_em)
        for place, special in spaces.items():
            steps[place] += special - _piece_at(pieces, place).style.letter_space / 20
        uneven = sorted({*spaces, *(place - 1 for place in rigid)} - {len(text) - 1}) if rigid or spaces else ()
        return Measured(text, tuple(pieces), joined, self._pens(steps), space, spaces, sorted(rigid), uneven, tuple(missing))

    def _pens(self, steps: Sequence[float]) -> Sequence[float]:
        """What the steps lead to. Chinese text has equal ones, so that all such text has the same pens, as many as the longest needs."""
        count = len(steps)
        if not count or steps.count(steps[0]) < count:
            return list(accumulate(steps, initial=0.0))
        known = self._even_pens.setdefault(steps[0], [0.0])
        while len(known) <= count:
            known.append(known[-1] + steps[0])
        return known

    def _table(self, face: Face, style: TextStyle) -> _Steps:
        """The steps of a face in a style."""
        size = _size(style)
        key = (face, size, style.letter_space)
        found = self._steps.get(key)
        if found is None:
            found = self._steps[key] = _Steps(face, size, style.letter_space / 20)
        return found

    def _measure_span(self, span: Span, pieces: list[Piece], steps: list[float], missing: list[MissingGlyph]) -> None:
        """Add a span's pieces, its steps, and what no face has: mostly it is one piece in its role's face."""
        at, text, style = len(steps), span.text, span.style
        face = self._faces.faces[style.face]
        if text and self._for_latin(style) is face:
            try:
                steps += map(self._table(face, style).__getitem__, text)
                pieces.append(Piece(at, at + len(text), face, style, span.block, span.start))
                return
            except MissingGlyphError:
                del steps[at:]
        empty = _size(style) + style.letter_space / 20
        for start, end, chosen in self._by_face(span):
            table = self._table(chosen, style)
            for i in range(start, end):
                if chosen.covers(text[i]):
                    steps.append(table[text[i]])
                else:  # no face has it: an empty cell keeps its place, and the layout says so
                    steps.append(empty)
                    missing.append(MissingGlyph(text[i], span.block, span.start + i))
            pieces.append(Piece(at + start, at + end, chosen, style, span.block, span.start + start))

    def _for_latin(self, style: TextStyle) -> Face:
        """The face of letters and digits in a style."""
        faces = self._faces.faces
        return faces[style.face] if style.face in self._own_digits else faces.get(FaceRole.DIGITS, faces[style.face])

    def _by_face(self, span: Span) -> list[tuple[int, int, Face]]:
        """(start, end, face) of the span's stretches."""
        role, faces = span.style.face, self._faces
        plain, latin = faces.faces[role], self._for_latin(span.style)
        found: list[tuple[int, int, Face]] = []
        for i, char in enumerate(span.text):
            chosen = faces.face_for(FaceRole.DIGITS if latin is not plain and LATIN_RUN.match(char) else role, char)
            if found and found[-1][2] is chosen:
                found[-1] = (found[-1][0], i + 1, chosen)
            else:
                found.append((i, i + 1, chosen))
        return found


def _size(style: TextStyle) -> float:
    """The width of an em, points."""
    return style.size_pt * style.scale_x


def _join_pairs(text: str, pieces: Sequence[Piece], steps: list[float], rigid: set[int]) -> dict[int, int]:
    """Set —— and …… as their face shapes them; gives their glyphs by place, and adds the places inside them to `rigid`."""
    joined: dict[int, int] = {}
    for found in _PAIRS.finditer(text):
        first = found.start()
        rigid.update(range(first + 1, found.end()))
        piece = _piece_at(pieces, first)
        end = min(found.end(), piece.end)
        size, space = _size(piece.style), piece.style.letter_space / 20
        for i in range(first, end):
            joined[i], steps[i] = JOINED, space
        for glyph, cluster, advance in piece.face.shape(text[first:end]):
            joined[first + cluster] = glyph
            steps[first + cluster] += advance * size
    return joined


def _spaces(text: str, pieces: Sequence[Piece], rigid: set[int], gap_em: float) -> tuple[float, dict[int, float]]:
    """The space behind a character, and by place where it is another one: the first style's letter space rules.

    Where the script turns between two letters, Han or Latin, there is a gap besides, of the size of the left one. The places inside
    Latin words are added to `rigid`.
    """
    if not pieces:
        return 0.0, {}
    space = pieces[0].style.letter_space / 20
    spaces: dict[int, float] = {}
    for piece in pieces[1:]:
        if piece.style.letter_space != pieces[0].style.letter_space:
            spaces.update(dict.fromkeys(range(piece.start, piece.end), piece.style.letter_space / 20))
    for run in script_runs(text):
        for word in LATIN_RUN.finditer(text, *run):
            rigid.update(range(word.start() + 1, word.end()))
        for turn in run:
            if 0 < turn < len(text):
                place = turn - 1
                plain = spaces.get(place, space)
                parted = plain if plain > 0.0 else 0.0  # a negative letter space ends with its script
                if text[place].isalnum() and text[turn].isalnum():
                    parted += gap_em * _piece_at(pieces, place).style.size_pt
                if parted != plain:
                    spaces[place] = parted
    return space, spaces


def _piece_at(pieces: Sequence[Piece], at: int) -> Piece:
    """The piece that character `at` stands in; pieces follow one another without a gap."""
    return pieces[0] if len(pieces) == 1 else pieces[bisect_right(pieces, at, key=_PIECE_START) - 1]
