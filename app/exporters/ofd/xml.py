"""Names and values become the elements of an OFD file, and lengths in points the millimetres that it counts in (GB/T 33190, 7.3)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lxml import etree

SPACE = "http://www.ofdspec.org/2016"
_NAMES = {"ofd": SPACE}
_MM_PER_PT = 25.4 / 72

Element = etree._Element


def element(name: str, children: Iterable[Element] = (), /, text: str = "", **attributes: str | int) -> Element:
    """An element of the standard's namespace; its attributes have none."""
    made = etree.Element(f"{{{SPACE}}}{name}", {key: str(value) for key, value in attributes.items()}, nsmap=_NAMES)
    if text:
        made.text = text
    made.extend(children)
    return made


def serialised(root: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


@lru_cache(maxsize=8192)
def mm(points: float) -> str:
    """Points as millimetres to the micrometre, without trailing zeros."""
    return f"{points * _MM_PER_PT + 0.0:.3f}".rstrip("0").rstrip(".")


def box(x_pt: float, top_pt: float, width_pt: float, height_pt: float) -> str:
    """A box as an attribute holds it: left, upper edge, width, height."""
    return " ".join(map(mm, (x_pt, top_pt, width_pt, height_pt)))


def rgb(colour: str) -> str:
    """The three components of #RRGGBB, 0 to 255 each."""
    return " ".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
