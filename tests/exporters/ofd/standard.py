"""The bytes of an OFD file become a list of rules of GB/T 33190-2016, each with whether the file keeps it.

Every structural rule that we could list for what our writer makes: the container, names and numbers, references, boxes, text and its
glyphs, embedded fonts and images. Signatures, annotations, templates, attachments, versions and extensions are not written and not
checked. The grammar of the parts is in `tests/exporters/ofd/grammar.py`. Clauses are named by our notes on the standard, whose own text
was not at hand: a rule's clause says where to look, not more.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

import uharfbuzz as hb
from lxml import etree
from PIL import Image

from tests.exporters.ofd.drawing import SPACE, OfdFile, numbers, placed_characters
from tests.exporters.ofd.grammar import RULES, has_type, keeps_order

_NAMESPACE = SPACE.strip("{}")
_OBJECTS = (f"{SPACE}TextObject", f"{SPACE}PathObject", f"{SPACE}ImageObject")
_CLOSE_MM = 0.002
_FORMATS = {"PNG": "PNG", "JPEG": "JPEG"}


class Kept(NamedTuple):
    """A rule, its clause, and whether it is kept; `where` names the first place that breaks it."""

    rule: str
    clause: str
    ok: bool
    where: str = ""


def rules(data: bytes) -> list[Kept]:
    """Every rule, in the order of the standard."""
    return [_kept(rule, clause, broken) for rule, clause, broken in _checks(data)]


def broken(data: bytes) -> list[Kept]:
    """The rules that a file breaks."""
    return [kept for kept in rules(data) if not kept.ok]


def _kept(rule: str, clause: str, broken: Iterator[str]) -> Kept:
    where = next(broken, None)
    return Kept(rule, clause, where is None, where or "")


def _checks(data: bytes) -> Iterator[tuple[str, str, Iterator[str]]]:
    file = _Checked(data)
    yield "the file is a zip whose parts are stored or deflated, each once, none of them encrypted", "7.2", file.container()
    yield "its main entry is OFD.xml in the root", "7.4", file.entry()
    yield "parts are well-formed XML 1.0 in UTF-8 without a document type", "7.1", file.encoding()
    yield "elements are of the standard's namespace with the prefix ofd, attributes of none", "7.1", file.namespaces()
    yield "places lead to parts of the file, and no part is left over", "7.3", file.places()
    yield "numbers are whole, above 0 and unique in the document", "7.3", file.ids()
    yield "MaxUnitID is the greatest number or above it", "7.5", file.greatest()
    yield "references name a number of the right kind", "7.3", file.references()
    for clause in sorted({rule.clause for rule in RULES.values()}, key=lambda text: [int(word) for word in text.split(".")]):
        yield "elements have their attributes, types and children in order", clause, file.grammar(clause)
    yield "the page tree names each page's content once", "7.6", file.page_tree()
    yield "each page says its paper, larger than nothing", "7.7", file.papers()
    yield "bookmarks lead to places on their pages", "7.8", file.goals()
    yield "objects lie in their page, and are larger than nothing", "8.5", file.boundaries()
    yield "paths lie in their boundaries", "9.3", file.paths()
    yield "images fill their boundaries, and are of the format that is said", "10", file.images()
    yield "embedded fonts are OpenType, and are named", "11.1", file.fonts()
    yield "every character has a glyph of the embedded font", "11.2", file.glyphs()
    yield "glyphs lie in their text's boundary", "8.5", file.ink()
    yield "there are as many distances as characters but one", "11.3", file.distances()
    yield "glyphs that are named are as many as is said, for characters that are there", "11.4", file.transforms()


class _Checked(OfdFile):
    """A file with its rules; each gives the places that break it."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._data = data
        self._xml = {name: etree.fromstring(part) for name, part in self.parts.items() if name.endswith(".xml")}
        self._readers: dict[str, hb.Font] = {}
        self._by_id = {one.get("ID"): one for tree in self._xml.values() for one in tree.iter() if one.get("ID")}

    def container(self) -> Iterator[str]:
        with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
            names = [info.filename for info in archive.infolist()]
            yield from (name for name in names if names.count(name) > 1)
            for info in archive.infolist():
                unsafe = info.filename.startswith("/") or ".." in info.filename.split("/") or "\\" in info.filename
                if unsafe or info.flag_bits & 1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    yield info.filename
            if archive.testzip() is not None:
                yield str(archive.testzip())

    def entry(self) -> Iterator[str]:
        if next(iter(self.parts)) != "OFD.xml" or self._xml["OFD.xml"].tag != f"{SPACE}OFD":
            yield next(iter(self.parts))

    def encoding(self) -> Iterator[str]:
        for name in self._xml:
            head = self.parts[name][:200]
            if not re.match(rb"<\?xml version=['\"]1\.0['\"] encoding=['\"]UTF-8['\"]", head) or b"<!DOCTYPE" in self.parts[name]:
                yield name

    def namespaces(self) -> Iterator[str]:
        for name, tree in self._xml.items():
            for one in tree.iter():
                if not str(one.tag).startswith(SPACE) or one.prefix != "ofd" or any(key.startswith("{") for key in one.attrib):
                    yield f"{name}: {one.tag}"
            if tree.nsmap.get("ofd") != _NAMESPACE:
                yield name

    def places(self) -> Iterator[str]:
        named = {"OFD.xml", self.root}
        for name, tree in self._xml.items():
            for one in tree.iter(*(SPACE + tag for tag in ("PublicRes", "DocumentRes"))):
                named.add(_beside(name, str(one.text)))
            if tree.tag == f"{SPACE}Document":
                named |= {_beside(name, str(one.get("BaseLoc"))) for one in tree.iterfind(f"{SPACE}Pages/{SPACE}Page")}
            for one in tree.iter(f"{SPACE}FontFile", f"{SPACE}MediaFile"):
                named.add(posixpath.join(_beside(name, str(tree.get("BaseLoc"))), str(one.text)))
        yield from named ^ self.parts.keys()

    def ids(self) -> Iterator[str]:
        seen: set[str] = set()
        for name, tree in self._xml.items():
            for one in tree.iter():
                number = one.get("ID")
                if number is not None and (number in seen or not has_type(number, "id")):
                    yield f"{name}: {number}"
                seen |= {number} if number is not None else set()

    def greatest(self) -> Iterator[str]:
        said = int(str(self.document.findtext(f"{SPACE}CommonData/{SPACE}MaxUnitID")))
        if said < max(int(str(number)) for number in self._by_id):
            yield str(said)

    def references(self) -> Iterator[str]:
        kinds = {"Font": "Font", "ResourceID": "MultiMedia", "PageID": "Page"}
        for name, tree in self._xml.items():
            for one in tree.iter():
                for key, kind in kinds.items():
                    number = one.get(key)
                    if number is not None and (number not in self._by_id or self._by_id[number].tag != SPACE + kind):
                        yield f"{name}: {key} {number}"

    def grammar(self, clause: str) -> Iterator[str]:
        for name, tree in self._xml.items():
            for one in tree.iter():
                tag = etree.QName(one).localname
                inside = one.getparent()
                if tag == "Page" and inside is not None:
                    tag = "Page in Pages"
                rule = RULES.get(tag)
                if rule is None:
                    yield f"{name}: {tag} is not known"
                elif rule.clause == clause:
                    yield from (f"{name}: {tag} {what}" for what in _wrong(one, tag))

    def page_tree(self) -> Iterator[str]:
        named = [str(one.get("BaseLoc")) for one in self.document.iterfind(f"{SPACE}Pages/{SPACE}Page")]
        yield from (name for name in named if named.count(name) > 1)
        yield from (str(page.tag) for page in self.pages if page.tag != f"{SPACE}Page")

    def papers(self) -> Iterator[str]:
        for page in (*self.pages, self.document):
            box = numbers(page.findtext(f".//{SPACE}PhysicalBox"))
            if len(box) != 4 or box[:2] != (0.0, 0.0) or min(box[2:]) <= 0:
                yield f"{box}"

    def goals(self) -> Iterator[str]:
        heights = {
            str(one.get("ID")): self.size_mm(page)[1]
            for one, page in zip(self.document.iterfind(f"{SPACE}Pages/{SPACE}Page"), self.pages, strict=True)
        }
        for tree in self._xml.values():
            for one in tree.iter(f"{SPACE}Dest"):
                if one.get("Type") != "XYZ" or not 0 <= float(one.get("Top", "nan")) <= heights.get(str(one.get("PageID")), 0.0):
                    yield str(dict(one.attrib))

    def boundaries(self) -> Iterator[str]:
        for page, item in self._objects():
            x, y, w, h = numbers(item.get("Boundary"))
            width, height = self.size_mm(page)
            if min(w, h) <= 0 or x < 0 or y < 0 or x + w > width + _CLOSE_MM or y + h > height + _CLOSE_MM:
                yield f"{item.tag} {item.get('ID')}: {item.get('Boundary')}"

    def paths(self) -> Iterator[str]:
        for _, item in self._objects(f"{SPACE}PathObject"):
            _, _, w, h = numbers(item.get("Boundary"))
            points = [float(word) for word in str(item.findtext(f"{SPACE}AbbreviatedData")).split() if not word.isalpha()]
            across, down = points[::2], points[1::2]
            if min(points) < 0 or max(across) > w + _CLOSE_MM or max(down) > h + _CLOSE_MM:
                yield f"{item.get('ID')}"

    def images(self) -> Iterator[str]:
        for _, item in self._objects(f"{SPACE}ImageObject"):
            _, _, w, h = numbers(item.get("Boundary"))
            a, b, c, d, e, f = numbers(item.get("CTM"))
            corners = [(a * x + c * y + e, b * x + d * y + f) for x in (0, 1) for y in (0, 1)]
            found = (min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners), max(y for _, y in corners))
            if any(abs(one - other) > _CLOSE_MM for one, other in zip(found, (0, 0, w, h), strict=True)):
                yield f"{item.get('ID')}: {found}"
        for one in (one for tree in self._xml.values() for one in tree.iter(f"{SPACE}MultiMedia")):
            with Image.open(io.BytesIO(self.files[str(one.get("ID"))])) as picture:
                if one.get("Type") != "Image" or _FORMATS.get(str(picture.format)) != one.get("Format"):
                    yield f"{one.get('ID')}: {picture.format}"

    def fonts(self) -> Iterator[str]:
        for one in (one for tree in self._xml.values() for one in tree.iter(f"{SPACE}Font")):
            head = self.files[str(one.get("ID"))][:4]
            if head not in (b"OTTO", b"\0\1\0\0", b"true") or not one.get("FontName"):
                yield str(one.get("ID"))

    def glyphs(self) -> Iterator[str]:
        for _, item in self._objects(f"{SPACE}TextObject"):
            font = self._hb(str(item.get("Font")))
            for placed in placed_characters(item):
                known = font.get_nominal_glyph(ord(placed.char)) if placed.glyph is None else placed.glyph < font.face.glyph_count
                if not known:
                    yield f"{item.get('ID')}: {placed.char}"

    def ink(self) -> Iterator[str]:
        for _, item in self._objects(f"{SPACE}TextObject"):
            x, y, w, h = numbers(item.get("Boundary"))
            font, size = self._hb(str(item.get("Font"))), float(str(item.get("Size")))
            em, across = size / font.face.upem, float(item.get("HScale", "1"))
            thick = float(item.get("LineWidth", "0")) / 2 if item.get("Stroke") == "true" else 0.0
            for placed in placed_characters(item):
                glyph = font.get_nominal_glyph(ord(placed.char)) if placed.glyph is None else placed.glyph
                extents = font.get_glyph_extents(glyph) if glyph else None
                if not extents or not extents.width:
                    continue
                left = placed.x_mm + extents.x_bearing * em * across - thick
                right = left + extents.width * em * across + 2 * thick
                top = placed.baseline_mm - extents.y_bearing * em - thick
                low = top - extents.height * em + 2 * thick
                if left < x - _CLOSE_MM or right > x + w + _CLOSE_MM or top < y - _CLOSE_MM or low > y + h + _CLOSE_MM:
                    yield f"{item.get('ID')}: {placed.char} {left - x:.3f} {x + w - right:.3f} {top - y:.3f} {y + h - low:.3f}"

    def distances(self) -> Iterator[str]:
        for _, item in self._objects(f"{SPACE}TextObject"):
            for code in item.iterfind(f"{SPACE}TextCode"):
                words, count = (code.get("DeltaX") or "").split(), 0
                while words:
                    equal = words[0] == "g"
                    count += int(words[1]) if equal else 1
                    del words[: 3 if equal else 1]
                if count != len(code.text or "") - 1:
                    yield f"{item.get('ID')}: {count} for {code.text}"

    def transforms(self) -> Iterator[str]:
        for _, item in self._objects(f"{SPACE}TextObject"):
            length = sum(len(code.text or "") for code in item.iterfind(f"{SPACE}TextCode"))
            for turned in item.iterfind(f"{SPACE}CGTransform"):
                codes, glyphs = int(turned.get("CodeCount", "1")), int(turned.get("GlyphCount", "1"))
                named = (turned.findtext(f"{SPACE}Glyphs") or "").split()
                if len(named) != glyphs or min(codes, glyphs) < 1 or int(str(turned.get("CodePosition"))) + codes > length:
                    yield str(item.get("ID"))

    def _objects(self, *tags: str) -> Iterator[tuple[etree._Element, etree._Element]]:
        return ((page, item) for page in self.pages for item in page.iter(*(tags or _OBJECTS)))

    def _hb(self, number: str) -> hb.Font:
        if number not in self._readers:
            self._readers[number] = hb.Font(hb.Face(self.files[number]))
        return self._readers[number]


def _wrong(one: etree._Element, tag: str) -> Iterator[str]:
    rule = RULES[tag]
    yield from (f"lacks {key}" for key in rule.must if one.get(key) is None)
    for key, value in one.attrib.items():
        kind = rule.must.get(str(key)) or rule.may.get(str(key))
        if kind is None or not has_type(str(value), kind):
            yield f"{key}={value!r}"
    if not keeps_order([etree.QName(child).localname for child in one], rule.children):
        yield f"has {[etree.QName(child).localname for child in one][:8]}"
    text = one.text or ""
    if (text.strip() and not rule.text) or (rule.text and not has_type(text, rule.text)):
        yield f"says {text[:30]!r}"


def _beside(part: str, place: str) -> str:
    return posixpath.normpath(place.lstrip("/") if place.startswith("/") else posixpath.join(posixpath.dirname(part), place))
