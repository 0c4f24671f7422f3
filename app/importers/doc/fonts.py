"""The font table becomes the name and the kind of face behind each font number."""

from __future__ import annotations

import re

from app.importers.doc.fib import Part
from app.importers.doc.numbers import u8, u16
from app.importers.doc.streams import Streams
from app.importers.raw import Face
from app.records import dataclass

_NAME_AT = 40
_KAI = re.compile("楷|kai", re.IGNORECASE)
_HEI = re.compile("黑体|simhei", re.IGNORECASE)
_MOST_FONTS = 4096


@dataclass(frozen=True, slots=True)
class Font:
    """A font of the file."""

    name: str
    face: Face


def read_fonts(streams: Streams) -> tuple[Font, ...]:
    """The fonts by their numbers."""
    at, size = streams.fib.place(Part.FONTS)
    table = streams.table[at : at + size]
    fonts = []
    at = 4
    for _ in range(min(u16(table, 0), _MOST_FONTS)):
        length = u8(table, at)
        name = table[at + _NAME_AT : at + 1 + length].decode("utf-16-le", "ignore").partition("\0")[0]
        fonts.append(Font(name, Face.KAI if _KAI.search(name) else Face.HEI if _HEI.search(name) else Face.OTHER))
        at += 1 + length
    return tuple(fonts)
