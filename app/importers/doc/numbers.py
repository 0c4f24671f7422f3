"""Little-endian numbers out of bytes that nobody can trust: beyond the end stand zeros, so that a damaged file breaks no reader."""

from __future__ import annotations


def u8(data: bytes, at: int) -> int:
    """The byte at a place."""
    return data[at] if 0 <= at < len(data) else 0


def u16(data: bytes, at: int) -> int:
    """Two bytes as a number."""
    return int.from_bytes(data[at : at + 2], "little")


def i16(data: bytes, at: int) -> int:
    """Two bytes as a number with a sign."""
    return int.from_bytes(data[at : at + 2], "little", signed=True)


def u32(data: bytes, at: int) -> int:
    """Four bytes as a number."""
    return int.from_bytes(data[at : at + 4], "little")


def i32(data: bytes, at: int) -> int:
    """Four bytes as a number with a sign."""
    return int.from_bytes(data[at : at + 4], "little", signed=True)


def utf16(data: bytes, at: int, units: int) -> str:
    """So many UTF-16 units as text; what is cut off is left out."""
    return data[at : at + 2 * units].decode("utf-16-le", "ignore")


def plc(table: bytes, at: int, size: int, entry_bytes: int) -> tuple[tuple[int, ...], tuple[bytes, ...]]:
    """A PLC: n + 1 places and n entries, which belong between them ([MS-DOC] 2.2.2). Bytes that the table does not have are left out."""
    block = table[at : at + size]
    count = max(0, (len(block) - 4) // (4 + entry_bytes))
    places = tuple(u32(block, 4 * index) for index in range(count + 1 if len(block) >= 4 else 0))
    first = 4 * (count + 1)
    entries = tuple(block[first + index * entry_bytes : first + (index + 1) * entry_bytes] for index in range(count))
    return places, entries
