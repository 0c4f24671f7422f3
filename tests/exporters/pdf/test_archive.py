"""Our own list of what ISO 19005-2 (PDF/A-2b) asks, as far as it can be seen in the bytes; no validator has said so."""

from __future__ import annotations

import io
import re
import zlib
from datetime import date
from functools import cache

import pytest
from lxml import etree
from PIL import Image, ImageCms

from app.exporters.pdf.archive import srgb_profile
from app.exporters.pdf.export import PdfInfo, PdfSession
from app.layout.engine import lay_out
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.layout.pictured import pictured_bulletin

INFO = PdfInfo("工作简报 第7期", "云河市创建办公室", date(2031, 3, 15))
_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


@cache
def exported(pictured: bool = False, inks: tuple[tuple[str, str], ...] = ()) -> bytes:
    issue = pictured_bulletin() if pictured else bulletin(template(), stories(2, 3))
    return PdfSession().export(lay_out(issue, cell_faces()), INFO._replace(inks=inks))


def packet(data: bytes) -> etree._Element:
    found = re.search(rb"<\?xpacket begin.*?\?>(.*?)<\?xpacket end", data, re.DOTALL)
    assert found is not None
    return etree.fromstring(found[1])


def said(data: bytes, path: str) -> str:
    return "".join(packet(data).xpath(f"string(//{path})", namespaces=_NAMES))


@pytest.mark.parametrize("pictured", [False, True])
def test_the_list(pictured: bool) -> None:
    data = exported(pictured)
    assert data.startswith(b"%PDF-1.7")  # 6.1.2: a comment of four high bytes follows
    assert sum(byte > 127 for byte in data.split(b"\n")[1]) >= 4
    assert re.search(rb"/ID\s*\[\s*<[0-9A-F]{32}>", data)  # 6.1.3
    assert b"/Encrypt" not in data  # 6.1.3
    for forbidden in (b"/LZWDecode", b"/JavaScript", b"/Launch", b"/AA ", b"/Interpolate true", b"/NeedAppearances", b"/XFA", b"/PS "):
        assert forbidden not in data
    assert data.count(b"/Type /FontDescriptor") == data.count(b"/FontFile2 ") + data.count(b"/FontFile3 ") > 0  # 6.2.11.4
    assert data.count(b"/Type /Annot") == data.count(b"/F 4")  # 6.3.2: printed, not hidden
    assert b"/DeviceCMYK" not in data and data.count(b"/GTS_PDFA1") == 1  # 6.2.3, 6.2.4
    assert (said(data, "pdfaid:part"), said(data, "pdfaid:conformance")) == ("2", "B")  # 6.6.4


def test_metadata_say_what_the_information_says() -> None:
    data = exported()
    assert said(data, "dc:title/rdf:Alt/rdf:li") == INFO.title
    assert said(data, "dc:creator/rdf:Seq/rdf:li") == INFO.author
    assert said(data, "dc:language/rdf:Bag/rdf:li") == "zh-CN"
    assert said(data, "xmp:CreateDate") == "2031-03-15" and b"D:20310315" in data
    assert said(data, "pdf:Producer").startswith("编报 ")


def test_a_file_in_four_inks_names_no_screens_colours_and_claims_nothing() -> None:
    data = exported(inks=(("#FF0000", "0/80/80/0"),))
    assert b"/GTS_PDFA1" not in data and said(data, "pdfaid:part") == "" and said(data, "dc:title/rdf:Alt/rdf:li") == INFO.title


def test_the_profile_is_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB IEC61966-2.1"
    colours = Image.frombytes("RGB", (4, 1), bytes([255, 0, 0, 128, 128, 128, 0, 80, 200, 12, 250, 3]))
    same = ImageCms.profileToProfile(colours, profile, ImageCms.createProfile("sRGB"))
    assert same is not None
    assert max(abs(a - b) for a, b in zip(colours.tobytes(), same.tobytes(), strict=True)) <= 1
    embedded = re.search(rb"/N 3[^>]*/Length (\d+)>>\nstream\n", exported())
    assert embedded is not None
    stream = exported()[embedded.end() : embedded.end() + int(embedded[1])]
    assert zlib.decompress(stream) == srgb_profile()
