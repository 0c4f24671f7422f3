"""Styles of the layout become paragraph and run properties: what every name, length and switch is called in a DOCX."""

from __future__ import annotations

from collections.abc import Iterator

from app.exporters.docx.xml import Element, element, switch, val
from app.layout.flow import Align, ParagraphStyle, RuleBelow, RuleStyle, Stroke, TextStyle
from app.layout.frames import BLACK
from app.model.faces import FaceRole
from app.model.template import Faces

_JUSTIFICATION = {Align.JUSTIFY: "both", Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_BORDERS = {RuleStyle.SINGLE: "single", RuleStyle.THICK_THIN: "thickThinSmallGap", RuleStyle.THIN_THICK: "thinThickSmallGap"}
_EIGHTHS_PER_TWIP = 8 / 20


def family(faces: Faces, role: FaceRole) -> str:
    """The family name that a DOCX writes for a role; digits in the body's face have none of their own."""
    if role is FaceRole.DIGITS:
        return faces.digits if faces.digits != FaceRole.BODY else faces.body
    name: str = getattr(faces, role.value)
    return name


def own_digits(faces: Faces, role: FaceRole) -> bool:
    """Whether letters and digits of a role are of the template's digit family (L-r)."""
    return faces.digits != FaceRole.BODY and (role is FaceRole.BODY or faces.digits_in == "all")


def fonts(faces: Faces, role: FaceRole, digits: bool = True) -> Element:
    """All four font slots, so that no theme and no default steps in.

    Text takes its letters and digits from the template's digit family. Quotes, dashes and dots stand in both scripts; with
    `digits` false they and everything else are of the Chinese family (L34).
    """
    chinese = family(faces, role)
    latin = family(faces, FaceRole.DIGITS) if digits and own_digits(faces, role) else chinese
    return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=chinese, cs=latin, hint="eastAsia")


def run_properties(style: TextStyle, faces: Faces, base: TextStyle | None = None) -> Iterator[Element]:
    """The properties in which a text style differs from `base`; all of them without a base."""
    if base is None or style.face is not base.face:
        yield fonts(faces, style.face)
    if style.bold != (base.bold if base else False):
        yield switch("b", style.bold)
    if style.stroke is Stroke.THROUGH:
        yield switch("strike", True)
    if style.colour != (base.colour if base else BLACK):
        yield val("color", style.colour.lstrip("#").upper())
    if style.letter_space != (base.letter_space if base else 0):
        yield val("spacing", style.letter_space)
    if style.scale_x != (base.scale_x if base else 1.0):
        yield val("w", round(style.scale_x * 100))
    if style.fall != (base.fall if base else 0):
        yield val("position", -round(style.fall / 10))
    if base is None or style.size_pt != base.size_pt:
        yield val("sz", round(style.size_pt * 2))
        yield val("szCs", round(style.size_pt * 2))
    if style.stroke is Stroke.UNDER:
        yield val("u", "single")


def spacing(before: int, after: int, line: int, *, grows: bool = False) -> Element:
    """Space around a paragraph and the height of its lines, twips: exact, or the least where one `grows`."""
    return element("spacing", before=before, after=after, line=line, lineRule="atLeast" if grows else "exact")


def indents(style: ParagraphStyle) -> Element:
    """Indents in plain twips: Word would reckon those in characters anew from its own grid (L42)."""
    first = {"hanging": -style.first} if style.first < 0 else {"firstLine": style.first}
    return element("ind", left=style.left, right=style.right, **first)


def paragraph_properties(style: ParagraphStyle, base: ParagraphStyle | None = None) -> Iterator[Element]:
    """The properties in which a paragraph style differs from `base`; without a base those that are not the default's."""
    if style.keep_next != (base.keep_next if base else False):
        yield switch("keepNext", style.keep_next)
    if style.keep_lines != (base.keep_lines if base else False):
        yield switch("keepLines", style.keep_lines)
    if base is None or (style.before, style.after, style.line) != (base.before, base.after, base.line):
        yield spacing(style.before, style.after, style.line, grows=style.grows)
    if (style.left, style.right, style.first) != ((base.left, base.right, base.first) if base else (0, 0, 0)):
        yield indents(style)
    if base is None or style.align is not base.align:
        yield val("jc", _JUSTIFICATION[style.align])
    if base is None and style.outline_level is not None:
        yield val("outlineLvl", style.outline_level)


def border_below(rule: RuleBelow) -> Element:
    """The rule under a paragraph as its border: Word counts the gap in whole points and the (thick line's) thickness in eighths."""
    colour = rule.colour.lstrip("#").upper()
    bottom = element("bottom", val=_BORDERS[rule.style], sz=eighths(rule.thickness), space=round(rule.gap / 20), color=colour)
    return element("pBdr", [bottom])


def eighths(thickness: int) -> int:
    """A thickness in twips as eighths of a point, the unit of borders (0.35 mm: 8, 0.25 mm: 6)."""
    return max(round(thickness * _EIGHTHS_PER_TWIP), 2)


def east_asian_switches() -> Iterator[Element]:
    """How Chinese text is broken and set; measured in LibreOffice, documented for Word.

    `overflowPunct` stays on: LibreOffice reads it the wrong way round and loses the glyph that would hang. `autoSpaceDE` and
    `autoSpaceDN` stay on, since LibreOffice can't leave the gap out. There is no grid to snap to: lines have exact heights.
    """
    yield switch("widowControl", False)
    yield switch("kinsoku", True)
    yield switch("wordWrap", True)
    yield switch("overflowPunct", True)
    yield switch("topLinePunct", False)
    yield switch("autoSpaceDE", True)
    yield switch("autoSpaceDN", True)
    yield switch("adjustRightInd", False)
    yield switch("snapToGrid", False)
