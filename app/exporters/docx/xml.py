"""Names and values become WordprocessingML elements whose children stand in the order that the schema demands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "w10": "urn:schemas-microsoft-com:office:word",
}

# ECMA-376 part 1, annex A: the sequences of CT_PPr, CT_RPr, CT_Style and CT_SectPr, as far as we write their members. Word
# reports a file as damaged when a child stands out of turn.
_SEQUENCES: Final = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr tabs kinsoku wordWrap overflowPunct topLinePunct "
    "autoSpaceDE autoSpaceDN adjustRightInd snapToGrid spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b strike color spacing w kern position sz szCs u lang",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr",
    "sectPr": "headerReference footerReference type pgSz pgMar titlePg",
}
_ORDERS: Final = {group: {child: place for place, child in enumerate(names.split())} for group, names in _SEQUENCES.items()}

Element = etree._Element


_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def qualified(name: str) -> str:
    """The full name of `prefix:local`; without a prefix it is one of WordprocessingML's."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


def element(name: str, children: Iterable[Element] = (), /, **attributes: str | int) -> Element:
    """A WordprocessingML element; attributes are of its own namespace. Children of property groups are put in schema order."""
    made = etree.Element(qualified(name), {qualified(key): str(value) for key, value in attributes.items()}, nsmap=NAMESPACES)
    order = _ORDERS.get(name)
    made.extend(sorted(children, key=lambda child: order[etree.QName(child).localname]) if order else children)
    return made


def foreign(name: str, children: Iterable[Element] = (), /, **attributes: str | int) -> Element:
    """An element of another vocabulary (DrawingML, VML), whose attributes carry no namespace."""
    made = etree.Element(qualified(name), {key: str(value) for key, value in attributes.items()}, nsmap=NAMESPACES)
    made.extend(children)
    return made


def val(name: str, value: str | int) -> Element:
    """An element that holds nothing but its `w:val`."""
    return element(name, val=value)


def switch(name: str, on: bool) -> Element:
    """A property that is either on or off, said aloud: an absent one would mean what the style above it means."""
    return val(name, int(on))


def printable(text: str) -> str:
    """The text without characters that XML can't hold (control characters, lone surrogates); they have no glyph either."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub("", text)


def text_of(text: str) -> Element:
    """`w:t` with its blanks kept."""
    made = element("t")
    made.text = text
    if text[:1].isspace() or text[-1:].isspace():
        made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def serialised(root: Element) -> bytes:
    """The bytes of a part."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=[])
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
