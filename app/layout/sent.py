"""A layout becomes the paragraphs that its DOCX holds: what is compared with a copy that comes back from review."""

from __future__ import annotations

from collections.abc import Container, Iterator

from app.layout.flow import FlowParagraph
from app.layout.frames import Layout
from app.layout.table_heads import with_heads
from app.model.reviewed import SentParagraph, SentSpan


def sent_paragraphs(layout: Layout, below_heads: Container[int]) -> tuple[SentParagraph, ...]:
    """The paragraphs in order, those in cells and in the footer among them; empty ones that only hold a rule are not there.

    Above the rows `below_heads` the head of their table stands once more, as derived text.
    """
    return tuple(_sent(layout, below_heads))


def _sent(layout: Layout, below_heads: Container[int]) -> Iterator[SentParagraph]:
    for flow in (*with_heads(layout.flow, below_heads), *layout.footer):
        for part in flow.texts:
            yield SentParagraph(part.style.name, tuple(_spans(part)))


def _spans(part: FlowParagraph) -> Iterator[SentSpan]:
    """Its spans; an entry of the contents shows words of the block that it leads to, and they are changed there."""
    for span in part.spans:
        own = span.block and span.block != part.target
        yield SentSpan(span.text, span.block, span.start) if own else SentSpan(span.text)
