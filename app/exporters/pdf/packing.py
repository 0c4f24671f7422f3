"""Numbered values become compressed object streams, and places in the file a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from itertools import accumulate

TOGETHER = 200
"""Values in one stream: a reader that wants one of them unpacks them all."""
_COMPRESSION = 3
_ROW = struct.Struct(">BIH")

Place = tuple[int, int, int]
"""Where an object is: (1, its offset in the file, 0), or (2, the number of its object stream, its index there)."""


def object_stream(numbers: Sequence[int], values: Sequence[bytes]) -> bytes:
    """A stream of values that are no streams themselves."""
    offsets = accumulate((len(value) + 1 for value in values), initial=0)
    head = b" ".join([b"%d %d" % pair for pair in zip(numbers, offsets, strict=False)])
    said = b"/Type /ObjStm /N %d /First %d" % (len(values), len(head) + 1)
    return _deflated(said, b"\n".join((head, *values)))


def cross_references(places: Mapping[int, Place], said: bytes) -> bytes:
    """The stream that says where the objects 1, 2, … are; `said` are entries of the trailer."""
    rows = [_ROW.pack(0, 0, 0xFFFF), *(_ROW.pack(*places[number]) for number in range(1, len(places) + 1))]
    return _deflated(b"/Type /XRef /Size %d /W [1 4 2] %s" % (len(rows), said), b"".join(rows))


def _deflated(said: bytes, data: bytes) -> bytes:
    packed = zlib.compress(data, _COMPRESSION)
    return b"<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream" % (said, len(packed), packed)
