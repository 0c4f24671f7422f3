"""Images in a PDF: files as they came where a PDF can hold them, decoded where not, upright and in their box."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from PIL import Image as Pillow

from app.errors import UserError
from app.exporters.pdf.export import PdfInfo, PdfSession
from app.layout.engine import lay_out
from app.layout.frames import Page, PlacedImage
from app.model.image_file import image_of
from app.model.picture import Picture
from tests.exporters.pdf.sheets import layout
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.model.pictures import chunk, jpeg, png

_INFO = PdfInfo("图")
_OPEN: list[pikepdf.Pdf] = []


def _exported(*files: bytes) -> bytes:
    images = tuple(PlacedImage(image_of(data, "a"), 100.0, 50.0 + 120 * at, 80.0, 60.0, 1) for at, data in enumerate(files))
    return PdfSession().export(layout([Page(1, 400.0, 400.0, (), images=images)]), _INFO)


def _objects(data: bytes) -> list[pikepdf.Object]:
    document = pikepdf.open(io.BytesIO(data))
    _OPEN.append(document)  # its objects go with it
    named = document.pages[0].get("/Resources")["/XObject"]
    return [named[name] for name in named]


def _shades(data: bytes) -> list[int]:
    """What pdfium shows in the upper left, upper right, lower left and lower right quarter of the first image's box."""
    shown = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("L")
    return [shown.getpixel((x, y)) for y in (65, 95) for x in (120, 160)]


def test_a_jpeg_is_embedded_as_it_came() -> None:
    data = jpeg(64, 48)
    (found,) = _objects(_exported(data))
    assert found.read_raw_bytes() == data and found["/Filter"] == "/DCTDecode" and found["/ColorSpace"] == "/DeviceRGB"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_honoured(orientation: int) -> None:
    shades = _shades(_exported(jpeg(64, 48, orientation=orientation)))
    light = {1: 0, 2: 1, 3: 3, 4: 2, 5: 0, 6: 1, 7: 3, 8: 2}[orientation]  # where the stored upper left corner is looked at
    assert [shade > 150 for shade in shades] == [at == light for at in range(4)]


def test_adobes_cmyk_is_not_a_negative() -> None:
    data = jpeg(64, 48, mode="CMYK")
    (found,) = _objects(_exported(data))
    assert found["/ColorSpace"] == "/DeviceCMYK" and [int(value) for value in found["/Decode"]] == [1, 0] * 4  # type: ignore[attr-defined]
    shades = _shades(_exported(data))
    assert shades[0] < shades[1]  # 220 of each ink is darker than 40


@pytest.mark.parametrize(("colour", "bits"), [(0, 8), (0, 1), (0, 16), (2, 8), (2, 16), (3, 8), (3, 4)])
def test_a_plain_png_keeps_its_packed_rows(colour: int, bits: int) -> None:
    data = png(64, 48, colour=colour, bits=bits, shade=255 if bits == 1 else 170)
    made = _exported(data)
    (found,) = _objects(made)
    assert found.read_raw_bytes() in data and "/SMask" not in found
    shown = pypdfium2.PdfDocument(made)[0].render(scale=1).to_pil().convert("L").getpixel((120, 65))
    with Pillow.open(io.BytesIO(data)) as looked_at:
        expected = looked_at.convert("RGB").convert("L").getpixel((10, 10)) if bits < 16 else 170
    assert abs(shown - expected) <= 2  # type: ignore[operator]


@pytest.mark.parametrize("data", [png(64, 48, colour=6, shade=100), png(64, 48, colour=4, shade=100)], ids=["colour", "grey"])
def test_transparency_is_a_mask(data: bytes) -> None:
    made = _exported(data)
    (found,) = _objects(made)
    assert found["/SMask"]["/ColorSpace"] == "/DeviceGray"
    assert abs(_shades(made)[0] - round(255 - 155 * 100 / 255)) <= 2  # 100 of 255 opaque over white


def test_a_clear_colour_is_a_mask() -> None:
    found = _objects(_exported(png(64, 48, shade=100, extra=chunk(b"tRNS", bytes([0, 100] * 3)))))
    assert "/SMask" in found[0]
    assert _shades(_exported(png(64, 48, shade=100, extra=chunk(b"tRNS", bytes([0, 100] * 3)))))[0] == 255


def test_an_interlaced_png_is_decoded() -> None:
    passes = [(1, 1), (1, 1), (2, 1), (2, 2), (4, 2), (4, 4), (8, 4)]  # Adam7 of eight by eight pixels
    rows = b"".join((b"\0" + b"\x5a" * (3 * width)) * height for width, height in passes)
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 1)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    made = _exported(data)
    assert abs(_shades(made)[0] - 90) <= 1 and "/DecodeParms" not in _objects(made)[0]


def test_one_image_at_two_places_is_one_object_and_the_bytes_repeat() -> None:
    data = jpeg(64, 48)
    made = _exported(data, data, png())
    assert len(_objects(made)) == 2 and made == _exported(data, data, png())
    images = tuple(PlacedImage(image_of(file, "a"), 100.0, 50.0, 80.0, 60.0, 1) for file in (data, png()))
    session = PdfSession()
    pages = [Page(1, 400.0, 400.0, (), images=images[:1]), Page(2, 400.0, 400.0, (), images=images[1:])]
    session.export(layout(pages), _INFO)
    assert session.export(layout(pages[1:]), _INFO) == PdfSession().export(layout(pages[1:]), _INFO)


def test_pixels_that_turn_out_to_be_broken_are_one_sentence() -> None:
    whole = png(colour=6)
    start = whole.index(b"IDAT") + 4
    with pytest.raises(UserError, match="图片已损坏"):
        _exported(whole[:start] + b"\xff" * 10 + whole[start + 10 :])


def test_the_picture_in_the_place_of_the_name_keeps_its_colours_where_red_is_printed_in_four_inks() -> None:
    plain = bulletin(template(colours__print_red="cmyk"), stories(1, 2))
    red = Picture(image_of(png(64, 16, extra=chunk(b"tEXt", b"a\0b"), shade=200), "a.png"), 120.0)
    issue = replace(plain, masthead=replace(plain.masthead, picture=red))
    data = PdfSession().export(lay_out(issue, cell_faces()), _INFO)
    (found,) = _objects(data)
    assert found["/ColorSpace"] == "/DeviceRGB" and (int(found["/Width"]), int(found["/Height"])) == (64, 16)
    words = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    assert issue.masthead.number.text in words and issue.masthead.lines[-1].text not in words
