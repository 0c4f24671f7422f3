"""Small image files made by hand, for tests: PNG of every kind, and JPEG by Pillow."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache

from PIL import Image as Pillow

from app.model.image_file import image_of
from app.model.picture import Image, Picture, Placing

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def chunk(kind: bytes, content: bytes) -> bytes:
    """A PNG chunk."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int = 8, height: int = 6, *, colour: int = 2, bits: int = 8, extra: bytes = b"", shade: int = 90) -> bytes:
    """A PNG of one shade; `extra` are chunks before the pixels."""
    row = b"\0" + bytes([shade]) * -(-width * bits * _CHANNELS[colour] // 8)
    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    palette = chunk(b"PLTE", bytes(range(256)) * 3) if colour == 3 else b""
    pixels = chunk(b"IDAT", zlib.compress(row * height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + palette + extra + pixels + chunk(b"IEND", b"")


@cache
def jpeg(width: int = 8, height: int = 6, *, mode: str = "RGB", orientation: int = 1, dpi: int = 0) -> bytes:
    """A JPEG that is light at its upper left and dark elsewhere."""
    picture = Pillow.new(mode, (width, height), 40 if mode == "L" else (40,) * len(mode))
    picture.paste(220 if mode == "L" else (220,) * len(mode), (0, 0, max(width // 2, 1), max(height // 2, 1)))
    exif = Pillow.Exif()
    if orientation != 1:
        exif[0x0112] = orientation
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90, exif=exif, **({"dpi": (dpi, dpi)} if dpi else {}))
    return out.getvalue()


@cache
def image(shade: int = 90, width: int = 80, height: int = 60) -> Image:
    """A plain PNG as an issue keeps it."""
    return image_of(png(width, height, shade=shade), "a.png")


def picture(shade: int = 90, width_mm: float = 90.0, placing: Placing = "centre", size: tuple[int, int] = (80, 60)) -> Picture:
    """A picture of four to three."""
    return Picture(image(shade, *size), width_mm, placing)
