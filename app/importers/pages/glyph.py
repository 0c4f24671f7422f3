"""One character at its place, as pages hold them whatever their file: what lines, columns and paragraphs are made of."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from app.importers.raw import Face
from app.records import dataclass

_KAI = ("kai", "楷")
_HEI = ("simhei", "heiti", "-hei", "黑", "yahei")


@dataclass(frozen=True, slots=True)
class Font:
    """What a run of characters is set in. `size` in points; `hidden` where nothing is painted."""

    size: float
    bold: bool = False
    face: Face = Face.OTHER
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: from `left` to `right` on the baseline `y`, in points, y growing downwards."""

    text: str
    left: float
    right: float
    y: float
    font: Font


@dataclass(frozen=True, slots=True)
class PageText:
    """The characters of a page by the direction in which they are written: those of most characters first.

    `width` and `height` are those of the page as it is seen, in points. `unreadable` counts characters whose code says nothing;
    `scanned`: a picture covers most of the page.
    """

    number: int
    width: float
    height: float
    runs: tuple[tuple[Glyph, ...], ...]
    unreadable: int = 0
    scanned: bool = False

    @property
    def glyphs(self) -> Iterator[Glyph]:
        """All characters."""
        return (glyph for run in self.runs for glyph in run)


_RADICALS = str.maketrans(
    "⺁⺇⺋⺎⺗⺝⺠⺡⺩⺫⺮⺼⻁⻄⻅⻆⻉⻊⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻳",
    "厂几卩兀小月民氵王目竹肉虎西见角贝足车长门青韦页风飞食马骨鬼鱼鸟黄齐齿龙龟",
)
"""Radicals that Unicode keeps apart without saying which character they are (CJK Radicals Supplement)."""


def unified(char: str) -> str:
    """The character that a radical stands for: a font draws 用 and the radical ⽤ with one glyph, and some writers name the latter."""
    return unicodedata.normalize("NFKC", char).translate(_RADICALS)


def face_of(name: str) -> Face:
    """The kind of face by the name of its font."""
    lower = name.lower()
    return Face.KAI if any(sign in lower for sign in _KAI) else Face.HEI if any(sign in lower for sign in _HEI) else Face.OTHER


def body_size(pages: Sequence[PageText]) -> float:
    """The size that most characters have, in points; 0 where there are none."""
    sizes = Counter(round(glyph.font.size * 2) / 2 for page in pages for glyph in page.glyphs if not glyph.text.isspace())
    return sizes.most_common(1)[0][0] if sizes else 0.0
