"""An image file becomes a smaller one for the same place: photos as JPEG, what is transparent as PNG."""

from __future__ import annotations

import io

from PIL import Image, ImageOps

_QUALITY = 80


def smaller_image(data: bytes, width: int, height: int) -> bytes:
    """The file at no more than a size in pixels, upright; the bytes as they are where that would not make them fewer."""
    with Image.open(io.BytesIO(data)) as source:
        upright = ImageOps.exif_transpose(source)
        upright.thumbnail((max(1, width), max(1, height)))
        clear = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
        out = io.BytesIO()
        if clear:
            upright.convert("RGBA").save(out, "PNG", optimize=True)
        else:
            upright.convert("L" if upright.mode in ("1", "L") else "RGB").save(out, "JPEG", quality=_QUALITY, optimize=True)
    return min(out.getvalue(), data, key=len)
