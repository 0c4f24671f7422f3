"""A text as it came, as the program repaired it and as it reads now become the places that differ, and who changed each (对校)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum

from app.records import dataclass
from app.text.chars import INVISIBLE
from app.text.compare import Span, spans

_WIDE = {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_MARKS = dict(zip(",.!;?:()", "，。！；？：（）", strict=True)) | dict.fromkeys("“”„", '"') | dict.fromkeys("‘’", "'")
_FOLDED = _WIDE | _MARKS
"""Marks and figures as they are compared where only the program changed them; sentence ends stay such, by which texts are aligned."""
_UNSEEN = re.compile(f"[\\s{INVISIBLE}]")


class By(Enum):
    """Who has changed a place."""

    HAND = "hand"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Difference:
    """`raw[start:end]` of the text as it came stands against `[ours_start:ours_end]` of the text as it is now.

    `back` is what would stand there if the place were as it came; of what the program repaired before somebody changed it, repaired.
    """

    by: By
    start: int
    end: int
    ours_start: int
    ours_end: int
    back: str


def whole(lines: Sequence[str]) -> str:
    """A title and its paragraphs as one text."""
    return "\n".join(lines)


class Collation:
    """The differences of two texts, in the order of that which is now, and where its characters stand in the one that came."""

    def __init__(self, raw: str, cleaned: Sequence[str], ours: Sequence[str]) -> None:
        self._ways = ways = _Ways(raw, whole(cleaned))
        self._spans = spanned = tuple(_spans(cleaned, ours))
        text = whole(cleaned)
        found = [
            Difference(By.HAND, *ways.back(one.one_start, one.one_end), one.other_start, one.other_end, text[one.one_start : one.one_end])
            for one in spanned
            if not one.same
        ]
        found += _by_program(raw, ways, spanned)
        self.differences = tuple(sorted(found, key=lambda one: (one.ours_start, one.start)))

    def raw_place(self, offset: int) -> int:
        """Where the text as it is now stands in the one that came; within what differs, the beginning of that."""
        for span in self._spans:
            if offset < span.other_end:
                cleaned = span.one_start + (offset - span.other_start if span.same else 0)
                return self._ways.back(cleaned, cleaned + 1)[0]
        return self._ways.back(self._spans[-1].one_end, self._spans[-1].one_end)[0] if self._spans else 0


def collate(raw: str, cleaned: Sequence[str], ours: Sequence[str]) -> Collation:
    """Hold the text as it is now against that which came.

    `cleaned` and `ours` are title and paragraphs; a title is compared with the title alone. Blanks and line ends that the program has put
    right are no difference: nobody would look for them.
    """
    return Collation(raw, cleaned, ours)


def _spans(one: Sequence[str], other: Sequence[str]) -> Iterator[Span]:
    """The spans of two texts with a title each; the line feed behind it belongs to the first paragraph."""
    a, b = (lines[0] if lines else "" for lines in (one, other))
    yield from spans(a, b)
    for span in spans(whole(one)[len(a) :], whole(other)[len(b) :]):
        yield Span(span.one_start + len(a), span.one_end + len(a), span.other_start + len(b), span.other_end + len(b), span.same)


class _Ways:
    """The ways between the characters of a text as it came and those of the repaired one."""

    def __init__(self, raw: str, cleaned: str) -> None:
        self._cleaned = cleaned
        one, at_one = _folded(raw)
        other, at_other = _folded(cleaned)
        self.changed: list[tuple[int, int, int, int]] = []
        """Stretches that the program changed: start and end in the raw text, and in the repaired one."""
        self._from: list[int] = []
        self._to: list[int] = []
        for span in spans(one, other):
            if not span.same:
                came, now = _stretch(at_one, span.one_start, span.one_end), _stretch(at_other, span.other_start, span.other_end)
                self.changed.append((*came, *now))
                continue
            for step in range(span.one_end - span.one_start):
                i, j = at_one[span.one_start + step], at_other[span.other_start + step]
                self._to.append(i)
                self._from.append(j)
                if raw[i] != cleaned[j]:
                    self.changed.append((i, i + 1, j, j + 1))

    def back(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the repaired text in the raw one: that of its characters which came, or the place between those round it."""
        first, last = bisect_left(self._from, start), bisect_left(self._from, end)
        if first < last:
            return self._to[first], self._to[last - 1] + 1
        place = self._to[first - 1] + 1 if first else self._to[0] if self._to else 0
        return place, place


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without blanks and with marks of one width, and where each of its characters stands."""
    places = [at for at, char in enumerate(text) if not _UNSEEN.match(char)]
    return "".join(_FOLDED.get(text[at], text[at]) for at in places), places


def _stretch(places: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """From the first to the last of some characters that were compared; the place behind the one before where there is none."""
    if start < end:
        return places[start], places[end - 1] + 1
    place = places[start - 1] + 1 if start else 0
    return place, place


def _by_program(raw: str, ways: _Ways, by_hand: Sequence[Span]) -> Iterator[Difference]:
    """What the program changed, where nobody has changed anything since."""
    kept = [span for span in by_hand if span.same] if by_hand else [Span(0, 0, 0, 0, same=True)]
    ends = [span.one_end for span in kept]
    for start, end, cleaned_start, cleaned_end in ways.changed:
        at = bisect_left(ends, cleaned_end)
        if at < len(kept) and kept[at].one_start <= cleaned_start:
            shift = kept[at].other_start - kept[at].one_start
            back = raw[start:end].replace("\n", "")
            yield Difference(By.PROGRAM, start, end, cleaned_start + shift, cleaned_end + shift, back)
