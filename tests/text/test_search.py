"""Queries find what a clerk means, and no pattern stands still."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.text.pattern import MAX_LENGTH
from app.text.search import Query, search

PARAGRAPH = "3月6日，云河市老城区改造工程在南门街开工，涉及居民三千二百户，第2期工程预计2022年年底完成。" * 6


def spans(query: Query, text: str, *, turns: bool = False) -> list[tuple[int, int]]:
    return [(found.start, found.end) for found in search(query, text, turns=turns)]


def words(query: Query, text: str) -> list[str]:
    return [text[start:end] for start, end in spans(query, text)]


def sentence(pattern: str, text: str = PARAGRAPH) -> str:
    with pytest.raises(UserError) as caught:
        spans(Query(pattern, regex=True), text)
    return caught.value.sentence


@given(st.text("云河a.*(", min_size=1, max_size=3), st.text("云河a.*(", max_size=30))
def test_plain_words_are_found_one_behind_the_other(wanted: str, text: str) -> None:
    found = spans(Query(wanted, case=True), text)
    assert len(found) == text.count(wanted)
    assert all(text[start:end] == wanted for start, end in found)


def test_case_matters_where_it_is_asked_for() -> None:
    assert words(Query("ai"), "AI和ai") == ["AI", "ai"]
    assert words(Query("ai", case=True), "AI和ai") == ["ai"]


def test_widths_and_marks_stay_apart() -> None:
    assert words(Query("A,"), "Ａ，A,A，") == ["A,"]
    assert words(Query("，"), "A,B，C﹐") == ["，"]


def test_whole_words_look_at_latin_letters_alone() -> None:
    query = Query("AI", whole=True)
    assert words(query, "第AI班用AI、AIR和MAI学ai2") == ["AI", "AI"]
    assert words(Query("A.", whole=True, regex=True), "AI AIR") == ["AI"]
    assert words(Query("云河", whole=True), "在云河市") == ["云河"], "Han words have no edges"


@pytest.mark.parametrize("text", ["云河市\n召开会议", "云\n河市召\n开会议", "云河市召开\n会议"])
def test_a_turn_hides_no_match(text: str) -> None:
    (found,) = search(Query("云河市召开"), text, turns=True)
    assert text[found.start : found.end].replace("\n", "") == "云河市召开"
    assert not text[found.start : found.end].startswith("\n") and not text[found.start : found.end].endswith("\n")


def test_patterns_find_and_give_their_groups() -> None:
    query = Query(r"(\d+)月(\d+)日", regex=True)
    (found,) = search(query, "于3月26日召开")
    assert found.replacement(query, r"\2/\1") == "26/3"
    assert found.replacement(Query("3月26日"), r"\2") == r"\2", "plain words are put in as they are"


@pytest.mark.parametrize("template", [r"\3", "\\", r"\g<x>", r"\q"])
def test_a_bad_template_is_one_sentence(template: str) -> None:
    query = Query(r"(\d+)月(\d+)日", regex=True)
    (found,) = search(query, "3月26日")
    with pytest.raises(UserError, match="替换内容"):
        found.replacement(query, template)


def test_matches_of_nothing_are_left_out() -> None:
    assert words(Query("a*", regex=True), "云a河aa") == ["a", "aa"]
    assert spans(Query(""), "云河") == []


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("云(河", "第2个字处写错了：缺少右括号"),
        ("云)", "第2个字处写错了：多了一个右括号"),
        ("[云", "缺少“]”"),
        ("*云", "没有可以重复的字"),
        ("云{3,1}", "前一个数比后一个大"),
        ("[河-A]", "前后颠倒"),
        ("云\\", "末尾的“\\”"),
        (r"\q", "没有这种用法"),
        (r"\2", "没有对应的括号"),
        ("(?<=云+)河", "长短必须固定"),
        ("云(?i)", "开头"),
        ("云" * (MAX_LENGTH + 1), "太长"),
        ("(?P<云", "写错了"),
        ("a{99999999999999999999}", "太复杂"),
    ],
)
def test_a_bad_pattern_is_one_sentence(pattern: str, why: str) -> None:
    assert why in sentence(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "(.+)+x",
        "(.*)*x",
        "(云|云)*x",
        "(云|云河)*x",
        ".*.*.*x",
        "((((云?)*)*)*)*x",
        r"(\w+\s?)+$",
        "(.|云){20}x",
        "云?" * 25 + "云" * 25,
        "(?:.{0,1000}){1000}",
        "(?=(.+)+x)云",
        "(?>(.+)+x)",
        "(云)?(?(1)(.+)+x|河)",
    ],
)
def test_a_pattern_that_could_stand_still_is_refused(pattern: str) -> None:
    assert "要试的情况太多" in sentence(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\d+",
        ".*",
        ".+?，",
        "第.*期.*年",
        "(第.*)期(.*)年",
        "[一二三四五六七八九十百千]+户",
        "(云河|临溪)+",
        "(?:老|旧)*城",
        "[^，。]+[，。]",
        r"(.)\1",
        "云.{0,10}市.{0,10}区",
        "^.{0,4}月",
        "(?i)ai",
    ],
)
def test_what_clerks_write_is_searched(pattern: str) -> None:
    spans(Query(pattern, regex=True), PARAGRAPH)
