"""The 512-byte pages of formatting become ranges of bytes with the property changes of what stands there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from app.importers.doc.fib import Part
from app.importers.doc.numbers import plc, u8, u16, u32
from app.importers.doc.sprms import Sprm, changes
from app.importers.doc.streams import Streams
from app.records import dataclass

_PAGE = 512
_PAGE_NUMBER = 0x3F_FFFF
_PARAGRAPH_ENTRY = 13


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes `start` to `end` of the stream. `style` is that of a paragraph, 0 for characters."""

    start: int
    end: int
    grpprl: bytes
    style: int = 0


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches in order that do not overlap."""

    all: tuple[Stretch, ...]
    starts: tuple[int, ...]

    def at(self, byte: int) -> Stretch | None:
        """The stretch that a byte is in."""
        index = bisect_right(self.starts, byte) - 1
        return self.all[index] if index >= 0 and byte < self.all[index].end else None

    def within(self, start: int, end: int) -> Iterator[Stretch]:
        """The stretches that have a byte between the two."""
        index = max(0, bisect_right(self.starts, start) - 1)
        while index < len(self.all) and self.all[index].start < end:
            if self.all[index].end > start:
                yield self.all[index]
            index += 1


def character_stretches(streams: Streams) -> Stretches:
    """The characters' changes."""

    def change(page: bytes, index: int, count: int) -> tuple[int, bytes]:
        at = 2 * u8(page, 4 * (count + 1) + index)
        return 0, page[at + 1 : at + 1 + u8(page, at)] if at else b""

    return _stretches(streams, Part.CHARACTER_PAGES, change)


def paragraph_stretches(streams: Streams) -> Stretches:
    """The paragraphs' styles and changes; a long change is kept in the data stream."""

    def change(page: bytes, index: int, count: int) -> tuple[int, bytes]:
        at = 2 * u8(page, 4 * (count + 1) + _PARAGRAPH_ENTRY * index)
        if not at:
            return 0, b""
        words = u8(page, at)
        at, size = (at + 1, 2 * words - 1) if words else (at + 2, 2 * u8(page, at + 1))
        return u16(page, at), _with_long_change(page[at + 2 : at + size], streams.data)

    return _stretches(streams, Part.PARAGRAPH_PAGES, change)


def _with_long_change(grpprl: bytes, data: bytes) -> bytes:
    for code, operand in changes(grpprl):
        if code in (Sprm.P_HUGE, Sprm.P_HUGE_OLD):
            at = u32(operand, 0)
            return grpprl + data[at + 2 : at + 2 + u16(data, at)]
    return grpprl


def _stretches(streams: Streams, part: Part, change: Callable[[bytes, int, int], tuple[int, bytes]]) -> Stretches:
    """Every page is read once, however often the table names it, and of stretches that overlap the first one holds."""
    _, entries = plc(streams.table, *streams.fib.place(part), 4)
    found = []
    for number in dict.fromkeys(u32(entry, 0) & _PAGE_NUMBER for entry in entries):
        page = streams.word[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            continue
        count = page[-1]
        bytes_at = [u32(page, 4 * index) for index in range(count + 1)]
        for index, (start, end) in enumerate(pairwise(bytes_at)):
            if start < end:
                style, grpprl = change(page, index, count)
                found.append(Stretch(start, end, grpprl, style))
    found.sort(key=lambda stretch: stretch.start)
    kept: list[Stretch] = []
    for stretch in found:
        if not kept or stretch.start >= kept[-1].end:
            kept.append(stretch)
    return Stretches(tuple(kept), tuple(stretch.start for stretch in kept))
