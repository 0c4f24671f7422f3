"""What a DOCX holds and what it must never hold: one paragraph a block, no breaks in text, no names, no clock."""

from __future__ import annotations

import io
import time
from pathlib import Path

import docx
import pytest
from lxml import etree

from app.errors import UserError
from app.exporters.docx.export import docx_bytes, export_docx
from app.layout.engine import lay_out
from app.model.issue import Issue, Role
from tests.exporters.docx.package import W, opened, style_id, text_of
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces


def _issue(**values: object) -> Issue:
    articles = [
        *stories(3, 5),
        ("青石镇\n开展植树活动", ["一、分工明确", "栽下苗木1300株，“谁栽谁管”。"]),
        ("市税务局凝聚力量　擦亮招牌", ["完。"]),
    ]
    return bulletin(template(**values), articles)


def _bytes(issue: Issue) -> bytes:
    return docx_bytes(issue, lay_out(issue, cell_faces()))


def test_each_block_of_text_is_one_paragraph() -> None:
    issue = _issue()
    written = [text_of(p) for p in opened(_bytes(issue)).body if style_id(p) in ("JBBody", "JBHeading1")]
    blocks = [p.text for article in issue.articles() for p in article.paragraphs]
    assert written == blocks


def test_body_text_has_no_line_breaks_and_titles_turn_where_the_layout_turned_them() -> None:
    issue = _issue()
    layout = lay_out(issue, cell_faces())
    body = opened(docx_bytes(issue, layout)).body
    assert not [p for p in body if style_id(p) == "JBBody" and p.findall(f".//{W}br")]
    titles = [text_of(p) for p in body if style_id(p) == "JBTitle"]
    assert titles[3:] == ["青石镇\n开展植树活动", "市税务局凝聚力量\n擦亮招牌"]
    lines = [["".join(line.text.split()) for line in p.lines] for p in layout.flow if p.role is Role.TITLE]
    assert [["".join(part.split()) for part in title.split("\n")] for title in titles] == lines


def test_a_reader_of_its_own_kind_opens_it() -> None:
    document = docx.Document(io.BytesIO(_bytes(_issue())))
    assert [p.style.name for p in document.paragraphs][:3] == ["简报报头", "简报报头2", "简报期号"]
    assert document.core_properties.title == "云河市创建文明城市工作简报 第7期"


def test_every_block_has_a_hidden_bookmark_and_contents_lead_to_titles() -> None:
    issue = _issue()
    document = opened(_bytes(issue)).document
    marks = [str(mark.get(f"{W}name")) for mark in document.iter(f"{W}bookmarkStart")]
    assert sorted(marks) == sorted(f"_jb_blk_{block.id}" for block in issue.blocks())
    links = [str(link.get(f"{W}anchor")) for link in document.iter(f"{W}hyperlink")]
    assert links == [f"_jb_blk_{article.title.id}" for article in issue.articles()]
    assert "PAGEREF" not in "".join(str(text) for text in document.itertext())


def test_page_numbers_of_the_contents_are_fields_where_the_template_asks() -> None:
    document = opened(_bytes(_issue(contents__page_numbers=True))).document
    codes = [code.text for code in document.iter(f"{W}instrText")]
    assert len(codes) == 5
    assert all("PAGEREF _jb_blk_" in str(code) for code in codes)


def test_the_same_issue_gives_the_same_bytes_at_any_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    issue = _issue()
    first = _bytes(issue)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda _=0: time.gmtime(2_000_000_000))
    assert _bytes(issue) == first


def test_the_file_names_neither_person_nor_machine_nor_time() -> None:
    file = opened(_bytes(_issue()))
    said = [etree.QName(child).localname for name in ("core", "app") for child in file.tree(f"docProps/{name}.xml")]
    assert said == ["title", "language", "Application"]
    assert sorted(name for name in file.parts if name.startswith("docProps")) == ["docProps/app.xml", "docProps/core.xml"]
    assert not [key for root in file.trees().values() for found in root.iter() for key in found.attrib if "rsid" in key or "author" in key]


def test_export_starts_no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", "")
    issue = _issue()
    export_docx(issue, lay_out(issue, cell_faces()), tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == _bytes(issue)


def test_an_open_file_takes_it_too_and_a_missing_folder_is_said(tmp_path: Path) -> None:
    issue = _issue()
    layout = lay_out(issue, cell_faces())
    file = io.BytesIO()
    export_docx(issue, layout, file)
    assert file.getvalue() == docx_bytes(issue, layout)
    with pytest.raises(UserError, match="不存在"):
        export_docx(issue, layout, tmp_path / "none" / "a.docx")


def test_characters_that_xml_has_not_are_left_out() -> None:
    issue = bulletin(template(), [("植树", ["甲\x00乙\x0b丙\x1f丁\ufffe戊\t己 "])])
    written = [text_of(p) for p in opened(_bytes(issue)).body if style_id(p) == "JBBody"]
    assert written == ["甲乙丙丁戊\t己 "]


def test_empty_blocks_keep_their_paragraphs_and_bookmarks() -> None:
    issue = bulletin(template(), [("", ["栽下苗木1300株。", ""]), *stories(1, 1)])
    file = opened(_bytes(issue))
    assert [text_of(p) for p in file.body if style_id(p) == "JBBody"][:2] == ["栽下苗木1300株。", ""]
    marks = {str(mark.get(f"{W}name")) for mark in file.document.iter(f"{W}bookmarkStart")}
    written = {block for p in lay_out(issue, cell_faces()).flow for block in [span.block for span in p.spans] if block}
    assert {f"_jb_blk_{block}" for block in written} <= marks
