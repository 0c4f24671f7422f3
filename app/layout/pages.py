"""A flow of paragraphs becomes pages, each a list of slices with their places, as word processors fill them.

Text heights, spaces and keeps follow docx-fidelity's measured rule: the space between two paragraphs is the larger of the two;
the space above is dropped at a page top after an automatic break and kept at a forced one; a paragraph that keeps with the
next moves with the next one's first line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.layout.flow import FlowParagraph


class Slice(NamedTuple):
    """`count` lines of a paragraph from line `first` on; `top` is the first one's slot in twips below the type area's top.

    A tuple, as is what a page holds, since long issues have thousands of them.
    """

    paragraph: FlowParagraph
    first: int
    count: int  # type: ignore[assignment]  # in the place of a tuple's own method, which nobody asks for
    top: int


class Fill(NamedTuple):
    """What one page holds. It starts at line `line` of flow paragraph `index`; `end` is where its text ends, in twips.

    `repeated` are the head rows of a table that goes on here, above what the page itself holds.
    """

    index: int  # type: ignore[assignment]
    line: int
    slices: tuple[Slice, ...]
    end: int
    repeated: tuple[Slice, ...] = ()


def fill_pages(flow: Sequence[FlowParagraph], height: int, keep_lines: int, earlier: Earlier | None = None) -> list[Fill]:
    """Fill pages of `height` twips. With an `earlier` run, only from the first change until a page starts as it did before."""
    if earlier is None or not earlier.fills:
        return _fill_from(flow, 0, 0, height, keep_lines, None)
    first = _first_change(earlier.flow, flow)
    if first == len(flow) == len(earlier.flow):
        return list(earlier.fills)
    # A paragraph kept with the changed one may stand pages before it only by its chain; one page back is enough.
    page = max(sum(1 for fill in earlier.fills if fill.index <= first) - 2, 0)
    while page and _chained(earlier.flow, earlier.fills[page].index, first):
        page -= 1
    kept = list(earlier.fills[:page])
    start = earlier.fills[page]
    return kept + _fill_from(flow, start.index, start.line, height, keep_lines, earlier)


class Earlier(NamedTuple):
    """The flow and fills of the run before an edit."""

    flow: Sequence[FlowParagraph]
    fills: Sequence[Fill]


def _first_change(before: Sequence[FlowParagraph], after: Sequence[FlowParagraph]) -> int:
    """Index of the first flow paragraph that is another value."""
    for index, (old, new) in enumerate(zip(before, after, strict=False)):
        if old is not new:
            return index
    return min(len(before), len(after))


def _chained(flow: Sequence[FlowParagraph], start: int, change: int) -> bool:
    """Whether every paragraph from `start` to the change keeps with the next, so that the chain began before `start`."""
    return all(flow[i].style.keep_next for i in range(start, min(change, len(flow))))


def _same_tail(before: Sequence[FlowParagraph], after: Sequence[FlowParagraph]) -> int:
    """How many paragraphs at the end of both flows are the same values."""
    count = 0
    for old, new in zip(reversed(before), reversed(after), strict=False):
        if old is not new:
            break
        count += 1
    return count


def _fill_from(flow: Sequence[FlowParagraph], index: int, line: int, height: int, keep: int, earlier: Earlier | None) -> list[Fill]:
    """Fill pages from line `line` of paragraph `index` to the end, or to where the earlier pages go on unchanged."""
    shift, tail, starts = 0, len(flow) + 1, {}
    if earlier is not None:
        shift = len(flow) - len(earlier.flow)
        tail = len(flow) - _same_tail(earlier.flow, flow)
        starts = {(fill.index, fill.line): page for page, fill in enumerate(earlier.fills)}
    fills: list[Fill] = []
    total = len(flow)
    while index < total:
        # Inside the common tail a page that starts where an old one did goes on like it; only the very first page differs,
        # for it keeps the space above.
        old = starts.get((index - shift, line)) if index >= tail and (index == 0) == (index == shift) else None
        if old is not None and earlier is not None:
            rest = earlier.fills[old:]
            return fills + (list(rest) if not shift else [fill._replace(index=fill.index + shift) for fill in rest])
        fill, index, line = _fill_one(flow, index, line, height, keep)
        fills.append(fill)
    return fills


def _fill_one(flow: Sequence[FlowParagraph], index: int, line: int, height: int, keep: int) -> tuple[Fill, int, int]:
    """Fill one page; gives it and where the next one starts."""
    begin = (index, line)
    slices: list[Slice] = []
    repeated: list[Slice] = []
    y = after = 0
    row = flow[index].row
    for head in row.repeated if row else ():
        repeated.append(Slice(head, 0, len(head.lines), y))
        y += head.height
    chain_checked = index  # paragraphs before this are known to fit with what they keep with
    while index < len(flow):
        paragraph = flow[index]
        first = index == begin[0]
        if paragraph.forced_page and not first:
            break
        if line:
            space = 0
        elif first:  # L: dropped at an automatic page top, kept at a forced one and on the first page
            space = paragraph.before if paragraph.forced_page or index == 0 else 0
        else:
            space = max(after, paragraph.before)
        slot = paragraph.style.line
        lines = len(paragraph.lines) - line
        fits = max(height - y - space, 0) // slot
        if paragraph.style.keep_next and index >= chain_checked:
            chain_checked, need = _chain(flow, index, keep)
            if need > height - y - space and slices:
                break
        if fits <= 0 or (paragraph.style.keep_lines and fits < lines and slices):
            if slices:
                break
            fits = max(fits, 1)  # a line higher than the page still has to stand somewhere
        count = min(fits, lines)
        slices.append(Slice(paragraph, line, count, y + space))
        y += space + count * slot
        if count < lines:
            return Fill(*begin, tuple(slices), y, tuple(repeated)), index, line + count
        if paragraph.rule_below:
            y += paragraph.rule_below.height
        after, line, index = paragraph.after, 0, index + 1
    return Fill(*begin, tuple(slices), y, tuple(repeated)), index, 0


def _chain(flow: Sequence[FlowParagraph], index: int, keep: int) -> tuple[int, int]:
    """(index behind the chain, height in twips of the chain of keep-next paragraphs from `index` and the lines it is kept with)."""
    need, after = 0, None
    while True:
        paragraph = flow[index]
        if after is not None:
            need += max(after, paragraph.before)
        if not paragraph.style.keep_next or index + 1 == len(flow) or flow[index + 1].forced_page:
            lines = len(paragraph.lines) if paragraph.style.keep_next or paragraph.style.keep_lines else min(keep, len(paragraph.lines))
            return index, need + lines * paragraph.style.line
        need += paragraph.height
        after, index = paragraph.after, index + 1
