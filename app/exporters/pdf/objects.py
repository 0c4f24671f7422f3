"""Numbered PDF objects that reportlab's document puts together: streams, dictionaries and a file without a clock."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF16_BE
from collections.abc import Iterable
from functools import cache
from typing import Protocol

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFFile, PDFObject, PDFString, PDFText

from app.exporters.pdf.packing import TOGETHER, Place, cross_references, object_stream

Rendered = bytes
"""A value as it stands in the file: a name, a number, a string, an array, a dictionary or a reference."""


class Packed(Protocol):
    """A value that is written with others of its kind; it may change until the file is put together."""

    def rendered(self) -> Rendered:
        """The value as it stands then."""


class _Dictionary(PDFObject):  # type: ignore[misc]
    """A dictionary of rendered values; entries may be added until the file is put together."""

    def __init__(self, entries: dict[str, Rendered]) -> None:
        self.entries = entries

    def rendered(self) -> Rendered:
        return dictionary(**self.entries)

    def format(self, document: PDFDocument) -> bytes:
        return self.rendered()


class _Stream(PDFObject):  # type: ignore[misc]
    """Bytes that are encoded already, with their dictionary."""

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: dict[str, Rendered]) -> None:
        self._data = data
        self._entries = entries

    def format(self, document: PDFDocument) -> bytes:
        """The stream with its length and a line end before `endstream`, which strict readers ask for."""
        head = dictionary(**self._entries, Length=b"%d" % len(self._data))
        return b"%s\nstream\n%s\nendstream" % (head, self._data)


class Document(PDFDocument):  # type: ignore[misc]
    """Reportlab's registry, with our own catalog and information, an ID that follows from the content, and a file that packs values."""

    def __init__(self) -> None:
        super().__init__(dummyoutline=1, compression=0, invariant=1, pdfVersion=(1, 7))
        self._content = hashlib.sha256()
        self._packed: dict[int, Packed] = {}

    def reserve(self, *, packed: bool = False) -> tuple[Rendered, dict[str, Rendered]]:
        """A reference to a dictionary that is filled in later, and its entries."""
        value = _Dictionary({})
        return self.pack(value) if packed else self._registered(value), value.entries

    def add(self, **entries: Rendered | None) -> Rendered:
        """Register a dictionary and give the reference to it; entries that are None are left out."""
        reference, own = self.reserve()
        own.update({key: value for key, value in entries.items() if value is not None})
        return reference

    def add_stream(self, data: bytes, **entries: Rendered) -> Rendered:
        """Register a stream of encoded bytes and give the reference to it; the bytes take part in the document's ID."""
        self._content.update(data)
        return self._registered(_Stream(data, entries))

    def pack(self, value: Packed) -> Rendered:
        """Number one of thousands of values, and give the reference to it."""
        self.objectcounter += 1
        self._packed[self.objectcounter] = value
        return b"%d 0 R" % self.objectcounter

    def finish(self, catalog: dict[str, Rendered], information: dict[str, Rendered], identity: bytes) -> bytes:
        """The whole file. `identity` takes part in the ID as well."""
        self._content.update(identity)
        self.Catalog = _Dictionary(catalog)
        self.info = _Dictionary(information)
        return self.format()

    def format(self) -> bytes:
        """The objects as reportlab has them, those to be packed in streams of many, and where they all are."""
        root, information = self._registered(self.Catalog), self._registered(self.info)
        file = PDFFile(self._pdfVersion)
        places: dict[int, Place] = {}

        def write(number: int, value: bytes) -> None:
            places[number] = (1, file.add(b"%d 0 obj\n%s\nendobj\n" % (number, value)), 0)

        for number, name in self.numberToId.items():
            write(number, self.idToObject[name].format(self))
        numbers = list(self._packed)
        for start in range(0, len(numbers), TOGETHER):
            some = numbers[start : start + TOGETHER]
            self.objectcounter += 1
            write(self.objectcounter, object_stream(some, [self._packed[number].rendered() for number in some]))
            places.update({number: (2, self.objectcounter, index) for index, number in enumerate(some)})
        said = b"/Root %s /Info %s /ID %s" % (root, information, self.ID())
        self.objectcounter += 1
        offset = file.offset
        places[self.objectcounter] = (1, offset, 0)
        file.add(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (self.objectcounter, cross_references(places, said), offset))
        data: bytes = file.format(self)
        return data

    def ID(self) -> bytes:  # noqa: N802 - reportlab's name
        """The two parts of the file identifier (ISO 32000-1, 14.4): the same content has the same one."""
        digest = self._content.hexdigest()[:32].upper().encode()
        return b"[<%s> <%s>]" % (digest, digest)

    def _registered(self, value: PDFObject) -> Rendered:
        self.Reference(value)
        return b"%d 0 R" % self.objectcounter


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
    return _form(*entries) % tuple(entries.values())


@cache  # a file has some thirty kinds of dictionaries
def _form(*keys: str) -> bytes:
    """A dictionary with places for the values of these keys."""
    return b"<<%s>>" % b" ".join([b"/%s %%b" % key.encode() for key in keys])
