"""A small file is read to the last pair; one of another kind, cut or damaged is told so when it is opened, never later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite, log
from pathlib import Path

import pytest

from app.paths import is_file, language_models
from app.text.language_model import LanguageModel
from tests.text.small_model import BEGIN, END, SANITY_BYTES, UNKNOWN, small_model

WORDS = {BEGIN: (-99.0, -0.5), END: (-1.5, 0.0), "安排": (-3.0, -0.25), "部署": (-3.5, 0.125), "工作": (-2.0, -0.5), "会议": (-2.5, -0.0)}
PAIRS = {("安排", "部署"): -1.0, ("工作", "部署"): -2.25, ("部署", "工作"): -0.5, (BEGIN, "安排"): -1.0, ("工作", END): -0.75}
TEN = log(10)

Write = Callable[[bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(content: bytes) -> Path:
        file = tmp_path / "small.lm"
        file.write_bytes(content)
        return file

    return written


def all_pairs(model: LanguageModel) -> dict[tuple[str, str], float]:
    """Every pair that the model knows, by asking for each."""
    asked = {(one, other): model.pair(model.ids[one], model.ids[other]) for one in model.ids for other in model.ids}
    return {words: found / TEN for words, found in asked.items() if found}


def many(count: int) -> tuple[Mapping[str, tuple[float, float]], Mapping[tuple[str, str], float]]:
    """So many words of which each stands behind some others."""
    words = {chr(0x4E00 + place): (-2.0 - place / 16, -place / 32) for place in range(count)}
    names = list(words)
    places = [(one, other) for one in range(count) for other in range(count) if (one * 7 + other * 3) % 5 == 0]
    return words, {(names[one], names[other]): -0.25 - (one + other) % 12 / 4 for one, other in places}


def test_words_have_numbers_and_likelihoods(write: Write) -> None:
    model = LanguageModel(write(small_model(WORDS, PAIRS)))
    assert list(model.ids) == [UNKNOWN, *WORDS]
    assert [model.ids[word] for word in (UNKNOWN, BEGIN, "会议")] == [0, 1, 6]
    assert {word: model.word(number) / TEN for word, number in model.ids.items() if word in WORDS} == pytest.approx(
        {word: likely for word, (likely, _) in WORDS.items()}
    )
    assert model.word(0) == pytest.approx(-6 * TEN)


def test_known_pairs_are_found_and_no_others(write: Write) -> None:
    model = LanguageModel(write(small_model(WORDS, PAIRS)))
    assert all_pairs(model) == pytest.approx(PAIRS)
    assert model.after(model.ids["安排"], model.ids["部署"]) == pytest.approx(-1.0 * TEN)


@pytest.mark.parametrize(("before", "word", "likely"), [("安排", "工作", -2.25), ("部署", "会议", -2.375), ("会议", "安排", -3.0)])
def test_behind_a_word_that_it_was_not_seen_with_a_word_costs_the_back_off(before: str, word: str, likely: float, write: Write) -> None:
    model = LanguageModel(write(small_model(WORDS, PAIRS)))
    assert model.after(model.ids[before], model.ids[word]) == pytest.approx(likely * TEN)


def test_a_word_that_nobody_knows_has_the_likelihood_of_unknown_ones(write: Write) -> None:
    model = LanguageModel(write(small_model(WORDS, PAIRS)))
    assert model.ids.get("组织", 0) == 0
    assert model.after(model.ids["安排"], 0) == pytest.approx(-6.25 * TEN)
    assert model.after(0, model.ids["工作"]) == pytest.approx(-2.0 * TEN)


TRIPLES = {
    ("部署", "工作", "部署"): -0.25,
    (BEGIN, "安排", "部署"): -0.125,
    ("会议", "安排", "部署"): -0.5,
    ("安排", "部署", "工作"): -0.375,
}


@pytest.mark.parametrize("chopped", [0, 1, 22])
def test_a_word_behind_two_others_is_as_likely_as_the_triple_says(chopped: int, write: Write) -> None:
    model = LanguageModel(write(small_model(WORDS, PAIRS, chopped, TRIPLES)))
    ids = model.ids
    found = {words: model.third(*(ids[word] for word in words)) / TEN for words in TRIPLES}
    assert found == pytest.approx(TRIPLES)
    assert all_pairs(model) == pytest.approx(PAIRS)


@pytest.mark.parametrize(
    ("words", "likely"),
    [
        (("工作", "安排", "部署"), -1.0),  # the pair, of which no triple is known that begins so; the first two are no pair
        (("安排", "部署", "会议"), -2.375 - 0.75),  # back-off of the first pair, then of the word
        (("安排", "部署", "工作"), -0.5 - 0.75),
        (("会议", "工作", "安排"), -3.5),
    ],
)
def test_behind_two_others_without_a_triple_it_costs_the_back_offs(words: tuple[str, str, str], likely: float, write: Write) -> None:
    model = LanguageModel(write(small_model(WORDS, PAIRS, 22, {("会议", "工作", "部署"): -0.25}, {("安排", "部署"): -0.75})))
    assert model.third(*(model.ids[word] for word in words)) == pytest.approx(likely * TEN)


@pytest.mark.parametrize("count", [17, 40])
@pytest.mark.parametrize("chopped", [0, 22])
def test_many_triples_are_found_through_the_table_of_pointers(count: int, chopped: int, write: Write) -> None:
    words, pairs = many(count)
    names = list(words)
    triples = {
        (first, middle, last): -0.125 - (turn % 9) / 8 for turn, (middle, last) in enumerate(pairs) for first in names[turn % 3 :: 4]
    }
    model = LanguageModel(write(small_model(words, pairs, chopped, triples)))
    ids = model.ids
    assert {key: model.third(*(ids[word] for word in key)) / TEN for key in triples} == pytest.approx(triples)


@pytest.mark.parametrize("count", [2, 17, 40])
@pytest.mark.parametrize("chopped", [0, 22])
def test_entries_of_any_width_are_read(count: int, chopped: int, write: Write) -> None:
    words, pairs = many(count)
    model = LanguageModel(write(small_model(words, pairs, chopped)))
    assert all_pairs(model) == pytest.approx(pairs)


def test_a_pair_with_a_value_that_stands_for_nought_is_unlikely_and_no_more(write: Write) -> None:
    model = LanguageModel(write(small_model(WORDS, {("安排", "部署"): float("-inf")})))
    assert model.after(model.ids["安排"], model.ids["部署"]) == pytest.approx(-99 * TEN)


def test_a_file_cut_anywhere_is_refused(write: Write) -> None:
    whole = small_model(WORDS, PAIRS)
    for left in range(len(whole)):
        with pytest.raises(ValueError, match=r"model|empty"):
            LanguageModel(write(whole[:left]))


def test_a_file_with_more_at_its_end_is_refused(write: Write) -> None:
    with pytest.raises(ValueError, match="words"):
        LanguageModel(write(small_model(WORDS, PAIRS) + b"more\0"))


@pytest.mark.parametrize(
    ("place", "byte", "reason"),
    [
        (0, 0x4D, "no language model"),  # M for m
        (SANITY_BYTES - 32, 0xFF, "no language model"),  # floats of another machine
        (SANITY_BYTES, 2, "another kind"),  # words and pairs alone
        (SANITY_BYTES, 255, "another kind"),
        (SANITY_BYTES + 8, 2, "another kind"),  # a trie that isn't quantized
        (SANITY_BYTES + 12, 0, "another kind"),  # without its words
        (SANITY_BYTES + 27, 0x7F, "early"),  # 2 ** 62 words
        (SANITY_BYTES + 43, 0x7F, "early"),
    ],
)
def test_another_kind_of_file_is_told_so(place: int, byte: int, reason: str, write: Write) -> None:
    content = bytearray(small_model(WORDS, PAIRS))
    content[place] = byte
    with pytest.raises(ValueError, match=reason):
        LanguageModel(write(bytes(content)))


@pytest.mark.parametrize("content", [b"", b"no", b"\0" * 5000, "一份文稿".encode() * 500])
def test_any_other_file_is_refused(content: bytes, write: Write) -> None:
    with pytest.raises(ValueError, match=r"model|empty"):
        LanguageModel(write(content))


def test_a_file_with_a_wrong_byte_is_refused_or_answers(write: Write) -> None:
    """What can't be told from a likelihood is taken for one; nothing fails later, and nothing is beyond all measure."""
    whole = small_model(WORDS, PAIRS, 22, TRIPLES)
    refused = 0
    for place in range(len(whole)):
        for wrong in (0x00, 0x7F, 0xFF):
            content = bytearray(whole)
            content[place] = wrong
            try:
                model = LanguageModel(write(bytes(content)))
            except ValueError:
                refused += 1
                continue
            numbers = range(len(WORDS) + 1)
            assert all(isfinite(model.after(one, other)) for one in numbers for other in numbers)
            assert all(isfinite(model.third(1, one, other)) for one in numbers for other in numbers)
    assert refused > SANITY_BYTES


def test_the_real_model_knows_what_stands_together() -> None:
    path = next((path for path in language_models() if is_file(path)), None)
    if path is None:
        pytest.skip("the language model was not set up")
    model = LanguageModel(path)
    ids = model.ids
    assert len(ids) > 100_000
    assert model.pair(ids["安排"], ids["部署"]) > model.word(ids["部署"]) + 2
    assert model.pair(ids["组织"], ids["事实"]) == 0.0
    assert model.after(ids["组织"], ids["实施"]) > model.after(ids["组织"], ids["事实"]) + 2
    assert model.third(ids["安排"], ids["部署"], ids["工作"]) != model.after(ids["部署"], ids["工作"])
