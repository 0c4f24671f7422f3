"""Words at places become PDF files as word processors write them; the face is one that every reader of PDF brings along."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FACE = "STSong-Light"
WIDTH, HEIGHT, MARGIN, SIZE, PITCH = 595.0, 842.0, 80.0, 16.0, 28.0
MEASURE = 27
"""Characters of a full line."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words whose first baseline begins at `x`, `y` points from the page's top left corner."""

    x: float
    y: float
    text: str
    size: float = SIZE
    spread: float = 0.0
    mode: int = 0
    face: str = FACE


Drawer = Callable[[Canvas], None]


def pdf(*pages: Sequence[Words | Drawer], rotate: int = 0, encrypt: str | None = None) -> bytes:
    """A file of these pages."""
    pdfmetrics.registerFont(UnicodeCIDFont(FACE))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True, encrypt=encrypt)
    for page in pages:
        if rotate:
            canvas.setPageRotation(rotate)
        for item in page:
            if isinstance(item, Words):
                text = canvas.beginText(item.x, HEIGHT - item.y)
                text.setFont(item.face, item.size)
                text.setCharSpace(item.spread)
                text.setTextRenderMode(item.mode)
                text.textOut(item.text)
                canvas.drawText(text)
            else:
                item(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def prose(*paragraphs: str, y: float = MARGIN, x: float = MARGIN, measure: int = MEASURE) -> list[Words]:
    """Chinese paragraphs, set with an indent of two characters in lines of `measure` characters."""
    lines: list[Words] = []
    for paragraph in paragraphs:
        indented, room = "　　" + paragraph, measure
        while indented:
            head, indented = indented[:room], indented[room:]
            bare = head.lstrip("　")
            lines.append(Words(x + (len(head) - len(bare)) * SIZE, y, bare))
            y += PITCH
    return lines


def centred(text: str, y: float, size: float = 22.0) -> Words:
    """A title line in the middle of the page."""
    return Words((WIDTH - len(text) * size) / 2, y, text, size)
