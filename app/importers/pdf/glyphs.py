"""A page of a PDF becomes its characters, each with its place, upright as a reader sees the page, and the look of its face.

PDFium itself drops what is printed twice on one place, as for a bold look or a shadow.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from app.importers.pages.glyph import Font, Glyph, PageText, face_of, unified

_HYPHEN, _NOT_MAPPED = "\ufffe", frozenset("\x00\ufffd\uffff")
_INVISIBLE = 3
"""The text rendering mode that paints nothing (ISO 32000-1, table 106): the layer that recognition lays over a scan."""
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
"""The flag of a font descriptor (ISO 32000-1, table 123)."""
_LONGEST_NAME = 200
_Raw = Any
"""A handle of the library, which has no types."""
_Turn = Callable[[float, float], tuple[float, float]]


def page_text(document: pdfium.PdfDocument, number: int) -> PageText:
    """Read the page `number` (from 0)."""
    page = document[number]
    textpage = page.get_textpage()
    try:
        left, bottom, right, top = page.get_bbox()
        rotation = int(pdfium_c.FPDFPage_GetRotation(page.raw))
        width, height = right - left, top - bottom
        by_turn: dict[int, list[Glyph]] = {}
        unreadable = 0
        fonts = _Fonts(textpage)
        for index in range(pdfium_c.FPDFText_CountChars(textpage.raw)):
            char = _char(textpage.raw, index)
            if char in _NOT_MAPPED:
                unreadable += 1
            elif char and not pdfium_c.FPDFText_IsGenerated(textpage.raw, index):
                turns = _quarter_turns(textpage.raw, index)
                glyph = _glyph(textpage.raw, index, char, fonts, _turned(turns, (left, bottom, right, top)))
                if glyph is not None:
                    by_turn.setdefault(turns, []).append(glyph)
        runs = sorted(map(tuple, by_turn.values()), key=len, reverse=True)
        if rotation % 2:
            width, height = height, width
        return PageText(number, width, height, tuple(runs), unreadable, _mostly_picture(page, width * height))
    finally:
        textpage.close()
        page.close()


class _Fonts:
    """The fonts of a page, asked once for each text object."""

    def __init__(self, textpage: pdfium.PdfTextPage) -> None:
        self._raw = textpage.raw
        self._known: dict[int, Font] = {}

    def of(self, index: int) -> Font:
        """The font of a character."""
        item = pdfium_c.FPDFText_GetTextObject(self._raw, index)
        key = ctypes.cast(item, ctypes.c_void_p).value or 0
        font = self._known.get(key)
        if font is None:
            font = self._known[key] = self._read(index, item)
        return font

    def _read(self, index: int, item: object) -> Font:
        buffer, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int(0)
        pdfium_c.FPDFText_GetFontInfo(self._raw, index, buffer, _LONGEST_NAME, ctypes.byref(flags))
        name = buffer.value.decode("utf-8", "replace").rpartition("+")[2].lower()
        matrix = pdfium_c.FS_MATRIX()
        pdfium_c.FPDFText_GetMatrix(self._raw, index, matrix)
        size = pdfium_c.FPDFText_GetFontSize(self._raw, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
        heavy = pdfium_c.FPDFText_GetFontWeight(self._raw, index) >= _BOLD_WEIGHT or bool(flags.value & _FORCE_BOLD)
        hidden = bool(item) and pdfium_c.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE
        return Font(round(size, 2), heavy or "bold" in name, face_of(name), hidden)


def _char(raw: _Raw, index: int) -> str:
    """The character; "" for line ends and controls, "-" for the hyphen at a line's end."""
    code = pdfium_c.FPDFText_GetUnicode(raw, index)
    char = chr(code) if code < 0x110000 else "\ufffd"
    if char == _HYPHEN or code == 2:
        return "-"
    if char in _NOT_MAPPED:
        return char
    if "\u2e80" <= char <= "\u2fdf":
        return unified(char)
    return "" if code < 32 or 0xD800 <= code < 0xE000 else char


def _glyph(raw: _Raw, index: int, char: str, fonts: _Fonts, turn: _Turn) -> Glyph | None:
    box, x, y = pdfium_c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    if not pdfium_c.FPDFText_GetLooseCharBox(raw, index, box) or not pdfium_c.FPDFText_GetCharOrigin(raw, index, x, y):
        return None
    font = fonts.of(index)
    (x0, _), (x1, _), (_, baseline) = turn(box.left, box.bottom), turn(box.right, box.top), turn(x.value, y.value)
    if font.size <= 0 or not all(map(math.isfinite, (x0, x1, baseline))):
        return None
    return Glyph(char, min(x0, x1), max(x0, x1), baseline, font)


def _quarter_turns(raw: _Raw, index: int) -> int:
    """By how many quarters a character is turned to the left; a slant of a few degrees is none."""
    angle = pdfium_c.FPDFText_GetCharAngle(raw, index)
    return -round(angle / (math.pi / 2)) % 4 if angle > 0 else 0  # it is counted clockwise


def _turned(turns: int, box: tuple[float, float, float, float]) -> _Turn:
    """Turns places of the page so that the text stands upright, and counts them from the page's top left corner."""
    left, bottom, right, top = box
    return (
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    )[turns]


def _mostly_picture(page: pdfium.PdfPage, area: float) -> bool:
    """Whether pictures cover more than half of the page."""
    covered = 0.0
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered > area / 2
