"""Characters with their places become lines of words: blanks where there is room for one, tabs where a column begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from app.importers.pages.glyph import Font, Glyph
from app.records import dataclass

_SAME_LINE_EM = 0.35
"""Characters whose baselines differ by less stand on one line: a footnote's mark is raised by a third."""
_BLANK_EM = 0.29
"""Room for a blank; word processors leave a quarter of an em between Chinese and Latin by themselves."""
_LATIN_BLANK_EM = 0.16
_APART_EM = 0.8
"""Room beside which something else may stand: another column, another cell, or the next words."""
_TAB_EM = 2.6
"""Room that no blanks of a sentence make: another cell of a table."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, in points. `size` and `bold` are those of most characters; `fonts` has one for each, None for what was put in.

    `first_word` is the width of what would have had to fit at the end of the line before.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    fonts: tuple[Font | None, ...]
    first_word: float = 0.0


def segments(glyphs: Iterable[Glyph]) -> list[tuple[Glyph, ...]]:
    """The characters of each baseline, parted where a gap is wide enough for another column; from top to bottom, left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.y, glyph.left)):
        row = rows[-1] if rows else None
        if row is not None and abs(glyph.y - row[0].y) <= _SAME_LINE_EM * max(glyph.font.size, row[0].font.size):
            row.append(glyph)
        else:
            rows.append([glyph])
    found: list[tuple[Glyph, ...]] = []
    for row in rows:
        row.sort(key=lambda glyph: glyph.left)
        start, spread = 0, _letter_space(row)
        for at, (one, other) in enumerate(pairwise(row), 1):
            if other.left - one.right - spread > _APART_EM * max(one.font.size, other.font.size):
                found.append(tuple(row[start:at]))
                start = at
        found.append(tuple(row[start:]))
    return [trimmed for segment in found if (trimmed := _trimmed(segment))]


def line_of(parts: Sequence[Sequence[Glyph]]) -> Line:
    """One line of the segments on a baseline, left to right, with a tab or a blank between them."""
    text: list[str] = []
    fonts: list[Font | None] = []
    for number, glyphs in enumerate(parts):
        if number:
            wide = glyphs[0].left - parts[number - 1][-1].right > _TAB_EM * glyphs[0].font.size
            text.append("\t" if wide else " ")
            fonts.append(None)
        spread = _letter_space(glyphs)
        before: Glyph | None = None
        for glyph in glyphs:
            if before is not None and _parted(before, glyph, spread):
                text.append(" ")
                fonts.append(None)
            text.append(" " if glyph.text == "\u00a0" else glyph.text)
            fonts.append(glyph.font)
            before = glyph
    own = [glyph for glyphs in parts for glyph in glyphs if not glyph.text.isspace()]
    sizes = Counter(glyph.font.size for glyph in own)
    size = max(sizes, key=lambda size: (sizes[size], size))
    bold = sum(glyph.font.bold for glyph in own) * 2 > len(own)
    first, last = parts[0][0], parts[-1][-1]
    baseline = median(glyph.y for glyph in own)
    return Line("".join(text), first.left, last.right, baseline, size, bold, tuple(fonts), _first_word(parts[0]))


def _trimmed(glyphs: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
    """Without the blanks at its ends, which say nothing of where the words are."""
    start, end = 0, len(glyphs)
    while start < end and glyphs[start].text.isspace():
        start += 1
    while start < end and glyphs[end - 1].text.isspace():
        end -= 1
    return glyphs[start:end]


def _letter_space(glyphs: Sequence[Glyph]) -> float:
    """The room between all characters of a spaced-out line, in points; 0 where there is none."""
    gaps = [other.left - one.right for one, other in pairwise(glyphs) if not (one.text.isspace() or other.text.isspace())]
    return max(0.0, median(gaps)) if gaps else 0.0


def _parted(one: Glyph, other: Glyph, spread: float) -> bool:
    if one.text.isspace() or other.text.isspace():
        return False
    latin = one.text.isascii() and other.text.isascii() and (one.text + other.text).isalnum()
    room = (_LATIN_BLANK_EM if latin else _BLANK_EM) * max(one.font.size, other.font.size)
    return other.left - one.right - spread > room


def _first_word(glyphs: Sequence[Glyph]) -> float:
    """The width of the first Chinese character, or of the first Latin word or figure, with the marks that may not begin a line."""
    end = 1
    while end < len(glyphs) and _of_word(glyphs[0]) and _of_word(glyphs[end]) and _touch(glyphs[end - 1], glyphs[end]):
        end += 1
    while end < len(glyphs) and glyphs[end].text in _NOT_FIRST:
        end += 1
    return glyphs[end - 1].right - glyphs[0].left


def _touch(one: Glyph, other: Glyph) -> bool:
    return other.left - one.right < _LATIN_BLANK_EM * other.font.size


def _of_word(glyph: Glyph) -> bool:
    return glyph.text.isascii() and not glyph.text.isspace()


_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—％%.,;:!?)]}")
