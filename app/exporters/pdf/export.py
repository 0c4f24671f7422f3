"""A layout becomes a PDF file: glyphs are counted, faces cut down, pages written, and everything put together."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol

from app import __version__
from app.atomic import write_atomically
from app.errors import UserError
from app.exporters.pdf.content import ContentCanvas, number
from app.exporters.pdf.embed import embed
from app.exporters.pdf.navigation import add_outline, destination, link_annotations
from app.exporters.pdf.objects import Document, PdfValue, Stream, array, dictionary, name, string
from app.exporters.pdf.subset import FontSubset, GlyphText, make_subset
from app.fonts.face import Face
from app.layout.frames import Line, OutlineEntry, Page
from app.paint.canvas import LinkArea, draw_page

# Text operators shrink by half at level 1 already; level 6 takes three times as long for a tenth less.
_COMPRESSION = 3
_NAMED_AT_MOST = 8

Progress = Callable[[int, int], None]
"""Called with pages done and pages in all; it may raise `Cancelled`."""

Usage = dict[Face, set[GlyphText]]


class Printable(Protocol):
    """What is asked of a layout."""

    @property
    def pages(self) -> Sequence[Page]:
        """The pages in printing order."""

    @property
    def outline(self) -> Sequence[OutlineEntry]:
        """Bookmarks, and the places that links lead to."""


@dataclass(frozen=True, slots=True)
class PdfInfo:
    """What the file says of itself. No clock: `created` is the issue's own date, or nothing is said."""

    title: str
    author: str = ""
    created: date | None = None


@dataclass(frozen=True, slots=True)
class _PageContent:
    """A page's finished stream and links, and the fonts (by resource name) that its codes belong to."""

    fonts: tuple[tuple[bytes, FontSubset], ...]
    stream: bytes
    links: Sequence[LinkArea]


class PdfSession:
    """Exports one issue again and again; what has not changed since the last time is not made again.

    A session's bytes are those of a single export: what is kept are results, never numbering.
    """

    def __init__(self) -> None:
        self._usage: dict[int, tuple[Page, Usage]] = {}
        self._subsets: dict[tuple[Face, frozenset[GlyphText]], FontSubset] = {}
        self._contents: dict[int, tuple[Page, _PageContent]] = {}

    def export(self, layout: Printable, info: PdfInfo, progress: Progress | None = None) -> bytes:
        """The PDF of a layout. Raises `UserError` where a character has no glyph in any face."""
        pages = list(layout.pages)
        fonts = self._fonts(self._count(pages))
        contents = {}
        document = Document()
        page_references, destinations = _places(document, pages, layout.outline)
        for done, page in enumerate(pages, 1):
            content = contents[id(page)] = (page, self._content(page, fonts))
            _fill_page(document, page, page_references[done - 1][1], content[1], destinations)
            if progress is not None:
                progress(done, len(pages))
        self._contents = contents
        return _assemble(document, layout, info, fonts, page_references, destinations)

    def _count(self, pages: Sequence[Page]) -> dict[Face, frozenset[GlyphText]]:
        """The glyphs of all pages, with their characters, by face in order of first use."""
        usage = {id(page): self._usage.get(id(page)) or (page, page_usage(page)) for page in pages}
        self._usage = usage
        total: Usage = {}
        for _, of_page in usage.values():
            for face, pairs in of_page.items():
                total.setdefault(face, set()).update(pairs)
        if any(gid == 0 and text.strip() for pairs in total.values() for gid, text in pairs):
            raise UserError(_missing_sentence(usage.values()))
        return {face: frozenset(pair for pair in pairs if pair[0]) for face, pairs in total.items()}

    def _fonts(self, used: Mapping[Face, frozenset[GlyphText]]) -> dict[Face, tuple[bytes, FontSubset]]:
        subsets = {(face, pairs): self._subsets.get((face, pairs)) or make_subset(face, pairs) for face, pairs in used.items()}
        self._subsets = subsets
        return {face: (b"F%d" % i, subset) for i, ((face, _), subset) in enumerate(subsets.items(), 1)}

    def _content(self, page: Page, fonts: Mapping[Face, tuple[bytes, FontSubset]]) -> _PageContent:
        needed = tuple(fonts[face] for face in self._usage[id(page)][1])
        kept = self._contents.get(id(page))
        if kept is not None and kept[1].fonts == needed:
            return kept[1]
        canvas = ContentCanvas(page.height_pt, fonts)
        draw_page(page, canvas)
        return _PageContent(needed, zlib.compress(canvas.content(), _COMPRESSION), canvas.links)


