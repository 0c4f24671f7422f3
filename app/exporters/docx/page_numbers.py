"""The template's page-number style becomes footer parts: odd, even, first page, pages without a number; the head of a 清样 a header."""

from __future__ import annotations

from app.exporters.docx.fields import field
from app.exporters.docx.properties import east_asian_switches, fonts, spacing
from app.exporters.docx.sections import head_height
from app.exporters.docx.styles import FOLIO_STYLE
from app.exporters.docx.xml import Element, element, text_of, val
from app.layout.flow import Align
from app.layout.frames import PlacedLine
from app.model.faces import FaceRole
from app.model.template import Faces, PageNumberStyle

_JUSTIFICATION = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def number_footer(style: PageNumberStyle, even: bool) -> Element:
    """The footer part of odd or even pages (L46): the number on the outer side, one cell in, as the template words it."""
    if style.place == "centre":
        align = Align.CENTRE
    elif style.place == "outer" and even:
        align = Align.LEFT
    else:
        align = Align.RIGHT
    inset = 0 if align is Align.CENTRE else round(style.inset_cells * style.size_pt * 20)
    properties = [
        val("pStyle", FOLIO_STYLE),
        element("ind", left=inset if align is Align.LEFT else 0, right=inset if align is Align.RIGHT else 0, firstLine=0),
        val("jc", _JUSTIFICATION[align]),
    ]
    before, _, after = style.form.partition("{}")
    runs = [element("r", [text_of(before)])] if before else []
    runs += field("PAGE", "1")
    runs += [element("r", [text_of(after)])] if after else []
    return element("ftr", [element("p", [element("pPr", properties), *runs])])


def head_part(head: PlacedLine, faces: Faces) -> Element:
    """The header part that says on every page that this is no final copy."""
    size = head_height(head)
    run = element("rPr", [fonts(faces, FaceRole.BODY, digits=False), val("spacing", 0), val("sz", size // 10), val("szCs", size // 10)])
    paragraph = element(
        "pPr", [*east_asian_switches(), spacing(0, 0, size), element("ind", left=0, right=0, firstLine=0), val("jc", "center")]
    )
    return element("hdr", [element("p", [paragraph, element("r", [run, text_of(head.line.text)])])])


def empty_footer() -> Element:
    """A footer part without a number, for a first page or pages without text (L47)."""
    return element("ftr", [element("p", [element("pPr", [val("pStyle", FOLIO_STYLE)])])])
