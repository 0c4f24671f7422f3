"""Lines over and free for a number of pages, and the footer that stands alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.desk.line_budget import is_near, lines_free, lone_footer, lone_footer_words, text_pages
from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.model.issue import Issue
from tests.layout.bulletins import bulletin, template
from tests.layout.cells import cell_faces


def body(lines: int, **values: object) -> Issue:
    """One article without a title whose body has exactly so many lines, from page 2 on, 22 lines a page."""
    return bulletin(template(**values), [("", ["云" * 26 + "河" * 28 * (lines - 1)])])


def laid_out(issue: Issue) -> Layout:
    return lay_out(issue, cell_faces())


def free(lines: int, pages: int, **values: object) -> int:
    issue = body(lines, **values)
    return lines_free(laid_out(issue), issue.template, pages)


ROOM = free(22, 3)
"""Body lines above the footer on a page."""


def test_lines_are_free_up_to_the_footer_of_the_last_page() -> None:
    assert 15 <= ROOM <= 19
    assert free(22 + ROOM, 3) == 0
    assert free(22 + ROOM - 5, 3) == 5
    assert free(22, 4) == 22 + ROOM


def test_lines_are_over_with_those_that_the_footer_needs() -> None:
    assert free(22 + ROOM + 1, 3) == -1
    assert free(22 + 22, 3) == ROOM - 22
    assert free(22 + 22 + 3, 3) == ROOM - 22 - 3
    assert free(22 * 3 + 3, 3) == ROOM - 22 * 2 - 3


def test_without_a_footer_the_whole_page_is_there() -> None:
    issue = bulletin(template(), [("", ["云" * 26 + "河" * 28 * 29])], footer=False)
    assert lines_free(laid_out(issue), issue.template, 3) == 44 - 30


@given(st.integers(2, 120), st.integers(2, 6))
@settings(max_examples=40, deadline=None)
def test_so_many_lines_fewer_or_more_just_fill_the_pages(lines: int, pages: int) -> None:
    found = free(lines, pages)
    exact = lines + found
    if exact < 1:
        return
    layout = laid_out(body(exact))
    assert (len(layout.pages), lone_footer(layout, body(exact).template)) == (pages, None)
    assert len(laid_out(body(exact + 1)).pages) == pages + 1


@pytest.mark.parametrize(("page", "alone_on"), [("last", 9), ("even", 10), ("multiple_of_4", 12)])
def test_a_line_too_many_sends_the_footer_away_and_tells_how_to_bring_it_back(page: str, alone_on: int) -> None:
    full = body(22 * 6 + ROOM, footer__page=page)
    assert lone_footer(laid_out(full), full.template) is None
    over = body(22 * 6 + ROOM + 1, footer__page=page)
    layout = laid_out(over)
    lone = lone_footer(layout, over.template)
    assert lone is not None and is_near(lone, over.template)
    assert (lone.page, lone.back, lone.lines, list(lone.blank)) == (alone_on, 8, 1, list(range(9, alone_on)))
    assert [page.folio is None for page in layout.pages[8:]] == [True] * (alone_on - 8)


def test_a_back_cover_that_is_wanted_is_no_warning() -> None:
    issue = body(22 * 5 + 20, footer__page="multiple_of_4")
    lone = lone_footer(laid_out(issue), issue.template)
    assert lone is not None and text_pages(laid_out(issue)) == 7
    assert (lone.page, lone.back, is_near(lone, issue.template)) == (8, 4, False)
    short = body(5, footer__page="multiple_of_4")
    nowhere = lone_footer(laid_out(short), short.template)
    assert nowhere is not None and (nowhere.back, nowhere.lines, is_near(nowhere, short.template)) == (0, 0, False)


def test_the_sentence_says_where_the_footer_went_and_what_is_blank() -> None:
    over = body(22 * 6 + ROOM + 1, footer__page="multiple_of_4")
    lone = lone_footer(laid_out(over), over.template)
    assert lone is not None
    assert lone_footer_words(lone, moved=True) == "报尾移到了第 12 页（9—11 页空白），正文少 1 行可收回第 8 页。"
    last = body(22 * 6 + ROOM + 2)
    alone = lone_footer(laid_out(last), last.template)
    assert alone is not None
    assert lone_footer_words(alone, moved=False) == "报尾独占第 9 页，正文少 2 行可收回第 8 页。"
