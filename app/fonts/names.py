"""A font's `name` table becomes the set of names people and documents call it by, in every language.

HarfBuzz leaves out the records in Chinese encodings (Windows PRC, Macintosh Simplified Chinese), which older Chinese
fonts use for the very names that documents ask for; so the table is read here.
"""

from __future__ import annotations

import struct

from app.records import dataclass

_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY = 1, 4, 6, 16
_WANTED = frozenset({_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC_FAMILY})
_ENGLISH_US, _CHINESE_PRC = 0x0409, 0x0804


@dataclass(frozen=True, slots=True)
class FontNames:
    """Names as the file spells them: families, then full and PostScript names of this one face."""

    families: tuple[str, ...]
    own: tuple[str, ...]
    postscript: str

    @property
    def display(self) -> str:
        """The family to show: a Chinese one where the file has it, else the first."""
        chinese = [name for name in self.families if any("\u4e00" <= char <= "\u9fff" for char in name)]
        return (chinese or list(self.families) or list(self.own) or [""])[0]


def _codec(platform: int, encoding: int) -> str | None:
    """The Python codec of a name record, by the OpenType specification's `name` chapter."""
    if platform == 0:
        return "utf-16-be"
    if platform == 3:
        return {0: "utf-16-be", 1: "utf-16-be", 3: "gb18030", 4: "big5", 10: "utf-16-be"}.get(encoding)
    if platform == 1:
        return {0: "mac-roman", 2: "big5", 25: "gb18030"}.get(encoding)
    return None


def _decode(raw: bytes, codec: str) -> str:
    """Text of a record, "" when the bytes are no such text."""
    if codec in ("gb18030", "big5") and len(raw) % 2 == 0 and raw[:1] == b"\0":
        raw = raw.replace(b"\0", b"")  # Windows records of these encodings pad single bytes to two
    try:
        return raw.decode(codec).strip("\0 ")
    except UnicodeDecodeError:
        return ""


def read_names(table: bytes) -> FontNames:
    """Read a `name` table; what is cut off or misspelt is left out, never an error."""
    found: dict[int, dict[str, None]] = {name_id: {} for name_id in _WANTED}
    header = table[:6]
    if len(header) == 6:
        _, count, strings = struct.unpack(">HHH", header)
        records = []
        for at in range(6, min(6 + 12 * count, len(table) - 11), 12):
            platform, encoding, language, name_id, length, offset = struct.unpack_from(">6H", table, at)
            codec = _codec(platform, encoding)
            if name_id not in _WANTED or codec is None:
                continue
            raw = table[strings + offset : strings + offset + length]
            order = 0 if language in (_ENGLISH_US, _CHINESE_PRC) else 1
            text = _decode(raw, codec)
            if text and len(raw) == length:
                records.append((order, at, name_id, text))
        for _, _, name_id, text in sorted(records):
            found[name_id][text] = None
    postscript = next(iter(found[_POSTSCRIPT]), "")
    families = {**found[_TYPOGRAPHIC_FAMILY], **found[_FAMILY]}
    return FontNames(tuple(families), tuple({**found[_FULL], **found[_POSTSCRIPT]}), postscript)
