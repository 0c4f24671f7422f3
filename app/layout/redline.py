"""Spans become spans in which what went is struck through and what came is underlined (花脸稿)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.layout.flow import Span, Stroke
from app.model.redline import Redline, Stretch

_GONE_COLOUR, _NEW_COLOUR = "#FF0000", "#0000FF"


def redlined(spans: Sequence[Span], redline: Redline) -> tuple[Span, ...]:
    """The spans, cut and dressed where their blocks changed."""
    return tuple(part for span in spans for part in _parts(span, redline.get(span.block, ())))


def _parts(span: Span, stretches: Sequence[Stretch]) -> Iterator[Span]:
    at, end = span.start, span.start + len(span.text)
    for stretch in stretches:
        low, high = max(stretch.start, at), min(stretch.end, end)
        if low < high:
            if at < low:
                yield _cut(span, at, low)
            stroke, colour = (Stroke.THROUGH, _GONE_COLOUR) if stretch.gone else (Stroke.UNDER, _NEW_COLOUR)
            yield _cut(span, low, high)._replace(style=span.style._replace(stroke=stroke, colour=colour))
            at = high
    if at < end or not span.text:
        yield _cut(span, at, end)


def _cut(span: Span, start: int, end: int) -> Span:
    return span._replace(text=span.text[start - span.start : end - span.start], start=start)
