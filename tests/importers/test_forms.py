"""The forms of single lines, each with what it takes and what it leaves."""

from __future__ import annotations

import pytest

from app.importers.forms import (
    ADDRESSEE,
    BYLINE,
    CONTENTS_HEAD,
    COPIES,
    EDITOR_NOTE,
    EDITORS,
    FOOTER_LABEL,
    LEADER,
    NUMBER,
    TOTAL,
    heading_level,
    is_bracketed_source,
    section_name,
    starts_new,
)
from app.text.numerals import parse_numeral


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("第7期", "第7期"),
        ("第 十七 期", "第 十七 期"),
        ("（第19期）", "第19期"),
        ("2024年第3期", "2024年第3期"),
        ("增刊第2期", "增刊第2期"),
        ("第2期（增刊）", "第2期（增刊）"),
        ("第3—4期", "第3—4期"),
        ("〔2024〕第3期", "〔2024〕第3期"),
    ],
)
def test_numbers(line: str, number: str) -> None:
    match = NUMBER.fullmatch(line)
    assert match and match["number"] == number


@pytest.mark.parametrize(("line", "total"), [("（总第23期）", "总第23期"), ("总第123期", "总第123期"), ("总期号：45", "总期号：45")])
def test_totals(line: str, total: str) -> None:
    match = TOTAL.fullmatch(line)
    assert match and match[1] == total


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("共印 260 份", 260),
        ("（共印16份）", 16),
        ("（此件共印80份）", 80),
        ("印发份数：200", 200),
        ("共印二百六十份", 260),
        ("印数：55份", 55),
    ],
)
def test_copies(line: str, count: int) -> None:
    match = COPIES.fullmatch(line)
    assert match and parse_numeral(match["count"] or match["count2"]) == count


@pytest.mark.parametrize(
    ("line", "level"),
    [("一、总体要求", 1), ("（二）优化服务", 2), ("(三)强化", 2), ("3.抓落实", 3), ("4、抓落实", 3), ("（5）宣传", 4)],
)
def test_heading_levels(line: str, level: int) -> None:
    assert heading_level(line) == level


@pytest.mark.parametrize("line", ["3.5亿元", "一是加强领导", "2024年", "（扩大）会议"])
def test_what_is_no_heading(line: str) -> None:
    assert heading_level(line) == 0


@pytest.mark.parametrize(
    ("line", "name"),
    [("【工作动态】", "工作动态"), ("★ 基层之声 ★", "基层之声"), ("◆ 简　讯 ◆", "简讯"), ("〖要闻〗", "要闻")],
)
def test_columns_by_their_signs(line: str, name: str) -> None:
    assert section_name(line) == name


@pytest.mark.parametrize("line", ["【编者按】", "【本期导读】", "工作动态", "【云河讯】近日，举办活动。"])
def test_what_is_no_column(line: str) -> None:
    assert section_name(line) is None


def test_a_bare_column_is_known_from_the_contents() -> None:
    assert section_name("工作动态", {"工作动态"}) == "工作动态"


@pytest.mark.parametrize("line", ["目　录", "本期要目", "【本期导读】", "≡本期要目≡", "本期目录："])
def test_contents_heads(line: str) -> None:
    assert CONTENTS_HEAD.match(line)


@pytest.mark.parametrize("line", ["市委召开会议……………1", "市委召开会议  12", "市委召开会议......3", "市委召开会议·····（4）"])
def test_leaders_go(line: str) -> None:
    assert LEADER.sub("", line) == "市委召开会议"


@pytest.mark.parametrize("line", ["报：市委", "报　送：市委", "抄送:各县", "分送：各镇", "本期增发：市局"])
def test_footer_labels(line: str) -> None:
    assert FOOTER_LABEL.match(line)


@pytest.mark.parametrize("line", ["（市税务局供稿）", "（供稿：市税务局）", "供稿：市税务局 张敏", "通讯员　周小雨", "（作者：刘一鸣）"])
def test_bylines(line: str) -> None:
    assert BYLINE.match(line)


def test_editors_addressees_and_notes() -> None:
    assert EDITORS.match("责任编辑：何静　审核：周文")
    assert ADDRESSEE.match("同志们：") and ADDRESSEE.match("各县（市、区）：") and not ADDRESSEE.match("会议指出：")
    note = EDITOR_NOTE.match("编 者 按：现予刊发")
    assert note and note["text"] == "现予刊发"


@pytest.mark.parametrize("line", ["二、工作要求", "一是加强领导", "报：市委", "（市税务局供稿）", "2024年3月8日", "附件：1.名单"])
def test_lines_that_begin_something_new(line: str) -> None:
    assert starts_new(line)


@pytest.mark.parametrize("line", ["设各项工作全面落实。", "平区、开发区", "3月5日，我市召开会议"])
def test_lines_that_may_go_on(line: str) -> None:
    assert not starts_new(line)


@pytest.mark.parametrize(
    "line", ["（县农业农村局种植业股）", "（北郊人民法庭）", "（市第二党校）", "(河口街道办事处)", "（柳湾县水利局 崔明）"]
)
def test_a_unit_alone_in_brackets_sent_the_article_above(line: str) -> None:
    assert is_bracketed_source(line)


@pytest.mark.parametrize("line", ["（试行）", "（根据录音整理）", "县农业农村局种植业股", "（一）加强领导", "（此件公开发布）"])
def test_other_words_in_brackets_did_not(line: str) -> None:
    assert not is_bracketed_source(line)
