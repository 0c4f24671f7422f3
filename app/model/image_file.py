"""The bytes of a PNG or JPEG file become what its header says, and an `Image` as an issue keeps it; no pixel is decoded.

Whatever can't be used gives one sentence that says what to do instead.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from typing import Literal

from app.errors import UserError
from app.model.picture import Image
from app.records import dataclass

MOST_BYTES = 64 * 2**20
"""A photo of a hundred megapixels has 40 MB; more is no picture for a page."""
MOST_PIXELS = 64_000_000
"""Decoded it takes four bytes each, which is as much as Qt gives one picture."""
_LONGEST_SIDE_PX = 30_000
_DEFAULT_DPI = 96.0
_DPI_RANGE = (36.0, 2400.0)
"""Outside of it a file's own resolution is nonsense: phones write 1 and 72 alike."""
_INCH_PER_METRE = 0.0254
_MM_PER_INCH = 25.4

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FOREIGN: tuple[tuple[int, bytes, str], ...] = (
    (8, b"WEBP", "WebP"),
    (0, b"BM", "BMP"),
    (0, b"GIF8", "GIF"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftyphev", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftypavif", "AVIF"),
    (0, b"II*\x00", "TIFF"),
    (0, b"MM\x00*", "TIFF"),
    (0, b"\xd7\xcd\xc6\x9a", "WMF"),
    (40, b" EMF", "EMF"),
)
"""Where a foreign kind has its mark, the mark, and its name."""
_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_DECODED_BY_ALL = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive; lossless and arithmetic JPEG no reader of PDF shows."""
_SCAN, _END_OF_IMAGE = 0xDA, b"\xff\xd9"
_BARE_MARKERS = frozenset({0x01, *range(0xD0, 0xD8)})
_PALETTE = 3
"""The PNG colour type whose samples are numbers of colours in a table."""
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""PNG colour type to samples of a pixel."""

DAMAGED = "有一幅图片已损坏，印不出来，请删去它或换一幅再导出。"
"""What is said of an image in an issue whose pixels turn out to be broken."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself. `width_px` and `height_px` are those of its rows; `orientation` (EXIF, 1 to 8) says how they lie.

    PNG: `colour` is its colour type, `bits` those of a sample. JPEG: `colour` counts the components, `adobe` tells that Adobe
    wrote it, whose CMYK values are inverted.
    """

    kind: Literal["png", "jpeg"]
    width_px: int
    height_px: int
    bits: int
    colour: int
    dpi: float = 0.0
    orientation: int = 1
    interlaced: bool = False
    transparent: bool = False
    adobe: bool = False

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height as the picture is looked at."""
        return (self.height_px, self.width_px) if self.orientation > 4 else (self.width_px, self.height_px)

    @property
    def channels(self) -> int:
        """Samples of a pixel."""
        return _CHANNELS[self.colour] if self.kind == "png" else self.colour


class _DamagedError(Exception):
    """A header ends too early or says what can't be."""


def image_of(data: bytes, source_name: str) -> Image:
    """The image that an issue keeps, with the bytes as they came. Raises UserError for what is no PNG or JPEG that every output shows."""
    header = header_of(data, source_name)
    ending = "png" if header.kind == "png" else "jpg"
    return Image(f"{hashlib.sha256(data).hexdigest()}.{ending}", *header.upright, data)


def header_of(data: bytes, source_name: str) -> Header:
    """Read a file's header. Raises UserError naming `source_name`."""
    if len(data) > MOST_BYTES:
        raise UserError(f"“{source_name}”超过 {MOST_BYTES // 2**20} MB，太大了，请先在看图软件里缩小再用。")
    try:
        if data.startswith(_PNG):
            header = _png(data)
        elif data.startswith(_JPEG):
            header = _jpeg(data)
        else:
            raise UserError(_foreign_sentence(data, source_name))
    except (_DamagedError, struct.error, IndexError) as error:
        raise UserError(f"“{source_name}”不完整或已损坏，请重新复制或另存一份再用。") from error
    if max(header.width_px, header.height_px) > _LONGEST_SIDE_PX or header.width_px * header.height_px > MOST_PIXELS:
        size = f"{header.width_px}×{header.height_px}"
        raise UserError(f"“{source_name}”有 {size} 个像素，太大了，请先在看图软件里缩小再用。")
    return header


def natural_width_mm(header: Header) -> float:
    """The width at the file's own resolution (原图大小)."""
    low, high = _DPI_RANGE
    dpi = header.dpi if low <= header.dpi <= high else _DEFAULT_DPI
    return header.upright[0] / dpi * _MM_PER_INCH


