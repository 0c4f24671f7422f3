"""Two texts become the spans in which they agree and differ: first by sentences, then by characters within what differs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from app.records import dataclass

_SENTENCE = re.compile(r"[^。！？；\n]*(?:[。！？；]+[”’」』）)]*|\n|$)")
_MOST_MATCHES = 60_000
"""Pairs of equal characters of two stretches, which is what comparing them costs; a pair beyond that is not looked into."""
_SHORT_AGREEMENT = 2
"""Fewer characters that agree between two differences are chance: 的 in the midst of another sentence."""


@dataclass(frozen=True, slots=True)
class Span:
    """`one[one_start:one_end]` stands against `other[other_start:other_end]`; `same` where they are equal. Spans cover both texts."""

    one_start: int
    one_end: int
    other_start: int
    other_end: int
    same: bool


def spans(one: str, other: str) -> tuple[Span, ...]:
    """The spans of two texts in order, agreeing and differing by turns."""
    return tuple(_joined(_whole_words(one, _joined(_within(one, other, _by_sentences(one, other))))))


def _by_sentences(one: str, other: str) -> Iterator[Span]:
    a, b = _SENTENCE.findall(one), _SENTENCE.findall(other)
    ends_a, ends_b = _ends(a), _ends(b)
    for op, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        yield Span(ends_a[a1], ends_a[a2], ends_b[b1], ends_b[b2], op == "equal")


def _ends(pieces: Sequence[str]) -> list[int]:
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece))
    return ends


def _within(one: str, other: str, coarse: Iterator[Span]) -> Iterator[Span]:
    for span in coarse:
        a, b = one[span.one_start : span.one_end], other[span.other_start : span.other_end]
        if span.same or not a or not b or _matches(a, b) > _MOST_MATCHES:
            yield span
            continue
        for op, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            yield Span(span.one_start + a1, span.one_start + a2, span.other_start + b1, span.other_start + b2, op == "equal")


def _matches(a: str, b: str) -> int:
    """How many pairs of equal characters two texts have."""
    one, other = Counter(a), Counter(b)
    return sum(count * other[char] for char, count in one.items())


def _whole_words(one: str, found: Iterator[Span]) -> Iterator[Span]:
    """A figure or a Latin word differs as a whole: 200 and 260 agree in nothing."""
    for span in found:
        start, end = span.one_start, span.one_end
        if span.same:
            while start < end and start > 0 and _of_word(one[start - 1]) and _of_word(one[start]):
                start += 1
            while start < end < len(one) and _of_word(one[end - 1]) and _of_word(one[end]):
                end -= 1
        shift = span.other_start - span.one_start
        if not span.same or (start, end) == (span.one_start, span.one_end):
            yield span
            continue
        for piece in ((span.one_start, start, False), (start, end, True), (end, span.one_end, False)):
            if piece[0] < piece[1]:
                yield Span(piece[0], piece[1], piece[0] + shift, piece[1] + shift, piece[2])


def _of_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _joined(found: Iterator[Span]) -> Iterator[Span]:
    """Differences that only chance parts are one; so are neighbours of one kind."""
    merged: list[Span] = []
    for span in found:
        if span.one_start == span.one_end and span.other_start == span.other_end:
            continue
        if merged and merged[-1].same is span.same:
            merged[-1] = _both(merged[-1], span, span.same)
        elif len(merged) > 1 and not span.same and merged[-1].one_end - merged[-1].one_start < _SHORT_AGREEMENT:
            agreement = merged.pop()
            merged[-1] = _both(_both(merged[-1], agreement, False), span, False)
        else:
            merged.append(span)
    yield from merged


def _both(first: Span, second: Span, same: bool) -> Span:
    return Span(first.one_start, second.one_end, first.other_start, second.other_end, same)
