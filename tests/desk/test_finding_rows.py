"""Findings as rows: articles of one name apart, a habit as one row, words with what is around them, and what may be put right together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.desk.finding_rows import LevelRows, alike, around, level_rows, stood
from app.model.issue import Issue, Passed
from app.proof.finding import Finding, Level
from tests.layout.bulletins import bulletin, template

_NAMES = {"ordinal.mark": ("序号后的标点", "GB/T 9704—2012 7.3.3")}


def issue_of(*articles: tuple[str, list[str]]) -> Issue:
    return bulletin(template(), list(articles))


def found(key: int, start: int, words: str, rule: str = "ordinal.mark", fix: str | None = ".", message: str = "后面用下脚点。") -> Finding:
    return Finding(key, start, start + len(words), Level.ERROR, rule, message, words, fix)


def blocks(issue: Issue, article: int) -> list[int]:
    return [paragraph.id for paragraph in list(issue.articles())[article].paragraphs]


def of(rows: tuple[LevelRows, ...]) -> list[tuple[str, int, list[str]]]:
    return [(part.title, part.count, [row.text for row in part.rows]) for level in rows for part in level.parts]


def test_articles_of_one_name_are_told_apart_and_counted() -> None:
    issue = issue_of(("关于创建文明单位的报告", ["1、进一步提高认识。"]), ("关于创建文明单位的报告", ["2、进一步落实责任。"]))
    first, second = blocks(issue, 0)[0], blocks(issue, 1)[0]
    rows = level_rows([found(first, 1, "、"), found(second, 1, "、")], issue, _NAMES)
    assert [(title, count) for title, count, _ in of(rows)] == [
        ("关于创建文明单位的报告（第 1 篇）", 1),
        ("关于创建文明单位的报告（第 2 篇）", 1),
    ]
    assert (rows[0].level, rows[0].count) == (Level.ERROR, 2)
    assert of(rows)[0][2] == ["1、进一步提高认识。　后面用下脚点。"]


def test_a_word_with_a_fix_says_what_becomes_of_it() -> None:
    issue = issue_of(("题", ["各单位对账实不付的问题限期整改，在部署、再落实。"]))
    block = blocks(issue, 0)[0]
    text = issue.block_index[block].text
    words = found(block, text.index("账实不付"), "账实不付", "word.wrong", "账实不符", "“账实不付”应为“账实不符”。")
    one = found(block, text.index("在部署"), "在", "word.wrong", "再", "“在”应为“再”。")
    told, short = of(level_rows([words, one], issue, _NAMES))[0][2]
    assert told == "账实不付→账实不符"
    assert "在部署" in short and short.endswith("　“在”应为“再”。")


def test_a_habit_is_one_row_and_two_places_are_none() -> None:
    issue = issue_of(("题", [f"{at}、进一步抓好落实。" for at in range(1, 5)]), ("又一题", ["1、再抓。", "2、再抓。"]))
    habit = [found(key, 1, "、") for key in blocks(issue, 0)]
    two = [found(key, 1, "、") for key in blocks(issue, 1)]
    told = of(level_rows([*habit, *two], issue, _NAMES))
    assert told[0] == ("题", 4, ["后面用下脚点（4 处）"])
    assert len(told[1][2]) == 2


def test_a_habit_of_other_messages_is_called_by_its_rule() -> None:
    issue = issue_of(("题", [f"{at}、进一步抓好落实。" for at in range(1, 4)]))
    habit = [found(key, 1, "、", message=f"第{at}处。") for at, key in enumerate(blocks(issue, 0))]
    assert of(level_rows(habit, issue, _NAMES))[0][2] == ["序号后的标点（3 处）"]


def test_a_habit_of_one_word_says_what_becomes_of_it() -> None:
    issue = issue_of(("题", ["布署到位。"] * 3))
    habit = [found(key, 0, "布署", "word.wrong", "部署", "“布署”应为“部署”。") for key in blocks(issue, 0)]
    assert of(level_rows(habit, issue, _NAMES))[0][2] == ["布署→部署（3 处）"]
    unsure = [replace(one, fix=None) for one in habit]
    assert of(level_rows(unsure, issue, _NAMES))[0][2] == ["布署（3 处）"]


def test_a_habit_with_much_to_say_is_called_by_its_rule() -> None:
    issue = issue_of(("题", ["1、抓。", "2、抓。", "3、抓。"]))
    habit = [found(key, 1, "、", message="“1”“2”后面用下脚点“.”，层次依次写。") for key in blocks(issue, 0)]
    assert of(level_rows(habit, issue, _NAMES))[0][2] == ["序号后的标点（3 处）"]


def test_two_persons_are_never_put_right_together() -> None:
    strong = found(1, 0, "孙志强", "name.two_ways", "孙志坚")
    hard = found(1, 9, "孙志坚", "name.two_ways", "孙志强")
    again = found(2, 4, "孙志强", "name.two_ways", "孙志坚")
    assert alike([strong, hard, again], strong) == (strong, again)
    assert alike([strong, hard, again], hard) == (hard,)


def test_marks_of_one_rule_are_put_right_together_whatever_stands_there() -> None:
    marks = [found(1, 0, ",", "mark.half", "，"), found(1, 3, ":", "mark.half", "："), found(1, 5, ";", "mark.half", None)]
    assert alike(marks, marks[0]) == tuple(marks[:2])
    assert alike(marks, found(1, 0, "布署", "word.wrong", "部署")) == ()


@pytest.mark.parametrize(
    ("text", "start", "end", "shown"),
    [
        ("1、进一步提高思想认识，切实抓好落实", 1, 2, "1、进一步提高思想认…"),
        ("各单位再接再励，抓好落实", 3, 7, "再接再励"),
        ("会议召开，，要求抓实", 4, 6, "…议召开，，要求抓实"),
        ("题目\n分两行，，", 6, 8, "…分两行，，"),
    ],
)
def test_a_mark_is_shown_with_what_is_beside_it(text: str, start: int, end: int, shown: str) -> None:
    assert around(text, start, end) == shown


def test_what_was_let_stand_is_listed_as_long_as_it_stands() -> None:
    issue = issue_of(("题", ["各单位再接再励。", "抓好落实。"]))
    first, second = blocks(issue, 0)
    gone, there = Passed("word.wrong", second, "再接再励"), Passed("word.wrong", first, "再接再励")
    listed = stood(replace(issue, passed=(gone, there)))
    assert [(one.passed, one.start, one.around) for one in listed] == [(there, 3, "再接再励")]
