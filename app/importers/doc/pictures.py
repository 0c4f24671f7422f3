"""A place in the data stream becomes the bytes of the picture that is kept there."""

from __future__ import annotations

from app.importers.doc.numbers import u16, u32
from app.importers.raw import RawPicture

_PNG, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"


def read_picture(data: bytes, at: int) -> RawPicture | None:
    """The PNG or JPEG in a picture's block; None for drawings and formats of Windows, which nothing here can show."""
    size, head = u32(data, at), u16(data, at + 4)
    block = data[at + head : at + size] if head < size <= len(data) - at else b""
    for start, end in ((_PNG, _PNG_END), (_JPEG, _JPEG_END)):
        first, last = block.find(start), block.rfind(end)
        if 0 <= first < last:
            return RawPicture(block[first : last + len(end)])
    return None
