"""What a text is of an earlier one."""

from __future__ import annotations

import random

import pytest

from app.text.relation import Kind, relation
from tests.text.pairs import Pair, corrected, measured, pairs, sentences, story


def test_relations_are_found_and_none_is_made_up() -> None:
    recall, precision, kinds, total = measured()
    assert total >= 400
    assert recall >= 0.95
    assert precision >= 0.97
    assert kinds >= 0.8


@pytest.mark.parametrize("kind", [Kind.SAME, Kind.VERSION, Kind.CUT, Kind.MERGED, Kind.REWORDED])
def test_each_kind(kind: Kind) -> None:
    examples = [pair for pair in pairs(30, 3) if pair.kind is kind]
    outcomes = [relation(pair.old, pair.new) for pair in examples]
    assert sum(outcome is not None and outcome.kind is kind for outcome in outcomes) >= 0.85 * len(examples)


def test_the_next_months_report_is_other_news() -> None:
    negatives: list[Pair] = [pair for pair in pairs(50, 5) if pair.kind is None]
    assert [relation(pair.old, pair.new) for pair in negatives] == [None] * len(negatives)


def test_short_texts_are_the_same_or_unrelated() -> None:
    assert relation("收到，谢谢！", "收到 谢谢") is not None
    assert relation("收到，谢谢！", "收到，好的！") is None
    assert relation("", "") is None


def test_a_corrected_figure_makes_a_newer_version() -> None:
    text = story(random.Random(7)) * 3
    newer = relation(text + "本月共收到来信128件。", text + "本月共收到来信129件。")
    assert newer is not None and newer.kind is Kind.VERSION
    same = relation(text, text.replace("，", "， "))
    assert same is not None and same.kind is Kind.SAME


def test_the_figures_of_a_relation() -> None:
    text = story(random.Random(1))
    cut = relation(text, "".join(sentences(text)[:2]))
    assert cut is not None and cut.kind is Kind.CUT
    assert cut.new_in_old > 0.95 > cut.old_in_new
    newer = relation(text, corrected(text, random.Random(2)))
    assert newer is not None and newer.kind is Kind.VERSION
