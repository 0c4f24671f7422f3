"""A layout becomes the paragraphs that its DOCX holds: what is compared with a copy that comes back from review."""

from __future__ import annotations

from collections.abc import Iterator

from app.layout.flow import FlowParagraph
from app.layout.frames import Layout
from app.model.reviewed import SentParagraph, SentSpan


def sent_paragraphs(layout: Layout) -> tuple[SentParagraph, ...]:
    """The paragraphs in order, those in cells and in the footer among them; empty ones that only hold a rule are not there."""
    return tuple(_sent(layout))


def _sent(layout: Layout) -> Iterator[SentParagraph]:
    for flow in (*layout.flow, *layout.footer):
        for part in flow.texts:
            yield SentParagraph(part.style.name, tuple(_spans(part)))


def _spans(part: FlowParagraph) -> Iterator[SentSpan]:
    """Its spans; an entry of the contents shows words of the block that it leads to, and they are changed there."""
    for span in part.spans:
        own = span.block and span.block != part.target
        yield SentSpan(span.text, span.block, span.start) if own else SentSpan(span.text)
