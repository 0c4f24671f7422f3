"""Automatic list labels as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importers.list_labels import label_of
from tests.importers.docx.files import p, paragraphs, part, read, text


def level(depth: int, form: str, pattern: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'


def numbering(*levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return part("numbering", f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{lists}')


def item(words: str, depth: int = 0, number: int = 1) -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


@pytest.mark.parametrize(
    ("form", "value", "label"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("decimalFullWidth", 12, "１２"),
        ("chineseCounting", 12, "十二"),
        ("chineseCounting", 120, "一二○"),
        ("chineseCountingThousand", 120, "一百二十"),
        ("ideographDigital", 20, "二〇"),
        ("japaneseCounting", 21, "二十一"),
        ("taiwaneseCounting", 10, "十"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 2, "丑"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedFullstop", 1, "⒈"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("ideographEnclosedCircle", 3, "㊂"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 2, "B"),
        ("upperRoman", 49, "XLIX"),
        ("lowerRoman", 4, "iv"),
        ("ordinal", 12, "12th"),
        ("hebrew1", 3, "3"),
    ],
)
def test_formats(form: str, value: int, label: str) -> None:
    assert label_of(value, form) == label


@given(
    st.integers(-5, 2_000_000), st.sampled_from(["decimal", "chineseCounting", "upperRoman", "lowerLetter", "ideographTraditional", "x"])
)
def test_every_number_has_a_label(value: int, form: str) -> None:
    assert label_of(value, form)


def test_levels_restart_and_join() -> None:
    parts = {"numbering.xml": numbering(level(0, "chineseCountingThousand", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))}
    body = item("甲") + item("a", 1) + item("b", 1) + item("乙") + item("c", 1)
    assert text(body, parts) == "一、甲\n1.1 a\n1.2 b\n二、乙\n2.1 c"


def test_a_label_is_told_apart_from_the_words() -> None:
    found = paragraphs(read(item("甲"), {"numbering.xml": numbering(level(0, "chineseCounting", "（%1）"))}))[0]
    assert (found.text, found.label) == ("（一）甲", 3)


def test_an_upper_level_that_was_passed_over_counts_as_begun() -> None:
    parts = {"numbering.xml": numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."))}
    assert text(item("a", 1) + item("b"), parts) == "1.1. a\n2. b"


def test_lists_share_counters_unless_they_begin_anew() -> None:
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    parts = {"numbering.xml": numbering(level(0, "decimal", "%1、"), lists=lists)}
    body = item("a") + item("b", number=2) + item("c", number=3) + item("d", number=3)
    assert text(body, parts) == "1、a\n2、b\n5、c\n6、d"


def test_a_level_that_never_restarts() -> None:
    never = level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    parts = {"numbering.xml": numbering(level(0, "decimal", "%1、"), never)}
    assert text(item("a") + item("b", 1) + item("c") + item("d", 1), parts) == "1、a\n1) b\n2、c\n2) d"


def test_numbering_through_a_style_and_switched_off() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/></w:style>',
    )
    linked = numbering(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>'), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>')
    )
    off = '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("甲", '<w:pStyle w:val="h1"/>') + p("乙", '<w:pStyle w:val="h2"/>') + p("丙", off) + p("丁", '<w:pStyle w:val="h1"/>')
    assert text(body, {"numbering.xml": linked, "styles.xml": styles}) == "一、甲\n（一）乙\n丙\n二、丁"


@pytest.mark.parametrize(
    ("sign", "font", "shown"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("n", "Wingdings", "■"),
        ("\uf0d8", "Wingdings", "➢"),
        ("●", "", "●"),
        ("o", "Courier New", "○"),
        ("", "", "•"),
    ],
)
def test_bullets(sign: str, font: str, shown: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    bullets = numbering(level(0, "bullet", sign, fonts))
    assert text(item("甲"), {"numbering.xml": bullets}) == f"{shown} 甲"


def test_empty_paragraphs_show_no_label_but_count() -> None:
    parts = {"numbering.xml": numbering(level(0, "decimal", "%1、"))}
    assert text(item("a") + item("") + item("b"), parts) == "1、a\n\n3、b"


@pytest.mark.parametrize("lists", ["", '<w:num w:numId="1"/>', '<w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num>'])
def test_a_list_that_is_not_there_gives_no_label(lists: str) -> None:
    assert text(item("甲"), {"numbering.xml": numbering(level(0, "decimal", "%1."), lists=lists)}) == "甲"
