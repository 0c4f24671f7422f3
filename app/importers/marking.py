"""Marks become the kinds of marks on each character, which follow the characters through every repair, and these become marks again."""

from __future__ import annotations

from collections.abc import Sequence

from app.model.issue import Mark, MarkKind, stretches

NONE = frozenset[MarkKind]()


def kinds_of(length: int, marks: Sequence[Mark]) -> list[frozenset[MarkKind]]:
    """The kinds on each character of a text of `length`, and one entry more for the place behind it."""
    kinds = [NONE] * (length + 1)
    for start, end, here in stretches(length, marks):
        kinds[start:end] = [here] * (end - start)
    return kinds


def marks_of(kinds: Sequence[frozenset[MarkKind]]) -> tuple[Mark, ...]:
    """The marks of a text of which each character's kinds are given, by start."""
    marks: list[Mark] = []
    for kind in MarkKind:
        start = None
        for at, here in enumerate([*kinds, NONE]):
            if kind in here and start is None:
                start = at
            elif kind not in here and start is not None:
                marks.append(Mark(start, at, kind))
                start = None
    return tuple(sorted(marks, key=_order))


def marks_within(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks on the stretch `start:end`, counted from its first character."""
    cut = (Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind) for mark in marks)
    return tuple(sorted((mark for mark in cut if mark.start < mark.end), key=_order))


def _order(mark: Mark) -> tuple[int, str]:
    return mark.start, mark.kind
