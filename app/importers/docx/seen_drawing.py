"""A drawing of a Word file becomes what it shows beside words: lines as rules, pictures with their printed size, and boxes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.errors import UserError
from app.importers.docx.package import Package
from app.importers.docx.runs import chosen_of
from app.importers.docx.seen_format import colour_of
from app.importers.docx.xml import Element, kind, number, relation
from app.importers.seen import BLACK, SeenPicture, SeenRule, SeenRun
from app.text.chars import width_em

_EMU_PER_TWIP, _EMU_PER_PT = 635, 12700
_LARGEST_PICTURE_BYTES = 32 * 2**20
_MOST_PICTURES = 40
_THICKEST_PT = 8.0
_LONG = 5
"""A shape is a rule when it is so many times longer than thick."""
_LENGTH = re.compile(r"(-?[\d.]+)\s*(pt|in|mm|cm|px)?$")
_PT = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "px": 0.75, None: 1 / _EMU_PER_PT}
_VML_NAMES = {"red": "FF0000", "black": "000000"}
_DEFAULT_LINE_PT = 0.75


class SeenDrawings:
    """Reads the drawings of one part."""

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._part = part
        self._bytes = 0
        self._pictures = 0

    def read(self, element: Element) -> Iterator[SeenRule | SeenPicture | SeenRun | Element]:
        """Rules, pictures and WordArt of a drawing; a box of text as its element."""
        size = (0.0, 0.0)
        for inner in self._walk(element):
            name = kind(inner)
            if name == "wp:extent":
                size = (_emu(inner.get("cx", "")), _emu(inner.get("cy", "")))
            elif name == "w:txbxContent":
                yield inner
            elif name in ("a:blip", "v:imagedata"):
                picture = self._picture(relation(inner, "embed") or relation(inner, "id"), size if name == "a:blip" else _box(inner))
                if picture is not None:
                    yield picture
            elif name.endswith(":spPr"):
                rule = _rule_of_shape(inner, size)
                if rule is not None:
                    yield rule
            elif name == "v:textpath" and inner.get("string"):
                yield _word_art(inner)
            elif name in ("v:line", "v:rect", "v:shape"):
                rule = _rule_of_vml(inner)
                if rule is not None:
                    yield rule

    def _walk(self, element: Element) -> Iterator[Element]:
        """All inside, of alternatives the first, without the insides of boxes."""
        for inner in element:
            name = kind(inner)
            if name == "mc:AlternateContent":
                chosen = chosen_of(inner)
                if chosen is not None:
                    yield from self._walk(chosen)
            else:
                yield inner
                if name != "w:txbxContent":
                    yield from self._walk(inner)

    def _picture(self, link: str, size_pt: tuple[float, float]) -> SeenPicture | None:
        found = self._package.relations(self._part).get(link)
        if found is None or found.external or self._pictures >= _MOST_PICTURES:
            return None
        try:
            data = self._package.data(found.target)
        except UserError:
            return None
        self._bytes += len(data)
        if self._bytes > _LARGEST_PICTURE_BYTES:
            return None
        self._pictures += 1
        return SeenPicture(data, found.target.rpartition("/")[2], round(size_pt[0] * 20), round(size_pt[1] * 20))


def _rule_of_shape(properties: Element, size: tuple[float, float]) -> SeenRule | None:
    """A line, or a box that is as thin as one, of DrawingML."""
    geometry = next((one.get("prst", "") for one in properties if kind(one) == "a:prstGeom"), "")
    line = next((one for one in properties if kind(one) == "a:ln"), None)
    fill = next((_solid(one) for one in properties if kind(one) == "a:solidFill"), None)
    width, height = size
    if "line" in geometry.lower() or "connector" in geometry.lower():
        if height * _LONG > width:
            return None
        thickness = number(line.get("w", "") if line is not None else "", 0) / _EMU_PER_PT or _DEFAULT_LINE_PT
        colour = next((_solid(one) for one in line if kind(one) == "a:solidFill"), None) if line is not None else None
        doubled = line.get("cmpd", "") if line is not None else ""
        shape = "thick_thin" if doubled == "thickThin" else "thin_thick" if doubled == "thinThick" else "single"
        return SeenRule(min(thickness, _THICKEST_PT), colour or colour_of(""), shape, "shape")  # type: ignore[arg-type]
    if fill and 0 < height <= _THICKEST_PT and height * _LONG < width:
        return SeenRule(height, fill, "single", "shape")
    return None


def _solid(fill: Element) -> str | None:
    return next((colour_of(one.get("val", "")) for one in fill if kind(one) == "a:srgbClr"), None)


def _rule_of_vml(shape: Element) -> SeenRule | None:
    if kind(shape) == "v:line":
        start, end = _point(shape.get("from", "")), _point(shape.get("to", ""))
        if abs(end[1] - start[1]) * _LONG > abs(end[0] - start[0]):
            return None
        thickness = _points(shape.get("strokeweight", "")) or _DEFAULT_LINE_PT
        return SeenRule(min(thickness, _THICKEST_PT), _vml_colour(shape.get("strokecolor", "")), "single", "shape")
    style = _style(shape)
    width, height = _points(style.get("width", "")), _points(style.get("height", ""))
    if shape.get("fillcolor") and 0 < height <= _THICKEST_PT and height * _LONG < width:
        return SeenRule(height, _vml_colour(shape.get("fillcolor", "")), "single", "shape")
    return None


def _word_art(path: Element) -> SeenRun:
    """Words that are drawn into a shape: as high as that is, and as wide."""
    parent = path.getparent()
    width, height = _box(path)
    text = path.get("string", "")
    own = _style(path)
    size = min(max(round(height * 2) / 2, 1.0), 400.0) if height else _points(own.get("font-size", "")) or 36.0
    scale = round(width / max(width_em(text) * size, 1) * 100) if width else 100
    family = own.get("font-family", "").strip("\"' ")
    colour = _vml_colour(parent.get("fillcolor", "")) if parent is not None else BLACK
    return SeenRun(text, family, family, size, colour=colour, scale=min(max(scale, 10), 600))


def _box(image: Element) -> tuple[float, float]:
    """The printed size of a picture in VML."""
    parent = image.getparent()
    style = _style(parent) if parent is not None else {}
    return _points(style.get("width", "")), _points(style.get("height", ""))


def _style(shape: Element) -> dict[str, str]:
    pairs = (one.partition(":") for one in shape.get("style", "").split(";"))
    return {name.strip(): text.strip() for name, _, text in pairs}


def _point(text: str) -> tuple[float, float]:
    across, _, down = text.partition(",")
    return _points(across), _points(down)


def _points(text: str) -> float:
    """A length of VML in points; 0 for none."""
    found = _LENGTH.match(text.strip())
    try:
        return float(found[1]) * _PT[found[2]] if found else 0.0
    except ValueError:
        return 0.0


def _vml_colour(text: str) -> str:
    word = text.split(" ")[0].lower()
    digits = _VML_NAMES.get(word, word.lstrip("#"))
    return colour_of("".join(char * 2 for char in digits) if len(digits) == len("f00") else digits)


def _emu(text: str) -> float:
    return number(text, 0) / _EMU_PER_PT
