"""A file with packed values is found sound by other programs, which read every value as it was at the end."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest

from app.exporters.pdf.objects import Document, array
from app.exporters.pdf.packing import TOGETHER
from tests.exporters.pdf.reading import qpdf_complaints


class Growing:
    """A packed array that grows."""

    def __init__(self, first: int) -> None:
        self.numbers = [first]

    def rendered(self) -> bytes:
        return array(b"%d" % number for number in self.numbers)


def made(count: int) -> bytes:
    """A file of one page with so many packed values among others, one of which each other one names."""
    document = Document()
    values = [Growing(number) for number in range(count)]
    references = []
    for value in values:
        references.append(document.pack(value))
        document.add(Before=references[-1])
    for value in values:
        value.numbers.append(7)
    page, entries = document.reserve()
    tree = document.add(Type=b"/Pages", Count=b"1", Kids=array([page]), MediaBox=b"[0 0 100 100]", Resources=b"<<>>")
    entries |= {"Type": b"/Page", "Parent": tree, "Contents": document.add_stream(b"q Q")}
    return document.finish({"Type": b"/Catalog", "Pages": tree, "Packed": array(references)}, {}, b"")


@pytest.mark.parametrize("count", [0, 1, TOGETHER, 2 * TOGETHER + 1])
def test_packed_values_are_read_back(tmp_path: Path, count: int) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(made(count))
    assert qpdf_complaints(path) == ""
    with pikepdf.open(path) as pdf:
        found = [list(value) for value in pdf.Root.Packed]  # type: ignore[call-overload]
        assert found == [[number, 7] for number in range(count)]
        streams = [value for value in pdf.objects if isinstance(value, pikepdf.Stream) and str(value.get("/Type", "")) == "/ObjStm"]
        assert sorted(int(stream.N) for stream in streams) == sorted(
            [TOGETHER] * (count // TOGETHER) + [count % TOGETHER] * (count % TOGETHER > 0)
        )


def test_values_are_packed_and_streams_are_not() -> None:
    data = made(40)
    assert re.search(rb"\[\d+ 7\]", data) is None and b"stream\nq Q\nendstream" in data
    assert data == made(40)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
