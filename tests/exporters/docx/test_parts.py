"""Sections, page numbers and the footer's box say in WordprocessingML what the template says."""

from __future__ import annotations

import pytest
from lxml import etree

from app.exporters.docx.export import docx_bytes
from app.exporters.docx.xml import element, printable, val
from app.layout.engine import lay_out
from app.model.issue import Issue
from tests.exporters.docx.package import Opened, W, opened
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def _file(issue: Issue) -> Opened:
    return opened(docx_bytes(issue, lay_out(issue, cell_faces())))


def _footers(file: Opened, section: etree._Element) -> dict[str, str]:
    """Kind of page to the text of the footer part that a section names for it."""
    targets = {str(r.get("Id")): str(r.get("Target")) for r in file.tree("word/_rels/document.xml.rels")}
    found = {}
    for reference in section.findall(f"{W}footerReference"):
        part = file.tree("word/" + targets[str(reference.get(f"{R}id"))])
        found[str(reference.get(f"{W}type"))] = "".join(str(text) for text in part.itertext())
    return found


def test_numbers_stand_outside_on_odd_and_even_pages() -> None:
    file = _file(bulletin(template(), stories(2, 5), footer=False))
    (section,) = file.document.iter(f"{W}sectPr")
    assert _footers(file, section) == {"default": "—  PAGE 1 —", "even": "—  PAGE 1 —"}
    sides = {name: file.tree(f"word/{name}.xml").find(f".//{W}jc").get(f"{W}val") for name in ("footer1", "footer2")}
    assert sides == {"footer1": "right", "footer2": "left"}
    assert section.find(f"{W}titlePg") is None


@pytest.mark.parametrize(("place", "side"), [("centre", "center"), ("right", "right")])
def test_one_footer_serves_all_pages_where_the_place_is_the_same(place: str, side: str) -> None:
    file = _file(bulletin(template(page_number__place=place, page_number__form="- {} -"), stories(2, 5), footer=False))
    (section,) = file.document.iter(f"{W}sectPr")
    assert _footers(file, section) == {"default": "-  PAGE 1 -"}
    assert file.tree("word/footer1.xml").find(f".//{W}jc").get(f"{W}val") == side
    assert file.tree("word/settings.xml").find(f"{W}evenAndOddHeaders") is None


def test_a_first_page_without_a_number_has_an_empty_footer() -> None:
    file = _file(bulletin(template(page_number__first_page=False), stories(2, 5), footer=False))
    (section,) = file.document.iter(f"{W}sectPr")
    assert section.find(f"{W}titlePg") is not None
    assert _footers(file, section)["first"] == ""


def test_pages_after_the_text_are_a_section_without_numbers() -> None:
    file = _file(bulletin(template(footer__page="multiple_of_4"), stories(1, 1)))  # 2 pages of text, a blank one, the back
    text, bare = file.document.iter(f"{W}sectPr")
    assert set(_footers(file, bare).values()) == {""}
    assert all(_footers(file, text).values())
    assert bare.find(f"{W}type").get(f"{W}val") == "nextPage"
    assert len([p for p in file.body[-2:] if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]) == 1


def test_the_footer_is_a_box_whose_rules_are_as_wide_as_the_type_area() -> None:
    file = _file(bulletin(template(), stories(2, 5)))
    (content, fallback) = file.document.iter(f"{W}txbxContent")
    bordered = [p for p in content if p.find(f"{W}pPr/{W}pBdr") is not None]
    assert len(bordered) == 2
    assert [p.find(f"{W}pPr/{W}ind") for p in bordered] == [None, None]
    assert {p.find(f"{W}pPr/{W}pBdr/{W}bottom").get(f"{W}sz") for p in bordered} == {"8"}
    assert ["".join(p.itertext()) for p in content] == ["".join(p.itertext()) for p in fallback]
    assert not list(fallback.iter(f"{W}bookmarkStart"))


def test_the_red_rule_is_the_border_of_the_issuer_line() -> None:
    file = _file(bulletin(template(), stories(1, 1)))
    (bordered,) = [p for p in file.body if p.find(f"{W}pPr/{W}pBdr") is not None]
    bottom = bordered.find(f"{W}pPr/{W}pBdr/{W}bottom")
    assert [bottom.get(f"{W}{name}") for name in ("sz", "space", "color")] == ["18", "11", "FF0000"]
    assert "".join(bordered.itertext()) == "云河市创建办公室2031年3月15日"


def test_a_rule_far_below_the_issuer_line_is_a_paragraph_of_its_own() -> None:
    file = _file(bulletin(template(masthead__rule__gap_above_mm=15.0), stories(1, 1)))
    (bordered,) = [p for p in file.body if p.find(f"{W}pPr/{W}pBdr") is not None]
    assert "".join(bordered.itertext()) == ""


def test_children_of_a_group_are_put_in_order() -> None:
    made = element("pPr", [val("jc", "both"), val("pStyle", "JBBody"), element("ind", left=0)])
    assert [etree.QName(child).localname for child in made] == ["pStyle", "ind", "jc"]


def test_only_what_xml_can_hold_is_printable() -> None:
    assert printable("甲\x00乙\x1f丙\ud800丁\t戊") == "甲乙丙丁\t戊"
    assert printable("甲\u3000乙𠀇") == "甲\u3000乙𠀇"
