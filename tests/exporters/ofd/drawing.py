"""An OFD page becomes characters at places and a picture, read from the standard and not from our writer: GB/T 33190, 8 to 11.

Glyphs are drawn by Qt from the embedded fonts; what our writer has no use for (templates, patterns, composite objects) is refused, so
that nothing is passed over in silence. Drawing needs a Qt application.
"""

from __future__ import annotations

import io
import math
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree
from PIL import Image
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QRawFont, QTransform

SPACE = "{http://www.ofdspec.org/2016}"
_FONT_PX = 512.0
"""Glyphs are asked for at this size and scaled; unhinted, so that their outlines are the font's own."""
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_USUAL_LINE_MM = 0.353


@dataclass(frozen=True, slots=True)
class Placed:
    """A character with its pen and baseline on the page in millimetres, and the glyph that is named for it, None for its own."""

    char: str
    x_mm: float
    baseline_mm: float
    glyph: int | None


class OfdFile:
    """The parts of a file by their places, looked up as a reader does that knows the standard alone."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.root = str(self.tree("OFD.xml").findtext(f"{SPACE}DocBody/{SPACE}DocRoot")).lstrip("/")
        self._fonts: dict[str, QRawFont] = {}
        self._outlines: dict[tuple[str, int], QPainterPath] = {}

    def tree(self, name: str) -> etree._Element:
        """A part's root element."""
        return etree.fromstring(self.parts[name])

    @cached_property
    def document(self) -> etree._Element:
        """The document's root."""
        return self.tree(self.root)

    @cached_property
    def pages(self) -> list[etree._Element]:
        """The pages in the order of the page tree."""
        return [self.tree(_beside(self.root, str(one.get("BaseLoc")))) for one in self.document.iterfind(f"{SPACE}Pages/{SPACE}Page")]

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The font and image files of the resources by their numbers."""
        found = {}
        for listed in self.document.iterfind(f"{SPACE}CommonData/*"):
            if etree.QName(listed).localname not in ("PublicRes", "DocumentRes"):
                continue
            place = _beside(self.root, str(listed.text))
            resources = self.tree(place)
            folder = _beside(place, str(resources.get("BaseLoc")))
            for file in resources.iter(f"{SPACE}FontFile", f"{SPACE}MediaFile"):
                owner = file.getparent()
                assert owner is not None
                found[str(owner.get("ID"))] = self.parts[posixpath.join(folder, str(file.text))]
        return found

    def size_mm(self, page: etree._Element) -> tuple[float, float]:
        """Width and height: the page's own, or the document's."""
        own = page.findtext(f"{SPACE}Area/{SPACE}PhysicalBox")
        _, _, width, height = numbers(own or self.document.findtext(f"{SPACE}CommonData/{SPACE}PageArea/{SPACE}PhysicalBox"))
        return width, height

    def font(self, number: str) -> QRawFont:
        """An embedded font."""
        if number not in self._fonts:
            self._fonts[number] = QRawFont(QByteArray(self.files[number]), _FONT_PX, QFont.HintingPreference.PreferNoHinting)
            assert self._fonts[number].isValid(), f"font {number} can't be read"
        return self._fonts[number]

    def outline(self, number: str, placed: Placed) -> QPainterPath:
        """The glyph of a character, on its own baseline, `_FONT_PX` to the em."""
        glyph = placed.glyph
        if glyph is None:
            (glyph, *more) = self.font(number).glyphIndexesForString(placed.char)
            assert glyph and not more, f"font {number} has no glyph for {placed.char}"
        key = number, glyph
        if key not in self._outlines:
            self._outlines[key] = self.font(number).pathForGlyph(glyph)
        return self._outlines[key]


def pictures(data: bytes, dots_per_mm: float = 4.0) -> list[Image.Image]:
    """The pages in order."""
    file = OfdFile(data)
    return [_picture(file, page, dots_per_mm) for page in file.pages]


def characters(page: etree._Element) -> list[Placed]:
    """Every character of a page in the order of its objects."""
    return [placed for item in page.iter(f"{SPACE}TextObject") for placed in placed_characters(item)]


def placed_characters(item: etree._Element) -> Iterator[Placed]:
    """The characters of a text object (11.2 to 11.4). Characters that share a glyph stand where it stands; the glyph is the first one's."""
    left, top, _, _ = numbers(item.get("Boundary"))
    assert item.get("CTM") is None, "text is not turned here"
    named: dict[int, int | None] = {}
    for turned in item.iterfind(f"{SPACE}CGTransform"):
        first, codes = int(turned.get("CodePosition", "0")), int(turned.get("CodeCount", "1"))
        glyphs = [int(word) for word in (turned.findtext(f"{SPACE}Glyphs") or "").split()]
        named |= {first + at: glyphs[at] if at < len(glyphs) else 0 for at in range(codes)}
    at = 0
    for code in item.iterfind(f"{SPACE}TextCode"):
        x, baseline = float(str(code.get("X"))), float(str(code.get("Y")))
        steps = _steps(code.get("DeltaX") or "")
        for number, char in enumerate(code.text or ""):
            yield Placed(char, left + x, top + baseline, named.get(at))
            x += steps[number] if number < len(steps) else 0.0
            at += 1


