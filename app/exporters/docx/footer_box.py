"""The footer of a bulletin (报尾) becomes a text box on the bottom of the type area, held by the last paragraph of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from app.exporters.docx.locks import Locks
from app.exporters.docx.paragraphs import Writer, rule_paragraph
from app.exporters.docx.styles import ANCHOR_STYLE
from app.exporters.docx.xml import Element, element, foreign, switch, val
from app.layout.flow import FlowParagraph, RuleBelow
from app.layout.footer import FooterBlock
from app.model.template import Paper

_EMU_PER_TWIP = 635
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_NO_MARGIN = {"distT": 0, "distB": 0, "distL": 0, "distR": 0}


def footer_anchor(block: FooterBlock, writer: Writer, paper: Paper, locks: Locks, new_page: bool) -> Element:
    """The paragraph that holds the box: one point high, after the text or, with `new_page`, on a page of its own."""
    content = list(_stack(block, writer, locks))
    properties = [val("pStyle", ANCHOR_STYLE), *([switch("pageBreakBefore", True)] if new_page else [])]
    # Word 2007 and old WPS know no DrawingML shapes; they take the fallback.
    choice = foreign("mc:Choice", [_drawing(block.height, paper, content)], Requires="wps")
    fallback = foreign("mc:Fallback", [_picture(block.height, paper, _plain_copy(content))])
    run = element("r", [foreign("mc:AlternateContent", [choice, fallback])])
    return element("p", [element("pPr", properties), run])


def _stack(block: FooterBlock, writer: Writer, locks: Locks) -> Iterator[Element]:
    """Rules and paragraphs from top to bottom; a rule is a paragraph as high as it is thick and a twip."""
    items: list[tuple[int, FlowParagraph | RuleBelow]] = list(zip(block.tops, block.paragraphs, strict=True))
    items += [(top, RuleBelow(0, thickness)) for top, thickness in block.rules]
    bottom = 0
    for top, item in sorted(items, key=lambda entry: entry[0]):
        if isinstance(item, RuleBelow):
            yield rule_paragraph(RuleBelow(top - bottom, item.thickness))
            bottom = top + item.thickness
        else:
            yield from writer.paragraph(item, locks.of(item))
            bottom = top + item.height


def _plain_copy(content: Sequence[Element]) -> list[Element]:
    """The paragraphs without bookmarks, whose names stand once in a file, and without the letter space of locked lines."""
    copies = [deepcopy(part) for part in content]
    for part in copies:
        for path in (".//{*}bookmarkStart", ".//{*}bookmarkEnd", ".//{*}r/{*}rPr/{*}spacing"):
            for mark in part.findall(path):
                parent = mark.getparent()
                assert parent is not None
                parent.remove(mark)
    return copies


def _drawing(height: int, paper: Paper, content: Sequence[Element]) -> Element:
    """The box in DrawingML.

    Its top is given and it grows with its text: LibreOffice puts a box that grows 6 pt too high when it is told to stand on
    the bottom margin, and a box of fixed height would hide a line that a clerk adds.
    """
    size = {"cx": paper.text_width * _EMU_PER_TWIP, "cy": height * _EMU_PER_TWIP}
    across = foreign("wp:positionH", [_text("wp:align", "left")], relativeFrom="margin")
    top = (paper.text_height - height) * _EMU_PER_TWIP
    down = foreign("wp:positionV", [_text("wp:posOffset", str(top))], relativeFrom="margin")
    properties = foreign(
        "wps:spPr",
        [
            foreign("a:xfrm", [foreign("a:off", x=0, y=0), foreign("a:ext", **size)]),
            foreign("a:prstGeom", [foreign("a:avLst")], prst="rect"),
            foreign("a:noFill"),
            foreign("a:ln", [foreign("a:noFill")]),
        ],
    )
    inset = {"lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0}
    shape = foreign(
        "wps:wsp",
        [
            foreign("wps:cNvSpPr", txBox=1),
            properties,
            foreign("wps:txbx", [element("txbxContent", content)]),
            foreign("wps:bodyPr", [foreign("a:spAutoFit")], rot=0, vert="horz", wrap="square", anchor="b", **inset),
        ],
    )
    anchor = foreign(
        "wp:anchor",
        [
            foreign("wp:simplePos", x=0, y=0),
            across,
            down,
            foreign("wp:extent", **size),
            foreign("wp:effectExtent", l=0, t=0, r=0, b=0),
            foreign("wp:wrapTopAndBottom"),
            foreign("wp:docPr", id=1, name="报尾"),
            foreign("wp:cNvGraphicFramePr"),
            foreign("a:graphic", [foreign("a:graphicData", [shape], uri=_SHAPE)]),
        ],
        **_NO_MARGIN,
        simplePos=0,
        relativeHeight=1,
        behindDoc=0,
        locked=0,
        layoutInCell=1,
        allowOverlap=0,
    )
    return element("drawing", [anchor])


def _picture(height: int, paper: Paper, content: Sequence[Element]) -> Element:
    """The box in VML."""
    top, width = (paper.text_height - height) / 20, paper.text_width / 20
    style = (
        f"position:absolute;margin-left:0;margin-top:{top}pt;width:{width}pt;height:{height / 20}pt;"
        "mso-position-horizontal-relative:margin;mso-position-vertical-relative:margin;v-text-anchor:bottom"
    )
    box = foreign("v:textbox", [element("txbxContent", content)], inset="0,0,0,0", style="mso-fit-shape-to-text:t")
    wrap = foreign("w10:wrap", type="topAndBottom")
    return element("pict", [foreign("v:rect", [box, wrap], id="footer", stroked="f", filled="f", style=style)])


def _text(name: str, text: str) -> Element:
    made = foreign(name)
    made.text = text
    return made
