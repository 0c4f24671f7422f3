"""Keys lead through the whole issue, keep their column, and come back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.edit.state import Place, Selection, in_order, stands
from app.layout.caret import caret_at
from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.layout.motion import Cursor, Motion, extend_to, move, select_block, select_more, select_word
from app.layout.places import Side
from app.model.issue import Issue, Role
from app.text.words import next_word, previous_word, word_at
from tests.layout.bulletins import STORY, bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.model.issues import issue, issues

_MANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _cursor(block: int, offset: int) -> Cursor:
    place = Place(block, offset)
    return Cursor(Selection(place, place))


def _walk(layout: Layout, whole: Issue, cursor: Cursor, motion: Motion) -> list[Place]:
    """The places on the way until the cursor stays."""
    places = [cursor.selection.head]
    while (after := move(layout, whole, cursor, motion)) and after.selection != cursor.selection:
        cursor = after
        assert cursor.selection.head not in places
        places.append(cursor.selection.head)
    return places


@_MANY
@given(issues())
def test_right_goes_through_every_block_in_printing_order_and_left_comes_back(whole: Issue) -> None:
    layout = lay_out(whole, cell_faces())
    start = move(layout, whole, _cursor(whole.masthead.date.id, 0), Motion.START)
    there = _walk(layout, whole, start, Motion.RIGHT)
    printed = [b.id for b in whole.blocks() if b.id in layout.blocks and b.role is not Role.TOC_TITLE]
    assert list(dict.fromkeys(place.block for place in there)) == printed
    end = there[-1]
    assert move(layout, whole, start, Motion.END).selection.head == end
    assert _walk(layout, whole, _cursor(end.block, end.offset), Motion.LEFT) == there[::-1]


@_MANY
@given(issues(), st.data())
def test_every_motion_gives_a_place_that_stands_and_extending_keeps_the_anchor(whole: Issue, data: st.DataObject) -> None:
    layout = lay_out(whole, cell_faces())
    block = data.draw(st.sampled_from([b for b in whole.blocks() if b.id in layout.blocks]))
    cursor = _cursor(block.id, data.draw(st.integers(0, len(block.text))))
    anchor = cursor.selection.anchor
    for motion, extend in data.draw(st.lists(st.tuples(st.sampled_from(list(Motion)), st.booleans()), max_size=12)):
        cursor = move(layout, whole, cursor, motion, extend=extend)
        if not extend:
            anchor = cursor.selection.head
        assert cursor.selection.anchor == anchor
        assert stands(whole, cursor.selection.head)
        assert caret_at(layout, cursor.selection.head, cursor.side) is not None


def test_up_and_down_keep_their_column_over_short_lines_and_pages() -> None:
    whole = bulletin(template(), stories(6, 4))
    layout = lay_out(whole, cell_faces())
    article = list(whole.articles())[2]
    start = _cursor(article.paragraphs[0].id, 20)
    x = caret_at(layout, start.selection.head)
    assert x
    cursor = start
    for _ in range(40):
        cursor = move(layout, whole, cursor, Motion.DOWN)
        assert cursor.goal_x_pt == x.x_pt
    for _ in range(40):
        cursor = move(layout, whole, cursor, Motion.UP)
    assert cursor.selection == start.selection
    paged = move(layout, whole, start, Motion.PAGE_DOWN)
    caret = caret_at(layout, paged.selection.head, paged.side)
    assert caret and caret.page == x.page + 1
    assert abs(caret.top - x.top) < 2 * x.height


def test_home_and_end_stay_on_the_line() -> None:
    whole = bulletin(template(), [("云河市", [STORY])])
    layout = lay_out(whole, cell_faces())
    block = next(whole.articles()).paragraphs[0].id
    turn = next(p for p in layout.flow if p.block == block).breaks
    end = move(layout, whole, _cursor(block, turn[0] + 3), Motion.LINE_END)
    assert (end.selection.head, end.side) == (Place(block, turn[1]), Side.BEFORE)
    assert move(layout, whole, end, Motion.LINE_END).selection == end.selection
    home = move(layout, whole, end, Motion.LINE_START)
    assert home.selection.head == Place(block, turn[0])


def test_left_and_right_leave_a_selection_at_its_ends() -> None:
    whole = issue()
    layout = lay_out(whole, cell_faces())
    cursor = Cursor(Selection(Place(16, 3), Place(15, 2)))
    assert move(layout, whole, cursor, Motion.LEFT).selection == Selection(Place(15, 2), Place(15, 2))
    assert move(layout, whole, cursor, Motion.RIGHT).selection == Selection(Place(16, 3), Place(16, 3))


def test_words_and_paragraphs() -> None:
    whole = issue()
    layout = lay_out(whole, cell_faces())
    assert select_word(whole, Place(16, 3)).selection == Selection(Place(16, 2), Place(16, 4))  # 二是|抢修|及时。
    assert select_block(whole, Place(16, 3)).selection == Selection(Place(16, 0), Place(16, 7))
    assert move(layout, whole, _cursor(16, 3), Motion.WORD_LEFT).selection.head == Place(16, 2)
    assert move(layout, whole, _cursor(16, 3), Motion.PARAGRAPH_UP).selection.head == Place(16, 0)
    assert move(layout, whole, _cursor(16, 0), Motion.PARAGRAPH_UP).selection.head == Place(15, 0)
    assert move(layout, whole, _cursor(16, 3), Motion.PARAGRAPH_DOWN).selection.head == Place(19, 0)


@pytest.mark.parametrize(
    ("text", "at", "found"), [("共42人 走访", 1, "42"), ("到A-3区", 2, "A-3"), ("好——是", 2, "——"), ("云河", 2, "云河"), ("", 0, "")]
)
def test_a_double_click_takes_what_belongs_together(text: str, at: int, found: str) -> None:
    start, end = word_at(text, at)
    assert text[start:end] == found
    assert previous_word(text, at) <= at <= next_word(text, at)


def test_select_all_takes_the_article_then_the_issue() -> None:
    whole = issue()
    layout = lay_out(whole, cell_faces())
    once = select_more(layout, whole, _cursor(15, 2))
    assert in_order(whole, once.selection) == (Place(13, 0), Place(16, 7))
    twice = select_more(layout, whole, once)
    assert in_order(whole, twice.selection) == (Place(7, 0), Place(33, 3))
    assert select_more(layout, whole, _cursor(5, 1)).selection == Selection(Place(5, 0), Place(5, 9))


def test_a_selection_does_not_enter_or_leave_a_toc_title() -> None:
    whole = issue()
    layout = lay_out(whole, cell_faces())
    assert extend_to(layout, whole, _cursor(17, 2), Place(20, 1)).selection == Selection(Place(17, 2), Place(17, 6))
    assert extend_to(layout, whole, _cursor(5, 2), Place(17, 1)).selection.head == Place(5, 2)
    down = _cursor(5, 2)
    for _ in range(12):
        down = move(layout, whole, down, Motion.DOWN, extend=True)
        assert down.selection.head.block != 17
