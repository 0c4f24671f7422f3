"""A year's list of articles becomes a DOCX: title, a ruled table with a head on each page, groups in bold, and page numbers."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from app.records import dataclass

_TITLE, _HEAD, _BODY = "方正小标宋简体", "黑体", "仿宋_GB2312"
_WIDTHS_MM = (20, 21, 75, 30, 10)
_HEADS = ("期号", "日期", "标题", "报送单位", "页")
_CENTRED = (True, True, False, False, True)
_PITCH_PT = 20.0
"""Of a line in the table."""
_MARGINS_MM = (37, 35, 28, 26)
"""Top, bottom, left, right, as in our bulletins."""


@dataclass(frozen=True, slots=True)
class Row:
    """An article."""

    number: str
    day: str
    title: str
    unit: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles under one head."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class YearList:
    """A whole list."""

    title: str
    count: str
    groups: tuple[Group, ...]


def year_list_bytes(listed: YearList) -> bytes:
    """The DOCX."""
    document = Document()
    _dress(document, listed.title)
    _paragraph(document.add_paragraph(), listed.title, _TITLE, 22, centred=True, pitch=34)
    _paragraph(document.add_paragraph(), listed.count, _BODY, 14, centred=True, pitch=30)
    table = document.add_table(rows=1, cols=len(_HEADS))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _rules(table)
    for column, width in zip(table.columns, _WIDTHS_MM, strict=True):  # rows that are added take these
        column.width = Mm(width)
    head = table.rows[0]
    _mark(head, "tblHeader")
    for cell, words in zip(head.cells, _HEADS, strict=True):
        _paragraph(cell.paragraphs[0], words, _HEAD, 12, centred=True)
    for group in listed.groups:
        row = table.add_row()
        _mark(row, "cantSplit")
        whole = row.cells[0].merge(row.cells[-1])
        _paragraph(whole.paragraphs[0], f"{group.name}（{len(group.rows)} 篇）", _HEAD, 12, stays=True)
        for one in group.rows:
            row = table.add_row()
            _mark(row, "cantSplit")
            for cell, words, centred in zip(row.cells, (one.number, one.day, one.title, one.unit, one.page), _CENTRED, strict=True):
                _paragraph(cell.paragraphs[0], words, _BODY, 12, centred=centred)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _dress(document: Any, title: str) -> None:  # noqa: ANN401 - python-docx has no types
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    top, bottom, left, right = map(Mm, _MARGINS_MM)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = top, bottom, left, right
    section.footer_distance = Mm(25)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(foot, "— ", "宋体", 14)
    run = _run(foot, "", "宋体", 14)
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = words
        run._r.append(part)  # python-docx makes no fields
    _run(foot, " —", "宋体", 14)


def _paragraph(
    paragraph: Any,  # noqa: ANN401
    words: str,
    family: str,
    size: float,
    *,
    centred: bool = False,
    pitch: float = _PITCH_PT,
    stays: bool = False,
) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(2 if pitch == _PITCH_PT else 0)  # lines of the table have air above and below
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch)
    form.keep_with_next = stays
    _run(paragraph, words, family, size)


def _run(paragraph: Any, words: str, family: str, size: float) -> Any:  # noqa: ANN401
    run = paragraph.add_run(words)
    run.font.size, run.font.name = Pt(size), family
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # python-docx names no East Asian face
    for which in ("w:eastAsia", "w:hAnsi", "w:cs"):
        fonts.set(qn(which), family)
    return run


def _mark(row: Any, name: str) -> None:  # noqa: ANN401
    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def _rules(table: Any) -> None:  # noqa: ANN401
    """Thin rules all over, none at the sides."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "nil" if side in ("left", "right", "insideV") else "single")
        line.set(qn("w:sz"), "8" if side in ("top", "bottom") else "4")
        line.set(qn("w:color"), "000000" if side in ("top", "bottom") else "A0A0A0")
        borders.append(line)
    table._tbl.tblPr.append(borders)
