"""Colours for a print shop: black as black ink alone, red in four inks or as an ink of its own; nothing in a screen's colours."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest

from app.desk.publish import pdf_info
from app.exporters.pdf.export import PdfSession
from app.exporters.pdf.inks import PURE_BLACK, SPOT, colour_operators
from app.layout.engine import lay_out
from tests.exporters.pdf.reading import qpdf_complaints
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces


def _exported(kind: str) -> bytes:
    issue = bulletin(template(colours__print_red=kind), stories(2, 2))
    return PdfSession().export(lay_out(issue, cell_faces()), pdf_info(issue))


def _operators(data: bytes) -> set[bytes]:
    """What sets colours on the pages."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = b"\n".join(page.Contents.read_bytes() for page in pdf.pages)
    return set(re.findall(rb"^(?:[\d. ]+ (?:rg|RG|k|K|g|G)|/\w+ (?:cs|CS) 1 (?:scn|SCN))\b", content, re.MULTILINE))


def test_operators() -> None:
    inks = {"#FF0000": "0/80/80/0", "#000000": PURE_BLACK}
    assert colour_operators("#FF0000", inks) == (b"0 0.8 0.8 0 k", b"0 0.8 0.8 0 K")
    assert colour_operators("#000000", inks) == (b"0 0 0 1 k", b"0 0 0 1 K")
    assert colour_operators("#FF0000", {}) == (b"1 0 0 rg", b"1 0 0 RG")
    assert colour_operators("#FF0000", {"#FF0000": f"{SPOT}0/80/80/0"}) == (b"/Red cs 1 scn", b"/Red CS 1 SCN")


@pytest.mark.parametrize(
    ("kind", "operators"),
    [
        ("rgb", {b"1 0 0 rg", b"0 0 0 rg"}),
        ("cmyk", {b"0 0.8 0.8 0 k", b"0 0 0 1 k"}),
        ("spot", {b"/Red cs 1 scn", b"0 0 0 1 k"}),
    ],
)
def test_pages_name_these_colours_alone(kind: str, operators: set[bytes]) -> None:
    assert {one for one in _operators(_exported(kind)) if one[-1:] not in b"GKN"} == operators


def test_an_ink_of_its_own_says_what_stands_for_it(tmp_path: Path) -> None:
    data = _exported("spot")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        space = pdf.pages[0].Resources.ColorSpace.Red if "/Resources" in pdf.pages[0] else pdf.Root.Pages.Resources.ColorSpace.Red
        assert [str(space[0]), str(space[2])] == ["/Separation", "/DeviceCMYK"]
        assert [float(value) for value in space[3].C1] == [0.0, 0.8, 0.8, 0.0]
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    assert qpdf_complaints(path) == ""


@pytest.mark.parametrize("kind", ["cmyk", "spot"])
def test_a_file_for_a_print_shop_claims_no_archive(kind: str) -> None:
    assert b"pdfaid:part" not in _exported(kind)
    assert b"pdfaid:part" in _exported("rgb")