def _foreign_sentence(data: bytes, source_name: str) -> str:
    kind = next((name for at, mark, name in _FOREIGN if data[at : at + len(mark)] == mark), "")
    if kind:
        return f"“{source_name}”是 {kind} 图片，请用看图软件另存为 PNG 或 JPEG 再用。"
    return f"“{source_name}”不是 PNG 或 JPEG 图片，请另选一个文件。"


def _png(data: bytes) -> Header:
    """Read a PNG's chunks up to its pixels, and make sure that it does not break off."""
    width, height, bits, colour, _, _, interlaced = struct.unpack_from(">IIBBBBB", data, 16)
    allowed = {0: (1, 2, 4, 8, 16), 3: (1, 2, 4, 8)}.get(colour, (8, 16))
    if data[12:16] != b"IHDR" or not (width and height) or colour not in _CHANNELS or bits not in allowed or interlaced > 1:
        raise _DamagedError
    dpi, transparent, pixels, palette = 0.0, colour in (4, 6), False, False
    for kind, chunk in png_chunks(data):
        if kind == b"pHYs" and len(chunk) == 9 and chunk[8] == 1:
            dpi = struct.unpack_from(">I", chunk)[0] * _INCH_PER_METRE
        transparent = transparent or kind == b"tRNS"
        pixels = pixels or kind == b"IDAT"
        palette = palette or (kind == b"PLTE" and len(chunk) >= 3 and len(chunk) % 3 == 0)
    if not pixels or (colour == _PALETTE and not palette):
        raise _DamagedError
    return Header("png", width, height, bits, colour, dpi, interlaced=bool(interlaced), transparent=transparent)


def png_chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """(kind, content) of a PNG's chunks to its end. Raises where the file breaks off."""
    at, whole = len(_PNG), memoryview(data)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise _DamagedError
        yield kind, whole[at + 8 : at + 8 + length]
        if kind == b"IEND":
            return
        at = end


def _jpeg(data: bytes) -> Header:
    """Read a JPEG's segments up to its first scan, and make sure that a scan and an end follow."""
    dpi, orientation, adobe, frame, scan = 0.0, 1, False, None, 0
    for marker, start, end in _segments(data):
        segment = data[start:end]
        if marker == _SCAN:
            scan = start
        elif marker in _START_OF_FRAME:
            bits, height, width, components = struct.unpack_from(">BHHB", segment)
            if marker not in _DECODED_BY_ALL or bits != 8 or components not in (1, 3, 4) or not (width and height):
                raise _DamagedError
            frame = (width, height, bits, components)
        elif marker == 0xE0 and segment[:5] == b"JFIF\0" and len(segment) >= 12:
            unit, across = struct.unpack_from(">BH", segment, 7)
            dpi = dpi or across * {1: 1.0, 2: 2.54}.get(unit, 0.0)
        elif marker == 0xE1 and segment[:6] == b"Exif\0\0":
            orientation, exif_dpi = _exif(segment[6:])
            dpi = dpi or exif_dpi
        elif marker == 0xEE and segment[:5] == b"Adobe":
            adobe = True
    if frame is None or data.rfind(_END_OF_IMAGE) < scan:  # a thumbnail before the scan has an end of its own
        raise _DamagedError
    return Header("jpeg", *frame, dpi, orientation, adobe=adobe)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, start, end) of the content of the segments up to the head of the first scan."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise _DamagedError
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker in _BARE_MARKERS:
            at += 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if length < 2 or at + 2 + length > len(data):
            raise _DamagedError
        yield marker, at + 4, at + 2 + length
        if marker == _SCAN:
            return
        at += 2 + length


_ORIENTATION, _X_RESOLUTION, _RESOLUTION_UNIT = 0x0112, 0x011A, 0x0128


def _exif(tiff: bytes) -> tuple[int, float]:
    """(orientation, dpi) of an EXIF block; one that makes no sense says nothing, as readers of pictures have it."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1, 0.0
    found: dict[int, int] = {}
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for at in range(start + 2, start + 2 + 12 * count, 12):
            tag, kind = struct.unpack_from(f"{order}HH", tiff, at)
            if tag in (_ORIENTATION, _X_RESOLUTION, _RESOLUTION_UNIT):
                found[tag] = struct.unpack_from(f"{order}{'H' if kind == 3 else 'I'}", tiff, at + 8)[0]
        above, below = struct.unpack_from(f"{order}II", tiff, found[_X_RESOLUTION]) if _X_RESOLUTION in found else (0, 1)
    except struct.error:
        above, below = 0, 1
    orientation = found.get(_ORIENTATION, 1)
    per_inch = 2.54 if found.get(_RESOLUTION_UNIT) == 3 else 1.0
    return orientation if 1 <= orientation <= 8 else 1, above / below * per_inch if below else 0.0
