"""Sheets fold into the right order, and the inks of a page are all of it, each at its own place."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.engine import lay_out
from app.layout.frames import Layout, Page
from app.layout.imposition import BLANK, booklet, colours_of, imposed, in_inks, moved, side_by_side
from app.paint.canvas import RecordingCanvas, draw_page
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

RED = "#FF0000"


@cache
def laid_out() -> Layout:
    return lay_out(bulletin(template(), stories(4, 6)), cell_faces())


def painted(page: Page) -> list[str]:
    canvas = RecordingCanvas()
    draw_page(page, canvas)
    return sorted(canvas.log)


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (1, [(0, 1), (0, 0)]),
        (4, [(4, 1), (2, 3)]),
        (7, [(0, 1), (2, 7), (6, 3), (4, 5)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
    ],
)
def test_a_booklet(pages: int, sides: list[tuple[int, int]]) -> None:
    assert list(booklet(pages)) == sides


@given(st.integers(1, 60))
def test_a_folded_pile_reads_in_order(pages: int) -> None:
    """Sheets laid into one another: the right halves of the fronts going in, the backs beside them, then out again."""
    sides = booklet(pages)
    assert len(sides) % 2 == 0
    fronts, backs = sides[::2], sides[1::2]
    inwards = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    outwards = [page for front, back in zip(reversed(fronts), reversed(backs), strict=True) for page in (back[1], front[0])]
    read = inwards + outwards
    assert [page for page in read if page != BLANK] == list(range(1, pages + 1))
    assert all(page == BLANK for page in read[pages:])


@given(st.integers(1, 60))
def test_pages_side_by_side_are_in_order(pages: int) -> None:
    assert [page for side in side_by_side(pages) for page in side if page != BLANK] == list(range(1, pages + 1))


def test_a_side_holds_both_pages_at_their_places() -> None:
    pages = list(laid_out().pages)
    sides = imposed(pages, booklet(len(pages)))
    front = sides[0]
    width = pages[0].width_pt
    assert (front.width_pt, front.height_pt) == (2 * width, pages[0].height_pt)
    expected = painted(moved(pages[0], width, 0.0))
    assert [line for line in expected if line.startswith("text")] == [
        line for line in painted(front) if line.startswith("text") and float(line.split()[1].split(",")[0]) >= width
    ]


def test_the_inks_of_a_page_are_all_of_it_and_stay_where_they_were() -> None:
    for page in laid_out().pages:
        without = in_inks(page, lambda colour: colour != RED)
        alone = in_inks(page, lambda colour: colour == RED, images=False)
        assert sorted(line for part in (without, alone) for line in painted(part) if not line.startswith("link")) == [
            line for line in painted(page) if not line.startswith("link")
        ]
        assert RED not in colours_of(without) and colours_of(alone) <= {RED}
    assert RED in colours_of(laid_out().pages[0]) and RED not in colours_of(laid_out().pages[1])


def test_a_page_moves_as_a_whole() -> None:
    page = laid_out().pages[0]
    back = moved(moved(page, 10.0, 5.0), -10.0, -5.0)
    assert painted(back) == painted(page)
    assert moved(page, 0.0, 0.0) is page
