"""A layout becomes a PDF file: glyphs are counted, faces cut down, pages written, and everything put together."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from app import __version__
from app.atomic import write_atomically
from app.exporters.pdf.archive import metadata, output_intents
from app.exporters.pdf.content import ContentCanvas, number
from app.exporters.pdf.embed import embed
from app.exporters.pdf.images import FOUR_INKS, PdfImage, embed_image, prepare
from app.exporters.pdf.inks import Inks, colour_spaces
from app.exporters.pdf.navigation import Destinations, LinkAnnotation, add_outline, destination, link_annotations, page_labels
from app.exporters.pdf.objects import Document, Rendered, array, dictionary, string
from app.exporters.pdf.parts import Part
from app.exporters.pdf.structure import add_structure
from app.exporters.pdf.subset import COMPRESSION, FontSubset, GlyphText, make_subset
from app.exporters.pdf.usage import count_glyphs
from app.fonts.face import Face
from app.layout.frames import OutlineEntry, Page
from app.model.issue import Role
from app.paint.canvas import LinkArea, draw_page

_PRODUCER = f"编报 {__version__}"

Progress = Callable[[int, int], None]
"""Called with pages done and pages in all; it may raise `Cancelled`."""

Fonts = Mapping[Face, tuple[bytes, FontSubset]]
"""Resource name and subset of every face in the document."""


class Printable(Protocol):
    """What is asked of a layout."""

    @property
    def pages(self) -> Sequence[Page]:
        """The pages in printing order."""

    @property
    def outline(self) -> Sequence[OutlineEntry]:
        """Bookmarks, and the places that links lead to."""


class PdfInfo(NamedTuple):
    """What the file says of itself. No clock: `created` is the issue's own date, or nothing is said.

    `inks` has the colours that a print shop wants in four inks.
    """

    title: str
    author: str = ""
    created: date | None = None
    inks: tuple[tuple[str, str], ...] = ()


class _PageContent(NamedTuple):
    """A page's finished stream and links, and the fonts and inks that its codes and colours belong to."""

    page: Page
    fonts: Fonts
    inks: Inks
    stream: bytes
    links: Sequence[LinkArea]
    parts: Sequence[Part]


class PdfSession:
    """Exports one issue again and again; what has not changed since the last time is not made again.

    A session's bytes are those of a single export: what is kept are results, never numbering.
    """

    def __init__(self) -> None:
        self._subsets: dict[tuple[Face, frozenset[GlyphText]], FontSubset] = {}
        self._contents: dict[int, _PageContent] = {}
        self._images: dict[str, PdfImage] = {}

    def export(self, layout: Printable, info: PdfInfo, progress: Progress | None = None) -> bytes:
        """The PDF of a layout. Raises `UserError` where a character has no glyph in any face."""
        pages = list(layout.pages)
        fonts = self._fonts(count_glyphs(pages))
        placed = {each.image.name: each.image for page in pages for each in page.images}
        self._images = {name: self._images.get(name) or prepare(image) for name, image in placed.items()}
        document = Document()
        places = [document.reserve() for _ in pages]
        destinations = _destinations(pages, [reference for reference, _ in places], layout.outline)
        contents = {}
        links: dict[int, list[LinkAnnotation]] = {}
        for done, (page, (reference, entries)) in enumerate(zip(pages, places, strict=True), 1):
            content = contents[id(page)] = self._content(page, fonts, dict(info.inks))
            _fill_page(document, entries, content)
            found = link_annotations(document, reference, content.links, page.height_pt, destinations)
            if found:
                entries["Annots"] = array(each.reference for each in found)
            for each in found:
                links.setdefault(each.target, []).append(each)
            if progress is not None:
                progress(done, len(pages))
        self._contents = contents
        resources = dictionary(**{name.decode(): embed(document, subset) for name, subset in fonts.values()})
        tree = document.add(
            Type=b"/Pages",
            Count=b"%d" % len(pages),
            Kids=array(reference for reference, _ in places),
            Resources=dictionary(Font=resources, **self._pictures(document), **colour_spaces(dict(info.inks))),
        )
        for _, entries in places:
            entries["Parent"] = tree
        catalog = _catalog(tree, add_outline(document, layout.outline, destinations), string(document, "zh-CN"))
        marked = [(reference, contents[id(page)].parts) for page, (reference, _) in zip(pages, places, strict=True)]
        catalog |= {"MarkInfo": b"<</Marked true>>", "StructTreeRoot": add_structure(document, marked, links)}
        catalog["PageLabels"] = page_labels(page.number for page in pages)
        for at, (_, entries) in enumerate(places):
            entries |= {"StructParents": b"%d" % at, "Tabs": b"/S"}
        catalog |= _for_archives(document, info, self._images.values())
        return document.finish(catalog, _information(document, info), repr((info, list(layout.outline))).encode())

    def _fonts(self, used: Mapping[Face, frozenset[GlyphText]]) -> Fonts:
        subsets = {(face, pairs): self._subsets.get((face, pairs)) or make_subset(face, pairs) for face, pairs in used.items()}
        self._subsets = subsets
        return {face: (b"F%d" % i, subset) for i, ((face, _), subset) in enumerate(subsets.items(), 1)}

    def _pictures(self, document: Document) -> dict[str, Rendered]:
        """The resource entry of the images, where there are any."""
        made = {image.resource.decode(): embed_image(document, image) for image in self._images.values()}
        return {"XObject": dictionary(**made)} if made else {}

    def _content(self, page: Page, fonts: Fonts, inks: Inks) -> _PageContent:
        kept = self._contents.get(id(page))
        if kept is not None and kept.inks == inks and all(fonts.get(face) == font for face, font in kept.fonts.items()):
            return kept
        captions = {line.line.block: line.line.text for line in page.lines if line.line.role is Role.PICTURE} if page.images else {}
        canvas = ContentCanvas(page.height_pt, fonts, inks, self._images, tagged=True, captions=captions)
        draw_page(page, canvas)
        used = {face: fonts[face] for face in canvas.faces}
        return _PageContent(page, used, inks, zlib.compress(canvas.content(), COMPRESSION), canvas.links, canvas.parts)


