"""A PDF becomes pictures for telephones: a JPEG of each page, or long ones in which pages follow one another."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

WIDTH_PX = 1080
"""As wide as the screens of most telephones: body text of 16 pt is then 29 px high."""
_QUALITY = 88
_TALLEST_PX = 60_000
"""JPEG ends at 65,535 rows; chats refuse taller ones anyway."""
_GAP_PX = 12
_GAP_COLOUR = (226, 230, 233)

Step = Callable[[int, int], None]
"""Called with the pages that are drawn and their number; whoever gave it stops the work by an exception."""


def page_pictures(pdf: bytes, step: Step, width_px: int = WIDTH_PX) -> Iterator[bytes]:
    """A JPEG of each page, in order."""
    for page in _drawn(pdf, step, width_px):
        yield _jpeg(page)


def long_pictures(pdf: bytes, step: Step, width_px: int = WIDTH_PX) -> Iterator[bytes]:
    """JPEGs of as many pages below one another as one may hold; mostly one for the whole issue."""
    waiting: list[Picture] = []
    height = 0
    for page in _drawn(pdf, step, width_px):
        if waiting and height + _GAP_PX + page.height > _TALLEST_PX:
            yield _jpeg(_below_one_another(waiting))
            waiting, height = [], 0
        waiting.append(page)
        height += page.height + (_GAP_PX if height else 0)
    if waiting:
        yield _jpeg(_below_one_another(waiting))


def _drawn(pdf: bytes, step: Step, width_px: int) -> Iterator[Picture]:
    with pypdfium2.PdfDocument(pdf) as document:
        total = len(document)
        for number, page in enumerate(document):
            step(number, total)
            bitmap = page.render(scale=width_px / page.get_width())
            picture = bitmap.to_pil().convert("RGB")
            picture.load()
            bitmap.close()
            page.close()
            yield picture
        step(total, total)


def _below_one_another(pages: Sequence[Picture]) -> Picture:
    width = max(page.width for page in pages)
    whole = Image.new("RGB", (width, sum(page.height for page in pages) + _GAP_PX * (len(pages) - 1)), _GAP_COLOUR)
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height + _GAP_PX
    return whole


def _jpeg(picture: Picture) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
