"""A page of a PDF becomes the picture that a reader sees, with what was written on it: a scanned proof, a proof with ink notes."""

from __future__ import annotations

from typing import NamedTuple

import pypdfium2 as pdfium

from app.errors import UserError

_LONGEST_PX = 2400


class PagePicture(NamedTuple):
    """One of `pages` pages: rows of `stride` bytes, three of them a pixel in the order red, green, blue."""

    pages: int
    width: int
    height: int
    stride: int
    rgb: bytes


def page_picture(number: int, data: bytes, name: str) -> PagePicture:
    """Paint page `number`, from 0. Raises UserError for a file that is locked or broken."""
    try:
        document = pdfium.PdfDocument(data)
        try:
            page = document[number]
            scale = _LONGEST_PX / max(*page.get_size(), 1.0)
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
            return PagePicture(len(document), bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            document.close()
    except pdfium.PdfiumError as error:
        reason = "加了密码，请先去掉密码" if "password" in str(error).lower() else "打不开，可能已损坏，请另存一份"
        raise UserError(f"“{name}”{reason}再放。") from error
