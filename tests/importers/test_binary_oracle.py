"""DOC and RTF files that LibreOffice makes of one document are read alike, down to notes, boxes, merged cells, labels and deleted text."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from app.importers.doc.read import read_doc
from app.importers.raw import LeftOut, RawCell, RawDocument, RawParagraph, RawTable, Reason
from app.importers.rtf.read import read_rtf

READERS = {"doc": read_doc, "rtf": read_rtf}

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1">
<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style></office:styles>
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:master-page-name="Standard"/>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties>
</text:list-level-style-number></text:list-style>
<style:page-layout style:name="pm"><style:header-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm">
<style:header><text:p>内部资料</text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:deletion><office:change-info><dc:creator>李明</dc:creator>
<dc:date>2026-03-05T10:00:00</dc:date></office:change-info><text:p>旧的</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:style-name="Heading_20_1" text:outline-level="1">云河市创城简报</text:h>
<text:p text:style-name="P1">会议由<text:change text:change-id="c1"/>王主任主持<text:note text:id="n1" text:note-class="footnote">
<text:note-citation>1</text:note-citation><text:note-body><text:p>据市局通报</text:p></text:note-body></text:note>，𠮷祥社区参加。</text:p>
<text:list text:style-name="L"><text:list-item><text:p>提高认识</text:p></text:list-item>
<text:list-item><text:p>加强领导</text:p></text:list-item></text:list>
<text:p><text:span text:style-name="B">一是压实责任。</text:span>成立专班<text:span text:style-name="H">内部</text:span>。</text:p>
<text:p><draw:frame text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm">
<draw:text-box><text:p>文本框里的字</text:p></draw:text-box>
</draw:frame>框所在的段</text:p>
<text:p>见<text:a xlink:type="simple" xlink:href="http://yunhe.example/">云河网</text:a>。</text:p>
<table:table><table:table-column table:number-columns-repeated="3"/>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>单位</text:p></table:table-cell>
<table:table-cell table:number-columns-spanned="2"><text:p>一季度</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell><text:p>报送</text:p></table:table-cell>
<table:table-cell><text:p>采用</text:p><text:p>篇数</text:p></table:table-cell></table:table-row></table:table>
<text:p>云河市创城办</text:p>
</office:text></office:body></office:document>
"""


@pytest.fixture(scope="module", params=READERS)
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> RawDocument:
    """The document as LibreOffice writes it in one format, and as it is read here."""
    kind: str = request.param
    folder: Path = tmp_path_factory.mktemp(kind)
    (folder / "来稿.fodt").write_text(DOCUMENT, encoding="utf-8")
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "来稿.fodt")], check=True, capture_output=True)
    return READERS[kind]((folder / f"来稿.{kind}").read_bytes(), f"来稿.{kind}")


@pytest.mark.oracle
def test_the_text_is_read_in_order(document: RawDocument) -> None:
    texts = ["".join(block.text.split()) for block in document.blocks if isinstance(block, RawParagraph) and block.text]
    assert texts == [
        "云河市创城简报",
        "会议由王主任主持［1］，𠮷祥社区参加。",
        "［1］据市局通报",
        "一、提高认识",
        "二、加强领导",
        "一是压实责任。成立专班。",
        "框所在的段",
        "文本框里的字",
        "见云河网。",
        "云河市创城办",
    ]


@pytest.mark.oracle
def test_looks_are_kept(document: RawDocument) -> None:
    first = document.blocks[0]
    assert isinstance(first, RawParagraph) and first.look.level == 1 and first.look.bold
    lead = next(block for block in document.blocks if isinstance(block, RawParagraph) and block.text.startswith("一是"))
    assert [(mark.start, mark.end) for mark in lead.marks] == [(0, 7)]


@pytest.mark.oracle
def test_cells_reach_as_far_as_they_do(document: RawDocument) -> None:
    assert [block for block in document.blocks if isinstance(block, RawTable)] == [
        RawTable(((RawCell("单位", 1, 2), RawCell("一季度", 2)), (RawCell("报送"), RawCell("采用\n篇数"))))
    ]


@pytest.mark.oracle
def test_what_is_no_text_is_named(document: RawDocument) -> None:
    assert {(one.reason, one.text) for one in document.left_out} == {
        (Reason.DELETED, "旧的"),
        (Reason.HIDDEN, "内部"),
        (Reason.HEADER, "内部资料"),
    }
    assert all(isinstance(one, LeftOut) for one in document.left_out)
