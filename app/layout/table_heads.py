"""A layout becomes the rows of its tables above which a file without pages of its own has to write the head once more."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from app.layout.flow import FlowParagraph
from app.layout.frames import Layout


def rows_below_heads(layout: Layout) -> frozenset[int]:
    """The indices in the flow of rows that begin a page under a repeated head, of tables without a row that is cut over pages."""
    flow = layout.flow
    begin = [(fill.index - row.number, fill) for fill in layout.plan.fills if fill.repeated and (row := flow[fill.index].row)]
    parted = {table for table, fill in begin if fill.line}
    return frozenset(fill.index for table, fill in begin if table not in parted)


def with_heads(flow: Sequence[FlowParagraph], below: Container[int]) -> Iterator[FlowParagraph]:
    """The flow with the repeated head rows above the rows `below` them."""
    for index, paragraph in enumerate(flow):
        if index in below and paragraph.row:
            yield from paragraph.row.repeated
        yield paragraph
