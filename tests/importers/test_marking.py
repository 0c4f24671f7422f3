"""Marks become kinds on characters and marks again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.importers.marking import kinds_of, marks_of, marks_within
from app.model.issue import Mark, MarkKind

KINDS = st.lists(st.frozensets(st.sampled_from([MarkKind.BOLD, MarkKind.KAI])), max_size=12)


@given(KINDS)
def test_kinds_and_marks_say_the_same(kinds: list[frozenset[MarkKind]]) -> None:
    assert kinds_of(len(kinds), marks_of(kinds))[: len(kinds)] == kinds


@given(KINDS, st.integers(0, 12), st.integers(0, 12))
def test_the_marks_within_a_stretch_are_those_of_its_characters(kinds: list[frozenset[MarkKind]], one: int, other: int) -> None:
    start, end = sorted((min(one, len(kinds)), min(other, len(kinds))))
    assert marks_within(marks_of(kinds), start, end) == marks_of(kinds[start:end])


def test_marks_of_two_kinds_may_overlap() -> None:
    marks = (Mark(0, 3, MarkKind.BOLD), Mark(2, 5, MarkKind.KAI))
    assert marks_of(kinds_of(6, marks)[:6]) == marks
