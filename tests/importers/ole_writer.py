"""Streams become an OLE file, in the plainest layout: a sector chain for each stream."""

from __future__ import annotations

import struct

_SECTOR, _SMALL_SECTOR = 512, 64
_SMALLEST = 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF


def ole_file(streams: dict[str, bytes], *, exact: bool = False) -> bytes:
    """The file; a name with slashes lies in storages.

    Streams under 4096 bytes are filled up with zeros, unless the file is `exact`; then they lie in a stream of small sectors.
    """
    small = {name: data for name, data in streams.items() if exact and len(data) < _SMALLEST}
    large = {name: data.ljust(0 if exact else _SMALLEST, b"\0") for name, data in streams.items() if name not in small}
    mini, mini_fat, small_starts = _small_sectors(small)
    paths = _paths(streams)
    chains = {"directory": (len(paths) + 3) // 4, "mini": -(-len(mini) // _SECTOR), "mini fat": -(-len(mini_fat) // _SECTOR)}
    chains |= {f"/{name}": -(-len(data) // _SECTOR) for name, data in large.items()}
    fat_sectors = 1
    while fat_sectors * 128 < fat_sectors + sum(chains.values()):
        fat_sectors += 1
    fat, starts = [_FAT] * fat_sectors, dict[str, int]()
    for name, length in chains.items():
        starts[name] = len(fat) if length else _END
        fat += _chain(len(fat), length) if length else []
    fat += [_FREE] * (fat_sectors * 128 - len(fat))
    first = {name: starts[f"/{name}"] for name in large} | small_starts | {"": starts["mini"]}
    sizes = {name: len(data) for name, data in (large | small).items()} | {"": len(mini)}
    directory = b"".join(_entry_of(path, paths, first.get(path, 0), sizes.get(path)) for path in paths)
    directory += _entry("", 0) * (4 * chains["directory"] - len(paths))
    difat = [*range(fat_sectors), *[_FREE] * (109 - fat_sectors)]
    head = struct.pack("<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, fat_sectors, fat_sectors, 0,
                       _SMALLEST, starts["mini fat"], chains["mini fat"], _END, 0)  # fmt: skip
    body = b"".join(data.ljust(-(-len(data) // _SECTOR) * _SECTOR, b"\0") for data in (directory, mini, mini_fat, *large.values()))
    return head + struct.pack("<109I", *difat) + struct.pack(f"<{len(fat)}I", *fat) + body


def _small_sectors(streams: dict[str, bytes]) -> tuple[bytes, bytes, dict[str, int]]:
    """The stream of small sectors, its own allocation table, and where each of the small streams begins."""
    table, starts, data = list[int](), dict[str, int](), b""
    for name, content in streams.items():
        length = -(-len(content) // _SMALL_SECTOR)
        starts[name] = len(table) if length else _END
        table += _chain(len(table), length) if length else []
        data += content.ljust(length * _SMALL_SECTOR, b"\0")
    table += [_FREE] * (-len(table) % 128)
    return data, struct.pack(f"<{len(table)}I", *table), starts


def _paths(streams: dict[str, bytes]) -> list[str]:
    """The root "", and every storage and stream below it."""
    paths = {"": None}
    for name in streams:
        steps = name.split("/")
        paths |= dict.fromkeys("/".join(steps[:depth]) for depth in range(1, len(steps) + 1))
    return list(paths)


def _entry_of(path: str, paths: list[str], start: int, size: int | None) -> bytes:
    """The directory entry of a path; those of one storage hang on one another to the right."""

    def inside(storage: str) -> list[str]:
        return sorted((one for one in paths if one and one.rpartition("/")[0] == storage), key=lambda one: (len(one), one.upper()))

    children, beside = inside(path) if path or size is not None else [], inside(path.rpartition("/")[0])
    after = beside[beside.index(path) + 1 :] if path else []
    kind = 5 if not path else 1 if size is None else 2
    child = paths.index(children[0]) if children and kind != 2 else _NONE
    right = paths.index(after[0]) if after else _NONE
    return _entry(path.rpartition("/")[2] or "Root Entry", kind, child=child, right=right, start=start, size=size or 0)


def _chain(start: int, length: int) -> list[int]:
    return [*range(start + 1, start + length), _END]


def _entry(name: str, kind: int, child: int = _NONE, right: int = _NONE, start: int = 0, size: int = 0) -> bytes:
    encoded = name.encode("utf-16-le")
    length = len(encoded) + 2 if name else 0
    return struct.pack("<64sHBBIII16xI16xIQ", encoded, length, kind, 1, _NONE, right, child, 0, start, size)
