"""The bytes of an OFD file become a raw document: its text objects are characters at places, which pages make paragraphs of."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from app.errors import UserError
from app.importers.docx.xml import Element
from app.importers.ofd.package import OfdPackage, descendants, local, numbers
from app.importers.pages.document import document_of
from app.importers.pages.glyph import Font, Glyph, PageText, face_of
from app.importers.raw import Face, RawDocument
from app.records import dataclass

_MOST_PAGES = 400
_MOST_CHARACTERS = 1_000_000
_PT_PER_MM = 72 / 25.4
_A4_MM = (0.0, 0.0, 210.0, 297.0)
_BOLD_WEIGHT = 600
"""GB/T 33190, 11.3: 400 is the usual weight."""
_FARTHEST_MM = 10_000.0
_UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Named:
    """A font of the resources."""

    face: Face
    bold: bool


def read_ofd(data: bytes, name: str) -> RawDocument:
    """Read an OFD file. Raises UserError for one that is locked, broken, or without text."""
    package = OfdPackage(data, name)
    if package.is_encrypted:
        raise UserError(f"“{name}”加了密，请先用 OFD 阅读器另存为不加密的文件，或让报送单位发 Word、WPS 文档。")
    pages: list[PageText] = []
    characters = 0
    for document in package.documents():
        for page in _pages(package, document, len(pages)):
            pages.append(page)
            characters += sum(map(len, page.runs))
            if len(pages) > _MOST_PAGES or characters > _MOST_CHARACTERS:
                raise UserError(f"“{name}”里的内容太多，不像是简报文稿，请拆开后再导入。")
    return document_of(pages, name)


def _pages(package: OfdPackage, document: str, number: int) -> Iterator[PageText]:
    root = package.tree(document)
    fonts = _fonts(package, document, root)
    templates = {one.get("ID"): package.beside(document, one.get("BaseLoc", "")) for one in descendants(root, "TemplatePage")}
    usual = next((box for area in descendants(root, "PhysicalBox") if (box := numbers(area.text, 4))), _A4_MM)
    for listed in descendants(next(descendants(root, "Pages"), None), "Page"):
        page = package.tree(package.beside(document, listed.get("BaseLoc", "")))
        area = next((box for found in descendants(page, "PhysicalBox") if (box := numbers(found.text, 4))), usual)
        under = [package.spare(templates.get(used.get("TemplateID"))) for used in descendants(page, "Template")]
        layers = [page, *(tree for tree in under if tree is not None)]
        glyphs = [glyph for tree in layers for item in descendants(tree, "TextObject") for glyph in _glyphs(item, fonts)]
        scanned = sum(_area(image) for image in descendants(page, "ImageObject")) > area[2] * area[3] / 2
        yield PageText(number, area[2] * _PT_PER_MM, area[3] * _PT_PER_MM, (tuple(glyphs),), scanned=scanned)
        number += 1


def _fonts(package: OfdPackage, document: str, root: Element) -> Mapping[str, _Named]:
    """The fonts of the document by their ids."""
    found = {}
    for name in ("PublicRes", "DocumentRes"):
        for listed in descendants(root, name):
            resources = package.spare(package.beside(document, (listed.text or "").strip()))
            for font in descendants(resources, "Font"):
                named = f"{font.get('FontName', '')} {font.get('FamilyName', '')}"
                found[font.get("ID", "")] = _Named(face_of(named), font.get("Bold") == "true" or "bold" in named.lower())
    return found


def _glyphs(item: Element, fonts: Mapping[str, _Named]) -> Iterator[Glyph]:
    """The characters of a text object, upright (11.3): each TextCode has places of its own in the object's space."""
    box = numbers(item.get("Boundary"), 4)
    size = numbers(item.get("Size"), 1)
    if box is None or size is None or item.get("Visible") == "false":
        return
    a, b, c, d, e, f = numbers(item.get("CTM"), 6) or _UPRIGHT
    scale = math.hypot(c, d)
    named = fonts.get(item.get("Font", ""), _Named(Face.OTHER, False))
    weight = numbers(item.get("Weight"), 1)
    heavy = named.bold or bool(weight and weight[0] >= _BOLD_WEIGHT)
    font = Font(round(size[0] * scale * _PT_PER_MM, 2), heavy, named.face, item.get("Alpha") == "0")
    if font.size <= 0:
        return
    x = y = 0.0
    for code in (inner for inner in item if local(inner) == "TextCode"):
        text = (code.text or "").strip("\r\n\t")
        x = (numbers(code.get("X"), 1) or (x,))[0]
        y = (numbers(code.get("Y"), 1) or (y,))[0]
        rights, downs = _steps(code.get("DeltaX"), len(text)), _steps(code.get("DeltaY"), len(text))
        for index, char in enumerate(text):
            step = rights[index] if index < len(rights) else None
            wide = step if step and 0.2 * size[0] < step < 1.2 * size[0] else size[0] * (0.5 if char.isascii() else 1.0)
            left, baseline = a * x + c * y + e + box[0], b * x + d * y + f + box[1]
            if not char.isspace() or char in " \u3000":
                yield Glyph(char, left * _PT_PER_MM, (left + min(wide, size[0]) * (a or scale)) * _PT_PER_MM, baseline * _PT_PER_MM, font)
            x += step if step is not None else 0.0 if downs else wide
            y += downs[index] if index < len(downs) else 0.0


def _steps(text: str | None, count: int) -> list[float]:
    """The distances between characters; g 3 5.5 stands for three times 5.5 (11.3.2)."""
    words = (text or "").split()
    found: list[float] = []
    at = 0
    try:
        while at < len(words) and len(found) < count:
            if words[at] == "g":
                found += [float(words[at + 2])] * min(int(words[at + 1]), count)
                at += 3
            else:
                found.append(float(words[at]))
                at += 1
    except (ValueError, IndexError, OverflowError):
        found = found[:count]
    return [step if abs(step) < _FARTHEST_MM else 0.0 for step in found]


def _area(image: Element) -> float:
    box = numbers(image.get("Boundary"), 4)
    return box[2] * box[3] if box else 0.0
