"""With a real face of thirty thousand glyphs every character that bulletins use comes back as itself."""

from __future__ import annotations

from pathlib import Path

from app import paths
from app.exporters.pdf.export import PdfInfo, export_pdf
from tests.exporters.pdf.reading import pdfium_text, poppler_text, qpdf_complaints
from tests.exporters.pdf.sheets import layout, open_face, page, run

_A_LINE, _A_PAGE = 28, 22
_KANGXI = "⼀⼆⼈⼤⼯⽂⽇⽉⽔⽕"  # radicals that share their glyph with a hanzi
_MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕—…·～〇①㈠℃％￥"


def _gb2312() -> str:
    """The 6,763 hanzi of GB 2312, rows 16 to 87."""
    rows = (bytes([0xA0 + row, 0xA0 + cell]) for row in range(16, 88) for cell in range(1, 95))
    return "".join(raw.decode("gb2312", errors="ignore") for raw in rows)


def test_all_of_gb2312_and_the_radicals_that_look_alike(tmp_path: Path) -> None:
    face = open_face(next(place for place in paths.font_folders() if place.name == "pylopdf_fonts_zh_cn") / "NotoSerifSC-Regular.otf")
    text = _KANGXI + _gb2312() + _MARKS
    assert len(text) == 6763 + len(_KANGXI + _MARKS)
    assert all(map(face.covers, text))
    assert face.glyph("⽂") == face.glyph("文")

    lines = [[run(face, text[i : i + _A_LINE], step_pt=15.75)] for i in range(0, len(text), _A_LINE)]
    pages = [page(i // _A_PAGE + 1, lines[i : i + _A_PAGE]) for i in range(0, len(lines), _A_PAGE)]
    path = tmp_path / "all.pdf"
    export_pdf(layout(pages), path, PdfInfo("全部汉字"))

    assert poppler_text(path) == text
    data = path.read_bytes()
    assert "".join(pdfium_text(data, i) for i in range(len(pages))) == text
    assert qpdf_complaints(path) == ""
