"""The bytes of a web page become its paragraphs."""

from __future__ import annotations

import codecs
import re

from app.importers.raw import RawDocument, RawParagraph
from app.importers.web_clipboard import read_web_clipboard
from app.text.decode import decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_CHARSET_BYTES = 4096


def read_page(data: bytes, name: str) -> RawDocument:
    """Read a page that was saved as a file."""
    page = decode(data, _named_encoding(data)).text
    return RawDocument(tuple(map(RawParagraph, read_web_clipboard(page).text.split("\n"))))


def _named_encoding(data: bytes) -> str | None:
    """The encoding that the page names; gb2312 there means its successor. None where it names none, or one that isn't known."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    named = _CHARSET.search(data[:_CHARSET_BYTES])
    if named is None:
        return None
    try:
        encoding = codecs.lookup(named[1].decode("ascii")).name
    except LookupError:
        return None
    return "gb18030" if encoding in ("gb2312", "gbk") else encoding
