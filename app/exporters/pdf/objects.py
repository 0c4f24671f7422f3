"""Numbered PDF objects that reportlab's document puts together: streams, dictionaries and a file without a clock."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF16_BE
from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFString, PDFText

Rendered = bytes
"""A value as it stands in the file: a name, a number, a string, an array, a dictionary or a reference."""


class Value(PDFObject):  # type: ignore[misc]
    """A numbered value that may change until the file is put together."""

    def rendered(self) -> Rendered:
        """The value as it stands then."""
        raise NotImplementedError

    def format(self, document: PDFDocument) -> bytes:
        """What reportlab asks for."""
        return self.rendered()


class _Dictionary(Value):
    """A dictionary of rendered values; entries may be added."""

    def __init__(self, entries: dict[str, Rendered]) -> None:
        self.entries = entries

    def rendered(self) -> Rendered:
        return dictionary(**self.entries)


class _Stream(PDFObject):  # type: ignore[misc]
    """Bytes that are encoded already, with their dictionary."""

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: dict[str, Rendered]) -> None:
        self._data = data
        self._entries = entries

    def format(self, document: PDFDocument) -> bytes:
        """The stream with its length and a line end before `endstream`, which strict readers ask for."""
        head = dictionary(**self._entries, Length=b"%d" % len(self._data))
        return b"%s\nstream\n%s\nendstream\n" % (head, self._data)


class Document(PDFDocument):  # type: ignore[misc]
    """Reportlab's registry and file layout, with our own catalog and information, and an ID that follows from the content."""

    def __init__(self) -> None:
        super().__init__(dummyoutline=1, compression=0, invariant=1, pdfVersion=(1, 7))
        self._content = hashlib.sha256()

    def register(self, value: PDFObject) -> Rendered:
        """Number a value and give the reference to it."""
        reference: bytes = self.Reference(value).format(self)
        return reference

    def reserve(self) -> tuple[Rendered, dict[str, Rendered]]:
        """A reference to a dictionary that is filled in later, and its entries."""
        value = _Dictionary({})
        return self.register(value), value.entries

    def add(self, **entries: Rendered | None) -> Rendered:
        """Register a dictionary and give the reference to it; entries that are None are left out."""
        reference, own = self.reserve()
        own.update({key: value for key, value in entries.items() if value is not None})
        return reference

    def add_stream(self, data: bytes, **entries: Rendered) -> Rendered:
        """Register a stream of encoded bytes and give the reference to it; the bytes take part in the document's ID."""
        self._content.update(data)
        return self.register(_Stream(data, entries))

    def finish(self, catalog: dict[str, Rendered], information: dict[str, Rendered], identity: bytes) -> bytes:
        """The whole file. `identity` takes part in the ID as well."""
        self._content.update(identity)
        self.Catalog = _Dictionary(catalog)
        self.info = _Dictionary(information)
        data: bytes = self.format()
        return data

    def ID(self) -> bytes:  # noqa: N802 - reportlab's name
        """The two parts of the file identifier (ISO 32000-1, 14.4): the same content has the same one."""
        digest = self._content.hexdigest()[:32].upper().encode()
        return b"[<%s> <%s>]" % (digest, digest)


def string(document: Document, text: str) -> Rendered:
    """A text string in the encoding it needs: literal where it is ASCII, else in hexadecimal, which takes reportlab a tenth of the time."""
    value = PDFString(text) if text.isascii() else PDFText(BOM_UTF16_BE + text.encode("utf-16-be"), enc="raw")
    rendered: bytes = value.format(document)
    return rendered


def array(values: Iterable[Rendered]) -> Rendered:
    """An array."""
    return b"[%s]" % b" ".join(values)


def dictionary(**entries: Rendered) -> Rendered:
    """A dictionary; the keys are plain ASCII names."""
    return b"<<%s>>" % b" ".join([b"/%s %s" % (key.encode(), value) for key, value in entries.items()])
