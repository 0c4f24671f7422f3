"""An OFD file says the same words at the same places as the frames, keeps the rules of the standard, and opens in our own reader."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Sequence
from datetime import date
from functools import cache

import pypdfium2
import pytest
from lxml import etree
from PIL import Image, ImageChops, ImageStat
from PySide6.QtWidgets import QApplication

from app.desk.faces import face_resolver, faces_for
from app.errors import UserError
from app.exporters.ofd.export import ofd_bytes
from app.exporters.ofd.xml import SPACE, mm
from app.exporters.pdf.export import PdfInfo, PdfSession
from app.importers.ofd.read import read_ofd
from app.importers.raw_text import flattened
from app.layout.engine import lay_out
from app.layout.frames import Layout, Page
from app.model.redline import Stretch
from tests.exporters.ofd.drawing import characters, pictures
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import RARE, cell_faces
from tests.layout.pictured import pictured_bulletin
from tests.layout.tables import with_table

_N = f"{{{SPACE}}}"
INFO = PdfInfo("云河市创建文明城市工作简报 第7期", "云河市创建办公室", date(2031, 3, 15))
_CLOSE_MM = 0.002


@cache
def laid_out() -> Layout:
    odd = ("数与字", [f"共1300株，占95%，GDP增长6.5%——“好”……见https://a.cn {RARE}。"])
    return lay_out(bulletin(template(), [*stories(3, 6), odd], section="动态"), cell_faces())


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def tree(parts: dict[str, bytes], name: str) -> etree._Element:
    return etree.fromstring(parts[name])


def pages_of(parts: dict[str, bytes]) -> list[etree._Element]:
    document = tree(parts, "Doc_0/Document.xml")
    return [tree(parts, f"Doc_0/{one.get('BaseLoc')}") for one in document.iter(f"{_N}Page")]


def placed(page: etree._Element) -> list[tuple[str, float, float]]:
    """Each character with its pen and baseline in millimetres."""
    return [(one.char, one.x_mm, one.baseline_mm) for one in characters(page)]


def expected(page: Page) -> list[tuple[str, float, float]]:
    found = []
    for line in (*page.lines, *([page.folio] if page.folio else [])):
        for run in line.line.runs:
            clusters = [(text, x) for gid, text, x in run.clusters() if gid]
            found += [(char, float(mm(x)), float(mm(line.baseline / 20 + run.fall_pt))) for text, x in clusters for char in text]
    return found


def test_every_character_stands_where_the_frames_have_it() -> None:
    for page, frame in zip(pages_of(parts_of(ofd_bytes(laid_out(), INFO))), laid_out().pages, strict=True):
        shown, wanted = placed(page), expected(frame)
        assert [char for char, *_ in shown] == [char for char, *_ in wanted]
        assert max(max(abs(a[1] - b[1]), abs(a[2] - b[2])) for a, b in zip(shown, wanted, strict=True)) <= _CLOSE_MM


def test_bars_stand_where_the_frames_have_them() -> None:
    layout = lay_out(with_table(bulletin(template(), stories(2, 3)), 1, 6), cell_faces())
    for page, frame in zip(pages_of(parts_of(ofd_bytes(layout, INFO))), layout.pages, strict=True):
        boxes = [tuple(map(float, str(one.get("Boundary")).split())) for one in page.iter(f"{_N}PathObject") if one.get("Fill") == "true"]
        wanted = [tuple(float(mm(side)) for side in (r.x_pt, r.top_pt, r.width_pt, r.thickness_pt)) for r in frame.rules]
        assert sorted(boxes) == sorted(wanted)


def test_the_file_says_what_it_is() -> None:
    parts = parts_of(ofd_bytes(laid_out(), INFO))
    entry = tree(parts, "OFD.xml")
    about = {etree.QName(one).localname: one.text for one in entry.iterfind(f"{_N}DocBody/{_N}DocInfo/*")}
    assert list(about) == ["DocID", "Title", "Author", "CreationDate", "Creator", "CreatorVersion"]
    assert (about["Title"], about["Author"], about["CreationDate"]) == (INFO.title, INFO.author, "2031-03-15")
    for page in pages_of(parts):
        assert [round(float(side)) for side in str(page.findtext(f".//{_N}PhysicalBox")).split()] == [0, 0, 210, 297]


def test_contents_and_outline_lead_to_their_articles() -> None:
    parts = parts_of(ofd_bytes(laid_out(), INFO))
    document, (first, *_) = tree(parts, "Doc_0/Document.xml"), pages_of(parts)
    outline = document.find(f"{_N}Outlines")
    assert outline is not None and [one.get("Title") for one in outline] == ["【动态】"]
    articles = outline[0].findall(f"{_N}OutlineElem")
    assert [one.get("Title") for one in articles] == [entry.text for entry in laid_out().outline[1:]]
    goals = [str(one.get("PageID")) for one in first.iter(f"{_N}Dest")]
    assert goals == [str(one.get("PageID")) for one in outline.iter(f"{_N}Dest")]


def test_the_same_layout_gives_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    once = ofd_bytes(laid_out(), INFO)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert ofd_bytes(laid_out(), INFO) == once


def test_our_own_reader_reads_the_words_back() -> None:
    read = "".join(flattened(read_ofd(ofd_bytes(laid_out(), INFO), "简报.ofd")).text.split())
    shown = "".join(char for page in laid_out().pages for char, *_ in expected(page))
    assert sorted(read) == sorted("".join(shown.split()))


def test_a_redline_keeps_its_colours() -> None:
    issue = bulletin(template(), [("题", ["云湖镇植树。"])])
    block = next(issue.articles()).paragraphs[0].id
    layout = lay_out(issue, cell_faces(), {block: (Stretch(0, 2, gone=True), Stretch(3, 5, gone=False))})
    colours = [one.get("Value") for page in pages_of(parts_of(ofd_bytes(layout, INFO))) for one in page.iter(f"{_N}FillColor")]
    assert {"255 0 0", "0 0 255"} <= set(colours)


def test_a_character_without_a_glyph_is_told() -> None:
    layout = lay_out(bulletin(template(), [("题", ["牌🀄。"])]), cell_faces())
    with pytest.raises(UserError, match="🀄"):
        ofd_bytes(layout, INFO)


def test_it_looks_as_the_pdf_does(qapp: QApplication) -> None:
    """The same pages as pictures, by another program each: what differs is the grey of edges."""
    issue = with_table(pictured_bulletin(), 1, 4)
    layout = lay_out(issue, faces_for(issue.template, {}, face_resolver()))
    drawn = pictures(ofd_bytes(layout, INFO), 4.0)
    printed = pictures_of_pdf(PdfSession().export(layout, INFO), [picture.size for picture in drawn])
    for one, other in zip(drawn, printed, strict=True):
        soft = [picture.convert("L").resize((picture.width // 8, picture.height // 8)) for picture in (one, other)]
        assert ImageStat.Stat(ImageChops.difference(*soft)).mean[0] < 2.0
        assert ImageStat.Stat(soft[0]).stddev[0] > 1.0


def pictures_of_pdf(data: bytes, sizes: Sequence[tuple[int, int]]) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [document[number].render(scale=4.0 * 25.4 / 72).to_pil().convert("RGB").resize(size) for number, size in enumerate(sizes)]
    finally:
        document.close()
