"""Streams become an OLE file, in the plainest layout: a sector chain for each stream, none of them small."""

from __future__ import annotations

import struct

_SECTOR = 512
_SMALLEST = 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF


def ole_file(streams: dict[str, bytes]) -> bytes:
    """The file. Streams under 4096 bytes are filled up with zeros, for smaller ones would need a second kind of sector."""
    padded = {name: data.ljust(_SMALLEST, b"\0") for name, data in streams.items()}
    directory_sectors = (len(padded) + 1 + 3) // 4
    lengths = [-(-len(data) // _SECTOR) for data in padded.values()]
    fat_sectors = 1
    while fat_sectors * 128 < fat_sectors + directory_sectors + sum(lengths):
        fat_sectors += 1
    fat = [_FAT] * fat_sectors + _chain(fat_sectors, directory_sectors)
    starts = []
    for length in lengths:
        starts.append(len(fat))
        fat += _chain(len(fat), length)
    fat += [_FREE] * (fat_sectors * 128 - len(fat))
    names = sorted(padded, key=lambda name: (len(name), name.upper()))
    numbers = {name: number for number, name in enumerate(padded, 1)}
    entries = [_entry("Root Entry", 5, child=numbers[names[0]] if names else _NONE)]
    for (name, data), start in zip(padded.items(), starts, strict=True):
        place = names.index(name)
        right = numbers[names[place + 1]] if place + 1 < len(names) else _NONE
        entries.append(_entry(name, 2, right=right, start=start, size=len(data)))
    entries += [_entry("", 0)] * (4 * directory_sectors - len(entries))
    difat = [*range(fat_sectors), *[_FREE] * (109 - fat_sectors)]
    head = struct.pack("<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, fat_sectors, fat_sectors, 0,
                       _SMALLEST, _END, 0, _END, 0)  # fmt: skip
    body = b"".join(data.ljust(-(-len(data) // _SECTOR) * _SECTOR, b"\0") for data in padded.values())
    return head + struct.pack("<109I", *difat) + struct.pack(f"<{len(fat)}I", *fat) + b"".join(entries) + body


def _chain(start: int, length: int) -> list[int]:
    return [*range(start + 1, start + length), _END]


def _entry(name: str, kind: int, child: int = _NONE, right: int = _NONE, start: int = 0, size: int = 0) -> bytes:
    encoded = name.encode("utf-16-le")
    length = len(encoded) + 2 if name else 0
    return struct.pack("<64sHBBIII16xI16xIQ", encoded, length, kind, 1, _NONE, right, child, 0, start, size)
