"""Values become numbered PDF objects, and these a file (ISO 32000-1, 7.5): header, objects, cross-reference table, trailer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import accumulate

Rendered = bytes
"""A value as it stands in the file: a name, a number, a string, an array, a dictionary or a reference."""

_HEAD = b"%PDF-1.7\n%\xe7\xbc\x96\xe6\x8a\xa5\n"  # bytes above 127 tell programs that this is no text
_ESCAPED = str.maketrans({char: f"\\{char}" for char in "\\()"})


class Document:
    """Gives objects their numbers, and says nothing of the hour: the same objects give the same bytes."""

    def __init__(self) -> None:
        self._objects: list[tuple[dict[str, Rendered], bytes | None]] = []
        self._content = hashlib.sha256()

    def reserve(self) -> tuple[Rendered, dict[str, Rendered]]:
        """A reference to a dictionary that is filled in later, and its entries."""
        entries: dict[str, Rendered] = {}
        return self._refer(entries, None), entries

    def add(self, **entries: Rendered | None) -> Rendered:
        """Register a dictionary and give the reference to it; entries that are None are left out."""
        return self._refer({key: value for key, value in entries.items() if value is not None}, None)

    def add_stream(self, data: bytes, **entries: Rendered) -> Rendered:
        """Register a stream of encoded bytes and give the reference to it; the bytes take part in the document's ID."""
        self._content.update(data)
        return self._refer(entries, data)

    def finish(self, catalog: dict[str, Rendered], information: dict[str, Rendered], identity: bytes) -> bytes:
        """The whole file. `identity` takes part in the file identifier (14.4): the same content has the same one."""
        self._content.update(identity)
        digest = self._content.hexdigest()[:32].upper().encode()
        trailer = {"Root": self._refer(catalog, None), "Info": self._refer(information, None), "ID": b"[<%s> <%s>]" % (digest, digest)}
        parts = [_HEAD, *(_written(number, *value) for number, value in enumerate(self._objects, 1))]
        *places, end = accumulate(map(len, parts))
        table = b"".join([b"%010d 00000 n \n" % place for place in places])
        trailer["Size"] = b"%d" % len(parts)
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts), table))
        parts.append(b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (dictionary(**trailer), end))
        return b"".join(parts)

    def _refer(self, entries: dict[str, Rendered], data: bytes | None) -> Rendered:
        self._objects.append((entries, data))
        return b"%d 0 R" % len(self._objects)


def _written(number: int, entries: dict[str, Rendered], data: bytes | None) -> bytes:
    """An object as it stands in the file; strict readers ask for the line end before `endstream`."""
    if data is None:
        return b"%d 0 obj\n%s\nendobj\n" % (number, dictionary(**entries))
    head = dictionary(**entries, Length=b"%d" % len(data))
    return b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, head, data)


def string(text: str) -> Rendered:
    """A text string in the encoding it needs."""
    if text.isascii():
        return b"(%s)" % text.translate(_ESCAPED).encode()
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()


def array(values: Iterable[Rendered]) -> Rendered:
    """An array."""
    return b"[%s]" % b" ".join(values)


def dictionary(**entries: Rendered) -> Rendered:
    """A dictionary; the keys are plain ASCII names."""
    return b"<<%s>>" % b" ".join([b"/%s %s" % (key.encode(), value) for key, value in entries.items()])
