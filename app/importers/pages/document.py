"""The pages of a file become a raw document, and pages without words the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.errors import UserError
from app.importers.lines import PAGE_TURN
from app.importers.pages.columns import columns_of
from app.importers.pages.furniture import Bare, without_edges
from app.importers.pages.glyph import PageText, body_size
from app.importers.pages.lines import Line, segments
from app.importers.pages.paragraphs import Measure, goes_on, measures_of, paragraph, paragraphs_of
from app.importers.raw import RawBlock, RawDocument, RawParagraph

_FEW = 20
"""Characters of a page that has none but a stamp's or a page number."""
_ASK_FOR_TEXT = "请让报送单位发文字稿（Word 或 WPS 文档）。"
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def document_of(pages: Sequence[PageText], name: str) -> RawDocument:
    """The paragraphs on the pages, with sentences on what could not be read. Raises UserError where there is no text to be had."""
    notes = _checked(pages, name)
    columns = [[column for run in page.runs for column in columns_of(segments(run))] for page in pages]
    bare = without_edges(columns, [page.height for page in pages])
    return RawDocument(tuple(_blocks(bare, body_size(pages))), notes)


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
