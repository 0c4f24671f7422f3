"""What a PNG or JPEG file says of itself, and the sentences for what can't be used."""

from __future__ import annotations

import hashlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.model.image_file import MOST_BYTES, header_of, image_of, natural_width_mm
from tests.model.pictures import chunk, jpeg, png


@pytest.mark.parametrize(("colour", "bits", "channels"), [(0, 1, 1), (0, 16, 1), (2, 8, 3), (3, 4, 1), (4, 8, 2), (6, 8, 4)])
def test_a_png_tells_its_kind(colour: int, bits: int, channels: int) -> None:
    header = header_of(png(31, 7, colour=colour, bits=bits), "a.png")
    assert (header.kind, header.width_px, header.height_px, header.bits, header.channels) == ("png", 31, 7, bits, channels)
    assert header.transparent is (colour in (4, 6))


def test_a_png_tells_its_resolution_and_its_clear_colour() -> None:
    header = header_of(png(300, 30, extra=chunk(b"pHYs", struct.pack(">IIB", 11811, 11811, 1)) + chunk(b"tRNS", b"\0" * 6)), "a.png")
    assert header.transparent and round(natural_width_mm(header), 1) == 25.4


@pytest.mark.parametrize(("mode", "components"), [("L", 1), ("RGB", 3), ("CMYK", 4)])
def test_a_jpeg_tells_its_components(mode: str, components: int) -> None:
    header = header_of(jpeg(64, 32, mode=mode), "a.jpg")
    assert (header.kind, header.width_px, header.height_px, header.channels) == ("jpeg", 64, 32, components)
    assert header.adobe is (mode == "CMYK")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_an_image_has_the_measures_that_it_is_looked_at_with(orientation: int) -> None:
    data = jpeg(64, 32, orientation=orientation)
    image = image_of(data, "a.jpg")
    assert header_of(data, "a.jpg").orientation == orientation
    assert (image.width_px, image.height_px) == ((64, 32) if orientation < 5 else (32, 64))


def test_a_name_is_the_hash_of_the_bytes() -> None:
    data = jpeg()
    image = image_of(data, "照片.JPG")
    assert image.name == f"{hashlib.sha256(data).hexdigest()}.jpg" and image.data is data


def test_a_resolution_that_makes_no_sense_is_that_of_a_screen() -> None:
    assert natural_width_mm(header_of(jpeg(96, 10, dpi=1), "a.jpg")) == pytest.approx(25.4)
    assert natural_width_mm(header_of(jpeg(300, 10, dpi=300), "a.jpg")) == pytest.approx(25.4)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"BM" + b"\0" * 60, "BMP"),
        (b"GIF89a" + b"\0" * 60, "GIF"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 60, "HEIC"),
        (b"II*\0" + b"\0" * 60, "TIFF"),
        ("文字".encode(), "不是 PNG 或 JPEG"),
        (b"", "不是 PNG 或 JPEG"),
        (png()[:40], "不完整"),
        (png()[:-12], "不完整"),
        (jpeg()[:-200], "不完整"),
        (jpeg()[:30], "不完整"),
        (png(colour=3).replace(b"PLTE", b"pLTE"), "不完整"),
        (png(30_001, 1), "像素"),
        (png(9_000, 9_000)[:-1] + b"\x82", "像素"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * MOST_BYTES, "太大"),
    ],
    ids=lambda one: one if isinstance(one, str) else f"{len(one)} bytes",  # a name of eighty megabytes slows every run
)
def test_what_cannot_be_used_is_said_in_one_sentence(data: bytes, told: str) -> None:
    with pytest.raises(UserError, match=told) as caught:
        image_of(data, "图.png")
    assert caught.value.sentence.startswith("“图.png”") and caught.value.sentence.count("。") == 1


@given(st.sampled_from([png(20, 10), png(20, 10, colour=3), jpeg(40, 30, orientation=6), jpeg(mode="CMYK")]), st.data())
def test_hostile_bytes_are_read_or_refused(data: bytes, draw: st.DataObject) -> None:
    at = draw.draw(st.integers(0, len(data)))
    spoilt = data[:at] + draw.draw(st.binary(max_size=6)) + data[at + draw.draw(st.integers(0, 6)) :]
    try:
        image = image_of(spoilt, "a")
    except UserError:
        return
    assert 0 < image.width_px <= 30_000 and 0 < image.height_px <= 30_000
