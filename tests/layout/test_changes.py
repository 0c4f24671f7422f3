"""Pages that print otherwise, and the bars beside lines that changed."""

from __future__ import annotations

from dataclasses import replace

from app.edit.since import changed_since
from app.edit.tree import with_blocks
from app.layout.changes import Changes, change_bars, changed_pages
from app.layout.engine import lay_out
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

ISSUE = bulletin(template(), stories(6, 5))
LAYOUT = lay_out(ISSUE, cell_faces())
PITCH = ISSUE.template.line_twips


def test_an_equal_issue_has_no_changed_page() -> None:
    again = lay_out(replace(ISSUE, next_id=ISSUE.next_id + 1), cell_faces())
    assert list(changed_pages(LAYOUT.pages, again.pages)) == []
    assert not Changes({}, frozenset(), len(again.pages)).to_print(len(again.pages))
    assert Changes({}, frozenset(), len(again.pages)).to_print(len(again.pages) + 1)


def test_a_word_changed_in_place_changes_its_page_and_one_line() -> None:
    block = next(ISSUE.articles()).paragraphs[-1]
    middle = len(block.text) // 2
    other = "换" if block.text[middle] != "换" else "改"
    later = with_blocks(ISSUE, {block.id: replace(block, text=block.text[:middle] + other + block.text[middle + 1 :])})
    layout = lay_out(later, cell_faces())
    pages = list(changed_pages(LAYOUT.pages, layout.pages))
    stretches = changed_since(ISSUE, later)
    bars = {page.number: found for page in layout.pages if (found := change_bars(layout, stretches, page.number))}
    assert pages == list(bars) and len(pages) == 1
    assert [bar.bottom - bar.top for bar in bars[pages[0]]] == [PITCH]


def test_what_went_at_a_blocks_end_marks_its_last_line() -> None:
    block = next(ISSUE.articles()).paragraphs[0]
    end = len(block.text)
    bars = [bar for page in LAYOUT.pages for bar in change_bars(LAYOUT, {block.id: ((end, end),)}, page.number)]
    assert [bar.bottom - bar.top for bar in bars] == [PITCH]


def test_pages_that_come_on_are_changed() -> None:
    assert list(changed_pages(LAYOUT.pages[:2], LAYOUT.pages)) == [page.number for page in LAYOUT.pages[2:]]