def numbers(text: str | None) -> tuple[float, ...]:
    """The numbers of an array (ST_Array)."""
    return tuple(map(float, (text or "").split()))


def _picture(file: OfdFile, page: etree._Element, scale: float) -> Image.Image:
    width, height = file.size_mm(page)
    image = QImage(math.ceil(width * scale), math.ceil(height * scale), QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    for layer in page.iterfind(f"{SPACE}Content/{SPACE}Layer"):
        for item in layer:
            painter.resetTransform()
            x, y, w, h = numbers(item.get("Boundary"))
            # 8.5: what lies outside is cut off; by whole dots, since Qt cuts a bar off that is thinner than one
            painter.setClipRect(QRectF(x * scale, y * scale, w * scale, h * scale).toAlignedRect())
            painter.scale(image.width() / width, image.height() / height)
            _DRAW[etree.QName(item).localname](file, item, painter)
    painter.end()
    return Image.frombytes("RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())


def _draw_text(file: OfdFile, item: etree._Element, painter: QPainter) -> None:
    number, size = str(item.get("Font")), float(str(item.get("Size")))
    whole = QPainterPath()
    for placed in placed_characters(item):
        if placed.glyph == 0:  # it shares the glyph of the character before
            continue
        across = size / _FONT_PX * float(item.get("HScale", "1"))
        whole.addPath(QTransform(across, 0, 0, size / _FONT_PX, placed.x_mm, placed.baseline_mm).map(file.outline(number, placed)))
    whole.setFillRule(Qt.FillRule.WindingFill)
    _paint(item, painter, whole, stroked=item.get("Stroke", "false"), filled=item.get("Fill", "true"))


def _draw_path(_file: OfdFile, item: etree._Element, painter: QPainter) -> None:
    x, y, _, _ = numbers(item.get("Boundary"))
    outline, words = QPainterPath(), str(item.findtext(f"{SPACE}AbbreviatedData")).split()
    while words:
        verb = words.pop(0)
        points = [float(words.pop(0)) for _ in range({"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "C": 0}[verb])]
        {
            "M": outline.moveTo,
            "S": outline.moveTo,
            "L": outline.lineTo,
            "Q": outline.quadTo,
            "B": outline.cubicTo,
            "C": outline.closeSubpath,
        }[verb](*points)
    outline.translate(x, y)
    _paint(item, painter, outline, stroked=item.get("Stroke", "true"), filled=item.get("Fill", "false"))


def _draw_image(file: OfdFile, item: etree._Element, painter: QPainter) -> None:
    x, y, _, _ = numbers(item.get("Boundary"))
    shown = QImage.fromData(file.files[str(item.get("ResourceID"))])
    assert not shown.isNull()
    a, b, c, d, e, f = numbers(item.get("CTM")) or _IDENTITY
    painter.setTransform(QTransform(a, b, c, d, e + x, f + y) * painter.transform())
    painter.drawImage(QRectF(0, 0, 1, 1), shown)


_DRAW = {"TextObject": _draw_text, "PathObject": _draw_path, "ImageObject": _draw_image}


def _paint(item: etree._Element, painter: QPainter, outline: QPainterPath, *, stroked: str, filled: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if stroked == "true":
        pen = QPen(_colour(item, "StrokeColor"), float(item.get("LineWidth", _USUAL_LINE_MM)))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
    painter.setBrush(_colour(item, "FillColor") if filled == "true" else Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)


def _colour(item: etree._Element, name: str) -> QColor:
    """8.3: three components where no colour space is named; black where none is said."""
    found = item.find(f"{SPACE}{name}")
    return QColor(*map(int, str(found.get("Value")).split())) if found is not None else QColor(0, 0, 0)


def _steps(text: str) -> Sequence[float]:
    """11.3: distances between pens, `g count distance` for equal ones in a row."""
    words, out, at = text.split(), list[float](), 0
    while at < len(words):
        if words[at] == "g":
            out += [float(words[at + 2])] * int(words[at + 1])
            at += 3
        else:
            out.append(float(words[at]))
            at += 1
    return out


def _beside(part: str, place: str) -> str:
    """7.1: a place is told from the part that names it, one that begins with a slash from the file's root."""
    return posixpath.normpath(place.lstrip("/") if place.startswith("/") else posixpath.join(posixpath.dirname(part), place))
