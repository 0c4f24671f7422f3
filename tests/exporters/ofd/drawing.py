"""An OFD page becomes a picture: its fonts by FreeType, its bars and images by Pillow; as much of the standard as our writer uses."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from PIL import Image, ImageDraw, ImageFont

_SPACE = "{http://www.ofdspec.org/2016}"
_BLACK = (0, 0, 0)


def pictures(data: bytes, dots_per_mm: float = 4.0) -> list[Image.Image]:
    """The pages in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    document = etree.fromstring(parts["Doc_0/Document.xml"])
    fonts = _files(parts, "PublicRes.xml", "Font", "FontFile")
    media = _files(parts, "DocumentRes.xml", "MultiMedia", "MediaFile") if "Doc_0/DocumentRes.xml" in parts else {}
    pages = [f"Doc_0/{one.get('BaseLoc')}" for one in document.iter(f"{_SPACE}Page")]
    return [_picture(etree.fromstring(parts[page]), fonts, media, dots_per_mm) for page in pages]


def _files(parts: dict[str, bytes], resources: str, name: str, file: str) -> dict[str, bytes]:
    root = etree.fromstring(parts[f"Doc_0/{resources}"])
    return {str(one.get("ID")): parts[f"Doc_0/{root.get('BaseLoc')}/{one.findtext(_SPACE + file)}"] for one in root.iter(_SPACE + name)}


def _picture(page: etree._Element, fonts: dict[str, bytes], media: dict[str, bytes], scale: float) -> Image.Image:
    _, _, width, height = _numbers(page.findtext(f".//{_SPACE}PhysicalBox"))
    picture = Image.new("RGB", (round(width * scale), round(height * scale)), "white")
    draw = ImageDraw.Draw(picture)
    for item in page.iter(f"{_SPACE}TextObject", f"{_SPACE}PathObject", f"{_SPACE}ImageObject"):
        x, y, w, h = _numbers(item.get("Boundary"))
        colour = _colour(item)
        if item.tag == f"{_SPACE}PathObject" and item.get("Fill") == "true":
            draw.rectangle([x * scale, y * scale, max((x + w) * scale - 1, x * scale), max((y + h) * scale - 1, y * scale)], fill=colour)
        elif item.tag == f"{_SPACE}ImageObject":
            shown = Image.open(io.BytesIO(media[str(item.get("ResourceID"))])).convert("RGBA")
            placed = _transformed(shown, _numbers(item.get("CTM")), (round(w * scale), round(h * scale)), scale)
            picture.paste(placed, (round(x * scale), round(y * scale)), placed)
        elif item.tag == f"{_SPACE}TextObject":
            size = float(str(item.get("Size")))
            font = ImageFont.truetype(io.BytesIO(fonts[str(item.get("Font"))]), size * scale)
            stroke = 1 if item.get("Stroke") == "true" else 0
            for char, left, baseline in _placed(item):
                draw.text(((x + left) * scale, (y + baseline) * scale), char, fill=colour, font=font, anchor="ls", stroke_width=stroke)
    return picture


def _transformed(image: Image.Image, matrix: tuple[float, ...], size: tuple[int, int], scale: float) -> Image.Image:
    """The image as its matrix puts the unit square into a box of so many dots."""
    a, b, c, d, e, f = (value * scale for value in matrix)
    whole = a * d - b * c
    across, down = image.width / whole, image.height / whole
    back = (d * across, -c * across, (c * f - d * e) * across, -b * down, a * down, (b * e - a * f) * down)
    return image.transform(size, Image.Transform.AFFINE, back, Image.Resampling.BILINEAR)


def _placed(item: etree._Element) -> Iterator[tuple[str, float, float]]:
    for code in item.iter(f"{_SPACE}TextCode"):
        left, baseline = float(str(code.get("X"))), float(str(code.get("Y")))
        steps = _steps(code.get("DeltaX") or "")
        for number, char in enumerate(code.text or ""):
            yield char, left, baseline
            left += steps[number] if number < len(steps) else 0.0


def _steps(text: str) -> list[float]:
    words, out, at = text.split(), list[float](), 0
    while at < len(words):
        if words[at] == "g":
            out += [float(words[at + 2])] * int(words[at + 1])
            at += 3
        else:
            out.append(float(words[at]))
            at += 1
    return out


def _numbers(text: str | None) -> tuple[float, ...]:
    return tuple(map(float, (text or "").split()))


def _colour(item: etree._Element) -> tuple[int, int, int]:
    found = item.find(f"{_SPACE}FillColor")
    if found is None:
        return _BLACK
    red, green, blue = map(int, str(found.get("Value")).split())
    return red, green, blue
