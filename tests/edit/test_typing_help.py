"""Typing helps: what each typed text becomes when its characters come one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edit.commands import type_text
from app.edit.history import History
from app.edit.state import EditorState, Place
from app.edit.tree import with_block
from app.edit.typing_help import Help, help_typing, number_paragraph
from tests.model.issues import issue

BLOCK = 16
ALL = frozenset(Help)


def empty() -> EditorState:
    """The caret in an empty paragraph of body text."""
    made = issue()
    return EditorState(with_block(made, replace(made.block_index[BLOCK], text=""))).with_caret(Place(BLOCK, 0))


def typed(text: str, helps: frozenset[Help] = ALL) -> str:
    """What a text becomes when it is typed key by key."""
    state = empty()
    for char in text:
        outcome = type_text(state, char)
        assert outcome
        state = outcome[0]
        helped = help_typing(state, helps)
        state = helped[0] if helped else state
    return state.issue.block_index[BLOCK].text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ('开展"创城"活动', "开展“创城”活动"),
        ('"一巷一档","一户一策"', "“一巷一档”，“一户一策”"),
        ("称为'两山'理念", "称为‘两山’理念"),
        ("it's", "it's"),
        ("会议指出,要抓好.", "会议指出，要抓好。"),
        ("分三步:一;二?三!", "分三步：一；二？三！"),
        ("市(县)两级", "市（县）两级"),
        ("(一)督查", "（一）督查"),
        ("增长3.5%,达到1,200人", "增长3.5%,达到1,200人"),
        ("时间10:30", "时间10:30"),
        ("1.建立台账", "1.建立台账"),
        ("网址www.yunhe.example", "网址www.yunhe.example"),
        ("用WPS(Windows)打开", "用WPS(Windows)打开"),
        ("主题——", "主题——"),
        ("主题--创城", "主题——创城"),
        ("A--B", "A--B"),
        ("等等...", "等等……"),
        ("好。。。", "好……"),
        ("1...", "1..."),
        ("见《办法》,执行", "见《办法》，执行"),
    ],
)
def test_keys_become_marks(keys: str, text: str) -> None:
    assert typed(keys) == text


@pytest.mark.parametrize(
    ("off", "keys", "text"),
    [
        (Help.QUOTES, '"创城",好', '"创城",好'),
        (Help.MARKS, "好,好.", "好,好."),
        (Help.DASHES, "好--", "好--"),
    ],
)
def test_each_help_can_be_off(off: Help, keys: str, text: str) -> None:
    assert typed(keys, ALL - {off}) == text


def test_one_undo_gives_back_what_was_typed() -> None:
    history = History(empty())
    for command in (lambda s: type_text(s, "好"), lambda s: type_text(s, ","), lambda s: help_typing(s, ALL)):
        outcome = command(history.present)
        assert outcome
        history = history.record(outcome, 0.1)
    assert history.present.issue.block_index[BLOCK].text == "好，" and history.undo_label == "输入辅助"
    back = history.undo()
    assert back and back.present.issue.block_index[BLOCK].text == "好,"


def test_a_new_paragraph_goes_on_counting() -> None:
    made = issue()
    made = with_block(made, replace(made.block_index[15], text="一是排查到位。", marks=()))
    state = EditorState(with_block(made, replace(made.block_index[BLOCK], text=""))).with_caret(Place(BLOCK, 0))
    outcome = number_paragraph(state)
    assert outcome and outcome[0].issue.block_index[BLOCK].text == "二是"
    assert outcome[0].selection and outcome[0].selection.head == Place(BLOCK, 2)


@pytest.mark.parametrize("above", ["公司走访。", "一是", ""])
def test_nothing_to_count_on(above: str) -> None:
    made = issue()
    made = with_block(made, replace(made.block_index[15], text=above, marks=()))
    state = EditorState(with_block(made, replace(made.block_index[BLOCK], text=""))).with_caret(Place(BLOCK, 0))
    assert number_paragraph(state) is None
    assert number_paragraph(EditorState(issue()).with_caret(Place(BLOCK, 0))) is None


@given(st.text(st.sampled_from("创城好，。“”‘’（）—…a1 ")).filter(lambda text: text and "。。。" not in text))
def test_marks_that_are_right_stay(text: str) -> None:
    assert typed(text) == text
