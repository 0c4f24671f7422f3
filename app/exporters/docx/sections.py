"""The paper of a template becomes section properties: page size, margins, and which footer parts its pages show."""

from __future__ import annotations

from collections.abc import Mapping

from app.exporters.docx.xml import Element, element, qualified
from app.layout.frames import Layout, PlacedLine
from app.model.template import Paper, Template, twips

_USUAL_HEADER = 851

FooterIds = Mapping[str, str]
"""Kind of page (default, even, first) to the relationship id of its footer part."""


def section(template: Template, layout: Layout, footers: FooterIds, header: str = "", new_page: bool = False) -> Element:
    """`w:sectPr`; `new_page` starts it on the next page. The `header` part, where there is one, serves every kind of page."""
    paper = template.paper
    children: list[Element] = []
    for kind in footers if header else ():
        reference = element("headerReference", type=kind)
        reference.set(qualified("r:id"), header)
        children.append(reference)
    for kind, relationship in footers.items():
        reference = element("footerReference", type=kind)
        reference.set(qualified("r:id"), relationship)
        children.append(reference)
    if new_page:
        children.append(element("type", val="nextPage"))
    children.append(element("pgSz", w=twips(paper.width_mm), h=twips(paper.height_mm)))
    children.append(_margins(paper, header_distance(layout), footer_distance(template, layout)))
    if "first" in footers:
        children.append(element("titlePg"))
    return element("sectPr", children)


def _margins(paper: Paper, header: int, footer: int) -> Element:
    """Margins that leave just the type area, whatever was rounded on the way."""
    right = twips(paper.width_mm) - paper.left - paper.text_width
    bottom = twips(paper.height_mm) - paper.top - paper.text_height
    return element("pgMar", top=paper.top, right=right, bottom=bottom, left=paper.left, header=header, footer=footer, gutter=0)


def header_distance(layout: Layout) -> int:
    """Paper's top edge to the line above the text, twips: its exact height is one em, of which four fifths stand above the baseline."""
    head = layout.pages[0].head
    return head.baseline - head_height(head) * 4 // 5 if head else _USUAL_HEADER


def head_height(head: PlacedLine) -> int:
    """The height of that line, twips."""
    return round(max(run.size_pt for run in head.line.runs) * 20)


def footer_distance(template: Template, layout: Layout) -> int:
    """Paper's bottom edge to the page number's line, twips, so that its baseline is where the layout has it.

    The line has an exact height of one em, of which a fifth stands below the baseline.
    """
    folio = next((page.folio for page in layout.pages if page.folio), None)
    height = twips(template.paper.height_mm)
    em = round(template.page_number.size_pt * 20)
    return height - folio.baseline - em // 5 if folio else height - template.paper.top - template.paper.text_height - em
