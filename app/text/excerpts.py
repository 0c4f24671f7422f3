"""A text and phrases become the piece of it that shows them best, and the sentences in which one of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from app.records import dataclass
from app.text.phrases import fold

EXCERPT_CHARACTERS = 90
_LEAD = 18
"""Characters before the first hit."""
_ENDS = "。！？；\n"
_CLOSING = "”’」』）"
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text in one line; `marks` are the places in it, as start and end. `places` counts those of the whole text."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    places: int = 0


def places(text: str, phrases: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where the folded phrases stand, one behind the other; of two that begin at the same place the longer one."""
    wanted = sorted(filter(None, phrases), key=lambda phrase: (-len(phrase), phrase))
    if not wanted:
        return ()
    return tuple(match.span() for match in re.finditer("|".join(map(re.escape, wanted)), fold(text)))


def excerpt(text: str, phrases: Iterable[str], longest: int = EXCERPT_CHARACTERS) -> Excerpt:
    """The piece with the most different phrases, the earliest of equal ones; the beginning where there is none."""
    found = places(text, phrases)
    start = _best_start(text, found, longest) if found else 0
    end = min(len(text), start + longest)
    head, tail = _CUT if start else "", _CUT if end < len(text) else ""
    inside = tuple((max(a, start), min(b, end)) for a, b in found if a < end and b > start)
    shift = len(head) - start
    return Excerpt(head + _one_line(text[start:end]) + tail, tuple((a + shift, b + shift) for a, b in inside), len(found))


def sentences_with(text: str, phrases: Sequence[str]) -> Iterator[Excerpt]:
    """Each sentence in which one of the folded phrases stands, with its places."""
    found = places(text, phrases)
    at = 0
    while at < len(found):
        start, end = _sentence(text, found[at][0])
        end = max(end, found[at][1])
        inside = []
        while at < len(found) and found[at][0] < end:
            inside.append((found[at][0] - start, min(found[at][1], end) - start))
            at += 1
        yield Excerpt(_one_line(text[start:end]), tuple(inside), len(inside))


def _best_start(text: str, found: Sequence[tuple[int, int]], longest: int) -> int:
    folded = fold(text)
    best, most = found[0][0], 0
    for number, (start, _) in enumerate(found):
        inside = {folded[a:b] for a, b in found[number : number + longest] if b <= start - _LEAD + longest}
        if len(inside) > most:
            best, most = start, len(inside)
    line = text.rfind("\n", 0, best) + 1
    return max(line, best - _LEAD, 0)


def _sentence(text: str, at: int) -> tuple[int, int]:
    """From where to where the sentence goes that holds a place."""
    start = max(text.rfind(mark, 0, at) for mark in _ENDS) + 1
    while start < at and text[start] in _CLOSING:
        start += 1
    ends = [found for mark in _ENDS if (found := text.find(mark, at)) >= 0]
    end = min(ends, default=len(text))
    if end < len(text) and text[end] != "\n":
        end += 1
        while end < len(text) and text[end] in _CLOSING:
            end += 1
    while start < at and text[start].isspace():
        start += 1
    return start, end


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
