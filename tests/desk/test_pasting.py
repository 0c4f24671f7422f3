"""What stands at the caret after a paste from elsewhere, and what is told about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desk.pasting import repaired
from app.importers.web_clipboard import MarkedText
from app.model.issue import Mark, MarkKind, Role


def test_words_in_a_line_are_repaired_and_keep_their_marks() -> None:
    pasted = repaired(MarkedText("3 月 5 日,全市开展", (Mark(0, 5, MarkKind.BOLD), Mark(8, 10, MarkKind.KAI))))
    (paragraph,) = pasted.fragment.paragraphs
    assert paragraph.text == "3月5日，全市开展"
    assert [(paragraph.text[mark.start : mark.end], mark.kind) for mark in paragraph.marks] == [
        ("3月5", MarkKind.BOLD),
        ("全市", MarkKind.KAI),
    ]
    assert "中文里的半角标点改为全角（1）" in pasted.summary() and pasted.summary().startswith("粘贴时修正了")


def test_clean_words_need_no_message() -> None:
    pasted = repaired(MarkedText("市税务局有序推进"))
    assert pasted.summary() == "" and pasted.fragment.paragraphs[0].text == "市税务局有序推进"


def test_paragraphs_get_the_roles_that_their_form_tells() -> None:
    text = "　　一、加强领导\n　　（一）建立专班。市里成立专班，每周会商。\n　　会后，各部门分头落实。"
    pasted = repaired(MarkedText(text, (Mark(2, 8, MarkKind.BOLD),)))
    heading, led, plain = pasted.fragment.paragraphs
    assert (heading.role, heading.text, heading.marks) == (Role.HEADING_1, "一、加强领导", ())
    assert led.role is Role.BODY and [(mark.kind, mark.start, mark.end) for mark in led.marks] == [(MarkKind.LEAD, 0, 8)]
    assert plain.text == "会后，各部门分头落实。" and plain.marks == ()


def test_a_page_number_between_paragraphs_leaves_nothing_behind() -> None:
    pasted = repaired(MarkedText("会议指出，要抓好落实。\n— 3 —\n会议强调，要强化担当。"))
    assert [paragraph.text for paragraph in pasted.fragment.paragraphs] == ["会议指出，要抓好落实。", "会议强调，要强化担当。"]


@pytest.mark.parametrize("text", ["打印", "— 3 —", "（此件公开发布）", "-----", "发件人：张敏\n收件人：李华"])
def test_words_that_are_nothing_but_furniture_are_pasted_as_they_came(text: str) -> None:
    pasted = repaired(MarkedText(text))
    assert "\n".join(paragraph.text for paragraph in pasted.fragment.paragraphs) == text and pasted.summary() == ""


def test_lines_broken_by_a_page_are_joined() -> None:
    text = "为进一步提升城市管理水平，市城市管理局组织人员对中心城区背街小巷开展拉网式排\n查，建立台账，逐一销号。"
    (paragraph,) = repaired(MarkedText(text)).fragment.paragraphs
    assert "拉网式排查" in paragraph.text


def test_what_would_only_be_guessed_stays() -> None:
    text = '他说"好的，' + "大家一起干" * 3
    (paragraph,) = repaired(MarkedText(text)).fragment.paragraphs
    assert '"' in paragraph.text


@given(st.text(st.sampled_from("创城好会议，。一二（）\n 1a"), max_size=60))
def test_no_han_character_is_lost(text: str) -> None:
    pasted = repaired(MarkedText(text))
    told = "".join(paragraph.text for paragraph in pasted.fragment.paragraphs)
    dropped = "".join(repair.before for repair in pasted.repairs)
    for char in "创城好会议":
        assert told.count(char) + dropped.count(char) >= text.count(char)
    assert all(mark.end <= len(paragraph.text) for paragraph in pasted.fragment.paragraphs for mark in paragraph.marks)
