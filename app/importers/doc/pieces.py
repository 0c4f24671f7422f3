"""The piece table becomes the text of the file, and the way from a character back to the byte that it stands at."""

from __future__ import annotations

import struct
from bisect import bisect_right
from itertools import pairwise

from app.importers.doc.fib import Part
from app.importers.doc.numbers import plc, u8, u16, u32
from app.importers.doc.streams import Streams
from app.records import dataclass

_COMPRESSED = 0x4000_0000
_PROPERTIES, _PIECE_TABLE = 1, 2
_PIECE_BYTES = 8
_SINGLE = "".join(bytes([code]).decode("cp1252", "replace").replace("\ufffd", chr(code)) for code in range(256))
"""What a byte of a compressed piece means ([MS-DOC] 2.9.73)."""
_SHORT_CODES = {0x05: 0x2403, 0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x55: 0x0835, 0x5C: 0x083C, 0x75: 0x0855}
"""The short numbers by which a fast save names one change of a whole piece ([MS-DOC] 2.9.214), as far as this program knows the change."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end`, from byte `offset` of the stream on, `width` bytes each; `grpprl` changes all of them."""

    start: int
    end: int
    offset: int
    width: int
    grpprl: bytes

    def byte_of(self, place: int) -> int:
        """The byte at which a character of the piece stands."""
        return self.offset + (place - self.start) * self.width


@dataclass(frozen=True, slots=True)
class Pieces:
    """The whole text, one character for each UTF-16 unit, with the pieces that it came in. `cut`: the file ends before its text does."""

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    cut: bool

    def at(self, place: int) -> Piece:
        """The piece that holds a character."""
        return self.pieces[max(0, bisect_right(self.starts, place) - 1)]


def read_pieces(streams: Streams) -> Pieces | None:
    """Read the piece table; None for a file without a usable one."""
    at, size = streams.fib.place(Part.PIECES)
    clx = streams.table[at : at + size]
    grpprls: list[bytes] = []
    at = 0
    while at < len(clx) and u8(clx, at) == _PROPERTIES:
        length = u16(clx, at + 1)
        grpprls.append(clx[at + 3 : at + 3 + length])
        at += 3 + length
    if u8(clx, at) != _PIECE_TABLE:
        return None
    places, entries = plc(clx, at + 5, u32(clx, at + 1), _PIECE_BYTES)
    if not entries or places[0] != 0 or any(end < start for start, end in pairwise(places)) or places[-1] > len(streams.word):
        return None
    pieces = []
    for (start, end), entry in zip(pairwise(places), entries, strict=True):
        fc = u32(entry, 2)
        compressed = bool(fc & _COMPRESSED)
        offset = (fc & (_COMPRESSED - 1)) // 2 if compressed else fc & (_COMPRESSED - 1)
        pieces.append(Piece(start, end, offset, 1 if compressed else 2, _whole_change(u16(entry, 6), grpprls)))
    parts = [_text(piece, streams.word) for piece in pieces]
    cut = any(len(part) < piece.end - piece.start for part, piece in zip(parts, pieces, strict=True))
    text = "".join(part.ljust(piece.end - piece.start, "\0") for part, piece in zip(parts, pieces, strict=True))
    return Pieces(text, tuple(pieces), places[:-1], cut)


def _text(piece: Piece, word: bytes) -> str:
    data = word[piece.offset : piece.offset + (piece.end - piece.start) * piece.width]
    if piece.width == 1:
        return data.decode("latin-1").translate(_SINGLE)
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])))


def _whole_change(prm: int, grpprls: list[bytes]) -> bytes:
    """What a piece's own change is: one of the list before the pieces, or one short change."""
    if prm & 1:
        return grpprls[prm >> 1] if prm >> 1 < len(grpprls) else b""
    code = _SHORT_CODES.get((prm >> 1) & 0x7F)
    return code.to_bytes(2, "little") + bytes([prm >> 8]) if code is not None else b""
