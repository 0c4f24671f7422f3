"""The bytes of a PDF with text become a raw document; a scan, a locked and a broken file become one sentence each."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pypdfium2 as pdfium

from app.errors import UserError
from app.importers.lines import PAGE_TURN
from app.importers.pdf.columns import columns_of
from app.importers.pdf.furniture import Bare, without_edges
from app.importers.pdf.glyphs import PageText, body_size, page_text
from app.importers.pdf.lines import Line, segments
from app.importers.pdf.paragraphs import Measure, goes_on, measures_of, paragraph, paragraphs_of
from app.importers.raw import RawBlock, RawDocument, RawParagraph

_MOST_PAGES = 400
_MOST_CHARACTERS = 1_000_000
"""More than is read of any text; a file that swells beyond is no bulletin."""
_FEW = 20
"""Characters of a page that has none but a stamp's or a page number."""
_ASK_FOR_TEXT = "请让报送单位发文字稿（Word 或 WPS 文档）。"
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def read_pdf(data: bytes, name: str) -> RawDocument:
    """Read a PDF file. Raises UserError for one that is locked, broken, a scan, or whose characters have no meaning."""
    document = _opened(data, name)
    try:
        pages = _pages(document, name)
    except pdfium.PdfiumError as error:
        raise UserError(f"“{name}”读到一半出了问题，可能已损坏，请让报送单位重发，或改发 Word、WPS 文档。") from error
    finally:
        document.close()
    notes = _checked(pages, name)
    columns = [[column for run in page.runs for column in columns_of(segments(run))] for page in pages]
    bare = without_edges(columns, [page.height for page in pages])
    return RawDocument(tuple(_blocks(bare, body_size(pages))), notes)


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UserError(f"“{name}”加了密码，请先去掉密码再导入，或让报送单位发 Word、WPS 文档。") from error
        raise UserError(f"“{name}”打不开，可能已损坏，请让报送单位重发，或改发 Word、WPS 文档。") from error


def _pages(document: pdfium.PdfDocument, name: str) -> list[PageText]:
    if len(document) > _MOST_PAGES:
        raise UserError(f"“{name}”有 {len(document)} 页，太多，不像是简报文稿，请拆开后再导入。")
    pages, characters = [], 0
    for number in range(len(document)):
        pages.append(page_text(document, number))
        characters += sum(map(len, pages[-1].runs))
        if characters > _MOST_CHARACTERS:
            raise UserError(f"“{name}”里的文字太多，不像是简报文稿，请拆开后再导入。")
    return pages


def _checked(pages: Sequence[PageText], name: str) -> tuple[str, ...]:
    """The sentences for the clerk on what the pages are. Raises UserError where there is no text to be had."""
    counts = [sum(not glyph.text.isspace() for glyph in page.glyphs) for page in pages]
    scans = [page.number + 1 for page, count in zip(pages, counts, strict=True) if count < _FEW and page.scanned]
    if sum(counts) < _FEW and scans:
        raise UserError(f"“{name}”是扫描件，页面是图片，图片里的文字不能识别，{_ASK_FOR_TEXT}")
    unreadable = sum(page.unreadable for page in pages) + sum(len(_PRIVATE.findall(glyph.text)) for page in pages for glyph in page.glyphs)
    if unreadable * 4 > sum(counts) and unreadable > _FEW:
        raise UserError(f"“{name}”里的字体没有编码，文字取出来是乱码，{_ASK_FOR_TEXT}")
    if not any(counts):
        raise UserError(f"“{name}”里没有文字，{_ASK_FOR_TEXT}")
    notes = []
    if scans:
        notes.append(f"第{'、'.join(map(str, scans))}页是扫描的图片，里面的文字没有读出来，请对照原件补上。")
    if unreadable:
        notes.append(f"有 {unreadable} 个字认不出来，请对照原件核对。")
    hidden = sum(glyph.font.hidden for page in pages for glyph in page.glyphs)
    if hidden * 2 > sum(counts):
        notes.append("文字是从扫描的图片里识别出来的，可能有错，请对照原件核对。")
    return tuple(notes)


def _blocks(pages: Sequence[Bare], body: float) -> list[RawBlock]:
    """Paragraphs in reading order; what stands at the edges of a page becomes lines between form feeds, which a repair takes out."""
    measures = measures_of([page.columns for page in pages])
    blocks: list[RawBlock] = []
    open_lines: list[Line] = []
    edges: list[str] = []
    at: Measure | None = None

    def close() -> None:
        if open_lines and at is not None:
            blocks.append(paragraph(open_lines, at, body))
        blocks.extend(RawParagraph(f"{PAGE_TURN}{edge}{PAGE_TURN}") for edge in edges)
        open_lines.clear()
        edges.clear()

    for page, own in zip(pages, measures, strict=True):
        edges += page.heads
        for column, measure in zip(page.columns, own, strict=True):
            first, *rest = paragraphs_of(column, measure)
            if at is None or not open_lines or not goes_on(open_lines, first[0], at, measure):
                close()
                at = measure
            open_lines += first
            for lines in rest:
                close()
                at = measure
                open_lines += lines
        edges += page.feet
    close()
    return blocks