def export_pdf(layout: Printable, target: Path | BinaryIO, info: PdfInfo, progress: Progress | None = None) -> None:
    """Write a layout as PDF to an open file or a path, where it appears whole or not at all. Raises `UserError`."""
    data = PdfSession().export(layout, info, progress)
    if isinstance(target, Path):
        write_atomically(target, data)
    else:
        target.write(data)


def page_usage(page: Page) -> Usage:
    """The (glyph id, characters) pairs of a page by face, in order of first use."""
    usage: Usage = {}
    lines: list[Line] = [placed.line for placed in page.lines]
    if page.folio is not None:
        lines.append(page.folio.line)
    for line in lines:
        for run in line.runs:
            pairs = usage.setdefault(run.face, set())
            if len(run.glyphs) == len(run.text):
                pairs.update(zip(run.glyphs, run.text, strict=True))
            else:
                pairs.update((gid, text) for gid, text, _ in run.clusters())
    return usage


def _missing_sentence(usage: Iterable[tuple[Page, Usage]]) -> str:
    """What no face can show, each character with its first page."""
    first_pages: dict[str, int] = {}
    for page, of_page in usage:
        texts = {text for pairs in of_page.values() for gid, text in pairs if gid == 0 and text.strip()}
        for text in sorted(texts):
            first_pages.setdefault(text, page.number)
    listed = "、".join(f"“{text}”（第 {number} 页）" for text, number in list(first_pages.items())[:_NAMED_AT_MOST])
    more = f"等 {len(first_pages)} 个字" if len(first_pages) > _NAMED_AT_MOST else ""
    return f"本机所有字体里都没有{listed}{more}，PDF 没有导出；请改字，或安装收有这些字的字体后再导出。"


def _places(
    document: Document, layout_pages: Sequence[Page], outline: Sequence[OutlineEntry]
) -> tuple[list[tuple[PdfValue, PdfValue]], dict[int, PdfValue]]:
    """Reserved (reference, page dictionary) of every page, and where each block of the outline stands."""
    pages = []
    by_number = {}
    for page in layout_pages:
        value = dictionary(Type=name("Page"))
        pages.append((document.add(value), value))
        by_number[page.number] = (pages[-1][0], page.height_pt)
    destinations = {entry.block: destination(*by_number[entry.page], entry.top) for entry in outline if entry.page in by_number}
    return pages, destinations


def _fill_page(document: Document, page: Page, value: PdfValue, content: _PageContent, destinations: Mapping[int, PdfValue]) -> None:
    document.count_in(content.stream)
    value["MediaBox"] = array([0, 0, number(page.width_pt), number(page.height_pt)])
    value["Contents"] = document.add(Stream(content.stream, {"Filter": name("FlateDecode")}))
    annotations = link_annotations(content.links, page.height_pt, destinations)
    if annotations is not None:
        value["Annots"] = annotations


def _assemble(
    document: Document,
    layout: Printable,
    info: PdfInfo,
    fonts: Mapping[Face, tuple[bytes, FontSubset]],
    pages: Sequence[tuple[PdfValue, PdfValue]],
    destinations: Mapping[int, PdfValue],
) -> bytes:
    """Fonts, page tree, bookmarks, catalog and information around the pages that stand."""
    resources = dictionary(**{resource.decode(): embed(document, subset) for resource, subset in fonts.values()})
    tree = dictionary(
        Type=name("Pages"),
        Count=len(pages),
        Kids=array(reference for reference, _ in pages),
        Resources=dictionary(Font=resources),
    )
    tree_reference = document.add(tree)
    for _, page in pages:
        page["Parent"] = tree_reference
    document.Catalog = dictionary(
        Type=name("Catalog"),
        Pages=tree_reference,
        Lang=string("zh-CN"),
        Outlines=add_outline(document, layout.outline, destinations),
        # Printed at its own size: the type area is a matter of the standard (GB/T 9704-2012 5.2).
        ViewerPreferences=dictionary(DisplayDocTitle=b"true", PrintScaling=name("None")),
    )
    document.info = dictionary(
        Title=string(info.title),
        Author=string(info.author) if info.author else None,
        Creator=string("编报"),
        Producer=string(f"编报 {__version__}"),
        CreationDate=string(f"D:{info.created:%Y%m%d}") if info.created else None,
    )
    document.count_in(repr((info, [(entry.text, entry.level, entry.page, entry.top) for entry in layout.outline])).encode())
    data: bytes = document.format()
    return data
