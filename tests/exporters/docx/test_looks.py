"""What a template may ask for reaches the DOCX as borders, shapes, run properties and tabs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.exporters.docx.export import docx_bytes
from app.layout.engine import lay_out
from app.model.issue import Issue, Paragraph, Role
from app.model.template_reader import template_from_plain, template_to_plain
from tests.exporters.docx.package import Opened, W, opened, style_id, text_of
from tests.layout.bulletins import STORY, bulletin, stories, template
from tests.layout.cells import cell_faces

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def _opened(issue: Issue) -> Opened:
    return opened(docx_bytes(issue, lay_out(issue, cell_faces())))


@pytest.mark.parametrize(
    ("style", "border"), [("single", "single"), ("thick_thin", "thickThinSmallGap"), ("thin_thick", "thinThickSmallGap")]
)
def test_a_red_rule_is_a_border_of_its_kind(style: str, border: str) -> None:
    document = _opened(bulletin(template(masthead__rule__style=style), stories(1, 1))).document
    bottom = document.find(f".//{W}pBdr/{W}bottom")
    assert bottom is not None
    assert (bottom.get(f"{W}val"), bottom.get(f"{W}sz"), bottom.get(f"{W}color")) == (border, "18", "FF0000")


def test_a_star_is_text_between_two_red_bars() -> None:
    file = _opened(bulletin(template(masthead__rule__style="star"), stories(1, 1), footer=False))
    star = next(p for p in file.body if text_of(p) == "★")
    offsets = [int(place.text or "") / 12700 for place in star.iterfind(f".//{_DRAWING}positionH/{_DRAWING}posOffset")]
    assert len(offsets) == 2
    assert offsets[0] == 0 < offsets[1]
    assert len({item.get("id") for item in file.document.iter(f"{_DRAWING}docPr")}) == 2
    assert file.document.find(f".//{W}pBdr") is None


def test_words_of_the_name_are_runs_of_their_own() -> None:
    plain = template_to_plain(template())
    plain["masthead"]["lines"][1]["words"] = [{"text": "简报", "size_pt": 48.0, "face": "hei"}]
    file = _opened(bulletin(template_from_plain(plain), stories(1, 1)))
    name = next(p for p in file.body if text_of(p) == "工作简报")
    runs = {run.findtext(f"{W}t"): run for run in name.iter(f"{W}r")}
    size, fonts = runs["简报"].find(f"{W}rPr/{W}sz"), runs["简报"].find(f"{W}rPr/{W}rFonts")
    assert size is not None and size.get(f"{W}val") == "96"
    assert fonts is not None and fonts.get(f"{W}eastAsia") == "黑体"
    assert runs["工作"].find(f"{W}rPr") is None


def test_a_date_between_two_issuers_is_lowered() -> None:
    issue = bulletin(template(masthead__date_place="middle"), stories(1, 1))
    issuers = (*issue.masthead.issuers, Paragraph(80, "青石县文明办", Role.ISSUER))
    document = _opened(replace(issue, masthead=replace(issue.masthead, issuers=issuers))).document
    assert [mark.get(f"{W}val") for mark in document.iter(f"{W}position")] == ["-29"]


def test_a_byline_behind_the_text_keeps_the_paragraph_justified() -> None:
    issue = bulletin(template(body__byline="last_line"), [("青石镇植树", [STORY + "完。"])])
    section = issue.sections[0]
    article = section.articles[0]
    signed = replace(article, paragraphs=(*article.paragraphs, Paragraph(90, "（青石镇供稿）", Role.BYLINE)))
    body = _opened(replace(issue, sections=(replace(section, articles=(signed,)),))).body
    last = next(p for p in body if style_id(p) == "JBBody")
    assert text_of(last) == STORY + "完。\t（青石镇供稿）"
    assert last.find(f"{W}pPr/{W}jc") is None  # as its style says
    assert last.find(f".//{W}br") is None
    assert last.find(f"{W}pPr/{W}tabs/{W}tab") is not None


def test_digits_of_every_part_name_the_digits_family() -> None:
    look = template("xinxi-kuaibao", faces__digits="Times New Roman", faces__digits_in="all")
    styles = _opened(bulletin(look, stories(2, 1))).tree("word/styles.xml")
    latin = {style.get(f"{W}styleId"): fonts.get(f"{W}ascii") for style in styles for fonts in style.iter(f"{W}rFonts")}
    assert {latin[name] for name in ("JBNumber", "JBTitle", "JBFolio", "JBContents")} == {"Times New Roman"}
