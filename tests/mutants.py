"""The bytes of a good file become those of a damaged or hostile one, the same ones for the same seed."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable

_EXTREMES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)


def mutant(data: bytes, chance: random.Random) -> bytes:
    """The file after one to eight changes."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        chance.choice(_CHANGES)(changed, chance)
    return bytes(changed)


def _flip(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _overwrite(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)


def _put_extreme(data: bytearray, chance: random.Random) -> None:
    """A length, count or place that no file has."""
    if len(data) >= 4:
        number = chance.choice(_EXTREMES) if chance.random() < 0.7 else chance.randrange(2 * len(data))
        struct.pack_into("<I", data, chance.randrange(len(data) - 3), number)


def _repeat(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    data[start:start] = data[start : start + chance.randrange(1, 600)] * chance.randint(1, 3)


def _remove(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    del data[start : start + chance.randrange(1, 600)]


def _cut(data: bytearray, chance: random.Random) -> None:
    if chance.random() < 0.2:
        del data[chance.randrange(len(data) + 1) :]


def _move(data: bytearray, chance: random.Random) -> None:
    """A stretch stands over another one, so that structures meet what they do not expect."""
    length = chance.randrange(1, 200)
    start, target = chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)
    data[target : target + length] = data[start : start + length]


_CHANGES: tuple[Callable[[bytearray, random.Random], None], ...] = (_flip, _overwrite, _put_extreme, _repeat, _remove, _cut, _move)
