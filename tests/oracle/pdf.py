"""A PDF becomes the lines, the horizontal rules and the images of its pages, in points from the top left corner of the paper."""

from __future__ import annotations

import ctypes
import statistics
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

_KANGXI = range(0x2F00, 0x2FD6)  # radicals that LibreOffice may name instead of the Han character with the same glyph
_HYPHEN_AT_LINE_END = "\x02"  # what pdfium says for one
_SAME_LINE_PT = 2.0
_NARROWEST_RULE_PT = 60
_THICKEST_RULE_PT = 8


@dataclass(frozen=True, slots=True)
class PdfLine:
    """Characters on one baseline, blanks left out; `x_pt` is the first pen, `end_x_pt` the end of the last advance."""

    page: int
    text: str
    baseline_pt: float
    x_pt: float
    end_x_pt: float
    xs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PdfRule:
    """A horizontal bar, stroked or filled, by its middle."""

    page: int
    middle_pt: float
    x_pt: float
    width_pt: float
    thickness_pt: float
    colour: tuple[float, ...]


def _plain(char: str) -> str:
    return unicodedata.normalize("NFKC", char) if ord(char) in _KANGXI else char


def _characters(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, str]]:
    """(baseline from the top, pen, end of advance, character) of every printed character that is not blank."""
    text_page = page.get_textpage()
    height = page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    found = []
    for index in range(text_page.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text_page, index)).replace(_HYPHEN_AT_LINE_END, "-")
        if char.isspace() or not char.isprintable() or pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        found.append((height - y.value, x.value, box.right, _plain(char)))
    return found


def read_lines(path: Path) -> list[PdfLine]:
    """Every line of the file, page by page, from top to bottom."""
    lines = []
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, 1):
            rows: list[list[tuple[float, float, float, str]]] = []
            for item in sorted(_characters(page)):
                if rows and abs(rows[-1][-1][0] - item[0]) <= _SAME_LINE_PT:
                    rows[-1].append(item)
                else:
                    rows.append([item])
            for row in rows:
                row.sort(key=lambda item: item[1])
                text = "".join(char for *_, char in row)
                baseline = statistics.median(item[0] for item in row)
                lines.append(PdfLine(number, text, baseline, row[0][1], row[-1][2], tuple(item[1] for item in row)))
    return lines


def read_images(path: Path) -> list[tuple[int, float, float, float, float]]:
    """(page, left, top, width, height) of every image, page by page, from top to bottom."""
    with pdfplumber.open(path) as document:
        return [
            (number, image["x0"], image["top"], image["x1"] - image["x0"], image["bottom"] - image["top"])
            for number, page in enumerate(document.pages, 1)
            for image in sorted(page.images, key=lambda image: image["top"])
        ]


def read_rules(path: Path) -> list[PdfRule]:
    """Every horizontal rule of at least 60 pt, page by page, from top to bottom; one that is painted twice counts once."""
    rules: set[PdfRule] = set()
    with pdfplumber.open(path) as document:
        for number, page in enumerate(document.pages, 1):
            for shape in (*page.lines, *page.rects, *page.curves):
                width, height = shape["x1"] - shape["x0"], shape["bottom"] - shape["top"]
                if width < _NARROWEST_RULE_PT or height > _THICKEST_RULE_PT:
                    continue
                filled = bool(shape.get("fill")) and height > 0.05
                thickness = height if filled else float(shape.get("linewidth") or 0)
                colour = shape.get("non_stroking_color" if filled else "stroking_color") or (0,)
                middle = (shape["top"] + shape["bottom"]) / 2
                rules.add(PdfRule(number, round(middle, 2), round(shape["x0"], 2), round(width, 2), round(thickness, 2), tuple(colour)))
    return sorted(rules, key=lambda rule: (rule.page, rule.middle_pt))
