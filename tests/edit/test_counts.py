"""字数 of a selection, an article and an issue."""

from __future__ import annotations

from dataclasses import replace

from app.edit.counts import characters_of_article, characters_of_issue, characters_selected
from app.edit.state import EditorState, Place, Selection
from app.model.issue import Article, Cell, Issue, Paragraph, Role, Row, Table
from tests.model.issues import issue as some_issue


def test_an_article_is_its_title_and_its_paragraphs() -> None:
    title = Paragraph(1, "云河市\n召开会议", Role.TITLE)
    article = Article(9, title, (Paragraph(2, "　3月5日，会议召开。"), Paragraph(3, "")), toc_title=Paragraph(4, "会议", Role.TOC_TITLE))
    assert characters_of_article(article) == 7 + 10


def test_the_cells_of_a_table_count_with_its_caption() -> None:
    table = Table((1.0,), (Row((Cell(Paragraph(6, "年 度", Role.CELL)),)),))
    article = Article(9, Paragraph(1, "标题", Role.TITLE), (Paragraph(5, "表1", Role.TABLE, table=table),))
    assert characters_of_article(article) == 2 + 2 + 2


def test_an_issue_is_all_its_articles() -> None:
    issue = some_issue()
    assert characters_of_issue(issue) == sum(map(characters_of_article, issue.articles())) > 0


def test_a_selection_over_paragraphs_in_either_direction() -> None:
    issue: Issue = some_issue()
    article = next(issue.articles())
    start, end = Place(article.title.id, 1), Place(article.paragraphs[0].id, 2)
    state = EditorState(issue, Selection(start, end))
    expected = len("".join((article.title.text[1:] + article.paragraphs[0].text[:2]).split()))
    assert characters_selected(state) == expected
    assert characters_selected(replace(state, selection=Selection(end, start))) == expected
    assert characters_selected(replace(state, selection=Selection(end, end))) == 0
    assert characters_selected(replace(state, selection=None)) == 0
