"""Numbered objects become a file whose table finds each of them."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from app.exporters.pdf.objects import Document, array, string


def written() -> bytes:
    """A file of one empty page with a stream."""
    document = Document()
    tree, entries = document.reserve()
    content = document.add_stream(b"q Q")
    page = document.add(Type=b"/Page", Parent=tree, Resources=b"<<>>", MediaBox=b"[0 0 9 9]", Contents=content, Annots=None)
    entries.update(Type=b"/Pages", Count=b"1", Kids=array([page]))
    return document.finish({"Type": b"/Catalog", "Pages": tree}, {"Title": string("云河简报")}, b"this")


def test_the_table_says_where_each_object_begins() -> None:
    data = written()
    table = int(re.findall(rb"startxref\n(\d+)\n%%EOF\n\Z", data)[0])
    assert data[table:].startswith(b"xref\n0 6\n0000000000 65535 f \n")
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n \n", data)]
    assert [data[place:].startswith(b"%d 0 obj\n" % number) for number, place in enumerate(places, 1)] == [True] * 5


def test_another_program_reads_the_file() -> None:
    with pikepdf.open(io.BytesIO(written())) as pdf:
        assert not pdf.check_pdf_syntax()
        assert pdf.pages[0].Contents.read_bytes() == b"q Q"
        assert str(pdf.docinfo["/Title"]) == "云河简报"
        assert "/Annots" not in pdf.pages[0]


def test_the_same_objects_give_the_same_bytes() -> None:
    assert written() == written()


@pytest.mark.parametrize("text", ["plain", "a (b) \\ c", "简报", "a𠮷", ""])
def test_a_string_is_read_back(text: str) -> None:
    assert str(pikepdf.Object.parse(string(text))) == text
