"""Filling pages: slots, spaces, keeps, forced pages, the footer's place and blank pages."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.model.issue import Issue, Paragraph, Role
from tests.layout.bulletins import bulletin, template
from tests.layout.cells import cell_faces


def _pages(issue: Issue) -> Layout:
    return lay_out(issue, cell_faces())


def _texts(layout: Layout, page: int) -> list[str]:
    return [placed.line.text for placed in layout.pages[page - 1].lines]


def _body(lines: int, **values: object) -> Issue:
    """One article without a title whose body has exactly `lines` lines, from page 2 on."""
    paragraphs = ["云" * 26 + "河" * 28 * (lines - 1)]
    return bulletin(template(**values), [("", paragraphs)])


def test_a_page_holds_twenty_two_lines_of_twenty_eight_characters() -> None:
    layout = _pages(_body(50))
    lines = layout.pages[1].lines
    assert len(lines) == 22
    assert [len(placed.line.text) for placed in lines] == [26] + [28] * 21
    assert [b.baseline - a.baseline for a, b in pairwise(lines)] == [579] * 21
    assert lines[0].baseline / 20 == pytest.approx(128.05)


@pytest.mark.parametrize(("characters", "lines"), [(24, 20), (25, 22), (26, 26), (27, 22), (28, 22), (29, 24), (30, 26)])
def test_every_grid_comes_out_as_asked(characters: int, lines: int) -> None:
    look = template(grid__characters=characters, grid__lines=lines)
    page = _pages(bulletin(look, [("", ["云" * 2000])])).pages[1]
    assert len(page.lines) == lines
    assert {len(placed.line.text) for placed in page.lines[1:]} == {characters}


@pytest.mark.parametrize("last", range(1, 23))
def test_the_footer_stays_under_the_text_while_it_fits_and_moves_on_when_not(last: int) -> None:
    layout = _pages(_body(22 + last))
    height = layout.footer_height
    fits = last * 579 + 20 + height <= 12756
    assert layout.footer_page == (3 if fits else 4)
    assert len(layout.pages) == layout.footer_page
    bottom = max(rule.top_pt + rule.thickness_pt for rule in layout.pages[-1].rules)
    assert bottom == pytest.approx((2098 + 12756) / 20)


@pytest.mark.parametrize(("page", "expected"), [("last", 3), ("even", 4), ("multiple_of_4", 4)])
def test_the_footer_stands_on_the_page_the_template_wants_and_blank_pages_have_no_number(page: str, expected: int) -> None:
    layout = _pages(_body(23, footer__page=page))
    assert layout.footer_page == len(layout.pages) == expected
    numbered = [p.number for p in layout.pages if p.folio]
    assert numbered == [1, 2, 3]


def test_an_issue_without_footer_ends_with_its_text() -> None:
    layout = _pages(bulletin(template(), [("云河市召开会议", ["一段。"])], footer=False))
    assert layout.footer_page == 0
    assert len(layout.pages) == 2


def test_a_title_takes_its_lines_and_two_slots_and_keeps_one_body_line() -> None:
    first = "云" * 26 + "河" * 28 * 17
    layout = _pages(bulletin(template(), [("", [first]), ("青石镇开展活动", ["二" * 60])]))
    assert _texts(layout, 2)[-2:] == ["青石镇开展活动", "二" * 26]
    gap = [placed.top for placed in layout.pages[1].lines[-3:]]
    assert [b - a for a, b in pairwise(gap)] == [2 * 579, 2 * 579]


def test_a_title_that_would_stand_alone_at_the_foot_moves_over_and_drops_its_blank_slot() -> None:
    first = "云" * 26 + "河" * 28 * 18
    layout = _pages(bulletin(template(), [("", [first]), ("青石镇开展活动", ["二" * 60])]))
    assert _texts(layout, 2)[-1] == "河" * 28
    top = layout.pages[2].lines[0]
    assert top.line.text == "青石镇开展活动"
    assert top.top == template().paper.top


def test_an_article_on_a_new_page_keeps_the_slot_above_its_title() -> None:
    issue = bulletin(template(), [("甲", ["一段。"]), ("乙", ["二段。"])])
    section = issue.sections[0]
    issue = replace(issue, sections=(replace(section, articles=(section.articles[0], replace(section.articles[1], new_page=True))),))
    top = _pages(issue).pages[2].lines[0]
    assert (top.line.text, top.top) == ("乙", template().paper.top + 579)


def test_a_heading_never_ends_a_page() -> None:
    first = "云" * 26 + "河" * 28 * 20
    layout = _pages(bulletin(template(), [("", [first, "一、摸清底数", "二" * 60])]))
    assert _texts(layout, 2)[-1] == "河" * 28
    assert _texts(layout, 3)[0] == "一、摸清底数"


def test_running_on_the_first_line_stands_on_the_line_grid() -> None:
    layout = _pages(bulletin(template(flow__body_start="run_on"), [("青石镇开展活动", ["二" * 600])]))
    body = [placed for placed in layout.pages[0].lines if placed.line.role is Role.BODY]
    assert body
    assert all((placed.top - template().paper.top) % 579 == 0 for placed in body)


@pytest.mark.parametrize(("paragraph", "expected"), [("二" * 300, 1), ("二" * 30, 1)])
def test_auto_runs_on_where_the_title_and_four_lines_fit(paragraph: str, expected: int) -> None:
    layout = _pages(bulletin(template(flow__body_start="auto"), [("青石镇开展活动", [paragraph])]))
    pages = [page.number for page in layout.pages for placed in page.lines if placed.line.role is Role.TITLE]
    assert pages == [expected]


def test_auto_starts_a_new_page_under_a_long_list_of_contents() -> None:
    layout = _pages(bulletin(template(flow__body_start="auto"), [(f"第{i}村开展活动", ["一段。"]) for i in range(9)]))
    first = next(placed for placed in layout.pages[1].lines)
    assert first.line.role is Role.TITLE


def test_contents_of_thirty_entries_go_over_the_page_and_stay_readable() -> None:
    layout = _pages(bulletin(template(), [(f"第{i}村开展活动", ["一段。"]) for i in range(30)]))
    entries = [p for p in layout.flow if p.role is Role.TOC_TITLE]
    assert len(entries) == 30
    assert {p.style.line for p in entries} == {26 * 20}
    assert {p.style.text.size_pt for p in entries} == {16}
    assert any(placed.line.role is Role.TOC_TITLE for placed in layout.pages[1].lines)


def test_contents_entries_lead_to_their_titles() -> None:
    issue = bulletin(template(), [("甲村修路", ["一段。"]), ("乙村架桥", ["二段。"])])
    titles = [article.title.id for article in issue.articles()]
    assert [placed.target for placed in _pages(issue).pages[0].lines if placed.target] == titles


def test_a_missing_character_keeps_an_empty_cell_and_is_named() -> None:
    issue = bulletin(template(), [("甲", ["写🀄字。"])])
    layout = _pages(issue)
    assert [(m.char, m.offset) for m in layout.missing] == [("🀄", 1)]


def test_an_empty_issue_still_has_a_page() -> None:
    issue = bulletin(template(), [], footer=False)
    layout = _pages(replace(issue, masthead=replace(issue.masthead, lines=(Paragraph(1, "", Role.MASTHEAD),))))
    assert len(layout.pages) == 1
