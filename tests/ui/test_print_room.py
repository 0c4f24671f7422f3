"""Scenario 11: 260 copies of eight pages go to the print room, on paper that was printed red before."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from app.desk.printing import Arrangement, Ink
from app.ui.main_window import MainWindow
from tests.ui import bulletins
from tests.ui.conftest import PreparedAsker
from tests.ui.signed import sign_at_once
from tests.ui.test_print import PaperPrinters, asked, ordered, press

RED, BLACK = (255, 0, 0), (0, 0, 0)
STORY = "3月6日，老城区改造工程在南门街开工，涉及居民三千二百户，施工单位把工地的出入口、时间表和电话贴在街口，随时听取居民的意见。" * 3
COPIES_LINE = "共印120份"

Inked = tuple[str, float, float, tuple[int, int, int]]
"""A character, its origin in points, and its colour."""


def eight_pages() -> str:
    """The bulletin with enough to say, and 260 copies of it."""
    told = "\n".join([STORY] * 17)
    return bulletins.TEXT.replace("\n报：", f"{told}\n\n报：").replace(COPIES_LINE, "共印260份")


def inked(path: Path) -> list[list[Inked]]:
    """The characters of each side."""
    document = pypdfium2.PdfDocument(path)
    sides = []
    try:
        for page in document:
            text = page.get_textpage()
            x, y = ctypes.c_double(), ctypes.c_double()
            colour = [ctypes.c_uint() for _ in range(4)]
            side = []
            for at in range(text.count_chars()):
                if pdfium.FPDFText_IsGenerated(text, at) == 1:
                    continue
                pdfium.FPDFText_GetCharOrigin(text, at, x, y)
                pdfium.FPDFText_GetFillColor(text, at, *colour)
                red, green, blue = (part.value for part in colour[:3])
                side.append((chr(pdfium.FPDFText_GetUnicode(text, at)), x.value, y.value, (red, green, blue)))
            sides.append(side)
    finally:
        document.close()
    return sides


def shows_red(path: Path) -> list[bool]:
    """Whether anything red is to be seen on each side: glyphs, or bars."""
    document = pypdfium2.PdfDocument(path)
    try:
        pictures = [page.render(scale=1).to_pil().convert("RGB") for page in document]
    finally:
        document.close()
    return [any(red > 180 and green < 90 for _, (red, green, _) in picture.getcolors(2**24)) for picture in pictures]


def every_face_embedded(path: Path) -> bool:
    with pikepdf.open(path) as pdf:
        found = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"]
        return bool(found) and all(any(f"/FontFile{kind}" in one for kind in ("", "2", "3")) for one in found)


def test_260_copies(window: MainWindow, settle: Callable[[], None], asker: PreparedAsker, tmp_path: Path) -> None:
    window.files.new_composed(bulletins.composed_of(eight_pages()), None)
    settle()
    assert window.session.layout is not None and len(window.session.layout.pages) == 8
    window.printing.printers = PaperPrinters(tmp_path / "单.pdf")
    window.printing.confirm = lambda printer, _: True
    dialog = asked(sign_at_once(window))
    dialog.arrangement.setCurrentText(Arrangement.BOOKLET.value)
    assert dialog.copies.value() == 260
    words = dialog.words.text()
    assert (
        "8 页 = 2 张 A3（双面），260 份 = 520 张" in words and "8-1，2-7，6-3，4-5" in words and words.endswith("有红色的是第 1 张正面。")
    )
    names = [dialog.side.itemText(at) for at in range(dialog.side.count())]
    assert names == ["第 1 张正面　8-1 页　有红色", "第 1 张背面　2-7 页", "第 2 张正面　6-3 页", "第 2 张背面　4-5 页"]

    whole, without = tmp_path / "全部.pdf", tmp_path / "套印.pdf"
    for ink, path in ((Ink.ALL, whole), (Ink.NO_RED, without)):
        dialog.ink.setCurrentText(ink.value)
        asker.to_save = path
        press(dialog, "导出印刷用 PDF…")
        settle()
    assert shows_red(whole) == [True, False, False, False] and not any(shows_red(without))
    everything, black = inked(whole), inked(without)
    assert {colour for side in everything for *_, colour in side} == {RED, BLACK}
    assert [[one for one in side if one[3] == BLACK] for side in everything] == black  # to the last digit
    assert every_face_embedded(whole) and every_face_embedded(without)

    order = ordered(window, dialog)
    press(order, "打印…")
    assert order.page is not None
    said = "\n".join(line.line.text for line in order.page.lines)
    assert "每份 2 张，260 份 = 520 张 A3" in said and "第 1 张正面用预印的红头纸，260 份用 260 张" in said
    document = pypdfium2.PdfDocument(tmp_path / "单.pdf")
    try:
        assert [tuple(round(one * 25.4 / 72) for one in page.get_size()) for page in document] == [(210, 297)]
    finally:
        document.close()
    order.reject()
    dialog.reject()
