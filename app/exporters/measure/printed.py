"""A PDF becomes the lines and the horizontal rules of its pages, in points from the top left corner of the paper."""

from __future__ import annotations

import ctypes
import math
import statistics
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from app.errors import UserError
from app.exporters.measure.values import Colour, Printed, PrintedLine, PrintedRule

_KANGXI = range(0x2F00, 0x2FD6)  # radicals that other programs' files may name instead of the Han character of the same shape
_HYPHENS = "\x02\ufffe"  # what PDFium says for one at a line's end
_SAME_LINE_PT = 2.0
_NARROWEST_RULE_PT = 60
_THICKEST_RULE_PT = 8
_LONGEST_NAME = 200

_Raw = Any
"""A handle of the library, which has no types."""


class _Char(NamedTuple):
    baseline: float
    x: float
    end: float
    char: str
    size: float
    colour: Colour


def read_printed(source: Path | bytes) -> Printed:
    """Read a whole file. Raises `UserError` where it is no PDF that can be read."""
    sizes: list[tuple[float, float]] = []
    lines: list[PrintedLine] = []
    rules: list[PrintedRule] = []
    fonts: dict[str, bool] = {}
    try:
        document = pypdfium2.PdfDocument(source)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise UserError("刚写出的 PDF 读不回来，没有核对；请再导出一次。") from error
    with document:
        for number, page in enumerate(document, 1):
            sizes.append(page.get_size())
            lines += _lines(number, _characters(page, fonts))
            rules += sorted(_rules(number, page))
            page.close()
    return Printed(tuple(sizes), tuple(lines), tuple(rules), fonts)


def _lines(number: int, chars: list[_Char]) -> Iterator[PrintedLine]:
    """The characters of a page by baselines, from top to bottom and from left to right."""
    rows: list[list[_Char]] = []
    for char in sorted(chars):
        if rows and abs(rows[-1][-1].baseline - char.baseline) <= _SAME_LINE_PT:
            rows[-1].append(char)
        else:
            rows.append([char])
    for row in rows:
        row.sort(key=lambda char: char.x)
        baseline = statistics.median(char.baseline for char in row)
        size = statistics.mode(char.size for char in row)
        text = "".join(char.char for char in row)
        yield PrintedLine(number, text, baseline, row[0].x, row[-1].end, size, frozenset(char.colour for char in row))


def _characters(page: pypdfium2.PdfPage, fonts: dict[str, bool]) -> list[_Char]:
    """Every printed character that is not blank; `fonts` learns what each text object is set in."""
    textpage = page.get_textpage()
    raw, height = textpage.raw, page.get_height()
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    looks: dict[int, tuple[float, Colour]] = {}
    found = []
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        char = "-" if chr(code) in _HYPHENS else chr(code)
        if char.isspace() or not char.isprintable() or pdfium.FPDFText_IsGenerated(raw, index) == 1:
            continue
        item = pdfium.FPDFText_GetTextObject(raw, index)
        key = ctypes.cast(item, ctypes.c_void_p).value or 0
        if key not in looks:
            looks[key] = _size(raw, index), _colour(pdfium.FPDFText_GetFillColor, raw, index)
            _note_font(item, fonts)
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(raw, index, box)
        plain = unicodedata.normalize("NFKC", char) if code in _KANGXI else char
        found.append(_Char(height - y.value, x.value, box.right, plain, *looks[key]))
    textpage.close()
    return found


def _size(raw: _Raw, index: int) -> float:
    """The height of the em, whatever the matrix that stretches it."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(raw, index, matrix)
    return round(float(pdfium.FPDFText_GetFontSize(raw, index)) * (math.hypot(matrix.c, matrix.d) or 1.0), 2)


def _colour(ask: _Raw, *of: object) -> Colour:
    """The colour that a function of the library tells; black where it tells none, as PDF does."""
    red, green, blue, alpha = (ctypes.c_uint(0) for _ in range(4))
    ask(*of, red, green, blue, alpha)
    return red.value, green.value, blue.value


def _note_font(item: _Raw, fonts: dict[str, bool]) -> None:
    font = pdfium.FPDFTextObj_GetFont(item) if item else None
    if not font:
        return
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
    known = name.value.decode("utf-8", "replace").rpartition("+")[2]
    fonts[known] = fonts.get(known, True) and pdfium.FPDFFont_GetIsEmbedded(font) == 1


def _rules(number: int, page: pypdfium2.PdfPage) -> Iterator[PrintedRule]:
    """Bars at least 60 pt wide and at most 8 pt high."""
    height = page.get_height()
    sides = [ctypes.c_float() for _ in range(4)]
    for item in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
        if not pdfium.FPDFPageObj_GetBounds(item.raw, *sides):
            continue
        left, bottom, right, top = (side.value for side in sides)
        if right - left < _NARROWEST_RULE_PT or top - bottom > _THICKEST_RULE_PT:
            continue
        fill, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item.raw, fill, stroked)
        ask = pdfium.FPDFPageObj_GetFillColor if fill.value else pdfium.FPDFPageObj_GetStrokeColor
        yield PrintedRule(number, height - top, left, right - left, top - bottom, _colour(ask, item.raw))
