"""Numbered PDF objects that reportlab's document puts together: streams, dictionaries and a file without a clock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFDocument, PDFName, PDFObject, PDFObjectReference, PDFString

PdfValue = Any
"""What reportlab can format: its objects, numbers, bytes and ready-made strings."""


class Stream(PDFObject):  # type: ignore[misc]
    """Bytes that are encoded already, with their dictionary."""

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: Mapping[str, PdfValue]) -> None:
        self._data = data
        self._entries = entries

    def format(self, document: PDFDocument) -> bytes:
        """The stream with its true length and a line end before `endstream`, which strict readers ask for."""
        head: bytes = PDFDictionary({**self._entries, "Length": len(self._data)}).format(document)
        return b"%s\nstream\n%s\nendstream\n" % (head, self._data)


class Document(PDFDocument):  # type: ignore[misc]
    """Reportlab's registry and file layout, with our own catalog and information, and an ID that follows from the content."""

    def __init__(self) -> None:
        super().__init__(dummyoutline=1, compression=0, invariant=1, pdfVersion=(1, 7))
        self._content = hashlib.sha256()

    def add(self, value: PDFObject) -> PDFObjectReference:
        """Register an object and give the reference to it."""
        return self.Reference(value)

    def count_in(self, data: bytes) -> None:
        """Let bytes take part in the document's ID."""
        self._content.update(data)

    def ID(self) -> bytes:  # noqa: N802 - reportlab's name
        """The two parts of the file identifier (ISO 32000 14.4): the same content has the same one."""
        digest = self._content.hexdigest()[:32].upper().encode()
        return b"[<%s> <%s>]" % (digest, digest)


def name(text: str) -> str:
    """A PDF name."""
    formatted: str = PDFName(text)
    return formatted


def string(text: str) -> PDFString:
    """A PDF text string."""
    return PDFString(text)


def array(values: Iterable[PdfValue]) -> PDFArrayCompact:
    """A PDF array."""
    return PDFArrayCompact(list(values))


def dictionary(**entries: PdfValue) -> PDFDictionary:
    """A PDF dictionary; entries that are None are left out."""
    return PDFDictionary({key: value for key, value in entries.items() if value is not None})
