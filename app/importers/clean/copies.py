"""A second copy of the same text behind the first one goes, also when it was mojibake or hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importers.lines import Row, rows
from app.importers.repair import Edit
from app.text.chars import HAN

_CORE = re.compile(f"[^{HAN}A-Za-z]+")
_SEED = 14
_MIN_COPY = 100
_MAX_SHARE = 0.6
_CHUNK = 64
_MAX_SKIP = 6


def find_second_copies(text: str) -> Iterator[Edit]:
    """Whole lines whose Han and letters repeat an earlier stretch of at least 100 characters, nearly without a difference."""
    lines = rows(text)
    cores = [_CORE.sub("", row.body) for row in lines]
    offsets: list[int] = []
    total = 0
    for core in cores:
        offsets.append(total)
        total += len(core)
    whole = "".join(cores)
    first_seen: dict[str, int] = {}
    found: list[tuple[int, int]] = []
    dropped = 0
    index = 0
    while index < len(lines):
        place = offsets[index]
        seed = whole[place : place + _SEED]
        earlier = first_seen.get(seed)
        if cores[index] and len(seed) == _SEED and earlier is not None:
            end = place + _matched(whole, earlier, place)
            last = index
            while last < len(lines) and offsets[last] + len(cores[last]) <= end:
                last += 1
            if last > index and offsets[last - 1] + len(cores[last - 1]) - place >= _MIN_COPY:
                # The copy's own cut end: what follows the last whole line is a part of the earlier text as well.
                if last < len(lines) and end >= total - 1:
                    last = len(lines)
                found.append((index, last))
                dropped += offsets[last - 1] + len(cores[last - 1]) - place
                index = last
                continue
        if cores[index] and len(seed) == _SEED:
            first_seen.setdefault(seed, place)
        index += 1
    if dropped <= _MAX_SHARE * total:
        for begin, last in found:
            yield _edit(lines, begin, last)


def _edit(lines: list[Row], begin: int, last: int) -> Edit:
    return Edit(lines[begin].start, lines[last - 1].end, kind="drop")


def _matched(whole: str, earlier: int, later: int) -> int:
    """How many characters from `later` on repeat those from `earlier` on; single differing characters are stepped over."""
    start, bound = later, later
    a, b = earlier, later
    while a < bound and b < len(whole):
        size = min(_CHUNK, bound - a, len(whole) - b)
        if whole[a : a + size] == whole[b : b + size]:
            a, b = a + size, b + size
            continue
        while a < bound and b < len(whole) and whole[a] == whole[b]:
            a, b = a + 1, b + 1
        step = _resync(whole, a, b)
        if step is None:
            break
        a, b = a + step[0], b + step[1]
    return b - start


def _resync(whole: str, a: int, b: int) -> tuple[int, int] | None:
    for skip in range(1, _MAX_SKIP + 1):
        for left, right in ((skip, skip), (skip, 0), (0, skip)):
            if whole[a + left : a + left + 8] == whole[b + right : b + right + 8] and len(whole[b + right : b + right + 8]) == 8:
                return left, right
    return None
