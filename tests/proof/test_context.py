"""Stretches, words and pairs of words are judged by a model that is small enough to reckon by hand."""

from __future__ import annotations

from math import log

import pytest

from app.proof.context import Context, around
from app.text.language_model import LanguageModel
from tests.text.small_model import BEGIN, END, small_model

WORDS = {
    BEGIN: (-99.0, -0.5),
    END: (-1.5, 0.0),
    "安排": (-3.0, -0.25),
    "部署": (-3.5, -0.125),
    "工作": (-2.0, -0.5),
    "安": (-4.0, -0.25),
    "排": (-4.5, -0.25),
}
PAIRS = {(BEGIN, "安排"): -1.0, ("安排", "部署"): -1.25, ("部署", "工作"): -0.5, ("工作", "部署"): -4.0, ("工作", END): -0.75}
TEN = log(10)
UNKNOWN = 17.0
"""What an unknown character costs, as a natural logarithm."""


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    file = tmp_path_factory.mktemp("words") / "small.lm"
    file.write_bytes(small_model(WORDS, PAIRS))
    return Context(LanguageModel(file))


def test_it_knows_the_models_words(context: Context) -> None:
    assert context.knows("部署")
    assert not context.knows("布署")


def test_a_word_costs_what_it_is_unlikely(context: Context) -> None:
    assert context.cost("部署") == pytest.approx(3.5 * TEN)
    assert context.cost("工作") < context.cost("部署") < context.cost("布署") == UNKNOWN


def test_a_word_is_pulled_by_one_that_it_was_seen_with(context: Context) -> None:
    assert context.pull("安排", "部署") == pytest.approx((3.5 - 1.25) * TEN)
    assert context.pull("工作", "部署") == pytest.approx((3.5 - 4.0) * TEN)


@pytest.mark.parametrize(("before", "word"), [("部署", "安排"), ("安排", "布署"), ("布署", "工作"), ("", "工作")])
def test_nothing_is_pulled_by_an_unseen_pair(before: str, word: str, context: Context) -> None:
    assert context.pull(before, word) == 0.0


def test_a_stretch_is_as_likely_as_its_best_cutting(context: Context) -> None:
    assert context.likelihood("安排部署工作") == pytest.approx(-(1.0 + 1.25 + 0.5 + 0.75) * TEN)


def test_what_was_not_seen_together_costs_the_back_off(context: Context) -> None:
    assert context.likelihood("部署安排") == pytest.approx(-(0.5 + 3.5 + 0.125 + 3.0 + 0.25 + 1.5) * TEN)


def test_an_unknown_character_is_a_word_of_its_own(context: Context) -> None:
    # Behind it a word stands by itself: 布 and 署 are unknown, 工作 ends the stretch.
    assert context.likelihood("布署工作") == pytest.approx(-2 * UNKNOWN - (2.0 + 0.75) * TEN)
    assert context.likelihood("安排部署工作") > context.likelihood("安排布署工作")


def test_an_empty_stretch_is_a_beginning_and_an_end(context: Context) -> None:
    assert context.likelihood("") == pytest.approx(-(0.5 + 1.5) * TEN)


def test_a_stretch_reaches_to_where_words_begin_and_end() -> None:
    text = "我们要统一安排部署各项工作"
    assert around(text, 7, 9, frozenset({0, 2, 3, 5, 7, 9, 11}), reach=1) == (5, 11)
    assert around(text, 5, 7, frozenset({0, 2, 3, 5, 7, 9, 11}), reach=3) == (2, 11)
    assert around(text, 5, 7, frozenset(), reach=3) == (0, len(text))
