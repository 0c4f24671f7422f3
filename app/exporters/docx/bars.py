"""The bars beside a line become filled shapes that hang on its paragraph: the red rule left and right of a star."""

from __future__ import annotations

from collections.abc import Sequence

from app.exporters.docx.xml import Element, element, foreign
from app.layout.flow import FlowParagraph
from app.layout.frames import Rule
from app.layout.rules import beside_bars
from app.model.template import Paper

_EMU_PER_PT = 12700
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_FIRST_ID = 20
"""Ids of shapes are unique in a file; the footer's box is the first."""


def bar_runs(paragraph: FlowParagraph, paper: Paper) -> Sequence[Element]:
    """A run for each bar; its place is told from the margin and from the paragraph's top, so that it moves with the text."""
    return [_run(bar, number, paper) for number, bar in enumerate(beside_bars(paragraph, 0, paper))]


def _run(bar: Rule, number: int, paper: Paper) -> Element:
    left = bar.x_pt - paper.left / 20
    # Word 2007 and old WPS know no DrawingML shapes; they take the fallback.
    choice = foreign("mc:Choice", [_drawing(bar, left, number)], Requires="wps")
    fallback = foreign("mc:Fallback", [_picture(bar, left, number)])
    return element("r", [foreign("mc:AlternateContent", [choice, fallback])])


def _drawing(bar: Rule, left: float, number: int) -> Element:
    size = {"cx": _emu(bar.width_pt), "cy": _emu(bar.thickness_pt)}
    colour = bar.colour.lstrip("#").upper()
    properties = foreign(
        "wps:spPr",
        [
            foreign("a:xfrm", [foreign("a:off", x=0, y=0), foreign("a:ext", **size)]),
            foreign("a:prstGeom", [foreign("a:avLst")], prst="rect"),
            foreign("a:solidFill", [foreign("a:srgbClr", val=colour)]),
            foreign("a:ln", [foreign("a:noFill")]),
        ],
    )
    shape = foreign("wps:wsp", [foreign("wps:cNvSpPr"), properties, foreign("wps:bodyPr")])
    anchor = foreign(
        "wp:anchor",
        [
            foreign("wp:simplePos", x=0, y=0),
            foreign("wp:positionH", [_offset(left)], relativeFrom="margin"),
            foreign("wp:positionV", [_offset(bar.top_pt)], relativeFrom="paragraph"),
            foreign("wp:extent", **size),
            foreign("wp:effectExtent", l=0, t=0, r=0, b=0),
            foreign("wp:wrapNone"),
            foreign("wp:docPr", id=_FIRST_ID + number, name=f"红线{number + 1}"),
            foreign("wp:cNvGraphicFramePr"),
            foreign("a:graphic", [foreign("a:graphicData", [shape], uri=_SHAPE)]),
        ],
        distT=0,
        distB=0,
        distL=0,
        distR=0,
        simplePos=0,
        relativeHeight=2 + number,
        behindDoc=0,
        locked=0,
        layoutInCell=1,
        allowOverlap=1,
    )
    return element("drawing", [anchor])


def _picture(bar: Rule, left: float, number: int) -> Element:
    """The bar in VML."""
    style = (
        f"position:absolute;margin-left:{left:.2f}pt;margin-top:{bar.top_pt:.2f}pt;width:{bar.width_pt:.2f}pt;"
        f"height:{bar.thickness_pt:.2f}pt;mso-position-horizontal-relative:margin;mso-position-vertical-relative:text"
    )
    return element("pict", [foreign("v:rect", id=f"bar{number + 1}", stroked="f", fillcolor=bar.colour, style=style)])


def _offset(pt: float) -> Element:
    made = foreign("wp:posOffset")
    made.text = str(_emu(pt))
    return made


def _emu(pt: float) -> int:
    return round(pt * _EMU_PER_PT)
