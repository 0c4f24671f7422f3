"""The pages of a SQLite file become the records on them, whatever became of the rest: a page is read where it makes sense by itself.

By the file format's own rules (sqlite.org/fileformat2.html). A table's pages are found from its root where the way is whole; a page that
nothing leads to any more has no table here, unless it is one that SQLite has set free.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import field

from app.records import dataclass


class Blob(bytes):
    """Bytes that are none of a text."""


Value = int | float | bytes | None
"""Text comes as the bytes that it is kept in."""
Record = tuple[int, tuple[Value, ...]]
_INTERIOR, _LEAF = 0x05, 0x0D
_USUAL_PAGE, _HEADER = 4096, 100
_SIZES = (0, 1, 2, 3, 4, 6, 8)
_BROKEN = (IndexError, struct.error, ValueError)


@dataclass(slots=True)
class Found:
    """The records of a table with their row numbers, and whether every page on the way to them could be read."""

    records: list[Record] = field(default_factory=list)
    whole: bool = True


class Pages:
    """All pages of a file. `tables` are by name; `stray` are the records of each page that no table leads to."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        claimed = int.from_bytes(data[16:18], "big")
        size = 65536 if claimed == 1 else claimed
        self._size = size if size in (512 << at for at in range(8)) and data[:6] == b"SQLite" else _USUAL_PAGE
        reserved = data[20] if len(data) > 20 and data[:6] == b"SQLite" and data[20] < 64 else 0
        self._usable = self._size - reserved
        self._count = len(data) // self._size
        self._seen: set[int] = set()
        self.tables: dict[str, Found] = {}
        self._find_tables()
        free = self._free()
        self.stray = [records for page in range(1, self._count + 1) if page not in self._seen | free and (records := self._stray(page))]

    def _find_tables(self) -> None:
        """From the list of tables, which is a table itself; rows of it that lie on stray pages count as well."""
        roots = {}
        master = self._walk(1)
        pages = [master.records, *(self._stray(page) for page in range(1, self._count + 1) if page not in self._seen)]
        for records in pages:
            for _, values in records:
                if len(values) == 5 and values[0] == b"table" and isinstance(values[1], bytes) and isinstance(values[3], int):
                    roots[values[1].decode("utf-8", "replace")] = values[3]
        for name, root in roots.items():
            self.tables[name] = self._walk(root)

    def _walk(self, root: int) -> Found:
        found, waiting = Found(), [root]
        while waiting:
            page = waiting.pop()
            if not 1 <= page <= self._count or page in self._seen:
                found.whole = False
                continue
            try:
                kind = self._data[self._start(page)]
                if kind == _LEAF:
                    self._seen.add(page)
                    for record in self._leaf(page):
                        if record is None:
                            found.whole = False
                        else:
                            found.records.append(record)
                elif kind == _INTERIOR:
                    self._seen.add(page)
                    waiting += self._children(page)
                else:
                    found.whole = False
            except _BROKEN:
                found.whole = False
        return found

    def _start(self, page: int) -> int:
        return (page - 1) * self._size + (_HEADER if page == 1 else 0)

    def _cells(self, page: int, head: int) -> list[int]:
        start = self._start(page)
        (count,) = struct.unpack_from(">H", self._data, start + 3)
        if count * 2 + head > self._size:
            raise ValueError(page)
        return [(page - 1) * self._size + at for at in struct.unpack_from(f">{count}H", self._data, start + head)]

    def _children(self, page: int) -> list[int]:
        (last,) = struct.unpack_from(">I", self._data, self._start(page) + 8)
        return [last, *(struct.unpack_from(">I", self._data, at)[0] for at in reversed(self._cells(page, 12)))]

    def _leaf(self, page: int) -> Iterator[Record | None]:
        end = page * self._size
        for at in self._cells(page, 8):
            try:
                if at >= end:
                    raise ValueError(at)
                yield self._record(at, end)
            except _BROKEN:
                yield None

    def _stray(self, page: int) -> list[Record]:
        try:
            if self._data[self._start(page)] != _LEAF:
                return []
            return [record for record in self._leaf(page) if record is not None]
        except _BROKEN:
            return []

    def _record(self, at: int, end: int) -> Record:
        length, at = self._varint(at)
        row, at = self._varint(at)
        if length > len(self._data):
            raise ValueError(length)
        most, least = self._usable - 35, (self._usable - 12) * 32 // 255 - 23
        here = length
        if length > most:
            here = least + (length - least) % (self._usable - 4)
            here = here if here <= most else least
        if at + here > end:
            raise ValueError(at)
        payload = self._data[at : at + here]
        if here < length:
            payload += self._overflow(struct.unpack_from(">I", self._data, at + here)[0], length - here)
        return row, _values(payload)

    def _overflow(self, page: int, wanted: int) -> bytes:
        parts = []
        while wanted > 0:
            if not 1 <= page <= self._count:
                raise ValueError(page)
            start = (page - 1) * self._size
            part = self._data[start + 4 : start + 4 + min(wanted, self._usable - 4)]
            parts.append(part)
            wanted -= len(part)
            page = int.from_bytes(self._data[start : start + 4], "big")
        return b"".join(parts)

    def _varint(self, at: int) -> tuple[int, int]:
        return _varint(self._data, at)

    def _free(self) -> set[int]:
        """The pages that hold only what was deleted."""
        found: set[int] = set()
        trunk = int.from_bytes(self._data[32:36], "big")
        while 1 <= trunk <= self._count and trunk not in found:
            found.add(trunk)
            start = (trunk - 1) * self._size
            following, count = struct.unpack_from(">II", self._data, start)
            if count <= self._usable // 4 - 2:
                found.update(struct.unpack_from(f">{count}I", self._data, start + 8))
            trunk = following
        return found


def _varint(data: bytes, at: int) -> tuple[int, int]:
    number = 0
    for step in range(9):
        byte = data[at + step]
        if step == 8:
            number = number << 8 | byte
            return number - (1 << 64) if number >> 63 else number, at + 9
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at + step + 1
    raise ValueError(at)


def _values(payload: bytes) -> tuple[Value, ...]:
    head, at = _varint(payload, 0)
    kinds = []
    while at < head:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if at != head:
        raise ValueError(head)
    values: list[Value] = []
    for kind in kinds:
        size = _SIZES[kind] if kind < 7 else 8 if kind == 7 else 0 if kind < 12 else (kind - 12) // 2
        part = payload[at : at + size]
        if len(part) != size or kind in (10, 11) or kind < 0:
            raise ValueError(kind)
        at += size
        if kind == 0:
            values.append(None)
        elif kind < 7:
            values.append(int.from_bytes(part, "big", signed=True))
        elif kind == 7:
            values.append(struct.unpack(">d", part)[0])
        elif kind < 10:
            values.append(kind - 8)
        else:
            values.append(part if kind % 2 else Blob(part))
    if at != len(payload):
        raise ValueError(at)
    return tuple(values)
