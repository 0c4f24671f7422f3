"""Pictures in a DOCX: one part for each file, inline in a paragraph of their own style, with ids and alternative text."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image as Pillow

from app.exporters.docx.export import docx_bytes
from app.layout.engine import lay_out
from tests.exporters.docx.package import W, opened
from tests.layout.cells import cell_faces
from tests.layout.pictured import pictured_bulletin
from tests.model.pictures import picture

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

ISSUE = pictured_bulletin()
DATA = docx_bytes(ISSUE, lay_out(ISSUE, cell_faces()))
FILE = opened(DATA)


def test_each_picture_is_inline_and_keeps_with_its_caption() -> None:
    found = [p for p in FILE.body if p.find(f".//{WP}inline") is not None]
    assert [p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for p in found] == ["JBPicture"] * 4
    spacing = [p.find(f"{W}pPr/{W}spacing") for p in found]
    assert {one.get(f"{W}lineRule") for one in spacing} == {"atLeast"}
    assert all(int(one.get(f"{W}line")) % ISSUE.template.line_twips == 0 for one in spacing)
    assert [p.find(f"{W}pPr/{W}keepNext") is not None for p in found] == [True, False, True, True]
    sides = [p.find(f"{W}pPr/{W}jc") for p in found]
    assert [side.get(f"{W}val") if side is not None else "" for side in sides] == ["", "right", "left", ""]
    caption = found[0].getnext()
    assert caption is not None and caption.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "JBPictureCaption"


def test_ids_are_unique_and_the_caption_is_the_alternative_text() -> None:
    every = list(FILE.document.iter(f"{WP}docPr"))
    assert len({one.get("id") for one in every}) == len(every) == 5  # four pictures and the footer's box
    assert [one.get("descr") for one in every[:4]] == ["图1　青石镇干部群众在沿河公园栽下苗木", "", "图2　活动现场", "图3　宣传长卷"]


def test_the_bytes_are_parts_as_they_came_and_those_that_lie_on_their_side_are_turned() -> None:
    targets = {str(one.get("Id")): str(one.get("Target")) for one in FILE.tree("word/_rels/document.xml.rels")}
    parts = ["word/" + targets[str(one.get(f"{R}embed"))] for one in FILE.document.iter(f"{A}blip")]
    blocks = [block for block in ISSUE.blocks() if block.picture]
    for part, block in zip(parts, blocks, strict=True):
        assert block.picture
        image = block.picture.image
        assert part == f"word/media/{image.name}"
        with Pillow.open(io.BytesIO(FILE.parts[part])) as shown:
            assert shown.size == (image.width_px, image.height_px)
            assert shown.getexif().get(0x0112, 1) == 1
    assert FILE.parts[parts[0]] == blocks[0].picture.image.data  # type: ignore[union-attr]
    assert b'Extension="jpg" ContentType="image/jpeg"' in FILE.parts["[Content_Types].xml"]


def test_the_box_fills_its_slots_and_the_image_keeps_its_proportions() -> None:
    for inline in FILE.document.iter(f"{WP}inline"):
        extent, crop = inline.find(f"{WP}extent"), next(inline.iter(f"{A}srcRect"))
        shown = int(extent.get("cy")) / (1 - 2 * int(crop.get("t")) / 100_000)
        name = next(inline.iter("{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr")).get("name")
        image = next(block.picture.image for block in ISSUE.blocks() if block.picture and block.picture.image.name == name)
        assert abs(shown / int(extent.get("cx")) - image.height_px / image.width_px) < 1e-3


def test_the_bytes_repeat() -> None:
    assert docx_bytes(ISSUE, lay_out(ISSUE, cell_faces())) == DATA


def test_a_picture_in_the_place_of_the_name_is_inline_with_the_name_as_alternative_text() -> None:
    issue = replace(ISSUE, masthead=replace(ISSUE.masthead, picture=picture(70, 120.0, size=(120, 30))))
    file = opened(docx_bytes(issue, lay_out(issue, cell_faces())))
    found = next(p for p in file.body if p.find(f".//{WP}inline") is not None)
    assert found.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "JBMastheadPicture"
    assert found.find(f".//{WP}docPr").get("descr") == issue.masthead.name
    assert int(found.find(f".//{WP}extent").get("cx")) == 120 * 36000
    ids = [one.get("id") for one in file.document.iter(f"{WP}docPr")]
    assert len(set(ids)) == len(ids) == 6
    assert issue.masthead.lines[-1].text not in "".join(t.text or "" for t in file.document.iter(f"{W}t"))
