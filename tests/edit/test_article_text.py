"""An article as one text: its characters know their blocks, and words are put back as one step that keeps pictures and marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.edit.article_text import ArticleText, put_back
from app.edit.change import Label
from app.edit.state import EditorState, Place
from app.model.issue import Article, Issue, Mark, MarkKind, Paragraph, Role
from tests.layout.bulletins import bulletin, stories, template

TITLE = Paragraph(901, "全市推进会\n召开", Role.TITLE)
FIRST = Paragraph(902, "3月5日，推进会召开。", marks=(Mark(0, 4, MarkKind.BOLD),))
TABLE = Paragraph(903, "表1", Role.TABLE)
SECOND = Paragraph(904, "会议要求抓落实。")
ARTICLE = Article(900, TITLE, (FIRST, TABLE, SECOND))
TEXT = "全市推进会召开\n3月5日，推进会召开。\n会议要求抓落实。"


def _state() -> EditorState:
    issue: Issue = bulletin(template(), stories(1, 1))
    section = issue.sections[0]
    return EditorState(replace(issue, sections=(replace(section, articles=(ARTICLE,)),), next_id=1000), None)


def _article(state: EditorState) -> Article:
    return next(state.issue.articles())


def test_the_text_is_title_and_paragraphs_without_turns_and_tables() -> None:
    assert ArticleText(ARTICLE).text == TEXT


@pytest.mark.parametrize(
    ("words", "ranges"),
    [
        ("推进会召开\n", [(901, 2, 8)]),
        ("会召", [(901, 4, 7)]),
        ("3月5日", [(902, 0, 4)]),
        ("召开。\n会议", [(902, 8, 11), (904, 0, 2)]),
        ("抓落实。", [(904, 4, 8)]),
    ],
)
def test_words_stand_in_their_blocks(words: str, ranges: list[tuple[int, int, int]]) -> None:
    start = TEXT.index(words)
    assert list(ArticleText(ARTICLE).ranges(start, start + len(words))) == ranges


def test_a_place_goes_there_and_back() -> None:
    text = ArticleText(ARTICLE)
    for offset in range(len(TEXT) + 1):
        assert text.offset(text.place(offset)) == offset
    assert text.offset(Place(903, 0)) is None
    assert list(text.ranges(len(TEXT), len(TEXT))) == [(904, 8, 8)]


def test_words_are_put_back_with_marks_and_tables_in_their_places() -> None:
    start = TEXT.index("推进会召开。")
    outcome = put_back(_state(), 900, (start, start + 3), "动员会")
    assert outcome is not None
    state, change = outcome
    first, table, second = _article(state).paragraphs
    assert first == replace(FIRST, text="3月5日，动员会召开。")
    assert (table, second) == (TABLE, SECOND)
    assert change.label is Label.PUT_BACK
    assert change.map_place(Place(902, 10)) == Place(902, 10)
    assert _article(state).title == TITLE


def test_a_paragraph_comes_back_and_another_goes() -> None:
    end = len(TEXT) - len(SECOND.text) - 1
    outcome = put_back(_state(), 900, (end, end), "\n这是删去的一段话。")
    assert outcome is not None
    texts = [paragraph.text for paragraph in _article(outcome[0]).paragraphs]
    assert texts == [FIRST.text, "表1", "这是删去的一段话。", SECOND.text]
    gone = put_back(_state(), 900, (end, len(TEXT)), "")
    assert gone is not None
    assert [paragraph.id for paragraph in _article(gone[0]).paragraphs] == [902, 903]
    assert gone[1].removed == (904,)


def test_a_title_is_put_back() -> None:
    outcome = put_back(_state(), 900, (0, 2), "全省")
    assert outcome is not None
    assert _article(outcome[0]).title.text == "全省推进会\n召开"


def test_what_stands_there_already_is_no_step() -> None:
    assert put_back(_state(), 900, (0, 2), "全市") is None
    assert put_back(_state(), 77, (0, 2), "全省") is None
