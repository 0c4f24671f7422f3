"""What other programs read in a PDF of ours."""

from __future__ import annotations

import ctypes
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as pdfium places it: origin in points from the left and from the top."""

    char: str
    x_pt: float
    y_pt: float


def glyphs(data: bytes, page_index: int = 0) -> list[Glyph]:
    """The characters of a page, without those that the reader made up for line ends."""
    document = pypdfium2.PdfDocument(data)
    page = document[page_index]
    text_page = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for i in range(text_page.count_chars()):
        if pdfium.FPDFText_IsGenerated(text_page, i) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text_page, i, x, y)
        found.append(Glyph(chr(pdfium.FPDFText_GetUnicode(text_page, i)), x.value, page.get_height() - y.value))
    return found


def pdfium_text(data: bytes, page_index: int = 0) -> str:
    """All text of a page without blanks."""
    text = pypdfium2.PdfDocument(data)[page_index].get_textpage().get_text_range()
    return "".join(text.split())


def poppler_text(path: Path) -> str:
    """All text of a file without blanks, in the order of the file."""
    output = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True)
    return "".join(output.stdout.decode("utf-8").split())


def qpdf_complaints(path: Path) -> str:
    """What qpdf finds wrong, "" when nothing."""
    result = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    return "" if result.returncode == 0 else result.stdout + result.stderr


def ink_box(data: bytes, page_index: int = 0, dpi: int = 144) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is not white on a page, in points."""
    image = pypdfium2.PdfDocument(data)[page_index].render(scale=dpi / 72).to_pil().convert("L").point(lambda value: 255 - value)
    box = image.getbbox()
    assert box is not None, "the page is white"
    left, top, right, bottom = (value * 72 / dpi for value in box)
    return left, top, right, bottom
