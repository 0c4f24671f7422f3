"""Bytes of XML become a tree, safely, and qualified names short ones that are the same in transitional and strict documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from app.errors import UserError

Element = etree._Element

LARGEST_XML_BYTES = 16 * 2**20
"""A thick book with all its marks; a tree takes up to twenty times its bytes."""

_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
}
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_W = tuple(f"{{{space}}}" for space, prefix in _NAMESPACES.items() if prefix == "w")
_R = tuple(f"{{{space}}}" for space, prefix in _NAMESPACES.items() if prefix == "r")


def parse(data: bytes, source_name: str) -> Element:
    """The root of a part. Broken XML is read as far as it goes; raises UserError where nothing is left, or for a hostile part."""
    if len(data) > LARGEST_XML_BYTES:
        raise too_much(source_name)
    if _FORBIDDEN.search(data) or _FORBIDDEN.search(data[:4096].replace(b"\0", b"")):  # OPC forbids both (ECMA-376 part 2, 8.1)
        raise UserError(f"“{source_name}”里面有不该有的声明，为安全起见没有打开，请向来源核实这个文件。")
    for recover in (False, True):
        try:
            root = etree.fromstring(data, _parser(recover=recover))
        except (etree.XMLSyntaxError, ValueError):
            continue
        if root is not None:
            return root
    raise UserError(f"“{source_name}”已损坏或不完整，请重新取得这个文件，或用备份的文件。")


def too_much(source_name: str) -> UserError:
    """What is said of a document that is no bulletin by its mere size."""
    return UserError(f"“{source_name}”里面的内容太多，不像是简报文稿，请拆开后再试。")


def _parser(*, recover: bool) -> etree.XMLParser:
    """No entities, no network, no trees of more than 256 levels."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


@lru_cache(maxsize=4096)
def short(tag: str) -> str:
    """`w:p` for the tag of a paragraph in either namespace; "" before the colon for a namespace that nobody asks for."""
    space, _, local = tag.rpartition("}")
    return f"{_NAMESPACES.get(space[1:], '')}:{local}"


def kind(element: Element) -> str:
    """The short name of an element; "" for an entity or the like."""
    return short(element.tag) if isinstance(element.tag, str) else ""


def child(element: Element | None, name: str) -> Element | None:
    """The first child of a short name."""
    if element is not None:
        for inner in element:
            if kind(inner) == name:
                return inner
    return None


def descend(element: Element | None, *names: str) -> Element | None:
    """The element that a path of first children leads to."""
    for name in names:
        element = child(element, name)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """All children of a short name."""
    if element is not None:
        yield from (inner for inner in element if kind(inner) == name)


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute of WordprocessingML, `val` for w:val."""
    return _named(element, _W, name, default)


def relation(element: Element | None, name: str) -> str:
    """An attribute that names a relation, `embed` for r:embed."""
    return _named(element, _R, name, "")


def value(element: Element | None, name: str) -> str:
    """The w:val of the first child of a short name, "" where there is none."""
    return attribute(child(element, name), "val")


def switch(element: Element | None, name: str) -> bool | None:
    """What an on-off child says; None where it is not there."""
    found = child(element, name)
    return None if found is None else attribute(found, "val", "1").lower() not in ("0", "false", "off", "none")


def number(text: str, default: int) -> int:
    """A whole number as an attribute holds it."""
    try:
        return int(text)
    except ValueError:
        return default


def _named(element: Element | None, spaces: tuple[str, ...], name: str, default: str) -> str:
    if element is None:
        return default
    for space in spaces:
        found = element.get(space + name)
        if found is not None:
            return found
    return default
