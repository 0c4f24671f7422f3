"""Compressed rich text of Outlook mails becomes the bytes of an RTF file ([MS-OXRTFCP], 2 and 3)."""

from __future__ import annotations

import struct

_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D
_HEADER_BYTES = 16
_WINDOW = 4096
_PRIMER = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArial"
    rb"Times New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n" + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What every window holds before the first byte (2.1.3.2)."""
_MOST_BYTES = 32 * 2**20


def decompressed(data: bytes) -> bytes:
    """The RTF. A stream that is cut off gives what came before; raises ValueError for one that is none."""
    if len(data) < _HEADER_BYTES:
        raise ValueError("too short for a header")
    _, size, kind, _ = struct.unpack_from("<4I", data)
    body = data[_HEADER_BYTES:]
    if kind == _PLAIN:
        return body[: min(size, _MOST_BYTES)]
    if kind != _COMPRESSED:
        raise ValueError("neither compressed nor plain")
    return _unpacked(body, min(size, _MOST_BYTES))


def _unpacked(body: bytes, size: int) -> bytes:
    window = bytearray(_PRIMER.ljust(_WINDOW, b"\0"))
    at = len(_PRIMER)
    out = bytearray()
    place = 0
    while place < len(body) and len(out) < size:
        control = body[place]
        place += 1
        for bit in range(8):
            if place >= len(body) or len(out) >= size:
                break
            if not control >> bit & 1:
                window[at] = body[place]
                out.append(body[place])
                at, place = (at + 1) % _WINDOW, place + 1
                continue
            if place + 2 > len(body):
                return bytes(out)
            offset, length = body[place] << 4 | body[place + 1] >> 4, (body[place + 1] & 0xF) + 2
            place += 2
            if offset == at:  # the end (3.1.2.1)
                return bytes(out)
            for step in range(length):
                byte = window[(offset + step) % _WINDOW]
                window[at] = byte
                out.append(byte)
                at = (at + 1) % _WINDOW
    return bytes(out[:size])
