"""The engine: levels, overlaps, what is ignored, and that keeping never changes what is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.proof.document import Document, Passage
from app.proof.engine import Proofreader
from app.proof.finding import Finding, Hit, Level, is_word, settled
from app.proof.office import Office
from app.proof.profile import Profile
from app.proof.rule import About, DocumentRule, PassageRule


def _find_a(passage: Passage, _: Office) -> Iterator[Hit]:
    """Every a."""
    yield from (Hit(at, at + 1, "有 a。", "b") for at, char in enumerate(passage.text) if char == "a")


def _find_again(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """Passages that stand twice."""
    seen: set[str] = set()
    for passage in document.passages:
        if passage.text in seen:
            yield passage, Hit(0, len(passage.text), "重复。")
        seen.add(passage.text)


def _find_whole(passage: Passage, _: Office) -> Iterator[Hit]:
    """Every passage."""
    yield Hit(0, len(passage.text), "看。")


_A = PassageRule(About("a", "甲", Level.ERROR, "实务"), _find_a)
_TWICE = DocumentRule(About("twice", "重复", Level.HINT, "实务"), _find_again)
_RULES = (_A, _TWICE)


def _document(*texts: str) -> Document:
    return Document(tuple(Passage(number, text) for number, text in enumerate(texts)))


def _found(reader: Proofreader, document: Document) -> list[tuple[int, int, str]]:
    return [(one.key, one.start, one.rule) for one in reader.findings(document)]


def test_findings_stand_in_the_order_of_their_places() -> None:
    assert _found(Proofreader(_RULES, Office()), _document("xa", "bb", "aya", "bb")) == [
        (0, 1, "a"),
        (2, 0, "a"),
        (2, 2, "a"),
        (3, 0, "twice"),
    ]


def test_a_profile_switches_off_and_sets_levels() -> None:
    document = _document("a", "cc", "cc")
    assert _found(Proofreader(_RULES, Office(), Profile({"a": None})), document) == [(2, 0, "twice")]
    assert Proofreader(_RULES, Office(), Profile({"a": Level.QUERY})).findings(document)[0].level is Level.QUERY


def test_words_may_be_ignored_by_one_rule_alone() -> None:
    document = _document("a", "bb", "bb", "a")
    silent, other = (Office(ignored_by=frozenset({("a", rule)})) for rule in ("a", "twice"))
    assert _found(Proofreader(_RULES, silent), document) == [(2, 0, "twice"), (3, 0, "twice")]
    assert _found(Proofreader(_RULES, other), document) == [(0, 0, "a"), (2, 0, "twice"), (3, 0, "a")]


def test_a_rule_answers_to_the_one_that_it_was_part_of() -> None:
    later = PassageRule(About("b", "乙", Level.ERROR, "实务", ("a",)), _find_a)
    document = _document("a")
    assert _found(Proofreader((later,), Office(), Profile({"a": None})), document) == []
    assert _found(Proofreader((later,), Office(), Profile({"a": None, "b": Level.HINT})), document) == [(0, 0, "b")]
    assert _found(Proofreader((later,), Office(ignored_by=frozenset({("a", "a")}))), document) == []


def test_habit_is_said_in_full_where_it_stands_for_itself() -> None:
    sources = ("实务", "GB/T 9704；实务", "实务：职务用全称", "《办公实务手册》")
    full = "公文编校通行做法"
    assert [About("a", "甲", Level.ERROR, one).basis for one in sources] == [full, f"GB/T 9704；{full}", f"{full}：职务用全称", sources[-1]]


def test_ignored_words_are_not_told() -> None:
    assert _found(Proofreader(_RULES, Office(ignored=frozenset({"a"}))), _document("a", "bb", "bb")) == [(2, 0, "twice")]


def test_of_overlapping_findings_the_surer_stays() -> None:
    query = Finding(0, 0, 4, Level.QUERY, "long", "…", "abcd")
    error = Finding(0, 1, 2, Level.ERROR, "short", "…", "b", "x")
    hint = Finding(0, 4, 5, Level.HINT, "beside", "…", "e")
    assert settled([query, hint, error]) == (error, hint)
    assert settled([query, replace(query, rule="fixed", fix="y")])[0].rule == "fixed"


def test_a_sum_keeps_its_figures_beside_a_slip_among_its_words() -> None:
    sum_ = Finding(0, 0, 9, Level.QUERY, "sum.parts", "…", "9件，甲乙5件、丙3件"[:9])
    slip = Finding(0, 3, 5, Level.QUERY, "word.slip", "…", "甲乙", "甲一")
    assert settled([sum_, slip]) == (slip, replace(sum_, start=5, words="5件、丙"))
    assert settled([sum_, replace(slip, rule="number.form")]) == (replace(slip, rule="number.form"),)
    assert settled([replace(sum_, rule="word.slip", words="甲" * 9), slip]) == (slip,)


@given(st.lists(st.lists(st.text("ab", max_size=4), max_size=6), min_size=1, max_size=5))
def test_a_reader_that_remembers_finds_what_a_fresh_one_does(versions: list[list[str]]) -> None:
    reader = Proofreader(_RULES, Office())
    for texts in versions:
        assert reader.findings(_document(*texts)) == Proofreader(_RULES, Office()).findings(_document(*texts))


@pytest.mark.parametrize("words", ["布署", "三严三实", "二十大", "WPS", "X光", "a"])
def test_words_can_be_ignored(words: str) -> None:
    assert is_word(words)


def test_what_is_told_of_the_layout_is_no_word_to_ignore() -> None:
    line = Finding(0, 0, 4, Level.HINT, "page.lone_line", "…", "抓好落实")
    assert not line.of_a_word and replace(line, rule="word.slip").of_a_word


@pytest.mark.parametrize(
    "words",
    ["、", "××", "XX", "60%", "-", "1", "的", "2月30日", "星期三", "三、", "1倍", "左右", "市公安局主要负责同志参加会议并作了交流发言。"],
)
def test_what_stands_for_more_than_a_word_is_told_whatever_is_ignored(words: str) -> None:
    """One click on a mark must not switch off every rule that tells of that mark."""
    assert not is_word(words)
    rule = PassageRule(About("whole", "整段", Level.QUERY, "实务"), _find_whole)
    assert _found(Proofreader([rule], Office(ignored=frozenset({words}))), _document(words)) == [(0, 0, "whole")]