def export_pdf(layout: Printable, target: Path | BinaryIO, info: PdfInfo, progress: Progress | None = None) -> None:
    """Write a layout as PDF to an open file or a path, where it appears whole or not at all. Raises `UserError`."""
    data = PdfSession().export(layout, info, progress)
    if isinstance(target, Path):
        write_atomically(target, data)
    else:
        target.write(data)


def _destinations(pages: Sequence[Page], references: Sequence[Rendered], outline: Sequence[OutlineEntry]) -> Destinations:
    """Where each block of the outline stands."""
    by_number = {page.number: (reference, page.height_pt) for page, reference in zip(pages, references, strict=True)}
    return {entry.block: destination(*by_number[entry.page], entry) for entry in outline if entry.page in by_number}


def _fill_page(document: Document, entries: dict[str, Rendered], content: _PageContent) -> None:
    page = content.page
    entries["Type"] = b"/Page"
    entries["MediaBox"] = array([b"0", b"0", number(page.width_pt), number(page.height_pt)])
    if page.trim_pt:
        far = (page.width_pt - page.trim_pt, page.height_pt - page.trim_pt)
        entries["TrimBox"] = array([number(page.trim_pt), number(page.trim_pt), *map(number, far)])
    entries["Contents"] = document.add_stream(content.stream, Filter=b"/FlateDecode")


def _catalog(tree: Rendered, outline: Rendered | None, language: Rendered) -> dict[str, Rendered]:
    catalog = {"Type": b"/Catalog", "Pages": tree, "Lang": language}
    if outline is not None:
        catalog["Outlines"] = outline
    # Printed at its own size: the type area is a matter of the standard (GB/T 9704-2012, 5.2).
    catalog["ViewerPreferences"] = dictionary(DisplayDocTitle=b"true", PrintScaling=b"/None")
    return catalog


def _for_archives(document: Document, info: PdfInfo, images: Iterable[PdfImage]) -> dict[str, Rendered]:
    """Metadata and the meaning of colours; a file with four inks names no screen's colours, and is no PDF/A by them."""
    archival = not info.inks and all(image.samples.entries.get("ColorSpace") != FOUR_INKS for image in images)
    said = metadata(document, info.title, info.author, info.created, _PRODUCER, archival=archival)
    return {"Metadata": said, **({"OutputIntents": output_intents(document)} if archival else {})}


def _information(document: Document, info: PdfInfo) -> dict[str, Rendered]:
    said = {"Title": info.title, "Author": info.author, "Creator": "编报", "Producer": _PRODUCER}
    if info.created is not None:
        said["CreationDate"] = f"D:{info.created:%Y%m%d}"
    return {key: string(document, text) for key, text in said.items() if text}
