"""Two texts become spans that cover both, agree where they say so, and are told in time whatever the texts are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.compare import Span, spans

OLD = "云湖镇组织干部群众植树，共栽下树苗320株。会后，大家清理了河道。"


def shown(one: str, other: str) -> list[str]:
    pieces = [(span.same, one[span.one_start : span.one_end], other[span.other_start : span.other_end]) for span in spans(one, other)]
    return [before if same else f"{before}→{after}" for same, before, after in pieces]


def test_a_figure_differs_as_a_whole() -> None:
    assert shown(OLD, OLD.replace("320", "350")) == ["云湖镇组织干部群众植树，共栽下树苗", "320→350", "株。会后，大家清理了河道。"]


def test_a_sentence_put_in_is_a_difference_of_its_own() -> None:
    new = OLD.replace("会后", "镇长讲了话。会后")
    assert shown(OLD, new) == ["云湖镇组织干部群众植树，共栽下树苗320株。", "→镇长讲了话。", "会后，大家清理了河道。"]


@given(st.text("云湖镇植树，。12a\n", max_size=40), st.text("云湖镇植树，。12a\n", max_size=40))
def test_spans_cover_both_texts_and_say_the_truth(one: str, other: str) -> None:
    found = spans(one, other)
    assert "".join(one[span.one_start : span.one_end] for span in found) == one
    assert "".join(other[span.other_start : span.other_end] for span in found) == other
    assert all(span.same == (one[span.one_start : span.one_end] == other[span.other_start : span.other_end]) for span in found)
    assert all(before.same != after.same for before, after in pairwise(found))


@pytest.mark.parametrize("size", [1_000, 100_000])
def test_stretches_of_one_character_are_not_looked_into(size: int) -> None:
    """Every place matches every other: what such a pair costs grows with the square of its length."""
    assert spans("字" * size, "字" * (size + 1)) == (Span(0, size, 0, size + 1, same=False),)
