"""The bytes of a PDF with text become a raw document; a scan, a locked and a broken file become one sentence each."""

from __future__ import annotations

import pypdfium2 as pdfium

from app.errors import UserError
from app.importers.pages.document import document_of
from app.importers.pages.glyph import PageText
from app.importers.pdf.glyphs import page_text
from app.importers.raw import RawDocument

_MOST_PAGES = 400
_MOST_CHARACTERS = 1_000_000
"""More than is read of any text; a file that swells beyond is no bulletin."""


def read_pdf(data: bytes, name: str) -> RawDocument:
    """Read a PDF file. Raises UserError for one that is locked, broken, a scan, or whose characters have no meaning."""
    document = _opened(data, name)
    try:
        pages = _pages(document, name)
    except pdfium.PdfiumError as error:
        raise UserError(f"“{name}”里有损坏的页面，请让报送单位重发，或改发 Word、WPS 文档。") from error
    finally:
        document.close()
    return document_of(pages, name)


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
