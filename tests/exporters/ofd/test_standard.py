"""Our OFD files keep every rule of GB/T 33190 that is listed, and the list finds files that don't."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import pytest

from app.desk.faces import face_resolver, faces_for
from app.exporters.ofd.export import ofd_bytes
from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.model.redline import Stretch
from tests.exporters.ofd.standard import broken, rules
from tests.exporters.ofd.test_export import INFO, laid_out
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.layout.pictured import pictured_bulletin
from tests.layout.tables import with_table


def _tables_and_pictures() -> Layout:
    return lay_out(with_table(pictured_bulletin(), 1, 30), cell_faces())


def _redlined() -> Layout:
    issue = bulletin(template(), [("题", ["云湖镇植树。"])])
    block = next(issue.articles()).paragraphs[0].id
    return lay_out(issue, cell_faces(), {block: (Stretch(0, 2, gone=True), Stretch(3, 5, gone=False))})


def _real_faces() -> Layout:
    odd = ("数与字", ["共1300株，占95%，GDP增长6.5%——“好”……见https://a.cn。"])
    issue = bulletin(template("jingshen-wenming"), [*stories(3, 6), odd], section="工作动态")
    return lay_out(issue, faces_for(issue.template, {}, face_resolver()))


@pytest.mark.parametrize("make", [laid_out, _tables_and_pictures, _redlined, _real_faces])
def test_every_rule_is_kept(make: Callable[[], Layout]) -> None:
    assert broken(ofd_bytes(make(), INFO)) == []


def test_the_list_covers_what_we_write() -> None:
    clauses = {kept.clause.split(".")[0] for kept in rules(_good())}
    assert clauses == {"7", "8", "9", "10", "11", "14"}


class Spoiling(NamedTuple):
    """What is put in the place of `old` in the first part whose name ends so, and a word of the rule that is broken by it."""

    part: str
    old: str
    new: str
    rule: str


_PAGE, _DOCUMENT = "Page_1/Content.xml", "Document.xml"
_TWO_GLYPHS = '<ofd:CGTransform CodePosition="0" GlyphCount="2"><ofd:Glyphs>1</ofd:Glyphs></ofd:CGTransform><ofd:TextCode'
SPOILINGS = [
    Spoiling("OFD.xml", 'Version="1.0" D', 'Version="2.0" D', "attributes"),
    Spoiling("OFD.xml", "<ofd:DocInfo>", '<ofd:DocInfo xmlns:x="urn:x" x:y="1">', "namespace"),
    Spoiling("OFD.xml", "?>", "?><!DOCTYPE x>", "UTF-8"),
    Spoiling("OFD.xml", "<ofd:CreationDate>2031-03-15", "<ofd:CreationDate>15.3.2031", "attributes"),
    Spoiling(_DOCUMENT, "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>", "", "places"),
    Spoiling(_DOCUMENT, "<ofd:MaxUnitID>", "<ofd:MaxUnitID>1</ofd:MaxUnitID><ofd:MaxUnitID>", "attributes"),
    Spoiling(_DOCUMENT, 'ID="2"', 'ID="1"', "unique"),
    Spoiling(_DOCUMENT, 'ID="2"', 'ID="02"', "above 0"),
    Spoiling(_DOCUMENT, 'PageID="', 'PageID="9999', "references"),
    Spoiling(_DOCUMENT, 'Type="XYZ"', 'Type="Page"', "attributes"),
    Spoiling(_DOCUMENT, 'Top="', 'Top="9', "bookmarks"),
    Spoiling(_PAGE, "<ofd:Area>", "<ofd:Actions/><ofd:Area>", "attributes"),
    Spoiling(_PAGE, "<ofd:PhysicalBox>0 0 ", "<ofd:PhysicalBox>1 0 ", "paper"),
    Spoiling(_PAGE, ' Boundary="', ' Boundary="-', "objects lie"),
    Spoiling(_PAGE, ' Size="', ' Size="3', "glyphs lie"),
    Spoiling(_PAGE, ' Size="', ' Italics="true" Size="', "attributes"),
    Spoiling(_PAGE, ' DeltaX="', ' DeltaX="1 ', "distances"),
    Spoiling(_PAGE, "，", "鿿", "has a glyph"),
    Spoiling(_PAGE, "<ofd:TextCode", _TWO_GLYPHS, "as many as"),
    Spoiling("Page_0/Content.xml", ">M 0 0 L ", ">M 0 0 L 9", "paths"),
    Spoiling("Page_0/Content.xml", ">M 0 0 L ", ">0 0 L ", "attributes"),
    Spoiling("Page_0/Content.xml", '<ofd:FillColor Value="', '<ofd:FillColor Value="300 ', "attributes"),
    Spoiling("PublicRes.xml", 'FontName="', 'FontNames="', "named"),
    Spoiling("DocumentRes.xml", 'Format="JPEG"', 'Format="PNG"', "images"),
    Spoiling("DocumentRes.xml", ".jpeg<", ".jpg<", "places"),
    Spoiling("Content.xml", ' CTM="', ' CTM="9', "images fill"),
]  # fmt: skip


@cache
def _good() -> bytes:
    return ofd_bytes(_tables_and_pictures(), INFO)


@pytest.mark.parametrize("spoiling", SPOILINGS, ids=lambda one: f"{one.part}: {one.new[:24]}")
def test_a_file_that_breaks_a_rule_is_found(spoiling: Spoiling) -> None:
    with zipfile.ZipFile(io.BytesIO(_good())) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    old, new = spoiling.old.encode(), spoiling.new.encode()
    name = next(name for name, data in parts.items() if name.endswith(spoiling.part) and old in data)
    parts[name] = parts[name].replace(old, new, 1)
    found = _found(_zipped(parts))
    assert any(spoiling.rule in rule for rule in found), found


def _found(data: bytes) -> list[str]:
    try:
        return [kept.rule for kept in broken(data)]
    except KeyError as error:  # a part that is named and is not there
        return [f"places: {error}"]


@pytest.mark.parametrize("order", [1, -1])
def test_the_entry_comes_first_and_no_part_is_left_over(order: int) -> None:
    with zipfile.ZipFile(io.BytesIO(_good())) as file:
        parts = {name: file.read(name) for name in file.namelist()[::order]}
    found = _found(_zipped(parts | {"Doc_0/more.xml": parts["OFD.xml"]}))
    assert any("left over" in rule for rule in found)
    assert any("main entry" in rule for rule in found) == (order == -1)


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()
